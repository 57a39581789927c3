from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

import dosa_trace

PACKAGE = Path(dosa_trace.__file__).parent


def test_data_moves_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PACKAGE.parent)
    assert lint_imports(cache_dir=None) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.name)
def test_no_file_holds_two_jobs(path: Path) -> None:
    """A file that needs more than 300 lines does two things (DESIGN, section 1)."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


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
        name = path.relative_to(PACKAGE).as_posix()
        allowed = IN_MEMORY.get(name, set())
        told = [
            one
            for one in writes(ast.parse(path.read_text(encoding="utf-8")))
            if one.split()[0] not in allowed
        ]
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
        _ = dosa_trace.nothing_like_it
