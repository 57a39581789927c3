"""Edits of records: fields set, records and parts added, taken away, renamed."""

from __future__ import annotations

import pickle
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage.snapshot import SNAPSHOT, snapshot, with_other_id
from dosa_trace.analysis.diff.on_file import match
from dosa_trace.analysis.diff.renames import Known
from dosa_trace.catalog.facts.meant import meant
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.diagnostics import BadQuestion, UnknownId
from dosa_trace.editing.additions import KINDS, add_part, add_record
from dosa_trace.editing.changes import remove, rename_record, set_fields
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.notes import rename_in_note
from dosa_trace.editing.targets import PARTS
from dosa_trace.loading import load
from dosa_trace.questions.coverage import coverage
from dosa_trace.questions.editing import preview, write_draft
from tests.build import FROZEN
from tests.examples import examples

Edit = Callable[[Draft], object]


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    shutil.copytree(FROZEN, tmp_path / "catalog")
    return load(tmp_path / "catalog")


def edited(catalog: Catalog, edit: Edit) -> Catalog:
    """The catalogue that an edit makes, without an error."""
    draft = Draft(catalog)
    edit(draft)
    made, findings = draft.read()
    assert not findings
    return made


def test_fields_are_set_wherever_they_stand(catalog: Catalog) -> None:
    values = {"title.nl": "Nieuw", "specificity": "4", "themes": "talent, compute", "note": "Zo"}
    made = edited(catalog, lambda draft: set_fields(draft, "fs-talent", values))
    record = made.recommendations["fs-talent"]
    assert dict(record.title.texts)["nl"] == "Nieuw"
    assert dict(record.title.texts)["en"] == "Consider talent as part of the AI ecosystem"
    assert (record.specificity, record.themes) == (4, ("talent", "compute"))
    assert str(record.note) == "Zo"
    both = edited(made, lambda draft: set_fields(draft, "fs-talent", {"note.nl": "Zo"}))
    assert "nl" in dict(both.recommendations["fs-talent"].note.texts)  # type: ignore[union-attr]


def test_a_part_is_set_by_its_number_in_the_file(catalog: Catalog) -> None:
    values = {"status.1.date": "2020-05", "status.1.note": "Eerder", "owner": "[ez, ocw]"}
    made = edited(catalog, lambda draft: set_fields(draft, "ained", values))
    instrument = made.instruments["ained"]
    assert str(instrument.status[0].date) == "2020-05"
    assert str(instrument.status[0].note) == "Eerder"
    assert [str(one) for one in instrument.owner] == ["ez", "ocw"]


def test_a_link_is_named_by_its_ends(catalog: Catalog) -> None:
    values = {"extent": "marginal", "joint": "both"}
    made = edited(catalog, lambda draft: set_fields(draft, "fs-talent:aim-ai-talent", values))
    (link,) = (one for one in made.links if one.origin == "fs-talent")
    assert (link.extent, link.joint) == ("marginal", "both")
    gone = edited(catalog, lambda draft: remove(draft, "fs-talent:aim-ai-talent"))
    assert [one for one in gone.links if one.origin == "fs-talent"] == []


def test_an_empty_value_takes_a_field_away_and_what_held_nothing_else(catalog: Catalog) -> None:
    values = {"themes": "", "title.nl": ""}
    made = edited(catalog, lambda draft: set_fields(draft, "fs-talent", values))
    assert made.recommendations["fs-talent"].themes == ()
    assert [code for code, _ in made.recommendations["fs-talent"].title.texts] == ["en"]


def test_a_new_id_stands_wherever_the_old_one_did(catalog: Catalog) -> None:
    made = edited(catalog, lambda draft: rename_record(draft, "fs-talent", "fs-people"))
    assert "fs-talent" not in made.by_id
    was = [one.field for one in catalog.references if one.target == "fs-talent"]
    now = [one.field for one in made.references if one.target == "fs-people"]
    assert was == now
    assert was
    back = edited(made, lambda draft: rename_record(draft, "fs-people", "fs-talent"))
    assert back.digest == catalog.digest


@pytest.mark.parametrize("old", ["fs-talent", "ained", "aim-ai-talent"])
@pytest.mark.parametrize("new", ["a-first", "zz-last", "fs-10"])
def test_the_snapshot_has_the_new_id_too(old: str, new: str, catalog: Catalog) -> None:
    kept = catalog.root / SNAPSHOT
    on = catalog.on("2026-11-23")
    kept.write_text(snapshot(on), encoding="utf-8")
    draft = Draft(catalog)
    rename_record(draft, old, new)
    write_draft(draft)
    after = load(catalog.root)
    assert kept.read_text(encoding="utf-8") == snapshot(after.on("2026-11-23"))


