"""What an answer is written onto: in which language, and what a screen can show."""

from __future__ import annotations

from typing import NamedTuple

from dosa_trace.language import Language


class Medium(NamedTuple):
    """Where a text goes; by default a pipe or a file, which has no width and no colour.

    `width` and `unicode` hold for a `screen`; `linear` is for who listens to it; `folds` for what
    is shown where a reader can open parts of it.
    """

    language: Language = Language.EN
    screen: bool = False
    width: int = 80
    colour: bool = False
    unicode: bool = True
    linear: bool = False
    folds: bool = False


#: A pipe in English.
PIPE = Medium()
