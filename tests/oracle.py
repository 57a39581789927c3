"""A slow, literal oracle for "Coverage, exactly" (docs/rules.md), for property tests.

Every chain is written out as a simple path, link by link, and then held against each rule in
turn. Nothing is shared between rules, nothing is kept between questions, and nothing is fast.
"""

import calendar
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Record = Mapping[str, Any]
Basis = Literal["stated", "inferred"]
GroupName = tuple[str, str]  # the shared `from` and the shared `joint` name
Path = tuple[int, ...]  # a chain, as indices into catalogue["links"]

LIVE = frozenset({"adopted", "in-progress", "completed"})
ANNOUNCED = frozenset({"announced"})
LIVE_OR_ANNOUNCED = LIVE | ANNOUNCED
NO_ACT = frozenset({"agenda", "strategy", "vision", "proposal", "monitor"})
DECLINING_RESPONSES = frozenset({"rejected", "existing-policy"})
STATED_ALONE = frozenset({"stated"})
COUNTED = {"stated": STATED_ALONE, "inferred": frozenset({"stated", "inferred"})}
STRENGTH = {"marginal": 1, "partial": 2, "full": 3}
STRONGEST_FIRST = ("full", "partial", "marginal")


@dataclass(frozen=True)
class Verdict:
    """The state of one recommendation or objective, and the instruments that give it."""

    state: str
    mentioned: bool
    via: frozenset[str]
    basis: str | None


@dataclass(frozen=True)
class Marks:
    """What stands beside a state and changes none."""

    older: bool
    no_act: bool
    own_word: bool = False


@dataclass(frozen=True)
class WrittenChain:
    """A counting chain from a start to a live or announced instrument, written out."""

    nodes: tuple[str, ...]
    links: tuple[int, ...]
    extent: str
    basis: str
    status: str


@dataclass(frozen=True)
class Level:
    """What every link must be, and in what kind of instrument the members of a group end."""

    extent: str
    bases: frozenset[str]
    kind: frozenset[str]


@dataclass(frozen=True)
class Rule:
    """One row of the table of states: how strong, ending in what, with groups over what."""

    extent: str
    ends: frozenset[str]
    kind: frozenset[str]


STATE_RULES = {  # in order: "the first of these that holds"
    "covered": Rule("full", LIVE, LIVE),
    "partly": Rule("partial", LIVE, LIVE),
    # Of a group over a live and an announced instrument all members' ends are behind it, "live and
    # announced alike".
    "planned": Rule("partial", LIVE_OR_ANNOUNCED, LIVE_OR_ANNOUNCED),
}
MENTIONED_RULE = Rule("marginal", LIVE_OR_ANNOUNCED, LIVE_OR_ANNOUNCED)


def states(catalogue: Record, as_of: date, basis: Basis) -> dict[str, Verdict]:
    """Say the verdict on every recommendation known by then, and on every objective."""
    world = _answerable(catalogue, as_of)
    verdicts = {}
    for one in catalogue["recommendations"]:
        if world.is_known(one["id"]):
            declined = world.last_value(one.get("responses", ())) in DECLINING_RESPONSES
            otherwise = "declined" if declined else "gap"
            verdicts[one["id"]] = _verdict(world, COUNTED[basis], one["id"], otherwise)
    for one in catalogue["objectives"]:
        verdicts[one["id"]] = _verdict(world, COUNTED[basis], one["id"], "gap")
    return verdicts


def marks(catalogue: Record, as_of: date, basis: Basis) -> dict[str, Marks]:
    """Say which marks stand beside the state of every recommendation known by then."""
    world = _answerable(catalogue, as_of)
    verdicts = states(catalogue, as_of, basis)
    marked = {}
    for one in catalogue["recommendations"]:
        if one["id"] not in verdicts:
            continue
        older = no_act = own_word = verdicts[one["id"]].state in STATE_RULES
        for name in verdicts[one["id"]].via:
            acting = world.instruments[name]
            no_act = no_act and acting.get("kind", "fund") in NO_ACT
            own_word = own_word and status_speaker(catalogue, acting, as_of) == "own"
            # "a first status dated by reading counts as unknown", and so does one of which a month
            # or a year leaves open whether it came after
            first, asked = acting["status"][0].get("date"), world.sources[one["source"]]["date"]
            older = older and first is not None and not last_day(first) > first_day(asked)
        marked[one["id"]] = Marks(older, no_act, own_word)
    return marked


