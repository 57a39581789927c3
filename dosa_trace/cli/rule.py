"""`dosa-trace rule`"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from dosa_trace.checks.registry import RulePage, rule_page, rule_pages
from dosa_trace.cli.session import Session
from dosa_trace.output import Format
from dosa_trace.views.rule import layout, layout_all


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
        typer.Argument(
            metavar="[CODE]", help="The code or name of a rule.", autocompletion=complete_rule
        ),
    ] = None,
) -> int:
    """What does a rule of `check` look for, and why?

    Without a code it lists all rules. Each page shows an example that fails and one that is mended.
    """
    pages = rule_pages() if code is None else (rule_page(code),)
    if session.format in (Format.JSON, Format.CSV):
        from dosa_trace.output import csv, fields, json

        rows = [fields.plain(_row(page), session.language) for page in pages]
        body = {"items": rows} if code is None else rows[0]
        session.write(
            csv.render(rows)
            if session.format is Format.CSV
            else json.render({"schema": "dosa-trace/rule/1"} | body)
        )
    elif code is None:
        session.show(layout_all(pages, session.language))
    else:
        session.show(layout(pages[0], session.language))
    return 0


def _row(page: RulePage) -> dict[str, Any]:
    return {
        "code": page.rule.code,
        "name": page.rule.name,
        "severity": page.rule.severity,
        "settable": page.settable,
        "months": page.months,
        "what": page.manual.what,
        "why": " ".join(page.manual.why),
        "fails": page.manual.fails,
        "mended": page.manual.mended,
    }
