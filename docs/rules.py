"""The page of rules, `docs/rules.md`: each with a small catalogue and what the program says of it.

`python -m docs.rules` writes it anew. An example names the words that the answer must have, so that
what the page claims is held against what the program says.
"""

from __future__ import annotations

import contextlib
import io
import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dosa_trace.cli import main as dosa_trace

PAGE = Path(__file__).parent / "rules.md"


class Asked(NamedTuple):
    """A command line without the name of the program, and the words of which each stands in one
    line of the answer."""

    command: str
    lines: tuple[str, ...]


class Example(NamedTuple):
    title: str
    text: str
    yaml: str
    asked: tuple[Asked, ...]


HEAD = """# The rules, each with an example

Every figure follows from these rules. Each stands here with a small catalogue and with what the
program says of it; the tests run them all. To try one, save its YAML behind the beginning below as
`example.yaml`, and type the command with `--catalog example.yaml`. What the words mean,
[format.md](format.md) says.

Each example goes on from this: a council asks for a computer in January 2024, and a letter of June
says what the ministry does.

```yaml
{base}```
"""
BASE = """\
catalogue: {title: Example, languages: [en], themes: [{id: compute, name: Compute}]}
sources:
  - {id: advice, kind: report, title: Advice, publisher: Council, date: 2024-01-10}
  - {id: letter, kind: letter, title: Letter, publisher: Ministry, date: 2024-06-01}
"""
ASK = (
    "recommendations:\n  - {id: ask, source: advice, title: Build a computer, themes: [compute]}\n"
)


def instrument(name: str = "fund", status: str = "in-progress", more: str = "") -> str:
    return (
        f"  - id: {name}\n    name: The {name}\n    kind: fund\n    level: nl\n    owner: "
        f"Ministry\n"
        f"    status:\n      - {{date: 2024-06-01, value: {status}, source: letter}}\n{more}"
    )


def link(origin: str, target: str, extent: str, more: str = "") -> str:
    return (
        f"  - {{from: {origin}, to: {target}, extent: {extent}, basis: inferred, "
        f"rationale: It does that{more}}}\n"
    )


