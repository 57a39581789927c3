"""A slow, literal oracle for "Coverage, exactly" (DESIGN section 2), for property tests.

Every chain is written out as a simple path, link by link. The one fixpoint is that of
the joint groups, where a group may rest on objectives that rest on other groups.
"""

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Record = Mapping[str, Any]
Basis = Literal["stated", "inferred"]
GroupName = tuple[str, str]  # the shared `from` and the shared `joint` name

LIVE = frozenset({"adopted", "in-progress", "completed"})
LIVE_OR_ANNOUNCED = LIVE | {"announced"}
DECLINING_RESPONSES = {"rejected", "existing-policy"}
COUNTED = {"stated": {"stated"}, "inferred": {"stated", "inferred"}}
STRENGTH = {"marginal": 1, "partial": 2, "full": 3}


@dataclass(frozen=True)
class Verdict:
    """The state of one recommendation or objective, and the instruments that give it."""

    state: str
    mentioned: bool
    via: frozenset[str]
    basis: str | None


@dataclass(frozen=True)
class Level:
    """What a chain must be: no link weaker than this, ending in such an instrument."""

    weakest_extent: str
    end_status: frozenset[str]


STATE_LEVELS = {  # in order: the first that holds is the state
    "covered": Level("full", LIVE),
    "partly": Level("partial", LIVE),
    "planned": Level("partial", LIVE_OR_ANNOUNCED),
}
MENTIONED_LEVEL = Level("marginal", LIVE_OR_ANNOUNCED)


def states(catalogue: Record, as_of: date, basis: Basis) -> dict[str, Verdict]:
    """Say the verdict on every recommendation known by then, and on every objective."""
    facts = Facts(catalogue, as_of)
    verdicts = {}
    for one in facts.known_recommendations():
        declined = facts.latest_value(one.get("responses")) in DECLINING_RESPONSES
        verdicts[one["id"]] = _verdict(facts, basis, one["id"], "declined" if declined else "gap")
    for objective_id in facts.objectives:
        verdicts[objective_id] = _verdict(facts, basis, objective_id, "gap")
    return verdicts


def orphans(catalogue: Record, as_of: date, basis: Basis) -> set[str]:
    """Name the live or announced instruments that no known recommendation reaches."""
    facts = Facts(catalogue, as_of)
    links = [link for link in facts.supports if facts.counts(link, basis)]
    reached = set()
    for recommendation in facts.known_recommendations():
        for chain in _chains(recommendation["id"], links):
            reached.add(chain[-1]["to"])
    result = set()
    for one in facts.instruments:
        parts = {other for other in facts.instruments if one in facts.wholes(other)}
        is_reached = bool(({one} | parts | facts.wholes(one)) & reached)
        if facts.status(one) in LIVE_OR_ANNOUNCED and not is_reached:
            result.add(one)
    return result


def _verdict(facts: "Facts", basis: Basis, start: str, without_chain: str) -> Verdict:
    """Take the first state that holds for this recommendation or objective."""

    def founded_on(level: Level) -> str:
        """Say 'stated' when the same level is reached with only the stated links."""
        return "stated" if _answered_by(facts, "stated", level, start) else "inferred"

    for state, level in STATE_LEVELS.items():
        if via := _answered_by(facts, basis, level, start):
            return Verdict(state, False, via, founded_on(level))
    if via := _answered_by(facts, basis, MENTIONED_LEVEL, start):
        return Verdict(without_chain, True, via, founded_on(MENTIONED_LEVEL))
    return Verdict(without_chain, False, frozenset(), None)


def _answered_by(facts: "Facts", basis: Basis, level: Level, start: str) -> frozenset[str]:
    """Collect the instruments that end the chains from here at this level."""
    return _ends(facts, basis, level, start, _holding_groups(facts, basis, level))


def _ends(
    facts: "Facts", basis: Basis, level: Level, start: str, holding: set[GroupName]
) -> frozenset[str]:
    """Collect the ends of all chains at this level, given the joint groups that hold.

    A group that holds lets through all of its links, so the instruments of all its
    members are among the ends without further ado.
    """
    usable = []
    for link in facts.supports:
        if link.get("joint") is not None:
            if (link["from"], link["joint"]) in holding:
                usable.append(link)
        elif _strong_enough(link, level) and facts.counts(link, basis):
            usable.append(link)
    ends = {chain[-1]["to"] for chain in _chains(start, usable)} & facts.instruments.keys()
    return frozenset(end for end in ends if facts.status(end) in level.end_status)


def _chains(start: str, links: list[Record]) -> Iterator[list[Record]]:
    """Write out every chain of these links from `start` that visits nothing twice."""

    def longer(chain: list[Record], visited: list[str]) -> Iterator[list[Record]]:
        for link in links:
            if link["from"] == visited[-1] and link["to"] not in visited:
                yield [*chain, link]
                yield from longer([*chain, link], [*visited, link["to"]])

    yield from longer([], [start])


