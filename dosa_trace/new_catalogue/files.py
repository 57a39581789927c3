"""The files of a new catalogue, as texts: the seven that it is read from, each with what it is for
in its first lines, the schema for editors, and the snapshot of its figures."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from dosa_trace.analysis.coverage.snapshot import SNAPSHOT, snapshot
from dosa_trace.catalog.fields.json_schema import schema
from dosa_trace.catalog.loader import load_kept
from dosa_trace.catalog.text.files import InMemory
from dosa_trace.editing.additions import KIND_IN
from dosa_trace.editing.written import Style, entry
from dosa_trace.graph import TraceGraph
from dosa_trace.language import Phrase, say
from dosa_trace.new_catalogue.plan import NewCatalogue
from dosa_trace.new_catalogue.records import THEME, examples

#: The folder of the catalogue, and the name of its schema, which the first line of each file says.
FOLDER, SCHEMA = "catalog", "catalogue.schema.json"
FIRST_LINE = f"# yaml-language-server: $schema={SCHEMA}"


class NewFile(NamedTuple):
    """A file to be made, by its path from the folder that the catalogue is started in, and what it
    is for."""

    path: str
    text: str
    about: Phrase


def catalogue_files(new: NewCatalogue, today: date) -> tuple[NewFile, ...]:
    """The files of a catalogue, in the order in which a reader meets them."""
    records = examples(new, today.isoformat()) if new.examples else {}
    files = [NewFile("catalogue.yaml", _about(new), FIRST_FILE)]
    files += (
        NewFile(f"{section}.yaml", _file(new, section, records.get(section, ())), about)
        for section, about in ABOUT.items()
    )
    held = {file.path: file.text.encode("utf-8") for file in files}
    catalog, _ = load_kept(InMemory(held), FOLDER, [])
    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    files.append(NewFile(SCHEMA, text, SCHEMA_IS))
    files.append(NewFile(SNAPSHOT, snapshot(TraceGraph(catalog, as_of=today)), SNAPSHOT_IS))
    return tuple(file._replace(path=f"{FOLDER}/{file.path}") for file in files)


def _about(new: NewCatalogue) -> str:
    """The file that says what the catalogue is."""
    theme, called = new.theme
    fields: dict[str, Any] = {
        "title": new.title,
        "languages": list(new.languages),
        "format": 2,
        "levels": [
            {"id": level.id, "name": new.text(level.name), "responder": new.text(level.responder)}
            for level in new.levels
        ],
    }
    if new.examples or theme != THEME:
        fields["themes"] = [{"id": theme, "name": new.text(called)}]
    begin = f"{FIRST_LINE}\n# {say(FIRST_FILE, new.language)}\n"
    return f"{begin}{entry('catalogue', fields, 0, Style())}\n"


def _file(new: NewCatalogue, section: str, records: Sequence[Mapping[str, Any]]) -> str:
    """The file of a section, which begins with what it is for and how it gets another record."""
    how = ADD_ONE(command=f"dosa-trace add {KIND_IN[section]}")
    begin = f"{FIRST_LINE}\n# {say(ABOUT[section], new.language)} {say(how, new.language)}\n"
    if not records:
        return begin
    written = "".join(f"  - {_record(record)}\n" for record in records)
    return f"{begin}{section}:\n{written}"


def _record(record: Mapping[str, Any]) -> str:
    """A record with a line for each field, short ones in braces."""
    return "\n    ".join(entry(key, value, 4, Style()) for key, value in record.items())


ADD_ONE = Phrase("Add one: {command}", "Voeg toe: {command}")
SCHEMA_IS = Phrase(
    "For text editors that check while you type.",
    "Voor teksteditors die tijdens het typen controleren.",
)
SNAPSHOT_IS = Phrase(
    "The state of every recommendation, so that an edit shows what it moves.",
    "De stand van elke aanbeveling, zodat een wijziging toont wat er verschuift.",
)
FIRST_FILE = Phrase(
    "What this catalogue is about: its title, languages, levels of government and themes.",
    "Waar deze catalogus over gaat: titel, talen, overheidslagen en thema's.",
)
#: What each of the other files is for, by the section in it.
ABOUT = {
    "organisations": Phrase(
        "Who asks, who responds and who owns what exists.",
        "Wie vraagt, wie reageert en van wie is wat er bestaat.",
    ),
    "sources": Phrase(
        "The documents on which everything rests: reports, letters, pages.",
        "De documenten waar alles op berust: rapporten, brieven, pagina's.",
    ),
    "recommendations": Phrase(
        "What was asked, by which source, and how government responded.",
        "Wat is gevraagd, in welke bron, en hoe de overheid reageerde.",
    ),
    "instruments": Phrase(
        "What exists: programmes, funds, laws, and what became of them.",
        "Wat er bestaat: programma's, fondsen, wetten, en wat ervan werd.",
    ),
    "links": Phrase(
        "Which instrument does what was recommended, how far, and who says so.",
        "Welk instrument doet wat is aanbevolen, in welke mate, en wie dat zegt.",
    ),
    "searches": Phrase(
        "Where somebody searched for instruments or responses, when, and with which words.",
        "Waar iemand naar instrumenten of reacties zocht, wanneer, en met welke woorden.",
    ),
}