def test_the_old_id_is_noted_where_that_is_wanted(catalog: Catalog) -> None:
    made = edited(catalog, lambda draft: rename_record(draft, "ained", "nl-ained", keep=True))
    assert made.instruments["nl-ained"].renamed == ("ained",)
    again = edited(made, lambda draft: rename_record(draft, "nl-ained", "ained-nl", keep=True))
    assert again.instruments["ained-nl"].renamed == ("ained", "nl-ained")
    back = edited(again, lambda draft: rename_record(draft, "ained-nl", "ained", keep=True))
    assert back.instruments["ained"].renamed == ("nl-ained", "ained-nl")
    for old in ("ained", "nl-ained"):
        with pytest.raises(UnknownId) as caught:
            again.record(old)
        assert caught.value.near == ("ained-nl",)
        assert meant(again, "ained-nl") == "ained-nl"
    with pytest.raises(UnknownId) as caught:
        meant(back, "AINED-NL")
    assert caught.value.near == ("ained",)


def test_what_notes_its_old_id_is_known_again_by_it(catalog: Catalog) -> None:
    words = {"name": "Something else", "description": "Other words", "owner": "ocw"}
    other = edited(catalog, lambda draft: set_fields(draft, "ained", words))
    made = edited(other, lambda draft: rename_record(draft, "ained", "growth-fund", keep=True))
    matched = match(catalog, made)
    assert dict(matched.sure) == {("ained", "growth-fund"): Known.NOTED}


@pytest.mark.parametrize(
    ("old", "new", "text", "then"),
    [
        (
            "fs-talent",
            "fs-people",
            "<!-- dosa state.fs-talent lang=nl -->x<!-- / -->, <!--dosa coverage.total "
            "where=id=wrr-slot,fs-talent as-of=2026-11-25 -->fs-talent<!-- / -->\r\n"
            "`<!-- dosa state.fs-talent -->` <!-- dosa state.fs-talent-2 -->y<!-- / -->",
            "<!-- dosa state.fs-people lang=nl -->x<!-- / -->, <!--dosa coverage.total "
            "where=id=wrr-slot,fs-people as-of=2026-11-25 -->fs-talent<!-- / -->\r\n"
            "`<!-- dosa state.fs-talent -->` <!-- dosa state.fs-talent-2 -->y<!-- / -->",
        ),
        (
            "talent",
            "people",
            "<!-- dosa coverage.gap where=theme=Talent where=institution=talent --><!-- / -->",
            "<!-- dosa coverage.gap where=theme=people where=institution=talent --><!-- / -->",
        ),
    ],
)
def test_markers_of_a_note_get_the_new_id(
    old: str, new: str, text: str, then: str, catalog: Catalog, tmp_path: Path
) -> None:
    note = tmp_path / "note.md"
    note.write_bytes(text.encode())
    draft = Draft(catalog)
    rename_record(draft, old, new)
    rename_in_note(draft, note, note.read_bytes(), old, new)
    *_, edit = draft.edits
    assert (edit.path, edit.is_note, edit.after.decode()) == (str(note), True, then)
    write_draft(draft)
    assert note.read_bytes() == then.encode()


def test_a_file_of_the_catalogue_is_no_note(catalog: Catalog) -> None:
    path = catalog.root / "catalogue.yaml"
    with pytest.raises(BadQuestion, match="is part of the catalogue and no briefing"):
        rename_in_note(Draft(catalog), path, path.read_bytes(), "talent", "people")


def test_two_renames_of_one_draft_both_reach_the_snapshot(catalog: Catalog) -> None:
    kept = catalog.root / SNAPSHOT
    kept.write_text(snapshot(catalog.on("2026-11-23")), encoding="utf-8")
    draft = Draft(catalog)
    rename_record(draft, "fs-talent", "fs-people")
    rename_record(draft, "ained", "zz-growth")
    write_draft(draft)
    assert kept.read_text(encoding="utf-8") == snapshot(load(catalog.root).on("2026-11-23"))


def test_whoever_removes_what_is_referred_to_is_told_every_place(catalog: Catalog) -> None:
    places = [one.span for one in catalog.references if one.target == "ained"]
    assert len(places) > 5
    with pytest.raises(BadQuestion) as error:
        remove(Draft(catalog), "ained")
    said = str(error.value.message)
    assert f"in {len(places)} places" in said
    assert all(f"{place.file}:{place.line}" in said for place in places)


def test_what_is_no_snapshot_is_left_alone(catalog: Catalog) -> None:
    for text in ("", "fs-talent: open\n", "# dosa-trace snapshot 1\nfs-talent\n"):
        assert with_other_id(text, "fs-talent", "x") == text
    (catalog.root / SNAPSHOT).write_bytes(b"\xff fs-talent")
    draft = Draft(catalog)
    rename_record(draft, "fs-talent", "x")
    assert SNAPSHOT not in {edit.path for edit in draft.edits}


