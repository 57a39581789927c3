"""The parts that a report can have."""

from __future__ import annotations

from enum import StrEnum


class Section(StrEnum):
    """The parts of a report, in their usual order."""

    SUMMARY = "summary"
    CROSS = "cross"
    SOURCES = "sources"
    THEMES = "themes"
    GAPS = "gaps"
    ORPHANS = "orphans"
    SINGLE_POINTS = "single-points"
    FRAGILITY = "fragility"
    MONEY = "money"
    INSTRUMENTS = "instruments"
    DUE = "due"
    DELAYS = "delays"
    CHANGES = "changes"
    HISTORY = "history"
    CORRECTIONS = "corrections"
    EVIDENCE = "evidence"
    METHOD = "method"


#: What stands in a report that is read on paper; the annex has the others, and these in full.
SHORT = (
    Section.SUMMARY, Section.CROSS, Section.THEMES, Section.GAPS, Section.ORPHANS, Section.MONEY,
    Section.CHANGES, Section.HISTORY, Section.CORRECTIONS, Section.METHOD,
)  # fmt: skip
