"""What each field of a record means, in Dutch as well: for messages and for the page of the format.

The English stands in the table of fields, which the schema for editors is made from; a test sees to
it that every meaning there has its Dutch here.
"""

from __future__ import annotations

from collections.abc import Mapping

from dosa_trace.catalog.fields.types import Field
from dosa_trace.language import Phrase


def meaning(field: Field) -> Phrase:
    """What a field means, in both languages."""
    return Phrase(field.about, DUTCH[field.about])


DUTCH: Mapping[str, str] = {
    "unique in the whole catalogue": "uniek in de hele catalogus",
    "its name": "de naam",
    "a short name": "een korte naam",
    "its address in the register of Dutch government organisations": (
        "het adres ervan in het register van overheidsorganisaties"
    ),
    "what sort of organisation": "wat voor organisatie het is",
    "its level": "het niveau",
    "the organisation that this is part of": "de organisatie waarvan dit een onderdeel is",
    "the organisations that it replaced": "de organisaties die hierdoor zijn vervangen",
    "a page about it": "een pagina hierover",
    "what a reader must know about this record": "wat een lezer over dit record moet weten",
    "findings that are exempted for this record": (
        "bevindingen die voor dit record zijn uitgezonderd"
    ),
    "what sort of document": "wat voor document het is",
    "what it is about, in one line": "waar het over gaat, in één regel",
    "who published it": "wie het uitbracht",
    "as printed on the source; a year is enough": "de datum op de bron; een jaar is genoeg",
    "the day on which it was read": "de dag van lezen",
    "persons": "personen",
    "institutions that the authors belong to": "instellingen van de auteurs",
    "Kamerstuk, CELEX, COM, ISBN": "Kamerstuk, CELEX, COM, ISBN",
    "where it can be read": "waar het te lezen is",
    "how close to the original that text is": (
        "hoe dicht de gelezen tekst bij het origineel staat"
    ),
    "the archived text, a path inside the catalogue": (
        "de gearchiveerde tekst, een pad in de catalogus"
    ),
    "id of the source of the recommendation": "id van de bron van de aanbeveling",
    "the recommendation in full": "de aanbeveling voluit",
    "ids of themes": "ids van thema's",
    "the addressee": "de geadresseerde",
    "1 a general direction … 5 a concrete action": (
        "1 een algemene richting … 5 een concrete handeling"
    ),
    "where in the source: page, section, line": "waar in de bron: pagina, paragraaf, regel",
    "the places in sources that show it": "de plaatsen in bronnen waaruit het blijkt",
    "the responses of government, oldest first": "de reacties van de overheid, oudste eerst",
    "instruments considered, but not enough": ("instrumenten die zijn bekeken, maar niet voldoen"),
    "recommendations that ask for the same": "aanbevelingen die hetzelfde vragen",
    "recommendations that conflict with it": "aanbevelingen die hiermee in strijd zijn",
    "who states it": "wie het noemt",
    "id of the source that states it": "id van de bron die het noemt",
    "what sort of instrument": "wat voor instrument het is",
    "who is responsible for it": "wie ervoor verantwoordelijk is",
    "its statuses, oldest first": "de statussen, oudste eerst",
    "the instrument that this is part of": "het instrument waarvan dit een onderdeel is",
    "what it does": "wat het doet",
    "money, oldest first": "geld, oudste eerst",
    "what is to be reached and when": "wat bereikt moet worden, en wanneer",
    "what a monitor measures": "wat een monitor meet",
    "the instrument that replaced it": "het instrument dat ervoor in de plaats kwam",
    "the supported record": "het record dat wordt ondersteund",
    "the supporting record": "het record dat ondersteunt",
    "supports unless said otherwise": "supports, tenzij anders gezegd",
    "to what extent it supports; required with supports": (
        "in welke mate het ondersteunt; verplicht bij supports"
    ),
    "who says so": "wie het zegt",
    "a name shared by links that count only together": (
        "een naam voor koppelingen die alleen samen tellen"
    ),
    "the reason of the analyst; required with inferred": (
        "de motivering van de analist; verplicht bij inferred"
    ),
    "from when the link holds": "vanaf wanneer de koppeling geldt",
    "who made the link": "wie de koppeling maakte",
    "the last review": "de laatste beoordeling",
    "how others judge this": "hoe anderen dit beoordelen",
    "how others judge its fields": "hoe anderen de velden beoordelen",
    "whether the judgement was kept or changed": "of het oordeel bleef of wijzigde",
    "why": "waarom",
    "who decided": "wie besliste",
    "when it was decided": "wanneer is beslist",
    "true if the first judgement was not shown": "true als het eerste oordeel niet is getoond",
    "the reason of the reader": "de motivering van de beoordelaar",
    "checksum of what was read": "controlegetal van wat is gelezen",
    "what was decided after a reading that differs": "wat is beslist na een afwijkend oordeel",
    "when it was read": "wanneer is beoordeeld",
    "who read it": "wie beoordeelde",
    "how the reader judges the extent": "hoe de beoordelaar de mate ziet",
    "what was judged: specificity, or responses.1 and so on": (
        "wat is beoordeeld: specificity, of responses.1 enzovoort"
    ),
    "how the reader judges it": "hoe de beoordelaar het ziet",
    "challenges to it, oldest first": "tegenwerpingen, oudste eerst",
    "when the search was made": "wanneer is gezocht",
    "what was searched for": "waarnaar is gezocht",
    "for which recommendations": "voor welke aanbevelingen",
    "the words that were searched for": "de gezochte woorden",
    "the places that were searched": "de doorzochte plaatsen",
    "who searched": "wie zocht",
    "what was found, by recommendation": "wat is gevonden, per aanbeveling",
    "the name of the theme": "de naam van het thema",
    "what belongs to it": "wat erbij hoort",
    "the ids that it had before": "de id's die het eerder had",
    "what instruments of this level are called": "hoe instrumenten van dit niveau heten",
    "who responds at this level": "wie op dit niveau reageert",
    "what the kind is called": "hoe de soort heet",
    "false if it carries nothing out; true by default": (
        "false als het niets uitvoert; anders true"
    ),
    "ids of recommendations": "ids van aanbevelingen",
    "ids of sources": "ids van bronnen",
    "institutions named on the source": "instellingen die bij de bron staan",
    "how concrete they are": "hoe concreet ze zijn",
    "the name of these recommendations together": "hoe deze aanbevelingen samen heten",
    "which recommendations these are": "welke aanbevelingen dit zijn",
    "id of the source": "id van de bron",
    "at most 15 words, verbatim from the source": "hooguit 15 woorden, letterlijk uit de bron",
    "day, month or year of the event": "dag, maand of jaar van de gebeurtenis",
    "if the source has no date: the day it was read": (
        "als de bron geen datum heeft: de dag van lezen"
    ),
    "the response of government": "de reactie van de overheid",
    "id of the source that says so": "id van de bron die het zegt",
    "to this recommendation or to the whole set": "op deze aanbeveling of op het geheel",
    "whether it is a commitment to the House": "of het een toezegging aan de Kamer is",
    "which organisation responded": "welke organisatie reageerde",
    "when it was reported": "wanneer het is gemeld",
    "where a source says that it was reached": "waar een bron zegt dat het is gehaald",
    "where a source says that it was not reached in time": (
        "waar een bron zegt dat het niet op tijd is gehaald"
    ),
    "how long after the date of the source": "hoe lang na de datum van de bron",
    "within what term it asks for a response": "binnen welke termijn de bron een reactie vraagt",
    "whether it is new, and whose it is": "of het nieuw geld is, en van wie",
    "how much of it was read": "hoeveel ervan is gelezen",
    "whose words it passes on": "wiens woorden de bron doorgeeft",
    "true where no minister directs it, as for a supervisor": (
        "true als geen minister de organisatie aanstuurt, zoals bij een toezichthouder"
    ),
    "how much of the response was read": "hoeveel van de reactie is gelezen",
    "true for an officials' draft that is not known to be sent": (
        "true bij een ambtelijk concept waarvan niet bekend is of het is verstuurd"
    ),
    "the status of the instrument": "de status van het instrument",
    "the amount in whole units, not in millions": "het bedrag in hele eenheden, niet in miljoenen",
    "three letters, such as EUR": "drie letters, zoals EUR",
    "how firm the money is": "hoe vast het geld is",
    "which part of the money this is": "welk deel van het geld dit is",
    "false if the value of another source is right": (
        "false als de waarde van een andere bron juist is"
    ),
    "the target": "de streefwaarde",
    "when it is to be reached": "wanneer het bereikt moet zijn",
    "when this plan was given": "wanneer deze planning is gegeven",
    "the year that the value describes": "het jaar dat de waarde beschrijft",
    "in the unit of the indicator": "in de eenheid van de indicator",
    "what is measured": "wat wordt gemeten",
    "in what unit": "in welke eenheid",
    "of whom or of what": "van wie of waarvan",
    "values by year, each with its source": "waarden per jaar, elk met een bron",
    "what was considered": "wat is bekeken",
    "why it does not cover the recommendation": "waarom het de aanbeveling niet dekt",
    "when it was considered": "wanneer het is bekeken",
    "id of the other recommendation": "id van de andere aanbeveling",
    "when there was a reply": "wanneer er een weerwoord kwam",
    "the reply": "het weerwoord",
    "when it was raised": "wanneer de tegenwerping kwam",
    "the challenge and its reason": "de tegenwerping en de reden",
    "who challenges it": "wie de tegenwerping maakt",
    "the reply; without it the challenge is unanswered": (
        "het weerwoord; zonder weerwoord is de tegenwerping onbeantwoord"
    ),
    "when": "wanneer",
    "who": "wie",
    "checksum of what was reviewed; `check` gives it": (
        "controlecode van wat is beoordeeld; `check` geeft die"
    ),
    "code or name of the rule": "code of naam van de regel",
    "why the finding may remain; required": "waarom de bevinding mag blijven; verplicht",
    "the last day of the exemption": "de laatste dag van de uitzondering",
    "the name of the government": "de naam van de regering",
    "when it took office": "wanneer die aantrad",
    "the name of the catalogue": "de naam van de catalogus",
    "languages of its texts, the first is the default": (
        "talen van de teksten, de eerste is de standaard"
    ),
    "the format of these files: 2": "het formaat van deze bestanden: 2",
    "the recommendations that the catalogue is about": (
        "de aanbevelingen waar de catalogus over gaat"
    ),
    "its own levels instead of nl and eu": "eigen niveaus in plaats van nl en eu",
    "kinds of instruments in addition to the built-in ones": (
        "soorten instrumenten naast de ingebouwde"
    ),
    "the themes that records may name": "de thema's die records mogen noemen",
    "severity per rule, or off": "ernst per regel, of off",
    "when a new government took office": "wanneer een nieuwe regering aantrad",
    "who makes the catalogue and judges in it": "wie de catalogus maakt en daarin oordeelt",
    "under which licence it may be used, such as CC-BY-4.0": (
        "onder welke licentie de catalogus te gebruiken is, zoals CC-BY-4.0"
    ),
    "an address or page for questions and corrections": (
        "een adres of pagina voor vragen en correcties"
    ),
}
