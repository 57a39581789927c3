"""A catalogue as linked data (JSON-LD 1.1): the set for DCAT, its records for schema.org and PROV,
quotes as selectors of Web Annotation, acts by ELI and CELEX.

What a field is called follows from one table; a field that no vocabulary has a term for stands
under a term of our own. Records have names of the `tag:` scheme (RFC 4151), which nobody can
resolve and nobody else gives out. The parts in a list are numbered, for linked data has no order.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import quote

from dosa_trace import __version__
from dosa_trace.catalog.fields import table as f
from dosa_trace.catalog.fields.record_data import (
    finite,
    given_fields,
    records_under,
    single,
)
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.model.parts import Budget, Evidence, LocalText
from dosa_trace.catalog.model.records import (
    Organisation,
    Record,
    Source,
    TraceLink,
    what_it_says,
)
from dosa_trace.catalog.model.vocabulary import OrganisationKind, SourceKind
from dosa_trace.exporting.description import ExportDescription
from dosa_trace.exporting.legislation import celex_of, eli_of

CONTEXT: Final = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "tag:dosa-trace,2026:record/",
    "term": "tag:dosa-trace,2026:term/",
}
#: What each kind of record is, beside a term of our own.
TYPES: Final[Mapping[str, tuple[str, ...]]] = {
    "organisation": ("schema:Organization", "prov:Agent"),
    "recommendation": ("schema:CreativeWork", "prov:Entity"),
    "objective": ("schema:CreativeWork", "prov:Entity"),
    "instrument": ("prov:Entity",),
    "search": ("schema:SearchAction", "prov:Activity"),
    "theme": ("schema:DefinedTerm",),
    "link": ("prov:Entity",),
}
#: The same of the parts of a record.
PART_TYPES: Final[Mapping[type, str]] = {Budget: "schema:MonetaryAmount"}
SOURCE_TYPES: Final[Mapping[SourceKind, str]] = {
    SourceKind.REPORT: "schema:Report",
    SourceKind.LAW: "schema:Legislation",
    SourceKind.DATASET: "schema:Dataset",
    SourceKind.WEB: "schema:WebPage",
}
#: The kinds of organisation that are a part of government.
GOVERNMENT: Final = frozenset(
    {OrganisationKind.GOVERNMENT, OrganisationKind.MINISTRY, OrganisationKind.AGENCY}
)
#: The term of a field, by its key, where another vocabulary has one that means the same.
TERMS: Final[Mapping[str, str]] = {
    "title": "schema:name", "name": "schema:name", "text": "schema:text",
    "description": "schema:description", "note": "rdfs:comment", "url": "schema:url",
    "publisher": "schema:publisher", "authors": "schema:author", "identifier": "schema:identifier",
    "institutions": "schema:sourceOrganization", "abbreviation": "schema:alternateName",
    "themes": "schema:about", "tooi": "owl:sameAs", "succeeds": "dct:replaces",
    "source": "prov:wasDerivedFrom", "owner": "prov:wasAttributedTo", "by": "prov:wasAttributedTo",
    "currency": "schema:currency", "amount": "schema:value", "unit": "schema:unitText",
    "words": "schema:query",
}  # fmt: skip
#: The same where it depends on the kind of record.
TERMS_OF_KIND: Final[Mapping[tuple[str, str], str]] = {
    ("source", "date"): "schema:datePublished",
    ("organisation", "part_of"): "schema:parentOrganization",
    ("instrument", "part_of"): "schema:isPartOf",
    ("source", "text"): "term:text",
    ("link", "from"): "term:from",
    ("link", "to"): "term:to",
}
#: What may be the id of a licence in the list of SPDX.
_SPDX: Final = re.compile(r"[A-Za-z0-9.+-]+")
#: What a date is, by how much of it is known.
_DATES: Final = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def linked_data(catalog: Catalog, about: ExportDescription) -> dict[str, Any]:
    """The document: the set, then every record."""
    nodes = [*_Records(catalog).nodes()]
    held = [{"@id": node["@id"]} for node in nodes]
    return {"@context": {**CONTEXT}, "@graph": [_dataset(about) | {"dct:hasPart": held}, *nodes]}


def _dataset(about: ExportDescription) -> dict[str, Any]:
    """The set as a whole."""
    said: dict[str, Any] = {
        "@id": "tag:dosa-trace,2026:catalogue",
        "@type": ["dcat:Dataset", "schema:Dataset"],
        "dct:title": _text(about.titles),
        "dct:description": about.text("jsonld"),
        "dct:language": [*about.languages],
        "dcat:version": about.as_of,
        "dct:identifier": f"sha256:{about.digest}",
        "prov:wasGeneratedBy": {
            "@type": "prov:Activity",
            "prov:wasAssociatedWith": {
                "@type": "prov:SoftwareAgent",
                "schema:name": "dosa-trace",
                "schema:softwareVersion": __version__,
            },
        },
    }
    if about.licence is not None and _SPDX.fullmatch(about.licence):
        said["dct:license"] = {"@id": f"https://spdx.org/licenses/{about.licence}"}
    elif about.licence is not None:
        said["dct:rights"] = about.licence
    if about.contact is not None:
        said["term:contact"] = about.contact
    if about.makers:
        said["dct:creator"] = [*about.makers]
    return said


class _Records:
    """The records of a catalogue as nodes."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def nodes(self) -> Iterator[dict[str, Any]]:
        for theme in self._catalog.info.themes or ():
            yield self._node("theme", f.THEMES, theme, theme.id)
        for section, table in f.COLLECTIONS.items():
            if section == "links":
                yield from self._links(table)
                continue
            for record in records_under(self._catalog, section):
                yield self._node(record.KIND, table, record, record.id)

    def _links(self, table: f.FieldTable) -> Iterator[dict[str, Any]]:
        """Links by both ends, several between the same ends by what they say too."""
        often: Counter[tuple[str, str]] = Counter()
        for link in sorted(self._catalog.links, key=what_it_says):
            ends = (link.origin, link.target)
            often[ends] += 1
            number = f"/{often[ends]}" if often[ends] > 1 else ""
            yield self._node("link", table, link, f"{link.origin}/to/{link.target}{number}")

    def _node(
        self, kind: str, table: f.FieldTable, record: Record | TraceLink, name: str
    ) -> dict[str, Any]:
        place = getattr(record, "place", None)
        line = {"term:line": f"{place.path}:{place.line}"} if place is not None else {}
        return {
            "@id": f"id:{name}",
            "@type": [*_types(kind, record), f"term:{kind}"],
            **_acts(record),
            **self._fields(kind, table, record, name),
            **line,
        }

    def _fields(self, kind: str, table: f.FieldTable, record: Any, name: str) -> dict[str, Any]:
        """What a record or a part of one says, under the terms of its fields."""
        made: dict[str, Any] = {}
        for field, value in given_fields(table, record):
            if not isinstance(field.type, f.Ident):
                usual = TERMS.get(field.key, f"term:{field.key}")
                term = TERMS_OF_KIND.get((kind, field.key), usual)
                # A publisher that is on file is written by its id, as whoever is meant elsewhere.
                holds = f.Party() if field.key == "publisher" else field.type
                made[term] = self._value(holds, value, f"{name}/{field.key}")
        for key, value in getattr(record, "extra", ()):
            name_of_own = quote(key, safe="")
            made[f"term:{name_of_own}"] = json.dumps(finite(value), ensure_ascii=False)
        return made

    def _value(self, kind: f.FieldType, value: Any, name: str) -> Any:  # noqa: PLR0911
        match kind:
            case f.ListOf(item):
                return [
                    self._item(item, held, f"{name}/{at}", at) for at, held in enumerate(value, 1)
                ]
            case f.Part(table):
                return self._part(table, value, name)
            case f.Ref():
                return {"@id": f"id:{value}"}
            case f.Url():  # what would end an address is refused where a catalogue is read
                return {"@id": value}
            case f.Party():
                return self._party(value)
            case f.TextsOf(kinds):
                return [
                    {f"term:{kinds[0]}": {"@id": f"id:{other}"}, "schema:text": _text(text)}
                    for other, text in value
                ]
            case f.Day():
                return _day(value)
        return _text(value) if isinstance(value, LocalText) else single(value)

    def _item(self, kind: f.FieldType, value: Any, name: str, at: int) -> Any:
        made = self._value(kind, value, name)
        is_part = isinstance(kind, f.Part) and not isinstance(value, Evidence)
        return {**made, "term:position": at} if is_part else made

    def _part(self, table: f.FieldTable, value: Any, name: str) -> dict[str, Any]:
        if isinstance(value, Evidence):
            return {"@type": "oa:SpecificResource", **_cited(value)}
        own = f"term:{type(value).__name__}"
        sort = [PART_TYPES[type(value)], own] if type(value) in PART_TYPES else own
        said = self._fields("", table, value, name)
        quoted, locator = said.pop("term:quote", None), said.pop("term:locator", None)
        node = {"@id": f"id:{name}", "@type": sort, **said}
        if quoted is not None or locator is not None:
            proof = Evidence(value.source, locator, quoted)
            node["term:evidence"] = {"@type": "oa:SpecificResource", **_cited(proof)}
        return node

    def _party(self, value: LocalText) -> Any:
        """Who is meant: an organisation on file by its name, else as it is written."""
        said = next(iter(value), "")
        if said in self._catalog.organisations:
            return {"@id": f"id:{said}"}
        # In a list nothing else tells which texts are of one party.
        return {"schema:name": _text(value)} if len(value.texts) > 1 else _text(value)


