"""The workflows of docs/ci.md, read by zizmor, an auditor, and by actionlint."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from dosa_trace.language import Language
from dosa_trace.new_catalogue.around import files_around

HERE = Path(__file__).parent
CI = HERE.parent.parent / "docs" / "ci.md"
#: What a stranger's pull request could use, as the page once had it.
CARELESS = """\
on: pull_request
permissions: write-all
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: echo "${{ github.event.pull_request.title }}"
"""


@pytest.fixture
def workflow(tmp_path: Path) -> Path:
    (text,) = re.findall(
        r"```yaml\n(# \.github/workflows/.*?)```", CI.read_text(encoding="utf-8"), re.DOTALL
    )
    return written(tmp_path, text)


def written(folder: Path, text: str) -> Path:
    path = folder / ".github" / "workflows" / "catalogue.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def audited(path: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "zizmor"
    command = [str(program), "--offline", "--persona", "pedantic", "--no-progress", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def linted(judges: Path, path: Path) -> list[str]:
    command = ["node", str(HERE / "workflow.mjs"), str(judges), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_an_auditor_and_a_linter_find_nothing(workflow: Path, judges: Path) -> None:
    told = audited(workflow)
    assert told.returncode == 0, told.stdout + told.stderr
    assert linted(judges, workflow) == []


@pytest.mark.parametrize("program", [None, "https://x.example/r@0123456789abcdef"])
def test_they_find_nothing_in_what_a_new_catalogue_gets(
    program: str | None, tmp_path: Path, judges: Path
) -> None:
    (job,) = (
        file for file in files_around(Language.NL, program) if file.path.endswith("catalogue.yml")
    )
    path = written(tmp_path, job.text)
    told = audited(path)
    assert told.returncode == 0, told.stdout + told.stderr
    assert linted(judges, path) == []


def test_they_can_say_no(tmp_path: Path, judges: Path) -> None:
    path = written(tmp_path, CARELESS)
    told = audited(path)
    assert told.returncode != 0
    for what in ("template-injection", "unpinned-uses", "artipacked", "excessive-permissions"):
        assert what in told.stdout
    assert any("untrusted" in one for one in linted(judges, path))


def test_who_reads_the_change_writes_nothing_and_who_writes_reads_none_of_it(
    workflow: Path, judges: Path
) -> None:
    data = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    assert data["permissions"] == {}
    for job in data["jobs"].values():
        uses = [step["uses"] for step in job["steps"] if "uses" in step]
        assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", one) for one in uses)
        assert all("${{" not in step.get("run", "") for step in job["steps"])
        writes = "write" in job["permissions"].values()
        assert writes != any("checkout" in one for one in uses)


def test_each_command_that_takes_names_ends_its_options_before_them() -> None:
    """A revision or a file may be called like an option."""
    text = CI.read_text(encoding="utf-8")
    named = re.findall(r"dosa-trace (?:diff|check|fill)[^\n`]*\"\$[^\n]*", text)
    assert len(named) >= 3
    assert all(" -- " in one for one in named)
