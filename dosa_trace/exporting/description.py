"""What an export says of itself: of which catalogue, on what date, and what it does not carry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from dosa_trace import __version__
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.graph import TraceGraph
from dosa_trace.language import Language, Phrase, say


class ExportDescription(NamedTuple):
    """Of which catalogue an export is and what the figures in it hold for, in one language."""

    title: str
    titles: LocalText
    status: str
    written: str
    as_of: str
    basis: str
    digest: str
    languages: tuple[str, ...]
    language: Language
    licence: str | None
    makers: tuple[str, ...]
    contact: str | None

    def text(self, format_: str) -> str:
        """A description in a format, with what that does not carry; a status only where it holds
        what follows from the records."""
        told = (self.written, say(NOT_CARRIED[format_], self.language))
        return " ".join((self.status, *told) if format_ in WITH_FIGURES else told)


def description(graph: TraceGraph, language: Language) -> ExportDescription:
    """What an export of a catalogue on a date and a basis says of itself."""
    info, day = graph.catalog.info, graph.as_of.isoformat()
    status = STATUS(date=day, counted=COUNTED[graph.basis])
    written = WRITTEN(version=__version__, digest=graph.catalog.digest)
    return ExportDescription(
        title=info.title.say(language),
        titles=info.title,
        status=say(status, language),
        written=say(written, language),
        as_of=day,
        basis=graph.basis.value,
        digest=graph.catalog.digest,
        languages=graph.catalog.languages,
        language=language,
        licence=info.licence,
        makers=tuple(maker.say(language) for maker in info.makers),
        contact=info.contact,
    )


STATUS = Phrase(
    "Status as of {date}, counting {counted}.", "Stand per {date}, geteld is {counted}."
)
WRITTEN = Phrase(
    "Written by dosa-trace {version}, from files with the checksum {digest}.",
    "Geschreven door dosa-trace {version}, uit bestanden met controlecode {digest}.",
)
#: The formats that hold what follows from the records on a date.
WITH_FIGURES: Final = frozenset({"sqlite", "csv", "parquet", "needs", "datasette"})
COUNTED: Final[Mapping[Basis, Phrase]] = {
    Basis.STATED: Phrase("only what a source says", "alleen wat een bron zegt"),
    Basis.INFERRED: Phrase(
        "what a source says and what an analyst judges",
        "wat een bron zegt en wat een analist oordeelt",
    ),
}
_TABLES = Phrase(
    "Not in it: comments in the files, archived texts, and the focus, the governments and the "
    "settings of checks of the catalogue. What it says of itself is in one language.",
    "Niet erin: opmerkingen in de bestanden, gearchiveerde teksten, en de focus, de kabinetten en "
    "de instellingen van controles van de catalogus. Wat die over zichzelf zegt staat er in één "
    "taal.",
)
#: What each format cannot carry of a catalogue.
NOT_CARRIED: Final[Mapping[str, Phrase]] = {
    "sqlite": _TABLES,
    "parquet": _TABLES,
    "csv": Phrase(
        "Not in it: comments in the files, archived texts, and the focus, the governments and the "
        "settings of checks of the catalogue. What it says of itself is in one language. What a "
        "spreadsheet would run as a formula has an apostrophe before it. A tab is a space.",
        "Niet erin: opmerkingen in de bestanden, gearchiveerde teksten, en de focus, de kabinetten "
        "en de instellingen van controles van de catalogus. Wat die over zichzelf zegt staat er in "
        "één taal. Wat een spreadsheet als formule zou uitvoeren heeft een apostrof ervoor. Een "
        "tab is een spatie.",
    ),
    "json": Phrase(
        "Not in it: comments in the files, their layout, and what follows from the records, such "
        "as states.",
        "Niet erin: opmerkingen in de bestanden, hun opmaak, en wat uit de records volgt, zoals "
        "standen.",
    ),
    "jsonld": Phrase(
        "Not in it: comments in the files, archived texts, and what follows from the records, such "
        "as states. Nor levels, kinds, focus, governments and settings of the catalogue.",
        "Niet erin: opmerkingen in de bestanden, gearchiveerde teksten, en wat uit de records "
        "volgt, zoals standen. Ook geen niveaus, soorten, focus, kabinetten en instellingen van de "
        "catalogus.",
    ),
    "needs": Phrase(
        "In it: recommendations, objectives and instruments with their titles, themes, states and "
        "the links that count. Not in it: sources, organisations, evidence, responses, money, "
        "reasons, joint groups and all else. An id is written as sphinx-needs wants it.",
        "Erin: aanbevelingen, doelstellingen en instrumenten met hun titels, thema's, standen en "
        "de koppelingen die tellen. Niet erin: bronnen, organisaties, bronverwijzingen, reacties, "
        "geld, redenen, gezamenlijke groepen en al het andere. Een id staat er zoals sphinx-needs "
        "die wil.",
    ),
    "datasette": Phrase(
        "Not in it: any record. These are the titles, facets and remarks with which Datasette "
        "shows the database catalogue.db.",
        "Niet erin: records. Dit zijn de titels, facetten en opmerkingen waarmee Datasette de "
        "database catalogue.db toont.",
    ),
}
