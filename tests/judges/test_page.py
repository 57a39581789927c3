"""The page of a report in a real browser: axe-core finds nothing, nothing leaves the file, hostile
text stays text, and it works by keyboard."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dosa_trace.analysis.coverage import coverage
from tests.build import FROZEN, frozen
from tests.build_large import large
from tests.cli.conftest import Runner, run

__all__ = ["run"]

HERE = Path(__file__).parent
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
ON = ("--as-of", "2026-11-23")


def looked_at(judges: Path, page: Path, pdf: Path | None, word: str) -> Any:
    assert CHROMIUM is not None, "a browser is needed: Debian's package chromium"
    done = subprocess.run(
        ["node", HERE / "browser.mjs", judges, CHROMIUM, page, pdf or "-", word],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def shipped_page(judges: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    from dosa_trace.cli import main

    folder = tmp_path_factory.mktemp("page")
    page = folder / "report.html"
    assert main(["report", *ON, "--catalog", str(FROZEN), "-o", str(page), "-q"]) == 0
    return looked_at(judges, page, folder / "report.pdf", "talent") | {
        "page": page, "pdf": folder / "report.pdf",
    }  # fmt: skip


def test_axe_finds_no_violation_in_either_language_or_appearance(shipped_page: Any) -> None:
    assert shipped_page["violations"] == []
    assert shipped_page["languages"] == {"en": ["en", "Summary"], "nl": ["nl", "Samenvatting"]}


def test_nothing_is_asked_of_the_network_and_nothing_goes_wrong(shipped_page: Any) -> None:
    assert set(shipped_page["asked"]) == {shipped_page["page"].as_uri()}
    assert (shipped_page["said"], shipped_page["dialogs"]) == ([], [])


def test_filters_count_what_they_show(shipped_page: Any) -> None:
    report = coverage(frozen(date(2026, 11, 23)))
    assert shipped_page["total"] == report.total
    assert 0 < shipped_page["shown"] < report.total
    assert shipped_page["count"] == f"{shipped_page['shown']} of {report.total} shown"
    assert shipped_page["gaps"] == report.counts.gap


def test_the_keyboard_is_enough(shipped_page: Any) -> None:
    assert (shipped_page["first"], shipped_page["skipped"]) == ("skip", "#main")
    assert shipped_page["opens"]


def test_it_prints(shipped_page: Any) -> None:
    data = shipped_page["pdf"].read_bytes()
    assert data.startswith(b"%PDF-")
    assert len(data) > 50_000


HOSTILE = [
    "<script>window.pwned=1</script>",
    '"><img src=x onerror="window.pwned=1">',
    "' onmouseover='window.pwned=1",
    "javascript:window.pwned=1",
    "</style><script>window.pwned=1</script>",
    "</template><script>window.pwned=1</script>",
    "{{ 7*7 }}{% raw %}",
    "<svg onload=window.pwned=1>",
    "--><script>window.pwned=1</script>",
    "</title><script>window.pwned=1</script>",
]


def test_hostile_text_comes_out_inert(judges: Path, run: Runner, tmp_path: Path) -> None:
    texts = [json.dumps(one) for one in HOSTILE]
    lines = ["catalogue:", f"  title: {texts[9]}", "  languages: [en, nl]", "  themes:"]
    lines += [f"    - {{id: t{at}, name: {text}}}" for at, text in enumerate(texts)]
    lines += ["sources:"]
    lines += [
        f"  - {{id: s{at}, kind: report, title: {text}, publisher: {text}, date: 2024,"
        f' url: "https://example.org/?x={at}\'onx=1"}}'
        for at, text in enumerate(texts)
    ]
    lines += ["recommendations:"]
    lines += [
        f"  - {{id: r{at}, source: s{at}, title: {text}, text: {text}, themes: [t{at}],"
        f" evidence: [{{source: s{at}, quote: {text}, locator: {text}}}]}}"
        for at, text in enumerate(texts)
    ]
    lines += ["instruments:"]
    lines += [
        f"  - {{id: i{at}, name: {text}, kind: fund, level: nl, owner: {text}, note: {text},"
        f" description: {text}, status: [{{date: 2024, value: adopted, source: s{at},"
        f" quote: {text}}}]}}"
        for at, text in enumerate(texts)
    ]
    lines += ["links:"]
    lines += [
        f"  - {{from: r{at}, to: i{at}, extent: full, basis: inferred, rationale: {text},"
        f" evidence: [{{source: s{at}, quote: {text}}}]}}"
        for at, text in enumerate(texts)
    ]
    (tmp_path / "hostile.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = run("report", "--catalog", "hostile.yaml", *ON, "-o", "h.html", "-q")
    assert (found.status, found.err) == (0, "")
    seen = looked_at(judges, tmp_path / "h.html", tmp_path / "h.pdf", "script")
    assert (seen["pwned"], seen["dialogs"], seen["active"]) == (False, [], [])
    assert seen["asked"] == [(tmp_path / "h.html").as_uri()] * len(seen["asked"])
    assert seen["total"] == len(HOSTILE)
    assert seen["violations"] == []


def test_five_thousand_recommendations_open_and_filter(
    judges: Path, run: Runner, tmp_path: Path
) -> None:
    """That it works; how long it takes is measured in the benchmarks."""
    path = large(tmp_path, 5000)
    assert run("report", "--catalog", str(path), *ON, "-o", "l.html", "-q").status == 0
    seen = looked_at(judges, tmp_path / "l.html", None, "compute")
    assert (seen["total"], seen["shown"], seen["said"]) == (5000, 625, [])
    print(json.dumps({key: seen[key] for key in ("opened", "paint", "filter")}))  # noqa: T201
