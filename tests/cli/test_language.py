from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from dosa_trace.cli.commands import COMMANDS
from tests.build import FROZEN
from tests.cli.conftest import Runner

#: Words of English help that no Dutch sentence has.
ENGLISH = re.compile(
    r"(?i)\b(the|and|what|which|show|with|from|this|only|write|counts?|each|every|whether|not|says|"
    r"shown|value|message|exit|usage|default|required|file|name|print)\b"
)
#: What stands in help as it is typed: options, choices, commands, ids, a line of YAML.
TYPED = re.compile(
    r"^[\w-]+  +|--?[a-z][a-z-]*|<[^>]*>|`[^`]*`|\w+=\S+|# yaml-\S+ \S+|dosa-trace \w+"
)


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_no_line_of_dutch_help_is_english(name: str, run: Runner) -> None:
    asked = [name] if name else []
    dutch, english = (run(*asked, "--help", "--lang", lang).out for lang in ("nl", "en"))
    said = " ".join(english.split())
    for line in dutch.splitlines():
        text = TYPED.sub(" ", line.strip())
        words = re.findall(r"[A-Za-z]+", text)
        assert not ENGLISH.search(text), line
        if len(words) > 2 and not line.strip().startswith(("sources,", "themes,", "SOORT")):
            assert " ".join(line.split()) not in said, line
    assert len(dutch.splitlines()) > 10


def test_the_language_is_asked_for_then_the_environments_then_the_catalogues(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    assert run("coverage").out.startswith("Coverage of recommendations: AI autonomy")
    monkeypatch.setenv("DOSA_TRACE_LANG", "nl")
    assert run("coverage").out.startswith("Dekking van aanbevelingen: AI-autonomie")
    assert run("coverage", "--lang", "en").out.startswith(
        "Coverage of recommendations: AI autonomy"
    )
    monkeypatch.delenv("DOSA_TRACE_LANG")
    (tmp_path / "c.yaml").write_text("catalogue: {title: Toets, languages: [nl, en]}\n")
    assert run("coverage", "--catalog", "c.yaml").out.startswith("Dekking van aanbevelingen: Toets")
    wrong = run("why", "x", "--catalog", "c.yaml")
    assert wrong.err.startswith("fout: geen enkel record heeft id 'x'")


def test_mistakes_in_the_command_line_are_told_in_dutch(run: Runner) -> None:
    found = run("coverage", "--lang", "nl", "--zoek", "theme")
    assert found.err.startswith("fout: deze optie bestaat niet: --zoek")
    assert "tip: bekijk de mogelijkheden met dosa-trace coverage --help" in found.err


@pytest.mark.parametrize(
    ("asked", "message", "hint"),
    [
        (
            ("dekkend",),
            "deze opdracht bestaat niet: 'dekkend'",
            "bekijk de mogelijkheden met dosa-trace --help",
        ),
        (("cov",), "deze opdracht bestaat niet: 'cov'", "bedoelde u 'coverage'?"),
        (("coverage", "--whre", "x"), "deze optie bestaat niet: --whre", "bedoelde u '--where'?"),
        (("show",), "er ontbreekt een argument: 'ID'", "dosa-trace show --help"),
        (("show", "a", "b"), "te veel woorden: b", "dosa-trace show --help"),
        (("why", "a", "--limit", "x"), "'--limit': 'x' is geen geheel getal", "why --help"),
        (("why", "a", "--limit", "0"), "'--limit': 0 is minder dan 1", "why --help"),
        (("coverage", "--fail-under", "x"), "'--fail-under': 'x' is geen getal", "--help"),
        (("coverage", "--fail-under", "101"), "101.0 ligt niet tussen 0 en 100", "--help"),
        (("coverage", "--basis", "x"), "'--basis': 'x' is niet 'stated' of 'inferred'", "--help"),
        (("coverage", "-f"), "optie '-f' heeft een waarde nodig", "dosa-trace coverage --help"),
        (("coverage", "--plain=x"), "achter optie '--plain' hoort geen waarde", "coverage --help"),
        (("--where", "x", "gaps"), "deze optie bestaat niet: --where", "dosa-trace gaps --where"),
    ],
)
def test_each_mistake_in_a_command_line(
    asked: tuple[str, ...], message: str, hint: str, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSA_TRACE_LANG", "nl")
    found = run(*asked)
    assert (found.status, found.out) == (2, "")
    said, how, *more = found.err.splitlines()
    assert said.startswith("fout: ")
    assert message in said
    assert how.startswith("tip: ")
    assert hint in how
    assert more == []


def test_catalogue_text_falls_back_to_the_language_that_it_has(run: Runner) -> None:
    catalog = str(FROZEN)
    assert "InvestAI" in run("show", "investai", "--lang", "nl", "--catalog", catalog).out


def test_an_unknown_language_in_the_environment_is_no_language(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSA_TRACE_LANG", "fr")
    found = run("coverage")
    assert (found.status, found.out) == (2, "")
    assert "DOSA_TRACE_LANG is 'fr'" in found.err
    assert run("coverage", "--lang", "nl").out.startswith("Dekking")
    monkeypatch.setenv("DOSA_TRACE_LANG", "nl_NL.UTF-8")
    assert run("coverage").out.startswith("Dekking")


def test_a_diff_speaks_the_language_of_the_catalogue(run: Runner, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(
            "catalogue: {title: T, languages: [nl]}\nobjectives:\n  - {id: x, title: X}\n"
            "links:\n  - {from: x, to: nobody, extent: full, basis: inferred, rationale: R}\n"
        )
    found = run("diff", "--from", "a.yaml", "--to", "b.yaml")
    assert found.err.startswith(
        "fout: de catalogus van 'a.yaml' bevat fouten, dus er zijn geen cijfers"
    )
