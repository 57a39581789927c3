"""Every rule finds its own failing example, and no rule finds anything in a mended one."""

from __future__ import annotations

import pkgutil
from datetime import date
from pathlib import Path

import pytest

from dosa_trace import checks
from dosa_trace.analysis.coverage.snapshot import mismatches, terms
from dosa_trace.catalog.facts.reviews import review_digest
from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.text.files import JOURNAL
from dosa_trace.checks.manual import Manual
from dosa_trace.checks.registry import FINDERS, RULES, RulePage, check, rule_pages
from dosa_trace.checks.snapshot_differs import findings
from dosa_trace.graph import TraceGraph

WORLD = """\
sources:
  - {id: nota, kind: nota, title: Nota, publisher: EZ, date: 2025-08-21, text: texts/nota.txt}
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
        f"  - id: {name}\n    name: {name}\n    kind: fund\n    level: nl\n    owner: EZ\n"
        f"    status: [{{date: 2023-02-03, value: {value}, source: nota}}]\n"
        for name, value in INSTRUMENTS.items()
        if f"id: {name}\n" not in example
    )
    (folder / "world.yaml").write_text(WORLD + instruments, encoding="utf-8")
    (folder / "example.yaml").write_text(example, encoding="utf-8")
    return folder


def write(folder: Path, code: str, example: str) -> None:
    """An example as the page of its rule describes it, where text alone cannot."""
    path = folder / "example.yaml"
    match code:
        case "DT011" if example.startswith("(a folder"):
            path.unlink()
            path.mkdir()
        case "DT012" if "a million letters" in example:
            path.write_text(example.replace("(a million letters)", "a" * 1_000_001))
        case "DT013" if example.startswith("(a link"):
            path.unlink()
            path.symlink_to(folder.parent / "elsewhere.yaml")
        case "DT014" if example.startswith("(a file"):
            path.unlink()
            (folder / JOURNAL).touch()
        case "DT008" if "Latin-1" in example:
            path.write_bytes(example.encode("latin-1"))
        case "DT108":
            (folder / "catalogue.yaml").write_text("catalogue: {title: C, languages: [en]}\n")
        case "DT311" | "DT312" | "DT313":
            catalog, _ = load_catalog(folder)
            digest = review_digest(catalog, catalog.links[0])
            path.write_text(example.replace("DIGEST", digest), encoding="utf-8")
        case "DT114" if "[]" in example:
            (folder / "world.yaml").unlink()
        case "DT009":
            path.write_text(example.replace("(U+200B)", "\u200b"), encoding="utf-8")


def codes(folder: Path) -> list[tuple[str, str]]:
    catalog, reading = load_catalog(folder)
    example = folder / "example.yaml"
    text = example.read_text(encoding="utf-8", errors="replace") if example.is_file() else ""
    if text.startswith("# dosa-trace snapshot"):
        when = terms(text)
        assert when is not None
        example.write_text("", encoding="utf-8")
        graph = TraceGraph(load_catalog(folder)[0], as_of=when.as_of, basis=when.basis)
        catalog, reading = load_catalog(folder)
        reading += tuple(findings("example.yaml", "", mismatches(text, graph)))
    report = check(catalog, reading, date(2026, 11, 23))
    return [(one.code, one.span.file) for one in report.diagnostics]


@pytest.mark.parametrize("page", rule_pages(), ids=lambda page: page.rule.name)
def test_the_failing_example_fails_and_the_mended_one_does_not(
    page: RulePage, tmp_path: Path
) -> None:
    code = page.rule.code
    for name, example in (("fails", page.manual.wrong), ("mended", page.manual.right)):
        (tmp_path / name).mkdir()
        world(tmp_path / name, example)
        write(tmp_path / name, code, example)
    assert code in [one for one, _ in codes(tmp_path / "fails")]
    mended = [one for one, file in codes(tmp_path / "mended") if file == "example.yaml"]
    assert set(mended) <= {"DT213", "DT314", "DT406"} - {code}, (
        "a mended example has mistakes of its own"
    )


@pytest.mark.parametrize("page", rule_pages(), ids=lambda page: page.rule.name)
def test_a_manual_says_what_and_why(page: RulePage) -> None:
    assert page.manual.what.endswith((".", ":", "none."))
    assert len(page.manual.what) < 120
    assert page.manual.why or page.rule.code in BRIEF


#: Rules whose reason is in the rule itself.
BRIEF = {"DT010", "DT102", "DT103", "DT104", "DT105", "DT106", "DT108", "DT205", "DT216", "DT217"}


def test_a_page_without_an_example_is_refused() -> None:
    with pytest.raises(ValueError, match="Wrong"):
        Manual.parse("A rule.\n\nFails:\n\n    a: b\n")


def test_every_module_is_registered_once_in_the_order_of_its_code() -> None:
    helpers = {"base", "circles", "manual", "quoted_text", "registry", "settings", "soundness"}
    modules = {one.name for one in pkgutil.iter_modules(checks.__path__)} - helpers
    modules -= {"snapshot_differs", "waivers"}
    registered = {one.find.__module__.rpartition(".")[2] for one in FINDERS}
    assert registered == modules
    names = [rule.name for rule in RULES]
    ordered = [one.rule.code for one in FINDERS]
    assert ordered == sorted(set(ordered))
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)
    assert len(set(names)) == len(names) == len({rule.code for rule in RULES})
