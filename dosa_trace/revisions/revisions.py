"""Catalogues as git has them: the files of a revision, read out of git's objects.

A stranger may have written the revision: its trees may name what no disk should hold, and a small
object may be a large file. So nothing of it is laid down on a disk, no attribute of it is obeyed
and no filter is run; names and sizes are looked at before any content is read.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from dosa_trace.catalog.text.files import MOST_FOLDERS
from dosa_trace.diagnostics import BadQuestion, Diagnostic, did_you_mean, near
from dosa_trace.language import Phrase
from dosa_trace.plain_names import is_plain
from dosa_trace.revisions.files import RevisionFiles, steps
from dosa_trace.revisions.git import NO_GIT, NO_REPOSITORY, git, repository_around
from dosa_trace.revisions.trees import Entry, TooManyFiles, entries

#: How many names are told of those that no catalogue has.
_MOST_NAMED: Final = 5


def revision_files(revision: str, place: Path, findings: list[Diagnostic]) -> RevisionFiles:
    """The catalogue that stands at `place`, as it was in a revision of the repository around it;
    links that lead out are added to `findings`.

    Raises BadQuestion where git is missing, `place` is in no repository, the revision is unknown,
    has no catalogue there, or names files there as no catalogue does.
    """
    real = Path(os.path.realpath(place))
    top = repository_around(_existing(real))
    commit = _commit(top, revision)
    path = real.relative_to(top).as_posix()
    kind = _kind(top, commit, path)
    if kind is None:
        raise BadQuestion(NOT_THERE(revision=revision, path=path))
    if kind == "blob":
        inside = real.parent.relative_to(top).as_posix()
        beside = _entries(top, f"{commit}:{_inside(inside)}", revision, below=False)
        return RevisionFiles(top, place.parent, beside, findings, only=real.name)
    files = _entries(top, f"{commit}:{_inside(path)}", revision)
    return RevisionFiles(top, place, files, findings)


def _inside(path: str) -> str:
    return "" if path == "." else path


def _kind(top: Path, commit: str, path: str) -> str | None:
    """Whether a file or a folder stands there in a commit, None for neither."""
    try:
        kind = git(top, "cat-file", "-t", f"{commit}:{_inside(path)}").decode().strip()
    except BadQuestion:
        return None
    return kind if kind in ("blob", "tree") else None


def _entries(top: Path, tree: str, revision: str, below: bool = True) -> Mapping[str, Entry]:
    """The files of a tree by name; raises BadQuestion for more than a catalogue has, and for names
    that no catalogue has: one that leads out, or stands for two things."""
    files: dict[str, Entry] = {}
    odd: dict[str, None] = {}
    try:
        for name, entry in entries(top, tree, MOST_FOLDERS + 1, below):
            if not is_plain(name) or name in files:
                odd[name] = None
            files[name] = entry
    except TooManyFiles as error:
        raise BadQuestion(TOO_MANY(revision=revision)) from error
    folders = {folder for name in files for folder, _ in steps(name)}
    odd |= dict.fromkeys(sorted(folders & files.keys()))
    if odd:
        names = tuple(odd)[:_MOST_NAMED]
        raise BadQuestion(ODD_NAMES(revision=revision, names=names, count=len(odd)), LOOK_AT_IT)
    return files


def is_revision(word: str, place: Path) -> bool:
    """Whether git knows this word as a commit; False also where there is no git to ask."""
    try:
        _commit(repository_around(_existing(place)), word)
    except BadQuestion:
        return False
    return True


def committed_on(revision: str, place: Path) -> date:
    """The day on which a revision was written; raises BadQuestion."""
    top = repository_around(_existing(Path(os.path.realpath(place))))
    said = git(top, "show", "-s", "--format=%as", _commit(top, revision)).decode().strip()
    return date.fromisoformat(said)


def last_commit_of(day: date, place: Path) -> str | None:
    """The last commit on the current branch that was made by the end of a day, None where there is
    none; raises BadQuestion."""
    top = repository_around(_existing(place))
    before = f"--before={day.isoformat()} 23:59:59"
    return git(top, "rev-list", "-1", before, "HEAD").decode("ascii").strip() or None


def user_name(place: Path) -> str | None:
    """What whoever works in the repository around a place is called; None where nobody said so, and
    where there is no repository or no git."""
    try:
        said = git(repository_around(_existing(place)), "config", "user.name")
    except BadQuestion:
        return None
    return said.decode("utf-8", "replace").strip() or None


def merge_base(one: str, another: str, place: Path) -> str:
    """The commit that two revisions have in common; raises BadQuestion where there is none."""
    folder = repository_around(_existing(place))
    commits = [_commit(folder, one), _commit(folder, another)]
    try:
        return git(folder, "merge-base", *commits).decode().strip()
    except BadQuestion as error:
        raise BadQuestion(NOTHING_IN_COMMON(one=one, another=another)) from error


def _commit(folder: Path, revision: str) -> str:
    try:
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return git(folder, *asked).decode().strip()
    except BadQuestion as error:
        if error.message in (NO_GIT, NO_REPOSITORY):
            raise
        listed = git(folder, "for-each-ref", "--format=%(refname:short)").decode().split()
        hint = did_you_mean(near(revision, listed)) or DEEPER
        raise BadQuestion(NO_REVISION(revision=revision), hint) from error


def _existing(place: Path) -> Path:
    """The nearest folder that is there, without links: the catalogue may be gone from the work
    tree."""
    real = Path(os.path.realpath(place))
    return next(folder for folder in (real, *real.parents) if folder.is_dir())


NO_REVISION = Phrase("git has no revision '{revision}'", "git heeft geen revisie '{revision}'")
DEEPER = Phrase(
    "a shallow clone lacks older ones: get them with git fetch --unshallow",
    "een ondiepe kloon mist oudere: haal ze op met git fetch --unshallow",
)
NOT_THERE = Phrase(
    "revision '{revision}' has no catalogue at '{path}'",
    "revisie '{revision}' heeft geen catalogus op '{path}'",
)
NOTHING_IN_COMMON = Phrase(
    "'{one}' and '{another}' share no commit",
    "'{one}' en '{another}' hebben geen gezamenlijke commit",
)
TOO_MANY = Phrase(
    "revision '{revision}' names more files than any catalogue has",
    "revisie '{revision}' noemt meer bestanden dan een catalogus heeft",
)
ODD_NAMES = Phrase(
    "revision '{revision}' contains names that no catalogue file can have ({count}): {names}",
    "revisie '{revision}' bevat namen die geen catalogusbestand kan hebben ({count}): {names}",
)
LOOK_AT_IT = Phrase(
    "find out who made this revision: ordinary git tools make no names that leave a folder",
    "zoek uit wie deze revisie maakte: gewone git-programma's maken geen namen die uit een "
    "map leiden",
)
