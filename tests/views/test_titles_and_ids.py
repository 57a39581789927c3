"""Whoever reads an answer is told of records by their titles: an id stands small, in brackets."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import docx
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
    ("due",),
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


@pytest.mark.costly
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


def test_a_chain_of_one_link_says_that_it_has_changed(run: Runner, tmp_path: Path) -> None:
    """It is told once, with all that its link would say."""
    text = (
        "sources:\n  - {id: s, kind: report, title: S, publisher: P, date: 2024}\n"
        "recommendations:\n  - {id: r, source: s, title: Asked}\n"
        "instruments:\n  - {id: i, name: Done, kind: fund, level: nl, owner: O,\n"
        "     status: [{date: 2024, value: adopted, source: s}]}\n"
        "links:\n  - {from: r, to: i, extent: partial, basis: inferred, rationale: R,\n"
        "     reviewed: {date: 2025, by: me, digest: abcdef000000}}\n"
    )
    (tmp_path / "c.yaml").write_text(text)
    told = run("why", "r", "--catalog", str(tmp_path / "c.yaml"), "--lang", "en", *ON).out
    assert told.count("Done: partial, analyst's judgement") == 1
    head = (
        "- **Done: partial, analyst's judgement (changed since its review)** (adopted, 2024; r → i)"
    )
    assert head in told


def test_of_many_places_that_name_a_record_the_first_are_shown(run: Runner) -> None:
    told = run("show", "beslisnota-2025", "--each", "--lang", "en").out
    assert re.search(r":\d+, and \d+ more\n", told)


def test_a_matrix_in_a_page_and_in_word_has_titles(run: Runner) -> None:
    """Upright heads on a page; in Word numbers, and before each table what they stand for."""
    page = run("matrix", "--as-of", "2026-11-23", "-f", "html", "--lang", "en").out
    assert '<span class="upright">AI Act</span>' in page
    assert '<th scope="row"><span class="state' in page
    run("matrix", "--as-of", "2026-11-23", "-o", "m.docx", "--lang", "en", "-q")
    body = docx.Document("m.docx").element.body
    kinds = [child.tag.rpartition("}")[2] for child in body if "".join(child.itertext()).strip()]
    texts = ["".join(child.itertext()) for child in body]
    assert any(re.match(r"\d+  AI Act \(ai-act\)", text) for text in texts)
    assert kinds.index("tbl") > next(
        at for at, child in enumerate(body) if "".join(child.itertext()).startswith("1  ")
    )
