"""The page of a rule: what it is about, why, and a wrong and a right example.

A page is written as the docstring of the module that holds the rule; the tests run its examples.
"""

from __future__ import annotations

import re
from textwrap import dedent
from typing import NamedTuple

_PARTS = re.compile(r"(.*?)\n+Wrong:\n\n(.*?)\n+Right:\n\n(.*)", re.DOTALL)


class Manual(NamedTuple):
    """`what` is one sentence, `why` paragraphs of one line each, the examples YAML."""

    what: str
    why: tuple[str, ...]
    wrong: str
    right: str

    @classmethod
    def parse(cls, text: str) -> Manual:
        """The parts of a page; raises ValueError where one is missing."""
        found = _PARTS.fullmatch(dedent(text).strip())
        if found is None:
            raise ValueError("a page has what, why, Wrong: and Right:")
        what, *why = (" ".join(part.split()) for part in found[1].split("\n\n"))
        return cls(what, tuple(why), _example(found[2]), _example(found[3]))


def _example(text: str) -> str:
    return dedent(text.strip("\n")) + "\n"
