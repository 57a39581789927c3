"""A bar that shows on a screen how far something is, and is gone at its end."""

from __future__ import annotations

import os
from typing import TextIO

from rich.console import Console
from rich.progress import Progress


class DrawnBar:
    """A bar under a name, of so many parts."""

    def __init__(self, stream: TextIO, name: str, of: int) -> None:
        console = Console(file=stream, no_color="NO_COLOR" in os.environ)
        self._progress = Progress(console=console, transient=True, auto_refresh=False)
        self._progress.start()
        self._task = self._progress.add_task(name, total=of)

    def move(self, done: int) -> None:
        self._progress.update(self._task, completed=done)
        self._progress.refresh()

    def end(self) -> None:
        self._progress.stop()
