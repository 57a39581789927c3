"""What the documents promise: commands that are there, examples that run, a true picture."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from docs import format as format_page
from docs import rules, tried
from docs.format_words import KINDS, VALUES
from docs.picture import PICTURES, THEMES, answer, picture
from dosa_trace.catalog.fields.help_in_dutch import DUTCH
from dosa_trace.catalog.fields.table import (
    CATALOGUE,
    COLLECTIONS,
    TABLE_OF,
    FieldTable,
    ListOf,
    Part,
)
from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.model.vocabulary import InstrumentKind
from dosa_trace.catalog.text.reader import read_root
from dosa_trace.catalog.text.values import plain_data
from dosa_trace.checks.registry import check
from dosa_trace.cli.app import Run, build
from dosa_trace.cli.commands import COMMANDS
from dosa_trace.diagnostics import Severity
from dosa_trace.labels import OF_VOCABULARY
from tests.build import FROZEN, ROOT
from tests.cli.conftest import Runner, run

__all__ = ["run"]

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def test_the_two_commands_are_those_that_ci_runs() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [block.strip() for block in blocks("sh")]
    assert len(commands) == 2
    assert all(command in lines for command in commands)


def test_the_python_example_runs_and_is_true(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "catalog").symlink_to(FROZEN)
    monkeypatch.chdir(tmp_path)
    (example,) = blocks("python")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example, "README.md", "exec"), {})
    assert printed.getvalue().startswith(
        "4 of 6 are partly covered\n# Dekking van aanbevelingen: AI-autonomie, van"
    )


def test_every_command_is_in_the_readme_and_no_other() -> None:
    assert set(re.findall(r"^\| `dosa-trace ([\w-]+)", README, re.MULTILINE)) == COMMANDS.keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_that_the_readme_names_is_there(name: str, run: Runner) -> None:
    shown = run(name, "--help").out
    for option in ("--format", "--output", "--lang", "--color", "--quiet"):
        assert option in shown
    assert ("--catalog" in shown) == COMMANDS[name].reads


@pytest.mark.parametrize("name", [name for name, asked in PICTURES.items() if asked.edit])
def test_the_pictures_show_what_the_program_prints(name: str) -> None:
    """`python docs/picture.py` draws them anew; those of the shipped catalogue are compared by its
    own tests."""
    printed = answer(PICTURES[name])
    for ending, theme in THEMES.items():
        drawn = (ROOT / "docs" / f"{name}{ending}.svg").read_text(encoding="utf-8")
        assert words_of(drawn) == words_of(picture(name, printed, theme))


def words_of(picture: str) -> list[str]:
    return re.sub(r"<style>.*?</style>|<[^>]+>", " ", picture, flags=re.S).split()


@pytest.mark.parametrize("path", sorted(ROOT.glob("docs/*.svg")), ids=lambda path: path.name)
def test_a_picture_asks_nothing_of_the_network(path: Path) -> None:
    drawn = path.read_text(encoding="utf-8")
    assert "http" not in re.sub(r"http://www\.w3\.org/2000/svg|<!--.*?-->", "", drawn)


@pytest.mark.parametrize("path", sorted(ROOT.glob("docs/*.md")), ids=lambda path: path.name)
def test_the_yaml_of_the_documents_is_yaml(path: Path) -> None:
    for block in re.findall(r"^```yaml\n(.*?)^```", path.read_text(encoding="utf-8"), re.S | re.M):
        yaml.safe_load(block)


def test_every_command_of_the_documents_is_understood() -> None:
    """Each `dosa-trace …` with options that the command has."""
    for path in (ROOT / "docs").glob("*.md"):
        for line in re.findall(r"dosa-trace [a-z]+ [^`\n]*", path.read_text(encoding="utf-8")):
            words = [word for word in line.split() if re.fullmatch(r"--?[a-z][a-z-]*", word)]
            name = line.split()[1]
            command = typer.main.get_command(build(Run(()), name)).commands[name]  # type: ignore[attr-defined]
            options = {option for one in command.params for option in one.opts}
            if COMMANDS[name].takes_any:  # each field of the format is an option too
                tables = (*COLLECTIONS.values(), *TABLE_OF.values())
                options |= {f"--{field.key}" for table in tables for field in table.fields}
            assert set(words) <= options, line


def test_links_in_the_documents_lead_somewhere() -> None:
    for document in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")):
        text = document.read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
            assert (document.parent / target).exists(), (document.name, target)


def test_every_document_beside_the_code_is_in_what_is_published() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert {f"/{path.name}" for path in ROOT.glob("*.md")} <= set(included)


def test_every_dependency_is_justified() -> None:
    written = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    needed = re.findall(r'"([A-Za-z][A-Za-z-]+)[><=]', project)
    assert len(needed) >= 8
    assert all(name in written for name in needed if name != "hatchling")


@pytest.mark.parametrize("path", format_page.PAGES.values(), ids=lambda path: path.name)
def test_the_page_of_the_format_is_what_the_program_reads(path: Path) -> None:
    """`python -m docs.format` writes it anew."""
    assert path.read_text(encoding="utf-8") == format_page.pages()[path]


def test_the_page_of_the_rules_is_what_the_program_says() -> None:
    """`python -m docs.rules` writes it anew, and fails where the program says something else."""
    assert rules.PAGE.read_text(encoding="utf-8") == rules.page()


def test_every_rule_that_the_code_cites_stands_on_the_page() -> None:
    """By the title of its example: `(docs/rules.md, *As of a date*)`."""
    titles = {example.title for example in rules.EXAMPLES}
    cited = {
        " ".join(title.split())
        for folder in ("dosa_trace", "tests")
        for path in (ROOT / folder).rglob("*.py")
        for title in re.findall(r"docs/rules\.md,\s+\*([^*]+)\*", path.read_text(encoding="utf-8"))
    }
    assert len(cited) >= 8
    assert cited <= titles


@pytest.mark.parametrize("one", rules.EXAMPLES, ids=lambda one: one.title)
def test_a_rule_of_the_page_has_a_catalogue_that_is_sound(
    one: rules.Example, tmp_path: Path
) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(rules.BASE + one.yaml, encoding="utf-8")
    catalog, reading = load_catalog(path)
    assert [found for found in (*reading,) if found.severity is Severity.ERROR] == []
    assert one.asked and catalog.recommendations


def test_an_example_that_is_not_so_is_refused() -> None:
    example = rules.EXAMPLES[0]
    with pytest.raises(ValueError, match="does not say"):
        list(
            rules.said(rules.Asked(rules.EACH, ("planned (inferred)",)), rules.BASE + example.yaml)
        )


def test_every_field_has_an_example_that_is_clean() -> None:
    catalog, reading = load_catalog(format_page.EXAMPLE)
    report = check(catalog, reading, date(2026, 11, 23))
    assert [one.code for one in report.diagnostics if one.code != "DT213"] == []
    written = {
        (table.record, key)
        for record in (*catalog.by_id.values(), *catalog.links)
        for table, data in _records(TABLE_OF[type(record)], plain_data(record.place.node))
        for key in data
    }
    (file,) = catalog.files
    root, _ = read_root(file.path, file.text)
    info = plain_data(root)["catalogue"] if root else {}
    written |= {(table.record, key) for table, data in _records(CATALOGUE, info) for key in data}
    wanted = {(table.record, field.key) for table in TABLE_OF.values() for field in table.fields}
    shared = {(record, key) for record, key in wanted if key == "waive"}
    assert shared & written
    assert wanted - written - shared == set()


def _records(
    table: FieldTable, data: dict[str, Any]
) -> Iterator[tuple[FieldTable, dict[str, Any]]]:
    """A record and every record inside it."""
    yield table, data
    for field in table.fields:
        type_ = field.type.item if isinstance(field.type, ListOf) else field.type
        if isinstance(type_, Part) and field.key in data:
            inside = data[field.key]
            for one in inside if isinstance(inside, list) else [inside]:
                yield from _records(type_.table, one)


def test_every_word_and_field_has_a_meaning_in_both_languages() -> None:
    assert {name: set(words) for name, words in VALUES.items()} == {
        name: set(words) for name, words in OF_VOCABULARY.items()
    }
    fields = [field for table in TABLE_OF.values() for field in table.fields]
    assert {field.about for field in fields} == DUTCH.keys()
    assert set(KINDS) == {kind for kind in InstrumentKind if not kind.acts}


def test_what_was_tried_is_counted_from_the_tests() -> None:
    """`python -m docs.tried` writes it anew."""
    page = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    assert tried.with_table(page) == page


def test_each_promise_names_a_test_that_is_there() -> None:
    page = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:tests/|\.ci/)[\w/.]+)`", page))
    assert len(named) > 8
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("adviser", marks=pytest.mark.costly),
        "adviseur",
        "maintainer",
        "judging",
        "programmer",
        "export",
    ],
)
def test_every_command_of_a_page_of_questions_runs(name: str, run: Runner) -> None:
    """In the order of the page, in a folder with a catalogue of one's own and the page's note."""
    page = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    shutil.copytree(FROZEN, "catalog")
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "-A"], check=True)
    who = ("-c", "user.name=n", "-c", "user.email=e@example.org")
    subprocess.run(["git", *who, "commit", "-qm", "all"], check=True)
    for note in re.findall(r"^```markdown\n(.*?)^```", page, re.S | re.M):
        Path("note.md").write_text(note, encoding="utf-8")
    for sheet in re.findall(r"^```csv\n(.*?)^```", page, re.S | re.M):
        Path("responses.csv").write_text(sheet, encoding="utf-8")
    lines = [
        line
        for block in re.findall(r"^```sh\n(.*?)^```", page, re.S | re.M)
        for line in block.splitlines()
    ]
    assert len(lines) > 8
    for line in lines:
        program, *words = shlex.split(line)
        assert program == "dosa-trace"
        found = run(*words)
        assert found.status == 0, (line, found.err)
        assert found.out or {"-o", "--snapshot", "--verify"} & {*words}, line
