"""From Python the same answers as on a command line, in every shape, and no way round a mistake."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime
from decimal import Decimal
from multiprocessing import get_context
from typing import Any

import pytest

from dosa_trace import (
    BadQuestion,
    Catalog,
    CatalogInvalid,
    Result,
    TraceGraph,
    UnknownId,
    Where,
    agreement,
    changes,
    check,
    coverage,
    cross,
    diff,
    drawing,
    due,
    fragility,
    gaps,
    load,
    matrix,
    money,
    orphans,
    records,
    render,
    report,
    review,
    show,
    suggest,
    what_if,
    why,
)
from dosa_trace.cli.commands import COMMANDS
from dosa_trace.language import Language
from dosa_trace.output.formats import Shape, formats_of
from dosa_trace.questions.answers import ANSWERS
from dosa_trace.questions.result import USUAL
from tests.build import FROZEN
from tests.cli.conftest import Runner, run

__all__ = ["run"]

ON = "2026-11-23"
Ask = Callable[[TraceGraph], Result]
#: A command line without its date, and the same from Python.
SAME: Mapping[tuple[str, ...], Ask] = {
    ("coverage",): coverage,
    ("coverage", "--where", "theme=talent"): lambda graph: coverage(graph, where="theme=talent"),
    ("coverage", "--by", "theme"): lambda graph: coverage(graph, by="theme"),
    ("coverage", "--by", "owner"): lambda graph: coverage(graph, by="owner"),
    ("coverage", "--by", "speaker"): lambda graph: coverage(graph, by="speaker"),
    ("gaps", "--all", "--sort", "age"): lambda graph: gaps(graph, all=True, sort="age"),
    ("orphans",): orphans,
    ("cross",): cross,
    ("due", "--within", "12"): lambda graph: due(graph, within=12),
    ("money", "--by", "owner"): lambda graph: money(graph, by="owner"),
    ("changes", "--since", "2025-06"): lambda graph: changes(graph, since="2025-06"),
    ("changes", "--chart"): lambda graph: changes(graph, chart=True),
    ("changes", "--where", "id=ained"): lambda graph: changes(graph, record="ained"),
    ("agreement",): agreement,
    ("review",): review,
    ("what-if",): fragility,
    ("what-if", "--stop", "agdb", "--drop", "fs-talent:aim-ai-talent"): lambda graph: what_if(
        graph, stop="agdb", drop="fs-talent:aim-ai-talent"
    ),
    ("why", "fs-talent"): lambda graph: why(graph, "fs-talent"),
    ("why", "ained", "--limit", "2"): lambda graph: why(graph, "ained", limit=2),
    ("why", "fs-*"): lambda graph: why(graph, ["fs-*"]),
    ("show", "ained"): lambda graph: show(graph, "ained"),
    ("show", "talent"): lambda graph: show(graph, "talent"),
    ("suggest", "--limit", "5"): lambda graph: suggest(graph, limit=5),
    ("list", "instruments"): lambda graph: records(graph, "instruments"),
    ("matrix", "--against", "themes"): lambda graph: matrix(graph, against="themes"),
    ("graph", "--focus", "fs-talent"): lambda graph: drawing(graph, focus="fs-talent"),
    ("report",): report,
    ("check",): lambda graph: check(graph.catalog, as_of=graph.as_of),
    ("diff", "--from", str(FROZEN), "--to", str(FROZEN)): lambda graph: diff(
        graph.catalog, graph.catalog, as_of=graph.as_of
    ),
}
#: Formats of which each run bears its own command line or the names of files, or that are no text.
OWN = {"html", "docx", "xlsx", "github", "sarif", "gitlab", "junit"}


@pytest.fixture(scope="module")
def graph() -> TraceGraph:
    return load(FROZEN).on(ON)


@pytest.fixture(scope="module")
def results(graph: TraceGraph) -> dict[tuple[str, ...], Result]:
    return {asked: ask(graph) for asked, ask in SAME.items()}


def shapes_of(result: Result) -> list[Shape]:
    made = result._shapes(result._asked.frame(), USUAL)
    return [shape for shape in Shape if made.shape(shape) is not None]


@pytest.mark.parametrize("lang", [Language.NL, pytest.param(Language.EN, marks=pytest.mark.costly)])
@pytest.mark.parametrize("asked", SAME, ids=" ".join)
def test_python_and_the_command_line_say_the_same(
    asked: tuple[str, ...], lang: Language, run: Runner, results: dict[tuple[str, ...], Result]
) -> None:
    line = (*asked, "--as-of", ON, "--lang", lang.value, "--catalog", str(FROZEN))
    document, said = json.loads(run(*line, "-f", "json").out), results[asked].data(lang)
    if asked == ("check",):  # a path is written so that it opens from where the command ran
        document, said = (
            {key: one[key] for key in ("errors", "notes", "records")} for one in (document, said)
        )
    assert said == document


@pytest.mark.costly
@pytest.mark.parametrize("lang", list(Language))
@pytest.mark.parametrize("asked", [asked for asked in SAME if asked[0] not in ("check", "diff")])
def test_each_format_is_the_same_from_python(
    asked: tuple[str, ...], lang: Language, run: Runner, results: dict[tuple[str, ...], Result]
) -> None:
    result = results[asked]
    line = (*asked, "--as-of", ON, "--lang", lang.value, "--catalog", str(FROZEN))
    able = {format_.name for format_ in formats_of(shapes_of(result))}
    for format_ in formats_of(COMMANDS[asked[0]].shapes):
        if format_.name in able - OWN and asked != ("report",):
            told = run(*line, "-f", format_.name).out
            assert render(result, format_.name, lang=lang) == told, format_.name


@pytest.mark.parametrize("asked", SAME, ids=" ".join)
def test_a_result_is_rows_a_line_a_table_and_html(
    asked: tuple[str, ...], results: dict[tuple[str, ...], Result]
) -> None:
    result = results[asked]
    rows = result.rows("nl")
    assert len({tuple(row) for row in rows}) <= 1
    plain = (str, int, float, bool, date, Decimal, list, type(None))
    assert all(type(value) in plain for row in rows for value in row.values())
    assert repr(result).count("\n") == 0
    assert f"{len(rows)} rows>" in repr(result)
    html = result._repr_html_()
    assert html.lstrip().startswith(("<div", "<svg"))
    assert "<script" not in html
    assert "http-equiv" not in html
    assert len(str(result)) > 0


@pytest.mark.costly
@pytest.mark.parametrize("asked", SAME, ids=" ".join)
def test_a_result_has_every_format_of_its_command(
    asked: tuple[str, ...], results: dict[tuple[str, ...], Result]
) -> None:
    able = {one.name for one in formats_of(shapes_of(results[asked]))}
    commands = {one.name for one in formats_of(COMMANDS[asked[0]].shapes)}
    assert commands - able == ({"svg"} if asked[:2] == ("changes", "--where") else set())
    for name in sorted(able & {"html", "docx", "xlsx", "sarif"}):
        assert render(results[asked], name)


@pytest.mark.costly
def test_a_result_comes_back_as_it_was(results: dict[tuple[str, ...], Result]) -> None:
    for result in results.values():
        again = pickle.loads(pickle.dumps(result))
        assert type(again) is type(result)
        assert again == result
        assert again.data() == result.data()


@pytest.mark.costly
def test_another_process_gives_the_same_answer(graph: TraceGraph) -> None:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        elsewhere = pool.submit(coverage, graph).result(timeout=60)
    assert elsewhere == coverage(graph)
    assert elsewhere.rows() == coverage(graph).rows()


WAYS: list[Any] = [
    "theme=talent",
    Where("theme", "talent"),
    {"theme": "talent"},
    ["theme=talent"],
    (Where("theme", "talent"),),
]


@pytest.mark.parametrize("where", WAYS, ids=repr)
def test_a_selection_is_the_same_in_every_way_to_write_it(graph: TraceGraph, where: Any) -> None:
    assert coverage(graph, where=where) == coverage(graph, where="theme=talent")
    assert coverage(graph, where=where).total > 0


def test_several_values_of_a_map_are_alternatives(graph: TraceGraph) -> None:
    both = coverage(graph, where={"theme": ["talent", "compute"], "source": "wrr-105"})
    assert both == coverage(graph, where=["theme=talent", "theme=compute", "source=wrr-105"])


#: Whatever a type checker would not let pass.
ONE: Any = 1
NONE: Any = None
TEXT: Any = "catalog"
#: What is given with a wrong type, and what the sentence about it says.
WRONG_TYPES: list[tuple[Callable[[Any], object], str]] = [
    (lambda _: coverage(TEXT), "graph must be a TraceGraph such as catalog.on"),
    (lambda graph: gaps(graph.catalog), "graph must be a TraceGraph"),
    (lambda graph: gaps(graph, where=ONE), "where must be a text such as 'theme=talent', a dict"),
    (lambda graph: gaps(graph, where=[ONE]), "where must hold texts"),
    (lambda graph: gaps(graph, where={"theme": ONE}), r"must be a text or several, not 1"),
    (lambda graph: gaps(graph, where={"theme": [ONE]}), r"where\['theme'\] must be a text, not 1"),
    (lambda graph: gaps(graph, where={ONE: "a"}), "a key of where must be a text, not 1"),
    (lambda graph: gaps(graph, sort=ONE), "sort must be one of priority, source, age, id, not 1"),
    (lambda graph: why(graph, ["fs-talent", ONE]), "record must be a text, not 1"),
    (lambda graph: why(graph, "fs-talent", limit=TEXT), "limit must be a whole number"),
    (lambda graph: due(graph, within=True), "within must be a whole number, not True"),
    (lambda graph: why(graph, "fs-talent", limit=NONE), "limit must be a whole number, not None"),
    (lambda graph: gaps(graph, all=TEXT), "all must be True or False, not 'catalog'"),
    (lambda graph: changes(graph, since="2025", chart=TEXT), "chart must be True or False"),
    (lambda graph: what_if(graph, stop="ained", alone=TEXT), "alone must be True or False"),
    (lambda graph: what_if(graph, add=[NONE]), "add must be a text such as 'from:to:partial'"),
    (lambda graph: what_if(graph, drop=[ONE]), "drop must be a text such as 'from:to'"),
    (lambda graph: graph.catalog.on(ON, suspect=TEXT), "count_suspect must be True or False"),
    (lambda graph: render(gaps(graph), plain=TEXT), "plain must be True or False"),
    (lambda graph: render(report(graph), address=ONE), "address must be a text"),
    (lambda graph: gaps(graph, where=iter(["theme=talent"])), "where must be a text such as"),
    (lambda graph: gaps(graph, where=Where("theme", ONE)), "a part of a Where must be a text"),
    (lambda graph: gaps(graph)._replace(total=1), "is made by its question"),
    (lambda graph: type(gaps(graph))(*gaps(graph)), "is made by its question"),
    (lambda graph: len(gaps(graph)), "has no length: count its rows"),
    (lambda graph: bool(gaps(graph)), "is neither true nor false"),
    (lambda graph: graph.catalog.on(datetime(2026, 1, 1)), r"take its \.date\(\)"),
    (lambda graph: what_if(graph, stop=ONE), "stop must be an id or several, not 1"),
    (lambda graph: changes(graph, since=ONE), "since must be a datetime.date such as"),
    (lambda graph: report(graph, corrections=graph), "corrections must be what changes"),
    (lambda graph: diff(graph, graph.catalog, as_of=ON), "before must be a Catalog such as load"),
    (lambda graph: diff(graph.catalog, ONE, as_of=ON), "after must be a Catalog such as load"),
    (render, "answer must be a result such as coverage"),
    (lambda graph: render(gaps(graph), lang=ONE), "lang must be one of en, nl, not 1"),
    (lambda _: load(ONE), "path must be the path of a folder or file, not 1"),
    (lambda _: Catalog.from_dict(ONE), "data must be a dict with the sections of a catalogue"),
    (lambda _: Catalog.from_dict({"links": {ONE, object()}}), "a catalogue holds texts, numbers"),
    (lambda _: Catalog.at_revision(ONE), "revision must be a text such as 'HEAD~1', not 1"),
]  # fmt: skip


@pytest.mark.parametrize(("ask", "message"), WRONG_TYPES, ids=[text for _, text in WRONG_TYPES])
def test_a_wrong_type_is_a_sentence_at_the_door(
    ask: Callable[[Any], object], message: str, graph: TraceGraph
) -> None:
    with pytest.raises(TypeError, match=message):
        ask(graph)


TOGETHER: dict[str, Any] = {"since": "2025", "chart": True, "record": "ained"}
WRONG_WORDS: list[tuple[Callable[[TraceGraph], object], str, str | None]] = [
    (lambda graph: coverage(graph, by="them"), "'them' is no by", "theme"),
    (lambda graph: gaps(graph, where="theme"), "'theme' is not a condition", "KEY=VALUE"),
    (lambda graph: gaps(graph, where="theme="), "'theme=' is not a condition", "KEY=VALUE"),
    (lambda graph: gaps(graph, where={"theme": ""}), "'theme=' is not a condition", None),
    (lambda graph: gaps(graph, where={"theme": []}), "names no value", "KEY=VALUE"),
    (lambda graph: gaps(graph, where=Where("theme", "")), "'theme=' is not a condition", None),
    (lambda graph: suggest(graph, "fs-talent", where="theme=talent"), "is one record", None),
    (lambda graph: gaps(graph, where={"them": "x"}), "cannot filter by 'them'", "theme"),
    (lambda graph: render(gaps(graph), "markdwn"), "cannot be rendered as 'markdwn'", "markdown"),
    (lambda graph: render(gaps(graph), lang="de"), "'de' is no lang", "en"),
    (lambda graph: render(gaps(graph), brief=True), "'brief' does nothing to gaps", None),
    (lambda graph: render(gaps(graph), folds=True), "'folds' cannot be used with", None),
    (lambda graph: render(gaps(graph), limit=0), "limit must be at least 1, not 0", None),
    (lambda graph: render(report(graph), "json", brief=True), "'brief' cannot be used", None),
    (lambda graph: render(report(graph), front_matter=True), "'front_matter' cannot be", None),
    (lambda graph: render(report(graph), sections="sumary"), "no part 'sumary'", "summary"),
    (lambda graph: changes(graph, since="2027"), "", None),
    (lambda graph: changes(graph, **TOGETHER), "together", None),
    (what_if, "nothing is supposed", "--stop"),
    (lambda graph: what_if(graph, alone=True), "--alone can only be used with --stop", None),
    (lambda graph: drawing(graph, depth=1), "--depth can only be used with --focus", None),
    (lambda graph: suggest(graph, "fs-talent", all=True), "--all ranks every pair", None),
    (lambda graph: why(graph, []), "", None),
]  # fmt: skip


@pytest.mark.parametrize(("ask", "message", "hint"), WRONG_WORDS)
def test_a_word_that_means_nothing_is_told_with_what_to_give(
    ask: Callable[[TraceGraph], object], message: str, hint: str | None, graph: TraceGraph
) -> None:
    with pytest.raises(BadQuestion) as error:
        ask(graph)
    assert message in str(error.value)
    if hint:
        assert hint in str(error.value.hint)


def test_a_mistyped_id_offers_the_near_ones(graph: TraceGraph) -> None:
    with pytest.raises(UnknownId) as error:
        why(graph, "fs-talnt")
    assert error.value.near[0] == "fs-talent"


def test_a_catalogue_of_a_dict_is_checked_like_one_of_a_file() -> None:
    data: dict[str, Any] = {
        "catalogue": {"title": {"en": "Mine"}, "languages": ["en"]},
        "sources": [{"id": "s", "kind": "report", "title": "T", "publisher": "P", "date": 2024}],
        "recommendations": [{"id": "r", "source": "s", "title": "Asked"}],
    }
    catalog = Catalog.from_dict(data)
    assert coverage(catalog.on("2026")).counts.gap == 1
    assert check(catalog).ok
    data["links"] = [{"from": "r", "to": "nobody", "extent": "full", "basis": "suggested"}]
    with pytest.raises(CatalogInvalid) as error:
        Catalog.from_dict(data)
    assert str(error.value.diagnostics[0]).startswith("catalogue.yaml:")
    assert "nobody" in str(error.value)


def test_a_check_without_a_day_says_so() -> None:
    result = check(FROZEN)
    assert result.ok
    assert result.as_of is None
    assert result.data()["as_of"] is None
    assert check(FROZEN, as_of=ON).data()["as_of"] == ON


def test_a_check_says_what_is_wrong_with_what_cannot_be_asked(tmp_path: Any) -> None:
    (tmp_path / "c.yaml").write_text("sources: [{id: s}]\n", encoding="utf-8")
    result = check(tmp_path / "c.yaml")
    assert not result.ok
    assert result.errors == len(result.diagnostics) == len(result.rows())
    assert all(str(one).startswith("c.yaml:1:") for one in result.diagnostics)


def test_every_answer_has_a_result_here(results: dict[tuple[str, ...], Result]) -> None:
    """`fill`, `init`, `export` and `rule` answer on the command line alone; for edits see
    `tests/editing`."""
    seen = {result.ANSWER for result in results.values()}
    alone = {
        "fill/1", "fill/figures/1", "rule/1", "rules/1", "changes/corrections/1",
        "edit/1", "init/1", "export/1",
    }  # fmt: skip
    assert seen == ANSWERS.keys() - alone


def test_two_dates_are_two_answers_though_nothing_moved_between(graph: TraceGraph) -> None:
    one, other = (gaps(graph.catalog.on(day)) for day in (ON, "2026-11-24"))
    assert tuple(one) == tuple(other)
    assert one != other
    assert len({one, other, gaps(graph.catalog.on(ON))}) == 2
    assert one != tuple(one)
    assert gaps(graph.catalog.on(ON, basis="stated")) != gaps(graph.catalog.on(ON))


def test_what_a_result_holds_cannot_be_changed(graph: TraceGraph) -> None:
    with pytest.raises(TypeError):
        coverage(graph).by_basis["stated"] = None  # type: ignore[index]
    with pytest.raises(AttributeError):
        coverage(graph).total = 1  # type: ignore[misc]


def test_what_is_changed_in_a_network_changes_no_other(graph: TraceGraph) -> None:
    graph.network.nodes["fs-talent"]["state"] = "covered"
    assert graph.network.nodes["fs-talent"]["state"] == "partly"


def test_a_mistake_that_nobody_catches_ends_with_what_to_do(graph: TraceGraph) -> None:
    with pytest.raises(BadQuestion) as error:
        coverage(graph, where="them=talent")
    assert error.value.__notes__ == ["did you mean 'theme'?"]


def test_a_dict_is_refused_with_where_it_is_wrong() -> None:
    source = {"id": "s", "kind": "report", "title": "T", "publisher": "P"}
    with pytest.raises(TypeError, match=r"^sources\[0\]\.date: .*, no datetime$"):
        Catalog.from_dict({"sources": [{**source, "date": datetime(2024, 1, 1)}]})
    with pytest.raises(TypeError, match=r"^sources\[0\]: a key must be a text, not 1$"):
        Catalog.from_dict({"sources": [{1: "s"}]})
    deep: dict[str, Any] = {}
    for _ in range(3000):
        deep = {"a": deep}
    with pytest.raises(TypeError, match=r"no dict$"):
        Catalog.from_dict(deep)


def test_the_columns_of_rows_do_not_depend_on_what_stands_in_them(graph: TraceGraph) -> None:
    heads = {tuple(changes(graph, record=name).rows()[0]) for name in ("agdb", "fs-talent", "nds")}
    assert len(heads) == 1
    assert "target.name" in next(iter(heads))
    assert "target" not in next(iter(heads))
    days = ("2021", "2024", ON)
    listed = {tuple(records(graph.catalog.on(day), "instruments").rows()[0]) for day in days}
    assert len(listed) == 1
    assert "status_date_read" in next(iter(listed))
