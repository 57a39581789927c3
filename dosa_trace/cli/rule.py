"""`dosa-trace rule`"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from dosa_trace.checks.registry import rule_page, rule_pages
from dosa_trace.cli.parameters import argument
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase
from dosa_trace.output.answer import Answer
from dosa_trace.questions.rules import rule_answer, rule_document, rules_document
from dosa_trace.views.checks.rule import layout, layout_all

ABOUT = Phrase(
    "What does a rule of check look for, and why?\n\nWithout a code it lists all rules. Each "
    "page shows a wrong example and a right one.",
    "Waar let een regel van check op, en waarom?\n\nZonder code: alle regels. Elke pagina "
    "toont een fout voorbeeld en een goed.",
)


def complete_rule(incomplete: str) -> Iterable[tuple[str, str]]:
    """Codes and names of rules that begin with what was typed."""
    return [
        (word, page.manual.what)
        for page in rule_pages()
        for word in (page.rule.code, page.rule.name)
        if word.startswith(incomplete)
    ]


def rule(
    session: Session,
    code: Annotated[
        str | None,
        argument(
            metavar=Phrase("[CODE]", "[CODE]"),
            help=Phrase("The code or name of a rule.", "De code of naam van een regel."),
            complete=complete_rule,
        ),
    ] = None,
) -> int:
    pages = rule_pages() if code is None else (rule_page(code),)
    language = session.language
    session.deliver(
        Answer(
            data=lambda: (
                rules_document(language) if code is None else rule_document(pages[0], language)
            ),
            rows=lambda: map(rule_answer, pages),
            document=lambda: (
                layout_all(pages, language) if code is None else layout(pages[0], language)
            ),
        )
    )
    return 0
