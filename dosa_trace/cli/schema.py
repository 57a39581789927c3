"""`dosa-trace schema`"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from dosa_trace.cli.parameters import NAME, option
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


def schema(
    session: Session,
    answer: Annotated[
        str | None,
        option(
            "--answer",
            metavar=NAME,
            help=Phrase(
                "The schema of the JSON of a command, such as coverage.",
                "Het schema van de JSON van een commando, zoals coverage.",
            ),
            autocompletion=complete_answer,
        ),
    ] = None,
) -> int:
    if answer is not None:
        from dosa_trace.questions.schemas import answer_schema

        made = answer_schema(answer)
        session.deliver(Answer(data=lambda: made))
        return 0
    from dosa_trace.catalog.fields.json_schema import schema as ask

    session.deliver(Answer(data=ask))
    return 0


def complete_answer(incomplete: str) -> Iterable[str]:
    """Names of answers that begin with what was typed."""
    from dosa_trace.questions.answers import ANSWERS

    names = (name.rpartition("/")[0] for name in ANSWERS)
    return sorted({name for name in names if name.startswith(incomplete)})
