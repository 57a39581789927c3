"""Hypothesis strategies for small catalogues in which every rule of "Coverage" has work to do."""

import random
from datetime import date
from typing import Any

from hypothesis import strategies as st

from tests.oracle import last_day, refused_groups

Drawn = dict[str, Any]

# Days on, and one day short of, the last day of a partial date, and between the drawn dates.
DAYS = [date(2024, 6, 30), date(2025, 7, 4), date(2025, 7, 31), date(2026, 3, 30)]

# Chains need everything on them to be known, so most things must be; the rest is spread out.
EARLY = ["2022", "2023", "2023-11", "2024-02-29", "2024-06"]
LATER = ["2024", "2024-07-01", "2025", "2025-07", "2025-07-04", "2025-07-05", "2026", "2026-03"]
NEVER = ["2027", "2027-01-02"]

LIVE = ["adopted", "in-progress", "completed"]
ENDED = ["paused", "stopped", "superseded"]
STATUSES = LIVE * 2 + ["announced"] * 6 + ENDED * 2
KINDS = ["fund", "programme", "regulation", "agenda", "strategy", "vision", "proposal", "monitor"]
RESPONSES = ["accepted", "partly-accepted", "noted", "existing-policy", "rejected", "rejected"]
EXTENTS = ["full", "full", "full", "partial", "partial", "marginal"]
BASES = ["stated"] * 5 + ["inferred"] * 4 + ["suggested"]
GROUP_BASES = ["stated"] * 7 + ["inferred"] * 4 + ["suggested"]  # one bad member spoils a group
RELATIONS = ["supports"] * 10 + ["contradicts", "none"]

#: Who publishes and who is responsible, on file and not.
PUBLISHERS = ["mez", "old", "office", "watch", "reka", "paper", "ec", "EZ", "Someone"]
OWNERS = ["mez", "office", "paper", "ec", "reka", "EZ", "Else"]

DATES = st.sampled_from(EARLY + LATER + NEVER)
MOSTLY_EARLY_DATES = st.sampled_from(EARLY * 4 + LATER + NEVER)


def seldom(times_in_ten: int) -> st.SearchStrategy[bool]:
    """Draw a yes so many times in ten; a shrunk example says no."""
    return st.integers(0, 9).map(lambda number: number >= 10 - times_in_ten)


def first_day(text: str) -> date:
    """Read the first day that a partial date may mean."""
    return date.fromisoformat((text + "-01-01")[:10])


@st.composite
def events(draw: st.DrawFn, values: list[str], most: int) -> list[Drawn]:
    """Draw dated events, in an order that their dates do not contradict.

    A year and a month in it may stand in either order: neither contradicts the other.
    """
    dates = draw(st.lists(MOSTLY_EARLY_DATES, max_size=most))
    dates.sort(key=draw(st.sampled_from([first_day, last_day])))
    drawn: list[Drawn] = []
    for one in dates:
        key = "read" if draw(seldom(2)) else "date"
        drawn.append({key: one, "value": draw(st.sampled_from(values))})
        drawn[-1]["source"] = draw(st.sampled_from(["s1", "s2", "s3", "s4", "s5"]))
        if values is RESPONSES and draw(seldom(2)):
            drawn[-1]["draft"] = True
        if values is RESPONSES and draw(seldom(2)):
            drawn[-1]["by"] = draw(st.sampled_from(OWNERS))
    return drawn


@st.composite
def evidence(draw: st.DrawFn, sources: list[str]) -> list[Drawn]:
    """Draw one or two pieces of evidence."""
    cited = draw(st.lists(st.sampled_from(sources), min_size=1, max_size=2))
    return [{"source": source} for source in cited]


@st.composite
def instruments(draw: st.DrawFn) -> list[Drawn]:
    """Draw instruments, some of them without a status, that make up trees of parts."""
    drawn: list[Drawn] = []
    for number in range(1, draw(st.integers(3, 5)) + 1):
        one: Drawn = {"id": f"i{number}", "status": draw(events(STATUSES, 3))}
        one["kind"] = draw(st.sampled_from(KINDS))
        owners = draw(st.lists(st.sampled_from(OWNERS), min_size=1, max_size=2, unique=True))
        one["owner"] = owners[0] if len(owners) == 1 else owners
        if not one["status"] and draw(seldom(7)):
            day = draw(st.sampled_from(EARLY))
            one["status"] = [{"date": day, "value": "in-progress", "source": "s1"}]
        if len(drawn) > 0 and draw(seldom(6)):
            one["part_of"] = draw(st.sampled_from(drawn))["id"]
        drawn.append(one)
    return list(draw(st.permutations(drawn)))


