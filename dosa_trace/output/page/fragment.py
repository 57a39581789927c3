"""A document as a piece of HTML for a notebook: the elements of the page, with nothing around them
and nothing that runs, fetches or is styled by another."""

from __future__ import annotations

from dosa_trace.document import Document
from dosa_trace.language import Language
from dosa_trace.output.markup import web
from dosa_trace.output.page.html import STATES, named
from dosa_trace.output.page.templates import template
from dosa_trace.output.safely import Inert


def fragment(document: Inert[Document], language: Language) -> str:
    """One element with the blocks of a document, every text in it escaped."""
    return template("fragment.html", {"web": web}).render(
        language=language, states=STATES, blocks=list(named(document.value.blocks))
    )
