"""The example records of a new catalogue: one of each kind, which together show how a figure comes
about. All bear `x-example`, by which they can be taken away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dosa_trace.language import Phrase
from dosa_trace.new_catalogue.plan import NewCatalogue

#: What each example bears.
MARK = "x-example"
#: The theme of the examples, where nobody named one.
THEME = "example"
SOURCE, ASKED, DONE, OFFICE = (
    "example-report", "example-recommendation", "example-programme", "example-ministry",
)  # fmt: skip


def examples(new: NewCatalogue, day: str) -> Mapping[str, list[dict[str, Any]]]:
    """One record of each kind, by the sections of the files; `day` is that of the search."""
    text = new.text
    theme, _ = new.theme
    level = new.levels[0].id
    records: Mapping[str, dict[str, Any]] = {
        "organisations": {
            "id": OFFICE, "name": text(MINISTRY), "kind": "ministry", "level": level,
        },
        "sources": {
            "id": SOURCE,
            "kind": "report",
            "title": text(REPORT),
            "publisher": text(COUNCIL),
            "date": "2025-03-01",
            "seen": "whole",
        },
        "recommendations": {
            "id": ASKED,
            "source": SOURCE,
            "title": text(BUILD),
            "themes": [theme],
            "addressee": level,
            "specificity": 3,
        },
        "instruments": {
            "id": DONE,
            "name": text(PROGRAMME),
            "kind": "programme",
            "level": level,
            "owner": OFFICE,
            "status": [{"date": "2025-02", "value": "in-progress", "source": SOURCE}],
        },
        "links": {
            "from": ASKED,
            "to": DONE,
            "extent": "partial",
            "basis": "inferred",
            "rationale": text(BECAUSE),
            "by": text(ME),
        },
        "searches": {
            "id": "example-search",
            "date": day,
            "for": ["instrument", "response"],
            "covers": [ASKED],
            "words": [text_in_one(new, WORDS)],
            "where": [text_in_one(new, WEB)],
            "by": text(ME),
            "found": {ASKED: text(FOUND)},
        },
    }  # fmt: skip
    return {section: [{**record, MARK: True}] for section, record in records.items()}


def text_in_one(new: NewCatalogue, words: Phrase) -> str:
    """A text that no record has by language."""
    return words.say(new.language)


MINISTRY = Phrase("Example ministry", "Voorbeeldministerie")
REPORT = Phrase("Example report", "Voorbeeldrapport")
COUNCIL = Phrase("Example council", "Voorbeeldraad")
BUILD = Phrase("Build a network of charging points", "Leg een netwerk van laadpunten aan")
PROGRAMME = Phrase("Programme for charging points", "Programma laadpunten")
BECAUSE = Phrase(
    "The programme pays for charging points, in cities only: a part of what was asked.",
    "Het programma betaalt laadpunten, alleen in steden: een deel van wat is gevraagd.",
)
ME = Phrase("first reader", "eerste lezer")
WORDS = Phrase("charging points programme", "programma laadpunten")
WEB = Phrase("the ministry's pages", "de pagina's van het ministerie")
FOUND = Phrase("The programme; no response was found.", "Het programma; geen reactie gevonden.")
