"""What the columns of a sheet become: recognised, said, asked, kept beside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from dosa_trace.foreign.heads import fields_meant, language_of, own_key, sections_meant
from dosa_trace.foreign.values_meant import groups, id_for, is_one, name_and_abbreviation
from dosa_trace.language import Language
from dosa_trace.sheets.columns import SECTIONS
from tests.build import FROZEN
from tests.cli.conftest import Run, Runner, run
from tests.foreign.catalogue import ON, empty
from tests.sheets.books import advice

__all__ = ["run"]
SOURCES = ("--set", "source=rapport", "--set", "responses.1.source=brief")


@pytest.fixture(autouse=True)
def catalogue(run: Runner) -> None:
    empty(Path("c"))


def sheet(text: str, encoding: str = "utf-8") -> str:
    Path("s.csv").write_text(text, encoding=encoding, newline="")
    return "s.csv"


def taken(run: Runner, text: str, *words: str) -> Run:
    return run("import", sheet(text), *ON, "--yes", *words)


def held(section: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for path in sorted(Path("c").rglob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += data.get(section) or data.get("catalogue", {}).get(section) or ()
    return found


def test_rows_without_a_number_are_known_by_their_source_and_title(run: Runner) -> None:
    first = taken(run, "Aanbeveling;Thema\nMeet meer;Data\nDeel data;Data\n", "--set",
                  "source=rapport")  # fmt: skip
    assert first.status == 0, first.err
    assert [(one["id"], one["title"]) for one in held("recommendations")] == [
        ("rapport-1", "Meet meer"),
        ("rapport-2", "Deel data"),
    ]
    assert held("themes") == [{"id": "data", "name": "Data"}]
    text = "Aanbeveling;Thema\nDeel data;Data\nNog iets;data\n"
    assert taken(run, text).status == 0
    assert [one["id"] for one in held("recommendations")] == ["rapport-1", "rapport-2", "rapport-3"]
    assert len(held("themes")) == 1


def test_an_id_that_somebody_else_has_is_merged_by_cell_and_nothing_is_overwritten(
    run: Runner,
) -> None:
    taken(run, "Nummer;Aanbeveling;Toelichting\nA1;Een;\n", "--set", "source=rapport")
    more = taken(run, "Nummer;Aanbeveling;Toelichting\nA1;Een;Nieuw\n")
    assert more.status == 0
    assert held("recommendations")[0]["note"] == "Nieuw"
    other = taken(run, "Nummer;Aanbeveling;Toelichting\nA1;Twee;\n")
    assert other.status == 1
    assert held("recommendations")[0]["title"] == "Een"
    assert "title is ‘Een’ in the catalogue and ‘Twee’ in the sheet" in other.err
    assert held("recommendations")[0]["note"] == "Nieuw"  # an empty cell takes nothing away


def test_what_no_field_holds_has_a_key_of_its_own_with_its_value(run: Runner) -> None:
    found = taken(
        run,
        "Aanbeveling;Bedrag (€);Gereed?;Peildatum;Dossier;Bedrag (€)\n"
        "Meet;1.234,50;ja;31-12-2024;00123;1.000,5\n"
        "Deel;2.000,00;nee;1-2-2025;7;\n",
        *SOURCES[:2],
    )
    assert found.status == 0, found.err
    first, second = held("recommendations")
    assert {key: value for key, value in first.items() if key.startswith("x-")} == {
        "x-bedrag": 1234.5, "x-bedrag-2": 1000.5, "x-gereed": True, "x-dossier": "00123",
        "x-peildatum": first["x-peildatum"],
    }  # fmt: skip
    assert str(first["x-peildatum"]) == "2024-12-31"
    assert (second["x-gereed"], second["x-dossier"], second["x-bedrag"]) == (False, "7", 2000)


@pytest.mark.parametrize(
    ("head", "cells", "held_as"),
    [
        ("Bedrag", ["€ 5,50", "6"], [5.5, 6]),
        ("Bedrag ($)", ["$ 5.50", "6"], [5.5, 6]),
        ("Bedrag", ["$ 5.50", "6.25"], ["$ 5.50", "6.25"]),
        ("Bedrag", ["$ 5.50", "€ 6.25"], ["$ 5.50", "€ 6.25"]),
    ],
)
def test_a_currency_is_never_lost(
    head: str, cells: list[str], held_as: list[object], run: Runner
) -> None:
    rows = "".join(f"Maatregel {cell};{cell}\n" for cell in cells)
    taken(run, f"Aanbeveling;{head}\n{rows}", *SOURCES[:2])
    key = own_key(head)
    assert key == ("x-bedrag-usd" if "$" in head else "x-bedrag")
    assert [one[key] for one in held("recommendations")] == held_as


def test_a_number_that_a_float_cannot_be_stays_as_it_is_written(run: Runner) -> None:
    taken(run, "Aanbeveling;Bedrag\nMeet;12345678901234567,25\n", *SOURCES[:2])
    assert held("recommendations")[0]["x-bedrag"] == "12345678901234567.25"


@pytest.mark.parametrize(
    ("cell", "asked", "option", "value"),
    [
        ("1.234", "‘1.234’ can be read in two ways", "decimal-comma", 1234),
        ("1.234", "‘1.234’ can be read in two ways", "decimal-point", 1.234),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked_with_the_option_that_settles_it(
    cell: str, asked: str, option: str, value: float, run: Runner
) -> None:
    text = f"Aanbeveling;Bedrag\nMeet;{cell}\n"
    waits = taken(run, text, *SOURCES[:2])
    assert waits.status == 2
    assert asked in waits.err
    assert 'such as --form "Bedrag=decimal-comma"' in waits.err
    assert held("recommendations") == []
    assert taken(run, text, *SOURCES[:2], "--form", f"Bedrag={option}").status == 0
    assert held("recommendations")[0]["x-bedrag"] == value


def test_a_response_without_what_it_needs_stands_beside(run: Runner) -> None:
    text = "Aanbeveling;Oordeel;Datum reactie;Toezegging\nMeet;;31-1-2024;ja\nDeel;Afgewezen;;\n"
    found = taken(run, text, *SOURCES)
    assert found.status == 0, found.err
    first, second = held("recommendations")
    assert (str(first["x-datum-reactie"]), first["x-toezegging"]) == ("2024-01-31", True)
    assert second["x-oordeel"] == "Afgewezen"
    assert "responses" not in first | second
    assert "1 row has no 'Oordeel'" in found.err
    assert "1 row has no 'Datum reactie'" in found.err


def test_what_stands_beside_is_counted_by_rows_that_come_in(run: Runner) -> None:
    heads = "Aanbeveling;Oordeel;Datum reactie;Toezegging;T;D"
    rows = ["Meet;;31-1-2024;;Advies;2023-01-01", "Deel;;;ja;Advies;2023-01-01",
            "Weeg;;;ja;Advies;2023-02-02"]  # fmt: skip
    found = taken(run, "\n".join([heads, *rows, ""]), "--column", "T=source.title", "--column",
                  "D=source.date", "--set", "source.kind=report", "--set",
                  "source.publisher=De raad", *SOURCES[2:])  # fmt: skip
    assert found.status == 1
    assert "2 rows have no 'Oordeel'; what else they say" in found.err
    assert [one["title"] for one in held("recommendations")] == ["Meet", "Deel"]


def test_empty_cells_and_words_may_be_said_to_mean_something(run: Runner) -> None:
    text = "Aanbeveling;Oordeel;Datum reactie\nMeet;;1-2-2024\nDeel;Misschien;29-2-2024\n"
    found = taken(run, text, *SOURCES, "--value", "Oordeel:=noted", "--value",
                  "Oordeel:Misschien=skip")  # fmt: skip
    assert found.status == 0, found.err
    first, second = held("recommendations")
    assert first["responses"][0]["value"] == "noted"
    assert "responses" not in second


def test_several_names_stand_in_one_cell(run: Runner) -> None:
    text = ("Aanbeveling;Gericht aan;Thema\n"
            '"Meet";"EZ; BZK";"Zorg, werk"\n'
            '"Deel";"Onderwijs, Cultuur en Wetenschap";"werk"\n'
            '"Weeg";"OCW, EZ";"Zorg"\n')  # fmt: skip
    assert taken(run, text, *SOURCES[:2]).status == 0
    first, second, third = held("recommendations")
    assert [one["addressee"] for one in (first, second, third)] == [
        ["ez", "bzk"], "ocw", ["ocw", "ez"]
    ]  # fmt: skip
    assert [one["themes"] for one in (first, second, third)] == [
        ["zorg", "werk"], ["werk"], ["zorg"]
    ]  # fmt: skip
    assert [one["name"] for one in held("organisations")] == [
        "Onderwijs, Cultuur en Wetenschap", "BZK", "EZ"
    ]  # fmt: skip


def test_new_sources_are_made_from_what_the_sheet_and_the_options_say(run: Runner) -> None:
    text = "Aanbeveling;Rapport\nMeet;Advies één\nDeel;Advies twee\nWeeg;Rapport\n"
    waits = taken(run, text)
    assert waits.status == 2
    for field in ("kind", "publisher", "date"):
        assert f"--set source.{field}=VALUE" in waits.err
    options = ("--set", "source.kind=report", "--set", "source.publisher=De raad",
               "--set", "source.date=2025")  # fmt: skip
    assert taken(run, text, *options).status == 0
    assert [one["source"] for one in held("recommendations")] == [
        "advies-een", "advies-twee", "rapport"
    ]  # fmt: skip
    assert held("sources")[-1] == {
        "id": "advies-twee", "kind": "report", "title": "Advies twee", "publisher": "De raad",
        "date": "2025",
    }  # fmt: skip


@pytest.mark.parametrize("path", ["small", pytest.param(str(FROZEN), marks=pytest.mark.costly)])
def test_our_own_csv_needs_no_second_file_and_no_question(path: str, run: Runner) -> None:
    if path == "small":
        advice(Path(path))
    on = ("--catalog", path, "--lang", "en")
    for section in SECTIONS:
        assert run("sheet", section, *on, "-o", f"{section}.csv").status == 0
        Path(f"{section}.base.csv").unlink()
        found = run("import", f"{section}.csv", *on, "--yes")
        if (path, section) == ("small", "objectives"):  # it has none
            assert "has no rows" in found.err
            continue
        assert (found.status, found.err.count("error")) == (0, 0), found.err
        assert "the sheet changes nothing in the catalogue" in found.err


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("--column", "Adviesx=title"), "no column 'Adviesx'", "its columns are"),
        (("--column", "Aanbevelingen=title"), "no column 'Aanbevelingen'", "'Aanbeveling'?"),
        (("--column", "Aanbeveling=titel"), "no field 'titel'", "did you mean 'title'?"),
        (("--column", "Aanbeveling=readings"), "is written when somebody judges", ""),
        (("--column", "Aanbeveling=reviewed"), "is written when somebody judges", ""),
        (("--column", "Aanbeveling"), "--column 'Aanbeveling' says nothing", "COLUMN=WORD"),
        (("--column", "Aanbeveling=evidence"), "has fields of its own", "afterwards"),
        (("--form", "Aanbeveling=comma"), "'comma' is no form", "'decimal-comma'"),
        (("--value", "x=y"), "'x=y' names no column and cell", "COLUMN:CELL=WORD"),
        (("--set", "bron"), "'bron' sets no field", "FIELD=VALUE"),
        (("--set", "bron=x"), "no field 'bron'", "use 'id'"),
        (("--set", "responses.1.source=x"), "the catalogue has no such record", "add"),
        (("--sheet", "Blad2"), "no sheet 'Blad2'", ""),
        (("--kind", "recommendation"), "recommendation", ""),
        (("--map", "c/m.yaml"), "would be read as a part of the catalogue", "--map"),
    ],
)
def test_what_was_typed_wrong_is_told(
    words: tuple[str, ...], message: str, hint: str, run: Runner
) -> None:
    text = "Aanbeveling;Oordeel;Datum reactie\nMeet;Overgenomen;31-1-2024\n"
    found = taken(run, text, *SOURCES, *words)
    assert (found.status, found.out) == (2, "")
    assert message in found.err
    assert hint in found.err
    assert held("recommendations") == []


def test_options_for_other_sheets_are_refused_on_our_own(run: Runner) -> None:
    run("sheet", "sources", *ON, "-o", "own.xlsx")
    found = run("import", "own.xlsx", *ON, "--yes", "--kind", "sources")
    assert found.status == 2
    assert "--kind is for sheets of others" in found.err


def test_a_line_above_the_heads_is_named_and_left_out(run: Runner) -> None:
    found = taken(run, "Export van 1 mei;;\n;;\nNummer;Aanbeveling;Toelichting\nA1;Meet;x\n",
                  *SOURCES[:2])  # fmt: skip
    assert found.status == 0, found.err
    assert "not read: row 1: Export van 1 mei" in found.err


def test_the_columns_are_shown_before_anything_is_used(run: Runner) -> None:
    text = "Aanbeveling;Bedrag\n" + "".join(f"Maatregel {n};{n},5\n" for n in range(1, 6))
    found = taken(run, text, *SOURCES[:2], "--dry-run")
    shown = found.err.partition("How this sheet is read")[2]
    assert "1,5 | 2,5 | 3,5\n" in shown
    assert "5,5" not in shown
    assert held("recommendations") == []
    assert not Path("s.map.yaml").exists()


def test_a_cell_is_shown_as_it_stands_and_what_was_said_of_it_beside(run: Runner) -> None:
    text = "Aanbeveling;Bedrag\nMeet;veel\nDeel;2,5\n"
    found = taken(run, text, *SOURCES[:2], "--value", "Bedrag:veel=7,5", "--dry-run")
    shown = found.err.partition("How this sheet is read")[2]
    assert "veel | 2,5" in shown
    assert "veel → 7,5 (1)" in shown


@pytest.mark.parametrize(
    ("heads", "sections", "language"),
    [
        (["Nummer", "Aanbeveling", "Oordeel"], ("recommendations",), Language.NL),
        (["Recommendation", "Response", "Topic"], ("recommendations",), Language.EN),
        (["Maatregel", "Status", "Eigenaar"], ("instruments",), Language.NL),
        (["Aanbeveling", "Instrument", "Mate"], ("links",), Language.NL),
        (["Titel", "Uitgever", "Publicatiedatum"], ("sources",), Language.NL),
        (["Organisatie", "Afkorting"], ("organisations",), Language.NL),
        (["foo", "bar"], (), None),
    ],
)
def test_what_a_sheet_is_of_is_told_by_its_heads(
    heads: list[str], sections: tuple[str, ...], language: Language | None
) -> None:
    assert sections_meant(heads) == sections
    assert language_of(heads) == language


def test_a_head_that_can_mean_two_things_names_both() -> None:
    assert fields_meant("recommendations", "Ministerie") == ("addressee", "responses.1.by")
    assert fields_meant("recommendations", "DATUM  REACTIE ") == ("responses.1.date",)
    assert fields_meant("recommendations", "Toezegging") == ("responses.1.commitment",)
    assert fields_meant("recommendations", "readings") == ("skip",)
    assert own_key("Bedrag (€)") == "x-bedrag"
    assert own_key("Bedrag (mln €)") == "x-bedrag-mln"
    assert own_key("…") == "x-kolom"


@pytest.mark.parametrize(
    ("name", "other", "alike"),
    [
        ("BZK", "Min. BZK", True),
        ("Ministerie van Economische Zaken", "EZ", True),
        ("Ministry of Defence", "defence", True),
        ("Infrastructuur en Waterstaat", "IenW", True),
        ("Infrastructuur en Waterstaat", "I&W", True),
        ("Onderwijs, Cultuur en Wetenschap", "OCW", True),
        ("Economische Zaken", "ez", True),
        ("Economische Zaken en Klimaat", "EZ", False),
        ("Defensie", "D", False),
        ("EZ", "EZK", False),
    ],
)
def test_names_of_one_ministry(name: str, other: str, alike: bool) -> None:
    assert is_one(name, other) is is_one(other, name) is alike


def test_names_are_grouped_and_called_by_the_fullest() -> None:
    made = list(groups(["EZ", "BZK", "Ministerie van Economische Zaken", "Min. BZK"]))
    assert made == [("Ministerie van Economische Zaken", "EZ"), ("BZK", "Min. BZK")]
    assert [name_and_abbreviation(names) for names in made] == [
        ("Ministerie van Economische Zaken", "EZ"),
        ("BZK", ""),
    ]
    assert id_for("Ministerie van Économie", {"ministerie-van-economie"}) == (
        "ministerie-van-economie-2"
    )