FUND = f"instruments:\n{instrument()}"
BOTH = f"instruments:\n{instrument()}{instrument('school', 'announced')}"
DOUBT = ", doubts: [{date: 2027-01-01, text: Only a part of it}]"
STOPS = "      - {date: 2025-03-01, value: stopped, source: letter}\n"
ON = "--as-of 2026-01-01"
EACH = f"coverage --each {ON}"
EXAMPLES = (
    Example(
        "Covered",
        "A chain of supporting links, every one `full`, ends in a live instrument: one that is "
        "adopted, in progress or completed.",
        f"{ASK}{FUND}links:\n{link('ask', 'fund', 'full')}",
        (Asked(EACH, ("covered (inferred)",)),),
    ),
    Example(
        "Partly covered: a chain is as strong as its weakest link",
        "Every link is at least `partial`. The aim is answered in full, but it answers only a part "
        "of what was asked; partial chains never add up to a full one.",
        f"{ASK}objectives:\n  - {{id: aim, title: More computers, source: letter}}\n{FUND}links:\n"
        f"{link('ask', 'aim', 'partial')}{link('aim', 'fund', 'full')}",
        (Asked(f"why ask {ON}", ("partly covered", "The fund: partial", "◄")),),
    ),
    Example(
        "A gap that is mentioned",
        "A chain with a `marginal` link mentions what was asked and answers none of it: the "
        "recommendation stays a gap.",
        f"{ASK}{FUND}links:\n{link('ask', 'fund', 'marginal')}",
        (Asked(f"gaps {ON}", ("mentioned", "(fund) is marginal")),),
    ),
    Example(
        "Planned, and what has ended carries nothing",
        "Only something announced stands behind it, or, once that has stopped, nothing does.",
        f"{ASK}instruments:\n{instrument('school', 'announced', STOPS)}"
        f"links:\n{link('ask', 'school', 'full')}",
        (
            Asked("coverage --each --as-of 2025-01-01", ("planned (inferred)",)),
            Asked("gaps --as-of 2025-12-31", ("(school) is stopped (2025-03-01)",)),
        ),
    ),
    Example(
        "Declined, beside what there is",
        "Declined is what nothing stands behind and the last response rejects, or says is existing "
        "policy. Where something does stand behind it the refusal is shown beside the state.",
        "recommendations:\n"
        "  - id: ask\n    source: advice\n    title: Build a computer\n    responses:\n"
        "      - {date: 2024-06-01, value: rejected, source: letter}\n"
        "  - id: teach\n    source: advice\n    title: Teach people\n    responses:\n"
        "      - {date: 2024-06-01, value: rejected, source: letter}\n"
        f"{FUND}links:\n{link('teach', 'fund', 'partial')}",
        (Asked(EACH, ("declined Build a computer", "partly covered (inferred) Teach people")),),
    ),
    Example(
        "A joint group counts as a whole",
        "Links that share a `joint` name count only together. One of the two is only announced, so "
        "the group makes the recommendation planned, and no more.",
        f"{ASK}{BOTH}links:\n{link('ask', 'fund', 'full', ', joint: both')}"
        f"{link('ask', 'school', 'full', ', joint: both')}",
        (Asked(EACH, ("planned (inferred)",)),),
    ),
    Example(
        "What a source states, and what an analyst infers",
        "Both count, and the summary always shows how few count on what sources say alone.",
        f"{ASK}{FUND}links:\n{link('ask', 'fund', 'full')}",
        (Asked(f"coverage --each --basis stated {ON}", ("gap Build a computer",)),),
    ),
    Example(
        "As of a date",
        "A recommendation is known from its source's date, a link from its `since`, else from its "
        "earliest dated evidence, else from when both of its ends are, a status from its own "
        "date. A month counts from its last day: in May 2024 nothing stood behind it, at the end "
        "of June something did.",
        f"{ASK}{FUND}links:\n{link('ask', 'fund', 'full')}",
        (
            Asked("coverage --each --as-of 2024-05", ("gap Build a computer",)),
            Asked("coverage --each --as-of 2024-06", ("covered (inferred)",)),
        ),
    ),
    Example(
        "Events in the order of the file",
        "The last known one in the file holds; an order that their dates contradict is an error. "
        "Between two of one day the file decides.",
        ASK
        + "instruments:\n"
        + instrument(
            more="      - {date: 2024-09-01, value: adopted, source: letter}\n"
            "      - {date: 2024-09-01, value: paused, source: letter}\n"
        )
        + f"links:\n{link('ask', 'fund', 'full')}",
        (
            Asked(
                "coverage --each --as-of 2024-08", ("covered (inferred) Build a computer (ask)",)
            ),
            Asked(f"gaps {ON}", ("The fund (fund) is paused (2024-09-01)",)),
        ),
    ),
    Example(
        "As of is about the world",
        "A date asks what was so on it, by all that is on file now. When somebody searched, "
        "reviewed a link or doubted it is work at the desk: it moves no figure, whatever the date.",
        ASK + FUND + f"links:\n{link('ask', 'fund', 'full', DOUBT)}",
        (Asked(EACH, ("covered (inferred, doubted) Build a computer (ask)",)),),
    ),
    Example(
        "A commitment",
        "A response that commits government stays a commitment, also after a later rejection. That "
        "there was none is known only from an answer that was read whole; a draft answers nothing.",
        "recommendations:\n"
        "  - id: ask\n    source: advice\n    title: Build a computer\n    responses:\n"
        "      - {date: 2024-06-01, value: accepted, commitment: true, source: letter}\n"
        "  - id: teach\n    source: advice\n    title: Teach people\n    responses:\n"
        "      - {date: 2024-06-01, value: rejected, draft: true, source: letter}\n",
        (
            Asked(
                EACH,
                (
                    "gap (not searched) Build a computer (ask) accepted (2024-06-01, pledge)",
                    "gap (not searched) Teach people (teach)",
                ),
            ),
        ),
    ),
    Example(
        "Which instruments answer",
        "All that end a chain which gives the state, of a joint group all its members, live and "
        "announced alike. What a stronger chain makes needless is not "
        "among them: the school answers only a part.",
        ASK
        + FUND
        + instrument("school").removeprefix("instruments:\n")
        + f"links:\n{link('ask', 'fund', 'full')}{link('ask', 'school', 'partial')}",
        (Asked(EACH, ("covered (inferred) Build a computer (ask) The fund (fund) no response",)),),
    ),
    Example(
        "By owner or level",
        "Of each: what is live, what that answers, and what only it does. Of nobody is it said "
        "that he left open what he was never asked.",
        ASK + FUND + f"links:\n{link('ask', 'fund', 'full')}",
        (Asked(f"coverage --by owner {ON}", ("Ministry 1 1 of 1 (100.0 %) 1 of 1 (100.0 %)",)),),
    ),
    Example(
        "Searched, or not",
        "A gap for which a search is on file, or from which any supporting link leads, is told "
        "apart from one that nobody looked into.",
        "recommendations:\n  - {id: ask, source: advice, title: Build a computer}\n"
        "  - {id: teach, source: advice, title: Teach people}\n"
        "searches:\n  - {id: s1, date: 2025-02-01, for: [instrument], covers: [ask], "
        "words: [computer]}\n",
        (Asked(EACH, ("gap Build a computer", "gap (not searched) Teach people")),),
    ),
    Example(
        "Older, and no act",
        "Two marks that change no state: it rests only on what was there before it was asked, and "
        "only on kinds that do not act, such as a vision.",
        f"{ASK}instruments:\n"
        "  - id: view\n    name: A view\n    kind: vision\n    level: nl\n    owner: Ministry\n"
        "    status: [{date: 2023-05-01, value: adopted, source: letter}]\n"
        f"links:\n{link('ask', 'view', 'partial')}",
        (Asked(EACH, ("partly covered (inferred, older, no act)",)),),
    ),
    Example(
        "An orphan",
        "A live or announced instrument that no chain from a recommendation reaches, neither "
        "itself nor a part of it, nor the whole that it is part of.",
        f"{ASK}{BOTH}links:\n{link('ask', 'fund', 'marginal')}",
        (Asked(f"orphans {ON}", ("The school",)),),
    ),
    Example(
        "What if",
        "The state before and after, and what keeps a second leg: without the fund the school, "
        "which is only announced, is what is left.",
        f"{ASK}{BOTH}links:\n{link('ask', 'fund', 'full')}{link('ask', 'school', 'full')}",
        (Asked(f"what-if --stop fund {ON}", ("covered ▼ planned The school",)),),
    ),
    Example(
        "What a state hangs on",
        "Two chains: it takes two wrong inferences together, or one where a single source says "
        "that both instruments run.",
        f"{ASK}instruments:\n{instrument()}{instrument('school')}links:\n"
        f"{link('ask', 'fund', 'partial')}{link('ask', 'school', 'partial')}",
        (
            Asked(
                f"why ask {ON}",
                ("One wrong judgement would lower the state", "Letter (source; letter)"),
            ),
            Asked(
                "coverage --as-of 2026-01-01", ("1 of 1 answered (100.0 %) stand, whichever it is",)
            ),
        ),
    ),
    Example(
        "What changed, and how long it took",
        "From the day before to the end of the period, with what moved what. It took 143 days from "
        "asking to something live.",
        f"{ASK}{FUND}links:\n{link('ask', 'fund', 'full')}",
        (
            Asked(
                "changes --since 2024-06 --until 2024-12-31",
                ("covered 0 of 1 0.0 % 1 of 1 100.0 %", "became in progress: The fund"),
            ),
            Asked(f"report --sections delays {ON}", ("something live within 143 days",)),
        ),
    ),
    Example(
        "Money counts once",
        "The part is inside the whole, which has an amount of the same stage; another source gives "
        "another amount for the same, which makes a range; what was spent stands apart.",
        f"{ASK}instruments:\n"
        + instrument(
            more="    budgets:\n"
            "      - {amount: 10, currency: EUR, stage: announced, date: 2024, source: letter}\n"
            "      - {amount: 12, currency: EUR, stage: announced, date: 2024, source: advice, "
            "counts: false}\n"
            "      - {amount: 3, currency: EUR, stage: spent, date: 2025, source: letter}\n"
        )
        + instrument(
            "desk",
            more="    part_of: fund\n    budgets:\n"
            "      - {amount: 4, currency: EUR, stage: announced, date: 2024, source: letter}\n",
        )
        + f"links:\n{link('ask', 'fund', 'full')}",
        (
            Asked(
                f"money {ON}",
                ("what is covered 1 0 € 10 (EUR 10 (10 to 12)) € 3", "parts of these 1 0"),
            ),
        ),
    ),
    Example(
        "Each amount stands in one row",
        "Under the strongest state that its instrument supports. The school answers a part and "
        "decides nothing, because the fund does all; the desk is only mentioned, and nobody asked "
        "for the lab. What bears only a day of reading counts from that day.",
        f"{ASK}instruments:\n"
        + "".join(
            instrument(
                name,
                more=f"    budgets:\n      - {{amount: {amount}, currency: EUR, stage: announced, "
                f"read: 2025-01-01, source: letter}}\n",
            )
            for name, amount in (("fund", 10), ("school", 4), ("desk", 2), ("lab", 7))
        )
        + "links:\n"
        + "".join(
            link("ask", name, extent)
            for name, extent in (("fund", "full"), ("school", "partial"), ("desk", "marginal"))
        ),
        (
            Asked(
                f"money {ON}",
                (
                    "what is covered 1 0 € 10",
                    "total 1 0 € 10",
                    "answers, and decides no state 1 0 € 4",
                    "nothing: only mentions 1 0 € 2",
                    "nothing: orphaned 1 0 € 7",
                ),
            ),
            Asked("money --as-of 2024-12-31", ("what is covered 1 1",)),
        ),
    ),
    Example(
        "Which gap first",
        "What somebody looked into, pledged, accepted, most concrete, addressed, asked by most, "
        "longest open, in this order: the pledge wins from what is more concrete.",
        "recommendations:\n"
        "  - {id: concrete, source: advice, title: Build one in Delft, specificity: 5}\n"
        "  - id: pledged\n    source: advice\n    title: Build a computer\n    responses:\n"
        "      - {date: 2024-06-01, value: noted, commitment: true, source: letter}\n"
        "searches:\n  - {id: s1, date: 2025-02-01, for: [instrument], covers: [concrete, "
        "pledged]}\n",
        (Asked(f"gaps {ON}", ("Build a computer (pledged)", "Build one in Delft (concrete)")),),
    ),
)


