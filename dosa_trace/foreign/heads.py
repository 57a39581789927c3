"""What the heads of columns mean: which field of a record people call so, in Dutch and English.

What can mean two things names both, and is asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import count
from typing import Final

from dosa_trace.catalog.fields.types import ListOf, Part
from dosa_trace.labels import FIELDS
from dosa_trace.language import Language
from dosa_trace.sheets.columns import JUDGED, SECTIONS

#: In the place of a field: that a column is left out.
SKIP: Final = "skip"
#: In the place of a field: a key of one's own, called after the head.
OWN: Final = "x-"
#: Of each kind of record, what its fields are called in sheets beside their own names and labels:
#: Dutch, then English. Where several are called the same the first that is free is taken.
_CALLED: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "recommendations": {
        "id": ("nummer, nr, volgnummer, aanbevelingsnummer", "number, no, ref, reference"),
        "title": ("aanbeveling, aanbevelingen, advies", "recommendation, recommendations, advice"),
        "text": ("volledige tekst, aanbevelingstekst, inhoud", "full text, recommendation text"),
        "source": ("rapport, publicatie, document, advies van", "report, publication, document"),
        "themes": ("thema, onderwerp, onderwerpen", "theme, topic, topics, subject"),
        "addressee": (
            "gericht aan, aan wie, geadresseerd aan, ontvanger", "addressed to, directed to, agency"
        ),
        "specificity": ("concreetheid", "specificity"),
        "locator": ("pagina, blz, bladzijde, paragraaf", "page, section, paragraph"),
        "note": ("toelichting, opmerkingen, notitie, commentaar", "comments, comment, notes"),
        "responses.1.value": (
            "oordeel, reactie, kabinetsreactie, appreciatie, besluit, beleidsreactie",
            "response, government response, decision, reply",
        ),
        "responses.1.date": (
            "datum reactie, reactiedatum, datum kabinetsreactie, datum oordeel, datum besluit",
            "response date, date of response, reply date",
        ),
        "responses.1.commitment": ("toezegging, toegezegd", "commitment, pledge, pledged"),
        "responses.1.by": (
            "gereageerd door, reactie van, beantwoord door", "response by, answered by, responder"
        ),
        "responses.1.source": (
            "kamerbrief, brief, bron reactie, bron van de reactie", "letter, response source"
        ),
        "responses.1.locator": ("vindplaats reactie", "response page"),
        "responses.1.quote": ("citaat, citaat reactie", "quote, quotation"),
        "responses.1.note": ("toelichting reactie, toelichting oordeel", "response note"),
    },
    "objectives": {
        "id": ("nummer, nr, volgnummer", "number, no, ref, reference"),
        "title": ("doelstelling, doel, ambitie, beleidsdoel", "objective, aim, goal, ambition"),
        "owner": ("ministerie, eigenaar, verantwoordelijke", "ministry, department, owner"),
        "source": ("document, brief, rapport", "document, letter, report"),
        "themes": ("thema, onderwerp", "theme, topic, subject"),
        "note": ("toelichting, opmerkingen, notitie", "comments, comment, notes"),
    },
    "instruments": {
        "id": ("nummer, nr, volgnummer", "number, no, ref, reference"),
        "name": (
            "instrument, maatregel, actie, programma, regeling", "measure, action, programme"
        ),
        "kind": ("type, type instrument, soort instrument", "type, instrument type"),
        "level": ("bestuurslaag", "tier"),
        "owner": (
            "ministerie, eigenaar, verantwoordelijke, trekker, departement",
            "ministry, department, owner, agency, lead",
        ),
        "status.1.value": ("status, stand, fase, voortgang", "status, state, progress"),
        "status.1.date": ("datum status, statusdatum, per, datum", "status date, as of, date"),
        "status.1.source": ("bron, bron status", "source, status source"),
        "part_of": ("valt onder, hoort bij", "belongs to"),
        "description": ("beschrijving, inhoud", "summary, about"),
        "themes": ("thema, onderwerp", "theme, topic, subject"),
        "note": ("toelichting, opmerkingen, notitie", "comments, comment, notes"),
    },
    "sources": {
        "kind": ("type, type document", "type, document type"),
        "title": ("bron, document, rapport, publicatie", "source, document, report, publication"),
        "publisher": ("afzender, organisatie, uitgave van", "organisation, issued by"),
        "date": ("publicatiedatum, verschenen", "published, publication date"),
        "read": ("geraadpleegd, geraadpleegd op", "accessed, accessed on"),
        "authors": ("auteur, schrijvers", "author"),
        "identifier": (
            "kamerstuk, kamerstuknummer, kenmerk, dossiernummer, celex, isbn",
            "document number, celex, isbn",
        ),
        "url": ("link, website, webadres, internetadres", "link, website, web address"),
        "note": ("toelichting, opmerkingen, notitie", "comments, comment, notes"),
    },
    "organisations": {
        "name": ("organisatie, instelling", "organisation, organization, institution"),
        "abbreviation": ("afkorting", "acronym"),
        "kind": ("type", "type"),
        "level": ("bestuurslaag", "tier"),
        "part_of": ("valt onder", "belongs to"),
        "url": ("website, link", "website, link"),
        "note": ("toelichting, opmerkingen", "comments, notes"),
    },
    "themes": {"name": ("thema", "theme"), "description": ("toelichting", "explanation")},
    "searches": {},
    "links": {
        "from": ("aanbeveling, doelstelling", "recommendation, objective"),
        "to": ("instrument, maatregel", "instrument, measure"),
        "extent": ("dekking, mate van dekking", "coverage"),
        "rationale": ("toelichting, redenering, onderbouwing", "rationale, reasoning, explanation"),
        "by": ("beoordelaar, analist", "analyst, reviewer"),
        "note": ("opmerkingen, notitie", "comments, notes"),
    },
}  # fmt: skip
#: Heads that mean either of several fields, of which nobody can tell which from the head.
_EITHER: Final[Mapping[str, Mapping[tuple[str, ...], str]]] = {
    "recommendations": {
        ("addressee", "responses.1.by"): (
            "ministerie, departement, verantwoordelijk ministerie, bewindspersoon, organisatie, "
            "ministry, department, responsible ministry, organisation"
        ),
        ("responses.1.date", OWN): "datum, date",
        ("responses.1.value", OWN): "status",
        ("source", "responses.1.source"): "bron, source",
    },
    "sources": {("identifier", OWN): "nummer, number, nr, no"},
}
#: The heads that say of what kind a sheet is: one of each line.
_SAYING: Final[Mapping[str, tuple[str, ...]]] = {
    "recommendations": ("aanbeveling, aanbevelingen, recommendation, recommendations",),
    "objectives": ("doelstelling, doelstellingen, objective, objectives",),
    "instruments": ("instrument, instrumenten, instruments, maatregel, maatregelen, measure",),
    "links": (
        "aanbeveling, doelstelling, recommendation, objective, van, from",
        "instrument, maatregel, measure, naar, to",
    ),
}
#: For how many heads these count.
_MORE: Final = 3
#: What is in the heads of amounts, which are never negative.
_AMOUNT: Final = re.compile(
    r"\b(bedrag\w*|budget\w*|kosten|uitgaven|amount|budget|cost|costs|expenditure|eur|euro)\b|[€$£]",
    re.IGNORECASE,
)
#: The currency of a catalogue's readers, which a key need not say.
OUR_CURRENCY: Final = "EUR"
_SIGNS: Final = {"€": "", "$": " usd ", "£": " gbp "}


@lru_cache(maxsize=4096)  # each head is held against all words of all kinds
def key_of_head(head: str) -> str:
    """A head as everybody writes it: small letters without accents and signs."""
    letters = unicodedata.normalize("NFKD", head)
    plain = "".join(one for one in letters if not unicodedata.combining(one)).casefold()
    plain = plain.replace("'s", "s").replace("’s", "s")
    return " ".join(re.findall(r"[^\W_]+", plain))


def heads_by_key(heads: Sequence[str]) -> dict[str, str]:
    """The heads by how everybody writes them; what several are called is none of them."""
    often = Counter(map(key_of_head, heads))
    return {key_of_head(head): head for head in heads if often[key_of_head(head)] == 1}


def own_key(head: str) -> str:
    """The key of one's own for a column that no field holds: `x-bedrag` for *Bedrag (€)*."""
    plain = key_of_head("".join(_SIGNS.get(letter, letter) for letter in head))
    return f"{OWN}{'-'.join(re.findall(r'[a-z0-9]+', plain)) or 'kolom'}"


