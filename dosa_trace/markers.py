"""Markers for figures in somebody's own Markdown:

    <!-- dosa coverage.partly where=theme=talent as-of=2026-11-25 -->18 of 52<!-- / -->

What stands between the two comments is ours to write, and the date in the first; nothing else of
the text is touched, by no byte. Which comments are comments, and which stand in code and are only
text, a reader of Markdown says (markdown-it-py, CommonMark with tables).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.language import Phrase, Words

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

#: What stands before the id of a recommendation in the name of the figure that is its state.
STATE_OF = "state."
#: What begins like one of our comments, and what is one.
_BEGUN = re.compile(r"<!--\s*(?:(?i:dosa)\b|/\s*-->)")
_OPEN = re.compile(r"<!--[ \t]*(?i:dosa)\b([^<>\r\n]*?)-->")
_CLOSE = re.compile(r"<!--[ \t]*/[ \t]*-->")
_AS_OF = re.compile(r"(?<=\s)as-of=[^\s<>]+")
#: A figure is no longer, in characters; what is longer is text that nobody meant to lose.
_LONGEST = 500
#: What of HTML holds no comments: by how it begins and ends, the elements whose text is raw, and
#: tags, in whose attributes anything may stand.
_PIECES = {"<!--": "-->", "<![cdata[": "]]>", "<?": "?>", "<!": ">"}
_RAW = re.compile(r"<(script|style|textarea|title|xmp|iframe|noembed|noframes|noscript)\b", re.I)
_TAG = re.compile(r"""</?[A-Za-z](?:[^"'>]|"[^"]*+"|'[^']*+')*+>""")
#: Where GitHub and others know footnotes, what is indented below one is text and not code.
_FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\]\s]+\]:", re.MULTILINE)
#: How much of a comment its number stands in, and how long a tag is looked for.
_HEAD, _LONGEST_TAG = 40, 2_000


class Marker(NamedTuple):
    """One marker: the figure asked for, its options in their order, where it begins and where the
    text between its comments begins and ends; lines and columns from 1."""

    name: str
    options: tuple[tuple[str, str], ...]
    start: int
    inside: int
    end: int
    line: int
    column: int

    def given(self, key: str) -> tuple[str, ...]:
        return tuple(value for name, value in self.options if name == key)


class MarkerMistake(NamedTuple):
    """A marker that is not written as one, and where."""

    message: Words
    hint: Words
    line: int
    column: int


def markers(text: str) -> tuple[list[Marker], list[MarkerMistake]]:
    """The markers of a text in their order, and what is wrong with others."""
    text_markers: list[Marker] = []
    slips: list[MarkerMistake] = []
    places = _Places(text)
    comments, others = _comments(text)
    for at in others:
        slips.append(MarkerMistake(NO_COMMENT, NAME_IT, *places.of(at)))
    opens = [at for at in comments if not _CLOSE.match(text, at)]
    ends = [closing for at in comments if (closing := _CLOSE.match(text, at))]
    starts = [closing.start() for closing in ends]
    for number, at in enumerate(opens):
        opening = _OPEN.match(text, at)
        if opening is None:
            slips.append(MarkerMistake(NO_MARKER, NAME_IT, *places.of(at)))
            continue
        until = opens[number + 1] if number + 1 < len(opens) else len(text)
        behind = bisect_left(starts, opening.end())
        close = ends[behind] if behind < len(ends) and starts[behind] < until else None
        read = _read(text, opening, close, places)
        if isinstance(read, Marker):
            text_markers.append(read)
        else:
            slips.append(read)
    return text_markers, sorted(slips, key=lambda slip: (slip.line, slip.column))


def _read(
    text: str, opening: re.Match[str], close: re.Match[str] | None, places: _Places
) -> Marker | MarkerMistake:
    """One marker, or what is wrong with it."""
    place = places.of(opening.start())
    name, *options = opening[1].split() or [""]
    if close is None:
        return MarkerMistake(NOT_CLOSED, CLOSE_IT, *place)
    if name.startswith(":"):
        return MarkerMistake(COLON, NAME_IT, *place)
    if not name or "=" in name:
        return MarkerMistake(NO_NAME, NAME_IT, *place)
    if wrong := [option for option in options if not re.fullmatch(r"[\w-]+=\S+", option)]:
        return MarkerMistake(NO_OPTION(text=wrong[0]), OPTION_SHAPE, *place)
    value = text[opening.end() : close.start()]
    if len(value) > _LONGEST or "<!--" in value or len(value.splitlines()) > 1 or "\n" in value:
        return MarkerMistake(NO_FIGURE, CLOSE_BEHIND, *place)
    pairs = tuple(_pair(option) for option in options)
    return Marker(name, pairs, opening.start(), opening.end(), close.start(), *place)


def rewritten(text: str, values: Iterable[tuple[Marker, str, str]]) -> str:
    """The text with each of some markers holding a value, as of a date."""
    parts, done = [], 0
    for marker, value, as_of in values:
        body = text[marker.start : marker.inside - len("-->")]
        if marker.given("as-of"):
            body = _AS_OF.sub(f"as-of={as_of}", body, count=1)
        else:
            space = "" if body.endswith((" ", "\t")) else " "
            body = f"{body}{space}as-of={as_of} "
        parts += [text[done : marker.start], f"{body}-->", value]
        done = marker.end
    return "".join((*parts, text[done:]))


def _pair(option: str) -> tuple[str, str]:
    key, _, value = option.partition("=")
    return key, value


class _Places:
    """Lines and columns in a text, from 1."""

    def __init__(self, text: str) -> None:
        self._begin = [0, *(newline.end() for newline in re.finditer("\n", text))]

    def of(self, at: int) -> tuple[int, int]:
        line = bisect_left(self._begin, at + 1)
        return line, at - self._begin[line - 1] + 1


