"""The words of the claim that every surface begins with.

Two sentences of at most thirty words: of how many a source says that they are fully covered, a
telling nought first, then every other state that occurs. A third says who says so. It never says
more than the figures do: a source says it, not that it is so.
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.analysis.coverage.claim import Claim
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.labels import STATES
from dosa_trace.language import OR, Message, Phrase, Words, listed
from dosa_trace.views.wording.frame import Frame


def claimed(claim: Claim, frame: Frame, selected: bool = False) -> str:
    """The claim about all recommendations, or about those that were selected."""
    if not claim.total:
        return frame.say(NOTHING)
    said = [_fully(claim, SELECTED if selected else ALL), *_others(claim, frame)]
    if frame.basis is not Basis.STATED:
        said += _whose_word(claim, frame)
    return " ".join(map(frame.say, said))


def of_focus(name: LocalText, claim: Claim, frame: Frame) -> str:
    """The same in one line, of what the catalogue is about."""
    if not claim.total:
        return frame.say(NONE_KNOWN(name=name))
    states = ", ".join(frame.say(SO_MANY(count=n, state=word)) for word, n in _all_states(claim))
    said = frame.say(FOCUS(name=name, total=claim.total, states=states))
    if claim.answered and frame.basis is not Basis.STATED:
        share = FOCUS_STATED(stated=claim.stated, answered=claim.answered)
        said += f"; {frame.say(share)}"
    return f"{said}."


def _fully(claim: Claim, of: _Of) -> Message:
    """The first sentence."""
    said, total = claim.covered_by_sources, claim.total
    if not said:
        return (of.none if total > 1 else of.not_the_one)(total=total)
    if said == total:
        return (of.every if total > 1 else of.the_one)(total=total)
    return of.some(covered=said, total=total)


def _others(claim: Claim, frame: Frame) -> Iterator[Words]:
    """The second sentence: every other state that is not nought."""
    others = list(_other_states(claim))
    if not others:
        return
    word, count = others[0]
    if count == claim.total:
        yield (ALL_ARE if count > 1 else IT_IS)(total=count, state=word)
        return
    first = frame.say(FIRST(count=count, state=word))
    rest = (frame.say(SO_MANY(count=n, state=state)) for state, n in others[1:])
    yield SENTENCE(states=", ".join((first, *rest)))


def _whose_word(claim: Claim, frame: Frame) -> Iterator[Message]:
    """The third sentence: who says so of those that are covered, partly covered or planned, where
    the first two have not told it."""
    answered, stated, judged = claim.answered, claim.stated, claim.judged
    if answered in (0, claim.covered_by_sources, claim.covered_by_analyst):
        return
    if answered == 1:
        yield (ONE_STATED if stated else ONE_JUDGED)()
    elif not judged:
        yield ALL_STATED(answered=answered)
    elif not stated:
        yield ALL_JUDGED(answered=answered)
    elif claim.declined or claim.gap:
        # "of these 62" must not be taken for those that are open, which were named last
        covered = claim.covered_by_sources + claim.covered_by_analyst
        counts = ((covered, "covered"), (claim.partly, "partly"), (claim.planned, "planned"))
        states = listed((frame.say(STATES[key]) for n, key in counts if n), frame.language, OR)
        yield BOTH_NAMED(answered=answered, states=states, stated=stated, judged=judged)
    else:
        yield BOTH(answered=answered, stated=stated, judged=judged)


def _other_states(claim: Claim) -> Iterator[tuple[Phrase, int]]:
    for word, count in (
        (BY_ANALYST, claim.covered_by_analyst),
        (STATES["partly"], claim.partly),
        (STATES["planned"], claim.planned),
        (STATES["declined"], claim.declined),
        (STATES["gap"], claim.gap),
    ):
        if count:
            yield word, count


def _all_states(claim: Claim) -> Iterator[tuple[Phrase, int]]:
    if claim.covered_by_sources:
        yield STATES["covered"], claim.covered_by_sources
    yield from _other_states(claim)


class _Of:
    """The first sentence about all recommendations or about the selected ones."""

    def __init__(
        self, none: Phrase, some: Phrase, every: Phrase, not_the_one: Phrase, the_one: Phrase
    ) -> None:
        self.none, self.some, self.every = none, some, every
        self.not_the_one, self.the_one = not_the_one, the_one


ALL = _Of(
    Phrase(
        "No source says that any of the {total} recommendations is fully covered.",
        "Geen enkele bron zegt dat een van de {total} aanbevelingen volledig is gedekt.",
    ),
    Phrase(
        "Sources say that {covered} of the {total} recommendations {covered:is|are} fully covered.",
        "Volgens bronnen {covered:is|zijn} {covered} van de {total} aanbevelingen volledig gedekt.",
    ),
    Phrase(
        "Sources say that all {total} recommendations are fully covered.",
        "Volgens bronnen zijn alle {total} aanbevelingen volledig gedekt.",
    ),
    Phrase(
        "No source says that the only recommendation is fully covered.",
        "Geen enkele bron zegt dat de enige aanbeveling volledig is gedekt.",
    ),
    Phrase(
        "A source says that the only recommendation is fully covered.",
        "Volgens een bron is de enige aanbeveling volledig gedekt.",
    ),
)
SELECTED = _Of(
    Phrase(
        "No source says that any of the {total} selected recommendations is fully covered.",
        "Geen enkele bron zegt dat een van de {total} gekozen aanbevelingen volledig is gedekt.",
    ),
    Phrase(
        "Sources say that {covered} of the {total} selected recommendations {covered:is|are} fully "
        "covered.",
        "Volgens bronnen {covered:is|zijn} {covered} van de {total} gekozen aanbevelingen volledig "
        "gedekt.",
    ),
    Phrase(
        "Sources say that all {total} selected recommendations are fully covered.",
        "Volgens bronnen zijn alle {total} gekozen aanbevelingen volledig gedekt.",
    ),
    Phrase(
        "No source says that the selected recommendation is fully covered.",
        "Geen enkele bron zegt dat de gekozen aanbeveling volledig is gedekt.",
    ),
    Phrase(
        "A source says that the selected recommendation is fully covered.",
        "Volgens een bron is de gekozen aanbeveling volledig gedekt.",
    ),
)
BY_ANALYST = Phrase("covered by an analyst's judgement", "gedekt volgens een analist")
FIRST = Phrase("{count} {count:is|are} {state}", "{count} {count:is|zijn} {state}")
SO_MANY = Phrase("{count} {state}", "{count} {state}")
SENTENCE = Phrase("{states}.", "{states}.")
ALL_ARE = Phrase("All {total} are {state}.", "Alle {total} zijn {state}.")
IT_IS = Phrase("It is {state}.", "Die is {state}.")
BOTH = Phrase(
    "Of these {answered}, {stated} {stated:is|are} stated by a source; {judged} {judged:is|are} an "
    "analyst's judgement.",
    "Van deze {answered} {stated:is|zijn} er {stated} volgens een bron en {judged} volgens een "
    "analist.",
)
BOTH_NAMED = Phrase(
    "Of the {answered} that are {states}, {stated} {stated:is|are} stated by a source; {judged} "
    "{judged:is|are} an analyst's judgement.",
    "Van de {answered} die {states} zijn, {stated:is|zijn} er {stated} volgens een bron en "
    "{judged} volgens een analist.",
)
ALL_STATED = Phrase(
    "All of these {answered} are stated by a source.",
    "Alle {answered} zijn volgens een bron.",
)
ALL_JUDGED = Phrase(
    "All of these {answered} are an analyst's judgement.",
    "Alle {answered} zijn volgens een analist.",
)
ONE_STATED = Phrase("This one is stated by a source.", "Dat is volgens een bron.")
ONE_JUDGED = Phrase("This one is an analyst's judgement.", "Dat is volgens een analist.")
FOCUS = Phrase("{name} ({total}): {states}", "{name} ({total}): {states}")
FOCUS_STATED = Phrase(
    "by sources {stated} of the {answered}",
    "volgens bronnen {stated} van de {answered}",
)
NONE_KNOWN = Phrase(
    "No recommendation of {name} was known on this date.",
    "Op deze datum was geen aanbeveling van {name} bekend.",
)
NOTHING = Phrase(
    "No recommendation was selected, or none was known on this date.",
    "Er is geen aanbeveling gekozen, of er was er op deze datum geen bekend.",
)
