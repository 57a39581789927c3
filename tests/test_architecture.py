from __future__ import annotations

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


def test_public_names_are_there() -> None:
    for name in dosa_trace.__all__:
        assert getattr(dosa_trace, name) is not None
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = dosa_trace.nothing_like_it
