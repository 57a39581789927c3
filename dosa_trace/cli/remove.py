"""`dosa-trace remove ID|FROM:TO [PART …]`"""

from __future__ import annotations

from typing import Annotated

from dosa_trace.cli.editing import DryRun, Named, Yes, begin, finish, named_record
from dosa_trace.cli.parameters import AsOf, argument
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase

ABOUT = Phrase(
    "Remove a record, a link, or a part of it.\n\nA part is status.2 or themes. A record that "
    "something refers to stays, and the places are listed. What it moves is shown before it is "
    "written.",
    "Verwijder een record, een koppeling of een deel ervan.\n\nEen deel is status.2 of themes. Een "
    "record waarnaar wordt verwezen blijft staan, en u ziet de plekken. Wat er verschuift ziet u "
    "voordat het wordt opgeslagen.",
)


def remove(
    session: Session,
    name: Named,
    parts: Annotated[
        list[str] | None,
        argument(
            metavar=Phrase("[PART]...", "[DEEL]..."),
            help=Phrase("Only these parts of it.", "Alleen deze delen ervan."),
        ),
    ] = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_of: AsOf = None,
) -> int:
    from dosa_trace.editing import changes

    draft = begin(session, dry_run)
    changes.remove(draft, named_record(session, name), parts or ())
    return finish(session, draft, as_of, yes, dry_run)
