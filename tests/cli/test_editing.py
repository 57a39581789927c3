"""Edits on a command line: shown first, asked for, written whole, and never by accident."""

from __future__ import annotations

import io
import json
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from dosa_trace.loading import load
from tests.build import FROZEN, GOLDEN
from tests.cli.conftest import Runner
from tests.editing.test_journal import NEW, OLD, half_done

ON = ("--as-of", "2026-11-23")
#: An edit of each sort, and what it is called among the golden files.
EDITS: dict[str, tuple[str, ...]] = {
    "set": ("set", "fs-talent:aim-ai-talent", "extent=marginal"),
    "add-status": ("add", "status", "agdb", "stopped", "--date", "2026-10", "--source",
                   "beslisnota-2025", "--note.nl", "Gestopt.", "--note.en", "Stopped."),
    "add-link": ("add", "link", "wrr-slot", "agdb", "--extent=partial", "--basis", "inferred",
                 "--rationale.nl", "Omdat.", "--rationale.en", "Because."),
    "remove": ("remove", "fs-talent:aim-ai-talent"),
    "rename": ("rename", "fs-talent", "fs-people"),
}  # fmt: skip


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    """The frozen catalogue in the current folder, to be edited."""
    shutil.copytree(FROZEN, tmp_path / "catalog")
    return tmp_path / "catalog"


