"""What would an edit of a catalogue do, before it is made?

The edits stand in a `Draft`, in which nothing is written. `preview` says what it would change: the
text of the files, the findings of `check`, the states and figures. `write_draft` makes it so.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from dosa_trace.analysis.diff.diff import CatalogDiff
from dosa_trace.analysis.diff.diff import diff as ask
from dosa_trace.catalog.facts.asked import asked_basis, asked_day
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.catalog.text.files import SUFFIXES
from dosa_trace.diagnostics import BadQuestion, Diagnostic
from dosa_trace.editing.draft import Draft, FileEdit
from dosa_trace.editing.findings import foreseen
from dosa_trace.editing.journal import write_edits
from dosa_trace.language import Language, Phrase
from dosa_trace.output.answer import Answer
from dosa_trace.output.findings.finding_words import Said, all_said
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.results import data_of, field_types
from dosa_trace.views.wording.frame import Frame


class FileDifference(NamedTuple):
    """A file that an edit changes, with the lines that it takes away and puts there, as a unified
    difference."""

    file: str
    is_new: bool
    difference: str


class Preview(NamedTuple):
    """What an edit would do: to the files, to the findings of `check` (`new` ones and those that
    are `gone`), and to what is answered. `written` says whether it was done."""

    files: tuple[FileDifference, ...]
    new: tuple[Diagnostic, ...]
    gone: tuple[Diagnostic, ...]
    effects: CatalogDiff
    written: bool


class EditResult(Result, Preview):
    """What an edit would do, or did; a row for each recommendation that changes its state."""

    ANSWER = "edit/1"

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What its document holds: each finding in words."""
        told = {"new": tuple[Said, ...], "gone": tuple[Said, ...]}
        return {**field_types(Preview), **told}

    def _as_document(self, frame: Frame) -> Mapping[str, Any]:
        told = {name: _said(getattr(self, name), frame.language) for name in ("new", "gone")}
        return frame.envelope(self.ANSWER) | data_of(self) | told

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.diff.edit import layout as layout_edit

        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: layout_edit(self.files, self.new, self.gone, self.effects, frame),
            rows=lambda: self.effects.states,
        )


def _said(findings: Iterable[Diagnostic], language: Language) -> tuple[Said, ...]:
    return all_said(findings, lambda path: path, language)


def preview(
    draft: Draft,
    *,
    as_of: date | str,
    basis: Basis | str = Basis.INFERRED,
    written: bool = False,
    may_be_none: bool = False,
) -> EditResult:
    """What the edits of a draft would do on a date. Raises BadQuestion where they change nothing,
    unless that may be, or would make an error."""
    day, counted = asked_day(as_of), asked_basis(basis)
    edits = draft.edits
    if not edits and not may_be_none:
        raise BadQuestion(NOTHING_CHANGES)
    after, new, gone = ahead = foreseen(draft, day)
    if ahead.errors:
        first = ahead.errors[0]
        place = f"{first.span.file}:{first.span.line}"
        raise BadQuestion(MAKES_ERROR(place=place, message=first.message), first.hint)
    effects = ask(draft.catalog, after, day, counted)
    made = Preview(tuple(_difference(edit) for edit in edits), new, gone, effects, written)
    return EditResult._made(made, Asked(after, day, counted))


def _difference(edit: FileEdit) -> FileDifference:
    """The lines that change; of a new archived text only how many it has."""
    if edit.before is None and not edit.path.endswith(SUFFIXES):
        number = len(_lines(edit.after))
        return FileDifference(edit.path, True, f"+++ {edit.path}\n@@ -0,0 +1,{number} @@")
    before, after = _lines(edit.before or b""), _lines(edit.after)
    compared = difflib.unified_diff(before, after, edit.path, edit.path, lineterm="", n=2)
    return FileDifference(edit.path, edit.before is None, "\n".join(compared))


def _lines(data: bytes) -> list[str]:
    lines = [line.rstrip("\r") for line in data.decode("utf-8").split("\n")]
    return lines if lines[-1] else lines[:-1]


def write_draft(draft: Draft) -> None:
    """Writes the files that a draft changes, whole, all or none. Raises OSError, whose `filename`
    is the file that failed, also where one is no longer what it was when it was read."""
    write_edits(draft.catalog.root, draft.edits)


NOTHING_CHANGES = Phrase("that changes nothing", "dat verandert niets")
MAKES_ERROR = Phrase(
    "that would make an error at {place}: {message}", "dat zou een fout geven op {place}: {message}"
)
