"""What is supposed when one asks what if: as it is typed, and as it is judged."""

from __future__ import annotations

from typing import NamedTuple

from dosa_trace.catalog.model.link_names import ends_named
from dosa_trace.catalog.model.vocabulary import Extent
from dosa_trace.diagnostics import BadQuestion, did_you_mean, near
from dosa_trace.labels import USE
from dosa_trace.language import Alternatives, Phrase


class LaidLink(NamedTuple):
    """A link as `FROM:TO:EXTENT` names it."""

    origin: str
    target: str
    extent: Extent

    @classmethod
    def parse(cls, text: str) -> LaidLink:
        """Raises BadQuestion for anything else."""
        parts = [part.strip() for part in text.split(":")]
        if len(parts) != len(cls._fields) or not all(parts):
            raise BadQuestion(NOT_A_LINK(text=text), ADD_SHAPE)
        origin, target, extent = parts
        extents = tuple(one.value for one in Extent)
        if extent not in extents:
            hint = did_you_mean(near(extent, extents)) or USE(words=Alternatives(extents))
            raise BadQuestion(NO_EXTENT(text=extent), hint)
        return cls(origin, target, Extent(extent))


class CutLink(NamedTuple):
    """A link as `FROM:TO` names it."""

    origin: str
    target: str

    @classmethod
    def parse(cls, text: str) -> CutLink:
        """Raises BadQuestion for anything else."""
        ends = ends_named(text)
        if ends is None:
            raise BadQuestion(NOT_A_LINK(text=text), DROP_SHAPE)
        return cls(*ends)


class Supposed(NamedTuple):
    """What is supposed: instruments that stop and that begin, links that are laid and that are
    taken away."""

    stop: tuple[str, ...] = ()
    start: tuple[str, ...] = ()
    add: tuple[LaidLink, ...] = ()
    drop: tuple[CutLink, ...] = ()


NOT_A_LINK = Phrase("'{text}' names no link", "'{text}' noemt geen koppeling")
ADD_SHAPE = Phrase(
    "write FROM:TO:EXTENT, such as fs-talent:ained:partial",
    "schrijf VAN:NAAR:MATE, zoals fs-talent:ained:partial",
)
DROP_SHAPE = Phrase(
    "write FROM:TO, such as fs-talent:ained", "schrijf VAN:NAAR, zoals fs-talent:ained"
)
NO_EXTENT = Phrase("'{text}' is not an extent of a link", "'{text}' is geen mate van een koppeling")
