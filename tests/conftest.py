from __future__ import annotations

import os

import pytest

from tests import examples


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
    parser.addoption("--few", action="store_true", help="a tenth of the random cases")
    parser.addoption("--many", action="store_true", help="all random and costly cases, as in CI")


def pytest_configure(config: pytest.Config) -> None:
    os.environ.pop("PYTHONUNBUFFERED", None)  # most people have it not, and it changes how runs end
    if config.getoption("--few"):
        examples.part = 0.1
    if config.getoption("--many"):
        examples.part = 1.0


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves what is costly to who asks for it."""
    if not config.getoption("--many"):
        costly = [one for one in items if one.get_closest_marker("costly")]
        items[:] = [one for one in items if not one.get_closest_marker("costly")]
        config.hook.pytest_deselected(items=costly)
