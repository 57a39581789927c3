"""The fixed words of a catalogue and what they count for (docs/rules.md)."""

from __future__ import annotations

from enum import StrEnum


class Ranked(StrEnum):
    """Words that have an order of strength: they compare by `rank`, not by their letters, also with
    a word that is given as text. Raises TypeError for what is none of the words."""

    @property
    def rank(self) -> int:
        """Its place in the order of strength, the weakest 0."""
        raise NotImplementedError

    def __lt__(self, other: str) -> bool:
        return self.rank < self._rank_of(other)

    def __le__(self, other: str) -> bool:
        return self.rank <= self._rank_of(other)

    def __gt__(self, other: str) -> bool:
        return self.rank > self._rank_of(other)

    def __ge__(self, other: str) -> bool:
        return self.rank >= self._rank_of(other)

    def _rank_of(self, other: str) -> int:
        kind = type(self)
        if isinstance(other, str) and other in tuple(kind):
            return kind(other).rank
        words = ", ".join(kind)
        raise TypeError(f"{kind.__name__} compares with {words}, not with {other!r}")


class SourceKind(StrEnum):
    """What a source is."""

    FACTSHEET = "factsheet"
    REPORT = "report"
    LETTER = "letter"
    NOTA = "nota"
    LAW = "law"
    COMMUNICATION = "communication"
    DATASET = "dataset"
    WEB = "web"
    POSITION = "position"


class Reliability(StrEnum):
    """How near the text that was read is to the original."""

    OFFICIAL = "official"
    REPRINT = "reprint"
    SECONDARY = "secondary"


class InstrumentKind(StrEnum):
    AGENDA = "agenda"
    STRATEGY = "strategy"
    VISION = "vision"
    PROGRAMME = "programme"
    FUND = "fund"
    FACILITY = "facility"
    NETWORK = "network"
    ACTION_PLAN = "action-plan"
    REGULATION = "regulation"
    PROPOSAL = "proposal"
    MODEL = "model"
    MONITOR = "monitor"

    @property
    def acts(self) -> bool:
        """Whether something is done by it: an agenda, a strategy, a vision or a proposal says what
        is meant to be done, a monitor what was (docs/rules.md, *Pre-dates the advice, and plans or
        monitoring only*)."""
        return self not in _NO_ACT


_NO_ACT = frozenset(
    {
        InstrumentKind.AGENDA,
        InstrumentKind.STRATEGY,
        InstrumentKind.VISION,
        InstrumentKind.PROPOSAL,
        InstrumentKind.MONITOR,
    }
)


class OrganisationKind(StrEnum):
    """What an organisation is."""

    MINISTRY = "ministry"
    AGENCY = "agency"
    COUNCIL = "council"
    COURT = "court"
    PARLIAMENT = "parliament"
    GOVERNMENT = "government"
    EU_INSTITUTION = "eu-institution"
    RESEARCH_INSTITUTE = "research-institute"
    COMPANY = "company"
    ASSOCIATION = "association"


class Sought(StrEnum):
    """What a search was for."""

    INSTRUMENT = "instrument"
    RESPONSE = "response"


class Seen(StrEnum):
    """How much of a source or of a response somebody read."""

    WHOLE = "whole"
    PART = "part"
    HEAD = "head"
    NONE = "none"


class Relation(StrEnum):
    """What a link says of its ends; `none` that they have nothing to do with each other."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    NONE = "none"


class Extent(Ranked):
    """How much of its origin a link answers, the weakest first."""

    MARGINAL = "marginal"
    PARTIAL = "partial"
    FULL = "full"

    @property
    def rank(self) -> int:
        """Its place in the order of strength, the weakest 0."""
        return _EXTENT_RANK[self]


#: How much a link may answer, the most first.
STRONGEST_FIRST = tuple(reversed(Extent))


class Basis(Ranked):
    """Who says so, the least founded first."""

    SUGGESTED = "suggested"
    INFERRED = "inferred"
    STATED = "stated"

    @property
    def rank(self) -> int:
        """Its place in the order of trust, the least founded 0."""
        return _BASIS_RANK[self]


_EXTENT_RANK = {extent: rank for rank, extent in enumerate(Extent)}
_BASIS_RANK = {basis: rank for rank, basis in enumerate(Basis)}


class ResponseValue(StrEnum):
    """What government answered to a recommendation."""

    ACCEPTED = "accepted"
    ACCEPTED_IN_PRINCIPLE = "accepted-in-principle"
    PARTLY_ACCEPTED = "partly-accepted"
    UNDER_CONSIDERATION = "under-consideration"
    NOTED = "noted"
    EXISTING_POLICY = "existing-policy"
    REJECTED = "rejected"

    @property
    def declines(self) -> bool:
        """Whether government says no to anything new: it refuses, or what exists suffices."""
        return self in (ResponseValue.REJECTED, ResponseValue.EXISTING_POLICY)


class Scope(StrEnum):
    """Whether a response is to this recommendation or to the whole set at once."""

    INDIVIDUAL = "individual"
    COLLECTIVE = "collective"


class StatusValue(StrEnum):
    """How an instrument stands."""

    ANNOUNCED = "announced"
    ADOPTED = "adopted"
    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    PAUSED = "paused"
    STOPPED = "stopped"
    SUPERSEDED = "superseded"

    @property
    def is_live(self) -> bool:
        return self in (StatusValue.ADOPTED, StatusValue.IN_PROGRESS, StatusValue.COMPLETED)

    @property
    def has_ended(self) -> bool:
        """Whether it supports nothing any more: paused, stopped or superseded."""
        return not self.is_live and self is not StatusValue.ANNOUNCED


class ReadExtent(StrEnum):
    """How much of its origin a link answers, as somebody judged it, the weakest first; `none` says
    that it answers nothing."""

    NONE = "none"
    MARGINAL = "marginal"
    PARTIAL = "partial"
    FULL = "full"


class Matter(StrEnum):
    """What several may judge of the same."""

    EXTENT = "extent"
    SPECIFICITY = "specificity"
    RESPONSES = "responses"


class Outcome(StrEnum):
    """What became of a judgement that somebody did not share."""

    KEPT = "kept"
    CHANGED = "changed"


class Stage(StrEnum):
    """How far an amount is on its way."""

    ANNOUNCED = "announced"
    COMMITTED = "committed"
    SPENT = "spent"


class Nature(StrEnum):
    """Whether money is new, was there before, is still to be raised from others, or is what others
    put in."""

    NEW = "new"
    EXISTING = "existing"
    TO_BE_RAISED = "to-be-raised"
    CO_FINANCING = "co-financing"
