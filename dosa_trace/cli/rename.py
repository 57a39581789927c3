"""`dosa-trace rename OLD NEW`"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from dosa_trace.cli.completion import complete_id
from dosa_trace.cli.editing import DryRun, Yes, begin, finish
from dosa_trace.cli.fill import note_text, read_note
from dosa_trace.cli.parameters import AsOf, argument, option
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase

ABOUT = Phrase(
    "Give a record another id, in every place that refers to it.\n\nThe snapshot gets it too, and "
    "the markers of the briefings that you name. A review stays valid.",
    "Geef een record een ander id, op elke plek die ernaar verwijst.\n\nDe momentopname krijgt het "
    "ook, en de markeringen van de notities die u noemt. Een beoordeling blijft geldig.",
)


def rename(
    session: Session,
    old: Annotated[
        str,
        argument(
            metavar=Phrase("OLD", "OUD"),
            help=Phrase("The id that it has.", "Het id dat het heeft."),
            complete=complete_id,
        ),
    ],
    new: Annotated[
        str,
        argument(
            metavar=Phrase("NEW", "NIEUW"),
            help=Phrase("The id that it gets.", "Het id dat het krijgt."),
        ),
    ],
    notes: Annotated[
        list[Path] | None,
        option(
            "--notes",
            metavar=Phrase("BRIEFING.md", "NOTITIE.md"),
            help=Phrase(
                "Also in the markers of this briefing; repeatable.",
                "Ook in de markeringen van deze notitie; herhaalbaar.",
            ),
        ),
    ] = None,
    keep: Annotated[
        bool,
        option(
            "--keep",
            help=Phrase(
                "Keep the old id in `renamed`: whoever types it is told the new one.",
                "Bewaar het oude id in `renamed`: wie het typt hoort het nieuwe.",
            ),
        ),
    ] = False,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_of: AsOf = None,
) -> int:
    from dosa_trace.editing import changes
    from dosa_trace.editing.notes import rename_in_note

    draft = begin(session, dry_run)
    old = session.opening.meant(old)
    changes.rename_record(draft, old, new, keep)
    for path in notes or ():
        session.delivery.spare(path)
        data = read_note(path)
        note_text(path, data)
        rename_in_note(draft, path, data, old, new)
    return finish(session, draft, as_of, yes, dry_run)
