"""Catalogues as git has them: the files of a revision, without touching the work tree.

git is called as a program. Its objects are read with `git archive`, and unpacked into a folder that
lives only as long as the question.
"""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from dosa_trace.diagnostics import BadQuestion, did_you_mean, near
from dosa_trace.language import Phrase


@contextmanager
def unpacked(revision: str, place: Path) -> Iterator[Path]:
    """The catalogue that stands at `place`, as it was in a revision of the repository around it.

    Raises BadQuestion where git is missing, `place` is in no repository, the revision is unknown,
    or it has no catalogue there.
    """
    folder = _existing(place)
    top = Path(_git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
    commit = _commit(folder, revision)
    path = Path(os.path.realpath(place)).relative_to(os.path.realpath(top)).as_posix()
    try:
        packed = _git(top, "archive", "--format=tar", commit, "--", path)
    except BadQuestion as error:
        raise BadQuestion(NOT_THERE(revision=revision, path=path)) from error
    with tempfile.TemporaryDirectory(prefix="dosa-trace-") as temporary:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(temporary, filter="data")
        yield Path(temporary) / path


def is_revision(word: str, place: Path) -> bool:
    """Whether git knows this word as a commit; False also where there is no git to ask."""
    try:
        _commit(_existing(place), word)
    except BadQuestion:
        return False
    return True


def merge_base(one: str, another: str, place: Path) -> str:
    """The commit that two revisions have in common; raises BadQuestion where there is none."""
    folder = _existing(place)
    commits = [_commit(folder, one), _commit(folder, another)]
    try:
        return _git(folder, "merge-base", *commits).decode().strip()
    except BadQuestion as error:
        raise BadQuestion(NOTHING_IN_COMMON(one=one, another=another)) from error


def _commit(folder: Path, revision: str) -> str:
    try:
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return _git(folder, *asked).decode().strip()
    except BadQuestion as error:
        if error.message in (NO_GIT, NO_REPOSITORY):
            raise
        listed = _git(folder, "for-each-ref", "--format=%(refname:short)").decode().split()
        hint = did_you_mean(near(revision, listed)) or DEEPER
        raise BadQuestion(NO_REVISION(revision=revision), hint) from error


def _git(folder: Path, *arguments: str) -> bytes:
    """What git prints; raises BadQuestion where it fails."""
    command: Sequence[str] = ("git", "-C", str(folder), *arguments)
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=_plain_environment())
    except FileNotFoundError as error:
        raise BadQuestion(NO_GIT, INSTALL_GIT) from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        if "not a git repository" in said:
            raise BadQuestion(NO_REPOSITORY, GIVE_FOLDERS)
        raise BadQuestion(GIT_SAYS(said=said or "git failed"))
    return done.stdout


def _plain_environment() -> dict[str, str]:
    """Ours, with git's messages in the language that we look for."""
    return {**os.environ, "LC_ALL": "C", "LANGUAGE": "C"}


def _existing(place: Path) -> Path:
    """The nearest folder that is there: the catalogue may be gone from the work tree."""
    return next(one for one in (place.absolute(), *place.absolute().parents) if one.is_dir())


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
NO_REVISION = Phrase("git knows no revision '{revision}'", "git kent geen revisie '{revision}'")
DEEPER = Phrase(
    "a shallow clone lacks older ones: `git fetch --unshallow` gets them",
    "een ondiepe kloon mist oudere: `git fetch --unshallow` haalt ze op",
)
NOT_THERE = Phrase(
    "revision '{revision}' has no catalogue at '{path}'",
    "revisie '{revision}' heeft geen catalogus op '{path}'",
)
NOTHING_IN_COMMON = Phrase(
    "'{one}' and '{another}' have no commit in common",
    "'{one}' en '{another}' hebben geen commit gemeen",
)
GIT_SAYS = Phrase("git says: {said}", "git meldt: {said}")
