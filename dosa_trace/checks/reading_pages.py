"""The pages of the rules that reading a file applies: there is no check to hold them.

`(U+200B)` stands for that character itself, which cannot be seen.
"""

from __future__ import annotations

from collections.abc import Mapping

_PAGES = """
DT001 A file is not YAML, so what stands in it cannot be known.

Indentation, a colon in unquoted text and a missing bracket are the usual causes.

Fails:

    sources:
      - {id: letter, kind: letter, title: Note: about AI, publisher: EZ, date: 2025}

Mended:

    sources:
      - {id: letter, kind: letter, title: "Note: about AI", publisher: EZ, date: 2025}

DT002 A key stands twice in one record.

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

DT003 An anchor or alias is used.

A catalogue says everything where it stands, so that every line can be read and cited by itself.

Fails:

    objectives:
      - {id: aim-data, title: &name Data}
      - {id: aim-more, title: *name}

Mended:

    objectives:
      - {id: aim-data, title: Data}
      - {id: aim-more, title: More data}

DT004 A tag is used.

Tags ask a reader of YAML for types of its own; a catalogue has none.

Fails:

    objectives:
      - {id: aim-data, title: !text Data}

Mended:

    objectives:
      - {id: aim-data, title: Data}

DT005 A file holds a second document.

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

DT006 A key is not text.

Every key is the name of a field; a number or an empty key is a slip of the pen.

Fails:

    objectives:
      - {id: aim-data, title: Data, 7: seven}

Mended:

    objectives:
      - {id: aim-data, title: Data}

DT007 Values are nested more than 64 levels deep.

A catalogue needs five; more is a bracket too many, or an attempt to hang the reader.

Fails:

    objectives:
      [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
      [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
      ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
      ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

Mended:

    objectives: []

DT008 A file is not UTF-8, so its letters cannot be trusted.

An editor of long ago saved it in another encoding; a name or a quote may have changed with it.

Fails:

    objectives:
      - {id: aim-data, title: Coördinatie (saved as Latin-1)}

Mended:

    objectives:
      - {id: aim-data, title: Coördinatie (saved as UTF-8)}

DT009 A character that cannot be seen stands in a text.

It came along with text copied from a page or a PDF, and makes two words differ that look alike.

Fails:

    objectives:
      - {id: aim-data, title: Da(U+200B)ta}

Mended:

    objectives:
      - {id: aim-data, title: Data}

DT010 A file does not begin with one of the keys of a catalogue.

Fails:

    - {id: aim-data, title: Data}

Mended:

    objectives:
      - {id: aim-data, title: Data}

DT011 A file cannot be read.

Nobody may read it, it is a folder with the name of a file, or the disk fails.

Fails:

    (a folder named example.yaml)

Mended:

    objectives:
      - {id: aim-data, title: Data}

DT101 A record has a field that does not exist.

Mistyped, its value would count for nothing without anyone noticing.

Fails:

    objectives:
      - {id: aim-data, titel: Data}

Mended:

    objectives:
      - {id: aim-data, title: Data}

DT102 A record lacks a field that it must have.

Fails:

    objectives:
      - {id: aim-data}

Mended:

    objectives:
      - {id: aim-data, title: Data}

DT103 A field holds the wrong sort of value, or none.

Fails:

    objectives:
      - {id: aim-data, title: [Data]}

Mended:

    objectives:
      - {id: aim-data, title: Data}

DT104 An id is not made of lower-case letters and digits with - or . between them.

Ids are typed on command lines, stand in links and in notes: one spelling, no surprises.

Fails:

    objectives:
      - {id: Aim Data, title: Data}

Mended:

    objectives:
      - {id: aim-data, title: Data}

DT105 A date is not a day, a month or a year.

Fails:

    objectives:
      - {id: aim-data, title: Data, evidence: [{source: nota, retrieved: 21-08-2025}]}

Mended:

    objectives:
      - {id: aim-data, title: Data, evidence: [{source: nota, retrieved: 2025-08-21}]}

DT106 A word is not one of those that a field may hold.

Fails:

    links:
      - {from: fs-talent, to: agdb, extent: partly, basis: stated, evidence: [{source: nota}]}

Mended:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}

DT107 Two records have one id.

A link to that id could mean either.

Fails:

    objectives:
      - {id: aim-data, title: Data}
      - {id: aim-data, title: Data for AI}

Mended:

    objectives:
      - {id: aim-data, title: Data}
      - {id: aim-data-ai, title: Data for AI}

DT108 A catalogue says in two files what it is.

Fails:

    catalogue: {title: Another catalogue, languages: [en]}

Mended:

    objectives:
      - {id: aim-data, title: Data}

DT109 A file has a top-level key that does not exist.

Everything below it would be left out of every figure.

Fails:

    objective:
      - {id: aim-data, title: Data}

Mended:

    objectives:
      - {id: aim-data, title: Data}
"""


def pages() -> Mapping[str, str]:
    """The page of each of these rules by its code."""
    import re

    parts = re.split(r"^(DT\d+) ", _PAGES, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))
