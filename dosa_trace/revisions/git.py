"""git, called as a program: what it prints, and its refusals in our words."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase


def repository_around(place: Path) -> Path:
    """The folder of the repository that a place stands in: the nearest with a `.git`, which no
    revision can bring along. git itself would also take for one any folder with the files `HEAD`,
    `objects` and `refs` in it, with what their author wrote into `config`.

    Raises BadQuestion where there is none.
    """
    for folder in (place, *place.parents):
        if (folder / ".git").exists():
            return folder
    raise BadQuestion(NO_REPOSITORY, GIVE_FOLDERS)


def git(folder: Path, *arguments: str, given: bytes | None = None) -> bytes:
    """What git prints in a folder, of what it is given; raises BadQuestion where it fails."""
    try:
        done = subprocess.run(
            _command(folder, arguments), input=given, capture_output=True, check=False,
            env=_plain_environment(),
        )  # fmt: skip
    except FileNotFoundError as error:
        raise BadQuestion(NO_GIT, INSTALL_GIT) from error
    _require_success(done.returncode, done.stderr)
    return done.stdout


def _command(folder: Path, arguments: Sequence[str]) -> Sequence[str]:
    return ("git", "-C", str(folder), *arguments)


def _plain_environment() -> dict[str, str]:
    """Ours, with git's messages in the language that we look for. Nothing is fetched, also not
    what a partial clone left out: no protocol is allowed, whatever the repository's own settings
    say."""
    quiet = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    return {**os.environ, "LC_ALL": "C", "LANGUAGE": "C", **quiet}


def _require_success(status: int, said: bytes) -> None:
    if status:
        text = said.decode(errors="replace").strip()
        if "not a git repository" in text:
            raise BadQuestion(NO_REPOSITORY, GIVE_FOLDERS)
        raise BadQuestion(GIT_SAYS(said=text or "git failed"))


NO_GIT = Phrase("git is not installed", "git is niet geïnstalleerd")
INSTALL_GIT = Phrase(
    "install git, or compare two folders with --from and --to",
    "installeer git, of vergelijk twee mappen met --from en --to",
)
NO_REPOSITORY = Phrase(
    "the catalogue is in no git repository", "de catalogus staat in geen git-repository"
)
GIVE_FOLDERS = Phrase(
    "compare two folders with --from and --to", "vergelijk twee mappen met --from en --to"
)
GIT_SAYS = Phrase("git says: {said}", "git meldt: {said}")
