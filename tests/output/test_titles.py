"""Whoever reads an answer is told of records by their titles: an id stands small, in brackets."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.build import frozen
from tests.cli.conftest import Runner, run

__all__ = ["run"]

ON = ("--as-of", "2026-11-23", "-f", "markdown")
ASKED = (
    ("coverage",),
    ("coverage", "--each", "--by", "owner"),
    ("gaps", "--all"),
    ("orphans",),
    ("cross",),
    ("money",),
    ("changes", "--since", "2025"),
    ("what-if", "--stop", "ained", "--drop", "csr-cloud:cada", "--add", "aiplan-3:cada:partial"),
    ("suggest",),
    ("matrix",),
    ("matrix", "--against", "themes"),
    ("report",),
    ("report", "--brief"),
    ("why", "fs-talent"),
    ("why", "aim-ai-talent"),
    ("why", "nds"),
    ("show", "fs-talent"),
    ("show", "ained"),
    ("show", "talent"),
    ("show", "factsheets-2025"),
    *(
        ("list", kind)
        for kind in (
            "recommendations", "objectives", "instruments", "sources", "links", "themes",
            "searches", "organisations", "institutions",
        )
    ),
)  # fmt: skip


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_an_id_stands_in_brackets_behind_a_title(asked: tuple[str, ...], run: Runner) -> None:
    catalog = frozen(date(2026, 11, 23)).catalog
    ids = [name for name in catalog.by_id.keys() - catalog.searches.keys() if "-" in name]
    named = re.compile(rf"(?<![\w./-])(?:{'|'.join(map(re.escape, ids))})(?![\w.:/-])")
    found = run(*asked, *ON)
    assert found.status == 0
    assert "`" not in found.out
    bare = [line for line in found.out.splitlines() if named.search(_outside(line))]
    assert bare == []


def _outside(line: str) -> str:
    """A line without what stands in brackets, is a link or can be typed."""
    line = re.sub(r"<[^>]*>|dosa-trace [^|;]*|^- id: .*", "", line)
    before = ""
    while before != line:
        before, line = line, re.sub(r"\([^()]*\)|\\\[[^\[\]]*\]", "", line)
    return line
