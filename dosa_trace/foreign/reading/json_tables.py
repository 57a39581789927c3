"""JSON of somebody else: a list of objects, or one under a key, such as `value` of OData."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import count
from typing import Any, Final

from dosa_trace.diagnostics import BadQuestion
from dosa_trace.foreign.reading.cell_values import number_text
from dosa_trace.foreign.reading.tables import ForeignRow, ForeignTable, Raw
from dosa_trace.labels import NOT_UTF8, SAVE_AS_UTF8
from dosa_trace.language import Phrase
from dosa_trace.sheets.cells_read import MOST_COLUMNS, MOST_ROWS, cleaned

#: How many digits a number may have.
MOST_DIGITS: Final = 400


def json_tables(path: str, data: bytes) -> dict[str, ForeignTable]:
    """The lists of objects in a file, each by its key; one that is all of the file has none. A part
    of an object is a cell by the names of both with a dot between, a list of texts one of lines.

    Raises BadQuestion for what is no JSON, repeats a key, or has no list of objects."""
    try:
        held = json.loads(
            data.decode("utf-8-sig"),
            parse_float=_number, parse_int=_number, parse_constant=_refused,
            object_pairs_hook=_once,
        )  # fmt: skip
    except UnicodeDecodeError as error:
        raise BadQuestion(NOT_UTF8(path=path), SAVE_AS_UTF8) from error
    except (ValueError, InvalidOperation, RecursionError) as error:
        raise BadQuestion(NO_JSON(path=path, place=_place(error)), CHECK_IT) from error
    lists = {"": held} if isinstance(held, list) else held if isinstance(held, dict) else {}
    tables = {
        key: _table(objects)
        for key, objects in lists.items()
        if isinstance(objects, list) and objects and all(isinstance(item, dict) for item in objects)
    }
    if not tables:
        raise BadQuestion(NO_LIST(path=path), LIST_SHAPE)
    others = tuple(
        key for key, held_there in lists.items() if key not in tables and held_there not in ([], {})
        and isinstance(held_there, list | dict)
    )  # fmt: skip
    return {key: table._replace(left_out=others) for key, table in tables.items()}


def _refused(word: str) -> Any:
    raise ValueError(word)


def _number(text: str) -> Decimal:
    """A number as it is written; raises ValueError for one of more digits than anybody reads."""
    number = Decimal(text) if len(text) <= MOST_DIGITS else Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS:
        raise ValueError(text[:20])
    return number


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    if len(held) < len(pairs):
        raise ValueError(next(key for key, _ in pairs if [k for k, _ in pairs].count(key) > 1))
    return held


def _place(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.lineno}:{error.colno}"
    return str(error) if isinstance(error, ValueError) else "…"


def _table(objects: list[Mapping[str, Any]]) -> ForeignTable:
    if len(objects) > MOST_ROWS:
        raise BadQuestion(TOO_LONG(n=len(objects), most=MOST_ROWS))
    heads: dict[str, None] = {}
    rows = []
    for number, one in enumerate(objects, 1):
        cells = _numbered(_cells(one))
        heads |= dict.fromkeys(key for key in cells if key not in heads)
        if cells:
            rows.append(ForeignRow(number, cells))
    if len(heads) > MOST_COLUMNS:
        raise BadQuestion(TOO_MANY_KEYS(most=MOST_COLUMNS))
    return ForeignTable(tuple(heads), tuple(rows), how=("JSON",))


def _numbered(cells: Iterable[tuple[str, Raw]]) -> dict[str, Raw]:
    """Cells by their names; of several with one name the later have numbers."""
    made: dict[str, Raw] = {}
    for name, value in cells:
        others = (f"{name} ({number})" for number in count(2))
        free = name if name not in made else next(one for one in others if one not in made)
        made[free] = value
    return made


def _cells(held: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Raw]]:
    for key, value in held.items():
        name = f"{above}{' '.join(key.split())}"
        if isinstance(value, Mapping):
            yield from _cells(value, f"{name}.")
        elif isinstance(value, list):
            parts = [_text(part) for part in value]
            text = "\n".join(part for part in parts if part)
            if text:
                yield name, text
        elif isinstance(value, str):
            if text := cleaned(value.replace("\t", " ")):
                yield name, text
        elif isinstance(value, bool | Decimal | date):
            yield name, value


def _text(part: Any) -> str:
    """An item of a list on a line of its own; one that has parts as it stands."""
    if isinstance(part, str):
        return " ".join(cleaned(part).split())
    if isinstance(part, Decimal):
        return number_text(part)
    return "" if part is None else json.dumps(part, ensure_ascii=False, default=number_text)


NO_JSON = Phrase(
    "'{path}' cannot be read as JSON ({place})", "'{path}' is niet te lezen als JSON ({place})"
)
CHECK_IT = Phrase("save it again from where it comes", "bewaar het opnieuw uit de bron ervan")
NO_LIST = Phrase("'{path}' has no list of objects", "'{path}' heeft geen lijst van objecten")
LIST_SHAPE = Phrase(
    'such as [{{"title": "…"}}], or {{"value": [{{…}}]}}',
    'zoals [{{"title": "…"}}], of {{"value": [{{…}}]}}',
)
TOO_LONG = Phrase(
    "this list has {n} objects, and {most} are read",
    "deze lijst heeft {n} objecten; er worden er {most} gelezen",
)
TOO_MANY_KEYS = Phrase(
    "the objects have more than {most} keys", "de objecten hebben meer dan {most} sleutels"
)
