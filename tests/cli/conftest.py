from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dosa_trace.catalog.finder import VARIABLE, find_catalog, shipped_catalog
from dosa_trace.cli import main
from tests.build import FROZEN
from tests.contract import require_kept


@dataclass(frozen=True)
class Run:
    """What came of one command line."""

    status: int
    out: str
    err: str


Runner = Callable[..., Run]


class _Stream(io.TextIOWrapper):
    """A standard stream that is a screen or not, and that remembers its bytes."""

    def __init__(self, screen: bool, encoding: str = "utf-8") -> None:
        self.bytes = io.BytesIO()
        self.screen = screen
        super().__init__(self.bytes, encoding=encoding, newline="", write_through=True)

    def isatty(self) -> bool:
        return self.screen


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Runner:
    """Runs a command line in an empty folder, without any of the variables that change it. Where
    the test put no catalogue of its own, answers are about the frozen one."""
    monkeypatch.chdir(tmp_path)
    for name in ("DOSA_TRACE_CATALOG", "DOSA_TRACE_LANG", "NO_COLOR", "FORCE_COLOR",
                 "CLICOLOR_FORCE", "DOSA_TRACE_DEBUG", "DOSA_TRACE_PLAIN"):  # fmt: skip
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("DOSA_TRACE_PAGER", "")  # nobody turns the pages of a test

    def runner(
        *arguments: str, screen: bool = False, columns: int = 80, encoding: str = "utf-8"
    ) -> Run:
        out, err = _Stream(screen, encoding), _Stream(screen, encoding)
        monkeypatch.setenv("COLUMNS", str(columns))
        with monkeypatch.context() as patch:
            named = VARIABLE in os.environ
            if not named and find_catalog(None, {}, Path.cwd()) == shipped_catalog():
                patch.setenv(VARIABLE, str(FROZEN))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            status = main(arguments)
        said = (one.bytes.getvalue().decode(one.encoding) for one in (out, err))
        printed, noted = said
        require_kept(printed)
        return Run(status, printed, noted)

    return runner
