"""What a command line owes its caller: statuses, streams, files, colour."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dosa_trace import __version__
from tests.build import FROZEN
from tests.cli.conftest import Runner

QUESTIONS = [
    ("coverage",), ("gaps",), ("orphans",), ("why", "fs-talent"), ("show", "agdb"),
    ("list", "recommendations"), ("list", "objectives"), ("list", "instruments"),
    ("list", "sources"), ("list", "links"), ("check",),
]  # fmt: skip
GOOD = """\
sources:
  - {id: s, kind: report, title: T, publisher: P, date: 2024}
recommendations:
  - {id: r, source: s, title: Asked}
  - {id: q, source: s, title: Also, considered: [{instruments: [i], reason: R}]}
instruments:
  - {id: i, name: N, kind: fund, level: nl, owner: O,
     status: [{date: 2024, value: adopted, source: s}]}
searches: [{id: looked, date: 2026, for: [instrument, response], covers: [q]}]
links:
  - {from: r, to: i, extent: full, basis: stated, evidence: [{source: s}]}
"""


@pytest.mark.costly
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_has_every_format(question: tuple[str, ...], run: Runner) -> None:
    plain = run(*question)
    assert (plain.status, plain.err) == (0, "")
    assert "\x1b" not in plain.out
    data = json.loads(run(*question, "-f", "json").out)
    assert data["schema"] == f"dosa-trace/{question[0]}/1"
    assert {"as_of", "basis", "catalogue"} <= data.keys()
    assert data["catalogue"].keys() == {"title", "digest"}
    rows = list(csv.reader(io.StringIO(run(*question, "-f", "csv").out)))
    assert len({len(row) for row in rows}) == 1
    assert run(*question, "-f", "markdown").out.startswith("# ")
    assert run(*question, "--lang", "nl").out != plain.out or question == ("check",)


@pytest.mark.costly
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_bytes_on_a_second_run(question: tuple[str, ...], run: Runner) -> None:
    for format_ in ("table", "markdown", "json", "csv"):
        assert run(*question, "-f", format_).out == run(*question, "-f", format_).out


@pytest.mark.parametrize("columns", [40, 80, 140])
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_screen_is_never_too_narrow(question: tuple[str, ...], columns: int, run: Runner) -> None:
    shown = run(*question, "--color", "never", screen=True, columns=columns)
    assert shown.status == 0
    assert "…" not in shown.out.replace(" … ", " ")
    if question[0] != "check":
        assert all(len(line) <= columns for line in shown.out.splitlines())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("coverage", "--as-of", "soon"), "error: 'soon' is not a date\nhint: write 2025-07-04"),
        (("coverage", "--where", "thema=talent"), "did you mean 'theme'?"),
        (("coverage", "--where", "theme=talant"), "did you mean 'talent'?"),
        (("coverage", "--where", "theme"), "write KEY=VALUE"),
        (("coverage", "--where", "id=xs-*"), "no record here has id 'xs-*'"),
        (("list", "links", "--where", "id=x"), "you cannot filter by 'id' here"),
        (("why", "fs-talant"), "did you mean 'fs-talent'"),
        (("show", "innovation agency"), "did you mean 'wennink-agentschap'"),
        (("show", "INNOVATIEAGENTSCHAP"), "did you mean 'wennink-agentschap'"),
        (("why", "zz"), "dosa-trace list recommendations"),
        (("why", "beslisnota-2025"), "has no state: its kind is source"),
        (("show", "nothing-like-it"), "dosa-trace list recommendations"),
        (("coverage", "--catalog", "nowhere"), "there is no catalogue at 'nowhere'"),
        (("coverage", "--catalog", "."), "holds no .yaml file"),
        (("coverage", "--fail-under", "101"), "101"),
        (("coverage", "--by", "colour"), "'colour' is not 'theme', 'source'"),
        (("cuverage",), "no such command 'cuverage'"),
        (("coverage", "--cataloog", "x"), "no such option: --cataloog"),
        (("-f", "json", "gaps"), "put options after the command: dosa-trace gaps -f"),
        (("--strict", "check"), "put options after the command: dosa-trace check --strict"),
        (("--strickt", "check"), "did you mean '--strict'?"),
        (("coverage", "-f", "MD"), "did you mean 'markdown'?"),
        (("report", "-f", "excel"), "did you mean 'xlsx'?"),
        (("coverage", "-f", "excel"), "see the options with dosa-trace coverage --help"),
        (("coverage", "--basis", "stted"), "did you mean 'stated'?"),
        (("why",), "write dosa-trace why ID"),
        (("why", "zz-*"), "dosa-trace list recommendations"),
        (("why", "agdb", "--where", "theme=talent"), "ids and --where cannot be used together"),
        (("coverage", "-o", "no/such/folder.md"), "cannot be written"),
    ],
)
def test_what_cannot_be_asked_ends_with_2_and_one_clear_message(
    arguments: tuple[str, ...], says: str, run: Runner
) -> None:
    found = run(*arguments)
    assert (found.status, found.out) == (2, "")
    assert says in found.err
    assert found.err.startswith("error: ")
    assert "Traceback" not in found.err
    assert len(found.err.splitlines()) <= 2


def test_an_unsound_catalogue_is_not_counted(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(GOOD.replace("to: i", "to: j"))
    for question in ("coverage", "gaps", "orphans"):
        found = run(question, "--catalog", "c.yaml")
        assert (found.status, found.out) == (2, "")
        assert "error[DT201] dangling-reference" in found.err
        assert "c.yaml:11:19" in found.err
        assert "error: no figures: the catalogue contains errors (1)" in found.err


def test_thresholds(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(GOOD)
    base = ("coverage", "--catalog", "c.yaml", "-f", "json")
    assert run(*base, "--fail-under", "50").status == 0
    missed = run(*base, "--fail-under", "50.1")
    assert missed.status == 1
    assert missed.err == "--fail-under 50.1 was not reached: 1 of 2\n"
    assert json.loads(missed.out)["total"] == 2
    assert run(*base, "--fail-under-any", "51").status == 1
    assert run(*base, "--fail-under-any", "51", "-q").err == ""
    nothing = run(*base, "--as-of", "2020", "--fail-under", "0")
    assert nothing.status == 2
    assert "nothing to measure" in nothing.err
    assert "n/a" in run("coverage", "--catalog", "c.yaml", "--as-of", "2020").out


def test_lists_answer_0_however_long(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(GOOD)
    assert run("gaps", "--catalog", "c.yaml").status == 0
    assert run("orphans", "--catalog", "c.yaml").status == 0


def test_strict_makes_warnings_count(run: Runner, tmp_path: Path) -> None:
    aims = "objectives: [{id: a, title: One}, {id: b, title: Two}]\n"
    link = "  - {{from: {}, to: {}, extent: full, basis: inferred, rationale: R}}\n"
    (tmp_path / "c.yaml").write_text(GOOD + link.format("a", "b") + link.format("b", "a") + aims)
    found = run("check", "--catalog", "c.yaml")
    assert found.status == 0
    assert found.out.splitlines()[-1].endswith("0 errors, 1 warning")
    assert run("check", "--catalog", "c.yaml", "--strict").status == 1


def test_check_as_json(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(GOOD.replace("to: i", "to: j"))
    found = run("check", "--catalog", "c.yaml", "-f", "json")
    data = json.loads(found.out)
    assert (found.status, data["errors"], data["warnings"]) == (1, 1, 0)
    (one,) = data["diagnostics"]
    assert (one["code"], one["severity"], one["file"], one["line"], one["column"]) == (
        "DT201", "error", "c.yaml", 11, 19
    )  # fmt: skip
    assert one["message"].startswith("'to' names 'j'")
    assert one["hint"] == "add it, or correct the id"


def test_files_are_written_whole_or_not_at_all(run: Runner, tmp_path: Path) -> None:
    found = run("coverage", "-o", "note.md")
    assert (found.status, found.out, found.err) == (0, "", "written to note.md\n")
    assert (tmp_path / "note.md").read_text(encoding="utf-8") == run(
        "coverage", "-f", "markdown"
    ).out
    before = (tmp_path / "note.md").read_bytes()
    assert run("coverage", "--as-of", "soon", "-o", "note.md").status == 2
    assert (tmp_path / "note.md").read_bytes() == before
    for name, start in (("a.json", "{"), ("a.csv", "id,"), ("a.txt", "Coverage")):
        run("coverage", "-o", name, "-q")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert run("coverage", "-o", "-").out.startswith("Coverage")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.csv", "a.json", "a.txt", "note.md"]


def test_what_cannot_be_replaced_keeps_what_it_has(run: Runner, tmp_path: Path) -> None:
    folder = tmp_path / "folder.md"
    folder.mkdir()
    (folder / "inside").write_text("before")
    found = run("coverage", "-o", "folder.md")
    assert found.status == 2
    assert "'folder.md' cannot be written" in found.err
    assert [one.name for one in tmp_path.iterdir()] == ["folder.md"]
    assert (folder / "inside").read_text() == "before"


@pytest.mark.parametrize(
    ("screen", "options", "variables", "coloured"),
    [
        (True, (), {}, True),
        (False, (), {}, False),
        (True, (), {"NO_COLOR": "1"}, False),
        (True, (), {"NO_COLOR": ""}, True),
        (True, (), {"TERM": "dumb"}, False),
        (False, (), {"FORCE_COLOR": "1"}, True),
        (False, (), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (True, ("--color", "always"), {"NO_COLOR": "1"}, True),
        (False, ("--color", "always"), {}, True),
        (True, ("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_when_there_is_colour(
    screen: bool,
    options: tuple[str, ...],
    variables: dict[str, str],
    coloured: bool,
    run: Runner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[3" in run("coverage", *options, screen=screen).out) is coloured
    assert "\x1b" not in run("coverage", *options, "-f", "markdown", screen=screen).out


def test_verbose_says_what_was_read_and_quiet_nothing(run: Runner) -> None:
    found = run("coverage", "-v", "--catalog", str(FROZEN))
    assert found.err.startswith(f"read {FROZEN}: ")
    assert run("coverage", "-q", "-o", "x.md").err == ""


def test_the_version(run: Runner) -> None:
    assert run("--version").out == run("-V").out == f"dosa-trace {__version__}\n"


def test_an_internal_error_is_2_and_no_traceback(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("oh")

    monkeypatch.setattr("dosa_trace.catalog.loader.load_catalog", broken)
    found = run("coverage")
    assert (found.status, found.out) == (2, "")
    assert found.err.startswith("error: something went wrong inside dosa-trace: RuntimeError: oh")


def test_a_reader_that_hangs_up_ends_it_silently() -> None:
    command = f'"{sys.executable}" -m dosa_trace list links --catalog "{FROZEN}" -f json'
    script = f"set -o pipefail; {command} | head -c 1 > /dev/null"
    many = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert many.stderr == ""


def test_module_and_console_script_are_the_same() -> None:
    module = subprocess.run(
        [sys.executable, "-m", "dosa_trace", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert module.stdout == f"dosa-trace {__version__}\n"
    failing = subprocess.run(
        [sys.executable, "-m", "dosa_trace", "why", "x"], capture_output=True, check=False
    )
    assert failing.returncode == 2


def test_completion_gives_the_ids_of_the_catalogue_in_use(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "c.yaml").write_text(GOOD)
    script = (
        "import sys; from dosa_trace.cli import main; main([]); "
        "print('networkx' in sys.modules, file=sys.stderr)"
    )
    environment = {
        **os.environ, "_DOSA_TRACE_COMPLETE": "complete_bash", "COMP_CWORD": "4",
        "COMP_WORDS": "dosa-trace why --catalog c.yaml ",
    }  # fmt: skip
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment,
        cwd=tmp_path, check=False,
    )  # fmt: skip
    assert found.stdout.split() == ["i", "q", "r", "s"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("coverage --where ", ["addressee=", "id=", "institution=", "source=", "specificity="]),
        ("coverage --where sp", ["specificity="]),
        ("list instruments --where ki", ["kind="]),
        ("report --sections summ", ["summary"]),
        ("report --sections summary,ga", ["summary,gaps"]),
    ],
)
def test_conditions_and_parts_are_completed(typed: str, expected: list[str], run: Runner) -> None:
    words = typed.split(" ")
    environment = {
        **os.environ, "_DOSA_TRACE_COMPLETE": "complete_bash", "COMP_CWORD": str(len(words)),
        "COMP_WORDS": f"dosa-trace {typed}", "DOSA_TRACE_CATALOG": str(FROZEN),
    }  # fmt: skip
    found = subprocess.run(
        [sys.executable, "-c", "from dosa_trace.cli import main; main([])"],
        capture_output=True, text=True, env=environment, check=False,
    )  # fmt: skip
    assert set(expected) <= set(found.stdout.split()), found.stderr


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (("theme=talent", "source=factsheets-2025"), 1),
        (("theme=talent", "theme=data", "source=factsheets-2025"), 2),
        (("theme=talent", "id=fs-w*"), 0),
        (("id=fs-waardeketen-*",), 2),
        (("institution=TNO",), 10),
        (("source=factsheets-2025",), 6),
        (("source=beslisnota-2025",), 0),
        (("theme=adoption", "source=factsheets-2025"), 0),
    ],
)
def test_a_selection_has_one_denominator(
    where: tuple[str, ...], expected: int, run: Runner
) -> None:
    options = [part for one in where for part in ("--where", one)]
    data = json.loads(run("coverage", *options, "-f", "json").out)
    assert data["total"] == sum(data["counts"].values()) == expected
    assert len(data["recommendations"]) == expected
    assert [f"{one['key']}={one['value']}" for one in data["where"]] == list(where)
    shown = " ".join(run("coverage", *options).out.split())
    assert all(one in shown.replace("- ", "-") for one in where)
    assert f"of {expected}" in shown


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (("coverage", "-q", "-v"), "--quiet and --verbose cannot be used together"),
        (("graph", "--depth", "2"), "--depth can only be used with --focus"),
        (
            ("coverage", "--snapshot", "x.txt", "--where", "theme=talent"),
            "--snapshot keeps every state, so it cannot",
        ),
        (("report", "--sections", "gaps", "-f", "csv"), "--sections cannot be used with -f csv"),
        (("report", "--sections", "gaps", "-f", "json"), "--sections cannot be used with -f json"),
        (
            ("report", "--sections", "gaps", "-o", "x.html"),
            "--sections cannot be used with -f html",
        ),
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


@pytest.mark.parametrize("option", ["--fail-under", "--fail-under-any"])
def test_a_threshold_that_is_no_number(option: str, run: Runner) -> None:
    found = run("coverage", option, "nan")
    assert (found.status, found.out) == (2, "")
    assert f"{option} needs a number" in found.err


def test_nothing_asked_shows_the_help(run: Runner) -> None:
    assert run() == run("--help")
    assert run().status == 0


@pytest.mark.parametrize(("value", "colour"), [("0", False), ("1", True), ("", False)])
def test_force_color(
    value: str, colour: bool, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", value)
    assert ("\x1b[" in run("coverage").out) == colour
