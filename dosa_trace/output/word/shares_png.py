"""Shares as a picture for Word: a bar of colours and patterns, written as PNG (W3C, PNG, third
edition) with the standard library, since it is nothing but rectangles."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence

from dosa_trace.document import Role
from dosa_trace.output.colours import FILLS

#: How many points the picture has.
WIDE, HIGH = 300, 24
#: Where the pattern of a state has its line, so that states differ without colour; what is open has
#: none (`output.drawings.patterns` has the same for pictures of lines).
PATTERNS: Mapping[Role, Callable[[int, int], bool]] = {
    Role.COVERED: lambda x, _: x % 3 < 1,
    Role.PARTLY: lambda x, y: (x + y) % 6 < 1,
    Role.PLANNED: lambda x, y: x % 5 < 2 and y % 5 < 2,
    Role.DECLINED: lambda x, y: (x + y) % 6 < 1 or (x - y) % 6 < 1,
}


def png(bar: Sequence[tuple[float, Role]]) -> bytes:
    """The parts of a bar from the left, each so much of its length; what is left of it is empty."""
    rows = b"".join(b"\0" + b"".join(row) for row in _rows(bar))
    head = struct.pack(">2I5B", WIDE, HIGH, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(name, data)
        for name, data in ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    )


def _rows(bar: Sequence[tuple[float, Role]]) -> Iterator[list[bytes]]:
    roles: list[tuple[Role | None, bool]] = []
    for share, role in bar:
        points = round(share * (WIDE - 1))
        roles += [(role, at == 0) for at in range(points)]
    roles = [*roles, *[(None, False)] * WIDE][: WIDE - 1]
    for y in range(HIGH):
        edge = y in (0, HIGH - 1)
        row = [
            _colour(role, x, y, at_edge=edge or is_first or x < 1)
            for x, (role, is_first) in enumerate(roles)
        ]
        yield [*row, _hex(FILLS[Role.PLAIN][1])]


def _colour(role: Role | None, x: int, y: int, at_edge: bool) -> bytes:
    if role is None:
        return _hex(FILLS[Role.PLAIN][1 if at_edge else 0])
    fill, line = FILLS[role]
    pattern = PATTERNS.get(role)
    return _hex(line if at_edge or (pattern and pattern(x, y)) else fill)


def _hex(colour: str) -> bytes:
    return bytes.fromhex(colour.lstrip("#"))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
