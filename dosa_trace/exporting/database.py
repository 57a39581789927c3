"""A catalogue as a database: its tables, what the program answers about it on a date, and views of
that."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from dosa_trace import __version__
from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.due.due import due
from dosa_trace.analysis.due.items import DueState
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.analysis.money.money import Money, Row, money
from dosa_trace.catalog.model.reach import closure
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.exporting.data_table import DataColumn, DataTable, Value
from dosa_trace.exporting.description import ExportDescription, description
from dosa_trace.exporting.tables import tables_of
from dosa_trace.graph import TraceGraph
from dosa_trace.language import Language

#: The statements that compute the states anew, from the tables alone.
COVERAGE_SQL: Final = Path(__file__).with_name("coverage.sql")
#: The same in the words of DuckDB, for millions of links.
COVERAGE_IN_DUCKDB: Final = Path(__file__).with_name("coverage.duckdb.sql")
#: What is past its day, as far as that is on file.
PAST: Final = frozenset({DueState.LATE, DueState.UNKNOWN})
#: The views, by their names: what people look at first.
VIEWS: Final[dict[str, str]] = {
    "states": """\
SELECT s.recommendation, r.title, s.state, s.mentioned, s.basis, s.via, r.source, s.as_of
FROM answer_states s JOIN titles r ON r.id = s.recommendation""",
    "figures": "SELECT * FROM answer_figures",
    "chains": """\
SELECT c.recommendation, c.link, l."from", l."to", l.extent, l.basis, l.joint
FROM answer_chains c JOIN links l ON l.link = c.link""",
    "money": "SELECT * FROM answer_money",
    "overdue": "SELECT * FROM answer_overdue",
    "feed": """\
SELECT 'tag:dosa-trace,2026:' || e.recommendation || '/responses/' || e.position AS atom_id,
       t.title || ': ' || e.value AS atom_title, e.day || 'T00:00:00Z' AS atom_updated
FROM sql_response_day e JOIN titles t ON t.id = e.recommendation
CROSS JOIN asked WHERE e.day <= asked.as_of AND NOT e.draft
UNION ALL
SELECT 'tag:dosa-trace,2026:' || e.instrument || '/status/' || e.position,
       t.title || ': ' || e.value, e.day || 'T00:00:00Z'
