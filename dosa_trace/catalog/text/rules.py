"""The rules about a file as YAML, each with its page.

In the examples `(U+200B)` stands for that character itself, which cannot be seen.
"""

from __future__ import annotations

from dosa_trace.diagnostics import Rule, Severity

SYNTAX = Rule(
    "DT001",
    "yaml-syntax",
    Severity.ERROR,
    """A file is not YAML, so its content cannot be known.

The usual causes are indentation, a colon in unquoted text and a missing bracket.

Wrong:

    sources:
      - {id: letter, kind: letter, title: Note: about AI, publisher: EZ, date: 2025}

Right:

    sources:
      - {id: letter, kind: letter, title: "Note: about AI", publisher: EZ, date: 2025}
""",
)
DUPLICATE_KEY = Rule(
    "DT002",
    "duplicate-key",
    Severity.ERROR,
    """A key appears twice in one record.

Other programs keep the last one without a word. Only the writer knows which one was meant.

Wrong:

    objectives:
      - id: aim-data
        title: Data
        title: Data for AI

Right:

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

In a catalogue everything is written out, so that every line can be read and cited by itself.

Wrong:

    objectives:
      - {id: aim-data, title: &name Data}
      - {id: aim-more, title: *name}

Right:

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

Tags ask a program for types of its own. A catalogue has none.

Wrong:

    objectives:
      - {id: aim-data, title: !text Data}

Right:

    objectives:
      - {id: aim-data, title: Data}
""",
)
SECOND_DOCUMENT = Rule(
    "DT005",
    "second-document",
    Severity.ERROR,
    """A file contains a second document.

Many programs would leave out what comes after `---`.

Wrong:

    objectives:
      - {id: aim-data, title: Data}
    ---
    objectives:
      - {id: aim-more, title: More data}

Right:

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

Every key is the name of a field. A number or an empty key is a typing error.

Wrong:

    objectives:
      - {id: aim-data, title: Data, 7: seven}

Right:

    objectives:
      - {id: aim-data, title: Data}
""",
)
TOO_DEEP = Rule(
    "DT007",
    "too-deep",
    Severity.ERROR,
    """Values are nested more than 64 levels deep.

A catalogue needs five. More means an extra bracket, or an attempt to block the program.

Wrong:

    objectives:
      [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
      [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
      ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
      ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

Right:

    objectives: []
""",
)
INVALID_UTF8 = Rule(
    "DT008",
    "invalid-utf-8",
    Severity.ERROR,
    """A file is not UTF-8, so its letters cannot be trusted.

An old editor saved it in another encoding. A name or a quotation may have changed with it.

Wrong:

    objectives:
      - {id: aim-data, title: Coördinatie (saved as Latin-1)}

Right:

    objectives:
      - {id: aim-data, title: Coördinatie (saved as UTF-8)}
""",
)
CONTROL_CHARACTER = Rule(
    "DT009",
    "hidden-character",
    Severity.ERROR,
    """A text contains an invisible character.

It came along when text was copied from a page or a PDF. It makes two words different that look the
same.

Wrong:

    objectives:
      - {id: aim-data, title: Da(U+200B)ta}

Right:

    objectives:
      - {id: aim-data, title: Data}
""",
)
NOT_A_MAPPING = Rule(
    "DT010",
    "not-a-mapping",
    Severity.ERROR,
    """A file does not begin with one of the keys of a catalogue.

Wrong:

    - {id: aim-data, title: Data}

Right:

    objectives:
      - {id: aim-data, title: Data}
""",
)
UNREADABLE = Rule(
    "DT011",
    "unreadable-file",
    Severity.ERROR,
    """A file cannot be read.

You have no permission, it is a folder with the name of a file, or the disk fails.

Wrong:

    (a folder named example.yaml)

Right:

    objectives:
      - {id: aim-data, title: Data}
""",
)
TOO_LARGE = Rule(
    "DT012",
    "too-large",
    Severity.ERROR,
    """A file or a text in it is larger than a catalogue needs.

A file is read up to 256 MB (`DOSA_TRACE_MAX_MB` raises that). A text in it may have 1,000,000
characters, an archived text 16 MB. Anything larger would only cause delay.

Wrong:

    objectives:
      - {id: aim-data, title: (a million letters)}

Right:

    objectives:
      - {id: aim-data, title: Data}
""",
)
OUTSIDE = Rule(
    "DT013",
    "link-outside",
    Severity.ERROR,
    """A file or folder is a symbolic link that leads out of the catalogue.

A file elsewhere is not part of the catalogue. With such a link somebody else can have your own
files shown.

Wrong:

    (a link to a file outside)

Right:

    objectives:
      - {id: aim-data, title: Data}
""",
)
INTERRUPTED = Rule(
    "DT014",
    "interrupted-edit",
    Severity.ERROR,
    """An edit of several files was interrupted.

Some files may be as before it, others as after it. The next command that edits completes it first.

Wrong:

    (a file .dosa-trace-edit)

Right:

    objectives:
      - {id: aim-data, title: Data}
""",
)
#: Those that say of a whole file or folder that nobody knows what stands in it.
LOSING = (UNREADABLE, TOO_LARGE, OUTSIDE, INTERRUPTED)
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
    *LOSING,
)
