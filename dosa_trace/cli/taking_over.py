"""`dosa-trace review --import`: what others judged in their own copy of a catalogue."""

from __future__ import annotations

from pathlib import Path

from dosa_trace.cli.editing import begin, finish
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase


def take_over(session: Session, path: Path, as_of: str | None, yes: bool, dry_run: bool) -> int:
    """Takes over what others judged, and lists what is left."""
    from dosa_trace.editing.judgements.imported import import_readings

    draft = begin(session, dry_run)
    found = import_readings(draft, session.opening.load(path)[0])
    for read in found.left:
        session.delivery.note(LEFT(name=read.name, by=read.by))
    if not found.taken:
        session.delivery.note(NOTHING_NEW)
        return 0
    return finish(session, draft, as_of, yes, dry_run)


LEFT = Phrase(
    "left: {name}, judged by {by}; it is not the same here",
    "overgeslagen: {name}, beoordeeld door {by}; hier staat het anders",
)
NOTHING_NEW = Phrase(
    "there are no judgements to take over", "er zijn geen oordelen om over te nemen"
)
