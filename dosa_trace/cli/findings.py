"""Findings as text, for `check` and for whatever question could not be asked because of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dosa_trace.cli.writing import screen_width
from dosa_trace.diagnostics import Diagnostic
from dosa_trace.output import findings

if TYPE_CHECKING:
    from dosa_trace.cli.session import Session


def findings_text(session: Session, diagnostics: Sequence[Diagnostic], colour: bool) -> str:
    """Each finding with the line that it is about; empty where there is none."""
    texts: dict[str, str] = {}
    if not session.linear:  # an excerpt with a caret under it says nothing to an ear
        texts = {file.path: file.text for file in session.read()[0].files} | session.beside
    room = screen_width() if session.on_screen else findings.ROOM
    lines = list(findings.lines(diagnostics, texts, session.path_of, session.language, room))
    if colour:
        from dosa_trace.output import terminal

        return terminal.paint(lines[:-1])
    return findings.plain_text(lines[:-1])
