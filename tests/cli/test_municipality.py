"""Another tier of government: a municipality's catalogue with its own levels, kinds and names."""

from __future__ import annotations

import json

from tests.build import MUNICIPALITY
from tests.cli.conftest import Runner

ELSEWHERE = ("--catalog", str(MUNICIPALITY), "--as-of", "2026-11-23")


def test_a_municipality_is_clean_and_asks_nothing_of_the_cabinet(run: Runner) -> None:
    assert run("check", "--strict", *ELSEWHERE).status == 0
    for language in ("nl", "en"):
        for question in (
            ("coverage",), ("gaps", "--all"), ("cross",), ("report",), ("report", "--brief"),
            ("why", "reken-1"), ("orphans",), ("coverage", "--by", "level"),
        ):  # fmt: skip
            said = run(*question, *ELSEWHERE, "--lang", language).out
            for wrong in ("kabinet", "cabinet", "nationaal", "national", "government"):
                assert wrong not in said.casefold(), (question, language, wrong)


def test_kinds_of_its_own_act_or_do_not(run: Runner) -> None:
    told = json.loads(run("coverage", *ELSEWHERE, "-f", "json").out)
    marks = {one["id"]: (one["older"], one["no_act"]) for one in told["recommendations"]}
    assert marks == {"reken-1": (True, False), "reken-2": (False, True), "reken-3": (False, False)}


def test_who_responded_is_said(run: Runner) -> None:
    """The response's own `by`, else the publisher of its source, which has the office to."""
    for asked in ("reken-1", "reken-2"):
        told = json.loads(run("why", asked, *ELSEWHERE, "-f", "json").out)
        assert told["responses"][0]["by"] == "college van B en W"


def test_an_organisation_shows_what_it_has_to_do_with(run: Runner) -> None:
    told = json.loads(run("show", "college", *ELSEWHERE[:2], "-f", "json").out)["organisation"]
    ids = {key: [one["id"] for one in listed] for key, listed in told.items()}
    assert ids == {
        "asked": [], "addressed": [], "owns": ["startnotitie-fiets"], "answered": ["reken-2"],
    }  # fmt: skip
    asked = json.loads(run("show", "rekenkamer", *ELSEWHERE[:2], "-f", "json").out)["organisation"]
    assert [one["id"] for one in asked["asked"]] == ["reken-1", "reken-2", "reken-3"]


def test_what_chooses_by_the_answer_is_refused_where_figures_are_asked(run: Runner) -> None:
    for condition in ("state=gap", "response=noted"):
        for question in (("coverage",), ("report",), ("cross",), ("coverage", "--fail-under", "1")):
            found = run(*question, "--where", condition, "--lang", "en")
            assert (found.status, found.out) == (2, ""), question
            assert "' filters on the result, so its figures mean" in found.err
    for name in ("coverage", "report", "cross"):  # a hint names no key that is refused next
        hint = run(name, "--where", "nobody=ez", "--lang", "en").err
        assert "'addressee'" in hint
        assert "'response'" not in hint
    assert "'response'" in run("gaps", "--where", "nobody=ez", "--lang", "en").err
    assert run("gaps", "--where", "state=gap").status == 2
    rows = json.loads(run("matrix", "--where", "state=partly", "-f", "json").out)["rows"]
    assert len(rows) == 18
    told = json.loads(run("gaps", "--where", "response=none", "-f", "json").out)["items"]
    assert told
    assert {one["response"] for one in told} == {None}
    assert "did you mean 'partly'" in run("matrix", "--where", "state=partl", "--lang", "en").err


def test_of_one_recommendation_it_is_said_in_the_singular(run: Runner) -> None:
    for language, said in (
        ("nl", "Geen enkele bron zegt dat de gekozen aanbeveling volledig is gedekt. Die is deels "
               "gedekt."),
        ("en", "No source says that the selected recommendation is fully covered. It is partly "
               "covered."),
    ):  # fmt: skip
        asked = ("coverage", "--where", "id=reken-1", "--lang", language)
        assert said in " ".join(run(*asked, *ELSEWHERE).out.split())


def test_organisations_are_chosen_by_kind_and_level(run: Runner) -> None:
    asked = ("list", "organisations", "--catalog", str(MUNICIPALITY), "-f", "json")
    for condition, ids in (
        ("kind=court", ["rekenkamer"]), ("level=provincie", ["provincie-oost"]),
    ):  # fmt: skip
        items = json.loads(run(*asked, "--where", condition).out)["items"]
        assert [one["id"] for one in items] == ids
