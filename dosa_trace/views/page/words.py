"""The fixed words of the page of a report; what stands between double braces is filled in the
browser."""

from __future__ import annotations

from collections.abc import Mapping

from dosa_trace import labels
from dosa_trace.language import Phrase
from dosa_trace.views.drawing import graph, matrix

ADVISER = Phrase("adviser", "adviseur")
WORDS: Mapping[str, Phrase] = {
    "skip": Phrase("To the content", "Naar de inhoud"),
    "language": Phrase("Language", "Taal"),
    "appearance": Phrase("Appearance", "Weergave"),
    "auto": Phrase("as on this device", "zoals dit apparaat"),
    "light": Phrase("light", "licht"),
    "dark": Phrase("dark", "donker"),
    "contents": Phrase("Contents", "Inhoud"),
    "figures": Phrase("Figures and cautions", "Cijfers en kanttekeningen"),
    "how": Phrase("Counting rules", "Telregels"),
    "state": labels.STATE,
    "recommendation": labels.RECORD_KINDS["recommendation"],
    "find": Phrase("Find your own", "Zoek wat u aangaat"),
    "choose": Phrase("choose", "kies"),
    "copy_paragraph": Phrase("copy with its source", "kopieer met bronvermelding"),
    "id": labels.FIELDS["id"],
    "title": labels.FIELDS["title"],
    "code": Phrase("code of {{what}}", "code van {{what}}"),
    "sort": Phrase("sort by", "sorteer op"),
    "sort_open": Phrase("longest open", "langst open"),
    "sort_adviser": ADVISER,
    "sort_theme": labels.RECORD_KINDS["theme"],
    "sort_catalogue": Phrase("order of the catalogue", "volgorde van de catalogus"),
    "print_all": Phrase("print with the explanations", "druk af met de toelichting"),
    "names": Phrase("names", "namen"),
    "found_in": Phrase("found in: {{what}}", "gevonden in: {{what}}"),
    "search": Phrase("search", "zoek"),
    "all": Phrase("all", "alle"),
    "filter": Phrase("Choose from: {{what}}", "Kies uit: {{what}}"),
    "reset": Phrase("show all again", "toon weer alles"),
    "shown": Phrase("{{n}} of {{of}} shown", "{{n}} van {{of}} getoond"),
    "kin": Phrase("Look also under: {{what}}.", "Kijk ook bij: {{what}}."),
    "nothing": Phrase(
        "No results. Use fewer words or filters.",
        "Niets gevonden. Gebruik minder woorden of filters.",
    ),
    "outside": Phrase(
        "Shown because of a link; the filter leaves it out.",
        "Getoond vanwege een verwijzing; het filter laat dit weg.",
    ),
    "missing": Phrase(
        "This page has nothing called {{what}}.", "Deze pagina heeft niets dat {{what}} heet."
    ),
    "sideways": Phrase(
        "→ wider than the screen: scroll sideways", "→ breder dan het scherm: schuif opzij"
    ),
    "copy_link": Phrase("copy link", "kopieer de verwijzing"),
    "copy_cite": Phrase("copy as citation", "kopieer als citaat"),
    "citation": Phrase(
        "{{title}}: {{state}}. {{sentence}}{{source}} This judgement is from the catalogue "
        "{{catalogue}}, checksum {{digest}}; {{generator}}.",
        "{{title}}: {{state}}. {{sentence}}{{source}} Dit oordeel komt uit de catalogus "
        "{{catalogue}}, controlecode {{digest}}; {{generator}}.",
    ),
    "citation_source": Phrase("Source: {{source}}.", "Bron: {{source}}."),
    "copied": Phrase("copied", "gekopieerd"),
    "in_flow": Phrase("show in the flow chart", "toon in het stroomschema"),
    "sheet": Phrase("CSV", "csv"),
    "sheet_of": Phrase("{{what}}, as CSV", "{{what}}, als csv"),
    "table": Phrase("Table: {{what}}", "Tabel: {{what}}"),
    "picture": Phrase("Picture: {{what}}", "Beeld: {{what}}"),
    "matrix": Phrase(
        "Matrix of recommendations and instruments", "Matrix van aanbevelingen en instrumenten"
    ),
    "matrix_note": matrix.LEGEND,
    "left_out": Phrase(
        "Left out, because they have no links; recommendations: {{rows}}, instruments: {{columns}}",
        "Weggelaten, omdat er geen koppelingen zijn; aanbevelingen: {{rows}}, instrumenten: "
        "{{columns}}",
    ),
    "flow": Phrase("Flow chart", "Stroomschema"),
    "flow_note": Phrase(
        "From recommendations, through government objectives, to instruments. A dashed line "
        "is an analyst's judgement. A thin line only touches on it. Choose a box to follow "
        "its line.",
        "Van aanbevelingen, via doelstellingen van de overheid, naar instrumenten. Een "
        "streepjeslijn is het oordeel van een analist. Een dunne lijn raakt alleen "
        "zijdelings. Kies een vak om de lijn te volgen.",
    ),
    "not_drawn": Phrase(
        graph.NOT_DRAWN.en.replace("{n}", "{{n}}"), graph.NOT_DRAWN.nl.replace("{n}", "{{n}}")
    ),
    "of": Phrase("show", "toon"),
    "everything": Phrase("everything", "alles"),
    "by_theme": labels.BY_THEME,
    "by_source": labels.BY_SOURCE,
    "one_record": Phrase("around {{what}}", "rond {{what}}"),
    "too_many": Phrase(
        "This would be {{n}}, and at most {{most}} can be shown: choose a theme or a source.",
        "Dit zouden er {{n}} zijn, en er kunnen er hoogstens {{most}} worden getoond: kies "
        "een thema of een bron.",
    ),
    "legend": graph.LEGEND,
    "running": graph.INSTRUMENT,
    "ended": graph.ENDED,
    "recommendations": labels.RECORD_KINDS_PLURAL["recommendations"],
    "objectives": labels.RECORD_KINDS_PLURAL["objectives"],
    "instruments": labels.RECORD_KINDS_PLURAL["instruments"],
    "follow": Phrase("Followed:", "Gevolgd:"),
    "no_script": Phrase(
        "This needs JavaScript, which is off. The report as Markdown contains the same.",
        "Hiervoor is JavaScript nodig. Dat staat uit. De rapportage als Markdown bevat hetzelfde.",
    ),
    **labels.EXTENTS,
    "contradicts": labels.RELATIONS["contradicts"],
    "none": labels.NOTHING,
    "stated": labels.BASES["stated"],
    "inferred": labels.BASES["inferred"],
}
LANGUAGE_NAME = Phrase("English", "Nederlands")
RECORDS = Phrase("Lists", "Lijsten")
ORGANISATIONS = Phrase("Per organisation", "Per organisatie")
THROUGH_TIME = Phrase("Through time", "Door de tijd")
HOW_SURE = Phrase("How sure this is", "Hoe zeker dit is")
HOW_MADE = Phrase("How this was made", "Hoe dit is gemaakt")
OWNERS = Phrase("Asked of and done by organisations", "Gevraagd aan en gedaan door organisaties")
NO_SOURCE = Phrase("no source says so", "geen bron zegt het")
FIRST = Phrase(
    "To look at first: what was searched for, what government accepted, what is concrete, what "
    "has long been open.",
    "Eerst te bekijken: waarnaar is gezocht, wat is overgenomen, wat concreet is, wat lang open "
    "staat.",
)
SOURCES = Phrase("{count} {count:source|sources}", "{count} {count:bron|bronnen}")
OPEN_FOR = Phrase(
    "{publisher}, {year}; open for {count} {count:year|years}",
    "{publisher}, {year}; {count} jaar open",
)
OPEN_SHORT = Phrase(
    "{publisher}, {year}; open for less than a year",
    "{publisher}, {year}; korter dan een jaar open",
)
PARAGRAPH = Phrase(
    "{claim} {sentence} Catalogue: {catalogue}, checksum {digest}; {generator}.",
    "{claim} {sentence} Catalogus: {catalogue}, controlecode {digest}; {generator}.",
)
MADE_BY = Phrase("{title} by {makers}", "{title} van {makers}")
RESTS = Phrase("{date}; cited {count} {count:time|times}", "{date}; {count} keer aangehaald")
RESPONDED_ON = Phrase("date of the response", "datum van de reactie")
ASKED_ON = Phrase("date of the source", "datum van de bron")
MONTH = Phrase("month", "maand")
