"""A bar on standard error for what takes more than a second, where somebody is looking."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from dosa_trace.cli.speech import Speech
from dosa_trace.cli.writing import is_screen
from dosa_trace.language import Phrase, say

if TYPE_CHECKING:
    from dosa_trace.output.text.bar import DrawnBar

#: For how many seconds nobody needs a bar, and how often it moves.
PATIENCE, BEAT = 1.0, 0.1


class WaitingBar:
    """Is told how far something is; begins to show it after a while, and is gone at the end."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech
        self._next = time.monotonic() + PATIENCE
        self._shown: DrawnBar | None = None

    def told(self, done: int, of: int) -> None:
        """How much of the catalogue has been read."""
        self._show(READING, done, of)

    def counted(self, done: int, of: int) -> None:
        """How many records an analysis has passed; the last of them takes the bar away."""
        if done < of:
            self._show(COUNTING, done, of)
        else:
            self.end()

    def _show(self, what: Phrase, done: int, of: int) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + BEAT
        if self._shown is None:
            from dosa_trace.output.text.bar import DrawnBar

            self._shown = DrawnBar(sys.stderr, say(what, self._speech.language), of)
        self._shown.move(done)

    def end(self) -> None:
        """Takes the bar away, if there is one."""
        if self._shown is not None:
            self._shown.end()
            self._shown = None


def bar(speech: Speech, quiet: bool) -> WaitingBar | None:
    """A bar where standard error is a screen that can draw one and nobody asked for quiet."""
    if quiet or not is_screen(sys.stderr) or os.environ.get("TERM") == "dumb":
        return None
    return WaitingBar(speech)


READING = Phrase("reading the catalogue", "de catalogus wordt gelezen")
COUNTING = Phrase("calculating the result", "het resultaat wordt berekend")
