"""The rules about records and their fields, each with its page."""

from __future__ import annotations

from dosa_trace.diagnostics import Rule, Severity

UNKNOWN_FIELD = Rule(
    "DT101",
    "unknown-field",
    Severity.ERROR,
    """A record has a field that does not exist.

If it is mistyped, its value counts for nothing and nobody notices.

Wrong:

    objectives:
      - {id: aim-data, titel: Data}

Right:

    objectives:
      - {id: aim-data, title: Data}
""",
)
MISSING_FIELD = Rule(
    "DT102",
    "missing-field",
    Severity.ERROR,
    """A record lacks a field that it must have.

Wrong:

    objectives:
      - {id: aim-data}

Right:

    objectives:
      - {id: aim-data, title: Data}
""",
)
WRONG_TYPE = Rule(
    "DT103",
    "wrong-type",
    Severity.ERROR,
    """A field contains the wrong sort of value, or none.

Wrong:

    objectives:
      - {id: aim-data, title: [Data]}

Right:

    objectives:
      - {id: aim-data, title: Data}
""",
)
BAD_ID = Rule(
    "DT104",
    "bad-id",
    Severity.ERROR,
    """An id is not made of lower-case letters and digits with - or . between them, or it is longer
than 100 characters.

People type ids in commands, and they appear in links and briefings. One spelling prevents
surprises.

Wrong:

    objectives:
      - {id: Aim Data, title: Data}

Right:

    objectives:
      - {id: aim-data, title: Data}
""",
)
BAD_DATE = Rule(
    "DT105",
    "bad-date",
    Severity.ERROR,
    """A date is not a day, a month or a year.

Wrong:

    sources:
      - {id: letter, kind: letter, title: A letter, publisher: EZ, date: 21-08-2025}

Right:

    sources:
      - {id: letter, kind: letter, title: A letter, publisher: EZ, date: 2025-08-21}
""",
)
UNKNOWN_VALUE = Rule(
    "DT106",
    "unknown-value",
    Severity.ERROR,
    """A word is not one of those that a field allows.

Wrong:

    links:
      - {from: fs-talent, to: agdb, extent: partly, basis: stated, evidence: [{source: nota}]}

Right:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}
""",
)
DUPLICATE_ID = Rule(
    "DT107",
    "duplicate-id",
    Severity.ERROR,
    """Two records have the same id.

A link to that id could mean either.

Wrong:

    objectives:
      - {id: aim-data, title: Data}
      - {id: aim-data, title: Data for AI}

Right:

    objectives:
      - {id: aim-data, title: Data}
      - {id: aim-data-ai, title: Data for AI}
""",
)
SECOND_CATALOGUE = Rule(
    "DT108",
    "second-catalogue",
    Severity.ERROR,
    """Two files both describe the catalogue.

Wrong:

    catalogue: {title: Another catalogue, languages: [en]}

Right:

    objectives:
      - {id: aim-data, title: Data}
""",
)
UNKNOWN_KEY = Rule(
    "DT109",
    "unknown-top-level-key",
    Severity.ERROR,
    """A file has a top-level key that does not exist.

Everything below it would be missing from every figure.

Wrong:

    objective:
      - {id: aim-data, title: Data}

Right:

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
