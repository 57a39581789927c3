"""What the program says in two languages: the shape of a phrase, and the words shared by all.

A sentence that is said in one place stands in that place, as a `Phrase` with its English and its
Dutch side by side; a word that more than one place says (a state, a status, a column head) stands
here. Keys and enumeration values of the machine formats are never translated and are not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, Protocol


class Language(StrEnum):
    """A language that the program itself speaks."""

    EN = "en"
    NL = "nl"


class Sayable(Protocol):
    """Whatever has words in more than one language."""

    def say(self, language: Language) -> str: ...


class Phrase(NamedTuple):
    """One sentence or word in both languages, with the same named holes in each."""

    en: str
    nl: str

    def __call__(self, **holes: object) -> Message:
        return Message(self, tuple(holes.items()))

    def template(self, language: Language) -> str:
        return self.nl if language is Language.NL else self.en

    def say(self, language: Language) -> str:
        """The words of a phrase without holes."""
        return self.template(language).format_map({})


class Message(NamedTuple):
    """A phrase whose holes are filled, still in either language."""

    phrase: Phrase
    holes: tuple[tuple[str, object], ...] = ()

    def say(self, language: Language) -> str:
        filled = {name: say(value, language) for name, value in self.holes}
        return self.phrase.template(language).format_map(filled)


Words = Phrase | Message


def say(value: object, language: Language) -> str:
    """The words for a value: phrases and texts in `language`, lists as an enumeration."""
    if isinstance(value, str):
        return str(value)
    speaker = getattr(value, "say", None)
    if speaker is not None:
        return str(speaker(language))
    if isinstance(value, int):
        return number(value, language)
    if isinstance(value, Iterable):
        return listed((say(item, language) for item in value), language)
    return str(value)


def listed(items: Iterable[str], language: Language, last: Phrase | None = None) -> str:
    """`a, b and c`, in the order given."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {(last or AND).say(language)} {words[-1]}"


def number(value: int | float, language: Language, decimals: int = 0) -> str:
    """A number as the language writes it: 1,234.5 in English and 1.234,5 in Dutch."""
    text = f"{value:,.{decimals}f}"
    if language is Language.NL:
        text = text.translate({ord(","): ".", ord("."): ","})
    return text


def percentage(value: float, language: Language) -> str:
    return f"{number(value, language, 1)}\u00a0%"


class EitherOf(NamedTuple):
    """`a, b or c` of things that have words in both languages."""

    things: tuple[object, ...]

    def say(self, language: Language) -> str:
        return listed((say(thing, language) for thing in self.things), language, OR)


AND = Phrase("and", "en")
OR = Phrase("or", "of")
NONE = Phrase("none", "geen")
YES = Phrase("yes", "ja")
NO = Phrase("no", "nee")
TOTAL = Phrase("total", "totaal")
NOT_APPLICABLE = Phrase("n/a", "n.v.t.")
NO_RESPONSE = Phrase("no response found", "geen reactie gevonden")
COMMITMENT = Phrase("pledge", "toezegging")
COLLECTIVE = Phrase("collective", "collectief")

STATES: Mapping[str, Phrase] = {
    "covered": Phrase("covered", "gedekt"),
    "partly": Phrase("partly covered", "deels gedekt"),
    "planned": Phrase("planned", "gepland"),
    "declined": Phrase("declined", "afgewezen"),
    "gap": Phrase("gap", "open"),
}
MENTIONED = Phrase("mentioned", "genoemd")

