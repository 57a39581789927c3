"""Every check finds its own failing example, and nothing in its mended one."""

from __future__ import annotations

import pkgutil
import re
from pathlib import Path
from textwrap import dedent

import pytest

from dosa_trace import checks
from dosa_trace.catalog.loader import load_catalog
from dosa_trace.checks.base import Check
from dosa_trace.checks.registry import CHECKS, RULES, check

WORLD = """\
sources:
  - {id: nota, kind: nota, title: Nota, publisher: EZ, date: 2025-06, text: texts/nota.txt}
  - {id: factsheet, kind: factsheet, title: Factsheet, publisher: UvA, date: 2025-04-23}
recommendations:
  - {id: fs-talent, source: factsheet, title: Talent}
objectives:
  - {id: aim-talent, title: Talent}
  - {id: aim-skills, title: Skills}
"""
INSTRUMENTS = {
    "agdb": "in-progress",
    "ained": "in-progress",
    "old-plan": "stopped",
}


def world(folder: Path, example: str) -> Path:
    """A small catalogue with what the examples speak of, and one example."""
    (folder / "texts").mkdir()
    (folder / "texts" / "nota.txt").write_text(
        "The cabinet wants more AI talent\nand one two three four five and so on to\n"
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen\n"
        "sixteen.\n",
        encoding="utf-8",
    )
    instruments = "instruments:\n" + "".join(
        f"  - id: {name}\n    name: N\n    kind: fund\n    level: nl\n    owner: EZ\n"
        f"    status: [{{date: 2023-02-03, value: {value}, source: nota}}]\n"
        for name, value in INSTRUMENTS.items()
        if f"id: {name}\n" not in example
    )
    (folder / "world.yaml").write_text(WORLD + instruments, encoding="utf-8")
    (folder / "example.yaml").write_text(example, encoding="utf-8")
    return folder


def examples(one: Check) -> tuple[str, str]:
    found = re.search(r"^Fails:\n\n(.*?)^Mended:\n\n(.*)", one.manual, re.DOTALL | re.MULTILINE)
    assert found is not None, f"{one.rule.name} has no failing and mended example"
    return dedent(found[1]), dedent(found[2])


def codes(folder: Path) -> list[tuple[str, str]]:
    catalog, reading = load_catalog(folder)
    report = check(catalog, reading)
    return [(one.code, one.span.file) for one in report.diagnostics]


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.rule.name)
def test_the_failing_example_fails_and_the_mended_one_does_not(one: Check, tmp_path: Path) -> None:
    fails, mended = examples(one)
    (tmp_path / "fails").mkdir()
    (tmp_path / "mended").mkdir()
    found = codes(world(tmp_path / "fails", fails))
    assert (one.rule.code, "example.yaml") in found
    assert one.rule.code not in [code for code, _ in codes(world(tmp_path / "mended", mended))]


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.rule.name)
def test_a_manual_says_what_and_why(one: Check) -> None:
    what, *why = one.manual.split("Fails:")[0].strip().split("\n\n")
    assert what.endswith(".")
    assert len(what) < 120
    assert why or one.rule.name == "part-of-cycle"


def test_every_module_is_registered_once_in_the_order_of_its_code() -> None:
    modules = {one.name for one in pkgutil.iter_modules(checks.__path__)} - {
        "base",
        "circles",
        "registry",
        "soundness",
    }
    registered = {one.find.__module__.rpartition(".")[2] for one in CHECKS}
    assert registered == modules
    for names in ([rule.code for rule in RULES], [rule.name for rule in RULES]):
        assert len(set(names)) == len(names)
