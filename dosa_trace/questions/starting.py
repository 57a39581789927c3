"""A new catalogue, as a program is told of it: its files, and what can be done next."""

from __future__ import annotations

from typing import Any, TypedDict

from dosa_trace import __version__
from dosa_trace.language import Language
from dosa_trace.new_catalogue.started import Started


class StartAnswer(TypedDict):
    """What `init -f json` prints: the files, whether they are written, and the next commands."""

    written: bool
    files: tuple[str, ...]
    commands: tuple[str, ...]


def start_document(started: Started, language: Language) -> dict[str, Any]:
    """The whole document of a new catalogue."""
    told: StartAnswer = {
        "written": started.written,
        "files": tuple(file.path for file in started.files),
        "commands": started.commands,
    }
    return {
        "schema": "dosa-trace/init/1",
        "language": language,
        "version": __version__,
        **told,
    }
