from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

import dosa_trace

PACKAGE = Path(dosa_trace.__file__).parent


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(parsed(path)))


def test_data_moves_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PACKAGE.parent)
    assert lint_imports(cache_dir=None) == EXIT_STATUS_SUCCESS


MODULES = sorted(PACKAGE.rglob("*.py"))
#: Files of more than 300 lines, each with why it is one.
LONG = {
    "catalog/text/reader.py": "the measured loop from events to values, and its refusals",
    "catalog/fields/table.py": "the one table of all fields",
    "labels.py": "one word for one thing: a list in which one looks up, and reads nothing",
    "catalog/model/catalog.py": "all that is on file, and how one comes by it",
    "file_writer.py": "the one place that writes, with all that this promises",
    "graph.py": "all that is asked of the graph, behind the one import of networkx",
}
#: Functions of more than 60 lines outside `cli/`.
LONG_FUNCTIONS = {("catalog/text/reader.py", "_consume")}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_no_file_holds_two_jobs() -> None:
    """A file that needs more than 300 lines does two things, unless it is named with its reason."""
    lines = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name for name, number in lines.items() if number > 300} == LONG.keys()
    assert max(lines.values()) <= 400


def test_no_function_is_longer_than_a_screen() -> None:
    found = {
        (name_of(path), node.name)
        for path in MODULES
        if not name_of(path).startswith("cli/")
        for node in nodes_of(path)
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 60
    }
    assert found == LONG_FUNCTIONS


def test_no_long_function_has_a_name_that_says_nothing() -> None:
    """What it holds is said by the noun of its type wherever one cannot see all of it at once."""
    found = {
        f"{name_of(path)}:{function.lineno} {name}"
        for path in MODULES
        for function in nodes_of(path)
        if isinstance(function, ast.FunctionDef)
        and (function.end_lineno or 0) - function.lineno >= 15
        for node in ast.walk(function)
        for name in (getattr(node, "arg", None), getattr(node, "id", None))
        if name in ("one", "found", "told")
        and (isinstance(node, ast.arg) or isinstance(getattr(node, "ctx", None), ast.Store))
    }
    assert found == set()


def test_no_room_is_too_full_to_find_something_in() -> None:
    """`checks/` has a file for each rule, `cli/` and `questions/` one for each command."""
    full = {
        name_of(folder)
        for folder in (PACKAGE, *(one for one in PACKAGE.rglob("*") if one.is_dir()))
        if sum(one.name != "__init__.py" for one in folder.glob("*.py")) > 15
    }
    assert full == {"checks", "cli", "questions"}


def test_no_class_bears_the_name_of_another() -> None:
    names = Counter(
        node.name for path in MODULES for node in nodes_of(path) if isinstance(node, ast.ClassDef)
    )
    assert [name for name, often in names.items() if often > 1] == []


#: Parts of an analysis that are asked through the tests of another, each with which.
TESTED_THROUGH = {
    "why/answers": "why/test_explanation",
    "time/change": "time/test_changes",
    "money/amounts": "money/test_money",
    "due/answers": "due/test_due",
    "due/items": "due/test_due",
    "due/targets": "due/test_due",
    "agreement/judged_pairs": "agreement/test_agreement",
    "coverage/resting": "coverage/test_rests_on",
    "coverage/single_link": "robustness/test_fragility",
    "coverage/tally": "coverage/test_summary",
    "records/listed": "records/test_listing",
    "diff/causes": "diff/test_diff",
    "diff/on_file": "diff/test_diff",
    "diff/values": "diff/test_diff",
    "judging/chain_ends": "judging/test_verdicts",
    "judging/condition_keys": "judging/test_selection",
    "judging/figures": "coverage/test_coverage",
    "judging/incremental_support": "judging/test_verdicts",
    "judging/needed": "judging/test_reasons",
    "judging/routes": "judging/test_chains",
    "judging/strongest_chain": "judging/test_chains",
    "money/by_state": "money/test_money",
    "money/counting": "money/test_money",
    "records/organisation": "records/test_record",
    "robustness/judgements": "robustness/test_fragility",
    "robustness/supposed": "robustness/test_what_if",
    "suggest/likeness": "suggest/test_suggest",
    "suggest/nearness": "suggest/test_suggest",
    "why/askers": "why/test_explanation",
    "why/looked": "why/test_explanation",
}