def status_speaker(catalogue: Record, instrument: Record, as_of: date) -> str:
    """Say by whose word the status is known that holds on the day.

    "Behind a status stand the trailing events of the same value; the most independent counts."
    """
    known = [
        event
        for event in instrument.get("status", ())
        if last_day(event["date"] if "date" in event else event["read"]) <= as_of
    ]
    said: list[Record] = []
    while known and (not said or known[-1]["value"] == said[-1]["value"]):
        said.append(known.pop())
    owners = _listed(instrument.get("owner", "EZ"))
    return _least_dependent(speaker(catalogue, event["source"], owners) for event in said)


def searched(catalogue: Record, recommendation: str, sought: str) -> bool:
    """Say whether somebody looked: "only where a search on file covers it"."""
    return any(
        recommendation in search["covers"] and sought in search["for"]
        for search in catalogue.get("searches", ())
    )


def responders(catalogue: Record, asked: Record, response: Record) -> list[str]:
    """Say who responded: `by`, else the publisher of its source where it has the office to."""
    if "by" in response:
        return _listed(response["by"])
    organisations = _by_id(catalogue.get("organisations", ()))
    publisher = _by_id(catalogue["sources"])[response["source"]].get("publisher", "Someone")
    office = organisations.get(publisher, {})
    # "is of kind government, ministry, agency or eu-institution, and is, or has the level of, whom
    # was asked"
    if office.get("kind") not in ("government", "ministry", "agency", "eu-institution"):
        return []
    addressed = _listed(asked.get("addressee", []))
    for one in addressed:
        level = organisations[one].get("level") if one in organisations else one
        if publisher == one or (level is not None and office.get("level") == level):
            return [publisher]
    return []


def speaker(catalogue: Record, source: str, owners: list[str]) -> str:
    """Say whose word a source is: "for its `speaks_for`, else for its `publisher`"."""
    record = _by_id(catalogue["sources"])[source]
    if record.get("speaks_for"):
        voices = _listed(record["speaks_for"])
        return _least_dependent(_voice(catalogue, voice, owners) for voice in voices)
    said = _voice(catalogue, record.get("publisher", "Someone"), owners)
    # "and a `secondary` source without `speaks_for`"
    return (
        "third-party" if said == "not-known" and record.get("reliability") == "secondary" else said
    )


def _voice(catalogue: Record, voice: str, owners: list[str]) -> str:
    organisations = _by_id(catalogue.get("organisations", ()))
    if any(_is_own(organisations, voice, owner) for owner in owners):
        return "own"
    if voice not in organisations:
        return "not-known"
    kind = organisations[voice].get("kind")
    if kind in ("court", "council", "parliament") or organisations[voice].get("independent"):
        return "public-body"
    return "third-party"


def _is_own(organisations: Mapping[str, Record], voice: str, owner: str) -> bool:
    """Say whether it is "an owner, its part, whole, predecessor or successor, the same text where
    neither is on file, or its government"."""
    if voice not in organisations or owner not in organisations:
        return voice == owner
    speaking, owning = organisations[voice], organisations[owner]
    for step in ("part_of", "succeeds"):
        if _climbs(organisations, step, voice, owner) or _climbs(organisations, step, owner, voice):
            return True
    return (
        "level" in owning
        and speaking.get("level") == owning["level"]
        and speaking.get("kind") in ("government", "ministry", "agency", "eu-institution")
        and not speaking.get("independent")
    )


def _climbs(organisations: Mapping[str, Record], step: str, start: str, end: str) -> bool:
    """Say whether so many steps, or none, lead from one organisation to another."""
    reached = {start}
    for _ in organisations:
        reached |= {there for one in reached for there in _listed(organisations[one].get(step, []))}
    return end in reached


def _least_dependent(said: Iterable[str]) -> str:
    order = ("own", "not-known", "third-party", "public-body")
    return max(said, key=order.index, default="not-known")


def _listed(value: Any) -> list[str]:
    return list(value) if isinstance(value, list) else [value]


