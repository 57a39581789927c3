"""An answer depends on nothing but the catalogue, the date and the options: on no network, no
order of Python's own, no time zone, no locale, no folder."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.build import FROZEN
from tests.cli.conftest import Runner
from tests.hostile.test_outputs import ASKED, piped_formats

ON = ("--as-of", "2026-11-23")
OF_THE_FROZEN = {
    **ASKED, "why": (("fs-talent", *ON),), "show": (("ained",), ("ez",)), "diff": (),
    "suggest": (("fs-talent", *ON),), "fill": (("--list", *ON),),
    "what-if": (ON, ("--stop", "ained", *ON)),
}  # fmt: skip


@pytest.mark.costly
def test_no_command_asks_anything_of_a_network(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for command, asked in OF_THE_FROZEN.items():
        for format_ in piped_formats(command):
            for words in asked:
                if "--brief" not in words:
                    assert run(command, *words, "-f", format_.name).status in (0, 1)


ELSEWHERE = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "nl_NL.UTF-8"},
)
#: What is asked in every run; the others in CI (`--all`).
USUAL = {"coverage", "report", "why", "diff"}
QUESTIONS = (
    ("coverage", "-f", "json"), ("report", "-f", "markdown"), ("report", "-f", "html"),
    ("matrix", "-f", "csv"), ("graph", "-f", "mermaid"), ("orphans", "-f", "markdown"),
    ("why", "fs-talent"), ("diff", "--from", "a", "--to", "b", "-f", "json"),
)  # fmt: skip


@pytest.mark.costly
@pytest.mark.parametrize(
    "question",
    [one if one[0] in USUAL else pytest.param(one, marks=pytest.mark.costly) for one in QUESTIONS],
    ids=" ".join,
)
def test_the_same_question_has_the_same_bytes_everywhere(
    question: tuple[str, ...], tmp_path: Path
) -> None:
    answers = set()
    for number, environment in enumerate(ELSEWHERE):
        here = tmp_path / str(number)
        here.mkdir()
        for name in ("a", "b"):
            shutil.copytree(FROZEN, here / name)
        where = () if question[0] == "diff" else ("--catalog", "a")
        command = [sys.executable, "-m", "dosa_trace", *question, *where, *ON]
        done = subprocess.run(
            command, cwd=here, capture_output=True, check=True, env={**os.environ, **environment}
        )
        answers.add(done.stdout)
    assert len(answers) == 1
    assert answers.pop()
