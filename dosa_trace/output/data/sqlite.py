"""A database of SQLite: the tables of a catalogue, what the program answers, and views.

Values are bound and names are ours, so no text of a catalogue is a statement. The file holds no
time: the same answer gives the same bytes with the same SQLite.
"""

from __future__ import annotations

import sqlite3

from dosa_trace.exporting.database import COVERAGE_SQL, Database
from dosa_trace.exporting.statements import fill, quoted
from dosa_trace.output.target import PIPE, Medium


def render(made: Database, medium: Medium = PIPE) -> bytes:
    """The file, which any SQLite from 3.38 on opens."""
    database = sqlite3.connect(":memory:")
    try:
        fill(database, made.tables)
        database.executescript(COVERAGE_SQL.read_text(encoding="utf-8"))
        for name, statement in made.views.items():
            database.execute(f"CREATE VIEW {quoted(name)} AS\n{statement}")
        database.commit()
        return database.serialize()
    finally:
        database.close()
