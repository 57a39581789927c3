"""What XML 1.0 has no way to write (section 2.2, *Characters*), for every format that is XML."""

from __future__ import annotations

import re

_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str, instead: str = "\N{REPLACEMENT CHARACTER}") -> str:
    """The text with `instead` in place of each character that XML cannot hold."""
    return _UNWRITABLE.sub(instead, text)
