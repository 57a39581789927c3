"""The rules about a file as YAML, each with its page.

In the examples `(U+200B)` stands for that character itself, which cannot be seen.
"""

from __future__ import annotations

from dosa_trace.diagnostics import Rule, Severity

SYNTAX = Rule(
    "DT001",
    "yaml-syntax",
    Severity.ERROR,
    """A file is not YAML, so what stands in it cannot be known.

Indentation, a colon in unquoted text and a missing bracket are the usual causes.

Fails:

    sources:
      - {id: letter, kind: letter, title: Note: about AI, publisher: EZ, date: 2025}

Mended:

    sources:
      - {id: letter, kind: letter, title: "Note: about AI", publisher: EZ, date: 2025}
""",
)
DUPLICATE_KEY = Rule(
    "DT002",
    "duplicate-key",
    Severity.ERROR,
    """A key stands twice in one record.

Other readers of YAML keep the last one silently; which one was meant only its writer knows.

Fails:

    objectives:
      - id: aim-data
        title: Data
        title: Data for AI

Mended:

    objectives:
      - id: aim-data
        title: Data for AI
""",
)
ANCHOR = Rule(
    "DT003",
    "anchor-or-alias",
    Severity.ERROR,
    """An anchor or alias is used.

A catalogue says everything where it stands, so that every line can be read and cited by itself.

Fails:

    objectives:
      - {id: aim-data, title: &name Data}
      - {id: aim-more, title: *name}

Mended:

    objectives:
      - {id: aim-data, title: Data}
      - {id: aim-more, title: More data}
""",
)
TAG = Rule(
    "DT004",
    "tag",
    Severity.ERROR,
    """A tag is used.

Tags ask a reader of YAML for types of its own; a catalogue has none.

Fails:

    objectives:
      - {id: aim-data, title: !text Data}

Mended:

    objectives:
      - {id: aim-data, title: Data}
""",
)
SECOND_DOCUMENT = Rule(
    "DT005",
    "second-document",
    Severity.ERROR,
    """A file holds a second document.

What stands behind `---` would be left out by many readers of YAML.

Fails:

    objectives:
      - {id: aim-data, title: Data}
    ---
    objectives:
      - {id: aim-more, title: More data}

Mended:

    objectives:
      - {id: aim-data, title: Data}
      - {id: aim-more, title: More data}
""",
)
NON_STRING_KEY = Rule(
    "DT006",
    "key-not-text",
    Severity.ERROR,
    """A key is not text.

Every key is the name of a field; a number or an empty key is a slip of the pen.

Fails:

    objectives:
      - {id: aim-data, title: Data, 7: seven}

Mended:

    objectives:
      - {id: aim-data, title: Data}
""",
)
TOO_DEEP = Rule(
    "DT007",
    "too-deep",
    Severity.ERROR,
    """Values are nested more than 64 levels deep.

A catalogue needs five; more is a bracket too many, or an attempt to hang the reader.

Fails:

    objectives:
      [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
      [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
      ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
      ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

Mended:

    objectives: []
""",
)
INVALID_UTF8 = Rule(
    "DT008",
    "invalid-utf-8",
    Severity.ERROR,
    """A file is not UTF-8, so its letters cannot be trusted.

An editor of long ago saved it in another encoding; a name or a quote may have changed with it.

Fails:

    objectives:
      - {id: aim-data, title: Coördinatie (saved as Latin-1)}

Mended:

    objectives:
      - {id: aim-data, title: Coördinatie (saved as UTF-8)}
""",
)
CONTROL_CHARACTER = Rule(
    "DT009",
    "hidden-character",
    Severity.ERROR,
    """A character that cannot be seen stands in a text.

It came along with text copied from a page or a PDF, and makes two words differ that look alike.

Fails:

    objectives:
      - {id: aim-data, title: Da(U+200B)ta}

Mended:

    objectives:
      - {id: aim-data, title: Data}
""",
)
NOT_A_MAPPING = Rule(
    "DT010",
    "not-a-mapping",
    Severity.ERROR,
    """A file does not begin with one of the keys of a catalogue.

Fails:

    - {id: aim-data, title: Data}

Mended:

    objectives:
      - {id: aim-data, title: Data}
""",
)
UNREADABLE = Rule(
    "DT011",
    "unreadable-file",
    Severity.ERROR,
    """A file cannot be read.

Nobody may read it, it is a folder with the name of a file, or the disk fails.

Fails:

    (a folder named example.yaml)

Mended:

    objectives:
      - {id: aim-data, title: Data}
""",
)
TOO_LARGE = Rule(
    "DT012",
    "too-large",
    Severity.ERROR,
    """A file or a text in it is larger than a catalogue needs.

A file is read up to 256 MB (`DOSA_TRACE_MAX_MB` raises that), a text in it up to 1,000,000
characters, an archived text up to 16 MB: what is larger would only hold up who reads it.

Fails:

    objectives:
      - {id: aim-data, title: (a million letters)}

Mended:

    objectives:
      - {id: aim-data, title: Data}
""",
)
OUTSIDE = Rule(
    "DT013",
    "link-outside",
    Severity.ERROR,
    """A file or folder is a link that leads out of the catalogue.

What stands elsewhere is no part of the catalogue, and a stranger's link could show it.

Fails:

    (a link to a file outside)

Mended:

    objectives:
      - {id: aim-data, title: Data}
""",
)
RULES = (
    SYNTAX,
    DUPLICATE_KEY,
    ANCHOR,
    TAG,
    SECOND_DOCUMENT,
    NON_STRING_KEY,
    TOO_DEEP,
    INVALID_UTF8,
    CONTROL_CHARACTER,
    NOT_A_MAPPING,
    UNREADABLE,
    TOO_LARGE,
    OUTSIDE,
)
