"""A quotation has more than fifteen words.

A quotation helps to recognise a passage in the source. It does not copy it. Short quotations are
easy to check and need no permission.

Wrong:

    links:
      - from: fs-talent
        to: ained
        extent: partial
        basis: stated
        evidence:
          - source: nota
            quote: one two three four five six seven eight nine ten eleven twelve thirteen
              fourteen fifteen sixteen

Right:

    links:
      - from: fs-talent
        to: ained
        extent: partial
        basis: stated
        evidence:
          - {source: nota, quote: one two three four five}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.checks.quoted_text import MOST_WORDS, is_too_long, words_of
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT304", "quote-too-long", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for owner, route, evidence in catalog.evidence():
        if is_too_long(evidence.quote):
            message = TOO_LONG(words=words_of(evidence.quote), most=MOST_WORDS)
            yield finding(RULE, message, owner.place, *route, "quote", hint=SHORTEN)


TOO_LONG = Phrase(
    "the quotation has {words} words; at most {most} are allowed",
    "het citaat telt {words} woorden; hoogstens {most} zijn toegestaan",
)
SHORTEN = Phrase(
    "quote the words that matter, and give the place as locator",
    "citeer de woorden waar het om gaat, en geef de plaats als locator",
)

FINDER = Finder(RULE, find)
