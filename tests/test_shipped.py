"""What the shipped catalogue must show, as far as the nota carries it.

The one module of tests that looks at `catalog/`: everything else asks the frozen catalogue.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from docs.picture import DAY, DOCS, PICTURES, THEMES, answer
from docs.tables import with_table
from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.gaps import gaps
from dosa_trace.analysis.coverage.orphans import orphans
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.vocabulary import Basis, Extent, Relation, ResponseValue, Sought
from dosa_trace.checks.registry import check
from dosa_trace.exporting.verification import Engine, verify
from dosa_trace.graph import TraceGraph
from dosa_trace.language import Language
from tests.analysis.money.plainly import as_in_the_files
from tests.build import why_state
from tests.cli.conftest import Runner, run
from tests.exporting.breaks import FIVE
from tests.views.page.test_touched import leads_somewhere, shows_as_many_as_counted

__all__ = ["run"]

SHIPPED = Path(__file__).parent.parent / "catalog"
FROZEN = Path(__file__).parent / "catalogues" / "frozen"
SNAPSHOT = SHIPPED / "coverage.snapshot"
TODAY = date(2026, 11, 30)
NOT_SEEN = re.compile(r"not seen|not found\b|nothing (on .* )?was seen|niet (gezien|gevonden)")
FACTSHEETS = {
    "fs-breed-perspectief", "fs-ecosysteem-investeringen", "fs-talent",
    "fs-waardeketen-rekenkracht", "fs-waardeketen-data", "fs-monitoring",
}  # fmt: skip


@pytest.fixture(autouse=True)
def named(monkeypatch: pytest.MonkeyPatch, run: Runner) -> None:
    """Command lines here are about the shipped catalogue."""
    monkeypatch.setenv("DOSA_TRACE_CATALOG", str(SHIPPED))


def shipped(on: date, basis: Basis = Basis.INFERRED) -> TraceGraph:
    return TraceGraph(shipped_catalog(), as_of=on, basis=basis)


@cache
def shipped_catalog() -> Catalog:
    """The shipped catalogue, which nobody can change, read once."""
    catalog, diagnostics = load_catalog(SHIPPED)
    assert not diagnostics
    return catalog


def test_it_is_sound() -> None:
    catalog, reading = load_catalog(SHIPPED)
    report = check(catalog, reading, TODAY)
    assert (report.errors, report.warnings, report.waived) == (0, 0, ())


def test_its_snapshot_holds(run: Runner) -> None:
    found = run("check", "--snapshot", str(SNAPSHOT))
    assert (found.status, found.err) == (0, "")


@pytest.mark.costly
@pytest.mark.parametrize("on", FIVE)
@pytest.mark.parametrize("basis", ["inferred", "stated"])
def test_its_states_are_the_same_by_sql(on: date, basis: str) -> None:
    """In every engine that is installed; what holds here holds whatever the catalogue says."""
    graph = TraceGraph(load_catalog(SHIPPED)[0], as_of=on, basis=Basis(basis))
    engines = [one for one in Engine if one is Engine.SQLITE or find_spec("duckdb")]
    for engine in engines:
        assert verify(graph, engine) == (len(graph.recommendations), ())


def test_the_schema_beside_it_is_what_the_program_prints(run: Runner) -> None:
    found = run("schema")
    assert found.out == (SHIPPED / "catalogue.schema.json").read_text(encoding="utf-8")


def test_monitoring_is_partly_answered_and_officials_drafted_a_refusal() -> None:
    found = {one.id: one for one in coverage(shipped(TODAY)).recommendations}
    monitoring = found["fs-monitoring"]
    assert (monitoring.state, monitoring.basis) == (State.PARTLY, Basis.STATED)
    assert monitoring.response is ResponseValue.NOTED
    drafts = [
        one.value for one in why_state(shipped(TODAY), "fs-monitoring").responses if one.draft
    ]
    assert drafts == [ResponseValue.NOTED, ResponseValue.EXISTING_POLICY]
    assert monitoring.via == ("cbs-ai-monitor", "digital-decade", "stanford-ai-index")


def test_data_is_judged_as_compute_is() -> None:
    found = {one.id: one for one in coverage(shipped(TODAY)).recommendations}
    data, compute = found["fs-waardeketen-data"], found["fs-waardeketen-rekenkracht"]
    assert (data.state, data.basis) == (compute.state, compute.basis)
    assert "ained" in data.via


def test_the_plea_for_a_broad_perspective_is_only_mentioned() -> None:
    (gap,) = (one for one in gaps(shipped(TODAY)).items if one.id == "fs-breed-perspectief")
    assert (gap.state, gap.mentioned, gap.via) == (State.GAP, True, ("agenda-dosa",))


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2025, 6, 29), State.GAP),
        (date(2025, 6, 30), State.PLANNED),
        (date(2025, 7, 3), State.PLANNED),
        (date(2025, 7, 4), State.PARTLY),
    ],
)
def test_the_aim_that_hangs_on_the_nds_alone_through_time(on: date, state: State) -> None:
    graph = shipped(on)
    for name in ("aim-purchasing-power", "aim-government-ai-autonomy"):
        assert Judge(graph).judge(graph.catalog.objectives[name]).state is state


def test_ained_and_the_facility_count_only_together() -> None:
    before, after = shipped(date(2025, 10, 9)), shipped(date(2025, 10, 10))
    name = "aim-ai-infrastructure"
    assert Judge(before).judge(before.catalog.objectives[name]).state is State.PLANNED
    found = why_state(after, name)
    assert (found.state, found.via) == (State.PARTLY, ("ai-fabriek-groningen", "ained"))
    assert {hop.joint_with for chain in found.chains for hop in chain.hops} == {
        ("ai-fabriek-groningen",),
        ("ained",),
    }


def test_two_honest_stories_by_basis() -> None:
    def states(basis: Basis) -> dict[str, State]:
        lines = coverage(shipped(TODAY, basis)).recommendations
        return {one.id: one.state for one in lines if one.id in FACTSHEETS}

    stated, inferred = states(Basis.STATED), states(Basis.INFERRED)
    assert {name for name, state in stated.items() if state is State.PARTLY} == {"fs-monitoring"}
    assert {name for name, state in inferred.items() if state is State.PARTLY} == {
        "fs-ecosysteem-investeringen", "fs-talent", "fs-waardeketen-rekenkracht",
        "fs-waardeketen-data", "fs-monitoring",
    }  # fmt: skip


def test_links_from_factsheets_to_aims_are_inferred_and_from_aims_of_the_nota_stated() -> None:
    catalog = shipped(TODAY).catalog
    for link in catalog.links:
        if link.origin in FACTSHEETS and link.target in catalog.objectives:
            assert link.basis is Basis.INFERRED
            assert link.rationale is not None
        assert link.evidence or link.rationale


def test_wider_use_of_ai_is_an_aim_of_the_nota_that_no_factsheet_asks_for() -> None:
    items = orphans(shipped(date(2025, 12, 31))).items
    assert "aim-ai-adoption" in {one.id for one in items if one.record == "objective"}


def test_factsheets_are_never_attributed_to_one_institution(run: Runner) -> None:
    (group,) = (
        one
        for one in json.loads(run("coverage", "--by", "institution", "-f", "json").out)["groups"]
        if "TU Delft" in (one["key"] or "")
    )
    assert group["total"] == 6
    assert all(name in group["key"] for name in ("Universiteit van Amsterdam", "TNO"))


def test_everything_that_people_read_is_in_both_languages() -> None:
    catalog = shipped(TODAY).catalog

    def texts(value: object, name: str) -> list[tuple[str, LocalText]]:
        if isinstance(value, LocalText):
            return [(name, value)]
        if isinstance(value, tuple):
            return [found for one in value for found in texts(one, name)]
        slots = getattr(value, "_fields", getattr(type(value), "__slots__", ()))
        return [
            found
            for slot in slots
            if slot != "place"
            for found in texts(getattr(value, slot), f"{name}.{slot}")
        ]

    records = (*catalog.by_id.values(), *catalog.links, catalog.info)
    found = [item for record in records for item in texts(record, record.__class__.__name__)]
    assert len(found) > 100
    for name, text in found:
        codes = {code for code, _ in text.texts}
        proper_name = codes == {""} and name in (
            "Source.publisher", "Source.title", "Instrument.name", "Instrument.owner",
            "Objective.owner", "Recommendation.addressee", "Recommendation.responses",
            "Organisation.name",
        )  # fmt: skip
        typed = codes == {""} and name == "Search.words"  # as it was searched for
        assert codes == {"en", "nl"} or proper_name or typed, (name, text)


def test_there_is_enough_of_it() -> None:
    catalog = shipped(TODAY).catalog
    assert len(catalog.recommendations) >= 110
    assert len(catalog.instruments) >= 125
    assert len(catalog.links) >= 280
    assert len(catalog.sources) >= 400


def test_every_record_is_used_and_every_source_cited() -> None:
    unused = [one for one in orphans(shipped(TODAY)).items if one.record in ("source", "theme")]
    assert unused == []


def test_every_record_can_be_listed_and_shown(run: Runner) -> None:
    catalog = shipped(TODAY).catalog
    listed = set()
    for kind in (
        "recommendations",
        "objectives",
        "instruments",
        "sources",
        "searches",
        "organisations",
    ):
        items = json.loads(run("list", kind, "-f", "json").out)["items"]
        listed |= {one["id"] for one in items}
    assert listed == catalog.by_id.keys() - catalog.themes.keys()
    links = json.loads(run("list", "links", "-f", "json").out)
    assert links["total"] == len(catalog.links)


def test_for_every_gap_of_the_first_edition_someone_has_looked() -> None:
    first, _ = load_catalog(FROZEN)
    left_open = {one.id for one in gaps(TraceGraph(first, as_of=TODAY)).items}
    searched = {
        name
        for search in shipped(TODAY).catalog.searches.values()
        if Sought.INSTRUMENT in search.sought
        for name in search.covers
    }
    assert len(left_open) == 34
    assert left_open <= searched


def test_every_gap_was_searched() -> None:
    assert [gap.id for gap in gaps(shipped(TODAY)).items if not gap.searched] == []


def test_what_was_not_seen_stands_beside_nothing_that_counts() -> None:
    """Where the very thing that was asked was not seen, a link touches on it only."""
    said = [
        (link.origin, link.target)
        for link in shipped(TODAY).catalog.links
        if link.extent in (Extent.PARTIAL, Extent.FULL) and link.rationale
        for text in link.rationale
        if NOT_SEEN.search(text)
    ]
    assert said == []


def test_what_asks_or_declares_answers_nothing() -> None:
    catalog = shipped(TODAY).catalog
    asking = {one.id for one in catalog.instruments.values() if one.kind == "declaration"}
    assert asking
    links = (link for link in catalog.links if link.target in asking)
    assert all(link.extent in (None, Extent.MARGINAL) for link in links)


def test_every_response_that_was_given_says_by_whom_and_a_joint_letter_by_each() -> None:
    """The cabinet as a whole stands only where the source names no ministry."""
    given = [
        response
        for asked in shipped(TODAY).catalog.recommendations.values()
        for response in asked.responses
        if not response.draft
    ]
    assert given
    assert all(response.by for response in given)
    letters = re.compile(r"kst-|\d{4}[dz]\d+")
    assert not [
        response
        for response in given
        if "kabinet" in map(str, response.by) and letters.match(response.source)
    ]


def test_how_much_of_each_source_was_read_is_on_file() -> None:
    assert all(source.seen is not None for source in shipped(TODAY).catalog.sources.values())


def test_every_title_of_the_inventory_is_on_file_or_set_aside_with_a_reason() -> None:
    listed = (Path(__file__).parent / "catalogues" / "inventory.txt").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.strip("| ").split(" | ")]
        for line in (SHIPPED / "completeness.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| ") and not line.startswith("| Title")
    ][1:]
    known = {f"{where} {year} {title}": (found, why) for title, where, year, found, why in rows}
    assert list(known) == listed.splitlines()
    assert len(known) == 73
    instruments = shipped(TODAY).catalog.instruments
    for title, (found, why) in known.items():
        assert why, title
        assert found == "set aside" or found.strip("`") in instruments, title
        for name in re.findall(r"`([a-z0-9.-]+)`", why):
            assert name in shipped(TODAY).catalog.by_id, name


def test_each_kind_is_mapped_to_a_type_of_the_oecd() -> None:
    catalog = shipped(TODAY).catalog
    text = (SHIPPED / "README.md").read_text(encoding="utf-8")
    table = text.partition("### Kinds, as the OECD has them")[2]
    mapped = set(re.findall(r"^\| ([a-z-]+) \| (?:PI\d{3}|none)", table, re.MULTILINE))
    assert {str(one.kind) for one in catalog.instruments.values()} <= mapped


def test_no_source_is_dated_by_the_day_of_its_reading() -> None:
    """A reading is later than what is read; the first readings were in November 2026."""
    for one in shipped(TODAY).catalog.sources.values():
        assert one.date or one.read
        assert one.date is None or str(one.date) < "2026-11"


def test_recommendations_say_how_sharp_and_to_whom_they_are() -> None:
    for one in shipped(TODAY).catalog.recommendations.values():
        assert one.specificity is not None
        assert one.themes
        assert one.addressee or one.source == "factsheets-2025"


def test_no_link_is_full_where_no_source_says_so() -> None:
    links = shipped(TODAY).catalog.links
    assert not any(link.extent is Extent.FULL and link.basis is Basis.INFERRED for link in links)


def test_a_pledge_is_claimed_only_with_the_words_that_show_it() -> None:
    graph = shipped(TODAY)
    pledges = [one for rec in graph.recommendations for one in rec.responses if one.commitment]
    assert pledges
    assert all(one.quote and ("toegezegd" in one.quote or "zal er" in one.quote) for one in pledges)


@pytest.mark.parametrize(
    "name", ["data-act", "chips-act", "gpt-nl", "nationale-technologiestrategie"]
)
def test_what_the_nota_does_not_name_answers_no_factsheet(name: str) -> None:
    for link in shipped(TODAY).catalog.links:
        if link.origin in FACTSHEETS and link.target == name:
            assert link.relation is Relation.NONE or link.extent is Extent.MARGINAL


def test_the_two_traps_are_written_on_the_monitors() -> None:
    instruments = shipped(TODAY).catalog.instruments
    (use, *_) = instruments["cbs-ai-monitor"].indicators
    assert use.values[0].value == 22.7
    assert use.note is not None
    assert "een op zes" in use.note.say(Language.NL)
    (target, *_) = instruments["digital-decade"].targets
    assert target.name.say(Language.EN) == "75% of companies use cloud, AI and/or big data"
    assert target.note is not None


def test_a_slip_in_planning_can_be_computed() -> None:
    targets = shipped(TODAY).catalog.instruments["ai-fabriek-groningen"].targets
    planned = [(one.date.text, one.due.text) for one in targets if one.date]
    assert planned == [("2025-06", "2027-03"), ("2025-10-13", "2027"), ("2025-12-19", "2028-03")]
    assert len({one.name for one in targets}) == 1


def test_where_amounts_disagree_one_counts_and_the_note_says_why() -> None:
    for one in shipped(TODAY).catalog.instruments.values():
        for budget in one.budgets:
            assert budget.counts or budget.note is not None, one.id


def test_the_table_of_sources_in_the_readme_is_true() -> None:
    catalog = shipped(TODAY).catalog
    text = (SHIPPED / "README.md").read_text(encoding="utf-8")
    assert with_table(text, catalog) == text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("changes", "--since", "2025-06"), "Events that changed a state"),
        (("what-if", "--stop", "ained"), "Recommendations with another instrument left"),
        (("what-if",), "state if any one judgement is wrong"),
        (("money",), "partly covered"),
        (("show", "talent"), "Institutions behind the advice"),
        (("gaps",), "Order within each state:"),
        (("why", "fs-talent"), "What the state depends on"),
    ],
)
def test_the_next_questions_are_answered_in_one_command(
    asked: tuple[str, ...], said: str, run: Runner
) -> None:
    """What changed since June 2025, what if AiNed stops, how sure is it, how much money, what does
    government do about talent, which gap first, how do I defend the number."""
    found = run(*asked, "-f", "markdown", "--lang", "en")
    assert (found.status, found.err) == (0, "")
    assert said in found.out


PICTURED = [name for name, asked in PICTURES.items() if not asked.edit]


@pytest.mark.parametrize("name", PICTURED)
def test_a_picture_of_the_documents_has_the_numbers_of_its_date(name: str) -> None:
    """`python docs/picture.py` draws them anew."""
    printed = numbers(re.sub(r"\x1b\[[\d;]*m", "", answer(PICTURES[name])))
    assert len(printed) > 20
    for ending in THEMES:
        drawn = (DOCS / f"{name}{ending}.svg").read_text(encoding="utf-8")
        shown = html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", drawn, flags=re.S))
        assert Counter(numbers(shown)) == Counter(printed)


def test_the_photograph_of_the_page_has_the_numbers_of_its_date(run: Runner) -> None:
    """`python docs/page.py` takes it anew, and writes the words of its first screen beside it."""
    words = (DOCS / "page.txt").read_text(encoding="utf-8")
    counted = json.loads(run("coverage", "--as-of", DAY, "--format", "json").out)
    asked = run("coverage", "--as-of", DAY, "--format", "markdown").out
    claim = re.search(r"^No source says that [^.]+\.", asked, re.M)
    assert claim
    assert claim[0] in words
    for basis in counted["by_basis"].values():
        for share in basis["counts"].values():
            assert re.search(rf"\b{share}\b", words)


def numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:[.,]\d+)*", text)


def test_the_sums_of_money_are_those_of_its_files() -> None:
    as_in_the_files(SHIPPED)


def test_each_caveat_of_its_page_leads_to_as_many_as_it_counts() -> None:
    shows_as_many_as_counted(SHIPPED)
    leads_somewhere(SHIPPED)
