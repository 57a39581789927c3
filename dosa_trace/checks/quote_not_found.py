"""A quote does not stand in the archived text of its source.

A quote is looked for word for word. Only what typesetting does to a text is overlooked: a line
break where the quote has a space, a hyphen at the end of a line, and the shape of quotation marks.

Fails:

    links:
      - from: fs-talent
        to: ained
        extent: partial
        basis: stated
        evidence: [{source: nota, quote: more available talent for AI}]

Mended:

    links:
      - from: fs-talent
        to: ained
        extent: partial
        basis: stated
        evidence: [{source: nota, quote: more AI talent}]
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from dosa_trace.catalog.contents import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT303", "quote-not-found", Severity.ERROR, __doc__)

#: Stands for a hyphen at the end of a line, which may be of the word or of the typesetter; of the
#: private use area, which no text should use.
_LINE_HYPHEN = "\ue000"
_SINGLE, _DOUBLE = "\u2018\u2019\u201a\u201b", "\u201c\u201d\u201e\u201f\u00ab\u00bb"
_MARKS = str.maketrans(_SINGLE + _DOUBLE, "'" * len(_SINGLE) + '"' * len(_DOUBLE))


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    texts: dict[str, str] = {}
    for owner, route, evidence in catalog.evidence():
        source = catalog.sources.get(evidence.source)
        if evidence.quote is None or source is None:
            continue
        archived = catalog.archived_text(source)
        if archived is None:
            continue
        text = texts.setdefault(source.id, flowing(archived))
        if not stands_in(evidence.quote, text):
            message = NOT_FOUND(source=source.id)
            passage = nearest(evidence.quote, text)
            hint = NEAREST(passage=passage) if passage else NOTHING_LIKE_IT
            yield finding(RULE, message, owner.place, *route, "quote", hint=hint)


def flowing(text: str) -> str:
    """An archived text with its lines joined, hyphens at their ends kept apart."""
    text = text.replace("\r\n", "\n").replace("\u00ad", "")
    text = re.sub(r"(?<=\w)[-\u2010][ \t]*\n\s*", _LINE_HYPHEN, text)
    return re.sub(r"[ \t]*\n\s*", " ", text).translate(_MARKS)


def stands_in(quote: str, text: str) -> bool:
    """Whether the words of a quote stand in a flowing text, whole words only."""
    said = re.sub(r"[ \t]*\n\s*", " ", quote).strip().translate(_MARKS)
    pieces = [f"[-{_LINE_HYPHEN}]" if one == "-" else re.escape(one) for one in said]
    pattern = f"{_LINE_HYPHEN}?".join(pieces)
    return re.search(rf"(?<!\w){pattern}(?!\w)", text) is not None


def nearest(quote: str, text: str) -> str | None:
    """The passage of a text that is most like a quote, of about its length."""
    wanted = quote.translate(_MARKS).split()
    words = text.replace(_LINE_HYPHEN, "-").split()
    spelled = [word.casefold().strip(".,;:()") for word in words]
    matcher = difflib.SequenceMatcher(
        None, [word.casefold().strip(".,;:()") for word in wanted], spelled, autojunk=False
    )
    match = matcher.find_longest_match()
    if not match.size:
        return None
    start = max(match.b - match.a, 0)
    return " ".join(words[start : start + len(wanted)])


NOT_FOUND = Phrase(
    "the quote does not stand in the archived text of '{source}'",
    "het citaat staat niet in de gearchiveerde tekst van '{source}'",
)
NEAREST = Phrase("nearest passage: «{passage}»", "meest gelijkende passage: «{passage}»")
NOTHING_LIKE_IT = Phrase(
    "nothing like it stands there; is it the right source?",
    "er staat niets dat erop lijkt; is het de juiste bron?",
)

FINDER = Finder(RULE, find)
