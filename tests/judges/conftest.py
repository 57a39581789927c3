"""Judges from npm: `.ci/run` installs them and says where; elsewhere their tests are skipped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

VARIABLE = "DOSA_TRACE_JUDGES"


@pytest.fixture(scope="session")
def judges() -> Path:
    """The folder `node_modules` with the judges; a folder that is named must hold them."""
    named = os.environ.get(VARIABLE)
    if not named:
        pytest.skip(f"{VARIABLE} names no folder with the judges; .ci/run does")
    folder = Path(named)
    assert folder.is_dir(), f"{VARIABLE} names no folder"
    return folder
