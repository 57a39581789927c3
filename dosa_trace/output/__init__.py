"""One file per format, and what the command line chooses from.

What comes in is a Document, or the result of a question for the formats that machines read; what
goes out is text. Nothing here decides or computes.
"""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """Every format there is; `table` is for people at a terminal, or plain text in a pipe."""

    TABLE = "table"
    MARKDOWN = "markdown"
    JSON = "json"
    CSV = "csv"
    GITHUB = "github"
    SARIF = "sarif"
    GITLAB = "gitlab"
    JUNIT = "junit"
    XLSX = "xlsx"
    MERMAID = "mermaid"
    DOT = "dot"
    GRAPHML = "graphml"
    SVG = "svg"
    HTML = "html"


#: What nearly every answer can be printed as.
ANSWERS = (Format.TABLE, Format.MARKDOWN, Format.JSON, Format.CSV)
#: What a matrix can be written as besides.
SHEETS = (*ANSWERS, Format.XLSX, Format.HTML)
#: What a report can be written as besides.
PAGES = (*ANSWERS, Format.HTML)
#: What a picture of the graph can be written as.
PICTURES = (Format.MERMAID, Format.DOT, Format.GRAPHML, Format.JSON, Format.SVG)
#: What findings can be printed as besides.
FINDINGS = (*ANSWERS, Format.GITHUB, Format.SARIF, Format.GITLAB, Format.JUNIT)
