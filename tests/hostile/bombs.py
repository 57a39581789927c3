"""Small catalogues that would hold up who asks something of them: each holds one thing over and
over, `number` times. `python -m benchmarks.bombs` asks every command of the largest."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

HEAD = (
    "catalogue: {title: T, languages: [en]}\n"
    "sources:\n  - {id: s, kind: report, title: Report, publisher: P, date: 2009, text: s.txt}\n"
)
INSTRUMENT = (
    "  - {{id: i{0}, name: Instrument {0}, kind: fund, level: nl, owner: O, {1}"
    "status: [{{date: 2021, value: adopted, source: s}}]}}\n"
)


def link(origin: str, target: str, more: str = "") -> str:
    told = "basis: inferred, extent: partial, rationale: x"
    return f"  - {{from: {origin}, to: {target}, {told}{more}}}\n"


def catalogue(
    aims: int, links: Iterable[str], instruments: str = "", asked: int = 1, responses: str = ""
) -> str:
    """So many recommendations and objectives, what leads to what, and the instruments."""
    objectives = "".join(f"  - {{id: o{at}, title: Aim {at} of many}}\n" for at in range(aims))
    recommendations = "".join(
        f"  - {{id: r{at}, source: s, title: Advice {at} that was given{responses}}}\n"
        for at in range(asked)
    )
    return (
        f"{HEAD}recommendations:\n{recommendations}"
        f"{'objectives:' if aims else ''}\n{objectives}"
        f"instruments:\n{instruments or INSTRUMENT.format(0, '')}links:\n{''.join(links)}"
    )


def harmless(number: int) -> str:
    """As many links as the others have, and nothing beyond them."""
    count = number // 3
    return catalogue(
        0, (link(f"r{at}", f"i{at}") for at in range(count)),
        "".join(INSTRUMENT.format(at, "") for at in range(count)), count,
    )  # fmt: skip


def chain(number: int) -> str:
    steps = (link(f"o{at}", f"o{at + 1}") for at in range(number - 1))
    return catalogue(number, (link("r0", "o0"), *steps, link(f"o{number - 1}", "i0")))


def circle(number: int) -> str:
    steps = (link(f"o{at}", f"o{(at + 1) % number}") for at in range(number))
    return catalogue(number, (link("r0", "o0"), *steps, link(f"o{number // 2}", "i0")))


def ladder(number: int) -> str:
    """Each rung leads to both ends of the next: two to the power of its height chains."""
    rungs = number // 4
    steps = (
        link(f"o{2 * at + one}", f"o{2 * at + 2 + other}")
        for at in range(rungs - 1) for one in (0, 1) for other in (0, 1)
    )  # fmt: skip
    return catalogue(2 * rungs, (link("r0", "o0"), *steps, link(f"o{2 * rungs - 2}", "i0")))


def joint_groups(number: int) -> str:
    """A chain of joint groups, each of which needs what stands beside it."""
    count = number // 4
    steps = (
        one
        for at in range(count)
        for one in (
            link(f"o{2 * at}", f"o{2 * at + 1}", ", joint: g"),
            link(f"o{2 * at}", f"o{2 * at + 2}", ", joint: g"),
            link(f"o{2 * at + 1}", "i0"),
        )
    )
    return catalogue(2 * count + 1, (link("r0", "o0"), *steps, link(f"o{2 * count}", "i0")))


def statuses(number: int) -> str:
    """A new status every day, each of which turns what rests on it."""
    first = date(2010, 1, 1)
    events = ", ".join(
        f"{{date: {first + timedelta(at)}, value: {('adopted', 'paused')[at % 2]}, source: s}}"
        for at in range(number)
    )
    own = f"  - {{id: i0, name: I, kind: fund, level: nl, owner: O, status: [{events}]}}\n"
    return catalogue(0, [link("r0", "i0")], own)


def responses(number: int) -> str:
    first = date(2010, 1, 1)
    events = ", ".join(
        f"{{date: {first + timedelta(at)}, value: {('rejected', 'noted')[at % 2]}, source: s}}"
        for at in range(number)
    )
    return catalogue(0, [link("r0", "i0")], responses=f", responses: [{events}]")


def parts(number: int) -> str:
    """Each instrument is part of the next."""
    own = (INSTRUMENT.format(at, f"part_of: i{at + 1}, ") for at in range(number))
    return catalogue(0, [link("r0", "i0")], "".join((*own, INSTRUMENT.format(number, ""))))


def near_titles(number: int) -> str:
    """Titles that differ in one word, and these words by some letters."""
    letters = "abcdefghij"
    words = ("".join(letters[int(digit)] * 5 for digit in f"{at:04}") for at in range(number))
    own = (
        INSTRUMENT.format(at, "").replace(f"Instrument {at},", f"one two three four {word},")
        for at, word in enumerate(words)
    )
    return catalogue(0, [link("r0", "i0")], "".join(own))


def one_word(number: int) -> str:
    """A word as long as all else would be, of letters that a stemmer looks at many times."""
    return catalogue(
        0, [link("r0", "i0")], INSTRUMENT.format(0, f"description: {'yi' * (number * 40)}, ")
    )


def quotes(number: int) -> str:
    """Quotes that nearly stand in a text of the same words (`TEXT`)."""
    evidence = ", ".join(f"{{source: s, quote: {'a ' * 14}b{at}}}" for at in range(number))
    return catalogue(0, [link("r0", "i0", f", evidence: [{evidence}]")])


def dangling(number: int) -> str:
    """A mistake in each record, and an id like hundreds that there are."""
    return catalogue(0, (link(f"r{at}", f"ii{at}") for at in range(number)), asked=number)


def long_titles(number: int) -> str:
    """One title of many words."""
    name = " ".join(f"w{at}" for at in range(number * 10))
    return catalogue(0, [link("r0", "i0")], INSTRUMENT.format(0, "").replace("Instrument 0", name))


def near_ids(number: int) -> str:
    """Links to ids that are nearly those on file, and nearly each other."""
    own = (INSTRUMENT.format(at, "").replace(f"id: i{at}", f"id: {'a' * 90}{at}")
           for at in range(number))  # fmt: skip
    return catalogue(0, (link("r0", f"{'a' * 89}b{at}") for at in range(number)), "".join(own))


def marks(number: int) -> str:
    """Text in which every letter could begin something."""
    odd = INSTRUMENT.format(0, f"description: '{'a@' * number * 20}', ")
    return catalogue(
        0, [link("r0", "i0")], odd.replace("Instrument 0", "'" + '"; ' * (number * 20) + "x'")
    )


def chains_to_and_fro(number: int) -> str:
    """A chain of which each link leads back as well."""
    count = number // 2
    steps = (
        one
        for at in range(count - 1)
        for one in (link(f"o{at}", f"o{at + 1}"), link(f"o{at + 1}", f"o{at}"))
    )
    return catalogue(count, (link("r0", "o0"), *steps, link(f"o{count - 1}", "i0")))


Bomb = Callable[[int], str]
BOMBS: Mapping[str, Bomb] = {
    one.__name__: one
    for one in (chain, circle, ladder, joint_groups, statuses, responses, parts, near_titles,
                one_word, quotes, dangling, long_titles, near_ids, marks, chains_to_and_fro)
}  # fmt: skip
#: The archived text of the one source of each.
TEXT = "a " * 44_000 + " " * 12_000 + "end"

ON = ("--as-of", "2026-11-23")
#: Every command that only asks, in the shapes that are made in ways of their own.
ASKED: Mapping[str, Sequence[str]] = {
    "coverage": ("coverage", *ON), "coverage by owner": ("coverage", "--by", "owner", *ON),
    "gaps": ("gaps", "--all", *ON), "orphans": ("orphans", *ON), "cross": ("cross", *ON),
    "money": ("money", *ON), "due": ("due", *ON),
    "changes": ("changes", "--since", "2010-01-01", *ON),
    "agreement": ("agreement", *ON),
    "what-if": ("what-if", *ON), "what-if --stop": ("what-if", "--stop", "i0", *ON),
    "why a recommendation": ("why", "r0", *ON), "why an instrument": ("why", "i0", *ON),
    "show": ("show", "i0"), "suggest": ("suggest", *ON), "list": ("list", "links"),
    "matrix": ("matrix", *ON),
    "matrix against objectives": ("matrix", "--against", "objectives", *ON),
    "graph": ("graph", "-f", "svg", *ON), "report": ("report", *ON, "-f", "markdown"),
    "page": ("report", *ON, "-f", "html"), "Word": ("report", *ON, "-o", "out.docx"),
    "Excel": ("report", *ON, "-o", "out.xlsx"), "fill": ("fill", "--list", *ON),
    "export": ("export", *ON, "-o", "out.db"),
    "sheet": ("sheet", "--all", "-o", "sheet.xlsx"),
    "check": ("check", *ON), "diff": ("diff", "--from", "given.yaml", "--to", "given.yaml", *ON),
}  # fmt: skip

#: Answers command lines, each in a process of its own that has everything loaded, and says what
#: each cost: seconds of the processor, bytes at most, exit status, and whether it broke.
MEASURED = """
import gc, importlib, json, os, pkgutil, sys
import dosa_trace
for one in pkgutil.walk_packages(dosa_trace.__path__, "dosa_trace."):
    if not one.name.endswith("__main__"):
        importlib.import_module(one.name)
