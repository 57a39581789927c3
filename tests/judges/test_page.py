"""The page of a report in a real browser: axe-core finds nothing, nothing leaves the file, hostile
text stays text, and it works by keyboard."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from csv import reader
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dosa_trace.analysis.coverage.coverage import By, CoverageReport, coverage
from dosa_trace.analysis.coverage.owners import owner_lines
from dosa_trace.analysis.drawing.matrix import matrix
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.catalog.facts.names import name_of
from dosa_trace.inert import disarmed, inert_lines
from dosa_trace.labels import STATES
from dosa_trace.language import Language
from tests.build import FROZEN, frozen
from tests.build_large import large
from tests.cli.conftest import Runner, run

__all__ = ["run"]

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
ON = ("--as-of", "2026-11-23")


def looked_at(judges: Path, page: Path, pdf: Path | None, word: str, target: str = "-") -> Any:
    assert CHROMIUM is not None, "a browser is needed: Debian's package chromium"
    done = subprocess.run(
        ["node", HERE / "browser.mjs", judges, CHROMIUM, page, pdf or "-", word, target],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


#: A recommendation with a response and something behind it.
TARGET = "fs-talent"


@pytest.fixture(scope="module")
def seen(judges: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    from dosa_trace.cli import main

    folder = tmp_path_factory.mktemp("page")
    page = folder / "report.html"
    asked = ["report", *ON, "--catalog", str(FROZEN), "-o", str(page), "-q"]
    assert main([*asked, "--address", "https://example.org/page.html"]) == 0
    return looked_at(judges, page, folder / "report.pdf", "talent", TARGET) | {
        "page": page, "pdf": folder / "report.pdf",
    }  # fmt: skip


@pytest.fixture(scope="module")
def covered() -> CoverageReport:
    return coverage(frozen(date(2026, 11, 23)))


def shown(count: int, of: int, language: str = "en") -> str:
    return f"{count} of {of} shown" if language == "en" else f"{count} van {of} getoond"


def test_axe_finds_no_violation_at_any_width_with_everything_open(seen: Any) -> None:
    assert seen["violations"] == []
    assert seen["languages"] == {"en": ["en", "Recommendations"], "nl": ["nl", "Aanbevelingen"]}


def test_nothing_scrolls_sideways_at_any_width_with_everything_open(seen: Any) -> None:
    assert seen["sideways"] == [0, 0, 0]


def test_the_first_screen_ends_with_the_telling_gaps(seen: Any) -> None:
    """In a window of 900 pixels: claim, bars, find your own and gaps, in this order, in at most 180
    words, the titles of records apart."""
    assert seen["words"] <= 180
    assert seen["first_screen"] == sorted(seen["first_screen"])
    assert seen["first_screen"][-1] < 900


def test_nothing_is_asked_of_the_network_and_nothing_goes_wrong(seen: Any) -> None:
    assert set(seen["asked"]) == {seen["page"].as_uri()}
    assert (seen["said"], seen["dialogs"]) == ([], [])


def test_filters_count_what_they_show(seen: Any, covered: CoverageReport) -> None:
    gaps = shown(covered.counts.gap, covered.total)
    assert seen["all"] == shown(covered.total, covered.total)
    assert seen["gaps"] == gaps
    assert seen["numbers"] == [gaps, True]


def test_a_reader_finds_what_is_asked_of_whom(seen: Any, covered: CoverageReport) -> None:
    whose, count, focus = seen["own"]
    asked = [one for one in covered.recommendations if whose in one.addressees]
    assert count == shown(len(asked), covered.total)
    assert focus == "recommendations"
    assert "addressee" not in seen["still"]  # nothing moves before the button


def test_the_sheet_of_the_first_screen_has_every_recommendation(
    seen: Any, covered: CoverageReport
) -> None:
    rows = list(reader(io.StringIO(seen["front_sheet"].removeprefix("\ufeff"))))[1:]
    assert {row[0] for row in rows} == {one.id for one in covered.recommendations}


def test_the_claim_is_copied_with_its_date_and_catalogue(seen: Any) -> None:
    graph = frozen(date(2026, 11, 23))
    for part in ("As of 23 November 2026", "Counted:", graph.catalog.digest[:12], "dosa-trace "):
        assert part in seen["paragraph"]


def test_the_search_finds_by_abbreviation_and_whatever_the_diacritics(seen: Any) -> None:
    assert {"wrr-1", "wrr-slot"} <= set(seen["found"]["WRR"])
    assert seen["found"]["legislative"] == seen["found"]["LEGÍSLATIVE"] == ["wrr-regulering"]
    assert (seen["found"]["zzzzzz"], seen["nothing"]) == ([], True)
    assert seen["marks"] > 0


def test_a_short_word_is_found_by_itself_and_where_is_said(seen: Any) -> None:
    """As `EZ` is a ministry and no part of *gezocht*."""
    assert seen["found"]["ent"] == []
    assert seen["found_in"]
    assert all(one.strip().startswith("found in: ") for one in seen["found_in"])


def test_what_has_the_word_in_its_title_comes_first(seen: Any) -> None:
    has = ["talent" in title.lower() for title in seen["titles_first"]]
    assert {True, False} == set(has)
    assert has == sorted(has, reverse=True)


def test_the_list_is_sorted_by_what_is_longest_open(seen: Any, covered: CoverageReport) -> None:
    still_open = [year for state, year in seen["sorted"] if state == "gap"]
    assert len(still_open) == covered.counts.gap
    assert seen["sorted"][: len(still_open)] == [["gap", year] for year in sorted(still_open)]
    assert seen["ids"] == 0  # those stand in the card


def test_the_sheet_of_a_list_has_names_words_and_codes(seen: Any, covered: CoverageReport) -> None:
    head, *rows = list(reader(io.StringIO(seen["csv"].removeprefix("\ufeff"))))
    assert all(head)
    assert len(rows) == covered.total
    assert {len(row) for row in rows} == {len(head)}
    assert {"addressee", "response", "date of the response", "code of state"} <= set(head)
    at = head.index("code of state")
    assert {row[at] for row in rows} == {one.state.value for one in covered.recommendations}


def test_the_search_can_be_reset(seen: Any, covered: CoverageReport) -> None:
    assert seen["reset"] == [shown(covered.total, covered.total), "", "#recommendations"]


def test_what_is_shown_survives_a_reload_a_language_and_a_link(
    seen: Any, covered: CoverageReport
) -> None:
    there = ["nl", shown(covered.counts.gap, covered.total, "nl")]
    assert seen["switched"] == seen["reloaded"] == seen["passed_on"] == there


def test_a_link_leads_to_what_it_filters_and_one_to_nothing_says_so(seen: Any) -> None:
    assert seen["to_filter"]
    assert "no-such-thing" in seen["missing"]
    sections, told = seen["odd_address"]  # one that is no encoding of anything
    assert (sections > 10, told) == (True, 1)


def test_an_owner_leads_to_its_instruments(seen: Any) -> None:
    """Those alone, in their list, which is brought into view."""
    name, count, in_view = seen["owner"]
    catalog = frozen(date(2026, 11, 23)).catalog
    owned = [
        one for one in catalog.instruments.values()
        if name in (party.say(Language.EN) for party in (name_of(catalog, by) for by in one.owner))
    ]  # fmt: skip
    assert count == shown(len(owned), len(catalog.instruments))
    assert owned
    assert in_view


def test_of_each_theme_there_is_a_row_with_its_bar_what_is_most_open_first(seen: Any) -> None:
    """The parts of a bar are as wide as the figures beside it; of no state every figure is nought;
    so few need no search; a name leads to what is told of it."""
    head, rows = seen["themes"]
    found = coverage(frozen(date(2026, 11, 23)), by=By.THEME)
    states = [state for state in State if any(getattr(one.counts, state) for one in found.groups)]
    states.insert(0, states.pop(states.index(State.GAP)))  # by which the rows are sorted
    assert head == ["theme", *(STATES[state].en for state in states), "total"]
    numbers = [[int(cell) for cell in row[2:]] for row in rows]
    at = states.index(State.GAP)
    assert [row[at] for row in numbers] == sorted((row[at] for row in numbers), reverse=True)
    assert sorted(row[-1] for row in numbers) == sorted(one.total for one in found.groups)
    assert all(any(row[column] for row in numbers) for column in range(len(states)))
    for (_, bar, *_), counts in zip(rows, numbers, strict=True):
        shares = [width / sum(bar) for width in bar if width > 0.5]
        expected = [count / counts[-1] for count in (*counts[1:-1], counts[0]) if count]
        assert shares == pytest.approx(expected, abs=0.02)
    assert not seen["theme_search"]
    address, is_open = seen["theme"]
    assert address.startswith("#theme-") and is_open


def test_of_each_organisation_there_is_what_is_asked_of_it_and_what_it_does(seen: Any) -> None:
    head, rows = seen["organisations"]
    graph = frozen(date(2026, 11, 23))
    asked = coverage(graph, by=By.ADDRESSEE).groups
    held = owner_lines(graph, By.OWNER)
    named = {one.key for one in asked} | {one.id for one in held}
    assert len(rows) == len(named)
    assert head[-4:] == ["addressed to it", "own instruments", "covered by these", "by these alone"]
    columns = list(zip(*rows, strict=True))
    sums = [sum(int(cell or 0) for cell in column) for column in columns[-4:]]
    assert sums == [
        sum(one.total for one in asked), sum(len(one.live) for one in held),
        sum(len(one.answers) for one in held), sum(len(one.only) for one in held),
    ]  # fmt: skip


def test_the_figures_through_time_are_drawn_for_the_width_they_have(seen: Any) -> None:
    wide, narrow = seen["charts"]
    assert [one[0] > 0 for one in wide] == [True, False]
    assert [one[0] > 0 for one in narrow] == [False, True]
    assert narrow[1][0] <= 390
    for _, fill, text in (wide[0], narrow[1]):
        assert fill.startswith("rgb")
        assert "2025" in text and "became known in that year" in text and "100%" in text


def test_what_happened_in_a_month_is_named(seen: Any) -> None:
    title, rows = seen["month"]
    counts = re.findall(r"\((\d+)\)", title)
    assert rows == sum(map(int, counts)) > 0


def test_a_card_tells_its_story_before_it_draws_and_writes_its_dates_out(seen: Any) -> None:
    assert seen["told"][:2] == ["actions", "H4"]
    assert seen["told"][-2:] == ["scroll tall over", "P"]
    assert seen["figures_for_days"] == []


def test_every_link_of_the_contents_lands_where_it_says(seen: Any) -> None:
    """By a click and by an address: at most 100 pixels from the top, and the keyboard is there."""
    assert len(seen["landed"]) > 10
    assert [one for one in seen["landed"] if not 0 <= one[1] <= 100 or not one[2]] == []


def test_a_source_without_an_address_shows_its_archived_text(seen: Any) -> None:
    archived = (FROZEN / "texts" / "beslisnota-reactie-factsheets.txt").read_text(encoding="utf-8")
    assert seen["archived"] == archived.strip("\n")


def test_the_contents_are_short_and_mark_where_one_is(seen: Any) -> None:
    assert len(seen["current"]) <= 8
    assert [name for name, mark in seen["current"] if mark] == ["through-time"]
    assert seen["up_hidden"]  # it covers nothing until one scrolls back
    assert seen["up"] == ["contents", True]


def test_the_table_of_pledges_is_folded_and_heads_of_rows_are_heads(seen: Any) -> None:
    visible, heads = seen["cross"]
    assert not visible
    assert heads > 3


def test_paper_has_a_line_an_item_and_its_explanation_by_choice(
    seen: Any, covered: CoverageReport
) -> None:
    gaps = covered.counts.gap
    assert seen["paper"] == [0, gaps, gaps, 0]


def test_no_line_of_the_flow_runs_behind_a_box(seen: Any) -> None:
    lines, wrong = seen["lines"]
    assert lines > 50
    assert wrong == []


def test_no_title_leaves_its_box_at_any_width(seen: Any) -> None:
    for boxes, spilled in seen["spilled"]:
        assert boxes > 20
        assert spilled == []


def test_states_differ_by_more_than_colour(seen: Any) -> None:
    """Each has a pattern of its own; what is open is empty."""
    *patterned, gap = seen["signs"]
    assert all("url(" in fill for fill in patterned)
    assert len({*patterned, gap}) == 5


def test_a_title_leads_to_its_card(seen: Any) -> None:
    name, title = seen["titled"]
    asked = frozen(date(2026, 11, 23)).catalog.recommendations[name]
    assert title == asked.title.say(Language.EN)


def test_a_linked_card_shows_whatever_the_filter(seen: Any) -> None:
    is_open, told, notice, in_view = seen["linked"]
    assert (is_open, told, in_view) == (True, True, True)
    assert "filter" in notice


def test_a_card_tells_a_story_and_links_to_the_sentence(seen: Any) -> None:
    assert seen["heads"][:4] == [
        "The recommendation", "Responses", "What supports this state", "The state and its rule",
    ]  # fmt: skip
    assert all("#:~:text=" in address for address in seen["sentences"])
    assert seen["sentences"]
    assert seen["own_flow"] >= 2


def test_a_card_is_copied_as_link_and_as_citation(seen: Any) -> None:
    link, cited = seen["copied"]
    assert link == f"https://example.org/page.html#{TARGET}"
    assert seen["heard"] == "copied"
    graph = frozen(date(2026, 11, 23))
    for part in (
        "As of 23 November 2026",
        "Counted:",
        "Source:",
        f"{graph.catalog.digest[:12]};",
        "dosa-trace ",
    ):
        assert part in cited


def test_a_line_of_the_flow_is_followed_and_let_go(seen: Any) -> None:
    address, boxes = seen["in_flow"]
    assert TARGET in address
    assert boxes == seen["own_flow"]
    on, pressed, links = seen["followed"]
    assert (on >= 2, pressed, links) == (True, "true", 1)
    assert seen["let_go"] == 0


def test_the_matrix_has_sticky_heads_a_sign_for_nothing_and_a_sheet(seen: Any) -> None:
    found = matrix(frozen(date(2026, 11, 23)))
    columns, rows, nothing = seen["matrix"]
    assert (columns, rows) == (len(found.columns) + 1, len(found.lines))
    assert nothing == "·"
    assert all(abs(offset) <= 1 for offset in seen["sticky"])
    assert seen["sheet"] == ["matrix-of-recommendations-and-instruments.csv", rows + 2]
    assert 0 < seen["matrix_of"] < rows
    assert 0 < seen["matrix_first"] < rows


def test_the_parts_of_the_report_stand_in_the_page(seen: Any) -> None:
    assert {
        "figures", "recommendations", "instruments", "objectives", "themes", "sources", "gaps",
        "orphans", "matrix", "flow", "changes", "history", "cross", "money", "owners", "due",
        "delays",
        "single-points", "fragility", "evidence", "method",
    } == set(seen["parts"])  # fmt: skip


def test_the_keyboard_is_enough(seen: Any) -> None:
    assert (seen["first"], seen["skipped"]) == ("skip", "main")
    assert seen["opens"]


def test_it_prints(seen: Any) -> None:
    data = seen["pdf"].read_bytes()
    assert data.startswith(b"%PDF-")
    assert len(data) > 50_000
    assert seen["on_paper"] == ["figures", "recommendations"]  # closed sections are left out
    title = frozen(date(2026, 11, 23)).catalog.info.title.say(Language.EN)
    assert seen["foot"].startswith(f'"{title}. As of 23 November 2026.')
    style = (ROOT / "dosa_trace" / "output" / "page" / "page.css").read_text(encoding="utf-8")
    assert "@bottom-left{content:var(--foot)" in style and "counter(page)" in style


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
    lines = ["catalogue:", f"  title: {texts[9]}", "  languages: [en, nl]"]
    lines += [f"  makers: [{', '.join(texts)}]", f"  licence: {texts[0]}", f"  contact: {texts[3]}"]
    lines += ["  themes:"]
    lines += [f"    - {{id: t{at}, name: {text}}}" for at, text in enumerate(texts)]
    lines += ["sources:"]
    lines += [
        f"  - {{id: s{at}, kind: report, title: {text}, publisher: {text}, date: 2024,"
        f' url: "https://example.org/?x={at}\'onx=1"}}'
        for at, text in enumerate(texts)
    ]
    names = ["new", "old", *(f"o{at}" for at in range(2, len(texts)))]
    lines += ["organisations:"]
    lines += [
        f"  - {{id: {name}, name: {text}, kind: ministry, level: nl"
        f"{', succeeds: old' if name == 'new' else ''}}}"
        for name, text in zip(names, texts, strict=True)
    ]
    asked = ["addressee: new,", "addressee: old,", *["addressee: nl,"] * 2, *[""] * len(texts)]
    lines += ["recommendations:"]
    lines += [
        f"  - {{id: r{at}, source: s{at}, title: {text}, text: {text}, themes: [t{at}],"
        f" {asked[at]}"
        f" evidence: [{{source: s{at}, quote: {text}, locator: {text}}}]}}"
        for at, text in enumerate(texts)
    ]
    lines += ["instruments:"]
    lines += [
        f"  - {{id: i{at}, name: {text}, kind: fund, level: nl, owner: {names[at]}, note: {text},"
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
    assert seen["all"] == shown(len(HOSTILE), len(HOSTILE))
    assert seen["violations"] == []
    said, count = seen["kin"]
    assert said == f"Look also under: {HOSTILE[1]} (1); the cabinet, no organisation named (2)."
    assert count == shown(1, len(HOSTILE))


def test_five_thousand_recommendations_open_and_filter(
    judges: Path, run: Runner, tmp_path: Path
) -> None:
    """That it works; how long it takes is measured in the benchmarks."""
    path = large(tmp_path, 5000)
    assert run("report", "--catalog", str(path), *ON, "-o", "l.html", "-q").status == 0
    seen = looked_at(judges, tmp_path / "l.html", None, "compute")
    assert seen["all"] == "5,000 of 5,000 shown"
    assert (seen["count"], seen["said"]) == ("625 of 5,000 shown", [])
    # So many lines are told apart by theme, and none is drawn until one is opened.
    assert seen["flow_at_first"] == seen["flow_opened"]
    assert seen["flow_of_all"] == 0
    assert seen["flow_bands"] > 1
    assert seen["flow_opened"] > 250


def test_the_page_disarms_a_cell_of_a_sheet_as_the_program_does() -> None:
    """Two languages, one rule: what begins or hides a formula has an apostrophe in front."""
    script = ROOT / "dosa_trace" / "output" / "page" / "script" / "sheets.js"
    texts = [
        "=1+1", " +a", "-5", "-5.5", "@x", "a;=1", "a,\n=1", 'a"=1', "plain", "|x", "\uff05x",
        "\uff1d1", "a=b",
    ]  # fmt: skip
    asked = f"console.log(JSON.stringify({json.dumps(texts)}.map(disarmed)))"
    code = f"{script.read_text(encoding='utf-8')}\n{asked}"
    done = subprocess.run(["node", "-e", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [disarmed(inert_lines(text)) for text in texts]
