"""An instrument is superseded, and nothing says by what.

A superseded instrument supports nothing. Without the successor a reader cannot see whether the
effort ended or continued under another name.

Wrong:

    instruments:
      - id: old-plan
        name: Old plan
        kind: action-plan
        level: nl
        owner: EZ
        status: [{date: 2023-02-03, value: superseded, source: nota}]

Right:

    instruments:
      - id: old-plan
        name: Old plan
        kind: action-plan
        level: nl
        owner: EZ
        status: [{date: 2023-02-03, value: superseded, source: nota}]
        superseded_by: agdb
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.vocabulary import StatusValue
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT305", "superseded-without-successor", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for instrument in catalog.instruments.values():
        for at, event in enumerate(instrument.status):
            if event.value is StatusValue.SUPERSEDED and instrument.superseded_by is None:
                message = NO_SUCCESSOR(id=instrument.id)
                yield finding(RULE, message, instrument.place, "status", at, "value", hint=ADD)


NO_SUCCESSOR = Phrase(
    "'{id}' is superseded, but superseded_by does not say by what",
    "'{id}' is vervangen, maar superseded_by zegt niet waardoor",
)
ADD = Phrase(
    "add superseded_by with the id of the successor; without a successor the status is stopped",
    "voeg superseded_by toe met het id van de opvolger; zonder opvolger is de status stopped",
)

FINDER = Finder(RULE, find)
