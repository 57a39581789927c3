"""The words of the pages of the format: a sentence per record, and what each value means."""

from __future__ import annotations

from collections.abc import Mapping

from dosa_trace import labels
from dosa_trace.catalog.model.vocabulary import InstrumentKind
from dosa_trace.language import Phrase

INTRO = (
    Phrase("# The format of a catalogue", "# Het formaat van een catalogus"),
    Phrase(
        "A catalogue is a folder of YAML files. Each file has one or more of the keys below. "
        "Recommendations, instruments and links are usually in files of their own. This page "
        "is made from the table that the program itself uses to read (`python -m "
        "docs.format`).",
        "Een catalogus is een map met YAML-bestanden. Elk bestand heeft een of meer van de "
        "sleutels hieronder. Aanbevelingen, instrumenten en koppelingen staan meestal in "
        "eigen bestanden. Deze pagina is gemaakt uit de tabel waarmee het programma zelf "
        "leest (`python -m docs.format`).",
    ),
    Phrase(
        "A text is written once, or per language: `{{nl: …, en: …}}`. A date is a day, a "
        "month or a year (`2025-07-04`, `2025-07`, `2025`), and counts from its last day. For "
        "a source without a date, `read` gives the day on which somebody read it. That day is "
        "shown, and is no date: an event holds from it, *first seen*. Keys that start with "
        "`x-` are kept and shown, and you can select by them. They are never judged.",
        "Een tekst staat er één keer, of per taal: `{{nl: …, en: …}}`. Een datum is een dag, "
        "een maand of een jaar (`2025-07-04`, `2025-07`, `2025`), en telt vanaf de laatste "
        "dag. Bij een bron zonder datum geeft `read` de dag waarop iemand die las. Die dag "
        "wordt getoond, en is geen datum: een gebeurtenis geldt vanaf die dag, *eerst "
        "gezien*. Sleutels die met `x-` beginnen blijven bewaard en worden getoond, en u kunt "
        "erop selecteren. Ze worden nooit beoordeeld.",
    ),
    Phrase(
        "A file is read up to 256 MB (`DOSA_TRACE_MAX_MB` raises that). A text in it may have "
        "1,000,000 characters, an archived text 16 MB. Folders may be 32 deep. A symbolic "
        "link that leads out of the catalogue is not followed.",
        "Een bestand wordt gelezen tot 256 MB (`DOSA_TRACE_MAX_MB` verhoogt dat). Een tekst "
        "erin mag 1.000.000 tekens hebben, een gearchiveerde tekst 16 MB. Mappen mogen 32 "
        "diep zijn. Een symbolische link die uit de catalogus leidt wordt niet gevolgd.",
    ),
    Phrase(
        "From format 1: write `format: 2`. `retrieved` in a source reference becomes `read` "
        "on the source. There may now be several owners or addressees. If a catalogue lists "
        "organisations, they are given by their ids. `dosa-trace check` gives the line to "
        "write for each.",
        "Vanaf formaat 1: schrijf `format: 2`. `retrieved` bij een bronverwijzing wordt "
        "`read` bij de bron. Er kunnen nu meer verantwoordelijke organisaties of "
        "geadresseerden zijn. Als een catalogus organisaties opsomt, staan ze er met hun id. "
        "`dosa-trace check` geeft voor elk de regel om te schrijven.",
    ),
)

