"""Which word of a vocabulary a cell means, and which organisation, theme or source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dosa_trace import labels
from dosa_trace.catalog.facts.meant import meant
from dosa_trace.catalog.fields.types import Choice, FieldType, KindId, LevelId, ListOf, Party, Ref
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.records import Organisation
from dosa_trace.diagnostics import BadQuestion, UnknownId
from dosa_trace.foreign.heads import SKIP

#: What people write for the words of some vocabularies, beside the words and labels themselves.
_ALSO: Final[Mapping[str, Mapping[str, str]]] = {
    "ResponseValue": {
        "accepted": "geaccepteerd, aanvaard, volledig overgenomen, accepteren, agreed",
        "accepted-in-principle": "in principe overgenomen",
        "partly-accepted": "gedeeltelijk overgenomen, partially accepted, partially agreed",
        "under-consideration": "in overweging, wordt onderzocht, in studie",
        "noted": "voor kennisgeving aangenomen, ter kennisgeving",
        "existing-policy": "reeds staand beleid, bestaand beleid",
        "rejected": "afgewezen, verworpen, niet geaccepteerd, not accepted, declined",
    },
    "StatusValue": {
        "announced": "gepland, voorgenomen, planned",
        "in-progress": "lopend, loopt, gestart, ongoing, started, running",
        "completed": "gereed, voltooid, klaar, done, finished",
        "paused": "aangehouden, on hold",
        "stopped": "stopgezet, geschrapt, cancelled",
    },
}
_BEFORE_NAME: Final = re.compile(
    r"(?:het\s+)?(?:ministerie\s+van|min\.?(?:\s+van)?|ministry\s+(?:of|for)(?:\s+the)?)\s+",
    re.IGNORECASE,
)
#: Words that an abbreviation may leave out.
_SMALL: Final = frozenset({"en", "and", "van", "of", "de", "het", "the", "voor", "for", "&"})


def words_of(kind: FieldType | None, catalog: Catalog) -> dict[str, str]:
    """The words that a field takes, by each way in which people write them."""
    item = kind.item if isinstance(kind, ListOf) else kind
    match item:
        case Choice(values=values):
            known = {str(word): [str(word)] for word in values}
            for word, label in labels.OF_VOCABULARY.get(values.__name__, {}).items():
                known.setdefault(word, []).extend((label.en, label.nl))
            for word, others in _ALSO.get(values.__name__, {}).items():
                known[word].extend(others.split(","))
        case LevelId():
            known = {key: [key, *level.name] for key, level in catalog.levels.items()}
        case KindId():
            known = {key: [key, *kind_.name] for key, kind_ in catalog.kinds.items()}
        case _:
            return {}
    return {plain_name(name): word for word, names in known.items() for name in names}


def kinds_named(kind: FieldType | None) -> tuple[str, ...]:
    """The kinds of record that a field names by their ids; none where it names none."""
    item = kind.item if isinstance(kind, ListOf) else kind
    match item:
        case Ref(kinds=kinds):
            return kinds
        case Party():
            return ("organisation",)
    return ()


def plain_name(text: str) -> str:
    """A name without capitals, accents and signs."""
    letters = unicodedata.normalize("NFKD", text.replace("-", " "))
    kept = "".join(one for one in letters if not unicodedata.combining(one))
    return " ".join(re.findall(r"[^\W_]+|&", kept.casefold()))


def record_meant(catalog: Catalog, text: str, kinds: Sequence[str]) -> str | None:
    """The id of the record of these kinds that is called so; an organisation also without
    *Ministerie van*, or by its initials. None where none is, or several are."""
    try:
        name = meant(catalog, text, kinds)
    except (UnknownId, BadQuestion):
        name = None
    if name is not None and catalog.by_id[name].KIND in kinds:
        return name
    if "organisation" not in kinds:
        return None
    found = [one.id for one in catalog.organisations.values() if _is_called(one, text)]
    return found[0] if len(found) == 1 else None


def _is_called(one: Organisation, text: str) -> bool:
    names = [name for name in (*one.title, one.abbreviation) if name]
    return any(is_one(name, text) for name in names)


def is_one(name: str, other: str) -> bool:
    """Whether two names are of one organisation: the same without *Ministerie van*, or one the
    initials of the other."""
    ours, theirs = _bare(name), _bare(other)
    if plain_name(ours) == plain_name(theirs):
        return True
    return theirs.casefold() in _initials(ours) or ours.casefold() in _initials(theirs)


def _bare(name: str) -> str:
    return _BEFORE_NAME.sub("", " ".join(name.split()), count=1)


def _initials(name: str) -> frozenset[str]:
    """The abbreviations of a name of several words, in small letters: BZK, OCW, IenW, I&W, IW."""
    words = [word for word in re.findall(r"[^\W\d_]+|&", name) if word]
    if len([word for word in words if word.casefold() not in _SMALL]) < 2:
        return frozenset()
    large = "".join(word[0].upper() for word in words if word.casefold() not in _SMALL)
    made = {large}
    for joined in ("en", "&"):
        made.add("".join(_initial(word, joined) for word in words))
    return frozenset(name.casefold() for name in made)


def _initial(word: str, joined: str) -> str:
    if word.casefold() in ("en", "and", "&"):
        return joined
    return "" if word.casefold() in _SMALL else word[0].upper()


def groups(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Names of organisations that are one, together: the longest first, which says the most."""
    left = sorted(dict.fromkeys(names), key=lambda name: (-len(_bare(name)), name))
    while left:
        first, *rest = left
        alike = [name for name in rest if is_one(first, name)]
        yield (first, *alike)
        left = [name for name in rest if name not in alike]


def id_for(text: str, taken: frozenset[str] | set[str], most: int = 60) -> str:
    """An id that says a name, and that nothing else has."""
    words = re.findall(r"[a-z0-9]+", plain_name(text))
    made = ""
    for word in words:
        if made and len(made) + len(word) + 1 > most:
            break
        made = f"{made}-{word}" if made else word[:most]
    made = made or "x"
    number = 1
    while (name := made if number == 1 else f"{made}-{number}") in taken or name == SKIP:
        number += 1
    return name


def is_ministry(name: str) -> bool:
    """Whether a name says that it is of a ministry."""
    return _BEFORE_NAME.match(name) is not None


def name_and_abbreviation(alike: Sequence[str]) -> tuple[str, str]:
    """Of the names of one organisation the fullest, and the one that is its initials."""
    longest = max(len(_bare(name)) for name in alike)
    full = [name for name in alike if len(_bare(name)) == longest]
    name = next((one for one in full if plain_name(one).startswith("minist")), _bare(full[0]))
    short = (_bare(one) for one in alike)
    return name, next((one for one in short if one.casefold() in _initials(_bare(name))), "")