def chains(catalogue: Record, as_of: date, basis: Basis, start: str) -> list[WrittenChain]:
    """Write out every chain that counts from `start` to a live or announced instrument."""
    world = _answerable(catalogue, as_of)
    bases = COUNTED[basis]
    written = []
    for path in world.paths(start, bases):
        status = world.status(world.end(path))
        if status not in LIVE_OR_ANNOUNCED:
            continue
        # "that an instrument is only announced is shown by its status, never by a weaker extent"
        extent = world.extent(path, bases, LIVE_OR_ANNOUNCED)
        if extent is not None:
            stated = world.holds(path, Level(extent, STATED_ALONE, LIVE_OR_ANNOUNCED))
            nodes = (start, *(world.links[index]["to"] for index in path))
            written.append(
                WrittenChain(nodes, path, extent, "stated" if stated else "inferred", status)
            )
    return written


def orphans(catalogue: Record, as_of: date, basis: Basis) -> set[str]:
    """Find the live or announced instruments that no chain from a known recommendation reaches.

    "Neither itself, nor one of its parts, nor the whole that it is part of"; "a single link
    of a joint group reaches", so groups and extents are not looked at.
    """
    world = _answerable(catalogue, as_of)
    reached = {
        world.end(path)
        for one in catalogue["recommendations"]
        for path in world.paths(one["id"], COUNTED[basis])
    }
    found = set()
    for instrument in world.instruments:
        if world.status(instrument) not in LIVE_OR_ANNOUNCED:
            continue
        saved_by = {instrument} | world.wholes(instrument)
        for part in world.instruments:
            # "parts that have ended do not count"
            if instrument in world.wholes(part) and world.status(part) in LIVE_OR_ANNOUNCED:
                saved_by.add(part)
        if not saved_by & reached:
            found.add(instrument)
    return found


def money_rows(catalogue: Record, as_of: date, basis: Basis) -> dict[str, str]:
    """Say in which row of the money each instrument stands: "one row each", the first that fits."""
    world = _answerable(catalogue, as_of)
    verdicts = states(catalogue, as_of, basis)
    asked = [one["id"] for one in catalogue["recommendations"] if one["id"] in verdicts]
    on = {name for name in world.instruments if world.status(name) in LIVE_OR_ANNOUNCED}
    over = {name for name in world.instruments if world.status(name) is not None} - on
    row: dict[str, str] = {}
    for state in STATE_RULES:
        for name in asked:
            if verdicts[name].state == state:
                row |= {end: state for end in verdicts[name].via if end not in row}
    behind = set(row)
    row |= {name: "parts" for name in on - row.keys() if world.wholes(name) & behind}
    counted = set(row)
    ends = [
        (chain.nodes[-1], chain.extent)
        for name in asked
        for chain in chains(catalogue, as_of, basis, name)
    ]
    answering = {end for end, extent in ends if extent != "marginal"}
    mentioned = {end for end, _ in ends}
    above = {whole for name in behind | answering for whole in world.wholes(name)}
    row |= {name: "wholes" for name in (above & on) - answering - row.keys()}
    row |= {name: "answers" for name in answering - row.keys()}
    row |= {name: "ended" for name in over if world.wholes(name) & counted}
    alone = orphans(catalogue, as_of, basis)
    for name in on - row.keys() - alone:
        related = mentioned & ({name} | world.wholes(name)) or any(
            name in world.wholes(end) for end in mentioned
        )
        row[name] = "mentioned" if related else "incomplete"
    return row | {name: "orphaned" for name in alone - row.keys()}


def refused(catalogue: Record) -> bool:
    """Say whether questions refuse the catalogue because of a joint group."""
    return bool(refused_groups(catalogue))


def refused_groups(catalogue: Record) -> set[GroupName]:
    """Name the groups with unequal extents, or of which a member leads back to the origin."""
    found = set()
    for link in catalogue["links"]:
        if "joint" in link:
            group = [other for other in catalogue["links"] if _same_group(other, link)]
            unequal = len({member.get("extent") for member in group}) > 1
            leads_back = any(_leads(catalogue, member["to"], link["from"]) for member in group)
            if unequal or leads_back:
                found.add((link["from"], link["joint"]))
    return found


