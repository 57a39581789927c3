"""A pattern for each state, so that pictures tell states apart without colour (WCAG 2.2, 1.4.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dosa_trace.document import Role
from dosa_trace.output.colours import FILLS

#: Of each role whose colour means something: how wide its pattern is, and its strokes; the page has
#: the same. What is open has none: it is empty.
STROKES: Mapping[Role, tuple[int, str]] = {
    Role.COVERED: (3, "M1,0 V3"),
    Role.PARTLY: (6, "M-1,1 L1,-1 M0,6 L6,0 M5,7 L7,5"),
    Role.PLANNED: (5, "M2,2.5 H3.5"),
    Role.DECLINED: (6, "M0,6 L6,0 M0,0 L6,6"),
    Role.MUTED: (4, "M0,2 H4"),
}


def definitions(roles: Iterable[Role]) -> str:
    """The patterns of some roles, to stand in a picture once."""
    used = set(roles)
    drawn = "".join(
        f'<pattern id="sign-{role}" width="{size}" height="{size}" '
        f'patternUnits="userSpaceOnUse"><path d="{strokes}" stroke="{FILLS[role][1]}" '
        'fill="none"/></pattern>'
        for role, (size, strokes) in STROKES.items()
        if role in used
    )
    return f"<defs>{drawn}</defs>" if drawn else ""


def sign(role: Role, shape: str) -> str:
    """A shape (the beginning of an element) filled with the pattern of a role, if it has one."""
    return f'{shape} fill="url(#sign-{role})"/>' if role in STROKES else ""
