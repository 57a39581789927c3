"""What the pages about Python say is run, and what they show is what comes out."""

from __future__ import annotations

import contextlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from docs import notebook, schemas
from dosa_trace import BadQuestion, answer_schema
from dosa_trace.questions.answers import ANSWERS, RESULTS
from tests.build import ROOT
from tests.cli.test_diff import git, repository

__all__ = ["repository"]

PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
#: Each block with the library that it needs besides, and what it says that it prints.
BLOCKS = re.findall(r"^```python(?: (\w+))?\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
SHOWN = re.compile(r"^# → (.*)$", re.MULTILINE)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, repository: Path) -> None:
    """A repository with a catalogue, as a reader of the page has, of which the last commit lost a
    file that is there again."""
    lost = repository / "catalog" / "links" / "factsheets-2025.yaml"
    whole = lost.read_bytes()
    lost.unlink()
    git(repository, "commit", "--quiet", "-a", "-m", "A file lost")
    lost.write_bytes(whole)
    monkeypatch.chdir(repository)
    monkeypatch.delenv("DOSA_TRACE_CATALOG", raising=False)


@pytest.mark.usefixtures("here")
def test_every_block_of_the_page_runs_and_prints_what_it_says() -> None:
    space: dict[str, Any] = {}
    assert len(BLOCKS) >= 10
    for library, block in BLOCKS:
        if library and not _has(library):
            continue
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(block, "docs/python.md", "exec"), space)
        assert printed.getvalue().splitlines() == SHOWN.findall(block), block


def _has(library: str) -> bool:
    try:
        __import__(library)
    except ImportError:
        return False
    return True


@pytest.mark.usefixtures("here")
@pytest.mark.costly
def test_the_blocks_that_need_pandas_are_run_too() -> None:
    pytest.importorskip("pandas")
    assert any(library == "pandas" for library, _ in BLOCKS)
    test_every_block_of_the_page_runs_and_prints_what_it_says()


def test_the_notebook_is_what_its_cells_show_and_small() -> None:
    """`python -m docs.notebook` writes it anew."""
    text = notebook.NOTEBOOK.read_text(encoding="utf-8")
    assert text == notebook.notebook()
    assert len(text.encode()) < 200_000
    cells = json.loads(text)["cells"]
    assert len(cells) == 9
    assert all("<script" not in "".join(cell["outputs"][0]["data"].get("text/html", ""))
               for cell in cells)  # fmt: skip


def test_the_schemas_on_file_are_those_of_the_program() -> None:
    """`python -m docs.schemas` writes them anew."""
    files = {path.name: path.read_text(encoding="utf-8") for path in schemas.FOLDER.iterdir()}
    assert files == schemas.files()


@pytest.mark.parametrize("name", ANSWERS)
def test_a_schema_is_one_and_is_found_by_each_of_its_names(name: str) -> None:
    schema = answer_schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema == answer_schema(f"dosa-trace/{name}")
    assert answer_schema(name.rpartition("/")[0])["$id"].startswith(
        f"dosa-trace/{name.rpartition('/')[0]}/"
    )
    assert {"schema", "language", "version"} <= set(schema["required"])


def test_no_two_answers_have_one_name() -> None:
    names = [result.ANSWER for result in RESULTS]
    assert len(names) == len(set(names))


def test_a_mistyped_answer_offers_the_near_ones() -> None:
    with pytest.raises(BadQuestion, match="no JSON has the name 'coverag'") as error:
        answer_schema("coverag")
    assert "coverage" in str(error.value.hint)
    with pytest.raises(TypeError, match="answer must be a text such as 'coverage/1', not 1"):
        answer_schema(1)  # type: ignore[arg-type]