def test_every_analysis_has_a_test_of_its_name() -> None:
    rooms, tests = PACKAGE / "analysis", Path(__file__).parent / "analysis"
    without = {
        path.relative_to(rooms).with_suffix("").as_posix()
        for path in rooms.rglob("*.py")
        if path.name != "__init__.py"
        and not (tests / path.parent.relative_to(rooms) / f"test_{path.name}").exists()
    }
    assert without == TESTED_THROUGH.keys()
    assert all((tests / f"{test}.py").exists() for test in TESTED_THROUGH.values())


def test_a_view_computes_no_share() -> None:
    """A share is a figure: it is a property of a result, and the same wherever it is shown."""
    computed = {
        name_of(path)
        for path in MODULES
        if not name_of(path).startswith("analysis/")
        for node in nodes_of(path)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Share", "Share.of")
    }
    assert computed == set()


#: What opens for writing, makes, moves or takes away a file or a folder.
WRITING = {
    "write_text", "write_bytes", "touch", "mkdir", "makedirs", "mkdtemp", "mkstemp", "mkfifo",
    "NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory", "SpooledTemporaryFile",
    "symlink_to", "hardlink_to", "symlink", "link", "rename", "renames", "unlink",
    "rmdir", "removedirs", "rmtree", "copyfile", "copytree", "chmod",
    "fchmod", "chown", "fchown", "truncate", "save", "extract", "extractall", "unpack_archive",
}  # fmt: skip
#: Methods of these names that write no file: of workbooks and documents in memory, of a copy.
IN_MEMORY = {"output/data/xlsx.py": {"save"}, "output/word/docx.py": {"save"}}


def writes(tree: ast.AST) -> Iterator[str]:
    """What in a module may write to a disk, by name and line."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        name = getattr(function, "attr", getattr(function, "id", ""))
        of = ast.unparse(function.value) if isinstance(function, ast.Attribute) else ""
        of_os = of in ("os", "shutil")
        if name == "replace":  # of a path or of os, not of a text
            writing = of_os or (isinstance(function, ast.Attribute) and len(node.args) == 1)
        elif name in ("open", "fdopen"):
            modes = [one.value for one in ast.walk(node) if isinstance(one, ast.Constant)]
            plain = {"r", "rb", "rt"}.intersection(map(str, modes)) and not of_os
            writing = name != "fdopen" and not plain and not _is_ours(function)
        else:
            writing = name in WRITING or (of_os and name in ("remove", "move", "copy", "copy2"))
        if writing:
            yield f"{name} in line {node.lineno}"


def _is_ours(function: ast.expr) -> bool:
    """Methods called `open` that open no file."""
    return isinstance(function, ast.Attribute) and ast.unparse(function.value) in ("run", "self")


def test_one_place_opens_for_writing() -> None:
    """What SECURITY.md promises of links, crashes and full disks is kept by `file_writer` alone."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = name_of(path)
        allowed = IN_MEMORY.get(name, set())
        told = [one for one in writes(parsed(path)) if one.split()[0] not in allowed]
        if told and name != "file_writer.py":
            found[name] = told
    assert found == {}


@pytest.mark.parametrize(
    "code",
    [
        "open('x', 'w')", "Path('x').open('ab')", "os.open('x', os.O_WRONLY)", "path.write_text(a)",
        "path.replace(other)", "os.replace(a, b)", "shutil.rmtree(a)", "os.remove(a)",
        "tempfile.mkstemp()",
        "zipfile.ZipFile(a).extractall()", "open(name, mode)",
    ],
)  # fmt: skip
def test_each_way_of_writing_is_seen(code: str) -> None:
    assert list(writes(ast.parse(code)))


def test_public_names_are_there() -> None:
    for name in dosa_trace.__all__:
        assert getattr(dosa_trace, name) is not None
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = dosa_trace.nothing_like_it  # type: ignore[attr-defined]


def test_only_its_own_tests_look_at_the_catalogue_that_is_shipped() -> None:
    """An edit of it breaks no test of the program. Folders of that name which a test makes for
    itself lie elsewhere."""
    tests = Path(__file__).parent
    shipped = re.compile(r'(ROOT|parents?(\[\d\]|\.parent)*) / "catalog"(?!\w)')
    looking = {
        path.relative_to(tests).as_posix()
        for path in tests.rglob("*.py")
        if shipped.search(path.read_text(encoding="utf-8"))
    }
    assert looking == {"test_shipped.py"}
