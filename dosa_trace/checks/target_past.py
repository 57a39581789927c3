"""A target is past its date, and the catalogue does not say whether it was met.

Nobody can tell whether it is late. Look for a source, and record what it says: `met` or `missed`,
or a new target of the same name if the plan changed.

Wrong:

    instruments:
      - id: fund
        name: The fund
        kind: fund
        level: nl
        owner: EZ
        status: [{date: 2023-02-03, value: in-progress, source: nota}]
        targets: [{name: Ready, due: 2024-06, date: 2023-02-03, source: nota}]

Right:

    instruments:
      - id: fund
        name: The fund
        kind: fund
        level: nl
        owner: EZ
        status: [{date: 2023-02-03, value: in-progress, source: nota}]
        targets:
          - name: Ready
            due: 2024-06
            date: 2023-02-03
            source: nota
            met: {date: 2025-08-21, source: nota}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.facts.targets import TargetState, plans_of
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT409", "target-past", Severity.NOTE, __doc__)


def find(catalog: Catalog, when: When) -> Iterator[Diagnostic]:
    if when.day is None:
        return
    for instrument in catalog.instruments.values():
        for plan in plans_of(instrument, when.day):
            if plan.state is TargetState.UNKNOWN:
                message = PAST(id=instrument.id, name=plan.target.name, date=plan.target.due)
                place = instrument.place
                yield finding(RULE, message, place, "targets", plan.at, "due", hint=LOOK)


PAST = Phrase(
    "the target '{name}' of '{id}' was due {date}, and it is not known whether it was met",
    "het streven '{name}' van '{id}' had als datum {date}, en niet bekend is of het is gehaald",
)
LOOK = Phrase(
    "look for a source, and add met or missed: {{date, source}}",
    "zoek een bron, en voeg met of missed toe: {{date, source}}",
)

FINDER = Finder(RULE, find)
