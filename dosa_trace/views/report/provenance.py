"""By what and by whom a report was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dosa_trace import __version__, labels
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.document import Cell
from dosa_trace.language import listed
from dosa_trace.views.wording.frame import Frame

#: The program and its version.
PROGRAM = f"dosa-trace {__version__}"
#: How an address of the web begins.
WEB = ("https://", "http://")


class Provenance(NamedTuple):
    """By what a report was made, the program's version and the command line, where it is published,
    and what the catalogue says of its makers, of its licence and of whom to ask."""

    version: str
    command: str
    address: str = ""
    makers: tuple[LocalText, ...] = ()
    licence: str | None = None
    contact: str | None = None


def imprint(made: Provenance, frame: Frame) -> Iterator[tuple[str, Cell]]:
    """Who makes the catalogue, under which licence, whom to ask: as much as it says."""
    say = frame.say
    if made.makers:
        makers = listed((say(maker) for maker in made.makers), frame.language)
        yield say(labels.FIELDS["makers"]), Cell(makers)
    if made.licence:
        yield say(labels.FIELDS["licence"]), Cell(made.licence)
    if made.contact:
        url = made.contact if made.contact.startswith(WEB) else None
        yield say(labels.FIELDS["contact"]), Cell(made.contact, url=url)