def last_day(text: str) -> date:
    """Read a partial date: it "counts from its last day"."""
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def first_day(text: str) -> date:
    """The earliest day that a partial date may mean."""
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    return date(year, month or 1, day or 1)


class World:
    """A catalogue as it stands on one day: what is known, and the paths through it."""

    def __init__(self, catalogue: Record, as_of: date) -> None:
        """Look up every record by its id."""
        self.as_of = as_of
        self.links: list[Record] = catalogue["links"]
        self.sources = _by_id(catalogue["sources"])
        self.recommendations = _by_id(catalogue["recommendations"])
        self.objectives = _by_id(catalogue["objectives"])
        self.instruments = _by_id(catalogue["instruments"])

    def last_value(self, events: Iterable[Record]) -> str | None:
        """Events stand in the order of the file, "and the last known one holds"."""
        value = None
        for event in events:
            # "An event that bears `read` instead of a date holds from that day, the first on which
            # it is surely true (before it the event before it holds, or none)".
            holds_from = last_day(event["date"] if "date" in event else event["read"])
            # "the latest response that was given (not a draft)"
            if holds_from <= self.as_of and not event.get("draft"):
                value = event["value"]
        return value

    def status(self, instrument: str) -> str | None:
        """Say the status that holds on the day; none where none is known yet."""
        return self.last_value(self.instruments[instrument].get("status", ()))

    def is_known(self, record: str) -> bool:
        """Say whether the record is known by then.

        A recommendation "from its source's date"; an objective "from its source's date, else
        its earliest dated evidence, else always"; an instrument "from its first status".
        """
        if record in self.instruments:
            return self.status(record) is not None
        if record in self.recommendations:
            known_from = self._source_day(self.recommendations[record]["source"])
            return known_from is not None and known_from <= self.as_of
        if record in self.objectives:
            objective = self.objectives[record]
            known_from = self._source_day(objective.get("source"))
            if known_from is None:
                known_from = self._earliest_evidence(objective)
            return known_from is None or known_from <= self.as_of
        return False  # an id that nothing bears is never known

    def link_is_known(self, link: Record) -> bool:
        """From its `since`, else its earliest dated evidence, else when both ends are known."""
        if "since" in link:
            return last_day(link["since"]) <= self.as_of
        known_from = self._earliest_evidence(link)
        if known_from is not None:
            return known_from <= self.as_of
        return self.is_known(link["from"]) and self.is_known(link["to"])

    def counts(self, index: int, bases: frozenset[str]) -> bool:
        """Say whether the link is known and well enough founded, "and every record" at its ends."""
        link = self.links[index]
        return (
            link.get("relation", "supports") == "supports"
            and link["basis"] in bases
            and self.link_is_known(link)
            and self.is_known(link["from"])
            and self.is_known(link["to"])
        )

    def end(self, path: Path) -> str:
        """Say the record in which the path ends."""
        end: str = self.links[path[-1]]["to"]
        return end

    def paths(self, start: str, bases: frozenset[str]) -> Iterator[Path]:
        """Write out every path of counted links to an instrument; they "visit nothing twice"."""
        yield from self._paths_from(start, (start,), (), bases)

    def _paths_from(
        self, node: str, visited: tuple[str, ...], so_far: Path, bases: frozenset[str]
    ) -> Iterator[Path]:
        if node in self.instruments:
            if so_far:
                yield so_far
            return  # nothing is carried beyond an instrument: no link leads from one
        for index, link in enumerate(self.links):
            if link["from"] == node and link["to"] not in visited and self.counts(index, bases):
                visited_then = (*visited, link["to"])
                yield from self._paths_from(link["to"], visited_then, (*so_far, index), bases)

    def holds(self, path: Path, level: Level) -> bool:
        """Say whether every link on the path counts at that level, and every group as a whole."""
        return all(self._link_holds(index, level) for index in path)

    def extent(self, path: Path, bases: frozenset[str], kind: frozenset[str]) -> str | None:
        """Say its "weakest extent", which through a group is that of the group as a whole."""
        for extent in STRONGEST_FIRST:
            if self.holds(path, Level(extent, bases, kind)):
                return extent
        return None  # a group on the path does not hold at all

    def _link_holds(self, index: int, level: Level) -> bool:
        if "joint" not in self.links[index]:
            return self._link_alone_holds(index, level)
        return all(
            self._link_alone_holds(member, level)
            and self._is_or_is_answered(self.links[member]["to"], level)
            for member, other in enumerate(self.links)
            if _same_group(other, self.links[index])
        )

    def _link_alone_holds(self, index: int, level: Level) -> bool:
        return (
            self.counts(index, level.bases)
            and STRENGTH[self.links[index]["extent"]] >= STRENGTH[level.extent]
        )

    def _is_or_is_answered(self, record: str, level: Level) -> bool:
        """Every `to` "is, or is answered at that level by, an instrument of the kind asked for".

        This ends: a member that led back to its group would have been refused.
        """
        if record in self.instruments:
            return self.status(record) in level.kind
        return any(
            self.status(self.end(path)) in level.kind and self.holds(path, level)
            for path in self.paths(record, level.bases)
        )

    def wholes(self, instrument: str) -> set[str]:
        """Everything that it is part of: "parts and wholes are transitive"."""
        found: set[str] = set()
        whole = self.instruments[instrument].get("part_of")
        while whole is not None and whole not in found:
            found.add(whole)
            whole = self.instruments[whole].get("part_of")
        return found

    def _source_day(self, source: str | None) -> date | None:
        text = self.sources[source].get("date") if source in self.sources else None
        return None if text is None else last_day(text)

    def _earliest_evidence(self, record: Record) -> date | None:
        days = [self._source_day(evidence["source"]) for evidence in record.get("evidence", ())]
        return min((day for day in days if day is not None), default=None)


