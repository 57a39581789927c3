"""What a command may not load: the libraries that only others need."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.build import FROZEN

#: The reader of the catalogue is ours, and no less dear to a command that reads none.
READER = "dosa_trace.catalog.text.files"
HEAVY = {"networkx", "rich", "yaml", "typer", "numpy", "pydantic"}


def loaded_by(
    *arguments: str, code: str = "main(sys.argv[1:])", heavy: set[str] = HEAVY
) -> set[str]:
    """Which of the heavy modules a fresh process has loaded after a command line."""
    script = (
        f"import sys\nfrom dosa_trace.cli import main\n{code}\n"
        "sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
    )
    return heavy & set(done.stderr.split())


def test_the_version_loads_nothing() -> None:
    assert loaded_by("--version") == set()


@pytest.mark.parametrize("arguments", [("--help",), ("coverage", "--help"), ("check", "--help")])
def test_help_loads_no_graph_and_no_reader(arguments: tuple[str, ...]) -> None:
    assert loaded_by(*arguments) == {"typer"}


@pytest.mark.parametrize(
    "arguments", [("check",), ("check", "-f", "json"), ("list", "links"), ("show", "agdb")]
)
def test_what_asks_the_graph_nothing_loads_no_graph(arguments: tuple[str, ...]) -> None:
    assert loaded_by(*arguments, "--catalog", str(FROZEN)) == {"typer", "yaml"}


@pytest.mark.parametrize("format_", ["json", "csv", "markdown", "table"])
def test_a_pipe_loads_no_rich(format_: str) -> None:
    found = loaded_by("coverage", "-f", format_, "--catalog", str(FROZEN))
    assert found == {"typer", "yaml", "networkx"}


def test_a_screen_loads_rich() -> None:
    assert "rich" in loaded_by("coverage", "--color", "always", "--catalog", str(FROZEN))


def test_importing_the_library_loads_nothing() -> None:
    assert loaded_by(code="import dosa_trace; dosa_trace.__version__") == set()


def test_the_application_itself_loads_no_reader() -> None:
    heavy = HEAVY | {READER}
    assert loaded_by(code="import dosa_trace.cli.app", heavy=heavy) == {"typer"}
    assert READER in loaded_by("check", "--catalog", str(FROZEN), heavy=heavy)
