"""What may be said of a sheet of somebody else in one word; it loads nothing, for the help names
these."""

from __future__ import annotations

from enum import StrEnum


class SheetKind(StrEnum):
    """Of what kind of record each row is one."""

    RECOMMENDATIONS = "recommendations"
    OBJECTIVES = "objectives"
    INSTRUMENTS = "instruments"
    SOURCES = "sources"
    LINKS = "links"
    THEMES = "themes"
    SEARCHES = "searches"
    ORGANISATIONS = "organisations"


class Encoding(StrEnum):
    """How the letters of a file are written."""

    UTF_8 = "utf-8"
    WINDOWS = "windows-1252"
    UTF_16 = "utf-16"