def texts(folder: Path) -> dict[str, bytes]:
    """Every file of a catalogue, whatever it is."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize("lang", ["nl", pytest.param("en", marks=pytest.mark.costly)])
@pytest.mark.parametrize("name", EDITS)
def test_what_an_edit_would_do_is_shown_and_nothing_written(
    name: str, lang: str, run: Runner, catalog: Path, request: pytest.FixtureRequest
) -> None:
    before = texts(catalog)
    found = run(*EDITS[name], *ON, "--dry-run", "--lang", lang)
    assert (found.status, found.err) == (0, "")
    assert texts(catalog) == before
    golden = GOLDEN / "edits" / f"{name}-{lang}.txt"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found.out, encoding="utf-8")
    assert found.out == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EDITS)
def test_what_is_written_is_what_was_shown(name: str, run: Runner, catalog: Path) -> None:
    before = texts(catalog)
    shown = json.loads(run(*EDITS[name], *ON, "--dry-run", "-f", "json").out)
    done = run(*EDITS[name], *ON, "--yes", "-f", "json")
    assert done.status == 0
    assert json.loads(done.out) == shown | {"written": True}
    changed = {name for name, text in texts(catalog).items() if before.get(name) != text}
    assert changed == {file["file"] for file in shown["files"]}
    assert all(name in done.err for name in changed)
    counted = json.loads(run("coverage", *ON, "-f", "json").out)
    assert counted["by_basis"] == {
        basis: figures["after"] for basis, figures in shown["effects"]["figures"].items()
    }
    assert run("check", *ON).status == 0


def test_nothing_is_written_where_nobody_can_be_asked(run: Runner, catalog: Path) -> None:
    before = texts(catalog)
    found = run(*EDITS["set"], *ON)
    assert found.status == 2
    assert "States that change" in found.out
    assert found.err == (
        "error: nothing was written: there is nobody to ask\n"
        "hint: add --yes, or --dry-run to look only\n"
    )
    assert texts(catalog) == before


class _Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "written"), [("y", True), ("ja", True), ("n", False), ("", False)]
)
def test_who_sits_at_a_terminal_is_asked(
    typed: str, written: bool, run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = texts(catalog)
    monkeypatch.setattr(sys, "stdin", _Keyboard(f"{typed}\n"))
    found = run(*EDITS["set"], *ON, "--lang", "nl")
    assert found.status == 0
    assert "Dit opslaan? [j/N]" in found.err
    assert (texts(catalog) != before) is written
    assert ("opgeslagen: catalog/links/factsheets-2025.yaml" in found.err) is written


def test_what_is_missing_is_asked_at_a_terminal(
    run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = texts(catalog)
    monkeypatch.setattr(sys, "stdin", _Keyboard("2026-10\nbeslisnota-2025\nja\n"))
    found = run("add", "status", "agdb", "paused", *ON, "--lang", "nl")
    assert found.status == 0, found.err
    first, second, *_ = found.err.splitlines()
    assert first.startswith("date, ")
    assert second.startswith("source, id van de bron")
    assert "{date: 2026-10, value: paused, source: beslisnota-2025}" in "".join(
        text.decode() for text in texts(catalog).values()
    )
    assert texts(catalog) != before
    monkeypatch.setattr(sys, "stdin", _Keyboard("\n"))
    found = run("add", "link", "fs-talent", "ained", *ON)
    assert found.status == 2
    assert "suggested, inferred and stated" in found.err
    assert "missing: basis" in found.err


def test_what_is_likely_is_an_enter_away(
    run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", _Keyboard("\nn\n"))
    found = run("add", "doubt", "fs-talent:aim-ai-talent", "Is it so?", *ON)
    assert f"Type it, or Enter for {date.today()}:" in found.err
    assert f"date: {date.today()}" in found.out
    proposed = json.loads(run("suggest", "fs-talent", *ON, "-f", "json").out)["items"]
    ends = [one["to"] for one in proposed[:3]]
    monkeypatch.setattr(sys, "stdin", _Keyboard("\nsuggested\nn\n"))
    found = run("add", "link", "fs-talent", "--extent", "partial", *ON)
    assert f"or Enter for {ends[0]}; {ends[1]} and {ends[2]} are alike too:" in found.err
    assert f"+    to: {ends[0]}" in found.out.replace("    +", "+")
    monkeypatch.setattr(sys, "stdin", _Keyboard("\n"))
    found = run("add", "status", "agdb", "paused", *ON)
    assert (found.status, "Enter for" in found.err) == (2, False)


SOURCE = "letter\nBrief over AI\nez\n2026-09-14\n"


@pytest.mark.parametrize(
    ("typed", "words", "lines"),
    [
        (  # a source that is not on file is made first
            f"ja\n{SOURCE}ja\n",
            ("add", "status", "agdb", "paused", "--date", "2026-09-14", "--source", "brief-2026"),
            ["- id: brief-2026", "kind: letter", "publisher: ez", "source: brief-2026}"],
        ),
        (  # the source that stands last on file is an Enter away
            "2026-10\n\nja\n",
            ("add", "status", "agdb", "paused"),
            ["{date: 2026-10, value: paused, source: begroting-ezk-2024}"],
        ),
        (  # the nearest passage is offered for a quote that is not in the archived text
            "ja\nja\n",
            ("add", "status", "agdb", "paused", "--date", "2025-09", "--source", "beslisnota-2025",
             "--quote", "autonomie m.b.t. AI en zal de factsheets hierbij betrekken"),
            ["autonomie m.b.t. AI en zal de aangereikte factsheets hierbij"],
        ),
        (  # what a link must have because of what it says is asked for too
            "inferred\npartial\nHet levert de mensen.\nja\n",
            ("add", "link", "wrr-slot", "agdb"),
            ["extent: partial", "basis: inferred", "rationale: Het levert de mensen."],
        ),
        (
            "marginal\nbeslisnota-2025\nja\n",
            ("add", "link", "wrr-slot", "agdb", "--basis", "stated"),
            ["extent: marginal", "basis: stated", "evidence: - {source: beslisnota-2025}"],
        ),
    ],
)  # fmt: skip
def test_whoever_adds_something_is_helped(
    typed: str,
    words: tuple[str, ...],
    lines: list[str],
    run: Runner,
    catalog: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = texts(catalog)
    monkeypatch.setattr(sys, "stdin", _Keyboard(typed))
    found = run(*words, *ON, "--lang", "nl")
    assert found.status == 0, found.err
    assert "opgeslagen:" in found.err
    changed = b"\n".join(text for name, text in texts(catalog).items() if before.get(name) != text)
    for line in lines:
        assert line in " ".join(changed.decode().split()), found.err


def test_a_record_can_be_named_as_it_is_called(run: Runner, catalog: Path) -> None:
    found = run("set", "Agenda Digitale Open Strategische Autonomie", "note=Zo", *ON, "--dry-run")
    assert found.status == 0, found.err
    assert "+    note: Zo" in found.out


def test_all_that_a_link_lacks_is_told_at_once(run: Runner, catalog: Path) -> None:
    found = run("add", "link", "wrr-slot", "agdb", "--basis", "inferred", *ON)
    assert found.status == 2
    assert found.err == (
        "error: missing: extent and rationale\nhint: give --extent and --rationale\n"
    )


def test_the_snapshot_is_left_and_the_command_that_renews_it_named(
    run: Runner, catalog: Path
) -> None:
    kept = catalog / "coverage.snapshot"
    assert run("coverage", *ON, "--snapshot", str(kept), "-q").status == 0
    before = kept.read_bytes()
    found = run(*EDITS["set"], *ON, "--yes")
    assert "renew it with dosa-trace coverage --snapshot catalog/coverage.snapshot" in found.err
    assert kept.read_bytes() == before


def test_a_rename_reaches_the_notes_that_are_named(run: Runner, catalog: Path) -> None:
    text = "Stand: <!-- dosa state.fs-talent --><!-- / -->.\n"
    note = catalog.parent / "nota.md"
    note.write_text(text, encoding="utf-8")
    found = run("rename", "fs-talent", "fs-people", "--keep", "--notes", "nota.md", *ON, "--yes")
    assert found.status == 0, found.err
    assert "nota.md" in found.err.splitlines()[-1]
    assert note.read_text(encoding="utf-8") == text.replace("fs-talent", "fs-people")
    assert run("fill", "nota.md", *ON).status == 0
    assert "did you mean 'fs-people'?" in run("why", "fs-talent", *ON).err


def test_an_interrupted_edit_is_told_and_completed(run: Runner, catalog: Path) -> None:
    half_done(catalog)
    found = run("coverage", *ON)
    assert found.status == 2
    assert "an edit of several files was interrupted" in found.err
    assert "[DT014]" in run("check").out
    link = ("add", "link", "wrr-slot", "agdb", "--extent", "partial", "--basis", "suggested")
    for edit in (("set", "agdb", "note=x"), link, ("remove", "agdb"), ("rename", "agdb", "x")):
        dry = run(*edit, *ON, "--dry-run")
        assert (dry.status, "an edit of several files was interrupted" in dry.err) == (2, True)
    added = run(*link, *ON)
    assert "an edit that was interrupted is completed: catalog/" in added.err
    shutil.rmtree(catalog)
    shutil.copytree(FROZEN, catalog)
    half_done(catalog)
    again = run("rename", OLD, NEW, "--keep", *ON, "--yes")
    assert "an edit that was interrupted is completed: catalog/" in again.err
    assert again.status == 2
    assert f"no record has the id '{OLD}'" in again.err
    assert run("coverage", *ON).status == 0
    assert run("show", NEW, *ON).status == 0


def test_a_text_is_archived_and_its_quotes_are_compared(run: Runner, catalog: Path) -> None:
    run("add", "source", "kort-2026", "--kind", "web", "--title", "Kort", "--publisher", "ez",
        "--date", "2026-10-01", "--yes", "-q")  # fmt: skip
    quoted = ("add", "status", "agdb", "completed", "--date", "2026-10", "--source", "kort-2026")
    assert run(*quoted, "--quote", "een nieuwe zin", "--yes", "-q", *ON).status == 0
    Path("kort.txt").write_text("Hier staat een nieuwe zin.\n", encoding="utf-8")
    Path("ander.txt").write_text("Hier staat iets anders.\n", encoding="utf-8")
    stray = catalog / "texts" / "kort-2026.txt"
    stray.write_text("Van een ander.\n", encoding="utf-8")
    taken = run("add", "text", "kort-2026", "kort.txt", *ON, "--yes")
    assert "there is already a file 'texts/kort-2026.txt'" in taken.err
    assert stray.read_text(encoding="utf-8") == "Van een ander.\n"
    stray.unlink()
    refused = run("add", "text", "kort-2026", "ander.txt", *ON, "--yes")
    assert refused.status == 2
    assert "the quotation is not in the archived text of 'kort-2026'" in refused.err
    assert not (catalog / "texts" / "kort-2026.txt").exists()
    found = run("add", "text", "kort-2026", "kort.txt", *ON, "--yes")
    assert found.status == 0, found.err
    assert "quotations of this source that stand in it: 1" in found.err
    kept = catalog / "texts" / "kort-2026.txt"
    assert kept.read_bytes() == Path("kort.txt").read_bytes()
    wrong = run(*quoted, "--quote", "een oude zin", "--yes", *ON)
    assert "een nieuwe zin" in wrong.err
    again = run("add", "text", "kort-2026", "kort.txt", *ON, "--yes")
    assert "the archived text of 'kort-2026' is" in again.err


REFUSED: list[tuple[tuple[str, ...], str]] = [
    (("set", "fs-talent"), "missing argument"),
    (("set", "fs-talent", "note"), "'note' sets no field"),
    (("set", "fs-talent", "titel=x"), "did you mean 'title'?"),
    (("set", "fs-talent", "specificity=9"), "that would make an error at"),
    (("set", "fs-talent", "themes=talent,ecosystem"), "that changes nothing"),
    (("add", "sttus", "agdb"), "did you mean 'status'?"),
    (("add", "status", "agdb", "paused", "more"), "'more' is one word too many"),
    (("add", "status", "agdb", "paused", "--date"), "--date needs a value"),
    (("add", "status", "agdb", "paused"), "missing: date and source"),
    (("add", "status"), "the record is missing"),
    (("add", "link"), "give --from, --to, --basis and --extent"),
    (("add", "status", "agdb", "pauzed", "--date", "2026", "--source", "nota"),
     "would make an error"),
    (("add", "link", "fs-talent", "nobody", "--basis", "suggested", "--extent", "full"),
     "no record has the id 'nobody'"),
    (("remove", "ained"), "is referred to in"),
    (("rename", "fs-talent", "ained"), "there is already a record 'ained'"),
    (("rename", "fs-talent", "Fs Talent"), "would make an error"),
    (("rename", "fs-talnt", "x"), "did you mean 'fs-talent'"),
    (("set", "fs-talent", "evidence.9.quote=x"), "add one with dosa-trace add evidence fs-talent"),
    (("set", "fs-talent:aim-ai-talent", "evidence.9.source=x"),
     "dosa-trace add evidence fs-talent:aim-ai-talent"),
    (("add", "instrument", "x", "--evidence", "nota"), "or evidence.1.source in a list"),
    (("add", "instrument", "x", "--evidence.source", "nota"), "as in status.1.date"),
    (("add", "source", "x", "--file", "../x.yaml"), "is no file of this catalogue"),
    (("add", "source", "x", "--file", "x.txt"), "is no file of this catalogue"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "message"), REFUSED, ids=[" ".join(one) for one, _ in REFUSED])
def test_what_cannot_be_done_is_one_message(
    asked: tuple[str, ...], message: str, run: Runner, catalog: Path
) -> None:
    before = texts(catalog)
    found = run(*asked, *ON, "--yes")
    assert found.status == 2
    assert message in found.err
    assert found.err.count("error: ") == 1
    assert texts(catalog) == before


def test_a_file_that_changed_meanwhile_is_not_written_over(
    run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = catalog / "links" / "factsheets-2025.yaml"
    whole = links.read_text(encoding="utf-8")

    class Meanwhile(_Keyboard):
        def readline(self, *_: Any) -> str:  # type: ignore[override]
            links.write_text(f"{whole}# by another\n", encoding="utf-8")
            return "y\n"

    monkeypatch.setattr(sys, "stdin", Meanwhile())
    found = run(*EDITS["set"], *ON)
    assert found.status == 2
    assert links.read_text(encoding="utf-8") == f"{whole}# by another\n"


def test_an_unsound_catalogue_is_not_edited(run: Runner, catalog: Path) -> None:
    (catalog / "broken.yaml").write_text("links: [{from: x}]\n", encoding="utf-8")
    assert run(*EDITS["set"], *ON, "--yes").status == 2


#: The e-bikes of a municipality, from an empty folder.
TOWN: list[tuple[str, ...]] = [
    ("organisation", "gemeente", "--name", "Gemeente Voorbeeldstad", "--kind", "government"),
    ("organisation", "fietsraad", "--name", "Fietsraad", "--kind", "council"),
    ("source", "advies-2024", "--kind", "report", "--title", "Ruimte voor de e-bike", "--publisher",
     "fietsraad", "--date", "2024-03", "--url", "https://example.org/advies"),
    ("source", "brief-2024", "--kind", "letter", "--title", "Reactie op het advies", "--publisher",
     "gemeente", "--date", "2024-09-12", "--url", "https://example.org/brief"),
    ("source", "voortgang-2025", "--kind", "letter", "--title", "Voortgang", "--publisher",
     "gemeente", "--date", "2025-11-03", "--url", "https://example.org/voortgang"),
    ("recommendation", "e1", "--source", "advies-2024", "--title", "Maak laadpunten bij stations",
     "--addressee", "gemeente", "--specificity", "4"),
    ("recommendation", "e2", "--source", "advies-2024", "--title", "Verbreed de fietspaden",
     "--addressee", "gemeente", "--specificity", "3"),
    ("recommendation", "e3", "--source", "advies-2024", "--title", "Meet hoe hard er wordt gereden",
     "--addressee", "gemeente", "--specificity", "4"),
    *(("instrument", f"i{at}", "--name", name, "--kind", kind, "--level", "nl", "--owner",
       "gemeente", "--status.1.date", day, "--status.1.value", status, "--status.1.source",
       "voortgang-2025")
      for at, (name, kind, day, status) in enumerate((
          ("Laadplan", "programme", "2024-10", "adopted"),
          ("Fonds fietspaden", "fund", "2024-11", "announced"),
          ("Snelheidsmeting", "monitor", "2025-01", "in-progress"),
          ("Fietsvisie", "vision", "2023-05", "adopted")), 1)),
    ("link", "e1", "i1", "--extent", "full", "--basis", "inferred", "--rationale",
     "Het plan noemt elk station."),
    ("link", "e2", "i2", "--extent", "partial", "--basis", "inferred", "--rationale",
     "Het fonds betaalt een deel."),
    ("link", "e3", "i3", "--extent", "partial", "--basis", "inferred", "--rationale",
     "De meting staat op twee plekken."),
    *(("response", name, value, "--date=2024-09-12", "--source=brief-2024", "--by", "gemeente")
      for name, value in (("e1", "accepted"), ("e2", "under-consideration"), ("e3", "noted"))),
    ("status", "i2", "adopted", "--date", "2025-06", "--source", "voortgang-2025"),
]  # fmt: skip


def test_a_catalogue_is_built_by_these_commands_alone(run: Runner, tmp_path: Path) -> None:
    folder = tmp_path / "catalog"
    folder.mkdir()
    begin = "catalogue:\n  title: E-bikes in Voorbeeldstad\n  languages: [nl]\n  format: 2\n"
    (folder / "catalogue.yaml").write_text(begin, encoding="utf-8")
    for asked in TOWN:
        found = run("add", *asked, "--as-of", "2025-12-01", "--yes", "-q", "--lang", "nl")
        assert (found.status, found.err) == (0, ""), (asked, found.err)
    checked = run("check", "--strict", "--as-of", "2025-12-01")
    assert checked.status == 0, checked.out
    counted = json.loads(run("coverage", "--as-of", "2025-12-01", "-f", "json").out)
    assert counted["counts"] == {"covered": 1, "partly": 2, "planned": 0, "declined": 0, "gap": 0}
    whole = yaml.safe_load((folder / "instruments.yaml").read_text(encoding="utf-8"))
    assert [one["id"] for one in whole["instruments"]] == ["i1", "i2", "i3", "i4"]
    assert [one["value"] for one in whole["instruments"][1]["status"]] == ["announced", "adopted"]


def test_an_option_given_twice_is_a_list_whatever_stands_in_it(run: Runner, catalog: Path) -> None:
    words = ("--words", "AI, talent", "--words", "second")
    how = ("--date", "2026-11-30", "--for", "instrument", "--covers", "fs-talent")
    found = run("add", "search", "seek", *how, *words, *ON, "--yes")
    assert found.status == 0, found.err
    assert [str(one) for one in load(catalog).searches["seek"].words] == ["AI, talent", "second"]
    twice = run("add", "search", "other", *how, *words, "--date", "2026", *ON, "--yes")
    assert (twice.status, "'date' takes one value" in twice.err) == (2, True)


@pytest.mark.parametrize("key", ["agrees_with", "conflicts_with"])
def test_who_else_asks_the_same_or_the_opposite_is_added(
    key: str, run: Runner, catalog: Path
) -> None:
    for other in ("wrr-slot", "aiplan-3"):
        why = ("--basis", "inferred", "--rationale.nl", "Zelfde.", "--rationale.en", "The same.")
        found = run("add", key, "fs-talent", other, *why, *ON, "--yes")
        assert found.status == 0, found.err
    record = load(catalog).recommendations["fs-talent"]
    assert [one.to for one in getattr(record, key)] == ["wrr-slot", "aiplan-3"]


def test_a_recommendation_of_a_new_source_stands_with_its_publisher_or_in_a_file_of_its_own(
    run: Runner, catalog: Path
) -> None:
    known = load(catalog)
    asked = known.recommendations["wrr-slot"]
    publisher = known.sources[asked.source].publisher
    for name, who in (("wrr-next", str(publisher)), ("other-next", "Nobody else")):
        source = ("--kind", "report", "--title", "Next", "--publisher", who, "--date", "2026-01")
        assert run("add", "source", name, *source, *ON, "--yes").status == 0
        words = ("--source", name, "--title", "Ask", "--themes", "talent")
        found = run("add", "recommendation", f"{name}-1", *words, *ON, "--yes")
        assert found.status == 0, found.err
        link = ("--extent", "partial", "--basis", "suggested")
        assert run("add", "link", f"{name}-1", "agdb", *link, *ON, "--yes").status == 0
    found_links = {one.origin: one.place.path for one in load(catalog).links}
    assert found_links["wrr-next-1"] == "links/wrr-2021.yaml"
    assert found_links["other-next-1"] == "links/other-next.yaml"
    records = load(catalog).recommendations
    assert records["wrr-next-1"].place.path == asked.place.path
    assert records["other-next-1"].place.path == "recommendations/other-next.yaml"
