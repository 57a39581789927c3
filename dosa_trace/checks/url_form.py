"""A web address contains a tracking code or login details, or is not public.

Such parts come along when somebody copies from a browser or an e-mail. Examples are a tracking
code, a passage that a browser selected, and a name with a password. Others are a host without a
dot, and punctuation after the address.

Wrong:

    sources:
      - {id: letter, kind: letter, title: Letter, publisher: EZ, date: 2025,
         url: "https://example.org/letter?utm_source=mail"}

Right:

    sources:
      - {id: letter, kind: letter, title: Letter, publisher: EZ, date: 2025,
         url: "https://example.org/letter"}
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase, Words

RULE = Rule("DT308", "url-form", Severity.WARNING, __doc__)

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for source in catalog.sources.values():
        if source.url is not None and (problem := _problem(source.url)) is not None:
            yield finding(RULE, problem, source.place, "url", hint=SHORTEN)


def _problem(url: str) -> Words | None:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return NO_HOST
    tracking = [
        name for name, _ in parse_qsl(parts.query, keep_blank_values=True)
        if name.lower().startswith(_TRACKING)
    ]  # fmt: skip
    if parts.username is not None:
        return CREDENTIALS
    if "." not in host.strip(".") or len(_scripts(host)) > 1:
        return MIXED if "." in host.strip(".") else NO_HOST
    if tracking:
        return TRACKED(name=tracking[0])
    if ":~:" in parts.fragment:
        return PASSAGE
    return TRAILING(mark=url[-1]) if url[-1] in ".,;:'!" else None


def _scripts(host: str) -> set[str]:
    """The scripts that the letters of a host are of, such as LATIN and CYRILLIC."""
    return {
        unicodedata.name(one, "?").partition(" ")[0]
        for part in host.split(".") for one in part if one.isalpha()
    }  # fmt: skip


CREDENTIALS = Phrase("the address contains a user name", "het adres bevat een gebruikersnaam")
NO_HOST = Phrase(
    "the address does not lead to a public site", "het adres leidt niet naar een openbare site"
)
MIXED = Phrase(
    "the address mixes letters of different scripts that look the same",
    "het adres mengt letters van verschillende schriften die op elkaar lijken",
)
TRACKED = Phrase(
    "'{name}' in the address is only a tracking code",
    "'{name}' in het adres is alleen een volgcode",
)
PASSAGE = Phrase(
    "the address points to a passage that a browser selected",
    "het adres wijst naar een passage die een browser heeft gekozen",
)
TRAILING = Phrase(
    "'{mark}' at the end is probably not part of the address",
    "'{mark}' aan het eind hoort waarschijnlijk niet bij het adres",
)
SHORTEN = Phrase(
    "use the address that the publisher shows", "gebruik het adres dat de uitgever toont"
)

FINDER = Finder(RULE, find)
