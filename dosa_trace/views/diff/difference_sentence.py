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
        _counted(count, singular, plural)
        for count, singular, plural in (
            (diff.count(lambda change: change.worse), WORSE, WORSE_MANY),
            (diff.count(lambda change: change.better), BETTER, BETTER_MANY),
            (diff.count(lambda change: not change.better and not change.worse), OTHER, OTHER_MANY),
            (len(diff.new_recommendations), NEW, NEW_MANY),
            (len(diff.gone_recommendations), GONE, GONE_MANY),
        )
        if count
    ]
    records = len(difference.added) + len(difference.removed) + len(difference.changed)
    links = (
        len(difference.links_added) + len(difference.links_removed) + len(difference.links_changed)
    )
    on_file = [
        _counted(count, singular, plural)
        for count, singular, plural in (
            (records, RECORD, RECORD_MANY),
            (links, LINK, LINK_MANY),
            (len(difference.renamed), RENAMED, RENAMED_MANY),
        )
        if count
    ]
    effect = say(counts, frame.language) if counts else frame.say(NO_EFFECT)
    return capital(frame.say(SUMMARY(effect=effect, edits=on_file)))


def _counted(count: int, singular: Phrase, plural: Phrase) -> Message:
    return (singular if count == 1 else plural)(count=count)


NOTHING = Phrase("Nothing differs.", "Er is geen verschil.")
NO_EFFECT = Phrase("No state changes", "Geen stand verandert")
SUMMARY = Phrase("{effect} (on file: {edits}).", "{effect} (in de bestanden: {edits}).")
WORSE = Phrase("{count} recommendation gets worse", "{count} aanbeveling gaat achteruit")
WORSE_MANY = Phrase("{count} recommendations get worse", "{count} aanbevelingen gaan achteruit")
BETTER = Phrase("{count} recommendation gets better", "{count} aanbeveling gaat vooruit")
BETTER_MANY = Phrase("{count} recommendations get better", "{count} aanbevelingen gaan vooruit")
OTHER = Phrase("{count} recommendation changes otherwise", "{count} aanbeveling verandert anders")
OTHER_MANY = Phrase(
    "{count} recommendations change otherwise", "{count} aanbevelingen veranderen anders"
)
NEW = Phrase("{count} recommendation is new", "{count} aanbeveling is nieuw")
NEW_MANY = Phrase("{count} recommendations are new", "{count} aanbevelingen zijn nieuw")
GONE = Phrase("{count} recommendation is gone", "{count} aanbeveling is weg")
GONE_MANY = Phrase("{count} recommendations are gone", "{count} aanbevelingen zijn weg")
RECORD = Phrase("{count} record added, removed or changed", "{count} record erbij, weg of anders")
RECORD_MANY = Phrase(
    "{count} records added, removed or changed", "{count} records erbij, weg of anders"
)
LINK = Phrase("{count} link added, removed or changed", "{count} verband erbij, weg of anders")
LINK_MANY = Phrase(
    "{count} links added, removed or changed", "{count} verbanden erbij, weg of anders"
)
RENAMED = Phrase("{count} record renamed", "{count} record hernoemd")
RENAMED_MANY = Phrase("{count} records renamed", "{count} records hernoemd")
