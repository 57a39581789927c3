"""Markdown as it is read: no HTML unless it may fold, and no line that ends within a date."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from dosa_trace.document import Cell, Column, Document, Heading, Paragraph, Table, Verbatim
from dosa_trace.output.target import Medium
from dosa_trace.output.text import markdown
from tests.cli.conftest import Runner, run

__all__ = ["run"]
REPORT = ("report", "--as-of", "2026-11-23", "-f", "markdown")


def parts(*rows: int) -> Document:
    """A document with a part of so many rows for each."""
    tables = (Table((Column("a"),), tuple((Cell(f"r{at}"),) for at in range(n))) for n in rows)
    blocks = ((Heading(f"H{at}"), Paragraph("p"), one) for at, one in enumerate(tables))
    return Document.of(Heading("T", 1), *(block for part in blocks for block in part))


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_only_what_may_fold_holds_html(run: Runner, lang: str) -> None:
    plain = run(*REPORT, "--lang", lang).out
    assert not re.search(r"<[a-z/!]", re.sub(r"\]\(<[^>]*>\)", "", plain))
    folded = run(*REPORT, "--lang", lang, "--folds").out
    opened = re.sub(
        r"\n(<details><summary>(Show|Toon) \d+ (lines|regels)</summary>|</details>)\n", "", folded
    )
    assert opened.replace(" --folds", "").split() == plain.split()
    assert folded.count("<details>") == folded.count("</details>") > 5


def test_the_first_part_and_short_ones_stay_open() -> None:
    folded = markdown.render(parts(20, 3, 20, 20, 3, 1), Medium(folds=True))
    assert folded.count("<details>") == 2
    first, second = re.findall(r"(?s)## (H\d)\n\np\n\n<details>", folded)
    assert (first, second) == ("H2", "H3")
    assert "<details>" not in markdown.render(parts(20, 20), Medium(folds=True))


def test_what_is_folded_is_still_markdown() -> None:
    """An empty line stands behind the tag, or a table in it would be read as HTML."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(
        markdown.render(parts(20, 20, 20, 1, 1, 1), Medium(folds=True))
    )
    assert sum(token.type == "table_open" for token in tokens) == 6


def test_folds_only_where_something_can_be_folded(run: Runner) -> None:
    refused = run("report", "--folds", "-f", "json")
    assert refused.status == 2
    assert "--folds" in refused.err and "markdown" in refused.err


def test_no_line_ends_within_a_date() -> None:
    table = Table(
        (Column("day"),), ((Cell("2026-11-23"),), (Cell("2026-11"),), (Cell("a-2026-11"),))
    )
    told = markdown.render(
        Document.of(
            Paragraph("As of 3 november 2026, in 3 words 2026. Until 12 May 2027."),
            table,
            Verbatim("date: 2026-11-23 of 3 May 2026"),
        )
    )
    assert "3\u00a0november\u00a02026, in 3 words 2026. Until 12\u00a0May\u00a02027." in told
    assert "| 2026\u201111\u201123 |" in told and "| 2026\u201111 |" in told
    assert "| a-2026-11 |" in told
    assert "date: 2026-11-23 of 3 May 2026" in told


def test_a_date_of_a_report_can_be_asked_for(run: Runner) -> None:
    """With the hyphens that it has there."""
    assert (
        run("coverage", "--as-of", "2026\u201111\u201123").out
        == run("coverage", "--as-of", "2026-11-23").out
    )
