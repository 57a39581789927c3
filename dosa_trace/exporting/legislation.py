"""The addresses of acts of the European Union, from what a source gives as its number.

CELEX numbers name documents (publications.europa.eu/resource/celex), ELI names acts by their sort,
year and number (data.europa.eu/eli, as the Publications Office forms them).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dosa_trace.catalog.model.records import Source

_CELEX: Final = re.compile(r"CELEX(?::|%3A| )\s*([0-9CE][0-9]{4}[A-Z]{1,2}[0-9]{4})\b")
_OF_ACT: Final = re.compile(r"3(\d{4})([RLD])(\d{4})")
_NUMBERED: Final = re.compile(r"\b(Regulation|Directive|Decision) \(EU\) (\d{4})/(\d{1,4})\b")
_SORTS: Final = {
    "R": "reg", "L": "dir", "D": "dec", "Regulation": "reg", "Directive": "dir", "Decision": "dec",
}  # fmt: skip


def celex_of(source: Source) -> Iterator[str]:
    """The address of each document that the number or the address of a source names by CELEX."""
    for number in _celex_numbers(source):
        yield f"http://publications.europa.eu/resource/celex/{number}"


def eli_of(source: Source) -> Iterator[str]:
    """The address of each regulation, directive and decision that a source names by its number."""
    acts = [(_SORTS[sort], year, number)
            for sort, year, number in _NUMBERED.findall(source.identifier or "")]  # fmt: skip
    for celex in _celex_numbers(source):
        if act := _OF_ACT.fullmatch(celex):
            acts.append((_SORTS[act[2]], act[1], act[3]))
    plain = dict.fromkeys((sort, year, int(digits)) for sort, year, digits in acts)
    for sort, year, number in plain:
        yield f"http://data.europa.eu/eli/{sort}/{year}/{number}/oj"


def _celex_numbers(source: Source) -> tuple[str, ...]:
    texts = (source.identifier or "", source.url or "")
    return tuple(dict.fromkeys(number for text in texts for number in _CELEX.findall(text)))
