"""The words of the pages of the format: a sentence per record, and what each value means."""

from __future__ import annotations

from collections.abc import Mapping

from dosa_trace import labels
from dosa_trace.catalog.model.vocabulary import InstrumentKind
from dosa_trace.language import Phrase

INTRO = (
    Phrase("# The format of a catalogue", "# Het formaat van een catalogus"),
    Phrase(
        "A catalogue is a folder of YAML files. Each file holds any of the keys below; what was "
        "asked, what exists and what is judged usually stand in files of their own. This page is "
        "made from the table that the program itself reads by (`python -m docs.format`).",
        "Een catalogus is een map met YAML-bestanden. Elk bestand bevat een of meer van de "
        "sleutels hieronder; wat is gevraagd, wat er is en wat wordt geoordeeld staan meestal in "
        "eigen bestanden. Deze bladzijde is gemaakt uit de tabel waarmee het programma zelf leest "
        "(`python -m docs.format`).",
    ),
    Phrase(
        "A text is written once, or per language: `{{nl: …, en: …}}`. A date is a day, a month or "
        "a year (`2025-07-04`, `2025-07`, `2025`), and counts from its last day. Where a source "
        "bears no date, `read` says on which day somebody read it: that is shown, and moves no "
        "figure. Keys that begin with `x-` are kept, shown and can be selected by, and are never "
        "judged.",
        "Een tekst staat er één keer, of per taal: `{{nl: …, en: …}}`. Een datum is een dag, een "
        "maand of een jaar (`2025-07-04`, `2025-07`, `2025`), en telt vanaf de laatste dag. Draagt "
        "een bron geen datum, dan zegt `read` op welke dag iemand haar las: dat wordt getoond, en "
        "verandert geen cijfer. Sleutels die met `x-` beginnen blijven bewaard, worden getoond en "
        "zijn te kiezen, en worden nooit beoordeeld.",
    ),
    Phrase(
        "A file is read up to 256 MB (`DOSA_TRACE_MAX_MB` raises that), a text in it up to "
        "1,000,000 characters, an archived text up to 16 MB, folders 32 deep; a link that leads "
        "out of the catalogue is not followed.",
        "Een bestand wordt gelezen tot 256 MB (`DOSA_TRACE_MAX_MB` verhoogt dat), een tekst erin "
        "tot 1.000.000 tekens, een bewaarde tekst tot 16 MB, mappen tot 32 diep; een link die uit "
        "de catalogus leidt wordt niet gevolgd.",
    ),
    Phrase(
        "From format 1: write `format: 2`. `retrieved` on evidence becomes `read` on the source. "
        "An owner or addressee may now be several; where a catalogue lists organisations, it is "
        "their id. `dosa-trace check` gives the line to write for each.",
        "Vanaf formaat 1: schrijf `format: 2`. `retrieved` bij bewijs wordt `read` bij de bron. "
        "Een eigenaar of geadresseerde kunnen er nu meer zijn; waar een catalogus organisaties "
        "opsomt, is het hun id. `dosa-trace check` geeft voor elk de regel om te schrijven.",
    ),
)