def free_key(key: str, taken: Collection[str]) -> str:
    """A key of one's own that nothing else has: with a number where it is taken."""
    if key not in taken:
        return key
    return next(made for n in count(2) if (made := f"{key}-{n}") not in taken)


def is_amount(head: str) -> bool:
    """Whether a column holds amounts by its head."""
    return _AMOUNT.search(head) is not None


def fields_meant(section: str, head: str) -> tuple[str, ...]:
    """The fields of a kind that a head means: one, several of which a person has to choose, or none
    that is known. A field that is called so itself comes before all others."""
    if head in JUDGED:
        return (SKIP,)
    names = _names(section)
    first = re.sub(r"\.\d{1,3}\.", ".1.", head)  # of a list of parts each is as its first
    if first in names or re.sub(r"\.[a-z]{2}$", "", first) in names or head.startswith(OWN):
        return (head,)
    key = key_of_head(head)
    for fields, words in _EITHER.get(section, {}).items():
        if key in _words(words):
            return fields
    called = _CALLED.get(section, {})
    for field, (dutch, english) in called.items():
        if key in {*_words(dutch), *_words(english)}:
            return (field,)
    for field in names:
        if "." not in field and key in _labels(field):
            return (field,)
    return ()


def _words(text: str) -> list[str]:
    return [key_of_head(word) for word in text.split(",")]


