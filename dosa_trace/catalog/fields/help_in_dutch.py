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
    "what it is called for short": "hoe het afgekort heet",
    "what sort of organisation": "wat voor organisatie het is",
    "at which level it stands": "op welk niveau het staat",
    "the organisation that this is a part of": "de organisatie waarvan dit een deel is",
    "the organisations whose place it took": "de organisaties waarvoor het in de plaats kwam",
    "where it can be read about": "waar erover te lezen is",
    "what a reader must know of this record": "wat een lezer van dit record moet weten",
    "findings to set aside for this record": "bevindingen die voor dit record niet gelden",
    "what sort of document": "wat voor document het is",
    "what it is about, in one line": "waar het over gaat, in één regel",
    "who brought it out": "wie het uitbracht",
    "that it bears; a year suffices": "die het draagt; een jaar volstaat",
    "on which somebody read it": "de dag waarop iemand het las",
    "persons": "personen",
    "institutions that the authors belong to": "instellingen van de auteurs",
    "Kamerstuk, CELEX, COM, ISBN": "Kamerstuk, CELEX, COM, ISBN",
    "where it can be read": "waar het te lezen is",
    "how near to the original is what was read": "hoe dicht het gelezene bij het origineel staat",
    "the archived text, a path inside the catalogue": "de bewaarde tekst, een pad in de catalogus",
    "id of the source that asks for it": "id van de bron die erom vraagt",
    "the recommendation at length": "de aanbeveling voluit",
    "ids of themes": "ids van thema's",
    "whom it is addressed to": "aan wie het gericht is",
    "1 a general direction … 5 a concrete act": "1 een algemene richting … 5 een concrete daad",
    "where in the source: page, section, line": "waar in de bron: bladzijde, paragraaf, regel",
    "the places in sources behind the claim": "de plaatsen in bronnen waar het op rust",
    "what government answered, oldest first": "wat de overheid antwoordde, oudste eerst",
    "what was looked at and found wanting": "wat is bekeken en niet voldeed",
    "recommendations that ask the same": "aanbevelingen die hetzelfde vragen",
    "recommendations that do not go with it": "aanbevelingen die er niet mee stroken",
    "who states it": "wie het stelt",
    "id of the source that states it": "id van de bron die het stelt",
    "what sort of instrument": "wat voor instrument het is",
    "who answers for it": "wie ervoor verantwoordelijk is",
    "what it became, oldest first": "wat het werd, oudste eerst",
    "the instrument that this is a part of": "het instrument waarvan dit een deel is",
    "what it does": "wat het doet",
    "money, oldest first": "geld, oudste eerst",
    "what is to be reached and when": "wat bereikt moet worden, en wanneer",
    "what a monitor measures": "wat een monitor meet",
    "the instrument that took its place": "het instrument dat ervoor in de plaats kwam",
    "what is answered": "wat wordt beantwoord",
    "what answers it": "wat het beantwoordt",
    "supports unless said otherwise": "supports, tenzij anders gezegd",
    "how much it answers; required where it supports": "hoeveel het beantwoordt; verplicht bij "
    "supports",
    "who says so": "wie het zegt",
    "a name shared by links that only count together": "een naam die verbanden delen die alleen "
    "samen tellen",
    "why the analyst concludes it; required where inferred": "waarom de analist dit concludeert; "
    "verplicht bij inferred",
    "from when the link holds": "vanaf wanneer het verband geldt",
    "who laid it": "wie het legde",
    "who looked at it last": "wie het het laatst bekeek",
    "objections to it, oldest first": "twijfels eraan, oudste eerst",
    "when somebody looked": "wanneer iemand zocht",
    "what was looked for": "waarnaar is gezocht",
    "for which recommendations": "voor welke aanbevelingen",
    "the words that were searched for": "de gezochte woorden",
    "the places that were searched": "de doorzochte plaatsen",
    "who looked": "wie zocht",
    "what was seen, by recommendation": "wat is gezien, per aanbeveling",
    "the name of the theme": "de naam van het thema",
    "what belongs to it": "wat erbij hoort",
    "what instruments of this level are called": "hoe instrumenten van dit niveau heten",
    "who answers at this level to what is recommended": "wie op dit niveau op aanbevelingen "
    "antwoordt",
    "what the kind is called": "hoe de soort heet",
    "false where nothing is done by it; true if left out": "false als er niets mee wordt gedaan; "
    "anders true",
    "ids of recommendations": "ids van aanbevelingen",
    "ids of sources": "ids van bronnen",
    "institutions that the source bears": "instellingen die bij de bron staan",
    "whom they are addressed to": "aan wie ze gericht zijn",
    "how concrete they are": "hoe concreet ze zijn",
    "what these recommendations are called together": "hoe deze aanbevelingen samen heten",
    "which recommendations these are": "welke aanbevelingen dit zijn",
    "id of the source": "id van de bron",
    "at most 15 words, verbatim from the source": "hooguit 15 woorden, letterlijk uit de bron",
    "day, month or year of the event": "dag, maand of jaar van de gebeurtenis",
    "where the source bears no date: the day on which it was read": "als de bron geen datum "
    "draagt: de dag van lezen",
    "what government answered": "wat de overheid antwoordde",
    "id of the source that says so": "id van de bron die het zegt",
    "to this recommendation or to the whole set": "op deze aanbeveling of op het geheel",
    "whether it is a pledge to the House": "of het een toezegging aan de Kamer is",
    "which organisation answered": "welke organisatie antwoordde",
    "how much of the answer was read": "hoeveel van het antwoord is gelezen",
    "true where officials drafted it and nothing shows that it was given": "true als ambtenaren "
    "het opstelden en niets toont dat het gegeven is",
    "what the instrument became": "wat het instrument werd",
    "the amount in whole units, not in millions": "het bedrag in hele eenheden, niet in miljoenen",
    "three letters, such as EUR": "drie letters, zoals EUR",
    "how firm the money is": "hoe vast het geld is",
    "which part of the money this is": "welk deel van het geld dit is",
    "false where another source's value is held to be right": "false als het cijfer van een andere "
    "bron voor juist wordt gehouden",
    "what is to be reached": "wat bereikt moet worden",
    "when it is to be reached": "wanneer het bereikt moet zijn",
    "when this planning was given": "wanneer deze planning is gegeven",
    "the year that the value describes": "het jaar dat de waarde beschrijft",
    "in the unit of the indicator": "in de eenheid van de indicator",
    "what is measured": "wat wordt gemeten",
    "in what unit": "in welke eenheid",
    "of whom or of what": "van wie of waarvan",
    "values by year, each with its source": "waarden per jaar, elk met haar bron",
    "what was looked at": "wat is bekeken",
    "why it does not answer the recommendation": "waarom het de aanbeveling niet beantwoordt",
    "when someone looked": "wanneer iemand keek",
    "id of the other recommendation": "id van de andere aanbeveling",
    "when it was answered": "wanneer het is beantwoord",
    "what became of it": "wat ervan werd",
    "when it was raised": "wanneer hij is geuit",
    "what is doubted, and why": "wat wordt betwijfeld, en waarom",
    "who doubts it": "wie twijfelt",
    "what became of it; open without": "wat ervan werd; zonder dit staat hij open",
    "when": "wanneer",
    "who": "wie",
    "of what was looked at; `check` says which": "van wat is bekeken; `check` noemt het",
    "code or name of the rule": "code of naam van de regel",
    "why the finding may stand; without one it may not": "waarom de bevinding mag blijven; zonder "
    "reden mag dat niet",
    "the last day of the waiver": "de laatste dag van de ontheffing",
    "the name of the government": "de naam van de regering",
    "when it took office": "wanneer ze aantrad",
    "the name of the catalogue": "de naam van de catalogus",
    "languages of its texts, the first is the default": "talen van de teksten, de eerste is de "
    "standaard",
    "the format of these files: 2": "het formaat van deze bestanden: 2",
    "the recommendations that the catalogue is about": "de aanbevelingen waar de catalogus om gaat",
    "levels of its own in the place of nl and eu": "eigen niveaus in plaats van nl en eu",
    "kinds of instruments beside the built-in ones": "soorten instrumenten naast de ingebouwde",
    "the themes that records may name": "de thema's die records mogen noemen",
    "severity per rule, or off": "ernst per regel, of off",
    "when a new government took office": "wanneer een nieuwe regering aantrad",
}
