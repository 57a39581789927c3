"""A mark that the program has not: the recommendation has a title of three words."""

from __future__ import annotations

from dosa_trace.analysis.judging.marks import StateMark
from dosa_trace.language import Phrase

TOY = StateMark(
    "toy_key",
    Phrase("toy-word", "speelwoord"),
    Phrase("it is a toy-meaning", "het is een speelbetekenis"),
    lambda judge, record, verdict: record.id == "reken-1",
    counted=Phrase("toy-count {part} ({percent})", "speeltelling {part} ({percent})"),
)
