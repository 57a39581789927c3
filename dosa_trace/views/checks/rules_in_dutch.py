"""The pages of the rules in Dutch: of each what it is about, and why. The examples are YAML, and
the same in every language.

They stand in `rules_in_dutch.txt`: a code, and behind it the paragraphs of its page with an empty
line between them.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def dutch() -> dict[str, tuple[str, ...]]:
    """What the rule of each code is about, and why, a paragraph each."""
    text = files(__package__).joinpath("rules_in_dutch.txt").read_text(encoding="utf-8")
    _, *pieces = re.split(r"^(DT\d{3})\n", text, flags=re.MULTILINE)
    return {
        code: tuple(" ".join(part.split()) for part in page.strip().split("\n\n"))
        for code, page in zip(pieces[::2], pieces[1::2], strict=True)
    }
