"""An answer as text for people or programs, in any format that it has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, overload

from dosa_trace.diagnostics import BadQuestion, did_you_mean, near
from dosa_trace.labels import USE
from dosa_trace.language import Alternatives, Language, Phrase
from dosa_trace.output.formats import Format, formats_of
from dosa_trace.output.shape import Shape
from dosa_trace.output.target import Medium
from dosa_trace.questions.given import flag_given, number_or_none
from dosa_trace.questions.result import USUAL, Layout, Result


@overload
def render(
    answer: Result,
    format: Literal[
        "table",
        "markdown",
        "mermaid",
        "dot",
        "graphml",
        "json",
        "svg",
        "yaml",
        "csv",
        "html",
        "github",
        "sarif",
        "gitlab",
        "junit",
    ] = ...,
    *,
    lang: Language | str | None = ...,
    limit: int | None = ...,
    each: bool | None = ...,
    brief: bool = ...,
    caveats: bool = ...,
    sections: str | Sequence[str] | None = ...,
    annex: bool = ...,
    address: str | None = ...,
    front_matter: bool = ...,
    folds: bool = ...,
    width: int | None = ...,
    plain: bool = ...,
) -> str: ...
@overload
def render(
    answer: Result,
    format: Literal["docx", "xlsx"],
    *,
    lang: Language | str | None = ...,
    limit: int | None = ...,
    each: bool | None = ...,
    brief: bool = ...,
    caveats: bool = ...,
    sections: str | Sequence[str] | None = ...,
    annex: bool = ...,
    address: str | None = ...,
    front_matter: bool = ...,
    folds: bool = ...,
    width: int | None = ...,
    plain: bool = ...,
) -> bytes: ...
@overload
def render(
    answer: Result,
    format: str = ...,
    *,
    lang: Language | str | None = ...,
    limit: int | None = ...,
    each: bool | None = ...,
    brief: bool = ...,
    caveats: bool = ...,
    sections: str | Sequence[str] | None = ...,
    annex: bool = ...,
    address: str | None = ...,
    front_matter: bool = ...,
    folds: bool = ...,
    width: int | None = ...,
    plain: bool = ...,
) -> str | bytes: ...
def render(  # noqa: PLR0913 - one for each option that shapes an answer
    answer: Result,
    format: str = "table",
    *,
    lang: Language | str | None = None,
    limit: int | None = None,
    each: bool | None = None,
    brief: bool = False,
    caveats: bool = False,
    sections: str | Sequence[str] | None = None,
    annex: bool = False,
    address: str | None = None,
    front_matter: bool = False,
    folds: bool = False,
    width: int | None = None,
    plain: bool = False,
) -> str | bytes:
    """An answer in a format of the command line: `table`, `markdown`, `json`, `csv`, `html`,
    `docx`, `xlsx` and so on, whichever that command has; the text, or the bytes of what is no text.

    `lang` is `en` or `nl`, by default the first language of the catalogue; `limit` shows so many of
    each list. `each`, `brief`, `caveats`, `sections`, `annex`, `address` and `front_matter` are
    those of the command, `folds` is for Markdown. `width` is that of a screen in characters, by
    default none; `plain` is for who listens. Raises BadQuestion for a format that the answer has
    not and for an option that it does not take.
    """
    if not isinstance(answer, Result):
        raise TypeError(f"answer must be a result such as coverage(graph), not {answer!r}")
    parts = sections if sections is None or isinstance(sections, str) else ",".join(sections)
    if address is not None and not isinstance(address, str):
        raise TypeError(f"address must be a text such as 'https://…', not {address!r}")
    flags = {"brief": brief, "caveats": caveats, "annex": annex, "front_matter": front_matter,
             "folds": folds, "plain": plain, "each": False if each is None else each}  # fmt: skip
    for name, flag in flags.items():
        flag_given(flag, name)
    given = Layout(each, brief, caveats, parts, annex, address, front_matter, str(format))
    _require_taken(answer, given)
    frame = answer._asked.frame(lang, number_or_none(limit, "limit"))
    shapes = answer._shapes(frame, given)
    able = formats_of(shape for shape in Shape if shapes.shape(shape) is not None)
    chosen = _format(format, able)
    if folds and chosen.name != "markdown":
        raise BadQuestion(NOT_TAKEN(name="folds", format=chosen.name))
    if given.front_matter and not chosen.front_matter:
        raise BadQuestion(NOT_TAKEN(name="front_matter", format=chosen.name))
    if shapes.document_only and shapes.taken_by(chosen) is not Shape.DOCUMENT:
        name = shapes.document_only.removeprefix("--")
        raise BadQuestion(NOT_TAKEN(name=name, format=chosen.name))
    columns = number_or_none(width, "width")
    medium = Medium(
        frame.language, screen=columns is not None, width=columns or 80, linear=plain, folds=folds
    )
    made = shapes.render(chosen, medium)
    assert isinstance(made, str | bytes), "a result has no shape that is a folder"
    return made


def _require_taken(answer: Result, given: Layout) -> None:
    """Raises BadQuestion for an option that was given and does nothing to this answer."""
    for name, value in given._asdict().items():
        if name in OWN and value != getattr(USUAL, name) and name not in answer._TAKES:
            raise BadQuestion(NOT_OF_THIS(name=name, answer=answer.ANSWER.partition("/")[0]))


def _format(name: str, able: tuple[Format, ...]) -> Format:
    for one in able:
        if one.name == name:
            return one
    names = tuple(one.name for one in able)
    hint = did_you_mean(near(str(name), names)) or USE(words=Alternatives(names))
    raise BadQuestion(NO_FORMAT(format=str(name)), hint)


#: The options that some answers take.
OWN = frozenset({"each", "brief", "caveats", "sections", "annex", "address", "front_matter"})
NO_FORMAT = Phrase(
    "this result cannot be rendered as '{format}'",
    "dit resultaat is niet te geven als '{format}'",
)
NOT_TAKEN = Phrase(
    "'{name}' cannot be used with the format {format}", "'{name}' gaat niet samen met {format}"
)
NOT_OF_THIS = Phrase("'{name}' does nothing to {answer}", "'{name}' doet niets bij {answer}")
