"""What the system refuses is told in the reader's language."""

from __future__ import annotations

import errno
import os

import pytest

from dosa_trace.catalog.text.system_reasons import DUTCH, SystemReason
from dosa_trace.language import Language


@pytest.mark.parametrize("number", DUTCH)
def test_each_reason_has_words_in_both_languages(number: int) -> None:
    reason = SystemReason.of(OSError(number, os.strerror(number)))
    assert reason.say(Language.EN) == os.strerror(number)
    assert reason.say(Language.NL) == DUTCH[number]
    assert DUTCH[number][0].islower()


def test_a_reason_without_words_of_ours_is_that_of_the_system() -> None:
    assert SystemReason.of(OSError(errno.ENOTTY, "Odd")).say(Language.NL) == "Odd"
    assert SystemReason.of(PermissionError()).say(Language.NL) == "PermissionError"