def _comments(text: str) -> tuple[list[int], list[int]]:
    """Where comments of ours begin, and where only something that looks like one does; what stands
    in code is neither.

    A reader of Markdown tells no places. So each that may be one gets a number of its own in a
    copy of the text, in which nothing else differs, and is known by it again.
    """
    begun = [match.start() for match in _BEGUN.finditer(text)]
    if not begun:
        return [], []
    taken = {int(digits) for digits in re.findall(r"<!--n(\d{1,9})x", text)}
    sign = f"n{next(candidate for candidate in count() if candidate not in taken)}x"
    parts = [text[: begun[0]]]
    for number, at in enumerate(begun):
        until = begun[number + 1] if number + 1 < len(begun) else len(text)
        parts.append(f"<!--{sign}{number}{text[at + 4 : until]}")
    numbered = re.compile(rf"<!--{sign}(\d+)")
    real: set[int] = set()
    code: set[int] = set()
    code_types = {"code_inline", "fence", "code_block"}
    if _FOOTNOTE.search(text):
        code_types.remove("code_block")
    for token in _tokens(_parser().parse("".join(parts))):
        if token.type == "html_inline" and token.content.startswith("<!--"):
            real.update(int(digits) for digits in numbered.findall(token.content[:_HEAD]))
        elif token.type == "html_block":
            real.update(int(digits) for digits in _first_of_comments(token.content, numbered))
        elif token.type in code_types:
            code.update(int(digits) for digits in numbered.findall(token.content + token.info))
    others = [
        at
        for number, at in enumerate(begun)
        if number not in real
        and number not in code
        and not _CLOSE.match(text, at)
        and not _is_escaped(text, at)
    ]
    return [begun[number] for number in sorted(real)], others


def _is_escaped(text: str, at: int) -> bool:
    before = text[max(0, at - 100) : at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _first_of_comments(html: str, numbered: re.Pattern[str]) -> Iterator[str]:
    """The numbers of the comments in a piece of HTML. What stands in a comment, a tag, a piece of
    raw text or data begins no other; each piece is looked at once, and what is not ended is the
    last."""
    lower = html.lower()
    at = html.find("<")
    while at >= 0:
        begun = next((piece for piece in _PIECES if lower.startswith(piece, at)), None)
        raw = _RAW.match(html, at)
        if begun == "<!--" and (match := numbered.match(html, at)):
            yield match[1]
        if begun is not None:
            ended = html.find(_PIECES[begun], at + 2)
        elif raw is not None:
            ended = lower.find(f"</{raw[1].lower()}", at + 1)
        else:
            tag = _TAG.match(html, at, at + _LONGEST_TAG)
            ended = tag.end() - 1 if tag else at
        at = html.find("<", ended + 1) if ended >= 0 else -1


def _tokens(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _tokens(token.children or ())


def _parser() -> MarkdownIt:
    """What tells code from comments; of all else within a line nothing is asked."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    parser.inline.ruler.before("html_inline", "comment", _comment)
    parser.inline.ruler.enableOnly(
        ["text", "newline", "escape", "backticks", "autolink", "comment", "html_inline"]
    )
    parser.inline.ruler2.enableOnly([])
    return parser


def _comment(state: StateInline, silent: bool) -> bool:
    """A comment within a line (CommonMark 0.31, section 6.6), found without looking twice at what
    follows where none ends."""
    if not state.src.startswith("<!--", state.pos) or state.env.get("endless") == state.src:
        return False
    end = state.src.find("-->", state.pos + 2)
    if end < 0:
        state.env["endless"] = state.src
        return False
    if not silent:
        state.push("html_inline", "", 0).content = state.src[state.pos : end + 3]
    state.pos = end + 3
    return True


NO_COMMENT = Phrase(
    "this starts like a marker, but is not a comment of its own: it is open-ended or inside "
    "another",
    "dit begint als een markering, maar is geen eigen commentaar: het is niet afgesloten, of "
    "staat in een ander",
)
NO_MARKER = Phrase(
    "this starts like a marker, but is not one", "dit begint als een markering, maar is er geen"
)
NO_FIGURE = Phrase(
    "there is more than a figure here: a line break, a comment, or over 500 characters",
    "hier staat meer dan een cijfer: een regeleinde, een commentaar, of meer dan 500 tekens",
)
CLOSE_BEHIND = Phrase(
    "put <!-- / --> right after the figure, on the same line",
    "zet <!-- / --> direct achter het cijfer, op dezelfde regel",
)
NOT_CLOSED = Phrase("this marker is not closed", "deze markering is niet gesloten")
CLOSE_IT = Phrase(
    "put <!-- / --> after the figure, before the next marker",
    "zet <!-- / --> achter het cijfer, vóór de volgende markering",
)
COLON = Phrase("there is no colon after dosa", "achter dosa staat geen dubbele punt")
NO_NAME = Phrase("this marker names no figure", "deze markering noemt geen cijfer")
NAME_IT = Phrase(
    "write <!-- dosa coverage.partly --><!-- / -->, and list the figures with dosa-trace fill "
    "--list",
    "schrijf <!-- dosa coverage.partly --><!-- / -->, en bekijk de cijfers met dosa-trace "
    "fill --list",
)
NO_OPTION = Phrase(
    "'{text}' is not an option of a marker", "'{text}' is geen optie van een markering"
)
OPTION_SHAPE = Phrase(
    "options are where=theme=talent, basis=stated, lang=nl and as-of=2026-11-25",
    "opties zijn where=theme=talent, basis=stated, lang=nl en as-of=2026-11-25",
)