FROM sql_status_day e JOIN titles t ON t.id = e.instrument
CROSS JOIN asked WHERE e.day <= asked.as_of
ORDER BY atom_updated DESC, atom_id""",
}


class Database(NamedTuple):
    """Tables, and views by their names, with what it says of itself."""

    description: ExportDescription
    tables: tuple[DataTable, ...]
    views: dict[str, str]


def database(graph: TraceGraph, language: Language) -> Database:
    """The database of a catalogue on a date and a basis."""
    judge = Judge(graph)
    about = description(graph, language)
    tables = (
        _asked(about),
        *tables_of(graph.catalog),
        _titles(graph, language),
        *_answers(judge, language),
    )
    return Database(about, tables, VIEWS)


def _text(name: str, about: str = "", refers: str | None = None) -> DataColumn:
    return DataColumn(name, "text", about, refers)


def _asked(about: ExportDescription) -> DataTable:
    """Of which catalogue, on what date and basis the answers are: one row."""
    columns = (
        _text("as_of", "the date for which the answers hold"),
        _text("basis", "which links count: of sources and analysts, or of sources alone"),
        _text("title", "of the catalogue"),
        _text("digest", "checksum of its files"),
        _text("languages", "of its texts, the first is the default"),
        _text("licence", "under which the catalogue may be used"),
        _text("makers", "who makes the catalogue, with semicolons between"),
        _text("contact", "for questions and corrections"),
        _text("version", "of dosa-trace"),
        _text("description", "what this is, and what it does not carry"),
    )
    row = (
        about.as_of, about.basis, about.title, about.digest, " ".join(about.languages),
        about.licence, "; ".join(about.makers) or None, about.contact, __version__,
        about.text("sqlite"),
    )  # fmt: skip
    return DataTable("asked", "status as of this date", columns, ("as_of", "basis"), (row,))


def _titles(graph: TraceGraph, language: Language) -> DataTable:
    """What each record is called, in one language."""
    columns = (
        _text("id", refers="records"), _text("title", "what it is called"),
        _text("source", "of a recommendation and an objective"),
    )  # fmt: skip
    rows = tuple(
        (name, record.title.say(language), getattr(record, "source", None))
        for name, record in graph.catalog.by_id.items()
        if getattr(record, "place", None) is not None
    )
    return DataTable("titles", "what each record is called", columns, ("id",), rows)


def _answers(judge: Judge, language: Language) -> Iterator[DataTable]:
    """What the program answers, for who does not compute it anew."""
    graph = judge.graph
    day = graph.as_of.isoformat()
    report = coverage(graph, judge=judge)
    asked = _text("recommendation", refers="recommendations")
    states = tuple(
        (line.id, line.state.value, int(line.mentioned), line.basis and line.basis.value,
         json.dumps(line.via), day)
        for line in report.recommendations
    )  # fmt: skip
    yield DataTable(
        "answer_states", "the state of each recommendation that is known on the date",
        (asked, _text("state"), DataColumn("mentioned", "boolean"), _text("basis"),
         _text("via", "the instruments behind the state, as a list"), _text("as_of")),
        ("recommendation",), states,
    )  # fmt: skip
    yield DataTable(
        "answer_via", "the instruments behind the state of each recommendation",
        (asked, _text("instrument", refers="instruments")), ("recommendation", "instrument"),
        tuple((line.id, name) for line in report.recommendations for name in line.via),
    )  # fmt: skip
    yield DataTable(
        "answer_figures", "how many recommendations have each state, on both bases",
        (_text("basis"), _text("state"), DataColumn("number", "integer"),
         DataColumn("of", "integer", "of so many in all")),
        ("basis", "state"),
        tuple(
            (basis.value, state, number, figures.total)
            for basis, figures in report.by_basis.items()
            for state, number in figures.counts._asdict().items()
        ),
    )  # fmt: skip
    yield DataTable(
        "answer_chains", "the links on the chains that give each state, or only mention",
        (asked, DataColumn("link", "integer", refers="links")), ("recommendation", "link"),
        tuple(_chains(judge)),
    )  # fmt: skip
    yield _money_table(money(graph))
    items = [item for item in due(graph, within=0).items if item.state in PAST]
    yield DataTable(
        "answer_overdue", "what is past its day: late, or not known to be met",
        (DataColumn("number", "integer"), _text("kind"),
         _text("id", "an instrument, or the source that asks"),
         _text("name"), _text("due"), DataColumn("days", "integer", "after its day"),
         _text("state"), _text("source", refers="sources")),
        ("number",),
        tuple(
            (at, item.kind.value, item.id, item.name.say(language), str(item.due), item.days,
             item.state.value, item.source)
            for at, item in enumerate(items, 1)
        ),
    )  # fmt: skip


def _chains(judge: Judge) -> Iterator[tuple[Value, ...]]:
    """Each link that stands in a chain that decides the state of a recommendation."""
    numbers = {link: at for at, link in enumerate(judge.graph.catalog.links, 1)}
    leaving = [_by_origin(level.support.links) for level in judge.levels]
    for record in judge.graph.recommendations:
        if (place := judge.deciding_place(record.id)) is None:
            continue
        onward = leaving[place]
        inside = closure({record.id}, partial(_targets, onward))
        links = sorted(numbers[link] for name in inside for link in onward.get(name, ()))
        yield from ((record.id, number) for number in links)


def _by_origin(links: Iterable[TraceLink]) -> dict[str, list[TraceLink]]:
    """Links by where they begin."""
    onward: dict[str, list[TraceLink]] = {}
    for link in links:
        onward.setdefault(link.origin, []).append(link)
    return onward


def _targets(onward: Mapping[str, Sequence[TraceLink]], name: str) -> list[str]:
    return [link.target for link in onward.get(name, ())]


def _money_table(answer: Money) -> DataTable:
    """The amounts behind the states, row by row."""
    columns = (
        _text("key", "of the row: a state, or what is behind none"), _text("currency"),
        _text("stage"), _text("apart", "money that is added to no other"),
        DataColumn("amount", "number"), DataColumn("items", "integer", "amounts in it"),
        DataColumn("instruments", "integer", "in the row"),
    )  # fmt: skip
    rows = tuple(
        (row.key or "none", added.currency, added.stage.value,
         added.apart.value if added.apart else "none", added.amount, added.items,
         len(row.instruments))
        for row in _rows(answer)
        for added in row.sums
    )  # fmt: skip
    return DataTable("answer_money", "the amounts on file behind the states", columns,
                     ("key", "currency", "stage", "apart"), rows)  # fmt: skip


def _rows(answer: Money) -> Iterator[Row]:
    yield from answer.lines
    yield answer.total._replace(key="total")
