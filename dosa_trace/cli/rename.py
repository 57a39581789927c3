"""`dosa-trace rename OLD NEW`"""

from __future__ import annotations

from typing import Annotated

from dosa_trace.cli.completion import complete_id
from dosa_trace.cli.editing import DryRun, Yes, begin, finish
from dosa_trace.cli.parameters import AsOf, argument
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase

ABOUT = Phrase(
    "Give a record another id, in every place that refers to it.\n\nThe snapshot gets it too. A "
    "review stays valid. Your briefings are left alone.",
    "Geef een record een ander id, op elke plek die ernaar verwijst.\n\nDe momentopname krijgt het "
    "ook. Een beoordeling blijft geldig. Uw notities blijven zoals ze zijn.",
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
    yes: Yes = False,
    dry_run: DryRun = False,
    as_of: AsOf = None,
) -> int:
    from dosa_trace.editing import changes

    draft = begin(session)
    changes.rename_record(draft, old, new)
    return finish(session, draft, as_of, yes, dry_run)
