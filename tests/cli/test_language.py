from __future__ import annotations

from typing import Any

import pytest
import typer

from dosa_trace.cli.app import build
from dosa_trace.cli.dutch import DUTCH, in_dutch
from tests.build import FROZEN
from tests.cli.conftest import Runner


def _help_texts(command: Any) -> list[str]:
    texts = [command.help, *(getattr(one, "help", None) for one in command.params)]
    for below in getattr(command, "commands", {}).values():
        texts += _help_texts(below)
    return [text for text in texts if text]


def test_all_help_has_dutch_and_no_dutch_is_left_over() -> None:
    first_lines = {text.splitlines()[0] for text in _help_texts(typer.main.get_command(build()))}
    assert first_lines == DUTCH.keys()
    assert all(in_dutch(line) != line for line in first_lines)


def test_the_language_is_asked_for_then_the_environments_then_the_catalogues(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    assert run("coverage").out.startswith("Coverage: AI autonomy")
    monkeypatch.setenv("DOSA_TRACE_LANG", "nl")
    assert run("coverage").out.startswith("Dekking: AI-autonomie")
    assert run("coverage", "--lang", "en").out.startswith("Coverage: AI autonomy")
    monkeypatch.delenv("DOSA_TRACE_LANG")
    (tmp_path / "c.yaml").write_text("catalogue: {title: Toets, languages: [nl, en]}\n")
    assert run("coverage", "--catalog", "c.yaml").out.startswith("Dekking: Toets")
    wrong = run("why", "x", "--catalog", "c.yaml")
    assert wrong.err.startswith("fout: geen enkel record heeft id 'x'")


def test_mistakes_in_the_command_line_are_told_in_dutch(run: Runner) -> None:
    found = run("coverage", "--lang", "nl", "--bij", "theme")
    assert found.err.startswith("fout: deze optie bestaat niet: --bij")
    assert "tip: `dosa-trace coverage --help` toont wat te vragen is" in found.err
    found = run("dekking", "--lang", "nl")
    assert found.status == 2
    assert found.err.startswith("fout: ")


def test_catalogue_text_falls_back_to_the_language_that_it_has(run: Runner) -> None:
    catalog = str(FROZEN)
    assert "InvestAI" in run("show", "investai", "--lang", "nl", "--catalog", catalog).out
