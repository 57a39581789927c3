"""What the program has to say about a catalogue: where, how bad, what is wrong, how to mend it.

A diagnostic is a value. It is collected, never raised, says nothing by itself, and has no
language until an output gives it one. Exceptions are only for a question that could not be asked:

    DosaTraceError
     ├─ CatalogNotFound     no catalogue at the place named, nor anywhere it is looked for
     ├─ CatalogInvalid      a catalogue with mistakes that would make its figures wrong
     ├─ UnknownId           no record has that id; carries the near ones
     └─ BadQuestion         an option whose value makes no sense for this catalogue
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from dosa_trace.language import Alternatives, Language, Message, Phrase, Words


class Severity(StrEnum):
    """How bad a finding is: an error may make a figure wrong, a warning deserves a look."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(NamedTuple):
    """A place in a file: from 1, in characters, the end exclusive."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Rule(NamedTuple):
    """A kind of finding: a code that is never reused, a readable name, how bad it is, and its page
    in the manual (`checks.manual` says how that is written)."""

    code: str
    name: str
    severity: Severity = Severity.ERROR
    manual: str = ""


class Related(NamedTuple):
    """A second place that belongs to the same finding."""

    span: Span
    message: Words


class Diagnostic(NamedTuple):
    """One mistake at one place: what, where, how to mend it, and what else is involved.

    `record` is where the record that it is about begins, None where it is about none.
    """

    rule: Rule
    message: Words
    span: Span
    hint: Words | None = None
    related: tuple[Related, ...] = ()
    severity: Severity = Severity.ERROR
    record: Span | None = None

    @property
    def code(self) -> str:
        """The code of its rule, such as `DT204`."""
        return self.rule.code

    def __str__(self) -> str:
        """In English, as a terminal prints it: the place, how bad, what is wrong and how to mend
        it."""
        said = f"{self.span}: {self.severity}[{self.code}] {self.message.say(Language.EN)}"
        return f"{said} ({self.hint.say(Language.EN)})" if self.hint else said

    @property
    def sort_key(self) -> tuple[Span, str, str]:
        """What it is put in order by: place, code, message."""
        return (self.span, self.code, self.message.say(Language.EN))


def sort(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """By file, line, column and code; every output may rely on it. Exact repeats are dropped."""
    unique = {(found.sort_key, found.severity): found for found in diagnostics}
    return tuple(sorted(unique.values(), key=lambda found: found.sort_key))


class DosaTraceError(Exception):
    """The question could not be asked; `hint` says what to do about it."""

    def __init__(self, message: Words, hint: Words | None = None) -> None:
        super().__init__(message.say(Language.EN))
        self.message = message
        self.hint = hint
        if hint is not None:
            self.add_note(hint.say(Language.EN))

    def __reduce__(self) -> tuple[Any, ...]:
        """What another process needs to have the same error."""
        return _again, (type(self), self.args, self.__dict__)


def _again(kind: type[DosaTraceError], said: tuple[Any, ...], held: dict[str, Any]) -> Exception:
    error = kind.__new__(kind, *said)
    error.__dict__.update(held)
    return error


class CatalogNotFound(DosaTraceError):
    """No catalogue where one was looked for."""


class BadQuestion(DosaTraceError):
    """An option or argument that this catalogue cannot answer."""


class CatalogInvalid(DosaTraceError):
    """The catalogue has mistakes that would make figures wrong; `diagnostics` holds them all, and
    `texts` the files that they point into."""

    def __init__(
        self, message: Words, diagnostics: Sequence[Diagnostic], texts: Mapping[str, str]
    ) -> None:
        super().__init__(message, RUN_CHECK())
        self.diagnostics = tuple(diagnostics)
        self.texts = texts

    def __str__(self) -> str:
        """The message, and below it each finding with its place, in English."""
        return "\n".join((self.message.say(Language.EN), *map(str, self.diagnostics)))


class UnknownId(DosaTraceError):
    """No record has this id."""

    def __init__(
        self, identifier: str, candidates: Iterable[str], offered: Sequence[str] = ()
    ) -> None:
        """`offered` are the ids of the records that may be meant, where somebody looked further
        than at the candidates."""
        self.near = tuple(offered) or near(identifier, candidates)
        hint = did_you_mean(self.near) or LIST_THEM
        super().__init__(NO_SUCH_ID(id=identifier), hint)


RUN_CHECK = Phrase(
    "fix these first; dosa-trace check shows each with its line",
    "herstel deze eerst; dosa-trace check toont ze elk met hun regel",
)
NO_SUCH_ID = Phrase("no record has the id '{id}'", "geen enkel record heeft id '{id}'")
LIST_THEM = Phrase(
    "see the ids with dosa-trace list recommendations (or objectives, instruments, sources, "
    "organisations, themes)",
    "bekijk de id's met dosa-trace list recommendations (of objectives, instruments, sources, "
    "organisations, themes)",
)
DID_YOU_MEAN = Phrase("did you mean {near}?", "bedoelde u {near}?")


def near(word: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """The candidates nearest to a mistyped word, best first: at most three, and every one that
    ties with the best."""
    matches = difflib.get_close_matches(word.lower(), sorted(set(candidates)), n=12, cutoff=0.6)
    if not matches:
        return ()
    scores = {
        match: difflib.SequenceMatcher(None, match, word.lower()).ratio() for match in matches
    }
    ordered = sorted(scores, key=lambda match: (-scores[match], match))
    ties = sum(score == scores[ordered[0]] for score in scores.values())
    return tuple(ordered[: max(ties, 3)])


def is_meant(word: str, written: Iterable[str], known: Collection[str]) -> bool:
    """Whether one of the words written that are not known is most like this one: then it is not
    missing but mistyped, which is told where it stands."""
    return any(near(one, known)[:1] == (word,) for one in written if one not in known)


def did_you_mean(words: Sequence[str]) -> Message | None:
    return DID_YOU_MEAN(near=Alternatives(tuple(words))) if words else None
