"""The layout of the page of a rule, and of the list of all rules."""

from __future__ import annotations

from collections.abc import Sequence

from dosa_trace import labels
from dosa_trace.checks.registry import RulePage
from dosa_trace.document import (
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Role,
    Table,
    Verbatim,
)
from dosa_trace.labels import NO, SEVERITIES, YES
from dosa_trace.language import Language, Phrase, say
from dosa_trace.views.checks.rules_in_dutch import dutch


def layout(page: RulePage, language: Language) -> Document:
    """What a rule is about, why, and its two examples."""
    what, *why = told(page, language)
    return Document.of(
        Heading(f"{page.rule.code} {page.rule.name}", 1),
        Paragraph(what, Role.STRONG),
        [Paragraph(one) for one in why],
        Facts(tuple(_facts(page, language))),
        Heading(say(FAILS, language)),
        Verbatim(page.manual.wrong, "yaml"),
        Heading(say(MENDED, language)),
        Verbatim(page.manual.right, "yaml"),
        Paragraph(say(HOW_TO_SET(name=page.rule.name), language)) if page.settable else None,
    )


def told(page: RulePage, language: Language) -> tuple[str, ...]:
    """What a rule is about, and why."""
    if language is Language.NL:
        return dutch()[page.rule.code]
    return (page.manual.what, *page.manual.why)


def _facts(page: RulePage, language: Language) -> list[tuple[str, Cell]]:
    severity = Cell(say(SEVERITIES[page.rule.severity], language))
    facts = [
        (say(labels.SEVERITY, language), severity),
        (say(SETTABLE, language), Cell(say(YES if page.settable else NO, language))),
    ]
    if page.months is not None:
        facts.append((say(MONTHS, language), Cell(str(page.months))))
    return facts


def layout_all(pages: Sequence[RulePage], language: Language) -> Document:
    columns = (
        Column(say(CODE, language), firm=True),
        Column(say(NAME, language)),
        Column(say(labels.SEVERITY, language), firm=True),
        Column(say(WHAT, language)),
    )
    rows = tuple(
        (
            Cell(page.rule.code, Role.STRONG),
            Cell(page.rule.name, Role.ID),
            Cell(say(SEVERITIES[page.rule.severity], language)),
            Cell(told(page, language)[0]),
        )
        for page in pages
    )
    return Document.of(
        Heading(say(TITLE, language), 1),
        Table(columns, rows),
        Paragraph(say(NEXT(name=pages[0].rule.code), language), Role.MUTED),
    )


TITLE = Phrase("Rules", "Regels")
CODE, NAME = labels.CODE, labels.FIELDS["name"]
SETTABLE = Phrase("can be changed or exempted", "aan te passen of uit te zonderen")
MONTHS = Phrase("months", "maanden")
WHAT = Phrase("what it finds", "wat de regel vindt")
FAILS, MENDED = (
    Phrase("Wrong", "Fout"),
    Phrase("Right", "Goed"),
)
NEXT = Phrase(
    "More about one rule: dosa-trace rule {name}", "Meer over één regel: dosa-trace rule {name}"
)
HOW_TO_SET = Phrase(
    "In catalogue.yaml, checks: {{{name}: warning}} sets its severity; off switches it off. "
    "On one record, waive: [{{rule: {name}, reason: …, until: …}}] exempts its findings.",
    "In catalogue.yaml bepaalt checks: {{{name}: warning}} de ernst; off zet de regel uit. Op "
    "één record zondert waive: [{{rule: {name}, reason: …, until: …}}] de bevindingen uit.",
)
