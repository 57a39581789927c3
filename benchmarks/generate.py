"""A large catalogue, the same on every machine."""

from __future__ import annotations

import random

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
