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
from unittest import mock

from dosa_trace.cli import main as dosa_trace
from dosa_trace.output.text import text

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

Every figure follows from these rules. Each has a small catalogue here, with what the program says
about it. The tests run them all. To try one, save its YAML after the start below as
`example.yaml`. Then type the command with `--catalog example.yaml`. For the meaning of the words,
see [words.md](words.md).

Each example continues from this start. A council asks for a computer in January 2024. A letter of
June says what the ministry does.

```yaml
{base}```
"""
BASE = """\
catalogue: {title: Example, languages: [en], themes: [{id: compute, name: Compute}]}
sources:
  - {id: advice, kind: report, title: Advice, publisher: Council, date: 2024-01-10}
  - {id: letter, kind: letter, title: Letter, publisher: Gazette, date: 2024-06-01}
  - {id: page, kind: web, title: A page, publisher: Agency, read: 2025-09-01}
  - {id: own, kind: report, title: Report, publisher: Ministry, date: 2024-06-01}
  - {id: news, kind: web, title: A news item, publisher: P, date: 2024-09, reliability: secondary}
  - {id: unread, kind: report, title: A plan, publisher: Council, date: 2024-01-10, seen: none}
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
DUE = "    targets: [{name: ready, due: 2025-06, date: 2024-06-01, source: letter}]\n"
ON = "--as-of 2026-01-01"
EACH = f"coverage --each {ON}"
EXAMPLES = (
    Example(
        "Covered",
        "A chain of supporting links, every one `full`, ends in an active or completed "
        "instrument. That means: adopted, in progress or completed. Covered does not mean that "
        "a budget covers it.",
        f"{ASK}{FUND}links:\n{link('ask', 'fund', 'full')}",
        (Asked(EACH, ("covered (analyst's judgement)",)),),
    ),
    Example(
        "Partly covered: a chain is as strong as its weakest link",
        "Every link is at least `partial`. The fund supports the objective in full, but the "
        "objective is only a part of the recommendation. Partial chains never add up to a full "
        "one.",
        f"{ASK}objectives:\n  - {{id: aim, title: More computers, source: letter}}\n{FUND}links:\n"
        f"{link('ask', 'aim', 'partial')}{link('aim', 'fund', 'full')}",
        (Asked(f"why ask {ON}", ("partly covered", "The fund: partial", "◄")),),
    ),
    Example(
        "Touched on only",
        "A chain with a `marginal` link only touches on the recommendation, which stays open.",
        f"{ASK}{FUND}links:\n{link('ask', 'fund', 'marginal')}",
        (Asked(f"gaps {ON}", ("touched on only", "(fund)")),),
    ),
    Example(
        "Planned, and ended instruments",
        "The only instrument is announced. Once it has stopped, it supports nothing.",
        f"{ASK}instruments:\n{instrument('school', 'announced', STOPS)}"
        f"links:\n{link('ask', 'school', 'full')}",
        (
            Asked("coverage --each --as-of 2025-01-01", ("planned (analyst's judgement)",)),
            Asked("gaps --as-of 2025-12-31", ("(school) is stopped (1 March 2025)",)),
        ),
    ),
    Example(
        "Declined, next to an instrument",
        "A recommendation is declined when no instrument supports it and the last response is "
        "*rejected* or *existing policy*. Where an instrument does support it, the response is "
        "shown next to the state.",
        "recommendations:\n"
        "  - id: ask\n    source: advice\n    title: Build a computer\n    responses:\n"
        "      - {date: 2024-06-01, value: rejected, source: letter}\n"
        "  - id: teach\n    source: advice\n    title: Teach people\n    responses:\n"
        "      - {date: 2024-06-01, value: rejected, source: letter}\n"
        f"{FUND}links:\n{link('teach', 'fund', 'partial')}",
        (
            Asked(
                EACH,
                ("declined Build a computer", "partly covered (analyst's judgement) Teach people"),
            ),
        ),
    ),
    Example(
        "A joint group counts as a whole",
        "Links that share a `joint` name count only together. One of the two instruments is "
        "only announced, so the recommendation is planned.",
        f"{ASK}{BOTH}links:\n{link('ask', 'fund', 'full', ', joint: both')}"
        f"{link('ask', 'school', 'full', ', joint: both')}",
        (Asked(EACH, ("planned (analyst's judgement)",)),),
    ),
    Example(
        "Sources, and an analyst's judgement",
        "Both count. The summary always shows how few recommendations count on sources only.",
        f"{ASK}{FUND}links:\n{link('ask', 'fund', 'full')}",
        (
            Asked(
                f"coverage --each --basis stated {ON}",
                ("open (not searched for) Build a computer",),
            ),
        ),
    ),
    Example(
        "The claim",
        "Every result begins with it. First: of how many recommendations a source says that "
        "they are fully covered, or that it is none. Then every other state that occurs. "
        "Last: how many of the covered, partly covered and planned ones have the same state "
        "by sources only. An analyst's judgement makes the first sentence no stronger.",
        f"{ASK}{FUND}links:\n{link('ask', 'fund', 'full')}",
        (
            Asked(
                f"coverage {ON}",
                ("No source says that the only recommendation is fully covered. It is covered by",),
            ),
        ),
    ),
    Example(
        "As of a date",
        "A recommendation is known from the date of its source, a status from its own date. A "
        "link is known from its `since`, or else from its earliest dated source reference. "
        "Without either, it is known from when both of its records are. A month counts from its "
        "last day. In May 2024 there was no instrument, at the end of June there was.",
        f"{ASK}{FUND}links:\n{link('ask', 'fund', 'full')}",
        (
            Asked("coverage --each --as-of 2024-05", ("open (not searched for) Build a computer",)),
            Asked("coverage --each --as-of 2024-06", ("covered (analyst's judgement)",)),
        ),
    ),
    Example(
        "Events in the order of the file",
        "The last known event in the file holds. An order that the dates contradict is an "
        "error. For two events of one day the file decides.",
        ASK
        + "instruments:\n"
        + instrument(
            more="      - {date: 2024-09-01, value: adopted, source: letter}\n"
            "      - {date: 2024-09-01, value: paused, source: letter}\n"
        )
        + f"links:\n{link('ask', 'fund', 'full')}",
        (
            Asked(
                "coverage --each --as-of 2024-08",
                ("covered (analyst's judgement) Build a computer (ask)",),
            ),
            Asked(f"gaps {ON}", ("The fund (fund) is paused (1 September 2024)",)),
        ),
    ),
    Example(
        "An event without a date",
        "A page without a date says that something is so, and not since when. Its event holds from "
        "the day on which somebody read the page. Before that day the event before it holds, or "
        "none. The state then changes, and is told as first seen: never as a change, and never as "
        "a time that something took.",
        ASK
        + "instruments:\n"
        + instrument(
            "school",
            "announced",
            "      - {read: 2025-09-01, value: in-progress, source: page}\n",
        )
        + f"links:\n{link('ask', 'school', 'full')}",
        (
            Asked("coverage --each --as-of 2025-08-31", ("planned (analyst's judgement)",)),
            Asked("coverage --each --as-of 2025-09-01", ("covered (analyst's judgement)",)),
            Asked(
                "changes --since 2025-09 --until 2025-12-31",
                ("First seen in this period (1)", "status in progress: The school"),
            ),
        ),
    ),
    Example(
        "The as-of date is about the world",
        "The as-of date asks what was true on that day, according to the current catalogue. "
        "Searches, reviews and challenges are work at the desk. They move no figure, whatever "
        "their date.",
        ASK + FUND + f"links:\n{link('ask', 'fund', 'full', DOUBT)}",
        (Asked(EACH, ("covered (analyst's judgement, challenged)",)),),
    ),
    Example(
        "A commitment",
        "A commitment stays a commitment, also after a later rejection. That there was none is "
        "known only from a response that was read whole. A draft is no response.",
        "recommendations:\n"
        "  - id: ask\n    source: advice\n    title: Build a computer\n    responses:\n"
        "      - {date: 2024-06-01, value: accepted, commitment: true, source: letter}\n"
        "  - id: teach\n    source: advice\n    title: Teach people\n    responses:\n"
        "      - {date: 2024-06-01, value: rejected, draft: true, source: letter}\n",
        (
            Asked(
                EACH,
                (
                    "open (not searched for) Build a computer (ask) accepted",
                    "open (not searched for) Teach people (teach)",
                ),
            ),
        ),
    ),
    Example(
        "Who responded",
        "Nobody is assumed to have responded. A response can name one or several responders. "
        "Otherwise the publisher of its source counts, if that organisation is in the catalogue, "
        "governs, and was addressed. Here the letter is published by a name that the catalogue "
        "does not know as an organisation.",
        "recommendations:\n"
        "  - id: ask\n    source: advice\n    title: Build a computer\n    addressee: nl\n"
        "    responses:\n      - {date: 2024-06-01, value: accepted, source: letter}\n",
        (Asked(f"why ask {ON}", ("responder not in the catalogue",)),),
    ),
    Example(
        "Which instruments cover",
        "The instruments are all those at the end of a chain that decides the state. Of a joint "
        "group these are all members, announced ones too. A weaker chain adds none: the school "
        "covers only a part.",
        ASK
        + FUND
        + instrument("school").removeprefix("instruments:\n")
        + f"links:\n{link('ask', 'fund', 'full')}{link('ask', 'school', 'partial')}",
        (Asked(EACH, ("covered (analyst's judgement) Build a computer (ask) The fund (fund)",)),),
    ),
    Example(
        "By responsible organisation or level",
        "For each: its active or completed instruments, what these cover, and what only these "
        "cover. Nobody is said to have left open what was never addressed to them.",
        ASK + FUND + f"links:\n{link('ask', 'fund', 'full')}",
        (Asked(f"coverage --by owner {ON}", ("Ministry 1 1 of 1 (100.0%) 1 of 1 (100.0%)",)),),
    ),
    Example(
        "Searched for, or not",
        "The two open recommendations are told apart. For one, the catalogue has a search. For the "
        "other it has none. A link that only touches on a recommendation is no search.",
        "recommendations:\n  - {id: ask, source: advice, title: Build a computer}\n"
        "  - {id: teach, source: advice, title: Teach people}\n"
        "searches:\n  - {id: s1, date: 2025-02-01, for: [instrument], covers: [ask], "
        "words: [computer]}\n",
        (Asked(EACH, ("open Build a computer", "open (not searched for) Teach people")),),
    ),
    Example(
        "Pre-dates the advice, and plans or monitoring only",
        "Two marks that change no state. Every instrument pre-dates the advice. And there are "
        "only kinds that carry nothing out, such as a vision.",
        f"{ASK}instruments:\n"
        "  - id: view\n    name: A view\n    kind: vision\n    level: nl\n    owner: Ministry\n"
        "    status: [{date: 2023-05-01, value: adopted, source: letter}]\n"
        f"links:\n{link('ask', 'view', 'partial')}",
        (
            Asked(
                EACH,
                ("pre-dates the advice, plans or monitoring only)",),
            ),
        ),
    ),
    Example(
        "An instrument without a recommendation",
        "No chain from a recommendation leads to it, to a part of it, or to the whole that it "
        "is part of.",
        f"{ASK}{BOTH}links:\n{link('ask', 'fund', 'marginal')}",
        (Asked(f"orphans {ON}", ("The school",)),),
    ),
    Example(
        "What if",
        "The states before and after, and which recommendations have another instrument left. "
        "Without the fund, only the announced school is left.",
        f"{ASK}{BOTH}links:\n{link('ask', 'fund', 'full')}{link('ask', 'school', 'full')}",
        (Asked(f"what-if --stop fund {ON}", ("covered ▼ planned The school",)),),
    ),
    Example(
        "What a state depends on",
        "There are two chains, so it takes two wrong judgements together. Or it takes one, "
        "where a single source says that both instruments exist.",
        f"{ASK}instruments:\n{instrument()}{instrument('school')}links:\n"
        f"{link('ask', 'fund', 'partial')}{link('ask', 'school', 'partial')}",
        (
            Asked(
                f"why ask {ON}",
                (
                    "The state drops if any one of these judgements or sources is wrong",
                    "Letter (source; letter)",
                ),
            ),
            Asked(
                "coverage --caveats --as-of 2026-01-01",
                ("1 of 1 (100.0%) keeps its state if any one",),
            ),
        ),
    ),
    Example(
        "What changed, and how long it took",
        "From the day before the period to its end, with the event and the state that it "
        "changed. It took 143 days from the advice to an active instrument.",
        f"{ASK}{FUND}links:\n{link('ask', 'fund', 'full')}",
        (
            Asked(
                "changes --since 2024-06 --until 2024-12-31",
                ("covered 0 of 1 0.0% 1 of 1 100.0%", "1 improved"),
            ),
            Asked(f"report --sections delays {ON}", ("instrument within 143 days",)),
        ),
    ),
    Example(
        "Money counts once",
        "The part is inside the whole, which has an amount at the same stage. Another source "
        "gives another amount for the same, so there is a range. What was spent is shown apart.",
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
                (
                    "what is covered 1 0 €10 (EUR 10, range 10 to 12; latest: 2024",
                    "parts of these instruments 1 0",
                ),
            ),
        ),
    ),
    Example(
        "Each amount stands in one row",
        "Each amount is in the row of the strongest state that its instrument supports. The "
        "school covers a part and decides nothing, because the fund does all. The desk only "
        "touches on it, and the lab has no recommendation. An undated amount counts from the "
        "day of reading.",
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
                    "what is covered 1 0 €10",
                    "total 1 0 €10",
                    "covers, decides no state 1 0 €4",
                    "touches on only 1 0 €2",
                    "no recommendation 1 0 €7",
                ),
            ),
            Asked("money --as-of 2024-12-31", ("what is covered 1 1",)),
        ),
    ),
    Example(
        "Due, late, or not known",
        "The latest plan of one name holds. Past its date a target is met or late only where a "
        "source says so, or late where its instrument is still only announced. Otherwise that is "
        "not known.",
        f"{ASK}instruments:\n"
        + instrument(more=DUE)
        + instrument("school", "announced", DUE)
        + f"links:\n{link('ask', 'fund', 'full')}",
        (
            Asked(
                f"due {ON}",
                (
                    "Late or still only announced (1)",
                    "The school, target: ready",
                    "still only announced, last in",
                    "Past, not known whether met (1)",
                    "The fund, target: ready",
                    "1 recommendation whose state depends on it",
                ),
            ),
        ),
    ),
    Example(
        "Self-reported only",
        "Of every instrument behind the state, only the responsible organisation or its government "
        "reports the status. The news item reports it of the school as well. It is secondary and "
        "passes on nobody's words, so it counts as a third party.",
        "recommendations:\n  - {id: ask, source: advice, title: Build a computer}\n"
        "  - {id: teach, source: advice, title: Teach people}\n"
        f"{FUND}{instrument('school')}".replace("source: letter", "source: own")
        + "      - {date: 2024-09-01, value: in-progress, source: news}\n"
        + f"links:\n{link('ask', 'fund', 'partial')}{link('teach', 'school', 'partial')}",
        (
            Asked(
                EACH,
                (
                    "partly covered (analyst's judgement, self-reported only)",
                    "partly covered (analyst's judgement)",
                ),
            ),
            Asked(
                f"coverage --by speaker {ON}",
                ("A third party 1 (50.0%)", "The responsible side itself 1 (50.0%)"),
            ),
        ),
    ),
    Example(
        "Source not read",
        "`seen` says how much of a source was read: `whole`, `part`, `head` or `none`. Without it "
        "that is not recorded. What a response itself says goes before what its source says.",
        "recommendations:\n  - id: ask\n    source: unread\n    title: Build a computer\n"
        "    responses:\n"
        "      - {date: 2024-06-01, value: noted, source: letter, seen: head}\n"
        "  - {id: teach, source: advice, title: Teach people}\n",
        (
            Asked(
                f"coverage --caveats {ON}",
                (
                    "Source not read read by nobody: 1 of 2 (50.0%); not recorded: 1 of 2 (50.0%)",
                    "Response not fully read only the opening read: 1 of 1 (100.0%)",
                ),
            ),
        ),
    ),
    Example(
        "Depends on one source",
        "Which source would lower most states if it were wrong? A link goes with its only source, "
        "an instrument with the source of its last status. The source of the recommendation "
        "itself is left out.",
        f"{ASK}{FUND}links:\n{link('ask', 'fund', 'partial')}",
        (
            Asked(
                f"coverage --caveats {ON}",
                ("Depends on one source 1 of 1 (100.0%) would have a lower state",),
            ),
        ),
    ),
    Example(
        "Second readings",
        "Somebody else than the maker of a link judges it: a reading. It moves no state. One that "
        "differs from the link counts as a challenge until there is a reply. A maker is no second "
        "reviewer of their own link.",
        f"{ASK}{FUND}links:\n  - from: ask\n    to: fund\n    extent: full\n    basis: inferred\n"
        "    rationale: It does that\n    by: A. Maker\n"
        "    readings: [{date: 2027-01-01, by: B. Reader, extent: partial, blind: true}]\n",
        (
            Asked(
                f"coverage --each {ON}",
                ("covered (analyst's judgement, challenged) Build a computer (ask)",),
            ),
        ),
    ),
    Example(
        "Agreement",
        "Of what two or more judged: how much all judged alike. The first judgement is the "
        "link itself, or the maker's own reading where the link was changed. A reader counts once, "
        "with the earliest reading. Kappa is Cohen's for two judges, Fleiss' for more. It stands "
        "with an interval of 95% from 2,000 samples, and not below twenty cases.",
        f"{ASK}{FUND}links:\n  - from: ask\n    to: fund\n    extent: full\n    basis: inferred\n"
        "    rationale: It does that\n    by: A. Maker\n"
        "    readings: [{date: 2027-01-01, by: B. Reader, extent: partial, blind: true}]\n",
        (
            Asked(
                f"agreement {ON}",
                ("0 of 1 cases (0.0%) that two or more judged were judged alike (extent).",),
            ),
        ),
    ),
    Example(
        "Which open recommendation comes first",
        "In this order: searched for, committed, accepted, most concrete, addressed, "
        "recommended by most, longest open. The commitment comes before what is more concrete.",
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
        # as wide as it takes, so that a line of an answer is one of the page
        with contextlib.redirect_stdout(printed), mock.patch.object(text, "PIPED", 1000):
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
