"""Judging at a terminal and without one: what is shown, what is hidden, what is written."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.catalog.text.files import JOURNAL
from dosa_trace.language import Language
from dosa_trace.loading import load
from tests.build import FROZEN
from tests.cli.conftest import Runner
from tests.editing.test_journal import half_done

ON = ("--as-of", "2026-11-23")
ME = (*ON, "--by", "B. Reader")
NAME = "fs-talent:aim-ai-talent"


class _Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    """The frozen catalogue in the current folder."""
    shutil.copytree(FROZEN, tmp_path / "catalog")
    return tmp_path / "catalog"


def link_of(catalog: Path, name: str = NAME) -> TraceLink:
    found = load(catalog).links
    (link,) = (one for one in found if f"{one.origin}:{one.target}" == name)
    return link


def type_in(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", _Keyboard("".join(f"{line}\n" for line in lines)))


def test_without_a_terminal_it_lists_what_needs_a_judge(run: Runner, catalog: Path) -> None:
    told = json.loads(run("review", *ON, "-f", "json").out)
    assert told["schema"] == "dosa-trace/review/1"
    falls = [len(item["falls"]) for item in told["items"]]
    assert falls == sorted(falls, reverse=True)
    assert told["total"] == told["judged"] + len(falls)


def test_a_source_chooses_what_begins_at_it(run: Runner, catalog: Path) -> None:
    by_name = run("review", "--source", "factsheets-2025", *ON, "-f", "json").out
    by_condition = run("review", "--where", "source=factsheets-2025", *ON, "-f", "json").out
    assert json.loads(by_name)["items"]
    assert by_name == by_condition


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_one_judgement_is_shown_then_written(lang: str, run: Runner, catalog: Path) -> None:
    words = ("review", NAME, "--extent", "marginal", "--note", "Only a bit.", *ME, "--lang", lang)
    shown = run(*words, "--dry-run")
    assert shown.status == 0, shown.err
    assert "by: B. Reader" in shown.out
    assert f"date: {date.today()}" in shown.out
    assert link_of(catalog).readings == ()
    done = run(*words, "--yes")
    assert done.status == 0, done.err
    (reading,) = link_of(catalog).readings
    assert (str(reading.by), str(reading.note)) == ("B. Reader", "Only a bit.")
    assert run("check", *ON).status == 0


def test_stamping_changes_only_what_is_stamped(run: Runner, catalog: Path) -> None:
    link = link_of(catalog)
    path = catalog / link.place.path
    before = path.read_text(encoding="utf-8").splitlines()
    assert run("review", NAME, "--agree", *ME, "--yes").status == 0
    after = path.read_text(encoding="utf-8").splitlines()
    added = [line for line in after if line not in before]
    assert [line for line in before if line not in after and "reviewed" not in line] == []
    assert 1 <= len(added) <= 7


def test_a_link_without_a_maker_is_told_how_to_get_one(run: Runner, catalog: Path) -> None:
    name = next(f"{one.origin}:{one.target}" for one in load(catalog).links if one.by is None)
    found = run("review", name, "--agree", *ME, "--yes")
    assert found.status == 0
    assert f"dosa-trace set {name} by=NAME" in found.err
    assert link_of(catalog, name).reviewed is None


def test_a_decision_is_written_too(run: Runner, catalog: Path) -> None:
    assert run("review", NAME, "--extent", "none", *ME, "--yes").status == 0
    assert run("review", NAME, "--keep", "It acts.", *ON, "--by", "C.", "--yes").status == 0
    answer = link_of(catalog).readings[0].answer
    assert answer is not None
    assert (answer.value, str(answer.by)) == ("kept", "C.")


def test_a_walk_writes_each_judgement_at_once_and_resumes(
    run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = (
        f"{item['origin']}:{item['target']}"
        for item in json.loads(run("review", *ON, "-f", "json").out)["items"][:3]
    )
    type_in(monkeypatch, "e", "z", "o", "geen", "Het doet dit niet.", "q")
    found = run("review", *ME, "--lang", "nl")
    assert found.status == 0, found.err
    assert str(link_of(catalog, second).readings[0].note) == "Het doet dit niet."
    assert link_of(catalog, first).readings[0].extent == str(link_of(catalog, first).extent)
    assert link_of(catalog, third).readings == ()
    titles = load(catalog).titles
    type_in(monkeypatch, "q")
    again = run("review", *ME, "--lang", "nl").out
    assert titles[third.partition(":")[0]].say(Language.NL) in " ".join(again.split())
    for name in (first, second):
        assert f"({name.partition(':')[2]})" not in again
    type_in(monkeypatch, "z", "Zo is het.", "q")
    found = run("review", "--disputed", second, *ON, "--by", "C.", "--lang", "nl")
    assert found.status == 0, found.err
    assert link_of(catalog, second).relation == "none"


def test_a_walk_challenges_and_sets(
    run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "c", "It is too much.", "")
    assert run("review", NAME, *ME).status == 0
    assert "It is too much." in [str(doubt.text) for doubt in link_of(catalog).doubts]
    type_in(monkeypatch, "s", "extent=marginal", "")
    assert run("review", NAME, *ME).status == 0
    assert str(link_of(catalog).extent) == "marginal"
    type_in(monkeypatch, "s", "extent=huge", "")
    found = run("review", NAME, *ME)
    assert found.status == 0
    assert "would make an error" in found.err


def test_what_was_typed_badly_is_asked_again_with_what_it_may_be(
    run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "g", "ged", "", "Een deel.", "q")
    found = run("review", NAME, "--blind", *ME, "--lang", "nl")
    assert found.status == 0, found.err
    assert "'g' kan 'geen' of 'gedeeltelijk' zijn" in found.err
    assert found.err.count("[q] stoppen") == 2
    assert "een motivering is nodig" in found.err
    assert found.err.endswith("1 beoordeeld, 0 over\n")
    assert "Aanbeveling: " in found.out
    assert str(link_of(catalog).readings[0].note) == "Een deel."


@pytest.mark.parametrize("typed", [("x",), ("x", "full"), ("c",), ("s",), ()])
def test_the_end_of_what_is_typed_leaves(
    typed: tuple[str, ...], run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, *typed)
    assert run("review", NAME, *ME).status == 0
    assert link_of(catalog).readings == ()


def test_others_judgements_are_taken_over(run: Runner, catalog: Path) -> None:
    shutil.copytree(catalog, "theirs")
    assert run("review", NAME, "--extent", "none", *ME, "--yes", "--catalog", "theirs").status == 0
    found = run("review", "--import", "theirs", *ON, "--yes")
    assert found.status == 0, found.err
    assert str(link_of(catalog).readings[0].by) == "B. Reader"
    again = run("review", "--import", "theirs", *ON, "--yes")
    assert "there are no judgements to take over" in again.err
    assert run("set", NAME, "extent=marginal", *ON, "--yes").status == 0
    assert run("review", NAME, "--agree", *ME, "--yes", "--catalog", "theirs").status == 0
    left = run("review", "--import", "theirs", *ON, "--yes")
    assert f"left: {NAME}, judged by B. Reader" in left.err


def test_how_concrete_and_which_response_are_judged_too(run: Runner, catalog: Path) -> None:
    asked = load(catalog).recommendations
    name = next(one.id for one in asked.values() if one.responses and one.specificity)
    how = ("review", name, *ME, "--yes")
    assert run(*how, "--of", "specificity", "--value", "5").status == 0
    assert run(*how, "--of", "responses.1", "--value", "noted", "--note", "Noted.").status == 0
    first, second = load(catalog).recommendations[name].readings
    assert (first.of, first.value, second.of, second.value) == (
        "specificity", "5", "responses.1", "noted",
    )  # fmt: skip
    told = json.loads(run("agreement", "--of", "specificity", *ON, "-f", "json").out)
    assert told["total"]["n"] == 1
    decide = ("review", name, *ON, "--by", "C.", "--yes")
    assert run(*decide, "--of", "specificity", "--change", "So.").status == 0
    assert run(*decide, "--of", "responses.1", "--keep", "It says more.").status == 0
    record = load(catalog).recommendations[name]
    assert (record.specificity, str(record.responses[0].value)) == (
        5, str(asked[name].responses[0].value),
    )  # fmt: skip
    assert [one.answer and str(one.answer.reason) for one in record.readings] == [
        "So.", "It says more.",
    ]  # fmt: skip
    assert "waits for a decision" in run(*decide, "--of", "specificity", "--keep", "x").err
    assert run("check", *ON).status == 0


@pytest.mark.parametrize("blind", [True, False])
def test_a_walk_through_what_is_how_concrete(
    blind: bool, run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "9", "4", "Het noemt een middel.", "q")
    how = ("--blind",) if blind else ()
    found = run("review", "--of", "specificity", *how, *ME, "--lang", "nl")
    assert found.status == 0, found.err
    (record,) = (one for one in load(catalog).recommendations.values() if one.readings)
    assert (record.readings[0].value, record.readings[0].blind) == ("4", blind)
    shown = found.out.split("een algemene richting", maxsplit=1)[0]
    assert (f"concreetheid (1–5)  {record.specificity}" in " ".join(shown.split("\n"))) is not blind
    assert found.err.splitlines()[-1].startswith("1 beoordeeld, ")
    type_in(monkeypatch, "q")
    again = run("review", "--of", "specificity", *ME, "--lang", "nl").out
    assert f"({record.id})" not in again


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--of", "title"), "'title' is not judged"),
        (("fs-talent", "--of", "specificity", "--value", "9"), "'9' cannot be specificity"),
        (("fs-talent", "--of", "responses.99", "--value", "noted"), "has nothing under"),
        (("--of", "specificity", "--value", "4"), "is about one recommendation"),
        (("--of", "responses"), "this asks questions"),
    ],
)
def test_what_of_a_field_cannot_be_judged(
    words: tuple[str, ...], said: str, run: Runner, catalog: Path
) -> None:
    found = run("review", *words, *ME, *(("--yes",) if "--value" in words else ()))
    assert (found.status, said in found.err) == (2, True)


def test_what_changed_since_a_review_is_shown_word_by_word(
    run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("set", NAME, "by=A. Maker", *ON, "--yes").status == 0
    assert run("review", NAME, "--agree", *ME, "--yes").status == 0
    who = ("-c", "user.name=n", "-c", "user.email=e@example.org")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-23T12:00:00")
    for command in (("init", "-q"), ("add", "-A"), (*who, "commit", "-qm", "all")):
        subprocess.run(["git", *command], check=True)
    assert run("set", "aim-ai-talent", "title.en=Another name", *ON, "--yes").status == 0
    type_in(monkeypatch, "q")
    shown = " ".join(run("review", NAME, *ME, "--lang", "en").out.split())
    assert "since its review, aim-ai-talent title: [-" in shown
    assert "[+Another name+]" in shown


def test_nobody_judges_the_same_alike_twice(run: Runner, catalog: Path) -> None:
    how = ("review", NAME, "--extent", "full", *ME, "--yes")
    assert run(*how).status == 0
    assert "has judged this so before" in run(*how).err
    assert len(link_of(catalog).readings) == 1


def test_what_contradicts_is_not_judged_by_extent(run: Runner, catalog: Path) -> None:
    assert run("set", NAME, "relation=contradicts", "extent=", *ON, "--yes").status == 0
    found = run("review", NAME, "--agree", *ME, "--yes")
    assert (found.status, "which is not judged by extent" in found.err) == (2, True)


def test_a_key_of_the_other_language_means_nothing(
    run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "e", "q")
    assert run("review", NAME, *ME, "--lang", "en").status == 0
    type_in(monkeypatch, "x", "q")
    assert run("review", NAME, *ME, "--lang", "en").status == 0
    assert link_of(catalog).readings == ()


def test_who_challenged_a_link_is_not_asked_again(
    run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "c", "Not so.", "q")
    assert "1 judged" in run("review", *ME, "--lang", "en").err
    type_in(monkeypatch, "q")
    again = run("review", *ME, "--lang", "en").err
    (before,) = re.findall(r"(\d+) left", again)
    type_in(monkeypatch, "q")
    (other,) = re.findall(r"(\d+) left", run("review", *ON, "--by", "C.", "--lang", "en").err)
    assert int(other) == int(before) + 1


def test_links_that_are_named_are_listed_alone(run: Runner, catalog: Path) -> None:
    told = json.loads(run("review", NAME, *ON, "-f", "json").out)
    assert [f"{one['origin']}:{one['target']}" for one in told["items"]] == [NAME]


def test_what_is_said_of_a_judgement_is_said_once_it_is_written(run: Runner, catalog: Path) -> None:
    name = next(f"{one.origin}:{one.target}" for one in load(catalog).links if one.by is None)
    how = ("review", name, "--agree", *ME)
    assert "the judgement is kept" not in run(*how, "--dry-run").err
    assert "the judgement is kept" not in run(*how).err
    assert "the judgement is kept" in run(*how, "--yes").err


def test_a_link_stays_on_the_screen_until_it_is_judged(
    run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "s", "extent=huge", "s", "extent=marginal", "a", "q")
    found = run("review", NAME, *ME, "--lang", "en")
    assert found.out.count("1 of 1") == 3
    assert found.err.endswith("1 judged, 0 left\n")
    assert [one.extent for one in link_of(catalog).readings] == ["marginal"]


def test_two_links_between_the_same_ends_do_not_end_a_walk(
    run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = json.loads(run("review", *ON, "-f", "json").out)["items"][0]
    ends = (first["origin"], first["target"])
    words = ("--basis", "stated", "--extent", "full", "--evidence.1.source", "beslisnota-2025")
    added = run("add", "link", *ends, *words, *ON, "--yes")
    assert added.status == 0, added.err
    type_in(monkeypatch, *["l"] * 60)
    found = run("review", *ME, "--lang", "en")
    assert found.status == 0, found.err
    assert "there is not exactly one link" in found.err
    of = re.findall(r"(\d+) of (\d+)$", found.out, re.MULTILINE)
    assert of[-1][0] == of[-1][1]


def test_an_interrupted_edit_is_completed_first_and_never_by_a_dry_run(
    run: Runner, catalog: Path
) -> None:
    half_done(catalog)
    again = ("review", "csr-cloud:cada", "--extent", "full", *ME)
    assert "an edit of several files was interrupted" in run(*again, "--dry-run").err
    assert (catalog / JOURNAL).exists()
    found = run(*again, "--yes")
    assert found.status == 0, found.err
    assert "an edit that was interrupted is completed" in found.err


def test_git_is_asked_who_judges_only_in_a_repository(
    run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that git would take for a repository may bear a stranger's settings."""
    for name in ("GLOBAL", "SYSTEM"):
        monkeypatch.setenv(f"GIT_CONFIG_{name}", "/dev/null")
    for name in ("objects", "refs"):
        (catalog / name).mkdir()
    (catalog / "HEAD").write_text("ref: refs/heads/main\n")
    (catalog / "config").write_text("[core]\n\tbare = true\n[user]\n\tname = Stranger\n")
    how = ("review", NAME, "--agree", *ON, "--yes")
    assert "who judges is not known" in run(*how).err
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "config", "user.name", "Keeper"], check=True)
    assert run(*how).status == 0
    assert str(link_of(catalog).readings[0].by) == "Keeper"


