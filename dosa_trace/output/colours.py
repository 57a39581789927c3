"""One set of colours for every picture: fill and line of each role, dark text on them.

Chosen so that states differ in lightness as well as in hue, with a contrast of at least 4.5 to 1
for text (WCAG 2.2, 1.4.3).
"""

from __future__ import annotations

from collections.abc import Mapping

from dosa_trace.document import Role

FILLS: Mapping[Role, tuple[str, str]] = {
    Role.COVERED: ("#b7e4c7", "#1a7f37"),
    Role.PARTLY: ("#ffe7a8", "#9a6700"),
    Role.PLANNED: ("#cfe4ff", "#0969da"),
    Role.DECLINED: ("#e9dcff", "#8250df"),
    Role.GAP: ("#ffd3d0", "#b22234"),
    Role.PLAIN: ("#ffffff", "#57606a"),
    Role.MUTED: ("#eaeef2", "#8c959f"),
}
