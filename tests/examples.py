"""How many random cases a property test runs: a fifteenth, all with `pytest --all` as in CI."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

Test = TypeVar("Test", bound=Callable[..., Any])
#: Which part of its cases each property test runs; set before any module of tests is read.
part = 1 / 15


def examples(most: int) -> Callable[[Test], Test]:
    """Marks a test as `property` and lets it run at most so many cases."""

    def mark(test: Test) -> Test:
        limited = settings(
            max_examples=max(int(most * part), 5),
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        )(test)
        marked: Test = pytest.mark.property(limited)
        return marked

    return mark
