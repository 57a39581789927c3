"""The report as a page: one HTML file that asks nothing of the network.

The page holds each language once; all but the first stand in inert templates until someone
switches. Jinja2 escapes everything that comes from a catalogue, addresses are let through only
where they lead to the web, and the content-security policy names the one script and the one style
by their digests.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, NamedTuple

from dosa_trace.diagnostics import BadQuestion
from dosa_trace.document import Document
from dosa_trace.language import Phrase
from dosa_trace.output import html, svg
from dosa_trace.output.medium import PIPE, Medium


class Page(NamedTuple):
    """What the template needs, per language; the first is shown first."""

    bodies: Mapping[str, Mapping[str, Any]]


def render(page: Page | Document, medium: Medium = PIPE) -> str:
    """The page; a document makes a plain one. Raises BadQuestion where Jinja2 is missing."""
    if isinstance(page, Document):
        return html.render(page, medium)
    languages, bodies = list(page.bodies), page.bodies
    try:
        import jinja2
        import markupsafe
    except ImportError as error:
        raise BadQuestion(NO_JINJA, INSTALL) from error
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_asset),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["web"] = _web
    style, script = _asset("page.css"), _asset("page.js")
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
        f"style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'"
    )
    drawn = {}
    for language, body in bodies.items():
        tail = [
            one | {"html": markupsafe.Markup(html.blocks(one["blocks"]))} for one in body["tail"]
        ]
        flow = markupsafe.Markup(svg.drawn(body["flow"])) if body["flow"] else ""
        drawn[language] = {**body, "tail": tail, "flow": flow}
    text: str = environment.get_template("page.html").render(
        languages=languages, bodies=drawn, style=style, script=script, policy=policy
    )
    return text


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _web(address: str | None) -> str:
    """An address of the web, or nothing: never a script or a file."""
    return address if address and address.lower().startswith(("https://", "http://")) else ""


NO_JINJA = Phrase("HTML needs Jinja2", "voor HTML is Jinja2 nodig")
INSTALL = Phrase(
    "pip install 'dosa-trace[html]', or write Markdown",
    "pip install 'dosa-trace[html]', of schrijf Markdown",
)
