"""One sentence about a diff, for whoever reads no further."""

from __future__ import annotations

from dosa_trace.analysis.diff.diff import CatalogDiff
from dosa_trace.language import Message, Phrase, say
from dosa_trace.views.wording.frame import Frame, capital


def sentence(diff: CatalogDiff, frame: Frame) -> str:
    """One sentence for whoever reads no further."""
    if diff.is_empty:
        return frame.say(NOTHING)
    difference = diff.difference
    counts: list[Message] = [
        words(count=count)
        for count, words in (
            (diff.count(lambda change: change.worse), WORSE),
            (diff.count(lambda change: change.better), BETTER),
            (diff.count(lambda change: not change.better and not change.worse), OTHER),
            (len(diff.new_recommendations), NEW),
            (len(diff.gone_recommendations), GONE),
        )
        if count
    ]
    records = len(difference.added) + len(difference.removed) + len(difference.changed)
    links = (
        len(difference.links_added) + len(difference.links_removed) + len(difference.links_changed)
    )
    on_file = [
        words(count=count)
        for count, words in (
            (records, RECORD),
            (links, LINK),
            (len(difference.renamed), RENAMED),
        )
        if count
    ]
    effect = say(counts, frame.language) if counts else frame.say(NO_EFFECT)
    return capital(frame.say(SUMMARY(effect=effect, edits=on_file)))


NOTHING = Phrase("There is no difference.", "Er is geen verschil.")
NO_EFFECT = Phrase("No state changes", "Er verandert geen stand")
SUMMARY = Phrase("{effect} (in the catalogue: {edits}).", "{effect} (in de catalogus: {edits}).")
WORSE = Phrase(
    "{count} {count:recommendation gets|recommendations get} worse",
    "{count} {count:aanbeveling gaat|aanbevelingen gaan} achteruit",
)
BETTER = Phrase(
    "{count} {count:recommendation gets|recommendations get} better",
    "{count} {count:aanbeveling gaat|aanbevelingen gaan} vooruit",
)
OTHER = Phrase(
    "{count} {count:recommendation changes|recommendations change} otherwise",
    "{count} {count:aanbeveling verandert|aanbevelingen veranderen} anders",
)
NEW = Phrase(
    "{count} {count:recommendation is|recommendations are} new",
    "{count} {count:aanbeveling is|aanbevelingen zijn} nieuw",
)
GONE = Phrase(
    "{count} {count:recommendation was|recommendations were} removed",
    "{count} {count:aanbeveling is|aanbevelingen zijn} verwijderd",
)
RECORD = Phrase(
    "{count} {count:record|records} added, removed or changed",
    "{count} {count:record|records} toegevoegd, verwijderd of gewijzigd",
)
LINK = Phrase(
    "{count} {count:link|links} added, removed or changed",
    "{count} {count:koppeling|koppelingen} toegevoegd, verwijderd of gewijzigd",
)
RENAMED = Phrase(
    "{count} {count:record|records} renamed", "{count} {count:record|records} hernoemd"
)
