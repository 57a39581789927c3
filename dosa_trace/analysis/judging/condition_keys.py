"""What records can be chosen by: the keys of a condition, and what each record has under them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from dosa_trace.catalog.facts.names import aliases, askers
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.records import (
    Instrument,
    Objective,
    Organisation,
    Recommendation,
    Source,
    TraceLink,
)
from dosa_trace.catalog.model.vocabulary import (
    Basis,
    Extent,
    InstrumentKind,
    OrganisationKind,
    Relation,
    Reliability,
    ResponseValue,
    SourceKind,
    StatusValue,
)

Values = Callable[[Catalog, Any, date], Iterable[str]]
#: What a recommendation without a response has under that key.
NO_RESPONSE = "none"


def _institutions(catalog: Catalog, identifier: str | None) -> Iterable[str]:
    source = catalog.sources.get(identifier or "")
    return askers(catalog, source) if source else ()


def _status(_: Catalog, instrument: Instrument, day: date) -> Iterable[str]:
    event = instrument.status_on(day)
    return (event.value,) if event else ()


def _called(catalog: Catalog, parties: Iterable[LocalText]) -> Iterable[str]:
    return (name for one in parties for name in aliases(catalog, one))


def _response(_: Catalog, one: Recommendation, day: date) -> Iterable[str]:
    response = one.response_on(day)
    return (response.value if response else NO_RESPONSE,)


def _owners(catalog: Catalog, one: Instrument | Objective, _: date) -> Iterable[str]:
    return _called(catalog, one.owner)


def _given(value: str | None) -> Iterable[str]:
    return () if value is None else (value,)


_RECOMMENDATION: Mapping[str, Values] = {
    "theme": lambda _, one, __: one.themes,
    "source": lambda _, one, __: (one.source,),
    "institution": lambda catalog, one, _: _institutions(catalog, one.source),
    "addressee": lambda catalog, one, _: _called(catalog, one.addressee),
    "response": _response,
    "specificity": lambda _, one, __: _given(one.specificity and str(one.specificity)),
}
#: Keys that choose recommendations by the instruments behind their state: whose they are, of which
#: level, and by whose word their status is known.
BEHIND = ("owner", "level", "speaker")
#: Keys that choose recommendations by the answer to a question about them.
ANSWERS = ("state", "response")
KEYS: Mapping[type, Mapping[str, Values]] = {
    Recommendation: _RECOMMENDATION,
    Objective: {
        "theme": lambda _, one, __: one.themes,
        "source": lambda _, one, __: _given(one.source),
        "owner": _owners,
    },
    Instrument: {
        "theme": lambda _, one, __: one.themes,
        "kind": lambda _, one, __: (one.kind,),
        "level": lambda _, one, __: (one.level,),
        "owner": _owners,
        "status": _status,
    },
    Source: {
        "kind": lambda _, one, __: (one.kind,),
        "reliability": lambda _, one, __: _given(one.reliability),
        "publisher": lambda catalog, one, _: _called(catalog, (one.publisher,)),
        "institution": lambda catalog, one, _: askers(catalog, one),
    },
    Organisation: {
        "kind": lambda _, one, __: _given(one.kind),
        "level": lambda _, one, __: _given(one.level),
    },
    TraceLink: {
        "from": lambda _, one, __: (one.origin,),
        "to": lambda _, one, __: (one.target,),
        "relation": lambda _, one, __: (one.relation,),
        "extent": lambda _, one, __: _given(one.extent),
        "basis": lambda _, one, __: (one.basis,),
        "source": lambda _, one, __: (item.source for item in one.evidence),
    },
}


#: Keys whose value may be one of these without any record that has it: the answer is then an empty
#: list, which a mistyped word must not look like.
_FIXED_WORDS: Mapping[str, Iterable[str]] = {
    "response": ResponseValue,
    "kind": (*InstrumentKind, *SourceKind, *OrganisationKind),
    "status": StatusValue,
    "reliability": Reliability,
    "relation": Relation,
    "extent": Extent,
    "basis": Basis,
}


def fixed_words(catalog: Catalog, key: str) -> Iterable[str]:
    """What a value may be although no record has it."""
    if key == "level":
        return catalog.levels
    return (*_FIXED_WORDS.get(key, ()), *(catalog.kinds if key == "kind" else ()))