def _cited(proof: Evidence) -> dict[str, Any]:
    """A place in a source, with its words as a selector."""
    made: dict[str, Any] = {"oa:hasSource": {"@id": f"id:{proof.source}"}}
    if proof.quote is not None:
        made["oa:hasSelector"] = {"@type": "oa:TextQuoteSelector", "oa:exact": proof.quote}
    if proof.locator is not None:
        made["term:locator"] = proof.locator
    return made


def _types(kind: str, record: Any) -> Iterator[str]:
    """What a record is in other vocabularies."""
    if isinstance(record, Source):
        yield SOURCE_TYPES.get(record.kind, "schema:CreativeWork")
    elif isinstance(record, Organisation) and record.kind in GOVERNMENT:
        yield "schema:GovernmentOrganization"
        yield "prov:Agent"
    else:
        yield from TYPES[kind]


def _acts(record: Any) -> dict[str, Any]:
    """The act that a source is a text of, where its number says which."""
    if not isinstance(record, Source):
        return {}
    named = [*celex_of(record), *eli_of(record)]
    return {"dct:isVersionOf": [{"@id": one} for one in named]} if named else {}


def _text(value: LocalText) -> Any:
    """A text with its language, where it says that."""
    texts = [{"@value": said, "@language": code} if code else said for code, said in value.texts]
    return texts if len(texts) > 1 else texts[0]


def _day(value: PartialDate) -> dict[str, str]:
    return {"@value": value.text, "@type": _DATES[len(value.text)]}