import docx, jinja2, openpyxl, rich.console, rich.table, rich.tree
from dosa_trace.cli import main
gc.collect(); gc.freeze(); gc.disable()
told = {}
for name, words in json.loads(sys.argv[1]).items():
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(os.open("errors", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
        os._exit(main(words))
    _, status, used = os.wait4(child, 0)
    with open("errors", errors="replace") as file:
        errors = file.read()
    broke = "went wrong inside" in errors or "Traceback" in errors
    cpu = used.ru_utime + used.ru_stime
    told[name] = [cpu, used.ru_maxrss, os.waitstatus_to_exitcode(status), broke]
print(json.dumps(told))
"""
Costs = Mapping[str, tuple[float, int, int, bool]]


def costs(folder: Path, text: str, asked: Mapping[str, Sequence[str]] = ASKED) -> Costs:
    """What each command costs of a catalogue; loading the program is left out."""
    folder.mkdir(exist_ok=True)
    (folder / "given.yaml").write_text(text, encoding="utf-8")
    (folder / "s.txt").write_text(TEXT, encoding="utf-8")
    environment = {**os.environ, "DOSA_TRACE_CATALOG": "given.yaml", "DOSA_TRACE_LANG": "en"}
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, json.dumps(asked)], cwd=folder, env=environment,
        capture_output=True, text=True, check=True, timeout=900,
    )  # fmt: skip
    return {name: tuple(one) for name, one in json.loads(done.stdout).items()}
