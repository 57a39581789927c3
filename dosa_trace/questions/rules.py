"""What does a rule of `check` look for, and why?"""

from __future__ import annotations

from typing import Any, TypedDict

from dosa_trace import __version__
from dosa_trace.checks.registry import RulePage, rule_page, rule_pages
from dosa_trace.diagnostics import Severity
from dosa_trace.language import Language


class RuleAnswer(TypedDict):
    """A rule with its page, as `-f json` prints it; `months` is how long after something it speaks,
    None where that is not part of it."""

    code: str
    name: str
    severity: Severity
    settable: bool
    months: int | None
    what: str
    why: str
    fails: str
    mended: str


def rule(code: str) -> RulePage:
    """A rule of `check` by its code (`DT204`) or name, with its page in the manual. Raises
    BadQuestion, with the near ones."""
    if not isinstance(code, str):
        raise TypeError(f"code must be a text such as 'DT204', not {code!r}")
    return rule_page(code)


def rules() -> tuple[RulePage, ...]:
    """All rules of `check` with their pages, in the order of their codes."""
    return rule_pages()


def rule_answer(page: RulePage) -> RuleAnswer:
    """The page of a rule for programs; its prose is in English."""
    return {
        "code": page.rule.code,
        "name": page.rule.name,
        "severity": page.rule.severity,
        "settable": page.settable,
        "months": page.months,
        "what": page.manual.what,
        "why": " ".join(page.manual.why),
        "fails": page.manual.wrong,
        "mended": page.manual.right,
    }


def rule_document(page: RulePage, language: Language) -> dict[str, Any]:
    """The whole document of one rule."""
    return {"schema": "dosa-trace/rule/1", **_made(language), **rule_answer(page)}


def rules_document(language: Language) -> dict[str, Any]:
    """The whole document of all rules."""
    items = [rule_answer(page) for page in rule_pages()]
    return {"schema": "dosa-trace/rules/1", **_made(language), "items": items}


def _made(language: Language) -> dict[str, Any]:
    return {"language": language, "version": __version__}
