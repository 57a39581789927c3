"""What was passed over in silence, or read as another thing: each is refused or said."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from dosa_trace.catalog import finder
from dosa_trace.catalog.finder import shipped_catalog
from dosa_trace.cli import main
from tests.build import FROZEN
from tests.cli.conftest import Runner

ON = ("--as-of", "2026-11-23")


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, run: Runner) -> Path:
    """A folder without a catalogue, in it or above it or in the environment."""
    monkeypatch.delenv("DOSA_TRACE_CATALOG", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("asked", [("check",), ("diff",), ("coverage", "--snapshot", "x.txt")])
def test_what_judges_or_writes_never_falls_back(
    asked: tuple[str, ...], nowhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(asked) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "there is no catalogue here" in err
    assert "--catalog shipped" in err
    assert list(nowhere.iterdir()) == []


def test_the_shipped_catalogue_can_be_named(
    nowhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(("list", "themes", "--catalog", "shipped")) == 0
    assert capsys.readouterr().err == ""
    assert finder.own_catalog("shipped", {}, nowhere) == shipped_catalog()
    (nowhere / "shipped").mkdir()
    assert finder.own_catalog("shipped", {}, nowhere) == Path("shipped")


def test_a_question_says_when_it_answers_from_the_shipped_catalogue(
    nowhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(("list", "themes")) == 0
    assert "answered from the one that comes with dosa-trace" in capsys.readouterr().err
    assert main(("list", "themes", "-q")) == 0
    assert capsys.readouterr().err == ""


def test_a_catalogue_without_records_says_so(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text("catalogue: {title: T, languages: [en]}\nsources: []\n")
    found = run("check", "--catalog", "c.yaml")
    assert (found.status, "warning[DT114] no-records" in found.out) == (0, True)
    assert run("check", "--catalog", "c.yaml", "--strict").status == 1


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (("coverage", "-q", "-v"), "--quiet and --verbose do not go together"),
        (("graph", "--depth", "2"), "--depth needs --focus"),
        (
            ("coverage", "--snapshot", "x.txt", "--where", "theme=talent"),
            "does not go with --where",
        ),
        (("report", "--sections", "gaps", "-f", "csv"), "--sections does not go with -f csv"),
        (("report", "--sections", "gaps", "-f", "json"), "--sections does not go with -f json"),
        (("report", "--sections", "gaps", "-o", "x.html"), "--sections does not go with -f html"),
        (("coverage", "--as-of", "2025-00"), "'2025-00' is not a date"),
        (("coverage", "--as-of", "2025-00-10"), "'2025-00-10' is not a date"),
        (("coverage", "--as-of", "2025-01-00"), "'2025-01-00' is not a date"),
    ],
)
def test_options_are_obeyed_or_refused(
    asked: tuple[str, ...], message: str, run: Runner, tmp_path: Path
) -> None:
    found = run(*asked)
    assert (found.status, found.out) == (2, "")
    assert message in found.err
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_language_in_the_environment_is_no_language(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSA_TRACE_LANG", "fr")
    found = run("coverage")
    assert (found.status, found.out) == (2, "")
    assert "DOSA_TRACE_LANG is 'fr'" in found.err
    assert run("coverage", "--lang", "nl").out.startswith("Dekking")
    monkeypatch.setenv("DOSA_TRACE_LANG", "nl_NL.UTF-8")
    assert run("coverage").out.startswith("Dekking")


def test_a_theme_that_is_none_lists_those_that_are(run: Runner) -> None:
    found = run("coverage", "--where", "theme=nope")
    assert found.status == 2
    assert "use 'adoption', 'autonomy', 'chips'" in found.err
    assert "did you mean 'talent'?" in run("coverage", "--where", "theme=talnt").err


def test_several_values_and_patterns(run: Runner) -> None:
    def ids(*where: str, kind: str = "instruments") -> set[str]:
        asked = [word for one in where for word in ("--where", one)]
        return {
            one["id"] for one in json.loads(run("list", kind, *asked, "-f", "json").out)["items"]
        }

    both = ids("theme=talent,compute", kind="recommendations")
    assert both == ids("theme=talent", "theme=compute", kind="recommendations")
    assert both > ids("theme=talent", kind="recommendations")
    assert ids("kind=mon*") == ids("kind=monitor") != set()
    assert ids("owner=*economische zaken*") > ids("owner=EZK")
    assert ids("owner=ez") == ids("owner=Ministerie van Economische Zaken") > ids("owner=ezk")
    assert ids("level=e*") == ids("level=eu")
    assert ids("owner=d66,cda") == {"coalitieakkoord-2026"}
    commas = "owner=Ministerie van Onderwijs, Cultuur en Wetenschap"  # one name
    assert ids(commas) == ids("owner=ocw") != set()


def test_lists_mark_what_was_not_known_yet(run: Runner) -> None:
    for kind in ("sources", "recommendations", "instruments", "links"):
        found = run("list", kind, "--as-of", "2024-06", "-f", "json")
        known = {one["known"] for one in json.loads(found.out)["items"]}
        assert known == {True, False}, kind
    text = run("list", "recommendations", "--as-of", "2024-06").out
    assert "were not known yet on 2024-06-30." in text
    assert "(fs-talent, not known yet)" in text
    assert "not known yet" not in run("list", "recommendations", *ON).out


def test_themes_and_institutions_can_be_listed(run: Runner) -> None:
    themes = json.loads(run("list", "themes", "-f", "json").out)["items"]
    talent = next(one for one in themes if one["id"] == "talent")
    chosen = run("list", "recommendations", "--where", "theme=talent", "-f", "json")
    assert talent["recommendations"] == json.loads(chosen.out)["total"]
    institutions = json.loads(run("list", "institutions", "-f", "json").out)["items"]
    assert {"id": "TNO", "sources": ["factsheets-2025"]} in institutions


def test_by_owner_never_says_what_nobody_asked_of_him(run: Runner) -> None:
    found = json.loads(run("coverage", "--by", "owner", *ON, "-f", "json").out)
    assert found["schema"] == "dosa-trace/coverage/2"
    assert "groups" not in found
    party = next(one for one in found["owners"] if one["id"] == "cda")
    assert party.keys() == {"id", "label", "live", "answers", "only"}
    text = run("coverage", "--by", "owner", *ON).out
    assert "declined" not in text.split("By owner")[1]
    assert json.loads(run("coverage", "--by", "level", *ON, "-f", "json").out)["owners"]
    assert run("coverage", "--by", "owner", *ON, "-f", "csv").out.startswith("id,label,live,")


def test_without_a_pledge_on_file_nothing_is_marked(run: Runner) -> None:
    found = run("cross", *ON)
    assert "No pledge is on file for these recommendations." in found.out
    assert "◄" not in found.out
    for name in ("geen actie", "overige actie", "toezegging wordt uitgevoerd"):
        assert name in found.out
    assert "Announced only is ours." in found.out


def test_a_nought_of_covered_is_explained(run: Runner) -> None:
    for asked in (("coverage",), ("report",), ("coverage", "--where", "theme=talent")):
        assert "that asks for full links to a live instrument" in run(*asked, *ON).out


def test_amounts_never_stand_alone(run: Runner) -> None:
    told = run("orphans", *ON, "-f", "markdown").out
    line = next(row for row in told.splitlines() if "(digital-europe)" in row)
    assert "announced" in line
    assert "eur-lex" in line or "(20" in line
    page = run("report", *ON, "-f", "html").out
    assert "does not count" in page


def test_answers_and_mentions_are_told_apart(run: Runner) -> None:
    """Of every pair on the page: who is answered is at least partly covered or planned."""
    states = {
        one["id"]: one["state"]
        for one in json.loads(run("coverage", *ON, "-f", "json").out)["recommendations"]
    }
    instruments = json.loads(run("list", "instruments", "-f", "json").out)["items"]
    extents = set()
    for one in instruments:
        for asker in json.loads(run("why", one["id"], *ON, "-f", "json").out)["asked_by"]:
            extents.add(asker["extent"])
            if asker["record"] == "recommendation" and asker["extent"] in ("full", "partial"):
                assert states[asker["id"]] in ("covered", "partly", "planned"), asker
    assert {"partial", "marginal"} <= extents
    assert "only mentioned" in run("why", "agenda-dosa", *ON).out


def test_a_day_that_is_not_past_is_said_to_be_so(run: Runner) -> None:
    """A note may else claim a date that nobody can know anything of."""
    ahead = f"{date.today().year + 1}-01-01"
    found = run("coverage", "--as-of", ahead, "--lang", "en", "-q")
    assert (found.status, found.err) == (0, "")
    told = run("coverage", "--as-of", ahead, "--lang", "en").err
    assert told.count(f"{ahead} is not past yet") == 1
    assert "not past yet" not in run("coverage", "--as-of", date.today().isoformat()).err


def test_nothing_answers_a_gap(run: Runner) -> None:
    """What only mentions one is said to do no more, wherever it is named."""
    lines = run("coverage", *ON, "--each", "-f", "markdown", "--lang", "en").out.splitlines()
    rows = [line for line in lines if line.startswith("| gap (") and "mentioned" in line]
    assert rows
    assert all("| only mentioned: " in row for row in rows)
    why = run("why", "wrr-regulering", *ON, "-f", "markdown", "--lang", "en").out
    assert "- **mentioned by:** " in why and "answered by" not in why


def test_a_bar_stands_beside_the_figures_that_it_draws(run: Runner) -> None:
    for basis, first in (("stated", "stated only"), ("inferred", "stated or inferred")):
        out = run("coverage", *ON, "--basis", basis, "-f", "markdown", "--lang", "en").out
        assert f"\n| state | {first} | % |" in out


def test_a_brief_says_of_its_own_basis_what_it_must_be_read_with(run: Runner) -> None:
    asked = ("report", "--brief", *ON, "-f", "markdown", "--lang", "en")
    assert "what an analyst concludes" in run(*asked).out
    stated = run(*asked, "--basis", "stated").out
    assert "what an analyst concludes" not in stated
    assert "only what a source itself states is counted" in stated


def test_why_says_where_nobody_searched(run: Runner) -> None:
    """That a link says somebody looked is no search, and silence about it would look like one."""
    only_linked = run("why", "aiplan-4", *ON, "--lang", "en").out
    assert "only the links from it say" in only_linked
    nobody = run("why", "wennink-bank", *ON, "--lang", "en").out
    assert "No search for an instrument is on file." in nobody


def test_what_stops_is_named_with_its_parts(run: Runner, tmp_path: Path) -> None:
    text = (
        "sources:\n  - {id: s, kind: report, title: T, publisher: P, date: 2024}\n"
        "instruments:\n"
        "  - {id: whole, name: N, kind: fund, level: nl, owner: O,\n"
        "     status: [{date: 2024, value: adopted, source: s}]}\n"
        "  - {id: part, name: M, kind: fund, level: nl, owner: O, part_of: whole,\n"
        "     status: [{date: 2024, value: adopted, source: s}]}\n"
    )
    (tmp_path / "a.yaml").write_text(text)
    stopped = "source: s}, {date: 2025, value: stopped, source: s}]}\n  - {id: part"
    (tmp_path / "b.yaml").write_text(text.replace("source: s}]}\n  - {id: part", stopped))
    found = run("diff", "--from", "a.yaml", "--to", "b.yaml", *ON)
    assert "Instruments that carry no more" in found.out
    assert "N (whole; its parts M still do)" in found.out
    told = json.loads(run("diff", "--from", "a.yaml", "--to", "b.yaml", *ON, "-f", "json").out)
    assert [(one["id"], one["parts"]) for one in told["ended"]] == [("whole", ["part"])]


def test_what_hangs_on_an_instrument_is_tried_without_its_parts(run: Runner) -> None:
    points = json.loads(run("report", *ON, "-f", "json").out)["single_points"]
    ained = next(one for one in points if one["id"] == "ained")
    assert "ained-fellowship" in ained["parts"]
    told = run("report", *ON, "--sections", "single-points").out
    assert "(ained; with its parts AiNed ELSA Labs, AiNed Fellowship Grants," in told


def test_a_diff_speaks_the_language_of_the_catalogue(run: Runner, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(
            "catalogue: {title: T, languages: [nl]}\nobjectives:\n  - {id: x, title: X}\n"
            "links:\n  - {from: x, to: nobody, extent: full, basis: inferred, rationale: R}\n"
        )
    found = run("diff", "--from", "a.yaml", "--to", "b.yaml")
    assert found.err.startswith("fout: op de catalogus van 'a.yaml' valt niet te rekenen")


def test_a_folder_that_is_gone_is_no_internal_error(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    try:
        assert main(("coverage", "--catalog", str(FROZEN))) == 2
    finally:
        os.chdir(tmp_path)


def test_a_day_of_reading_moves_no_amount_and_no_figure(run: Runner) -> None:
    """The day before anything of the frozen catalogue was read, and the day after."""
    for question in ("coverage", "orphans", "cross", "gaps", "report"):
        told = [
            json.loads(run(question, "--as-of", day, "-f", "json").out)
            for day in ("2026-11-22", "2026-11-24")
        ]
        for one in told:
            del one["as_of"]
        assert told[0] == told[1], question


def test_what_is_said_of_an_addressee_holds_on_the_basis_asked_for(run: Runner) -> None:
    said = run("coverage", "--basis", "stated", *ON, "--lang", "en").out
    assert "1 of 44 partly covered" in said
