"""Changes the program in one small way at a time and tells which changes no test notices.

    python -m benchmarks.mutation             # every module of `MODULES`, some fifteen minutes
    python -m benchmarks.mutation graph.py    # those whose path ends so

Needs no more than `pip install -e '.[test]'`, and an operating system that can fork. The changes
are made to a copy in a temporary folder. Prints for each module how many changes were made, how
many its tests noticed, and the line and the change of each that they did not; `tests` in `MODULES`
are the only ones asked. Some changes make no difference that a test could see.
"""

from __future__ import annotations

import ast
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from importlib import import_module
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
NEEDED = ("dosa_trace", "tests", "catalog")
VERDICTS = "tests/analysis/judging/test_verdicts.py"
COVERAGE = "tests/analysis/coverage/test_coverage.py"
MODULES: dict[str, tuple[str, ...]] = {
    "dosa_trace/graph.py": ("tests/test_graph.py", VERDICTS),
    "dosa_trace/analysis/judging/verdicts.py": (VERDICTS, COVERAGE),
    "dosa_trace/catalog/text/reader.py": ("tests/catalog/text/test_reader.py",),
    "dosa_trace/catalog/text/hidden_characters.py": ("tests/catalog/text/test_reader.py",),
    "dosa_trace/cli/writing.py": ("tests/cli/test_writing.py",),
}
# Imported once, before the forks: they take longer to import than most tests to fail.
LIBRARIES = ("hypothesis", "networkx", "yaml", "typer", "rich.console")
# Hypothesis has a plugin of pytest, which minds that it was imported before.
OPTIONS = (
    "-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-seed=0",
    "-W", "ignore::pytest.PytestAssertRewriteWarning",
)  # fmt: skip
#: What Python itself does not need in order to run.
TYPES_ONLY = {"annotation", "returns", "type_params"}
SIMPLE = (ast.Expr, ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Raise, ast.Continue, ast.Break)
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.LShift: ast.RShift,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip


#: A node, what it stands in, as what, and how to put another there.
Place = tuple[ast.AST, ast.AST, str, Callable[[ast.AST], None]]


class Mutant(NamedTuple):
    """The text of a module with one change, and where and what it is."""

    line: int
    change: str
    text: str


def mutants(source: str) -> Iterator[Mutant]:
    tree = ast.parse(source)
    for node, parent, field, put in list(_places(tree)):
        for other in _variants(node, parent, field):
            # The smallest piece that shows the change: an operator by itself cannot be written.
            shown = parent if isinstance(node, ast.operator | ast.cmpop | ast.boolop) else node
            before = ast.unparse(shown)
            put(other)
            after = ast.unparse(parent if shown is parent else other)
            line: int = getattr(node, "lineno", 0) or getattr(parent, "lineno", 0)
            yield Mutant(line, _change(before, after), ast.unparse(tree))
            put(node)


def _places(parent: ast.AST) -> Iterator[Place]:
    for field, value in ast.iter_fields(parent):
        many = isinstance(value, list)
        for at, node in enumerate(value if many else [value]):
            if isinstance(node, ast.AST) and field not in TYPES_ONLY and not _is_types_only(node):
                put = partial(value.__setitem__, at) if many else partial(setattr, parent, field)
                yield node, parent, field, put
                yield from _places(node)


def _is_types_only(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()):  # a docstring
            return True
        case ast.If(test=ast.Name("TYPE_CHECKING")) | ast.Import() | ast.ImportFrom():
            return True
    return isinstance(node, ast.AnnAssign) and node.value is None


def _variants(node: ast.AST, parent: ast.AST, field: str) -> Iterator[ast.AST]:
    if type(node) in SWAPS:
        yield SWAPS[type(node)]()
    match node:
        case ast.Constant(value=bool(truth)):
            yield ast.Constant(not truth)
        case ast.Constant(value=int(number)):
            yield ast.Constant(number + 1)
        case ast.Constant(value=str(text)):
            yield ast.Constant(f"XX{text}")
        case ast.Constant(value=bytes(data)):
            yield ast.Constant(b"XX" + data)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.BoolOp(op=op, values=values):
            for left_out in values:
                yield ast.BoolOp(op, [one for one in values if one is not left_out])
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield ast.Return(ast.Constant(None))
    if isinstance(node, SIMPLE) and not isinstance(parent, ast.Module | ast.ClassDef):
        yield ast.Pass()
    if isinstance(parent, ast.If | ast.IfExp | ast.comprehension) and field in ("test", "ifs"):
        yield ast.Constant(True)
        yield ast.Constant(False)


def _change(before: str, after: str) -> str:
    """Both from just before where they part, because a condition can be long."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
    start = max(0, len(list(same)) - 20)
    return f"{before[start:][:80]}  ->  {after[start:][:80]}".replace("\n", " ")


def passes(copy: Path, tests: tuple[str, ...], seconds: int, *, compiled: bool = False) -> bool:
    """Whether the tests pass on the copy as it is, within so many seconds. Only what is unchanged
    may be kept `compiled`: two mutants written within a second look alike to Python's cache."""
    child = os.fork()
    if child == 0:
        try:
            os.setsid()
            signal.alarm(seconds)
            os.chdir(copy)
            sys.path.insert(0, str(copy))
            sys.dont_write_bytecode = not compiled
            os.environ["PYTHONDONTWRITEBYTECODE"] = "" if compiled else "1"
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            os._exit(int(pytest.main([*OPTIONS, *tests])))
        finally:
            os._exit(70)
    _, status = os.waitpid(child, 0)
    with suppress(ProcessLookupError):  # what a test had started may wait for ever
        os.killpg(child, signal.SIGKILL)
    return status == 0


def survivors(copy: Path, module: str, tests: tuple[str, ...]) -> tuple[int, list[Mutant]]:
    """How many mutants the module has, and those that its tests do not notice."""
    source = (copy / module).read_text(encoding="utf-8")
    began = time.monotonic()
    if not passes(copy, tests, 600, compiled=True):
        raise SystemExit(f"{module}: its tests fail before anything is changed")
    limit = 5 + int(5 * (time.monotonic() - began))
    made, left = list(mutants(source)), []
    for mutant in made:
        (copy / module).write_text(mutant.text, encoding="utf-8")
        if passes(copy, tests, limit):
            left.append(mutant)
    (copy / module).write_text(source, encoding="utf-8")
    return len(made), left


def main(asked: list[str]) -> None:
    for name in LIBRARIES:
        import_module(name)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in NEEDED:
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", copy)
        for module, tests in MODULES.items():
            if asked and not module.endswith(tuple(asked)):
                continue
            count, left = survivors(copy, module, tests)
            said = f"{count} mutants, {count - len(left)} killed, {len(left)} survived"
            lines = (f"\n  {mutant.line}: {mutant.change}" for mutant in left)
            sys.stdout.write(f"{module}: {said}{''.join(lines)}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
