"""`dosa-trace schema`"""

from __future__ import annotations

from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase
from dosa_trace.output.answer import Answer

ABOUT = Phrase(
    "What may be in the files of a catalogue, for editors that check while you type.\n\nA "
    "JSON Schema (draft 7). Write it next to the catalogue. Let the first line of each file "
    "say where it is: # yaml-language-server: $schema=catalogue.schema.json",
    "Wat er in de bestanden van een catalogus mag staan, voor teksteditors die tijdens het "
    "typen controleren.\n\nEen JSON Schema (draft 7). Zet het naast de catalogus. Laat de "
    "eerste regel van elk bestand zeggen waar het staat: # yaml-language-server: "
    "$schema=catalogue.schema.json",
)


def schema(session: Session) -> int:
    from dosa_trace.catalog.fields.json_schema import schema as ask

    session.deliver(Answer(data=ask))
    return 0
