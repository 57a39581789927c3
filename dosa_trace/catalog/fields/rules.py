"""The rules about records and their fields, each with its page."""

from __future__ import annotations

from dosa_trace.diagnostics import Rule, Severity

UNKNOWN_FIELD = Rule(
    "DT101",
    "unknown-field",
    Severity.ERROR,
    """A record has a field that does not exist.

Mistyped, its value would count for nothing without anyone noticing.

Fails:

    objectives:
      - {id: aim-data, titel: Data}

Mended:

    objectives:
      - {id: aim-data, title: Data}
""",
)
MISSING_FIELD = Rule(
    "DT102",
    "missing-field",
    Severity.ERROR,
    """A record lacks a field that it must have.

Fails:

    objectives:
      - {id: aim-data}

Mended:

    objectives:
      - {id: aim-data, title: Data}
""",
)
WRONG_TYPE = Rule(
    "DT103",
    "wrong-type",
    Severity.ERROR,
    """A field holds the wrong sort of value, or none.

Fails:

    objectives:
      - {id: aim-data, title: [Data]}

Mended:

    objectives:
      - {id: aim-data, title: Data}
""",
)
BAD_ID = Rule(
    "DT104",
    "bad-id",
    Severity.ERROR,
    """An id is not made of lower-case letters and digits with - or . between them, or is longer
than 100 characters.

Ids are typed on command lines, stand in links and in notes: one spelling, no surprises.

Fails:

    objectives:
      - {id: Aim Data, title: Data}

Mended:

    objectives:
      - {id: aim-data, title: Data}
""",
)
BAD_DATE = Rule(
    "DT105",
    "bad-date",
    Severity.ERROR,
    """A date is not a day, a month or a year.

Fails:

    sources:
      - {id: letter, kind: letter, title: A letter, publisher: EZ, date: 21-08-2025}

Mended:

    sources:
      - {id: letter, kind: letter, title: A letter, publisher: EZ, date: 2025-08-21}
""",
)
UNKNOWN_VALUE = Rule(
    "DT106",
    "unknown-value",
    Severity.ERROR,
    """A word is not one of those that a field may hold.

Fails:

    links:
      - {from: fs-talent, to: agdb, extent: partly, basis: stated, evidence: [{source: nota}]}

Mended:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}
""",
)
DUPLICATE_ID = Rule(
    "DT107",
    "duplicate-id",
    Severity.ERROR,
    """Two records have one id.

A link to that id could mean either.

Fails:

    objectives:
      - {id: aim-data, title: Data}
      - {id: aim-data, title: Data for AI}

Mended:

    objectives:
      - {id: aim-data, title: Data}
      - {id: aim-data-ai, title: Data for AI}
""",
)
SECOND_CATALOGUE = Rule(
    "DT108",
    "second-catalogue",
    Severity.ERROR,
    """A catalogue says in two files what it is.

Fails:

    catalogue: {title: Another catalogue, languages: [en]}

Mended:

    objectives:
      - {id: aim-data, title: Data}
""",
)
UNKNOWN_KEY = Rule(
    "DT109",
    "unknown-top-level-key",
    Severity.ERROR,
    """A file has a top-level key that does not exist.

Everything below it would be left out of every figure.

Fails:

    objective:
      - {id: aim-data, title: Data}

Mended:

    objectives:
      - {id: aim-data, title: Data}
""",
)
RULES = (
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_TYPE,
    BAD_ID,
    BAD_DATE,
    UNKNOWN_VALUE,
    DUPLICATE_ID,
    SECOND_CATALOGUE,
    UNKNOWN_KEY,
)
