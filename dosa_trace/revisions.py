"""Catalogues as git has them: the files of a revision, without touching the work tree.

git is called as a program. Its objects are read as they are, and written into a folder that lives
only as long as the question.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from dosa_trace.diagnostics import BadQuestion, did_you_mean, near
from dosa_trace.language import Phrase

#: How git marks a symbolic link, and where one is let lead that would lead out.
_LINK: Final = "120000"
_NOWHERE: Final = "/nonexistent/outside-the-catalogue"


class _Entry(NamedTuple):
    """One file of a revision: how git keeps it, and its name inside the catalogue."""

    mode: str
    blob: str
    name: str


@contextmanager
def unpacked(revision: str, place: Path) -> Iterator[Path]:
    """The catalogue that stands at `place`, as it was in a revision of the repository around it.

    Its blobs are written as they are: no attribute of the revision is obeyed, no filter is run, and
    no link is made, because a stranger may have written it.

    Raises BadQuestion where git is missing, `place` is in no repository, the revision is unknown,
    or it has no catalogue there.
    """
    folder = _existing(place)
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    commit = _commit(folder, revision)
    path = Path(os.path.realpath(place)).relative_to(os.path.realpath(top)).as_posix()
    kind = _kind(top, commit, path)
    if kind is None:
        raise BadQuestion(NOT_THERE(revision=revision, path=path))
    with tempfile.TemporaryDirectory(prefix="dosa-trace-") as temporary:
        target = Path(temporary) / path
        if kind == "blob":
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_git(top, "cat-file", "blob", f"{commit}:{path}"))
        else:
            target.mkdir(parents=True, exist_ok=True)
            _write_blobs(top, tuple(_entries(top, f"{commit}:{_inside(path)}")), target)
        yield target


def _inside(path: str) -> str:
    return "" if path == "." else path


def _kind(top: Path, commit: str, path: str) -> str | None:
    """Whether a file or a folder stands there in a commit, None for neither."""
    try:
        found = _git(top, "cat-file", "-t", f"{commit}:{_inside(path)}").decode().strip()
    except BadQuestion:
        return None
    return found if found in ("blob", "tree") else None


def _entries(top: Path, tree: str) -> Iterator[_Entry]:
    """The files of a tree: only those that a catalogue or an archived text can be."""
    listed = _git(top, "ls-tree", "-r", "-z", "--full-tree", tree)
    for line in listed.split(b"\0"):
        if line:
            about, _, name = line.partition(b"\t")
            mode, kind, blob = about.decode().split()
            if kind == "blob":
                yield _Entry(mode, blob, os.fsdecode(name))


def _write_blobs(top: Path, entries: Sequence[_Entry], target: Path) -> None:
    """Every file with the bytes that git keeps. A link is followed where it stays inside, as it is
    on a disk; one that leads out stays a link that leads nowhere, which reading reports."""
    links = {entry.name: entry for entry in entries if entry.mode == _LINK}
    contents = _blobs(top, [entry.blob for entry in entries])
    for entry, data in zip(entries, contents, strict=True):
        path = target / entry.name
        path.parent.mkdir(parents=True, exist_ok=True)
        if entry.name not in links:
            path.write_bytes(data)
        elif _stays_inside(entry.name, os.fsdecode(data)):
            path.symlink_to(os.fsdecode(data))
        else:
            path.symlink_to(_NOWHERE)


def _stays_inside(name: str, leads_to: str) -> bool:
    if Path(leads_to).is_absolute() or "\0" in leads_to:
        return False
    ends = os.path.normpath(Path(name).parent / leads_to)
    return not ends.startswith("..")


def _blobs(top: Path, names: Sequence[str]) -> Iterator[bytes]:
    """The content of each, in one call of git."""
    said = _git(top, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
    at = 0
    for _ in names:
        end = said.index(b"\n", at)
        size = int(said[at:end].rsplit(b" ", 1)[1])
        yield said[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


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


def _git(folder: Path, *arguments: str, given: bytes | None = None) -> bytes:
    """What git prints, of what it is given; raises BadQuestion where it fails."""
    command: Sequence[str] = ("git", "-C", str(folder), *arguments)
    environment = _plain_environment()
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, check=False, env=environment
        )
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
    "a shallow clone lacks older ones: git fetch --unshallow gets them",
    "een ondiepe kloon mist oudere: git fetch --unshallow haalt ze op",
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
