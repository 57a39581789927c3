"""How a sheet was read is saved beside it, and followed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.foreign.choices import Encoding, SheetKind
from dosa_trace.foreign.mappings.mapping_files import read_mapping, written
from dosa_trace.foreign.mappings.sheet_mapping import SheetMapping
from dosa_trace.foreign.reading.forms import Form
from dosa_trace.language import Language
from tests.cli.conftest import Runner, run
from tests.examples import examples
from tests.foreign.catalogue import ON, empty
from tests.foreign.test_columns import held

__all__ = ["run"]
SHEET = "Aanbeveling;Bedrag;Thema\nMeet;1,5;Data\n"
SAID = ("--set", "source=rapport")

words = st.text(
    st.sampled_from("abcXYZ 019.,:;#-'\"{}[]&*!|>%@`€éë=~?\\/"), min_size=1, max_size=12
).filter(lambda text: text == text.strip())
forms = st.sampled_from([form for form in Form if form is not Form.TEXT])


@st.composite
def mappings(draw: st.DrawFn) -> SheetMapping:
    heads = draw(st.lists(words, min_size=1, max_size=4, unique=True))
    return SheetMapping(
        kind=draw(st.sampled_from(SheetKind)),
        sheet=draw(st.none() | words),
        encoding=draw(st.none() | st.sampled_from(Encoding)),
        prefix=draw(st.none() | words),
        fields={head: draw(words) for head in heads},
        forms=draw(st.dictionaries(st.sampled_from(heads), forms)),
        values=draw(
            st.dictionaries(
                st.sampled_from(heads), st.dictionaries(words, words, min_size=1, max_size=3)
            )
        ),
        fixed=draw(st.dictionaries(words, words, max_size=2)),
    )


@examples(400)
@given(mappings())
def test_what_is_saved_is_read_back(mapping: SheetMapping) -> None:
    data = written(mapping, None, "s.map.yaml", Language.NL)
    found, findings, _ = read_mapping("s.map.yaml", data)
    assert not findings, findings
    assert found == mapping


@examples(200)
@given(mappings(), mappings())
def test_what_is_new_is_put_into_a_file_that_stays_as_it_is(
    before: SheetMapping, more: SheetMapping
) -> None:
    mapping = more.over(before)
    data = written(before, None, "s.map.yaml", Language.EN)
    lines = data.decode().replace("columns:\n", "columns:  # of ours\n").encode()
    changed = written(mapping, lines, "s.map.yaml", Language.EN)
    found, findings, _ = read_mapping("s.map.yaml", changed)
    assert not findings
    assert found == mapping
    assert b"columns:  # of ours\n" in changed


@pytest.fixture
def catalogue(run: Runner) -> None:
    empty(Path("c"))
    Path("s.csv").write_text(SHEET, encoding="utf-8")


@pytest.mark.usefixtures("catalogue")
def test_what_is_new_next_month_is_told_apart_and_comments_stay(run: Runner) -> None:
    assert run("import", "s.csv", *ON, *SAID, "--yes").status == 0
    path = Path("s.map.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("columns:", "# what Anna said\ncolumns:"), encoding="utf-8")
    Path("s.csv").write_text(
        "Aanbeveling;Thema;Trekker\nMeet;Data;Jan\nDeel;Werk;Piet\n", encoding="utf-8"
    )
    found = run("import", "s.csv", *ON, "--yes")
    assert found.status == 0, found.err
    assert "columns that are no longer there: Bedrag" in found.err
    assert "new columns: Trekker" in found.err
    assert "new in Thema: Werk\n" in found.err
    saved = path.read_text(encoding="utf-8")
    assert "# what Anna said" in saved
    assert "{column: Bedrag, field: x-bedrag" in saved
    assert "{column: Trekker, field: x-trekker}" in saved
    assert [one["id"] for one in held("themes")] == ["data", "werk"]
    before = path.read_bytes()
    assert run("import", "s.csv", *ON, "--yes").status == 0
    assert path.read_bytes() == before


@pytest.mark.usefixtures("catalogue")
def test_another_sheet_follows_it_by_name(run: Runner) -> None:
    run("import", "s.csv", *ON, *SAID, "--yes")
    Path("december.csv").write_text(SHEET.replace("Meet", "Deel"), encoding="utf-8")
    found = run("import", "december.csv", *ON, "--map", "s.map.yaml", "--yes")
    assert found.status == 0, found.err
    assert not Path("december.map.yaml").exists()


@pytest.mark.usefixtures("catalogue")
def test_a_look_saves_nothing(run: Runner) -> None:
    assert run("import", "s.csv", *ON, *SAID, "--dry-run").status == 0
    assert not Path("s.map.yaml").exists()


@pytest.mark.usefixtures("catalogue")
def test_all_mistakes_of_a_saved_file_are_told_at_their_places(run: Runner) -> None:
    Path("s.map.yaml").write_text(
        "kind: recomendations\ncolumns:\n  - {column: Aanbeveling, fild: title}\n"
        "  - {column: Bedrag, field: x-bedrag, form: komma}\nprefixx: a\n",
        encoding="utf-8",
    )
    found = run("import", "s.csv", *ON, "--yes")
    assert found.status == 2
    for place in ("s.map.yaml:1:7", "s.map.yaml:3:27", "s.map.yaml:4:45", "s.map.yaml:5:1"):
        assert f"error: {place}: " in found.err, found.err
    assert "did you mean 'recommendations'?" in found.err
    assert "'s.map.yaml' has mistakes" in found.err
    assert held("recommendations") == []
