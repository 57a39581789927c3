from __future__ import annotations

import os

import pytest

from tests import examples


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
    parser.addoption("--all", action="store_true", help="all random and costly cases, as in CI")


def pytest_configure(config: pytest.Config) -> None:
    os.environ.pop("PYTHONUNBUFFERED", None)  # most people have it not, and it changes how runs end
    if config.getoption("--all"):
        examples.part = 1.0


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves what is costly to who asks for it."""
    if not config.getoption("--all"):
        costly = [one for one in items if one.get_closest_marker("costly")]
        items[:] = [one for one in items if not one.get_closest_marker("costly")]
        config.hook.pytest_deselected(items=costly)
