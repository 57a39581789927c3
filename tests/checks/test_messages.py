"""Mistakes that newcomers make: each gets one message, at its place, with how to mend it."""

from __future__ import annotations

import pytest

from dosa_trace.checks.registry import check
from dosa_trace.diagnostics import Severity
from dosa_trace.language import Language, say
from tests.build import read_text

SOURCE = "sources:\n  - {id: s, kind: report, title: T, publisher: P, date: 2024}\n"
WORLD = (
    f"{SOURCE}recommendations:\n  - {{id: r, source: s, title: T}}\n"
    "instruments:\n  - {id: i, name: N, kind: fund, level: nl, owner: O, "
    "status: [{date: 2024, value: adopted, source: s}]}\n"
)
LINK = "from: r, to: i, extent: partial, basis: stated, evidence: [{source: s}]"


def budget(amount: str) -> str:
    more = (
        f"budgets: [{{amount: {amount}, currency: EUR, stage: announced, date: 2024, source: s}}]"
    )
    return WORLD.replace("source: s}]}", f"source: s}}], {more}}}")


CASES: dict[str, tuple[str, str, tuple[int, int], str, str]] = {
    "an unfinished merge": (
        "sources:\n<<<<<<< HEAD\n  - {id: a}\n=======\n  - {id: b}\n>>>>>>> other\n",
        "DT001", (2, 1), "an unfinished merge", "keep the right one of the two sides",
    ),
    "a double quote left open": (
        'objectives:\n  - id: a\n    title: "A title\n    note: N\n',
        "DT001", (3, 12), "quotation marks are opened here and never", "close the quotation",
    ),
    "a single quote left open": (
        "objectives:\n  - id: a\n    title: 'A title\n    note: N\n",
        "DT001", (3, 12), "quotation marks are opened here and never", "close the quotation",
    ),
    "a quote that runs on to the next": (
        'objectives:\n  - id: x\n    title: "Open\n  - id: y\n    title: "Closed"\n',
        "DT001", (3, 12), "quotation marks are opened here and never", "close the quotation",
    ),
    "no space behind a colon": (
        WORLD.replace("{id: i, name: N, kind: fund,", "{id: i, name: N, kind:fund,"),
        "DT101", (6, 22), "after the colon of 'kind' a space is missing", "write a space",
    ),
    "no space behind a colon, on lines": (
        "objectives:\n  - id: x\n    title:Data\n    note: N\n",
        "DT001", (3, 10), "after the colon of 'title' a space is missing", "write a space",
    ),
    "a no-break space behind a colon": (
        "objectives:\n  - id: x\n    title:\u00a0Data\n",
        "DT001", (3, 11), "a space that YAML does not recognise: U+00A0", "an ordinary space",
    ),
    "a no-break space to indent": (
        "objectives:\n  - id: x\n  \u00a0 title: Data\n",
        "DT001", (3, 3), "a space that YAML does not recognise: U+00A0", "an ordinary space",
    ),
    "a tab to indent": (
        "objectives:\n  - id: x\n\ttitle: Data\n",
        "DT001", (3, 1), "a tab where spaces are needed", "use spaces",
    ),
    "a word that is nearly one": (
        f"{WORLD}links:\n  - {{{LINK}}}\n".replace("partial", "partly"),
        "DT106", (8, 30), "'extent' cannot be 'partly'", "did you mean 'partial'?",
    ),
    "a word in Dutch": (
        f"{WORLD}links:\n  - {{{LINK}}}\n".replace("stated", "gesteld"),
        "DT106", (8, 46), "'basis' cannot be 'gesteld'", "did you mean 'suggested' or 'stated'?",
    ),
    "a status in Dutch": (
        WORLD.replace("value: adopted", "value: in uitvoering"),
        "DT106", (6, 84), "'value' cannot be 'in uitvoering'", "did you mean 'in-progress'?",
    ),
    "a bad status": (
        f"{WORLD}links:\n  - {{{LINK}}}\n".replace("adopted", "running"),
        "DT106", (6, 84), "'value' cannot be 'running'", "use 'announced', 'adopted'",
    ),
    "a link the wrong way round": (
        f"{WORLD}links:\n  - {{{LINK}}}\n".replace("from: r, to: i", "from: i, to: r"),
        "DT202", (8, 12), "this link runs the wrong way", "write from: r, to: i",
    ),
    "a missing dash": (
        "objectives:\n  - id: x\n    title: Data\n    id: y\n    title: More\n",
        "DT002", (4, 5), "the key 'id' appears twice here", "a new record starts with '- '",
    ),
    "an id twice": (
        "objectives:\n  - {id: x, title: Data}\n  - {id: x, title: More}\n",
        "DT107", (3, 10), "the id 'x' is used twice", "give one of the two another id",
    ),
    "an id with a space, and a link to it": (
        f"{WORLD}objectives:\n  - {{id: my aim, title: T}}\nlinks:\n  - {{{LINK}}}\n".replace(
            "to: i,", "to: my aim,"
        ),
        "DT104", (8, 10), "'my aim' cannot be an id", "did you mean 'my-aim'?",
    ),
    "a comma between thousands": (
        budget("200,000"),
        "DT006", (6, 129), "the key '000' is not text", "without marks between thousands",
    ),
    "a dot between thousands": (
        budget("200.000"),
        "DT103", (6, 125), "a mark between thousands, 200.000", "write 200000",
    ),
    "dots between millions": (
        budget("1.200.000"),
        "DT103", (6, 125), "a mark between thousands, 1.200.000", "write 1200000",
    ),
    "a date in words": (
        f"{SOURCE.replace('2024', '4 juli 2024')}recommendations:\n"
        "  - {id: r, source: s, title: T}\n",
        "DT105", (2, 57), "'4 juli 2024' is not a date", "did you mean '2024-07-04'?",
    ),
    "a month that is none": (
        SOURCE.replace("2024", "2024-00"),
        "DT105", (2, 57), "'2024-00' is not a date", "write 2025-07-04",
    ),
    "no kind": (
        WORLD.replace("kind: fund, ", ""),
        "DT102", (6, 6), "the record lacks 'kind'", "'agenda', 'strategy'",
    ),
    "no status": (
        WORLD.replace(", status: [{date: 2024, value: adopted, source: s}]", ""),
        "DT102", (6, 6), "the record lacks 'status'", "[{date: …, value: …, source: …}]",
    ),
    "a mistyped name of a field that must be there": (
        "objectives:\n  - id: x\n    titel: X\n",
        "DT101", (3, 5), "there is no field 'titel' here", "did you mean 'title'?",
    ),
    "a mistyped extent": (
        f"{WORLD}objectives:\n  - {{id: x, title: X}}\nlinks:\n"
        "  - {from: x, to: i, extend: full, basis: inferred, rationale: R}\n",
        "DT101", (10, 22), "there is no field 'extend' here", "did you mean 'extent'?",
    ),
    "an empty title": (
        "objectives:\n  - {id: x, title: ''}\n",
        "DT103", (2, 20), "'title' is empty", "fill it in: it is required",
    ),
    "an empty note": (
        "objectives:\n  - {id: x, title: X, note: ''}\n",
        "DT103", (2, 29), "'note' is empty", "or leave the key out",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_one_mistake_gives_one_message(name: str) -> None:
    text, code, place, message, hint = CASES[name]
    catalog, reading = read_text(text)
    found = [
        one
        for one in check(catalog, reading).diagnostics
        if one.severity is not Severity.NOTE and one.code not in ("DT403", "DT310")
    ]
    said = [(one.code, one.span[1:3], say(one.message, Language.EN)) for one in found]
    assert len(said) == 1, said
    assert said[0][:2] == (code, place)
    assert message in said[0][2]
    assert hint in say(found[0].hint, Language.EN)
