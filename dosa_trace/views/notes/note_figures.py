"""The figures that a note can hold, by their names: what each is, and how it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from dosa_trace.analysis.coverage.tally import Standing
from dosa_trace.analysis.judging.figures import Figures
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.money.amounts import Sum
from dosa_trace.analysis.report.note_facts import NoteFacts
from dosa_trace.catalog.model.vocabulary import Basis, Stage
from dosa_trace.diagnostics import BadQuestion, UnknownId, did_you_mean, near
from dosa_trace.labels import NONE_HERE, STAGES, STATES
from dosa_trace.language import Phrase, Words, number
from dosa_trace.markers import STATE_OF
from dosa_trace.views.wording import begin
from dosa_trace.views.wording.amount import differs, short, sums
from dosa_trace.views.wording.frame import Frame
from dosa_trace.views.wording.marks import state_words

Say = Callable[[NoteFacts, Frame], str]


class NoteFigure(NamedTuple):
    """A figure by its name, what it is, and how it is said of some facts."""

    name: str
    about: Words
    say: Say


def figure(name: str) -> NoteFigure:
    """The figure of that name; raises BadQuestion for one that is not known."""
    if name in FIGURES:
        return FIGURES[name]
    identifier = name.removeprefix(STATE_OF)
    if identifier not in ("", name):
        return NoteFigure(name, OF_ONE, lambda facts, frame: _state_of(identifier, facts, frame))
    raise BadQuestion(NO_FIGURE(name=name), did_you_mean(near(name, FIGURES)) or LIST_THEM)


def _figures() -> Iterator[NoteFigure]:
    yield NoteFigure("dateline", DATELINE, lambda facts, frame: frame.sentence(facts.where))
    yield NoteFigure("date", DATE, lambda _, frame: frame.as_of.isoformat())
    yield NoteFigure("coverage.sentence", ANSWER, _sentence)
    for group, title, of in (("coverage", OF_ALL, _covered), ("focus", OF_FOCUS, _focus)):
        yield NoteFigure(f"{group}.total", TOTAL_OF(title=title), _total(of))
        for state in State:
            parts = {"state": STATES[state], "title": title}
            name = f"{group}.{state.value}"
            yield NoteFigure(name, PART(**parts), _part(of, state))
            yield NoteFigure(f"{name}.number", COUNT(**parts), _count(of, state))
            yield NoteFigure(f"{name}.percent", PERCENT(**parts), _percent(of, state))
    yield NoteFigure("gaps.searched", SEARCHED, _searched)
    yield NoteFigure("responses.none", SILENT, _silent)
    yield NoteFigure("orphans.instruments", ORPHANS, _orphans)
    yield NoteFigure("due.past", PAST_DUE, _past_due)
    yield NoteFigure("due.unknown", UNKNOWN_DUE, _unknown_due)
    yield NoteFigure("due.late", LATE_DUE, _late_due)
    for stage in Stage:
        parts = {"stage": STAGES[stage]}
        yield NoteFigure(f"money.{stage.value}", MONEY(**parts), _money(stage))
        yield NoteFigure(f"money.{stage.value}.whole", MONEY_WHOLE(**parts), _money_whole(stage))


def _covered(facts: NoteFacts, frame: Frame) -> Figures:
    return facts.coverage.by_basis[frame.basis or Basis.INFERRED]


def _focus(facts: NoteFacts, frame: Frame) -> Figures:
    focus: Standing | None = facts.summary.focus
    if focus is None:
        raise BadQuestion(SELECTED if facts.where else NO_FOCUS, USE_COVERAGE)
    return focus.by_basis[frame.basis or Basis.INFERRED]


_Of = Callable[[NoteFacts, Frame], Figures]


def _total(of: _Of) -> Say:
    return lambda facts, frame: number(of(facts, frame).total, frame.language)


def _part(of: _Of, state: State) -> Say:
    return lambda facts, frame: frame.part(of(facts, frame).share(state))


def _count(of: _Of, state: State) -> Say:
    return lambda facts, frame: number(of(facts, frame).share(state).numerator, frame.language)


def _percent(of: _Of, state: State) -> Say:
    return lambda facts, frame: frame.percent(of(facts, frame).share(state))


def _sentence(facts: NoteFacts, frame: Frame) -> str:
    return " ".join(paragraph.text for paragraph in begin.sentences(facts.summary, frame))


def _searched(facts: NoteFacts, frame: Frame) -> str:
    return frame.part(facts.gaps.searched_share)


def _silent(facts: NoteFacts, frame: Frame) -> str:
    return frame.part(facts.summary.whole.silent_share)


def _past_due(facts: NoteFacts, frame: Frame) -> str:
    return frame.part(facts.summary.due.past_share)


def _unknown_due(facts: NoteFacts, frame: Frame) -> str:
    return frame.part(facts.summary.due.unknown_share)


def _late_due(facts: NoteFacts, frame: Frame) -> str:
    return number(facts.summary.due.late, frame.language)


def _orphans(facts: NoteFacts, frame: Frame) -> str:
    if facts.where:
        raise BadQuestion(NOT_OF_SOME, LEAVE_WHERE)
    return number(facts.orphans.orphaned, frame.language)


def _money(stage: Stage) -> Say:
    """In millions or billions, with a sign where that is rounded."""

    def said(facts: NoteFacts, frame: Frame) -> str:
        return "; ".join(_about(subtotal, frame) for subtotal in _sums(facts, stage)) or frame.say(
            NONE_HERE
        )

    return said


def _about(subtotal: Sum, frame: Frame) -> str:
    """`≈ € 213 billion`; an amount on which sources differ is never exact."""
    said = short(subtotal.currency, subtotal.amount, frame).text
    return said if said.startswith("≈") or not differs(subtotal, frame) else f"≈ {said}"


def _money_whole(stage: Stage) -> Say:
    return lambda facts, frame: "; ".join(sums(_sums(facts, stage), frame)) or frame.say(NONE_HERE)


def _sums(facts: NoteFacts, stage: Stage) -> list[Sum]:
    return [
        subtotal
        for subtotal in facts.money.total.sums
        if subtotal.stage is stage and subtotal.apart is None
    ]


def _state_of(identifier: str, facts: NoteFacts, frame: Frame) -> str:
    lines = {line.id: line for line in facts.coverage.recommendations}
    if identifier not in lines:
        now = facts.graph.catalog.now_called(identifier)
        raise UnknownId(identifier, lines, [one for one in now if one in lines])
    return state_words(lines[identifier], frame)


OF_ALL = Phrase("all recommendations, or those selected", "alle of de gekozen aanbevelingen")
OF_FOCUS = Phrase("the recommendations in focus", "de kernaanbevelingen")
DATELINE = Phrase("the date, and what is counted", "de peildatum, en wat meetelt")
DATE = Phrase("the date alone", "alleen de peildatum")
ANSWER = Phrase("the conclusion in a sentence", "de conclusie in een zin")
TOTAL_OF = Phrase("number: {title}", "aantal: {title}")
PART = Phrase("{state}, as N of TOTAL: {title}", "{state}, als N van TOTAAL: {title}")
COUNT = Phrase("{state}, as a number: {title}", "{state}, als getal: {title}")
PERCENT = Phrase("{state}, in percent: {title}", "{state}, in procenten: {title}")
SEARCHED = Phrase(
    "open recommendations for which somebody searched", "open aanbevelingen waarbij is gezocht"
)
SILENT = Phrase(
    "recommendations without a response in the catalogue",
    "aanbevelingen zonder reactie in de catalogus",
)
ORPHANS = Phrase("instruments without a recommendation", "instrumenten zonder aanbeveling")
PAST_DUE = Phrase(
    "targets past their date, as N of TOTAL", "streefdatums voorbij, als N van TOTAAL"
)
UNKNOWN_DUE = Phrase(
    "targets past their date and not known to be met",
    "streefdatums voorbij, niet bekend of gehaald",
)
LATE_DUE = Phrase("targets that are late", "streefdatums te laat")
MONEY = Phrase(
    "money for what is (partly) covered or planned, {stage}",
    "geld voor wat (deels) gedekt of gepland is, {stage}",
)
MONEY_WHOLE = Phrase("the same to the last euro, {stage}", "hetzelfde tot op de euro, {stage}")
OF_ONE = Phrase("the state of one recommendation", "de stand van één aanbeveling")
NO_FIGURE = Phrase("no figure is called '{name}'", "geen cijfer heet '{name}'")
LIST_THEM = Phrase("list them with dosa-trace fill --list", "bekijk ze met dosa-trace fill --list")
NO_FOCUS = Phrase(
    "this catalogue does not say what it is about", "deze catalogus zegt niet waar die over gaat"
)
SELECTED = Phrase(
    "figures on what the catalogue is about take no selection",
    "cijfers over waar de catalogus over gaat hebben geen selectie",
)
USE_COVERAGE = Phrase(
    "use coverage.… instead of focus.…", "gebruik coverage.… in plaats van focus.…"
)
NOT_OF_SOME = Phrase(
    "instruments without a recommendation take no selection",
    "instrumenten zonder aanbeveling hebben geen selectie",
)
LEAVE_WHERE = Phrase("remove where=", "laat where= weg")
#: Every figure by its name; besides these the state of each recommendation, as `state.ID`.
FIGURES: Mapping[str, NoteFigure] = {one.name: one for one in _figures()}
