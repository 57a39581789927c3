"""A scripted history of a catalogue in git, and what `diff` says of each edit."""

from __future__ import annotations

import difflib
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.build import FROZEN, GOLDEN
from tests.cli.conftest import Runner

SHOWN_IN = GOLDEN / "diff"
ON = ("--as-of", "2026-11-23")

Edit = Callable[[Path], None]


def git(folder: Path, *arguments: str) -> str:
    settings = ("-c", "user.name=A maintainer", "-c", "user.email=a@example.org",
                "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false")  # fmt: skip
    done = subprocess.run(
        ["git", "-C", str(folder), *settings, *arguments],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The frozen catalogue in a repository of its own, in the current folder."""
    shutil.copytree(FROZEN, tmp_path / "catalog")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "--quiet", "-m", "A catalogue")
    return tmp_path


def replaced(file: str, before: str, after: str) -> Edit:
    def edit(catalog: Path) -> None:
        path = catalog / file
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")

    return edit


def appended(file: str, text: str) -> Edit:
    def edit(catalog: Path) -> None:
        path = catalog / file
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(before + text, encoding="utf-8")

    return edit


def mass_renaming(catalog: Path) -> None:
    """Every id of the factsheets in another spelling, wherever it stands."""
    for path in catalog.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"\bfs-(?=[a-z])", "factsheets.", text), encoding="utf-8")


NEW_LINK = """\
  - from: fs-waardeketen-data
    to: ai-fabriek-data
    extent: partial
    basis: inferred
    rationale: {nl: De datafaciliteit is voor AI bedoeld., en: The data facility is meant for AI.}
"""
NEW_FILE = """\
sources:
  - {id: new-advice, kind: report, title: New advice, publisher: An adviser, date: 2026-01}
recommendations:
  - {id: new-models, source: new-advice, title: Support open models, specificity: 3}
"""
STRATEGY = "      - {date: 2026-07-03, value: adopted, source: onrecord-2026-07-03}\n"
STOPPED = f"{STRATEGY}      - {{date: 2026-09-01, value: stopped, source: onrecord-2026-07-03}}\n"
EDITS: dict[str, Edit] = {
    "new-link": appended("links/factsheets-2025.yaml", NEW_LINK),
    "ended-instrument": replaced(
        "instruments/netherlands.yaml",
        STRATEGY,
        STOPPED,
    ),
    "mass-renaming": mass_renaming,
    "changed-quote": replaced(
        "objectives.yaml",
        "quote: het vergroten van de beschikbaarheid van AI-talent",
        "quote: de beschikbaarheid van AI-talent",
    ),
    "new-file": appended("recommendations/new.yaml", NEW_FILE),
    "weaker-link": replaced("links/aims-2025.yaml", "extent: partial", "extent: marginal"),
    "removed-file": lambda catalog: (catalog / "links" / "factsheets-2025.yaml").unlink(),
}


#: A change in a pull request, and one in a Dutch terminal.
SHOWN = [("ended-instrument", "md"), ("mass-renaming", "txt"), ("weaker-link", "txt")]


@pytest.mark.parametrize(("name", "form"), SHOWN)
def test_each_edit_of_a_history(
    name: str, form: str, run: Runner, repository: Path, request: pytest.FixtureRequest
) -> None:
    EDITS[name](repository / "catalog")
    options = ("-f", "markdown") if form == "md" else ("--lang", "nl")
    found = run("diff", *ON, *options)
    assert (found.status, found.err) == (0, "")
    path = SHOWN_IN / f"{name}.{form}"
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found.out, encoding="utf-8", newline="\n")
    assert found.out == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_behind() -> None:
    expected = {f"{name}.{form}" for name, form in SHOWN}
    assert {path.name for path in SHOWN_IN.iterdir()} == {*expected, "typo-in-an-id.txt"}


def data(run: Runner, *arguments: str) -> Any:
    found = run("diff", *arguments, *ON, "-f", "json")
    assert (found.status, found.err) == (0, "")
    return json.loads(found.out)


def test_a_typo_in_an_id_is_told_with_what_was_meant(
    run: Runner, repository: Path, request: pytest.FixtureRequest
) -> None:
    replaced("links/aims-2025.yaml", "to: agdb", "to: agbd")(repository / "catalog")
    found = run("diff", *ON)
    assert (found.status, found.out) == (2, "")
    path = SHOWN_IN / "typo-in-an-id.txt"
    if request.config.getoption("--update-golden"):
        path.write_text(found.err, encoding="utf-8", newline="\n")
    assert found.err == path.read_text(encoding="utf-8")
    assert "did you mean 'agdb'" in found.err
    git(repository, "commit", "--quiet", "-a", "-m", "A typo")
    replaced("links/aims-2025.yaml", "to: agbd", "to: agdb")(repository / "catalog")
    found = run("diff", *ON)
    assert found.status == 2
    assert "the catalogue of 'HEAD' contains errors, so there are no figures" in found.err
    assert run("diff", "HEAD~1", *ON).out.splitlines()[-1] == "There is no difference."


def test_nothing_differs_in_a_fresh_repository(run: Runner, repository: Path) -> None:
    assert run("diff", *ON).out.splitlines()[-1] == "There is no difference."
    assert run("diff", *ON, "--fail-on", "change").status == 0


def test_many_records_that_say_the_same_are_known_again_at_once(
    run: Runner, tmp_path: Path
) -> None:
    """Each compared with each would be a million comparisons."""
    for name in ("a", "b"):
        aims = "".join(f"  - {{id: {name}{at}, title: Aim}}\n" for at in range(1000))
        text = f"catalogue: {{title: T, languages: [en]}}\nobjectives:\n{aims}"
        (tmp_path / f"{name}.yaml").write_text(text)
    counted = 0
    original = difflib.SequenceMatcher.ratio

    def ratio(matcher: difflib.SequenceMatcher[str]) -> float:
        nonlocal counted
        counted += 1
        return original(matcher)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(difflib.SequenceMatcher, "ratio", ratio)
        found = run("diff", "--from", "a.yaml", "--to", "b.yaml", "-f", "json")
    assert found.status == 0
    assert len(json.loads(found.out)["difference"]["renamed"]) == 1000
    assert counted < 10_000


def test_revisions_ranges_and_the_work_tree(run: Runner, repository: Path) -> None:
    EDITS["new-link"](repository / "catalog")
    git(repository, "commit", "--quiet", "-a", "-m", "A link")
    git(repository, "checkout", "--quiet", "-b", "other", "HEAD~1")
    EDITS["new-file"](repository / "catalog")
    git(repository, "add", "-A")
    git(repository, "commit", "--quiet", "-m", "A file")
    both = data(run, "main", "other")
    assert len(both["difference"]["added"]) == 2
    assert len(both["difference"]["links_removed"]) == 1
    assert data(run, "main..other") == both
    since = data(run, "main...other")
    assert len(since["difference"]["added"]) == 2
    assert since["difference"]["links_removed"] == []
    assert data(run, "main")["difference"] == both["difference"]


def test_two_folders(run: Runner, repository: Path, tmp_path: Path) -> None:
    shutil.copytree(FROZEN, tmp_path / "other")
    EDITS["new-link"](tmp_path / "other")
    found = data(run, "--from", "catalog", "--to", "other")
    assert [one["after"] for one in found["states"]] == ["planned"]
    back = data(run, "--from", "other", "--to", "catalog")
    assert [one["worse"] for one in back["states"]] == [True]
    assert run("diff", "--from", "catalog").status == 2


@pytest.mark.parametrize(
    ("edit", "regression", "change"),
    [("new-link", 0, 1), ("ended-instrument", 1, 1), ("mass-renaming", 0, 0), ("new-file", 0, 0)],
)
def test_fail_on(edit: str, regression: int, change: int, run: Runner, repository: Path) -> None:
    EDITS[edit](repository / "catalog")
    assert run("diff", *ON, "--fail-on", "regression").status == regression
    assert run("diff", *ON, "--fail-on", "change").status == change


def test_each_change_of_state_names_the_edit_that_made_it(run: Runner, repository: Path) -> None:
    """Beside an edit that did nothing."""
    EDITS["changed-quote"](repository / "catalog")
    EDITS["ended-instrument"](repository / "catalog")
    EDITS["new-link"](repository / "catalog")
    states = data(run)["states"]
    causes = {one["id"]: one["because"] for one in states}
    assert [one["id"] for one in causes["aiv-strategie"]] == ["internationale-ai-strategie"]
    assert causes["aiv-strategie"][0]["fields"] == ["status"]
    assert [one["id"] for one in causes["fs-waardeketen-data"]] == [
        "fs-waardeketen-data → ai-fabriek-data"
    ]


def test_what_two_edits_did_together_names_both(run: Runner, repository: Path) -> None:
    catalog = repository / "catalog"
    appended("links/factsheets-2025.yaml", NEW_LINK)(catalog)
    appended(
        "links/factsheets-2025.yaml",
        NEW_LINK.replace("to: ai-fabriek-data", "to: ai-fabriek-supercomputer"),
    )(catalog)
    (state,) = data(run)["states"]
    assert len(state["because"]) == 2


def test_a_file_that_changed_may_be_named(run: Runner, repository: Path) -> None:
    EDITS["new-link"](repository / "catalog")
    named = run("diff", "catalog/links/factsheets-2025.yaml", "catalog/objectives.yaml", *ON)
    assert named == run("diff", *ON)


def test_a_link_becomes_suspect(run: Runner, repository: Path) -> None:
    catalog = repository / "catalog"
    appended("links/factsheets-2025.yaml", NEW_LINK + "    reviewed: {date: 2026-10, by: me}\n")(
        catalog
    )
    hints = json.loads(run("check", *ON, "-f", "json").out)["diagnostics"]
    (digest,) = [one["hint"].split()[-1] for one in hints if one["code"] == "DT312"]
    replaced("links/factsheets-2025.yaml", "by: me}", f"by: me, digest: '{digest}'}}")(catalog)
    git(repository, "commit", "--quiet", "-a", "-m", "A reviewed link")
    assert data(run)["new_suspects"] == []
    replaced("links/factsheets-2025.yaml", "is meant for AI.", "is open to AI.")(catalog)
    (one,) = data(run)["new_suspects"]
    assert one["target"] == "ai-fabriek-data"
    assert (
        "counted links that changed after their last review: 1"
        in run("coverage", "--caveats", *ON).out
    )
    assert (
        "planned" not in run("why", "fs-waardeketen-data", *ON, "--no-suspect").out.split("\n")[4]
    )


def test_questions_that_git_cannot_answer(
    run: Runner, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    near = run("diff", "mian")
    assert (near.status, near.out) == (2, "")
    assert "git has no revision 'mian'" in near.err
    assert "did you mean 'main'" in near.err
    assert run("diff", "--as-of", "2026", "a", "b", "c").status == 2
    dash = run("diff", "--", "--help")
    assert "git has no revision '--help'" in dash.err
    git(repository, "mv", "catalog", "moved")
    git(repository, "commit", "--quiet", "-m", "Moved")
    gone = run("diff", "HEAD~1", "--catalog", "moved")
    assert "revision 'HEAD~1' has no catalogue at 'moved'" in gone.err
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    missing = run("diff", "--catalog", "moved")
    assert (missing.status, "git is not installed" in missing.err) == (2, True)


def test_a_catalogue_outside_a_repository(run: Runner, tmp_path: Path) -> None:
    shutil.copytree(FROZEN, tmp_path / "catalog")
    found = run("diff")
    assert found.status == 2
    assert "the catalogue is in no git repository" in found.err
    assert "--from" in found.err


def test_the_work_tree_is_not_touched(run: Runner, repository: Path) -> None:
    EDITS["new-link"](repository / "catalog")
    before = git(repository, "status", "--porcelain")
    data(run, "HEAD")
    assert git(repository, "status", "--porcelain") == before
    assert git(repository, "stash", "list") == ""


def test_records_that_moved_to_another_file_do_not_differ(run: Runner, repository: Path) -> None:
    catalog = repository / "catalog"
    (catalog / "objectives.yaml").rename(catalog / "aims.yaml")
    assert run("diff", *ON).out.splitlines()[-1] == "There is no difference."


def test_a_path_that_is_no_revision_is_not_left_in_silence(
    repository: Path, run: Runner, tmp_path: Path
) -> None:
    """A hook names the files of the catalogue that changed; two other paths are a question."""
    elsewhere = tmp_path / "other.yaml"
    elsewhere.write_text("{}\n", encoding="utf-8")
    found = run("diff", str(elsewhere), str(elsewhere))
    assert found.status == 2
    assert "path outside the catalogue" in found.err and "--from OLD --to NEW" in found.err
    assert run("diff", "catalog/sources.yaml", *ON).status == 0


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
    assert "Instruments that no longer support anything" in found.out
    assert "N (whole; its part M still does)" in found.out
    told = json.loads(run("diff", "--from", "a.yaml", "--to", "b.yaml", *ON, "-f", "json").out)
    assert [(one["id"], one["parts"]) for one in told["ended"]] == [("whole", ["part"])]
