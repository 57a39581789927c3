"""Sheets for tests: made by the program, edited as somebody would in a program of sheets."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl


class Book:
    """A workbook to edit by the names of records and columns."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path)

    def heads(self, section: str) -> list[str]:
        return [str(cell.value) for cell in self.book[section][1]]

    def row(self, section: str, key: str) -> int:
        """The number of the row of a record."""
        sheet, heads = self.book[section], self.heads(section)
        for number in range(2, sheet.max_row + 1):
            ends = [
                str(sheet.cell(number, heads.index(name) + 1).value)
                for name in (("id",) if "id" in heads else ("from", "to"))
            ]
            if ":".join(ends) == key:
                return number
        raise KeyError(key)

    def put(self, section: str, key: str, column: str, value: Any) -> str:
        """A value in a cell; the cell's address."""
        cell = self.book[section].cell(
            self.row(section, key), self.heads(section).index(column) + 1
        )
        cell.value = value
        return f"{section}!{cell.coordinate}"

    def value(self, section: str, key: str, column: str) -> Any:
        at = self.heads(section).index(column) + 1
        return self.book[section].cell(self.row(section, key), at).value

    def add(self, section: str, cells: Mapping[str, str]) -> int:
        """A row at the end; its number."""
        sheet = self.book[section]
        number = sheet.max_row + 1
        for name, value in cells.items():
            sheet.cell(number, self.heads(section).index(name) + 1).value = value
        return int(number)

    def drop(self, section: str, key: str) -> None:
        self.book[section].delete_rows(self.row(section, key))

    def save(self) -> None:
        self.book.save(self.path)


def rewritten_as_excel_does(path: Path, encoding: str = "cp1252") -> None:
    """A CSV opened and saved by a Dutch Excel: semicolons, ends of lines of Windows, days with the
    day first, months by name."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    with path.open("w", encoding=encoding, newline="", errors="strict") as file:
        csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(
            [_as_excel(cell) for cell in line] for line in lines
        )


def _as_excel(text: str) -> str:
    parts = text.split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        return {"true": "WAAR", "false": "ONWAAR"}.get(text, text)
    if len(parts) == 3:
        return f"{int(parts[2])}-{int(parts[1])}-{parts[0]}"
    months = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
    return f"{months[int(parts[1]) - 1]}-{parts[0][2:]}" if len(parts) == 2 else text


def advice(folder: Path) -> None:
    """A small catalogue in two files and two languages, with a few records of each kind."""
    folder.mkdir()
    asked = "".join(
        f"  - {{id: ask-{at}, source: report, title: {{en: Ask {at}, nl: Vraag {at}}},\n"
        f"     themes: [{'water' if at < 3 else 'wind'}]}}\n"
        for at in range(7)
    )
    searches = "".join(
        f"  - {{id: search-{at}, date: 2025-0{at}-01, for: [instrument], by: A, "
        f"covers: [ask-{at}], words: [dike]}}\n"
        for at in (1, 2, 3)
    )
    (folder / "catalogue.yaml").write_text(
        f"""\
catalogue:
  title: {{en: Advice, nl: Advies}}
  languages: [en, nl]
  themes:
    - {{id: water, name: {{en: water, nl: water}}}}
    - {{id: wind, name: {{en: wind, nl: wind}}}}
organisations:
  - {{id: council, name: {{en: The council, nl: De raad}}, kind: council}}
  - {{id: tno, name: TNO, kind: council}}
sources:
  - {{id: report, kind: report, title: {{en: R, nl: R}}, publisher: council, date: 2024-01-01}}
  - {{id: letter, kind: letter, title: {{en: L, nl: L}}, publisher: tno, date: 2024-09-01}}
recommendations:
{asked}searches:
{searches}""",
        encoding="utf-8",
    )
    events = (("2024-06-01", "announced"), ("2024-07-01", "adopted"), ("2024-08-01", "in-progress"))
    status = "".join(
        f"      - {{date: {day}, value: {value}, source: letter}}\n" for day, value in events
    )
    made = "".join(
        f"  - id: fund-{at}\n    name: {{en: Fund {at}, nl: Fonds {at}}}\n    kind: fund\n"
        f"    level: nl\n    owner: tno\n    status:\n{status}"
        for at in range(3)
    )
    links = "".join(
        f"  - from: ask-{at}\n    to: fund-{at % 3}\n    extent: partial  # how far\n"
        "    basis: inferred\n    rationale:\n      en: >-\n        It pays for dikes,\n"
        "        and for no more.\n      nl: Dat betaalt dijken.\n"
        for at in range(5)
    )
    (folder / "links.yaml").write_text(f"instruments:\n{made}links:\n{links}", encoding="utf-8")
