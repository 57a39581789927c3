"""What is public: every name is there, says what it is, and is known to type checkers."""

from __future__ import annotations

import inspect
import subprocess
import sys
import types
import typing
from enum import Enum
from pathlib import Path

import pytest

import dosa_trace
from docs import face
from dosa_trace.diagnostics import DosaTraceError
from dosa_trace.questions.answers import RESULTS
from dosa_trace.questions.result import Result
from dosa_trace.questions.why import InstrumentWhyResult
from tests.build import ROOT

PUBLIC = face.public()
#: What is held by public values and is no part of the face: how a file of YAML is read.
INSIDE = {"dosa_trace.catalog.text.values", "dosa_trace.catalog.text.files"}
#: What is public and no name of a type's own: it stands for one of several.
ALIASES = {name for name, one in PUBLIC.items() if isinstance(one, types.UnionType)}
NAMED = sorted(PUBLIC.keys() - ALIASES)
#: A script as somebody writes it; `coverag` and all others in `MISSPELT` are wrong in it.
STRANGER = """\
from dosa_trace import Basis, Extent, State, Where, coverage, gaps, load, render, what_if, why

graph = load("catalog").on("2026-11-23", basis="stated")
result = coverage(graph, where=[Where("theme", "talent"), "source=wrr-*"])
shares = [line.id for line in result.recommendations if line.state is State.PARTLY]
counts: int = result.counts.partly + gaps(graph).total
owners = coverage(graph, by="owner").owners[0].only
chains = [hop.extent for chain in why(graph, "fs-talent").chains for hop in chain.hops]
strong = [one for one in chains if one > Extent.MARGINAL]
worse = [moved.after for moved in what_if(graph, stop=["ained"]).moved if moved.worse]
rows: list[dict[str, object]] = result.rows("nl")
text: str = render(result, "markdown", lang="nl", limit=3)
chosen = [Where("theme", "talent"), "source=wrr-*"]
same_again = gaps(graph, where=chosen)
read: bytes = render(result, "docx")
same = graph.basis is Basis.STATED
"""
MISSPELT = (
    ("import Basis", "import Bases"),
    ("coverage(graph, where=[", "coverage(graph, were=["),
    ("line.state", "line.stat"),
    ("State.PARTLY", "State.PARTIAL"),
    ("counts.partly", "counts.party"),
    ("gaps(graph).total", "gaps(graph).totals"),
    ("owners[0].only", "owners[0].onlye"),
    ("hop.extent", "hop.extend"),
    ("moved.worse", "moved.wors"),
    ("stop=", "stops="),
    (".rows(", ".row("),
    ("limit=3", "limits=3"),
    ("graph.basis", "graph.bases"),
    ('.on("2026', '.at("2026'),
)


def test_what_is_public_is_what_all_names() -> None:
    assert sorted(dosa_trace.__all__) == sorted(set(dosa_trace.__all__))
    assert set(dosa_trace.__all__) <= set(dir(dosa_trace))
    for name in PUBLIC:
        assert getattr(dosa_trace, name) is PUBLIC[name]
    with pytest.raises(AttributeError, match="has no attribute 'coverag'"):
        _ = dosa_trace.coverag  # type: ignore[attr-defined]


def test_the_stub_and_the_list_of_names_are_those_of_the_program() -> None:
    """`python -m docs.face` writes them anew."""
    assert face.STUB.read_text(encoding="utf-8") == face.stub()
    page = face.PAGE.read_text(encoding="utf-8")
    assert page == face.with_names(page)


def held_by(hint: typing.Any) -> typing.Iterator[type]:
    """Each type of the program that a hint names."""
    for part in typing.get_args(hint):
        yield from held_by(part)
    kind = typing.get_origin(hint) or hint
    if isinstance(kind, type) and kind.__module__.startswith("dosa_trace."):
        yield kind


