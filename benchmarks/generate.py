"""Large catalogues, the same on every machine."""

from __future__ import annotations

import random
from datetime import date, timedelta

WORDS = [
    "autonomie", "strategie", "kabinet", "talent", "rekenkracht", "data", "stelsel", "ecosysteem",
    "toezicht", "onderzoek", "bedrijven", "overheid", "markt",
]  # fmt: skip


def large_catalogue(recommendations: int = 10_000, links: int = 30_000, seed: int = 1) -> str:
    """YAML of about 9 MB with so many recommendations and links, without any mistake."""
    chance = random.Random(seed)

    def text(words: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(words))

    out = ["catalogue:\n  title: Large\n  languages: [en, nl]\n  themes: [{id: talent, name: T}]\n"]
    out.append("sources:\n")
    for at in range(200):
        out.append(
            f"  - id: src-{at}\n    kind: report\n    title: {text(6)}\n"
            f"    publisher: {text(2)}\n    date: 2024-0{1 + at % 9}\n"
        )
    out.append("objectives:\n")
    for at in range(1000):
        out.append(f"  - {{id: aim-{at}, title: {text(5)}, source: src-{at % 200}}}\n")
    out.append("instruments:\n")
    for at in range(2000):
        out.append(
            f"  - id: ins-{at}\n    name: {{nl: {text(4)}, en: {text(4)}}}\n    kind: fund\n"
            f"    level: nl\n    owner: EZ\n    status:\n"
            f"      - {{date: 2024-03-0{1 + at % 9}, value: in-progress, source: src-{at % 200}}}\n"
        )
    out.append("recommendations:\n")
    for at in range(recommendations):
        out.append(
            f"  - id: rec-{at}\n    source: src-{at % 200}\n"
            f"    title: {{nl: {text(8)}, en: {text(8)}}}\n    text: {text(30)}\n"
            f"    themes: [talent]\n    evidence:\n"
            f"      - {{source: src-{at % 200}, locator: p. {at % 90}, quote: {text(9)}}}\n"
        )
    out.append("links:\n")
    for at in range(links):
        ends = (
            (f"rec-{chance.randrange(recommendations)}", f"aim-{chance.randrange(1000)}")
            if at % 3
            else (f"aim-{chance.randrange(1000)}", f"ins-{chance.randrange(2000)}")
        )
        extent = chance.choice(["full", "partial", "marginal"])
        out.append(
            f"  - from: {ends[0]}\n    to: {ends[1]}\n    extent: {extent}\n"
            f"    basis: inferred\n    rationale: {text(7)}\n"
        )
    return "".join(out)


def scaled_catalogue(recommendations: int, seed: int = 1) -> str:
    """YAML of about 1.25 KB for each recommendation, without any mistake: a tenth as many
    instruments, three times as many links, half of these through objectives; what happened is
    spread over 500 days."""
    chance = random.Random(seed)
    sources, objectives, instruments = (max(5, recommendations // part) for part in (50, 20, 10))
    numbers = iter(range(10**9))

    def text(words: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(words))

    def title(words: int) -> str:
        return f"{text(words)} {next(numbers)}"

    def day() -> str:
        return (date(2024, 1, 1) + timedelta(days=chance.randrange(500))).isoformat()

    out = ["catalogue:\n  title: Large\n  languages: [en, nl]\n  themes: [{id: talent, name: T}]\n"]
    out.append("sources:\n")
    out += (
        f"  - id: src-{at}\n    kind: report\n    title: {title(6)}\n"
        f"    publisher: {text(2)}\n    date: {day()}\n"
        for at in range(sources)
    )
    out.append("objectives:\n")
    out += (
        f"  - {{id: aim-{at}, title: {title(5)}, source: src-{at % sources}}}\n"
        for at in range(objectives)
    )
    out.append("instruments:\n")
    out += (
        f"  - id: ins-{at}\n    name: {{nl: {title(4)}, en: {title(4)}}}\n    kind: fund\n"
        f"    level: nl\n    owner: EZ\n    status:\n      - {{date: {day()}, "
        f"value: {chance.choice(['announced', 'adopted', 'in-progress'])}, "
        f"source: src-{at % sources}}}\n"
        for at in range(instruments)
    )
    out.append("recommendations:\n")
    out += (
        f"  - id: rec-{at}\n    source: src-{at % sources}\n"
        f"    title: {{nl: {title(8)}, en: {title(8)}}}\n    text: {text(30)}\n"
        f"    themes: [talent]\n    addressee: nl\n    evidence:\n"
        f"      - {{source: src-{at % sources}, locator: p. {at % 90}, quote: {text(9)}}}\n"
        for at in range(recommendations)
    )
    out.append("links:\n")
    kinds = {"rec": recommendations, "aim": objectives, "ins": instruments}
    joined: set[tuple[str, str]] = set()
    for at in range(3 * recommendations):
        ends = (("rec", "ins"), ("rec", "ins"), ("rec", "aim"), ("aim", "ins"))[at % 4]
        origin, target = (f"{kind}-{chance.randrange(kinds[kind])}" for kind in ends)
        if (origin, target) in joined:
            continue
        joined.add((origin, target))
        out.append(
            f"  - from: {origin}\n    to: {target}\n"
            f"    extent: {chance.choice(['full', 'partial', 'marginal'])}\n"
            f"    basis: inferred\n    rationale: {text(7)}\n"
            f"    evidence: [{{source: src-{at % sources}}}]\n"
        )
    return "".join(out)
