"""The report as a page: one HTML file that asks nothing of the network.

The first screen is there at once, in each language, and needs no script. Everything else stands
once as data, from which a script fills lists as far as one scrolls and cards when they are opened.
Jinja2 escapes everything that comes from a catalogue, the data holds no `<`, addresses are let
through only where they lead to the web, and the content-security policy names the one script and
the one style by their digests.
"""

from __future__ import annotations

import re

from dosa_trace.document import Document
from dosa_trace.output.drawings.patterns import STROKES
from dosa_trace.output.page import html
from dosa_trace.output.page.packed import packed
from dosa_trace.output.page.templates import asset, digest_of, template
from dosa_trace.output.target import PIPE, Medium
from dosa_trace.webpage import Page

#: The script in its pieces, each before what needs it.
SCRIPT = (
    "data", "elements", "blocks", "search", "address", "filling", "copying", "sheets", "flow",
    "cards", "listing", "matrix", "choosing", "start",
)  # fmt: skip

#: Where the data stands; no text that went through `output.safely` holds it.
PLACE = "\x00data\x00"
_BREAKING = re.compile("[<>&\u2028\u2029]")
_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def render(page: Page | Document, medium: Medium = PIPE) -> str:
    """The page; a document makes a plain one."""
    if isinstance(page, Document):
        return html.render(page, medium)
    style, script = asset("page.css"), _script()
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
        f"style-src 'sha256-{digest_of(style)}'; script-src 'sha256-{digest_of(script)}'"
    )
    around = template("page.html").render(
        bodies=page.bodies,
        languages=list(page.bodies),
        style=style,
        script=script,
        policy=policy,
        patterns=STROKES,
        data=PLACE,
    )
    before, after = around.split(PLACE)
    return "".join((before, *map(_in_script, packed(page)), after))


def _in_script(json: str) -> str:
    """JSON that ends no element and begins no comment, and that no reader breaks a line in."""
    return json.translate(_ESCAPES) if _BREAKING.search(json) else json


def _script() -> str:
    pieces = "".join(asset(f"script/{name}.js") for name in SCRIPT)
    return f'"use strict";\n(() => {{\n{pieces}}})();\n'