def test_whatever_a_public_name_gives_or_takes_is_public() -> None:
    waiting = [*(PUBLIC[name] for name in NAMED), *RESULTS, InstrumentWhyResult]
    known: set[object] = set()
    while waiting:
        value = waiting.pop()
        if value in known or getattr(value, "__module__", "") in INSIDE:
            continue
        known.add(value)
        if isinstance(value, type):
            assert PUBLIC.get(value.__name__) is value, value
        if isinstance(value, type) and issubclass(value, Enum):
            continue
        hints = typing.get_type_hints(value)
        waiting += [
            kind for name, hint in hints.items() if name[0] != "_" for kind in held_by(hint)
        ]
    assert len(known) > 200


def test_every_exception_is_public() -> None:
    def below(kind: type) -> typing.Iterator[type]:
        yield kind
        heirs: list[type] = kind.__subclasses__()
        for heir in heirs:
            yield from below(heir)

    for kind in below(DosaTraceError):
        if not kind.__module__.startswith("tests"):
            assert PUBLIC[kind.__name__] is kind


def test_only_few_names_stand_for_one_of_several() -> None:
    assert {"Conditions", "WhyResult"} == ALIASES


@pytest.mark.parametrize("name", NAMED)
def test_the_hints_of_every_name_can_be_read(name: str) -> None:
    assert isinstance(typing.get_type_hints(PUBLIC[name]), dict)


@pytest.mark.parametrize("name", NAMED)
def test_every_name_says_what_it_is(name: str) -> None:
    value = PUBLIC[name]
    own = value.__dict__.get("__doc__") if isinstance(value, type) else value.__doc__
    assert own and not own.startswith(f"{name}(") and own != Enum.__doc__, name
    if isinstance(value, type):
        for member, held in face.members(value):
            said = inspect.getdoc(held if isinstance(held, property) else getattr(value, member))
            assert said, f"{name}.{member}"


@pytest.mark.parametrize("name", sorted(n for n, one in PUBLIC.items() if inspect.isfunction(one)))
def test_options_are_keywords_in_one_order(name: str) -> None:
    """`where` first, as the selection of everything, and what is asked about before the options."""
    order = ["where", "by", "all", "sort", "since", "as_of", "basis", "limit", "each"]
    parameters = inspect.signature(PUBLIC[name]).parameters.values()
    keywords = [one.name for one in parameters if one.kind is one.KEYWORD_ONLY]
    shared = [option for option in keywords if option in order]
    assert shared == [option for option in order if option in shared]
    assert all(one.default is one.empty or one.kind is one.KEYWORD_ONLY for one in parameters
               if one.name in order)  # fmt: skip


def test_the_functions_are_the_commands() -> None:
    from dosa_trace.cli.commands import COMMANDS

    renamed = {"list": "records", "graph": "drawing", "what-if": "what_if",
               "set": "set_fields", "add": "add_record", "rename": "rename_record"}  # fmt: skip
    #: These read or write files of a user's, and `schema` is `answer_schema`.
    for command in COMMANDS.keys() - {"fill", "init", "sheet", "import", "export", "schema"}:
        assert inspect.isfunction(PUBLIC[renamed.get(command, command)])
    assert PUBLIC["explain"] is PUBLIC["why"]


def test_every_result_is_one_of_the_face() -> None:
    kinds: tuple[type, ...] = (*RESULTS, InstrumentWhyResult)
    for kind in kinds:
        assert issubclass(kind, Result)
        assert issubclass(kind, tuple)


@pytest.mark.costly
def test_each_misspelling_in_the_script_of_a_stranger_is_an_error(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    (tmp_path / "right.py").write_text(STRANGER, encoding="utf-8")
    for at, (right, wrong) in enumerate(MISSPELT):
        assert STRANGER.count(right) == 1, right
        (tmp_path / f"wrong{at}.py").write_text(STRANGER.replace(right, wrong), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), "."],
        cwd=tmp_path, env={"MYPYPATH": str(ROOT), "PATH": ""},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    found = {line.partition(":")[0] for line in done.stdout.splitlines() if ": error: " in line}
    assert found == {f"wrong{at}.py" for at in range(len(MISSPELT))}, done.stdout
