"""A quotation is not in the archived text of its source.

A quotation is compared word for word. Only effects of typesetting are ignored. Those are a line
break for a space, a hyphen at a line end, and the shape of quotation marks.

Wrong:

    links:
      - from: fs-talent
        to: ained
        extent: partial
        basis: stated
        evidence: [{source: nota, quote: more available talent for AI}]

Right:

    links:
      - from: fs-talent
        to: ained
        extent: partial
        basis: stated
        evidence: [{source: nota, quote: more AI talent}]
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.checks.quoted_text import QuotedText, is_too_long
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase, Quoted

RULE = Rule("DT303", "quote-not-found", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    texts: dict[str, QuotedText] = {}
    for owner, route, evidence in catalog.evidence():
        source = catalog.sources.get(evidence.source)
        if evidence.quote is None or source is None or is_too_long(evidence.quote):
            continue
        archived = catalog.archived_text(source)
        if archived is None or source.text is None:
            continue
        text = texts.get(source.text) or texts.setdefault(source.text, QuotedText(archived))
        if not text.holds(evidence.quote):
            passage = text.nearest(evidence.quote)
            hint = NEAREST(passage=Quoted(passage)) if passage else NOTHING_LIKE_IT
            message = NOT_FOUND(source=source.id)
            yield finding(RULE, message, owner.place, *route, "quote", hint=hint)


NOT_FOUND = Phrase(
    "the quotation is not in the archived text of '{source}'",
    "het citaat staat niet in de gearchiveerde tekst van '{source}'",
)
NEAREST = Phrase(
    "nearest passage: {passage}",
    "passage die er het meest op lijkt: {passage}",
)
NOTHING_LIKE_IT = Phrase(
    "nothing like it is there; check whether this is the right source",
    "er staat niets dat erop lijkt; controleer of dit de juiste bron is",
)

FINDER = Finder(RULE, find)
