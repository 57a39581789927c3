"""The fixed words of the page of a report."""

from __future__ import annotations

from collections.abc import Mapping

from dosa_trace import labels
from dosa_trace.language import Phrase
from dosa_trace.views import cross, matrix

WORDS: Mapping[str, Phrase] = {
    "skip": Phrase("To the content", "Naar de inhoud"),
    "language": Phrase("Language", "Taal"),
    "appearance": Phrase("Appearance", "Weergave"),
    "auto": Phrase("as the screen", "als het scherm"),
    "light": Phrase("light", "licht"),
    "dark": Phrase("dark", "donker"),
    "contents": Phrase("Contents", "Inhoud"),
    "summary": labels.SUMMARY,
    "figures": Phrase(
        "How many recommendations are in each state, on either basis",
        "Hoeveel aanbevelingen er in elke stand zijn, op elke grondslag",
    ),
    "state": labels.STATE,
    "by_theme": labels.BY_THEME,
    "by_theme_note": Phrase(
        "A recommendation may stand under several themes.",
        "Een aanbeveling kan onder meer thema's staan.",
    ),
    "theme": labels.RECORD_KINDS["theme"],
    "share": Phrase("share", "verdeling"),
    "total": labels.TOTAL,
    "cross": cross.TITLE,
    "cross_note": cross.HOW,
    "question": Phrase("deserves a question", "verdient een vraag"),
    "recommendations": Phrase("Recommendations", "Aanbevelingen"),
    "filter_recommendations": Phrase("Filter the recommendations", "Filter de aanbevelingen"),
    "filter_instruments": Phrase("Filter the instruments", "Filter de instrumenten"),
    "search": Phrase("search", "zoek"),
    "all": Phrase("all", "alle"),
    "source": labels.RECORD_KINDS["source"],
    "kind": labels.FIELDS["kind"],
    "level": labels.FIELDS["level"],
    "shown": Phrase("{{n}} of {{of}} shown", "{{n}} van {{of}} getoond"),
    "asked_by": Phrase("asked in", "gevraagd in"),
    "response": Phrase("Response", "Reactie"),
    "rule": Phrase("Rule", "Regel"),
    "chains": Phrase("What leads to instruments", "Wat naar instrumenten leidt"),
    "weakest": labels.WEAKEST,
    "more": Phrase("There are more chains:", "Er zijn meer ketens:"),
    "why_not_more": Phrase("Why it is no more", "Waarom het niet meer is"),
    "instruments": Phrase("Instruments", "Instrumenten"),
    "budget": labels.MONEY,
    "answers": Phrase("Answers", "Beantwoordt"),
    "mentions": Phrase("Mentions", "Noemt"),
    "orphan": Phrase(
        "No chain from a recommendation leads here.",
        "Er leidt geen keten van een aanbeveling hierheen.",
    ),
    "matrix": Phrase("Matrix", "Matrix van antwoorden"),
    "matrix_note": matrix.LEGEND,
    "too_many": Phrase(
        "There is nothing here, or too much for one picture; a part can be had with",
        "Er is hier niets, of te veel voor één beeld; een deel is te krijgen met",
    ),
    "matrix_scroll": Phrase("The matrix as a table", "De matrix als tabel"),
    "flow_scroll": Phrase("The flow as a picture", "De stroom als tekening"),
    "recommendation": labels.RECORD_KINDS["recommendation"],
    "flow": Phrase("Flow", "Stroom"),
    "flow_note": Phrase(
        "From what was asked, through the aims of government, to what exists. A dashed line is "
        "what an analyst infers.",
        "Van wat is gevraagd, via de doelen van de overheid, naar wat er is. Een streepjeslijn is "
        "wat een analist afleidt.",
    ),
    "full": labels.EXTENTS["full"],
    "partial": labels.EXTENTS["partial"],
    "marginal": labels.EXTENTS["marginal"],
    "contradicts": labels.RELATIONS["contradicts"],
    "none": Phrase("nothing", "niets"),
}

LANGUAGE_NAME = Phrase("English", "Nederlands")
PART_OF = labels.PART_OF
