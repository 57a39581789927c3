"""A link as its reviewer saw it: out of the last commit of that day, where its digest is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dosa_trace.catalog.facts.reviews import review_digest
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion

if TYPE_CHECKING:
    from dosa_trace.catalog.model.catalog import Catalog
    from dosa_trace.catalog.model.records import TraceLink


def as_reviewed(session: Session, link: TraceLink) -> tuple[Catalog, TraceLink] | None:
    """The catalogue and the link in it that a review bears the digest of; None where git does not
    have it."""
    from dosa_trace.revisions.revisions import last_commit_of

    review = link.reviewed
    if review is None:
        return None
    place = session.opening.place
    try:
        commit = last_commit_of(review.date.last_day, place)
        catalog = session.opening.load_revision(commit, place)[0] if commit else None
    except BadQuestion:
        return None
    if catalog is None:
        return None
    for known in catalog.links:
        ends = (known.origin, known.target) == (link.origin, link.target)
        if ends and review_digest(catalog, known) == review.digest:
            return catalog, known
    return None
