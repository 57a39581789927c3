"""`dosa-trace schema`"""

from __future__ import annotations

from dosa_trace.cli.session import Session


def schema(session: Session) -> int:
    """What may stand in a catalogue's files, for editors that check while one types.

    A JSON Schema (draft 7). Write it beside the catalogue, and let the first line of each file say
    where it is: # yaml-language-server: $schema=catalogue.schema.json
    """
    from dosa_trace.catalog.schema import schema as ask
    from dosa_trace.output import json

    session.write(json.render(ask()))
    return 0