RECORDS: Mapping[str, Phrase] = {
    "CatalogueInfo": Phrase(
        "Describes the catalogue; in one file only.", "Beschrijft de catalogus; in één bestand."
    ),
    "Focus": Phrase(
        "The recommendations that the catalogue is about; every summary starts with them.",
        "De aanbevelingen waar de catalogus over gaat; elke samenvatting begint ermee.",
    ),
    "Selection": Phrase(
        "Conditions; a recommendation must meet all that are given.",
        "Voorwaarden; een aanbeveling moet aan alle gegeven voorwaarden voldoen.",
    ),
    "Level": Phrase("A tier of government.", "Een bestuurslaag."),
    "Kind": Phrase("A kind of instrument of the catalogue's own.", "Een eigen soort instrument."),
    "Theme": Phrase("What recommendations can be about.", "Waar aanbevelingen over kunnen gaan."),
    "Government": Phrase("A government that took office.", "Een regering die aantrad."),
    "Organisation": Phrase(
        "Who recommends, responds, is responsible or publishes. If a catalogue lists "
        "organisations, owners, addressees and responders are given by their ids. Publishers "
        "and institutions may be.",
        "Wie aanbeveelt, reageert, verantwoordelijk is of uitbrengt. Als een catalogus "
        "organisaties opsomt, staan verantwoordelijken, geadresseerden en wie reageert er met "
        "hun id. Bij uitgevers en instellingen mag dat.",
    ),
    "Source": Phrase("A document that says something.", "Een document dat iets zegt."),
    "Recommendation": Phrase(
        "What an advisory source recommends.", "Wat een adviserende bron aanbeveelt."
    ),
    "Evidence": Phrase(
        "A place in a source, with a quotation.", "Een plaats in een bron, met een citaat."
    ),
    "Response": Phrase(
        "A response to a recommendation. The last known one in the file holds.",
        "Een reactie op een aanbeveling. De laatste bekende in het bestand geldt.",
    ),
    "Considered": Phrase(
        "Instruments that were considered, but do not cover the recommendation.",
        "Instrumenten die zijn bekeken, maar de aanbeveling niet dekken.",
    ),
    "Comparison": Phrase(
        "A recommendation that asks for the same as another, or (under `conflicts_with`) "
        "conflicts with it.",
        "Een aanbeveling die hetzelfde vraagt als een andere, of er (onder `conflicts_with`) "
        "mee in strijd is.",
    ),
    "Waiver": Phrase(
        "A finding of `check` that may remain, with the reason.",
        "Een bevinding van `check` die mag blijven, met de reden.",
    ),
    "Objective": Phrase("An objective of a government.", "Een doelstelling van een overheid."),
    "Instrument": Phrase(
        "What a government has, does or announces.", "Wat een overheid heeft, doet of aankondigt."
    ),
    "StatusEvent": Phrase(
        "A status of an instrument. The last known one in the file holds.",
        "Een status van een instrument. De laatste bekende in het bestand geldt.",
    ),
    "Budget": Phrase(
        "An amount as a source gave it. A later one is added, and none is overwritten.",
        "Een bedrag zoals een bron het gaf. Een later bedrag komt erbij, en geen wordt "
        "overschreven.",
    ),
    "Target": Phrase(
        "A target; a delayed plan is a second target with the same name.",
        "Een streefdatum; een uitgestelde planning is een tweede met dezelfde naam.",
    ),
    "Reported": Phrase("That a source says so, on a date.", "Dat een bron het zegt, op een datum."),
    "AnswerWithin": Phrase(
        "Within what term a source asks for a response.",
        "Binnen welke termijn een bron om een reactie vraagt.",
    ),
    "Indicator": Phrase("What a monitor measures.", "Wat een monitor meet."),
    "Observation": Phrase("One value, in a year.", "Eén waarde, in een jaar."),
    "TraceLink": Phrase("A claim: `to` supports `from`.", "Een bewering: `to` ondersteunt `from`."),
    "Review": Phrase(
        "A review of a link by somebody.", "Een beoordeling van een koppeling door iemand."
    ),
    "Reading": Phrase(
        "How another judges a link, or what was rejected. It moves no state. One that differs, "
        "without a reply, is shown next to every figure as a challenge.",
        "Hoe een ander een koppeling beoordeelt, of wat is afgewezen. Het verandert geen stand. "
        "Een afwijkend oordeel zonder weerwoord staat als tegenwerping naast elk cijfer.",
    ),
    "FieldReading": Phrase(
        "How another judges the specificity of a recommendation, or a response to it.",
        "Hoe een ander de specificiteit van een aanbeveling beoordeelt, of een reactie erop.",
    ),
    "ReadingAnswer": Phrase(
        "What was decided after a reading that differs.",
        "Wat is beslist na een afwijkend oordeel.",
    ),
    "Doubt": Phrase(
        "A dated objection to a link. An unanswered challenge is shown next to every figure, "
        "and moves none.",
        "Een gedateerd bezwaar tegen een koppeling. Een onbeantwoorde tegenwerping staat "
        "naast elk cijfer, en verandert er geen.",
    ),
    "DoubtAnswer": Phrase("The reply to a challenge.", "Het weerwoord op een tegenwerping."),
    "Search": Phrase(
        "A search, which keeps *nobody acts* and *nobody searched* apart.",
        "Een zoekactie, die *niemand doet iets* en *niemand zocht* uit elkaar houdt.",
    ),
}