def _answerable(catalogue: Record, as_of: date) -> World:
    if refused(catalogue):
        raise ValueError(f"questions refuse the groups {sorted(refused_groups(catalogue))}")
    return World(catalogue, as_of)


def _verdict(world: World, bases: frozenset[str], node: str, otherwise: str) -> Verdict:
    for state, rule in STATE_RULES.items():
        meeting = _chains_that_meet(world, bases, node, rule)
        if meeting:
            via = frozenset(world.end(path) for path in meeting)
            return Verdict(state, False, via, _basis(world, bases, meeting, rule))
    meeting = _chains_that_meet(world, bases, node, MENTIONED_RULE)
    via = frozenset(world.end(path) for path in meeting)
    founded = _basis(world, bases, meeting, MENTIONED_RULE) if meeting else None
    return Verdict(otherwise, bool(meeting), via, founded)


def _chains_that_meet(world: World, bases: frozenset[str], node: str, rule: Rule) -> list[Path]:
    level = Level(rule.extent, bases, rule.kind)
    return [
        path
        for path in world.paths(node, bases)
        if world.status(world.end(path)) in rule.ends and world.holds(path, level)
    ]


def _basis(world: World, bases: frozenset[str], meeting: list[Path], rule: Rule) -> str:
    """`stated` if, "at the highest extent among these chains, one runs over stated links alone"."""
    for extent in STRONGEST_FIRST:
        highest = [path for path in meeting if world.holds(path, Level(extent, bases, rule.kind))]
        if highest:
            stated = Level(extent, STATED_ALONE, rule.kind)
            return "stated" if any(world.holds(path, stated) for path in highest) else "inferred"
    raise AssertionError("a chain that meets a rule has an extent")


def _same_group(one: Record, other: Record) -> bool:
    """Say whether both are in one group: "the same `from` and the same `joint` name"."""
    return (
        "joint" in one
        and "joint" in other
        and (one["from"], one["joint"]) == (other["from"], other["joint"])
    )


def _leads(catalogue: Record, start: str, target: str) -> bool:
    """Say whether `supports` links on file, of any basis and date, lead from one to the other."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        node = waiting.pop()
        if node == target:
            return True
        if node not in seen:
            seen.add(node)
            waiting += [
                link["to"]
                for link in catalogue["links"]
                if link["from"] == node and link.get("relation", "supports") == "supports"
            ]
    return False


def _by_id(records: Iterable[Record]) -> dict[str, Record]:
    return {record["id"]: record for record in records}
