"""`dosa-trace set ID FIELD=VALUE …`"""

from __future__ import annotations

from typing import Annotated

from dosa_trace.cli.editing import DryRun, Named, Yes, begin, finish, named_record, pairs
from dosa_trace.cli.parameters import AsOf, argument
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase

ABOUT = Phrase(
    "Change a record or a link.\n\nA field is title.nl, status.2.date or responses.1.by, counted "
    "as in the file; FIELD= takes it away. What it moves is shown before it is written.",
    "Wijzig een record of een koppeling.\n\nEen veld is title.nl, status.2.date of "
    "responses.1.by, geteld zoals in het bestand; VELD= haalt het weg. Wat er verschuift ziet u "
    "voordat het wordt opgeslagen.",
)


def set_fields(
    session: Session,
    name: Named,
    values: Annotated[
        list[str],
        argument(
            metavar=Phrase("FIELD=VALUE...", "VELD=WAARDE..."),
            help=Phrase("What to set.", "Wat er komt te staan."),
        ),
    ],
    yes: Yes = False,
    dry_run: DryRun = False,
    as_of: AsOf = None,
) -> int:
    from dosa_trace.editing import changes

    draft = begin(session, dry_run)
    changes.set_fields(draft, named_record(session, name), pairs(values))
    return finish(session, draft, as_of, yes, dry_run)