RECORDS: Mapping[str, Phrase] = {
    "CatalogueInfo": Phrase(
        "What the catalogue is; in one file only.", "Wat de catalogus is; in één bestand."
    ),
    "Focus": Phrase(
        "The recommendations that the catalogue is about; every summary begins with them.",
        "De aanbevelingen waar de catalogus om gaat; elke samenvatting begint ermee.",
    ),
    "Selection": Phrase(
        "Conditions; a recommendation must fulfil all that are given.",
        "Voorwaarden; een aanbeveling moet alle gegeven voorwaarden vervullen.",
    ),
    "Level": Phrase("A tier of government.", "Een bestuurslaag."),
    "Kind": Phrase("A kind of instrument of the catalogue's own.", "Een eigen soort instrument."),
    "Theme": Phrase("What recommendations can be about.", "Waar aanbevelingen over kunnen gaan."),
    "Government": Phrase("A government that took office.", "Een regering die aantrad."),
    "Organisation": Phrase(
        "Who asks, answers, owns or publishes. A catalogue that lists organisations names owners, "
        "addressees and who responded by their ids; publishers and institutions may be.",
        "Wie vraagt, antwoordt, bezit of uitbrengt. Een catalogus die organisaties opsomt, noemt "
        "eigenaren, geadresseerden en wie antwoordde bij hun id; bij uitgevers en instellingen mag "
        "dat.",
    ),
    "Source": Phrase("A document that says something.", "Een document dat iets zegt."),
    "Recommendation": Phrase(
        "What an advisory source asks for.", "Wat een adviserende bron vraagt."
    ),
    "Evidence": Phrase(
        "A place in a source, with its words.", "Een plaats in een bron, met haar woorden."
    ),
    "Response": Phrase(
        "What was answered to a recommendation. The last in the file that is known holds.",
        "Wat op een aanbeveling is geantwoord. De laatste bekende in het bestand geldt.",
    ),
    "Considered": Phrase(
        "Instruments that somebody looked at and found not to answer the recommendation.",
        "Instrumenten die iemand bekeek en die de aanbeveling niet beantwoorden.",
    ),
    "Comparison": Phrase(
        "That a recommendation asks the same as another, or what does not go with it (under "
        "`conflicts_with`).",
        "Dat een aanbeveling hetzelfde vraagt als een andere, of (onder `conflicts_with`) wat er "
        "niet mee strookt.",
    ),
    "Waiver": Phrase(
        "A finding of `check` that may stand, with the reason.",
        "Een bevinding van `check` die mag blijven, met de reden.",
    ),
    "Objective": Phrase("An aim that a government states.", "Een doel dat een overheid stelt."),
    "Instrument": Phrase(
        "What a government has, does or announces.", "Wat een overheid heeft, doet of aankondigt."
    ),
    "StatusEvent": Phrase(
        "What an instrument became. The last in the file that is known holds.",
        "Wat een instrument werd. De laatste bekende in het bestand geldt.",
    ),
    "Budget": Phrase(
        "An amount as a source gave it; a later one is added, none is overwritten.",
        "Een bedrag zoals een bron het gaf; een later komt erbij, geen wordt overschreven.",
    ),
    "Target": Phrase(
        "What is to be reached; a shifted planning is a second target of the same name.",
        "Wat bereikt moet worden; een verschoven planning is een tweede met dezelfde naam.",
    ),
    "Indicator": Phrase("What a monitor measures.", "Wat een monitor meet."),
    "Observation": Phrase("One value, in a year.", "Eén waarde, in een jaar."),
    "TraceLink": Phrase(
        "A claim: `from` is answered by `to`.", "Een bewering: `from` wordt beantwoord door `to`."
    ),
    "Review": Phrase("That somebody looked at a link.", "Dat iemand een verband bekeek."),
    "Doubt": Phrase(
        "An objection to a link. An open one is shown wherever the figure is, and moves none.",
        "Een twijfel aan een verband. Een open twijfel staat overal naast het cijfer, en verandert "
        "het niet.",
    ),
    "DoubtAnswer": Phrase("What became of a doubt.", "Wat er van een twijfel werd."),
    "Search": Phrase(
        "That somebody looked, so that *nobody acts* and *nobody looked* are told apart.",
        "Dat iemand zocht, zodat *niemand doet iets* en *niemand keek* uit elkaar blijven.",
    ),
}

TYPES: Mapping[str, Phrase] = {
    "field": Phrase("field", "veld"),
    "holds": Phrase("what stands there", "wat er staat"),
    "means": Phrase("what it means", "wat het betekent"),
    "value": labels.FIELDS["value"],
    "called": Phrase("shown as", "getoond als"),
    "acts": Phrase("does something act?", "voert het iets uit?"),
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
    "of_ResponseValue": Phrase("What was answered", "Wat is geantwoord"),
    "of_Scope": Phrase("Scope of a response", "Reikwijdte van een reactie"),
    "of_Seen": Phrase("How much of an answer was read", "Hoeveel van een antwoord is gelezen"),
    "of_StatusValue": Phrase("Status of an instrument", "Status van een instrument"),
    "of_Stage": Phrase("Stage of an amount", "Fase van een bedrag"),
    "of_Relation": Phrase("Relation of a link", "Relatie van een verband"),
    "of_Extent": Phrase("Extent of a link", "Mate van een verband"),
    "of_Basis": Phrase("Basis of a link", "Basis van een verband"),
    "of_Sought": Phrase("What a search was for", "Waarnaar is gezocht"),
}