EXTENTS: Mapping[str, Phrase] = {
    "full": Phrase("full", "volledig"),
    "partial": Phrase("partial", "gedeeltelijk"),
    "marginal": Phrase("marginal", "zijdelings"),
}
BASES: Mapping[str, Phrase] = {
    "stated": Phrase("stated", "gesteld"),
    "inferred": Phrase("inferred", "afgeleid"),
    "suggested": Phrase("suggested", "voorgesteld"),
}
RELATIONS: Mapping[str, Phrase] = {
    "supports": Phrase("supports", "ondersteunt"),
    "contradicts": Phrase("contradicts", "spreekt tegen"),
    "none": Phrase("no relation", "geen verband"),
}
RESPONSES: Mapping[str, Phrase] = {
    "accepted": Phrase("accepted", "overgenomen"),
    "accepted-in-principle": Phrase("accepted in principle", "in beginsel overgenomen"),
    "partly-accepted": Phrase("partly accepted", "deels overgenomen"),
    "under-consideration": Phrase("under consideration", "in beraad"),
    "noted": Phrase("noted", "ter kennisgeving aangenomen"),
    "existing-policy": Phrase("existing policy", "staand beleid"),
    "rejected": Phrase("rejected", "niet overgenomen"),
}
STATUSES: Mapping[str, Phrase] = {
    "announced": Phrase("announced", "aangekondigd"),
    "adopted": Phrase("adopted", "vastgesteld"),
    "in-progress": Phrase("in progress", "in uitvoering"),
    "completed": Phrase("completed", "afgerond"),
    "paused": Phrase("paused", "gepauzeerd"),
    "stopped": Phrase("stopped", "beëindigd"),
    "superseded": Phrase("superseded", "vervangen"),
}
SOURCE_KINDS: Mapping[str, Phrase] = {
    "factsheet": Phrase("factsheet", "factsheet"),
    "report": Phrase("report", "rapport"),
    "letter": Phrase("letter", "brief"),
    "nota": Phrase("note", "nota"),
    "law": Phrase("law", "wet"),
    "communication": Phrase("communication", "mededeling"),
    "dataset": Phrase("dataset", "dataset"),
    "web": Phrase("web page", "webpagina"),
}
INSTRUMENT_KINDS: Mapping[str, Phrase] = {
    "agenda": Phrase("agenda", "agenda"),
    "strategy": Phrase("strategy", "strategie"),
    "vision": Phrase("vision", "visie"),
    "programme": Phrase("programme", "programma"),
    "fund": Phrase("fund", "fonds"),
    "facility": Phrase("facility", "faciliteit"),
    "network": Phrase("network", "netwerk"),
    "action-plan": Phrase("action plan", "actieplan"),
    "regulation": Phrase("regulation", "regelgeving"),
    "proposal": Phrase("proposal", "voorstel"),
    "model": Phrase("model", "model"),
    "monitor": Phrase("monitor", "monitor"),
}
LEVELS: Mapping[str, Phrase] = {
    "nl": Phrase("national", "nationaal"),
    "eu": Phrase("European", "Europees"),
}
STAGES: Mapping[str, Phrase] = {
    "announced": Phrase("announced", "aangekondigd"),
    "committed": Phrase("committed", "vastgelegd"),
    "spent": Phrase("spent", "uitgegeven"),
}
RELIABILITIES: Mapping[str, Phrase] = {
    "official": Phrase("official", "officieel"),
    "reprint": Phrase("reprint", "herdruk"),
    "secondary": Phrase("secondary", "uit de tweede hand"),
}

SEVERITIES: Mapping[str, Phrase] = {
    "error": Phrase("error", "fout"),
    "warning": Phrase("warning", "waarschuwing"),
    "note": Phrase("note", "opmerking"),
}

RECORD_KINDS: Mapping[str, Phrase] = {
    "source": Phrase("source", "bron"),
    "recommendation": Phrase("recommendation", "aanbeveling"),
    "objective": Phrase("objective", "doelstelling"),
    "instrument": Phrase("instrument", "instrument"),
    "link": Phrase("link", "verband"),
    "theme": Phrase("theme", "thema"),
}
RECORD_KINDS_PLURAL: Mapping[str, Phrase] = {
    "sources": Phrase("sources", "bronnen"),
    "recommendations": Phrase("recommendations", "aanbevelingen"),
    "objectives": Phrase("objectives", "doelstellingen"),
    "instruments": Phrase("instruments", "instrumenten"),
    "links": Phrase("links", "verbanden"),
    "themes": Phrase("themes", "thema's"),
}


def counted(count: int, kind: str) -> Message:
    """`1 source`, `6 recommendations`: a number with its noun, for a singular record kind."""
    noun = RECORD_KINDS[kind] if count == 1 else RECORD_KINDS_PLURAL[f"{kind}s"]
    return COUNTED(count=count, noun=noun)


COUNTED = Phrase("{count} {noun}", "{count} {noun}")