TYPES: Mapping[str, Phrase] = {
    "field": Phrase("field", "veld"),
    "holds": Phrase("content", "inhoud"),
    "means": Phrase("meaning", "betekenis"),
    "value": labels.FIELDS["value"],
    "called": Phrase("shown as", "getoond als"),
    "acts": Phrase("does it carry something out?", "voert het iets uit?"),
    "required": Phrase("required", "verplicht"),
    "or": Phrase("or", "of"),
    "one_of": Phrase("At least one of {keys}.", "Minstens een van {keys}."),
    "values": Phrase("The words that fields may hold", "De woorden die velden mogen bevatten"),
    "Str": Phrase("text", "tekst"),
    "Local": Phrase("text, or a text per language", "tekst, of een tekst per taal"),
    "Ident": Phrase("lower-case letters, digits, - and .", "kleine letters, cijfers, - en ."),
    "Ref": Phrase("id of a record: {kinds}", "id van een record: {kinds}"),
    "TextsOf": Phrase("a text per recommendation", "een tekst per aanbeveling"),
    "Party": Phrase("id of an organisation, or a name", "id van een organisatie, of een naam"),
    "LevelId": Phrase("id of a level", "id van een niveau"),
    "KindId": Phrase("a kind, see below", "een soort, zie hieronder"),
    "Version": Phrase("2", "2"),
    "Day": Phrase("date", "datum"),
    "TermType": Phrase("term, such as 6 weeks", "termijn, zoals 6 weeks"),
    "NumberType": Phrase("number", "getal"),
    "AmountType": Phrase("number without marks between thousands", "getal zonder duizendtaltekens"),
    "Flag": Phrase("true or false", "true of false"),
    "Url": Phrase("web address", "webadres"),
    "FilePath": Phrase("path", "pad"),
    "Settings": Phrase(
        "per rule `off`, `note`, `warning` or `error`, or `severity` and `months`",
        "per regel `off`, `note`, `warning` of `error`, of `severity` en `months`",
    ),
    "list": Phrase("list of: {item}", "lijst van: {item}"),
    "one_or_more": Phrase("one or a list of: {item}", "een of een lijst van: {item}"),
    "Part": Phrase("{name} below", "{name} hieronder"),
    "of_InstrumentKind": Phrase("Kinds of instrument", "Soorten instrument"),
    "of_SourceKind": Phrase("Kinds of source", "Soorten bron"),
    "of_OrganisationKind": Phrase("Kinds of organisation", "Soorten organisatie"),
    "of_Reliability": Phrase("Reliability of a source", "Betrouwbaarheid van een bron"),
    "of_ResponseValue": Phrase("Value of a response", "Waarde van een reactie"),
    "of_Scope": Phrase("Scope of a response", "Reikwijdte van een reactie"),
    "of_Seen": Phrase("How much of a response was read", "Hoeveel van een reactie is gelezen"),
    "of_StatusValue": Phrase("Status of an instrument", "Status van een instrument"),
    "of_Nature": Phrase("Natures of money", "Aard van het geld"),
    "of_Stage": Phrase("Stage of an amount", "Fase van een bedrag"),
    "of_Relation": Phrase("Relation of a link", "Relatie van een koppeling"),
    "of_Extent": Phrase("Extent of a link", "Mate van een koppeling"),
    "of_ReadExtent": Phrase("Extent as another reads it", "Mate zoals een ander die ziet"),
    "of_Outcome": Phrase("Decision after another reading", "Beslissing na een ander oordeel"),
    "of_Basis": Phrase("Basis of a link", "Koppeling: volgens wie"),
    "of_Sought": Phrase("What was searched for", "Waarnaar is gezocht"),
}

