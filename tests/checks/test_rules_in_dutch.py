"""Every rule has its page in Dutch as well."""

from __future__ import annotations

from dosa_trace.checks.registry import rule_pages
from dosa_trace.language import Language
from dosa_trace.views.checks.rule import told
from dosa_trace.views.checks.rules_in_dutch import dutch


def test_every_rule_says_in_dutch_what_and_why() -> None:
    pages = {page.rule.code: page for page in rule_pages()}
    assert list(dutch()) == sorted(pages)
    for code, page in pages.items():
        said, english = told(page, Language.NL), told(page, Language.EN)
        assert (len(said) > 1) == (len(english) > 1), code
        assert set(said).isdisjoint(english), code