def answer(command: str, catalogue: str) -> list[str]:
    """The lines that a command prints about a catalogue."""
    printed = io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.yaml"
        path.write_text(catalogue, encoding="utf-8")
        with contextlib.redirect_stdout(printed):
            status = dosa_trace([*shlex.split(command), "--catalog", str(path), "-q"])
    if status:
        raise ValueError(f"{command} ended with {status}")
    return printed.getvalue().splitlines()


def said(asked: Asked, catalogue: str) -> Iterator[str]:
    """The lines of the answer that the example names; raises ValueError where one is not there, or
    not in this order."""
    lines = iter(answer(asked.command, catalogue))
    for words in asked.lines:
        yield next((line for line in lines if words in " ".join(line.split())), "") or _missing(
            asked, words
        )


def _missing(asked: Asked, words: str) -> str:
    raise ValueError(f"{asked.command} does not say, or not in this order: {words}")


def page() -> str:
    """The whole page, with what the program says now."""
    parts = [HEAD.format(base=BASE)]
    for one in EXAMPLES:
        parts.append(f"\n## {one.title}\n\n{one.text}\n\n```yaml\n{one.yaml}```\n")
        for asked in one.asked:
            lines = "\n".join(line.rstrip() for line in said(asked, BASE + one.yaml))
            parts.append(f"\n```console\n$ dosa-trace {asked.command}\n…\n{lines}\n```\n")
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
