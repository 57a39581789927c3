"""What we write as Markdown, read as GitHub reads it: it makes links of what merely looks like an
address, escaped or not."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from dosa_trace.output.text.markdown import escape

TEXTS = (
    "x@y", "x@y.example", "mail x@y.example today", "xmpp:x@y.example", "mailto:x@y.example",
    "x_y@z.example", "x@y.example/z", "a.b+c-d@e-f.example.", "x@@y.example", "x@y@z.example",
    "http://e.example", "www.e.example", "ftp://e.example", "xmpp:foo", "`x@y.example`",
    "*x@y.example*", "[x@y.example](z)", "<x@y.example>", "x@y.example|z@y.example",
)  # fmt: skip


def read(text: str) -> str:
    import cmarkgfm  # which is there where the judges are

    made: str = cmarkgfm.github_flavored_markdown_to_html(text)
    return made


@pytest.mark.parametrize("text", TEXTS)
def test_no_text_becomes_a_link(text: str, judges: Path) -> None:
    made = read(escape(text))
    assert "<a" not in made
    assert html.unescape(re.sub(r"</?(p|code)>", "", made)).strip() == text


def test_it_can_say_no(judges: Path) -> None:
    assert "<a" in read("x\\@y.example")
    assert "<a" in read("xmpp\\:x\\@y.example")
