"""One sentence about a diff, for whoever reads no further."""

from __future__ import annotations

from dosa_trace.analysis.diff.diff import CatalogDiff
from dosa_trace.language import Counted, Message, Phrase, say
from dosa_trace.views.wording.frame import Frame, capital


def sentence(diff: CatalogDiff, frame: Frame) -> str:
    """One sentence for whoever reads no further."""
    if diff.is_empty:
        return frame.say(NOTHING)
    difference = diff.difference
    counts: list[Message] = [
        words(count)
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
        words(count)
        for count, words in (
            (records, RECORD),
            (links, LINK),
            (len(difference.renamed), RENAMED),
        )
        if count
    ]
    effect = say(counts, frame.language) if counts else frame.say(NO_EFFECT)
    return capital(frame.say(SUMMARY(effect=effect, edits=on_file)))


NOTHING = Phrase("Nothing differs.", "Er is geen verschil.")
NO_EFFECT = Phrase("No state changes", "Geen stand verandert")
SUMMARY = Phrase("{effect} (on file: {edits}).", "{effect} (in de bestanden: {edits}).")
WORSE = Counted(
    Phrase("{count} recommendation gets worse", "{count} aanbeveling gaat achteruit"),
    Phrase("{count} recommendations get worse", "{count} aanbevelingen gaan achteruit"),
)
BETTER = Counted(
    Phrase("{count} recommendation gets better", "{count} aanbeveling gaat vooruit"),
    Phrase("{count} recommendations get better", "{count} aanbevelingen gaan vooruit"),
)
OTHER = Counted(
    Phrase("{count} recommendation changes otherwise", "{count} aanbeveling verandert anders"),
    Phrase("{count} recommendations change otherwise", "{count} aanbevelingen veranderen anders"),
)
NEW = Counted(
    Phrase("{count} recommendation is new", "{count} aanbeveling is nieuw"),
    Phrase("{count} recommendations are new", "{count} aanbevelingen zijn nieuw"),
)
GONE = Counted(
    Phrase("{count} recommendation is gone", "{count} aanbeveling is weg"),
    Phrase("{count} recommendations are gone", "{count} aanbevelingen zijn weg"),
)
RECORD = Counted(
    Phrase("{count} record added, removed or changed", "{count} record erbij, weg of anders"),
    Phrase("{count} records added, removed or changed", "{count} records erbij, weg of anders"),
)
LINK = Counted(
    Phrase("{count} link added, removed or changed", "{count} verband erbij, weg of anders"),
    Phrase("{count} links added, removed or changed", "{count} verbanden erbij, weg of anders"),
)
RENAMED = Counted(
    Phrase("{count} record renamed", "{count} record hernoemd"),
    Phrase("{count} records renamed", "{count} records hernoemd"),
)