def _labels(field: str) -> set[str]:
    label = FIELDS.get(field)
    return {key_of_head(label.say(language)) for language in Language} if label else set()


def _names(section: str) -> Collection[str]:
    """The names that columns of a kind may have, without languages, of a list of parts those of its
    first."""
    return dict.fromkeys(_named(section))


def _named(section: str) -> Iterator[str]:
    for field in SECTIONS[section].fields:
        if field.key in JUDGED:
            continue
        kind = field.type.item if isinstance(field.type, ListOf) else field.type
        if isinstance(kind, Part):
            yield from (f"{field.key}.1.{inner.key}" for inner in kind.table.fields)
        else:
            yield field.key


def sections_meant(heads: Sequence[str]) -> tuple[str, ...]:
    """The kinds of record that a sheet with these heads can be of: those of which it has the most
    fields, where a head that is what such a record is counts for more than one. None where fewer
    than two heads are known."""
    counted = {section: _known(section, heads) for section in _CALLED}
    most = max(counted.values())
    return tuple(section for section, number in counted.items() if number == most > 1)


def _known(section: str, heads: Sequence[str]) -> int:
    keys = {key_of_head(head) for head in heads}
    said = sum(bool(keys.intersection(_words(words))) for words in _SAYING.get(section, ()))
    is_said = said == len(_SAYING.get(section, ())) > 0
    return sum(bool(fields_meant(section, head)) for head in heads) + _MORE * is_said


def language_of(heads: Sequence[str]) -> Language | None:
    """The language in which most heads are, as far as they are known in one alone."""
    votes = {Language.NL: 0, Language.EN: 0}
    for head in heads:
        key = key_of_head(head)
        dutch = any(key in _words(words[0]) for by in _CALLED.values() for words in by.values())
        english = any(key in _words(words[1]) for by in _CALLED.values() for words in by.values())
        dutch |= any(key == key_of_head(label.nl) for label in FIELDS.values())
        english |= any(key == key_of_head(label.en) for label in FIELDS.values())
        if dutch != english:
            votes[Language.NL if dutch else Language.EN] += 1
    best = max(votes, key=lambda one: votes[one])
    return best if votes[best] * 2 > sum(votes.values()) else None