@st.composite
def dating(draw: st.DrawFn, sources: list[str]) -> Drawn:
    """Draw what says from when a link is known: `since`, evidence, both, or neither."""
    fields: Drawn = {}
    if draw(seldom(2)):
        fields["since"] = draw(MOSTLY_EARLY_DATES)
    if draw(seldom(3)):
        fields["evidence"] = draw(evidence(sources))
    return fields


@st.composite
def plain_link(
    draw: st.DrawFn, origins: list[str], targets: list[str], sources: list[str]
) -> Drawn:
    """Draw a link of any relation, basis and extent; it may run backwards, and close a cycle."""
    origin = draw(st.sampled_from(origins))
    link: Drawn = {
        "from": origin,
        "to": draw(st.sampled_from([target for target in targets if target != origin])),
        "basis": draw(st.sampled_from(BASES)),
    }
    relation = draw(st.sampled_from(RELATIONS))
    if relation == "supports":
        link["extent"] = draw(st.sampled_from(EXTENTS))
    else:
        link["relation"] = relation
    return link | draw(dating(sources))


@st.composite
def joint_group(draw: st.DrawFn, nodes: list[str], origins: int, sources: list[str]) -> list[Drawn]:
    """Draw two or three joint links of one extent, to nodes that come after the origin."""
    place = draw(st.integers(0, origins - 1))
    # Recommendations come first in `nodes` and nothing leads to them, so they are no targets.
    after = [node for node in nodes[place + 1 :] if not node.startswith("r")]
    extent = draw(st.sampled_from(EXTENTS))
    name = draw(st.sampled_from(["g", "h"]))
    targets = draw(st.lists(st.sampled_from(after), min_size=2, max_size=3, unique=True))
    return [
        {
            "from": nodes[place],
            "to": target,
            "basis": draw(st.sampled_from(GROUP_BASES)),
            "extent": extent,
            "joint": name,
        }
        | draw(dating(sources))
        for target in targets
    ]


@st.composite
def organisations(draw: st.DrawFn) -> list[Drawn]:
    """Draw the same offices each time: who belongs to whom, and who is independent, differs."""
    drawn: list[Drawn] = [
        {"id": "mez", "kind": "ministry", "level": "nl"},
        {"id": "old", "kind": "ministry"},
        {"id": "office", "kind": draw(st.sampled_from(["agency", "research-institute"]))},
        {"id": "watch", "kind": "agency", "level": "nl"},
        {"id": "reka", "kind": draw(st.sampled_from(["court", "council", "parliament"]))},
        {"id": "paper", "kind": draw(st.sampled_from(["company", "association"])), "level": "nl"},
        {"id": "ec", "kind": "eu-institution", "level": "eu"},
    ]
    by_id = {one["id"]: one for one in drawn}
    if draw(seldom(5)):
        by_id["mez"]["succeeds"] = "old"
    for name in ("office", "paper", "reka"):
        if draw(seldom(3)):
            by_id[name]["part_of"] = draw(st.sampled_from(["mez", "old", "ec"]))
    for name in ("office", "watch", "paper"):
        if draw(seldom(4)):
            by_id[name]["independent"] = True
    return drawn


@st.composite
def searches(draw: st.DrawFn, recommendations: list[str]) -> list[Drawn]:
    """Draw searches on any day, for instruments, responses or both."""
    return [
        {
            "id": f"look{number}",
            "date": draw(DATES),
            "for": draw(
                st.lists(st.sampled_from(["instrument", "response"]), min_size=1, unique=True)
            ),
            "covers": draw(
                st.lists(st.sampled_from(recommendations), min_size=1, max_size=2, unique=True)
            ),
        }
        for number in range(draw(st.integers(0, 2)))
    ]


@st.composite
def spoken(draw: st.DrawFn) -> Drawn:
    """Draw who published a source, whose words it passes on, and how near it is."""
    fields: Drawn = {"publisher": draw(st.sampled_from(PUBLISHERS))}
    if draw(seldom(2)):
        fields["speaks_for"] = draw(
            st.lists(st.sampled_from(PUBLISHERS[:7]), min_size=1, max_size=2, unique=True)
        )
    if draw(seldom(4)):
        fields["reliability"] = draw(st.sampled_from(["official", "reprint", "secondary"]))
    return fields


