"""What stands around a new catalogue: the hooks of pre-commit, a workflow that judges each change,
and what git leaves out. The program is named as it was installed, where that is known."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution
from string import Template
from typing import Final

from dosa_trace.catalog.text.files import JOURNAL
from dosa_trace.language import Language, Phrase, say
from dosa_trace.new_catalogue.files import FOLDER, NewFile

WORKFLOW: Final = ".github/workflows/catalogue.yml"
#: Whose repository of the program is used, and which of its commits, where nobody can tell.
UNKNOWN: Final = "https://github.com/OWNER/dosa-trace@REVISION"


def files_around(language: Language, program: str | None) -> tuple[NewFile, ...]:
    """The files beside the folder of a catalogue; the program is `program`, an address and a
    commit, or has still to be written down."""
    telling = say(TELLING if program is None else TELLING_KNOWN, language)
    values = {"program": program or UNKNOWN, "telling": telling, "folder": FOLDER}
    return (
        NewFile(
            ".pre-commit-config.yaml",
            HOOKS.substitute(about=say(HOOKS_ARE, language), folder=FOLDER),
            HOOKS_ARE,
        ),
        NewFile(WORKFLOW, JOB.substitute(values, about=say(JOB_IS, language)), JOB_IS),
        NewFile(".gitignore", f"# {say(IGNORED, language)}\n{JOURNAL}\n", IGNORED),
    )


def program_installed() -> str | None:
    """The address and commit from which pip installed the program out of a repository of git; None
    where it came otherwise."""
    try:
        told = distribution("dosa-trace").read_text("direct_url.json")
        origin = json.loads(told or "{}")
    except (PackageNotFoundError, ValueError):
        return None
    commit = origin.get("vcs_info", {}).get("commit_id")
    address = str(origin.get("url", ""))
    is_open = address.startswith("https://") and "@" not in address
    return f"{address}@{commit}" if commit and is_open else None


HOOKS: Final = Template("""\
# $about
repos:
  - repo: local
    hooks:
      - id: dosa-trace-check
        name: dosa-trace check
        entry: dosa-trace check
        language: system
        pass_filenames: false
        files: ^$folder/
      - id: dosa-trace-diff
        name: dosa-trace diff
        entry: dosa-trace diff --fail-on regression
        language: system
        pass_filenames: false
        files: ^$folder/
""")
JOB: Final = Template("""\
# $about
name: catalogue
on:
  pull_request:
    paths: ["$folder/**"]
permissions: {}
concurrency:
  group: catalogue-$${{ github.ref }}
  cancel-in-progress: true
jobs:
  judge:
    name: judge the change
    runs-on: ubuntu-latest
    permissions:
      contents: read # to check the change out
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with: {fetch-depth: 0, persist-credentials: false}
      - uses: actions/setup-python@e797f83bcb11b83ae66e0230d6156d7c80228e7c # v6.0.0
        with: {python-version: "3.13"}
      - run: pip install "git+$$DOSA_TRACE"
        env:
          # $telling
          DOSA_TRACE: $program
      - run: dosa-trace check --strict --snapshot $folder/coverage.snapshot
      - if: $${{ !cancelled() }}
        run: dosa-trace diff --fail-on regression -- "$$BASE...HEAD"
        env:
          BASE: origin/$${{ github.base_ref }}
""")
HOOKS_ARE = Phrase(
    "What pre-commit runs before each commit: https://pre-commit.com",
    "Wat pre-commit voor elke commit draait: https://pre-commit.com",
)
JOB_IS = Phrase(
    "What GitHub runs for each proposed change of the catalogue.",
    "Wat GitHub draait bij elke voorgestelde wijziging van de catalogus.",
)
TELLING = Phrase(
    "Write here whose repository of dosa-trace you use, and which of its commits.",
    "Schrijf hier wiens repository van dosa-trace u gebruikt, en welke commit.",
)
TELLING_KNOWN = Phrase(
    "The program as it was when this catalogue was started.",
    "Het programma zoals het was toen deze catalogus begon.",
)
IGNORED = Phrase(
    "An edit of several files that is being written.",
    "Een wijziging van enkele bestanden die wordt opgeslagen.",
)