#: Why a kind does not act: what rests only on such kinds is marked *no act*.
KINDS: Mapping[InstrumentKind, Phrase] = {
    InstrumentKind.AGENDA: Phrase(
        "it says what will be taken up", "een agenda zegt wat aan de orde komt"
    ),
    InstrumentKind.STRATEGY: Phrase(
        "it says how an objective should be reached",
        "een strategie zegt hoe een doel bereikt moet worden",
    ),
    InstrumentKind.VISION: Phrase("it says what is desired", "een visie zegt wat gewenst is"),
    InstrumentKind.PROPOSAL: Phrase("it has not been decided", "er is nog niet over besloten"),
    InstrumentKind.MONITOR: Phrase(
        "it measures what others do", "een monitor meet wat anderen doen"
    ),
}

VALUES: Mapping[str, Mapping[str, Phrase]] = {
    "InstrumentKind": {
        "agenda": Phrase("what a government will take up", "wat een overheid aan de orde stelt"),
        "strategy": Phrase("a way to an aim", "een weg naar een doel"),
        "vision": Phrase("a wished-for future", "een gewenste toekomst"),
        "programme": Phrase("work with people and money", "werk met mensen en geld"),
        "fund": Phrase("money to be applied for", "geld dat is aan te vragen"),
        "facility": Phrase("something that others can use", "iets wat anderen kunnen gebruiken"),
        "network": Phrase("parties that work together", "partijen die samenwerken"),
        "action-plan": Phrase("actions, and who takes them", "acties, en wie die uitvoert"),
        "regulation": Phrase("rules that bind", "regels die binden"),
        "proposal": Phrase(
            "a plan that is not decided yet", "een plan waarover nog is te besluiten"
        ),
        "model": Phrase("a model that is made or run", "een model dat wordt gemaakt of gedraaid"),
        "monitor": Phrase("measurement", "meting"),
    },
    "ResponseValue": {
        "accepted": Phrase("accepted", "overgenomen"),
        "accepted-in-principle": Phrase("yes, details later", "ja, de uitwerking volgt"),
        "partly-accepted": Phrase("accepted in part", "deels overgenomen"),
        "under-consideration": Phrase("no decision yet", "nog geen besluit"),
        "noted": Phrase("noted, and no more", "kennisgenomen, en niet meer"),
        "existing-policy": Phrase(
            "existing policy is enough; declined if no instrument supports it",
            "bestaand beleid volstaat; afgewezen als geen instrument het ondersteunt",
        ),
        "rejected": Phrase("it is refused", "het wordt geweigerd"),
    },
    "Scope": {
        "individual": Phrase("about this recommendation", "over deze aanbeveling"),
        "collective": Phrase("about all of them together", "over alle samen"),
    },
    "Seen": {
        "whole": Phrase(
            "only then is it known that no commitment was made",
            "alleen dan is bekend dat er geen toezegging is",
        ),
        "part": Phrase(
            "there may be a commitment in another part",
            "in een ander deel kan een toezegging staan",
        ),
        "head": Phrase("only how it starts", "alleen hoe het begint"),
        "none": Phrase("known from elsewhere alone", "alleen van elders bekend"),
    },
    "StatusValue": {
        "announced": Phrase(
            "it is coming; what it supports is planned",
            "komt eraan; wat het ondersteunt is gepland",
        ),
        "adopted": Phrase("decided; active", "besloten; actief"),
        "in-progress": Phrase("being carried out; active", "wordt uitgevoerd; actief"),
        "completed": Phrase("done; counts like active", "gedaan; telt als actief"),
        "paused": Phrase("on hold; supports nothing", "staat stil; ondersteunt niets"),
        "stopped": Phrase("ended; supports nothing", "beëindigd; ondersteunt niets"),
        "superseded": Phrase(
            "replaced (`superseded_by`); supports nothing",
            "vervangen (`superseded_by`); ondersteunt niets",
        ),
    },
    "Relation": {
        "supports": Phrase("it supports", "het ondersteunt"),
        "contradicts": Phrase("it works against", "het werkt tegen"),
        "none": Phrase("considered, and there is no relation", "bekeken, en er is geen relatie"),
    },
    "Extent": {
        "full": Phrase("all that is recommended", "alles wat is aanbevolen"),
        "partial": Phrase("a part of it", "een deel ervan"),
        "marginal": Phrase("it only touches on it", "het raakt er alleen zijdelings aan"),
    },
    "Basis": {
        "stated": Phrase(
            "a source says so; a source reference is required",
            "een bron zegt het; een bronverwijzing is verplicht",
        ),
        "inferred": Phrase(
            "an analyst concludes it; a reason is required",
            "een analist concludeert het; een motivering is verplicht",
        ),
        "suggested": Phrase(
            "software suggested it; never counted", "software stelde het voor; telt nooit mee"
        ),
    },
    "SourceKind": {
        "factsheet": Phrase("a sheet of facts", "een blad met feiten"),
        "report": Phrase("a study or advice", "een studie of advies"),
        "letter": Phrase("a letter, such as to a parliament", "een brief, zoals aan een parlement"),
        "nota": Phrase("a memo of officials", "een nota van ambtenaren"),
        "law": Phrase("a law or scheme", "een wet of regeling"),
        "communication": Phrase("of the European Commission", "van de Europese Commissie"),
        "dataset": Phrase("figures", "cijfers"),
        "web": Phrase("a page, which may change", "een pagina, die kan veranderen"),
        "position": Phrase("what a party holds", "wat een partij vindt"),
    },
    "Reliability": {
        "official": Phrase("the original itself", "het origineel zelf"),
        "reprint": Phrase("a copy elsewhere", "een kopie elders"),
        "secondary": Phrase("what somebody else wrote about it", "wat een ander erover schreef"),
    },
    "OrganisationKind": {
        "ministry": Phrase("a ministry", "een ministerie"),
        "agency": Phrase(
            "carries out for government, or supervises",
            "voert uit voor de overheid, of houdt toezicht",
        ),
        "council": Phrase("advises", "adviseert"),
        "court": Phrase("audits", "controleert"),
        "parliament": Phrase(
            "a parliament or council that is elected", "een gekozen parlement of raad"
        ),
        "government": Phrase("governs, as a whole", "bestuurt, als geheel"),
        "eu-institution": Phrase("of the European Union", "van de Europese Unie"),
        "research-institute": Phrase("studies", "onderzoekt"),
        "company": Phrase("a company", "een bedrijf"),
        "association": Phrase("of members or parties", "van leden of partijen"),
    },
    "ReadExtent": {
        "none": Phrase("it does nothing of it", "het doet er niets van"),
        "marginal": Phrase("it touches on it", "het raakt eraan"),
        "partial": Phrase("it does a part", "het doet een deel"),
        "full": Phrase("it does what is asked", "het doet wat wordt gevraagd"),
    },
    "Outcome": {
        "kept": Phrase("the first judgement stays", "het eerste oordeel blijft"),
        "changed": Phrase("the link was changed", "de koppeling is gewijzigd"),
    },
    "Stage": {
        "announced": Phrase("named, not yet bound", "genoemd, nog niet vast"),
        "committed": Phrase("legally committed", "juridisch verplicht"),
        "spent": Phrase("paid", "betaald"),
    },
    "Nature": {
        "new": Phrase("not in a budget before", "stond nog in geen begroting"),
        "existing": Phrase("was there before", "was er al"),
        "to-be-raised": Phrase("never added to what is there", "telt nooit op bij wat er is"),
        "co-financing": Phrase("what others put in", "wat anderen inleggen"),
    },
    "Sought": {
        "instrument": Phrase("what supports it", "wat het ondersteunt"),
        "response": Phrase("the response of government", "de reactie van de overheid"),
    },
}
