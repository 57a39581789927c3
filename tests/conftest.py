from __future__ import annotations

import os

import pytest

from tests import examples


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
    parser.addoption("--few", action="store_true", help="a tenth of the random cases")
    parser.addoption("--many", action="store_true", help="twice the random cases, as in CI")


def pytest_configure(config: pytest.Config) -> None:
    os.environ.pop("PYTHONUNBUFFERED", None)  # most people have it not, and it changes how runs end
    if config.getoption("--few"):
        examples.part = 0.1
    if config.getoption("--many"):
        examples.part = 1.0