def test_an_event_goes_where_its_date_puts_it(catalog: Catalog) -> None:
    before = catalog.instruments["ained"].status
    for day in ("2019", "2023-06", "2026-11"):
        values = {"value": "in-progress", "date": day, "source": "beslisnota-2025"}
        made = edited(catalog, lambda draft, v=values: add_part(draft, "status", "ained", v))  # type: ignore[misc]
        days = [one.date.last_day for one in made.instruments["ained"].status if one.date]
        assert len(made.instruments["ained"].status) == len(before) + 1
        assert days == sorted(days)


def test_a_first_part_makes_its_list(catalog: Catalog) -> None:
    assert not catalog.recommendations["fs-talent"].considered
    values = {"instruments": "ained, agdb", "reason.nl": "Nee", "reason.en": "No"}
    made = edited(catalog, lambda draft: add_part(draft, "considered", "fs-talent", values))
    (considered,) = made.recommendations["fs-talent"].considered
    assert considered.instruments == ("ained", "agdb")


def test_a_link_stands_behind_the_last_with_the_same_origin(catalog: Catalog) -> None:
    values = {"from": "fs-talent", "to": "ained", "extent": "partial", "basis": "suggested"}
    made = edited(catalog, lambda draft: add_record(draft, "link", values))
    ends = [(one.origin, one.target) for one in made.links]
    at = ends.index(("fs-talent", "ained"))
    assert ends[at - 1][0] == "fs-talent"
    assert len(made.links) == len(catalog.links) + 1


def test_a_record_stands_with_its_like_or_in_a_file_of_its_own(catalog: Catalog) -> None:
    values = {"id": "new-2026", "kind": "letter", "title": "T", "publisher": "ez", "date": "2026"}
    draft = Draft(catalog)
    assert add_record(draft, "source", values) == "sources.yaml"
    assert add_record(draft, "source", values | {"id": "x"}, "more/y.yaml") == "more/y.yaml"
    made, findings = draft.read()
    assert not findings
    assert {"new-2026", "x"} <= made.sources.keys()
    assert [edit.before is None for edit in draft.edits] == [True, False]


INSTRUMENT = {
    "id": "new", "name.nl": "Nieuw", "name.en": "New", "kind": "fund", "level": "nl", "owner": "ez",
    "status.1.date": "2026", "status.1.value": "announced", "status.1.source": "beslisnota-2025",
}  # fmt: skip


def test_a_record_with_parts_is_added_at_once(catalog: Catalog) -> None:
    made = edited(catalog, lambda draft: add_record(draft, "instrument", INSTRUMENT))
    (status,) = made.instruments["new"].status
    assert (status.value, str(status.date)) == ("announced", "2026")
    assert dict(made.instruments["new"].name.texts) == {"nl": "Nieuw", "en": "New"}


WRONG: list[tuple[Edit, type[Exception], str]] = [
    (lambda draft: set_fields(draft, "fs-talnt", {"note": "x"}), UnknownId, "no record has the id"),
    (lambda draft: set_fields(draft, "fs-talent", {"titel": "x"}), BadQuestion, "no field 'titel'"),
    (lambda draft: set_fields(draft, "ained", {"status.9.date": "2025"}), BadQuestion, "nothing"),
    (lambda draft: set_fields(draft, "ained", {"status.x": "2025"}), BadQuestion, "number of an"),
    (lambda draft: set_fields(draft, "ained", {"status.1": "x"}), BadQuestion, "several fields"),
    (lambda draft: set_fields(draft, "fs-talent", {"note": ""}), BadQuestion, "nothing under"),
    (lambda draft: set_fields(draft, "fs-talent:ained", {"by": "x"}), BadQuestion, "no link"),
    (lambda draft: remove(draft, "ained"), BadQuestion, "is referred to in"),
    (lambda draft: remove(draft, "ained", ["status.9"]), BadQuestion, "nothing under"),
    (lambda draft: rename_record(draft, "fs-talent", "ained"), BadQuestion, "already a record"),
    (lambda draft: add_part(draft, "status", "fs-talent", {}), BadQuestion, "cannot have a status"),
    (lambda draft: add_part(draft, "status", "ained", {}), BadQuestion, "missing: date, value"),
    (lambda draft: add_record(draft, "link", {}), BadQuestion, "missing: from, to, basis"),
    (lambda draft: add_record(draft, "source", {"id": "ained", "kind": "web", "title": "T",
                              "publisher": "P", "read": "2026"}), BadQuestion, "already a record"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "kind", "message"), WRONG)
def test_what_cannot_be_done_is_told_and_nothing_is_edited(
    edit: Edit, kind: type[Exception], message: str, catalog: Catalog
) -> None:
    draft = Draft(catalog)
    with pytest.raises(kind, match=message):
        edit(draft)
    assert draft.edits == ()


