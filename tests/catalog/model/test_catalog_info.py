"""What a catalogue itself says there is: organisations, levels, kinds, its focus and its format."""

from __future__ import annotations

import pytest

from dosa_trace.catalog.facts.names import aliases, chosen_by, name_of
from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.checks.registry import check
from dosa_trace.language import Language
from tests.build import MUNICIPALITY, read_text

HEAD = "catalogue: {title: C, languages: [en], %s}\n"
ORGANISATIONS = """\
organisations:
  - {id: ez, name: Economic Affairs, abbreviation: EZ, succeeds: ezk}
  - {id: ezk, name: Economic Affairs and Climate}
"""
REST = """\
sources: [{id: s, kind: report, title: S, publisher: ez, date: 2024}]
recommendations: [{id: r, source: s, title: R, addressee: [nl, ezk]}]
instruments:
  - {id: i, name: I, kind: fund, level: nl, owner: %s,
     status: [{date: 2024, value: adopted, source: s}]}
"""


def findings(text: str) -> list[tuple[str, str]]:
    """What is wrong beside what nobody answers: the rule, and what is said with the hint."""
    catalog, reading = read_text(text)
    found = []
    for one in check(catalog, reading).diagnostics:
        if one.code not in ("DT114", "DT213", "DT304", "DT305", "DT306"):
            words = [said.say(Language.EN) for said in (one.message, one.hint) if said]
            found.append((one.code, "; ".join(words)))
    return found


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (ORGANISATIONS + REST % "ezz", "DT201", "did you mean"),
        (ORGANISATIONS + REST % "[ez, nobody]", "DT201", "nobody"),
        (ORGANISATIONS + REST % "nl", "DT201", "no organisation with that id"),
        (ORGANISATIONS + REST % "{nl: EZ, en: EZ}", "DT103", "its id here"),
        (ORGANISATIONS + REST % "[]", "DT103", "'owner' is empty"),
        (ORGANISATIONS + (REST % "ez").replace("[nl, ezk]", "[eu, de]"), "DT201", "'de'"),
        (ORGANISATIONS.replace("id: ezk", "id: nl").replace(", succeeds: ezk", ""),
         "DT107", "a level already has it"),
        (HEAD % "format: 1", "DT106", "write format: 2"),
        (HEAD % "format: 3", "DT106", "newer dosa-trace"),
        (HEAD % "levels: [{id: a, name: A}, {id: a, name: B}]", "DT107", "another in this list"),
        (HEAD % "kinds: [{id: vision, name: V, acts: true}]", "DT107", "a built-in kind"),
        (HEAD % "levels: [{id: town, name: Town}]" + REST % "EZ", "DT106", "use 'town'"),
        (HEAD % "kinds: [{id: grant, name: Grant}]" + (REST % "EZ").replace("fund", "Grant"),
         "DT106", "did you mean 'grant'"),
        (HEAD % "focus: {name: F, where: {}}", "DT102", "'id', 'source'"),
        (HEAD % "focus: {name: F, where: {source: t}}" + REST % "EZ", "DT201", "'t'"),
        (HEAD % "focus: {name: F, where: {specificity: 5}}" + REST % "EZ", "DT218", "matches"),
    ],
)  # fmt: skip
def test_a_mistake_in_what_a_catalogue_says_there_is(text: str, code: str, said: str) -> None:
    found = findings(text)
    assert [one for one, _ in found] == [code], found
    assert said in " ".join(words for _, words in found)


def test_without_a_list_of_organisations_names_are_text() -> None:
    assert findings(REST % "{en: The ministry, nl: Het ministerie}") == []
    assert findings(ORGANISATIONS + REST % "[ez, ezk]") == []


def test_who_took_a_place_is_found_by_the_later_name_and_counted_under_its_own() -> None:
    catalog, _ = read_text(ORGANISATIONS + REST % "ezk")
    (owner,) = catalog.instruments["i"].owner
    assert name_of(catalog, owner).say(Language.EN) == "Economic Affairs and Climate"
    assert set(aliases(catalog, owner)) == {
        "ezk", "Economic Affairs and Climate", "ez", "EZ", "Economic Affairs",
    }  # fmt: skip
    later = LocalText((("", "ez"),))
    assert "ezk" not in set(aliases(catalog, later))


def test_a_circle_of_successors_hangs_nothing() -> None:
    catalog, _ = read_text(ORGANISATIONS.replace("Climate}", "Climate, succeeds: ez}"))
    assert "ezk" in set(aliases(catalog, LocalText((("", "ez"),))))


def test_a_focus_means_what_fulfils_all_of_its_conditions() -> None:
    catalog, _ = load_catalog(MUNICIPALITY)
    focus = catalog.info.focus
    assert focus is not None
    assert len(chosen_by(catalog, focus.where)) == 3
    assert chosen_by(catalog, focus.where._replace(theme=("safety",), specificity=(3, 4))) == (
        catalog.recommendations["reken-2"],
    )
    assert chosen_by(catalog, focus.where._replace(addressee=("provincie",))) == (
        catalog.recommendations["reken-3"],
    )
