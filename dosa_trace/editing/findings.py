"""What `check` says otherwise of a draft than of the catalogue that it was made of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.registry import check
from dosa_trace.checks.soundness import judge
from dosa_trace.diagnostics import Diagnostic, Severity
from dosa_trace.editing.draft import Draft
from dosa_trace.language import Language


class Foreseen(NamedTuple):
    """The catalogue that a draft makes, with the findings that are `new` and those that are
    `gone`."""

    catalog: Catalog
    new: tuple[Diagnostic, ...]
    gone: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The new findings that are errors."""
        return tuple(one for one in self.new if one.severity is Severity.ERROR)


def foreseen(draft: Draft, day: date) -> Foreseen:
    """What a draft makes, on a date. Findings are compared by what they say and in which file, for
    an edit moves lines."""
    after, reading = draft.read()
    judge(after, reading)
    before = check(draft.catalog, draft.catalog.reading, day).diagnostics
    now = check(after, reading, day).diagnostics
    return Foreseen(after, _without(now, before), _without(before, now))


def _without(some: Sequence[Diagnostic], others: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    known = {_key(one) for one in others}
    return tuple(one for one in some if _key(one) not in known)


def _key(finding: Diagnostic) -> tuple[str, str, str]:
    return finding.code, finding.span.file, finding.message.say(Language.EN)