def _holding_groups(facts: "Facts", basis: Basis, level: Level) -> set[GroupName]:
    """Find the joint groups that hold at this level.

    Start from none and add a group once it holds on the strength of those added before
    it, until nothing is added: so no group ever holds on the strength of itself.
    """
    groups: dict[GroupName, list[Record]] = {}
    for link in facts.supports:
        if link.get("joint") is not None:
            groups.setdefault((link["from"], link["joint"]), []).append(link)

    holding: set[GroupName] = set()

    def member_holds(member: str) -> bool:
        """Tell whether an instrument is live (enough), or an objective is itself answered."""
        if member in facts.instruments:
            return facts.status(member) in level.end_status
        return bool(_ends(facts, basis, level, member, holding))

    def holds(links: list[Record]) -> bool:
        """Tell whether every link is strong enough, counted, and leads to a holding member."""
        return (
            all(_strong_enough(link, level) for link in links)
            and all(facts.counts(link, basis) for link in links)
            and all(member_holds(link["to"]) for link in links)
        )

    while True:
        added = {name for name, links in groups.items() if name not in holding and holds(links)}
        if not added:
            return holding
        holding |= added


def _strong_enough(link: Record, level: Level) -> bool:
    """Tell whether a link's own extent is at least what the level asks."""
    return STRENGTH[link["extent"]] >= STRENGTH[level.weakest_extent]


class Facts:
    """What the catalogue says, and what of it is known on the as-of date."""

    def __init__(self, catalogue: Record, as_of: date) -> None:
        self.as_of = as_of
        self.sources: dict[str, Record] = {s["id"]: s for s in catalogue["sources"]}
        self.recommendations: dict[str, Record] = {r["id"]: r for r in catalogue["recommendations"]}
        self.objectives: dict[str, Record] = {o["id"]: o for o in catalogue["objectives"]}
        self.instruments: dict[str, Record] = {i["id"]: i for i in catalogue["instruments"]}
        self.supports: list[Record] = [
            link for link in catalogue["links"] if link.get("relation", "supports") == "supports"
        ]

    def known_recommendations(self) -> list[Record]:
        """List the recommendations known by then."""
        return [r for r in self.recommendations.values() if self.known_day(r["id"]) <= self.as_of]

    def counts(self, link: Record, basis: Basis) -> bool:
        """Tell whether a link is known by then and its basis is among those counted."""
        return link["basis"] in COUNTED[basis] and self.link_known_day(link) <= self.as_of

    def link_known_day(self, link: Record) -> date:
        """Since its `since`, else its earliest evidence, else when both ends are known."""
        if link.get("since"):
            return last_day(link["since"])
        if link.get("evidence"):
            return self.earliest_evidence(link)
        return max(self.known_day(link["from"]), self.known_day(link["to"]))

    def known_day(self, identifier: str) -> date:
        """Say since when a recommendation, objective or instrument is known."""
        if identifier in self.recommendations:
            return last_day(self.sources[self.recommendations[identifier]["source"]]["date"])
        if identifier in self.objectives:
            objective = self.objectives[identifier]
            if objective.get("source"):
                return last_day(self.sources[objective["source"]]["date"])
            return self.earliest_evidence(objective) if objective.get("evidence") else date.min
        events = self.instruments[identifier].get("status", [])
        return min((last_day(event["date"]) for event in events), default=date.max)  # max: never

    def earliest_evidence(self, record: Record) -> date:
        """Take the earliest day among the sources of a record's evidence."""
        return min(last_day(self.sources[e["source"]]["date"]) for e in record["evidence"])

    def status(self, instrument: str) -> str | None:
        """Say the status of an instrument on the date: None before its first event."""
        return self.latest_value(self.instruments[instrument].get("status"))

    def latest_value(self, events: list[Record] | None) -> str | None:
        """Take the last value known by then; on the same day the later in the list wins."""
        known = [
            (last_day(event["date"]), position, str(event["value"]))
            for position, event in enumerate(events or [])
            if last_day(event["date"]) <= self.as_of
        ]
        return max(known)[2] if known else None

    def wholes(self, instrument: str) -> set[str]:
        """Collect everything that an instrument is part of, directly or through a whole."""
        wholes: set[str] = set()
        whole = self.instruments[instrument].get("part_of")
        while whole is not None and whole not in wholes:
            wholes.add(whole)
            whole = self.instruments[whole].get("part_of")
        return wholes


def last_day(partial: str) -> date:
    """Turn 2025, 2025-07 or 2025-07-04 into the last day that it can mean."""
    year, month, day = ([int(number) for number in partial.split("-")] + [0, 0])[:3]
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])
