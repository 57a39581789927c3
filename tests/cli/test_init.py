"""A catalogue is started, looked at with the commands that are told, and rid of its examples."""

from __future__ import annotations

import io
import json
import os
import shlex
import stat
import sys
from pathlib import Path

import pytest
import yaml

from dosa_trace.catalog.text.files import JOURNAL
from dosa_trace.checks.registry import check
from dosa_trace.language import Language
from dosa_trace.loading import load, read
from dosa_trace.new_catalogue import around
from tests.cli.conftest import Runner

TITLE = ("--title", "E-fietsen: adviezen # en meer")


def start(run: Runner, *words: str) -> None:
    found = run("init", *TITLE, *words, "--yes")
    assert found.status == 0, found.err


def everything(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("languages", ["nl", "en,nl", "fr", "nl,fr"])
def test_it_is_clean_at_once_in_whatever_languages(
    lang: str, languages: str, run: Runner, tmp_path: Path
) -> None:
    start(run, "--languages", languages, "--lang", lang)
    found = run("check", "--strict", "--snapshot", "catalog/coverage.snapshot")
    assert (found.status, found.err) == (0, "")
    catalog, reading = read("catalog")
    report = check(catalog, reading, catalog.searches["example-search"].date.last_day)
    assert report.notes == 0, report.diagnostics
    assert catalog.info.title.texts[0][1] == TITLE[1]
    assert catalog.info.languages == tuple(languages.split(","))


def test_there_are_seven_files_each_with_what_it_is_for_and_one_example(
    run: Runner, tmp_path: Path
) -> None:
    start(run)
    files = sorted(Path("catalog").glob("*.yaml"))
    assert len(files) == 7
    for path in files:
        first, second, *_ = path.read_text(encoding="utf-8").splitlines()
        assert first == "# yaml-language-server: $schema=catalogue.schema.json"
        assert second.startswith("# ")
        ((section, records),) = yaml.safe_load(path.read_text(encoding="utf-8")).items()
        if section != "catalogue":
            (record,) = records
            assert record["x-example"] is True
    assert JOURNAL in Path(".gitignore").read_text(encoding="utf-8")


@pytest.mark.parametrize("where", ["", "sub", "a/b c"])
def test_the_next_commands_run_as_they_are_told(
    where: str, run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = run("init", *filter(None, [where]), *TITLE, "--yes", "-f", "json")
    told = json.loads(found.out)
    assert (told["schema"], told["written"]) == ("dosa-trace/init/1", True)
    assert len(told["commands"]) == 3
    look, why, add = (shlex.split(command)[1:] for command in told["commands"])
    assert run(*look).status == 0
    assert "charging points" in run(*why).out
    monkeypatch.setattr(sys, "stdin", _Keyboard("my-request\nexample-report\nAsk\nj\n"))
    asked = run(*add)
    assert asked.status == 0, asked.err
    assert "my-request" in load(Path(where) / "catalog").recommendations


class _Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_second_run_and_a_folder_with_something_in_it_change_nothing(
    run: Runner, tmp_path: Path
) -> None:
    start(run, "here")
    before = everything(tmp_path)
    again = run("init", "here", *TITLE, "--yes")
    assert (again.status, "has something in it" in again.err) == (2, True)
    Path("other").mkdir()
    Path("other/notes.txt").write_text("mine", encoding="utf-8")
    assert run("init", "other", *TITLE, "--yes").status == 2
    assert everything(tmp_path) == {**before, "other/notes.txt": b"mine"}
    Path("file").write_text("mine", encoding="utf-8")
    assert "is no folder" in run("init", "file", *TITLE, "--yes").err


def test_a_fresh_repository_is_empty_enough(run: Runner, tmp_path: Path) -> None:
    Path(".git").mkdir()
    start(run)
    assert Path("catalog/catalogue.yaml").exists()


def test_a_dry_run_and_a_no_write_nothing(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = run("init", "new", *TITLE, "--dry-run")
    assert (shown.status, "catalog/links.yaml" in shown.out) == (0, True)
    assert "there is nobody to ask" in run("init", "new", *TITLE).err
    monkeypatch.setattr(sys, "stdin", _Keyboard("n\n"))
    assert run("init", "new", *TITLE, "--languages", "nl").status == 0
    assert not Path("new").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that is refused")
def test_where_nothing_may_be_written_nothing_is_left(run: Runner, tmp_path: Path) -> None:
    Path("shut").mkdir()
    Path("shut").chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert run("init", "shut/new", *TITLE, "--yes").status == 2
    Path("shut").chmod(stat.S_IRWXU)
    assert not list(Path("shut").iterdir())


def test_all_is_asked_at_a_terminal(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = "Dijken\nnl,en\ngemeente:Gemeente:het college, eu\nwater:Water\nj\n"
    monkeypatch.setattr(sys, "stdin", _Keyboard(answers))
    found = run("init", "--lang", "nl")
    assert found.status == 0, found.err
    catalog = load("catalog")
    assert str(catalog.info.title) == "Dijken"
    levels = [
        (one.id, one.name.say(Language.NL), one.responder and one.responder.say(Language.NL))
        for one in catalog.info.levels or ()
    ]
    assert levels == [("gemeente", "Gemeente", "het college"), ("eu", "Europees", "de EU")]
    assert [theme.id for theme in catalog.info.themes or ()] == ["water"]
    assert run("check", "--strict").status == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "a catalogue needs a title"),
        (("--title", "  "), "a catalogue needs a title"),
        ((*TITLE, "--languages", "Nederlands"), "'nederlands' is not a language"),
        ((*TITLE, "--level", "De Stad"), "'De Stad' cannot be an id"),
        ((*TITLE, "--theme", "#"), "'#' cannot be an id"),
        ((*TITLE, "--theme", "water-:Water"), "'water-' cannot be an id"),
        ((*TITLE, "--without-examples"), "is about a catalogue that was started"),
        (("--without-examples",), "no"),
    ],
)
def test_what_cannot_be_started_is_one_message(
    words: tuple[str, ...], said: str, run: Runner, tmp_path: Path
) -> None:
    found = run("init", *words, "--yes")
    assert (found.status, said in found.err) == (2, True)
    assert not list(tmp_path.iterdir())


def test_the_examples_are_taken_away_and_what_is_ones_own_stays(
    run: Runner, tmp_path: Path
) -> None:
    start(run)
    for words in (
        ("source", "letter", "--kind", "letter", "--title", "A letter", "--publisher", "The city",
         "--date", "2026-01"),
        ("recommendation", "dikes", "--source", "letter", "--title", "Raise the dikes"),
    ):  # fmt: skip
        assert run("add", *words, "--yes").status == 0
    assert run("coverage", "--snapshot", "catalog/coverage.snapshot").status == 0
    found = run("init", "--without-examples", "--yes")
    assert found.status == 0, found.err
    catalog = load("catalog")
    assert list(catalog.by_id) == ["letter", "dikes"]
    assert (catalog.links, catalog.info.themes) == ((), None)
    assert run("check", "--snapshot", "catalog/coverage.snapshot").status == 0
    assert "has no examples" in run("init", "--without-examples", "--yes").err


def test_an_example_that_ones_own_record_needs_is_not_taken_away(
    run: Runner, tmp_path: Path
) -> None:
    start(run)
    words = ("dikes", "--source", "example-report", "--title", "Raise", "--themes", "example")
    assert run("add", "recommendation", *words, "--yes").status == 0
    before = everything(tmp_path)
    found = run("init", "--without-examples", "--yes")
    assert (found.status, "example-report" in found.out + found.err) == (2, True)
    assert everything(tmp_path) == before


def test_bare_has_no_record_and_takes_the_first(run: Runner, tmp_path: Path) -> None:
    start(run, "--bare")
    assert not load("catalog").by_id
    words = ("a", "--kind", "web", "--title", "A page", "--publisher", "B", "--read", "2026-01-01")
    assert run("add", "source", *words, "--yes").status == 0
    first, second, *_ = Path("catalog/sources.yaml").read_text(encoding="utf-8").splitlines()
    assert first.startswith("# yaml-language-server")
    assert second.startswith("# The documents")


@pytest.mark.parametrize(
    ("told", "program"),
    [
        ({"url": "https://x.example/r", "vcs_info": {"commit_id": "ab12"}}, "https://x.example/r@ab12"),
        ({"url": "https://user:secret@x.example/r", "vcs_info": {"commit_id": "ab12"}}, None),
        ({"url": "file:///home/somebody/r", "vcs_info": {"commit_id": "ab12"}}, None),
        ({"url": "https://x.example/r.whl", "archive_info": {}}, None),
        (None, None),
    ],
)  # fmt: skip
def test_the_workflow_names_the_program_as_it_was_installed_where_that_is_open(
    told: object, program: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Installed:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return None if told is None else json.dumps(told)

    monkeypatch.setattr(around, "distribution", lambda name: Installed())
    assert around.program_installed() == program
