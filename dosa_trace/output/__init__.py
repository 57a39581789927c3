"""One file per format, and what the command line chooses from.

What comes in is a Document, or the result of a question for the formats that machines read; what
goes out is text. Nothing here decides or computes.
"""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """The formats of an answer; `table` is for people at a terminal, or plain text in a pipe."""

    TABLE = "table"
    MARKDOWN = "markdown"
    JSON = "json"
    CSV = "csv"
