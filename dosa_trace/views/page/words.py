"""The fixed words of the page of a report; what stands between double braces is filled in the
browser."""

from __future__ import annotations

from collections.abc import Mapping

from dosa_trace import labels
from dosa_trace.language import Phrase
from dosa_trace.views.drawing import graph, matrix

WORDS: Mapping[str, Phrase] = {
    "skip": Phrase("To the content", "Naar de inhoud"),
    "language": Phrase("Language", "Taal"),
    "appearance": Phrase("Appearance", "Weergave"),
    "auto": Phrase("as the system", "volgens het systeem"),
    "light": Phrase("light", "licht"),
    "dark": Phrase("dark", "donker"),
    "contents": Phrase("Contents", "Inhoud"),
    "figures": Phrase("The figures, and what to read them with", "De cijfers, en wat erbij hoort"),
    "how": Phrase("How we count", "Hoe we tellen"),
    "state": labels.STATE,
    "recommendation": labels.RECORD_KINDS["recommendation"],
    "search": Phrase("search", "zoek"),
    "all": Phrase("all", "alle"),
    "filter": Phrase("Choose from: {{what}}", "Kies uit: {{what}}"),
    "reset": Phrase("show all again", "toon weer alles"),
    "shown": Phrase("{{n}} of {{of}} shown", "{{n}} van {{of}} getoond"),
    "nothing": Phrase(
        "Nothing fits. Fewer words or fewer choices find more.",
        "Niets past. Minder woorden of minder keuzes vinden meer.",
    ),
    "outside": Phrase(
        "This one was linked to; the filter would leave it out.",
        "Hiernaar is verwezen; het filter zou dit weglaten.",
    ),
    "missing": Phrase(
        "There is nothing called {{what}} on this page.",
        "Op deze pagina staat niets dat {{what}} heet.",
    ),
    "sideways": Phrase(
        "→ wider than the screen: move it sideways", "→ breder dan het scherm: schuif opzij"
    ),
    "copy_link": Phrase("copy link", "kopieer de verwijzing"),
    "copy_cite": Phrase("copy as citation", "kopieer als citaat"),
    "citation": Phrase(
        "{{title}}: {{state}}. {{sentence}}{{source}} Catalogue: {{catalogue}}, digest {{digest}}; "
        "{{generator}}.",
        "{{title}}: {{state}}. {{sentence}}{{source}} Catalogus: {{catalogue}}, digest {{digest}}; "
        "{{generator}}.",
    ),
    "citation_source": Phrase("Source: {{source}}.", "Bron: {{source}}."),
    "copied": Phrase("copied", "gekopieerd"),
    "in_flow": Phrase("show in the flow", "toon in de stroom"),
    "sheet": Phrase("CSV", "csv"),
    "sheet_of": Phrase("{{what}}, as CSV", "{{what}}, als csv"),
    "table": Phrase("Table: {{what}}", "Tabel: {{what}}"),
    "picture": Phrase("Picture: {{what}}", "Beeld: {{what}}"),
    "matrix": Phrase("Matrix", "Matrix van antwoorden"),
    "matrix_note": matrix.LEGEND,
    "left_out": Phrase(
        "Left out, because nothing joins them; recommendations: {{rows}}, instruments: {{columns}}",
        "Weggelaten, omdat niets ze verbindt; aanbevelingen: {{rows}}, instrumenten: {{columns}}",
    ),
    "flow": Phrase("Flow", "Stroom"),
    "flow_note": Phrase(
        "From what was asked, through the aims of government, to what exists. A dashed line is "
        "what an analyst infers, a thin one only mentions. Choose a box to follow its line.",
        "Van wat is gevraagd, via de doelen van de overheid, naar wat er is. Een streepjeslijn is "
        "wat een analist afleidt, een dunne noemt alleen. Kies een vak om de lijn te volgen.",
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
        "This would be {{n}}, and at most {{most}} are shown: choose a theme or a source.",
        "Dit zouden er {{n}} zijn, en hoogstens {{most}} worden getoond: kies een thema of een "
        "bron.",
    ),
    "legend": graph.LEGEND,
    "running": graph.INSTRUMENT,
    "ended": graph.ENDED,
    "recommendations": labels.RECORD_KINDS_PLURAL["recommendations"],
    "objectives": labels.RECORD_KINDS_PLURAL["objectives"],
    "instruments": labels.RECORD_KINDS_PLURAL["instruments"],
    "follow": Phrase("Followed:", "Gevolgd:"),
    "no_script": Phrase(
        "The lists, the pictures and the tables below need JavaScript, which is off here. The "
        "report as Markdown tells the same without it.",
        "De lijsten, beelden en tabellen hieronder vragen JavaScript, en dat staat hier uit. Het "
        "verslag als Markdown vertelt hetzelfde zonder.",
    ),
    **labels.EXTENTS,
    "contradicts": labels.RELATIONS["contradicts"],
    "none": Phrase("nothing", "niets"),
    "stated": labels.BASES["stated"],
    "inferred": labels.BASES["inferred"],
}
LANGUAGE_NAME = Phrase("English", "Nederlands")
OWNERS = Phrase("What each owner holds", "Wat elke eigenaar heeft")
OF_ALL = Phrase("of {total} recommendations", "van {total} aanbevelingen")
RESTS = Phrase("{date}; rests on it: {count}", "{date}; rust hierop: {count}")
