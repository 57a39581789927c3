"""The layout of how far judges agree: the sentence, what kappa is not, and the groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dosa_trace.analysis.agreement.agreement import LEAST, Agreed, AgreedGroup, Agreement
from dosa_trace.analysis.agreement.kappa import Interval
from dosa_trace.catalog.model.vocabulary import Matter
from dosa_trace.document import Block, Cell, Column, Document, Heading, Paragraph, Role, Table
from dosa_trace.labels import FIELDS, READ_EXTENTS, RECORD_KINDS, RESPONSES
from dosa_trace.language import Phrase, Words, number
from dosa_trace.views.wording.few import few
from dosa_trace.views.wording.frame import Frame, capital

#: The groups of an agreement, each with what it is grouped by.
GROUPS: Mapping[str, Words] = {
    "by_source": RECORD_KINDS["source"],
    "by_theme": RECORD_KINDS["theme"],
    "by_first": Phrase("first judgement", "eerste oordeel"),
    "by_judges": Phrase("reviewers", "beoordelaars"),
    "by_blind": Phrase("blind or not", "blind of niet"),
}
#: What is said also where all is alike: who judged, and how.
WHO = ("by_judges", "by_blind")


def layout(agreement: Agreement, frame: Frame) -> Document:
    return Document.of(frame.head(TITLE, agreement.where), _blocks(agreement, frame))


def rows(agreement: Agreement) -> list[dict[str, Any]]:
    """A row for all, and one for each group."""
    whole = ("all", (AgreedGroup("", None, agreement.total),))
    groups = (whole, *((name.removeprefix("by_"), getattr(agreement, name)) for name in GROUPS))
    return [
        {"by": name, "id": group.id, "title": group.title} | group.figures._asdict()
        for name, members in groups
        for group in members
    ]


def _blocks(agreement: Agreement, frame: Frame) -> Iterator[Block]:
    say = frame.say
    total = agreement.total
    if not total.n:
        yield Paragraph(say(NOBODY), Role.STRONG)
        return
    share = total.share
    parts = {"what": WHAT[agreement.of], "part": share, "percent": frame.percent(share)}
    yield Paragraph(say(SENTENCE(**parts)), Role.STRONG)
    yield Paragraph(_kappas(total, frame))
    yield Paragraph(say(WHAT_IT_IS_NOT), Role.MUTED)
    for name, title in GROUPS.items():
        groups = getattr(agreement, name)
        if len(groups) > 1 or name in WHO:
            yield from _group(title, groups, agreement, frame)
    yield from _disputes(agreement, frame)


def _kappas(figures: Agreed, frame: Frame) -> str:
    say = frame.say
    if figures.n < LEAST:
        return say(TOO_FEW(n=figures.n, least=LEAST))
    if figures.kappa is None:
        return say(NO_KAPPA)
    name = COHEN if figures.judges == 2 else FLEISS
    said = [say(name(kappa=_kappa(figures.kappa, figures.kappa_interval, frame)))]
    if figures.weighted is not None:
        kappa = _kappa(figures.weighted, figures.weighted_interval, frame)
        said.append(say(WEIGHTED(kappa=kappa)))
    return " ".join(said)


def _kappa(value: float | None, between: Interval | None, frame: Frame) -> str:
    """`0.40 (0.30 to 0.50)`."""
    if value is None:
        return ""
    said = number(value, frame.language, 2)
    if between is None:
        return said
    low, high = (number(end, frame.language, 2) for end in between)
    return frame.say(BETWEEN(kappa=said, low=low, high=high))


def _group(
    title: Words, groups: Sequence[AgreedGroup], agreement: Agreement, frame: Frame
) -> Iterator[Block]:
    say = frame.say
    columns = (
        Column(say(title)),
        Column(say(AGREED), right=True, firm=True),
        Column("%", right=True, firm=True),
        Column(say(KAPPA), firm=True),
    )
    yield Heading(capital(say(title)))
    shown, left = few(groups, frame)
    yield Table(columns, tuple(_row(group, agreement, frame) for group in shown))
    yield from left


def _row(group: AgreedGroup, agreement: Agreement, frame: Frame) -> tuple[Cell, ...]:
    figures = group.figures
    name = frame.say(group.title) if group.title else _named(group.id, agreement.of, frame)
    return (
        Cell(name, small=group.id if group.id in frame.titles else ""),
        Cell(frame.part(figures.share)),
        Cell(frame.percent(figures.share)),
        Cell(_kappa(figures.kappa, figures.kappa_interval, frame)),
    )


def _named(value: str, of: Matter, frame: Frame) -> str:
    """A judgement, or a pair of judges, in words."""
    words = {Matter.EXTENT: READ_EXTENTS, Matter.RESPONSES: RESPONSES}.get(of, {})
    if value in words:
        return frame.say(words[value])
    if value in BLINDNESS:
        return frame.say(BLINDNESS[value])
    first, slash, other = value.partition(" / ")
    return f"{first or frame.say(ON_FILE)}{slash}{other}" if slash else value


def _disputes(agreement: Agreement, frame: Frame) -> Iterable[Block]:
    say = frame.say
    if not agreement.disputes:
        return
    yield Heading(say(DISPUTES))
    columns = (
        Column(say(GROUPS["by_first"])),
        Column(say(THEN)),
        Column(say(CASES), right=True, firm=True),
    )
    shown, left = few(agreement.disputes, frame)
    rows = tuple(
        (
            Cell(_named(dispute.first, agreement.of, frame)),
            Cell(_named(dispute.second, agreement.of, frame)),
            Cell(str(dispute.cases)),
        )
        for dispute in shown
    )
    yield Table(columns, rows)
    yield from left


TITLE = Phrase("How far reviewers agree", "Hoever beoordelaars overeenstemmen")
WHAT: Mapping[Matter, Words] = {
    Matter.EXTENT: FIELDS["extent"],
    Matter.SPECIFICITY: FIELDS["specificity"],
    Matter.RESPONSES: FIELDS["responses"],
}
SENTENCE = Phrase(
    "{part} cases ({percent}) that two or more judged were judged alike ({what}).",
    "{part} gevallen ({percent}) die twee of meer beoordeelden zijn gelijk beoordeeld ({what}).",
)
NOBODY = Phrase("Nothing was judged by two.", "Niets is door twee mensen beoordeeld.")
COHEN = Phrase("Cohen's kappa {kappa}.", "Cohens kappa {kappa}.")
FLEISS = Phrase("Kappa by Fleiss {kappa}.", "Kappa volgens Fleiss {kappa}.")
WEIGHTED = Phrase(
    "Weighted by the square of the distance, of the first two judgements: {kappa}.",
    "Gewogen naar het kwadraat van de afstand, van de eerste twee oordelen: {kappa}.",
)
BETWEEN = Phrase("{kappa} (95%: {low} to {high})", "{kappa} (95%: {low} tot {high})")
TOO_FEW = Phrase(
    "Of {n} cases no kappa is given: of fewer than {least} it would be chance.",
    "Van {n} gevallen staat er geen kappa: onder de {least} zou die toeval zijn.",
)
NO_KAPPA = Phrase(
    "All are judged alike, so there is no kappa.",
    "Alles is gelijk beoordeeld, dus is er geen kappa.",
)
WHAT_IT_IS_NOT = Phrase(
    "Kappa says how much more often reviewers agree than by chance. It does not say that they are "
    "right: both may be wrong together.",
    "Kappa zegt hoeveel vaker beoordelaars overeenstemmen dan door toeval. Het zegt niet dat ze "
    "gelijk hebben: ze kunnen samen fout zitten.",
)
AGREED = Phrase("alike", "gelijk")
KAPPA = Phrase("kappa", "kappa")
DISPUTES = Phrase("What is disputed most", "Waarover het meest verschil is")
THEN = Phrase("other judgement", "ander oordeel")
CASES = Phrase("cases", "gevallen")
ON_FILE = Phrase("the catalogue", "de catalogus")
BLINDNESS: Mapping[str, Words] = {
    "blind": Phrase("without the first judgement", "zonder het eerste oordeel"),
    "seen": Phrase("with the first judgement", "met het eerste oordeel"),
}
