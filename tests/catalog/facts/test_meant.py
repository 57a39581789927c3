"""A record is found by its id, in any case, or by what it alone is called; nothing is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from dosa_trace.catalog.facts.meant import MOST, ORDER, meant
from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.diagnostics import BadQuestion, UnknownId
from dosa_trace.language import Language
from tests.build import FROZEN

TWO = """\
sources:
- {id: s, kind: report, title: Plan, publisher: P, date: 2024}
instruments:
- {id: plan-a, name: Plan, kind: fund, level: nl, owner: O,
   status: [{date: 2024, value: adopted, source: s}]}
- {id: plan-b, name: Other (Tool), kind: fund, level: nl, owner: O,
   status: [{date: 2024, value: adopted, source: s}]}
- {id: gpt-nl, name: A long model name, kind: fund, level: nl, owner: O,
   status: [{date: 2024, value: adopted, source: s}]}
- {id: tools, name: More (Tool), kind: fund, level: nl, owner: O,
   status: [{date: 2024, value: adopted, source: s}]}
"""


@pytest.fixture
def two(tmp_path: Path) -> Catalog:
    (tmp_path / "c.yaml").write_text(TWO)
    return load_catalog(tmp_path / "c.yaml")[0]


@pytest.mark.costly
def test_every_id_means_itself_in_any_case_and_every_title_that_is_alone() -> None:
    catalog, _ = load_catalog(FROZEN)
    titles: dict[str, set[str]] = {}
    for name, record in catalog.by_id.items():
        assert meant(catalog, name) == name
        assert meant(catalog, name.upper(), (record.KIND,)) == name
        for title in record.title:
            titles.setdefault(title.casefold(), set()).add(name)
    for title, names in titles.items():
        if title.replace(" ", "-") in catalog.by_id:
            continue
        if len(names) == 1:
            assert {meant(catalog, title), meant(catalog, f" {title.upper()} ")} <= {
                *names, *(name for name in catalog.by_id if name.casefold() == title)
            }  # fmt: skip
        else:
            with pytest.raises(BadQuestion):
                meant(catalog, title)


@pytest.mark.parametrize(
    ("typed", "kinds", "is_"),
    [
        ("plan", ("source",), "s"),
        ("GPT-NL", ORDER, "gpt-nl"),
        ("a LONG model name", ORDER, "gpt-nl"),
        ("other", ("instrument",), "plan-b"),
        ("Plan", ("instrument",), "plan-a"),
        ("S", ("instrument",), "s"),  # the question says that it takes no source
    ],
)
def test_a_name_is_looked_for_among_what_the_question_takes(
    typed: str, kinds: tuple[str, ...], is_: str, two: Catalog
) -> None:
    assert meant(two, typed, kinds) == is_


def test_of_several_none_is_taken_and_instruments_are_offered_first(two: Catalog) -> None:
    with pytest.raises(BadQuestion, match="name of several records") as refused:
        meant(two, "plan")
    assert refused.value.hint is not None
    assert "'plan-a' or 's'" in str(refused.value.hint.say(Language.EN))
    with pytest.raises(BadQuestion) as refused:
        meant(two, "tool", ("instrument",))
    assert refused.value.hint is not None
    assert "'tools' or 'plan-b'" in str(refused.value.hint.say(Language.EN))


def test_what_is_offered_is_of_the_kinds_that_are_taken(two: Catalog) -> None:
    with pytest.raises(UnknownId) as unknown:
        meant(two, "long model", ("instrument",))
    assert unknown.value.near == ("gpt-nl",)
    with pytest.raises(UnknownId) as unknown:
        meant(two, "plan-", ("source",))
    assert unknown.value.near == ()
    catalog, _ = load_catalog(FROZEN)
    with pytest.raises(UnknownId) as unknown:
        meant(catalog, "digital", ("instrument",))
    assert 1 < len(unknown.value.near) <= MOST
    assert all(name in catalog.instruments for name in unknown.value.near)
