"""What an answer can be made of."""

from __future__ import annotations

from enum import StrEnum


class Shape(StrEnum):
    """What an answer can be made of, for a format to take."""

    #: Keys and values for programs.
    DATA = "data"
    #: Lines with named values, for a sheet.
    ROWS = "rows"
    #: Blocks for people to read.
    DOCUMENT = "document"
    #: Boxes and arrows.
    SKETCH = "sketch"
    #: Figures over time.
    SERIES = "series"
    #: What a check has found.
    FINDINGS = "findings"
    #: Sheets of a workbook.
    BOOK = "book"
    #: Lines as they would stand in a file.
    SNIPPET = "snippet"
    #: Tables for another engine.
    DATABASE = "database"
    #: Records under the terms of vocabularies that others know.
    LINKED_DATA = "linked-data"
    #: What is asked and what answers it, for a tool of requirements.
    NEEDS = "needs"
    #: How a browser of databases shows the tables.
    DATASETTE = "datasette"
    #: What stands by itself in a browser.
    PAGE = "page"