def secrets(catalog: Path) -> set[str]:
    """What a blind reader must not see of any link: its reason, who made, read or doubts it."""
    told = set()
    for path in (catalog / "links").glob("*.yaml"):
        for link in yaml.safe_load(path.read_text(encoding="utf-8"))["links"]:
            for key in ("rationale", "by"):
                value = link.get(key) or {}
                told |= set(value.values() if isinstance(value, dict) else (value,))
            for doubt in link.get("doubts", ()):
                told |= set(doubt["text"].values())
    return told


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_blind_reader_sees_nothing_before_the_answer(
    lang: str, run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, *["l"] * 25, "q")
    found = run("review", "--blind", "--with-unlinked", "20%", *ME, "--lang", lang)
    assert found.status == 0, found.err
    shown = " ".join(f"{found.out} {found.err}".split())
    assert len(shown) > 5000
    assert {one for one in secrets(catalog) if " ".join(one.split()) in shown} == set()
    assert "inferred" not in shown
    assert "Cohen" not in shown


def test_a_blind_reading_is_written_and_then_what_is_on_file_told(
    run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "", "q")
    type_in(monkeypatch, "full", "All of it.", "q")
    found = run("review", NAME, "--blind", *ME)
    assert found.status == 0, found.err
    (reading,) = link_of(catalog).readings
    assert (reading.blind, reading.extent, str(reading.note)) == (True, "full", "All of it.")
    assert f"in the catalogue: {link_of(catalog).extent}" in found.err
    assert str(reading.note) not in found.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("review", "--agree"), "a judgement is about one link"),
        (("review", "fs-talent", "--agree"), "a judgement is about one link"),
        (("review", NAME, "--agree", "--blind"), "--blind does nothing here"),
        (("review", NAME, "--extent", "full", "--blind"), "a blind judgement is an extent"),
        (("review", "wrr-slot:agdb"), "there is not exactly one link"),
        (("review", "agdb:ained", "--extent", "full"), "is no recommendation with an instrument"),
        (("review", NAME, "--note", "x"), "--note does nothing here"),
        (("review", NAME, "--value", "4"), "--value does nothing here"),
        (("review", "--with-unlinked", "20%"), "--with-unlinked does nothing here"),
        (("review", "fs-talent", "--of", "specificity", "--agree"), "--agree does nothing here"),
        (("review", NAME, "--agree", "--where", "theme=talent"), "--where does nothing here"),
        (("review", "--import", ".", "--blind"), "--blind does nothing here"),
        (("review", NAME, "--import", "."), "--import does nothing here"),
        (("review", "--disputed", "--blind"), "--blind does nothing here"),
        (("review", "--yes"), "--yes does nothing here"),
        (("review", "--of", "extent.7"), "'extent.7' is not judged"),
        (("review", "--of", "responses.01"), "'responses.01' is not judged"),
        (("review", NAME, "--agree", "--extent", "full"), "several judgements were given"),
        (("review", "--blind"), "there is nobody to ask"),
        (("review", NAME, "--keep", "So."), "waits for a decision"),
        (("review", NAME, "--agree", "--by", " "), "who judges is not known"),
        (("review", "fs-talnt:aim-ai-talent", "--agree"), "did you mean 'fs-talent'"),
    ],
)
def test_what_cannot_be_judged_is_one_message(
    words: tuple[str, ...], said: str, run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    by = () if "--by" in words else ("--by", "B.")
    judges = {"--agree", "--extent", "--doubt", "--keep", "--change", "--value"} & set(words)
    yes = ("--yes",) if judges else ()
    found = run(*words, *(by if "--import" not in words else ()), *ON, *yes)
    assert found.status == 2
    assert said in found.err
    assert "Traceback" not in found.err


@pytest.mark.parametrize("text", ["many", "-5%", "101%", "20.5%"])
def test_a_share_is_a_percentage(
    text: str, run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "q")
    found = run("review", "--blind", "--with-unlinked", text, *ME)
    assert (found.status, "is not a percentage" in found.err) == (2, True)


def test_who_finds_that_a_rejected_instrument_does_something_is_decided_on_a_walk(
    run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = next(one for one in load(catalog).recommendations.values() if one.considered)
    name = f"{asked.id}:{asked.considered[0].instruments[0]}"
    judged = run("review", name, "--extent", "partial", "--note", "Half of it.", *ME, "--yes")
    assert judged.status == 0, judged.err
    assert "B. Reader reads it as 'partial': Half of it." in " ".join(
        run("why", asked.id, *ON).out.split()
    )
    type_in(monkeypatch, "v", "It does half.")
    found = run("review", "--disputed", name, *ON, "--by", "C.")
    assert found.status == 0, found.err
    shown = " ".join(found.out.split())
    assert "Half of it." in shown
    assert asked.considered[0].reason.say(Language.EN) in shown
    assert found.err.splitlines()[-1] == "1 judged, 0 left"
    link = link_of(catalog, name)
    assert (str(link.extent), str(link.by), str(link.rationale)) == (
        "partial", "C.", "It does half.",
    )  # fmt: skip
    assert run("check", *ON).status == 0


def test_a_rejection_that_is_disputed_is_kept_with_one_command(run: Runner, catalog: Path) -> None:
    asked = next(one for one in load(catalog).recommendations.values() if one.considered)
    name = f"{asked.id}:{asked.considered[0].instruments[0]}"
    assert run("review", name, "--extent", "full", *ME, "--yes").status == 0
    assert run("review", name, "--keep", "It does not.", *ON, "--by", "C.", "--yes").status == 0
    again = run("review", name, "--keep", "It does not.", *ON, "--by", "C.", "--yes")
    assert "waits for a decision" in again.err


def test_what_of_a_field_is_disputed_is_decided_on_a_walk(
    run: Runner, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = next(
        one for one in load(catalog).recommendations.values() if one.specificity not in (None, 5)
    )
    how = ("review", asked.id, "--of", "specificity", "--value", "5", "--note", "Zeer concreet.")
    assert run(*how, *ME, "--yes").status == 0
    type_in(monkeypatch, "z", "Klopt.")
    found = run("review", "--disputed", "--of", "specificity", *ON, "--by", "C.", "--lang", "nl")
    assert found.status == 0, found.err
    assert "B. Reader: komt op 5: Zeer concreet." in " ".join(found.out.split())
    assert load(catalog).recommendations[asked.id].specificity == 5
    assert found.err.splitlines()[-1] == "1 beoordeeld, 0 over"
    type_in(monkeypatch)
    again = run("review", "--disputed", "--of", "specificity", *ON, "--by", "C.")
    assert again.err.splitlines()[-1] == "0 judged, 0 left"