#: Why a kind does not act: what rests only on such kinds is marked *no act*.
KINDS: Mapping[InstrumentKind, Phrase] = {
    InstrumentKind.AGENDA: Phrase(
        "it says what is to be taken up", "ze zegt wat aan de orde moet komen"
    ),
    InstrumentKind.STRATEGY: Phrase(
        "it says by which way something is to be reached",
        "ze zegt langs welke weg iets bereikt moet worden",
    ),
    InstrumentKind.VISION: Phrase("it says what is wished for", "ze zegt wat men wenst"),
    InstrumentKind.PROPOSAL: Phrase("it has not been decided", "er is nog niet over besloten"),
    InstrumentKind.MONITOR: Phrase("it measures what others do", "hij meet wat anderen doen"),
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
        "action-plan": Phrase("acts with who does them", "daden met wie ze doet"),
        "regulation": Phrase("rules that bind", "regels die binden"),
        "proposal": Phrase("what somebody wants decided", "wat iemand besloten wil zien"),
        "model": Phrase("a model that is made or run", "een model dat wordt gemaakt of gedraaid"),
        "monitor": Phrase("what measures", "wat meet"),
    },
    "ResponseValue": {
        "accepted": Phrase("it is taken over", "het wordt overgenomen"),
        "accepted-in-principle": Phrase("yes, details later", "ja, de uitwerking volgt"),
        "partly-accepted": Phrase("a part is taken over", "een deel wordt overgenomen"),
        "under-consideration": Phrase("no decision yet", "nog geen besluit"),
        "noted": Phrase("taken note of, and no more", "kennis genomen, en niet meer"),
        "existing-policy": Phrase(
            "what exists suffices; counts as declined where nothing answers",
            "wat er is volstaat; telt als afgewezen als niets het beantwoordt",
        ),
        "rejected": Phrase("it is refused", "het wordt geweigerd"),
    },
    "Scope": {
        "individual": Phrase("said of this recommendation", "over deze aanbeveling gezegd"),
        "collective": Phrase("said of all together", "over alle samen gezegd"),
    },
    "Seen": {
        "whole": Phrase(
            "only then no pledge is known to be none",
            "alleen dan is bekend dat er geen toezegging is",
        ),
        "part": Phrase("a pledge may stand elsewhere", "elders kan een toezegging staan"),
        "head": Phrase("only how it begins", "alleen hoe het begint"),
    },
    "StatusValue": {
        "announced": Phrase(
            "said to come; what it answers is planned", "komt eraan; wat het beantwoordt is gepland"
        ),
        "adopted": Phrase("decided; live", "besloten; loopt"),
        "in-progress": Phrase("being carried out; live", "wordt uitgevoerd; loopt"),
        "completed": Phrase("done; counts as live", "gedaan; telt als lopend"),
        "paused": Phrase("stands still; carries nothing", "staat stil; draagt niets"),
        "stopped": Phrase("ended; carries nothing", "beëindigd; draagt niets"),
        "superseded": Phrase(
            "replaced (`superseded_by`); carries nothing",
            "vervangen (`superseded_by`); draagt niets",
        ),
    },
    "Relation": {
        "supports": Phrase("it answers", "het beantwoordt"),
        "contradicts": Phrase("it works against", "het werkt tegen"),
        "none": Phrase("looked at, and it does not answer", "bekeken, en het beantwoordt niet"),
    },
    "Extent": {
        "full": Phrase("the whole of what was asked", "alles wat is gevraagd"),
        "partial": Phrase("a part of it", "een deel ervan"),
        "marginal": Phrase("it only touches it: a mention", "het raakt er slechts aan: genoemd"),
    },
    "Basis": {
        "stated": Phrase(
            "a source says so; evidence is required", "een bron zegt het; bewijs is verplicht"
        ),
        "inferred": Phrase(
            "an analyst concludes it; a rationale is required",
            "een analist concludeert het; een rationale is verplicht",
        ),
        "suggested": Phrase(
            "a machine proposed it; never counted", "een machine stelde het voor; telt nooit"
        ),
    },
    "SourceKind": {
        "factsheet": Phrase("a sheet of facts", "een blad met feiten"),
        "report": Phrase("a study or advice", "een studie of advies"),
        "letter": Phrase("a letter, such as to a parliament", "een brief, zoals aan een parlement"),
        "nota": Phrase("a note of officials", "een nota van ambtenaren"),
        "law": Phrase("a law or scheme", "een wet of regeling"),
        "communication": Phrase("of the European Commission", "van de Europese Commissie"),
        "dataset": Phrase("figures", "cijfers"),
        "web": Phrase("a page, which may change", "een pagina, die kan veranderen"),
        "position": Phrase("what a party holds", "wat een partij vindt"),
    },
    "Reliability": {
        "official": Phrase("the original itself", "het origineel zelf"),
        "reprint": Phrase("a copy elsewhere", "een kopie elders"),
        "secondary": Phrase("what another wrote of it", "wat een ander erover schreef"),
    },
    "OrganisationKind": {
        "ministry": Phrase("a ministry", "een ministerie"),
        "agency": Phrase("carries out for government", "voert uit voor de overheid"),
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
    "Stage": {
        "announced": Phrase("named, not yet bound", "genoemd, nog niet vast"),
        "committed": Phrase("bound to it", "ervoor vastgelegd"),
        "spent": Phrase("paid", "betaald"),
    },
    "Sought": {
        "instrument": Phrase("what answers it", "wat het beantwoordt"),
        "response": Phrase("what government said to it", "wat de overheid erop zei"),
    },
}
