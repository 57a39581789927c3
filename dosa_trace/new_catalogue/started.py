"""What was made where a catalogue was started."""

from __future__ import annotations

from typing import NamedTuple

from dosa_trace.new_catalogue.files import NewFile


class Started(NamedTuple):
    """The files of a new catalogue, by their paths from where the command runs, whether they are
    written, and the commands that come next; `asks_program` is the file in which the address of the
    program has to be written down."""

    files: tuple[NewFile, ...]
    commands: tuple[str, ...]
    written: bool
    asks_program: str | None = None
