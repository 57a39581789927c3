"""The number of a document is not in its official form, so nobody can find the document by it.

The forms are those of the publishers. `Kamerstuk 26 643, nr. 1383` is the usual one. A chapter of
the budget is `Kamerstuk 36 850 XIII, nr. 4`, a part of a dossier `Kamerstuk 21 501-02, nr. 2956`.
European documents are `COM(2025) 165`, `CELEX 52025DC0165` (EUR-Lex) and `eli/reg/2024/1689/oj`.
The last form comes from Council conclusions on ELI, 2012/C 325/02. Several numbers follow each
other with a semicolon. A number in brackets after a Kamerstuk is its document number. Other numbers
are not checked.

Wrong:

    sources:
      - {id: letter, kind: letter, title: Letter, publisher: EZ, date: 2025,
         identifier: Kamerstuk 26643-1383}

Right:

    sources:
      - {id: letter, kind: letter, title: Letter, publisher: EZ, date: 2025,
         identifier: "Kamerstuk 26 643, nr. 1383"}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT309", "identifier-form", Severity.WARNING, __doc__)


class _Form(NamedTuple):
    """How a kind of number is recognised, how it must be, and an example."""

    looks_like: re.Pattern[str]
    official: re.Pattern[str]
    example: str


_FORMS = (
    _Form(
        re.compile(r"kamerstuk|kst|\b\d{2}[ .]?\d{3}\s*[-,]\s*(nr\.?\s*)?\d+\b", re.IGNORECASE),
        re.compile(
            r"Kamerstuk(ken)?( I| II)?( \d{4}/\d{2},)? \d{2} \d{3}(-(\d{2}|[A-Z]+)| [IVXLC]+)?"
            r"(, nr\. \d+| [A-Z]{1,3})( \(\d{4}[DZ]\d{5}\))?"
        ),
        "Kamerstuk 26 643, nr. 1383",
    ),
    _Form(
        re.compile(r"\bCOM\b"),
        re.compile(r"(J?OIN|S?COM|COM)\(\d{4}\) \d+( final)?"),
        "COM(2025) 165",
    ),
    _Form(
        re.compile(r"celex|\b[1-9]\d{4}[A-Z]{1,2}\d{4}\b", re.IGNORECASE),
        re.compile(r"CELEX [0-9CE]\d{4}[A-Z]{1,2}\d{4}(\(\d{2}\))?"),
        "CELEX 52025DC0165",
    ),
    _Form(
        re.compile(r"\beli\b", re.IGNORECASE),
        re.compile(r"(https?://data\.europa\.eu/)?eli/[a-z_]+/\d{4}/\d+(/[a-z0-9_-]+)*"),
        "eli/reg/2024/1689/oj",
    ),
)  # fmt: skip


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for source in catalog.sources.values():
        for number in (part.strip() for part in (source.identifier or "").split(";")):
            form = next((one for one in _FORMS if one.looks_like.search(number)), None)
            if form is not None and not form.official.fullmatch(number):
                message, hint = NOT_OFFICIAL(number=number), WRITE(example=form.example)
                yield finding(RULE, message, source.place, "identifier", hint=hint)


NOT_OFFICIAL = Phrase(
    "'{number}' does not have the official form", "'{number}' heeft niet de officiële vorm"
)
WRITE = Phrase("write it like '{example}'", "schrijf het als '{example}'")

FINDER = Finder(RULE, find)
