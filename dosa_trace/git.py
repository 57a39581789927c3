"""git, called as a program: what it prints, and its refusals in our words."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase

#: How much of an answer without a known end is read, in bytes; a list of so many files is no
#: catalogue's.
MOST_LISTED: Final = 64 * 1024 * 1024


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


def git_listing(folder: Path, *arguments: str, most: int = MOST_LISTED) -> bytes | None:
    """The same of an answer that a stranger may have made endless: None where it has more than
    `most` bytes, of which no more are read."""
    try:
        with subprocess.Popen(
            _command(folder, arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=_plain_environment(),
        ) as process:  # fmt: skip
            assert process.stdout is not None
            assert process.stderr is not None
            listed = process.stdout.read(most + 1)
            if len(listed) > most:
                process.kill()
                return None
            said = process.stderr.read()
    except FileNotFoundError as error:
        raise BadQuestion(NO_GIT, INSTALL_GIT) from error
    _require_success(process.returncode, said)
    return listed


def _command(folder: Path, arguments: Sequence[str]) -> Sequence[str]:
    return ("git", "-C", str(folder), *arguments)


def _plain_environment() -> dict[str, str]:
    """Ours, with git's messages in the language that we look for."""
    return {**os.environ, "LC_ALL": "C", "LANGUAGE": "C"}


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