def test_a_theme_stands_in_what_the_catalogue_says_of_itself(catalog: Catalog) -> None:
    values = {"id": "quantum", "name.nl": "Kwantum", "name.en": "Quantum"}
    made = edited(catalog, lambda draft: add_record(draft, "theme", values))
    assert "quantum" in made.themes
    assert [*made.themes][-1] == "quantum"
    again = edited(made, lambda draft: set_fields(draft, "quantum", {"name.en": "Quanta"}))
    assert dict(again.themes["quantum"].name.texts)["en"] == "Quanta"


def test_a_catalogue_of_one_file_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.write_text("catalogue: {title: T, languages: [nl]}\n", encoding="utf-8")
    values = {"id": "s", "kind": "web", "title": "T", "publisher": "P", "read": "2026"}
    draft = Draft(load(path))
    assert add_record(draft, "source", values) == "one.yaml"
    assert "s" in draft.read()[0].sources
    with pytest.raises(BadQuestion, match=r"is the one file 'one\.yaml'"):
        add_record(Draft(load(path)), "source", values, "two.yaml")


def test_whatever_can_be_added_is_a_kind_of_the_format(catalog: Catalog) -> None:
    assert set(KINDS.values()) <= set(vars(catalog)) | {"links", "themes"}
    held: Any = (
        catalog.recommendations["fs-talent"],
        catalog.instruments["ained"],
        catalog.links[0],
    )
    assert all(any(hasattr(one, key) for one in held) for key, _ in PARTS.values())


def test_several_parts_of_a_list_are_those_of_the_file(catalog: Catalog) -> None:
    first = catalog.instruments["ained"].status
    made = edited(catalog, lambda draft: remove(draft, "ained", ["status.1", "status.2"]))
    assert made.instruments["ained"].status == first[2:]


def test_a_preview_is_what_is_written(catalog: Catalog) -> None:
    draft = Draft(catalog)
    set_fields(draft, "fs-talent:aim-ai-talent", {"extent": "marginal"})
    shown = preview(draft, as_of="2026-11-23")
    assert [one["id"] for one in shown.rows()] == ["fs-talent"]
    assert shown.data()["schema"] == "dosa-trace/edit/1"
    assert "extent: marginal" in shown._repr_html_()
    assert repr(shown) == "<EditResult on 2026-11-23, inferred: 1 rows>"
    assert pickle.loads(pickle.dumps(shown)) == shown
    write_draft(draft)
    after = load(catalog.root)
    assert after.digest == shown.effects.digest_after
    figures = shown.effects.figures[Basis.INFERRED].after
    assert coverage(after.on("2026-11-23")).counts == figures.counts


def test_a_draft_that_changes_nothing_has_nothing_to_show(catalog: Catalog) -> None:
    with pytest.raises(BadQuestion, match="changes nothing"):
        preview(Draft(catalog), as_of="2026-11-23")


EXTENTS = ("full", "partial", "marginal")
VALUES = ("announced", "adopted", "in-progress", "completed", "paused", "stopped")


@examples(40)
@given(st.data())
def test_what_a_preview_says_is_what_the_catalogue_says_afterwards(data: st.DataObject) -> None:
    """One to three random edits, written into a copy and read by whoever comes next."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(FROZEN, Path(folder) / "catalog")
        draft = Draft(load(Path(folder) / "catalog"))
        for _ in range(data.draw(st.integers(1, 3))):
            _drawn(draft, data)
        on = data.draw(st.sampled_from(["2024-06-01", "2025-08-01", "2026-11-23"]))
        shown = preview(draft, as_of=on)
        write_draft(draft)
        after = load(Path(folder) / "catalog")
        assert after.digest == shown.effects.digest_after
        for basis, figures in shown.effects.figures.items():
            assert coverage(after.on(on, basis=basis)).counts == figures.after.counts
        moved = {one.id: one.after for one in shown.effects.states}
        states = {one.id: one.state for one in coverage(after.on(on)).recommendations}
        assert all(states[name] is state for name, state in moved.items())


def _drawn(draft: Draft, data: st.DataObject) -> None:
    """A link that says something else, or an instrument that becomes something."""
    catalog = draft.catalog
    if data.draw(st.booleans()):
        able = [one for one in catalog.links if one.extent is not None and one.joint is None]
        link = data.draw(st.sampled_from(able))
        values = {"extent": data.draw(st.sampled_from(EXTENTS)), "x-try": "yes"}
        set_fields(draft, f"{link.origin}:{link.target}", values)
        return
    name = data.draw(st.sampled_from(sorted(catalog.instruments)))
    value, day = data.draw(st.sampled_from(VALUES)), data.draw(st.sampled_from(["2024", "2026-10"]))
    add_part(draft, "status", name, {"value": value, "date": day, "source": "beslisnota-2025"})
