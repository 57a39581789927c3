"""Where each caveat beside the figures leads on the page: to the recommendations that it touches,
as the list shows them alone, or to the part that tells more."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from dosa_trace.analysis.coverage.summary import Summary
from dosa_trace.analysis.report.page_data import RecommendationCard
from dosa_trace.catalog.model.vocabulary import Seen
from dosa_trace.document import Facts, Paragraph
from dosa_trace.language import Phrase
from dosa_trace.views.wording.caveats import Caveat, caveats, remarks
from dosa_trace.views.wording.frame import Frame, capital
from dosa_trace.webpage import Facet

#: The key of the facet.
KEY = "caveat"
#: Where a caveat leads that counts no recommendations.
PARTS = {
    "second-reviewer": "evidence",
    "one-wrong": "fragility",
    "changed": "evidence",
    "doubted": "evidence",
    "one-source": "sources",
    "due": "due",
    "secondary": "sources",
    "quotations": "evidence",
}


def figures(summary: Summary, frame: Frame) -> Iterator[Paragraph | Facts]:
    """What the figures must not be read without, each leading to what it is about."""
    said = {capital(frame.say(one.name)): one for one in caveats(summary, frame)}
    for block in remarks(summary, frame):
        if isinstance(block, Facts):
            yield Facts(
                tuple(
                    (name, cell._replace(url=_leads_to(said[name], summary)))
                    for name, cell in block.rows
                )
            )
        else:
            yield block


def facet(summary: Summary, frame: Frame) -> Iterator[Facet]:
    """What recommendations can be chosen by: the caveats that touch some, if any does."""
    options = tuple(
        (one.key, capital(frame.say(one.name)))
        for one in caveats(summary, frame)
        if _is_of_recommendations(one)
    )
    if options:
        yield Facet(KEY, frame.say(CAVEAT), options)


def touching(card: RecommendationCard) -> tuple[str, ...]:
    """The keys of the caveats that touch a recommendation."""
    line = card.line
    return (
        *line.marks,
        *(f"to-{tier}" for tier in card.tiers or ("nobody",)),
        *(["to-several"] if len(card.tiers) > 1 else []),
        *(["no-response"] if line.response is None else []),
        *(["source-not-read"] if line.source_seen is Seen.NONE else []),
        *(["response-not-read"] if line.response_seen not in (None, Seen.WHOLE) else []),
    )


def _is_of_recommendations(one: Caveat) -> bool:
    """Whether it counts recommendations, and any."""
    return one.key not in PARTS and one.share is not None and one.share.numerator > 0


def _leads_to(one: Caveat, summary: Summary) -> str:
    source = summary.rests_on.one_source
    if one.key == "one-source" and source:
        return f"#{source.id}"
    if not _is_of_recommendations(one):
        return f"#{PARTS.get(one.key, 'sources')}"
    return f"#recommendations?recommendations.{KEY}={quote(one.key)}"


CAVEAT = Phrase("caveat", "kanttekening")