@st.composite
def catalogues(draw: st.DrawFn) -> Drawn:
    """Draw a whole catalogue that questions do not refuse."""
    sources = [
        {"id": f"s{number}", "date": draw(DATES if number > 2 else st.sampled_from(EARLY))}
        | draw(spoken())
        for number in range(1, 5)
    ]
    dated = ["s1", "s2"] * 3 + [source["id"] for source in sources]  # mostly early ones
    sources.append({"id": "s5", "read": draw(DATES)} | draw(spoken()))  # asks for nothing
    cited = [*dated, "s5", "s5"]
    recommendations: list[Drawn] = [
        {
            "id": f"r{number}",
            "source": draw(st.sampled_from(dated)),
            "responses": draw(events(RESPONSES, 3)),
            "addressee": draw(st.sampled_from(["nl", "eu", "mez", "ec"])),
        }
        for number in range(1, draw(st.integers(1, 3)) + 1)
    ]
    objectives: list[Drawn] = []
    for number in range(1, draw(st.integers(2, 4)) + 1):
        objective: Drawn = {"id": f"o{number}"}
        if draw(seldom(4)):
            objective["source"] = draw(st.sampled_from(cited))
        if draw(seldom(3)):
            objective["evidence"] = draw(evidence(cited))
        objectives.append(objective)
    acting = draw(instruments())

    origins = [one["id"] for one in [*recommendations, *objectives]]
    targets = [one["id"] for one in [*objectives, *acting]]
    nodes = [*origins, *(one["id"] for one in acting)]
    links: list[Drawn] = draw(st.lists(plain_link(origins, targets, cited), min_size=4, max_size=8))
    links += [
        dict(draw(plain_link([one["from"]], [one["to"]], cited)))
        for one in draw(st.lists(st.sampled_from(links), max_size=4))  # parallel links
    ]
    groups: dict[tuple[str, str], list[Drawn]] = {}
    for group in draw(st.lists(joint_group(nodes, len(origins), cited), max_size=3)):
        groups.setdefault((group[0]["from"], group[0]["joint"]), group)
    links += [link for group in groups.values() for link in group]
    catalogue: Drawn = {
        "organisations": draw(organisations()),
        "sources": sources,
        "searches": draw(searches([one["id"] for one in recommendations])),
        "recommendations": recommendations,
        "objectives": objectives,
        "instruments": acting,
        "links": draw(st.permutations(links)),
    }
    return _repaired(catalogue)


def _repaired(catalogue: Drawn) -> Drawn:
    """Make plain links of the groups that lead back to their origin, so that the cycle stays."""
    bad = refused_groups(catalogue)
    for link in catalogue["links"]:
        if (link["from"], link.get("joint", "")) in bad:
            del link["joint"]
    return catalogue


def wide_catalogue(seed: int) -> Drawn:
    """A random catalogue of 3,000 records in which few chains are long: aims that lead to aims, in
    circles too, groups that count as a whole, and dates and statuses of every sort."""
    chance = random.Random(seed)
    days = ["2022", "2023-11", "2024-06", "2024-07-01", "2025-07", "2026-03", "2027"]
    asked, sources, aims, instruments = (
        [f"{kind}{at}" for at in range(number)]
        for kind, number in (("r", 1_500), ("s", 300), ("o", 700), ("i", 500))
    )
    links: list[Drawn] = []

    def join(origin: str, target: str, **more: Any) -> None:
        basis = chance.choice(["stated", "inferred", "suggested"])
        extent = chance.choice(["full", "full", "partial", "marginal"])
        proof = {"rationale": "why", "evidence": [{"source": chance.choice(sources)}]}
        if origin != target:
            ends = {"from": origin, "to": target}
            links.append({**ends, "basis": basis, "extent": extent, **proof, **more})

    for one in asked:
        for _ in range(chance.randrange(3)):
            join(one, chance.choice(aims + instruments))
        if chance.random() < 0.2:
            extent = chance.choice(["full", "partial"])
            for member in chance.sample(aims + instruments, 2):
                join(one, member, joint="group", extent=extent)
    for one in aims:
        join(one, chance.choice(instruments))
        if chance.random() < 0.3:
            join(one, chance.choice(aims))

    def event(values: list[str], day: str) -> list[Drawn]:
        return [{"date": day, "value": chance.choice(values)}]

    statuses = ["adopted", "in-progress", "announced", "announced", "stopped"]
    return {
        "sources": [{"id": one, "date": chance.choice(days)} for one in sources],
        "recommendations": [
            {"id": one, "source": chance.choice(sources),
             "responses": event(["rejected", "noted"], "2024-06")}
            for one in asked
        ],
        "objectives": [{"id": one} for one in aims],
        "instruments": [
            {"id": one, "kind": "fund", "status": event(statuses, chance.choice(days))}
            for one in instruments
        ],
        "links": links,
    }  # fmt: skip
