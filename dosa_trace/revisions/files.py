"""The files of a catalogue in a revision of git, read out of git's objects and laid down nowhere.

A link is followed as it is on a disk, but nowhere out of the catalogue; what is larger than is read
of its sort is known from its size, before it is read.
"""

from __future__ import annotations

import errno
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from dosa_trace.catalog.text import messages
from dosa_trace.catalog.text.files import (
    MB,
    MOST_FOLDERS,
    MOST_TEXT_MB,
    SUFFIXES,
    TooLarge,
    leads_out,
    most_mb,
    unreadable,
)
from dosa_trace.diagnostics import BadQuestion, Diagnostic
from dosa_trace.language import Phrase
from dosa_trace.revisions.trees import Entry, blobs

#: How git marks a symbolic link, how long where it leads to may be, how many may follow on each
#: other, and over how many folders all links of a revision together.
_LINK: Final = "120000"
_LONGEST_LINK: Final = 1024
_MOST_LINKS: Final = 40
_MOST_STEPS: Final = 100_000


class RevisionFiles:
    """The files of a catalogue in one revision (`text.files.Files`).

    A link is followed where it stays inside the catalogue, as it is on a disk; one that leads out
    is named in `found` and not followed.
    """

    def __init__(
        self,
        top: Path,
        root: Path,
        entries: Mapping[str, Entry],
        findings: list[Diagnostic],
        only: str | None = None,
    ) -> None:
        """`only` is the one file that is the catalogue; raises BadQuestion where its files have
        more bytes together than one may have."""
        self.root = root
        self.is_alone = only is not None
        self._top = top
        self._entries = entries
        self._children: defaultdict[str, set[str]] = defaultdict(set)
        for name in entries:
            for folder, child in steps(name):
                self._children[folder].add(child)
        self._steps_left = _MOST_STEPS
        self._links = self._read_links()
        self._leads_to: dict[str, str | None] = {}
        if only is not None:
            self._leads_to[only] = self._resolved(only)
        else:
            self._walk(findings)
        self.names: Sequence[str] = sorted(self._leads_to)
        self._contents = self._read_all()

    def size(self, name: str) -> int:
        entry = self._entry(name)
        return entry.size if entry else 0

    def read(self, name: str) -> bytes:
        entry = self._entry(name)
        if entry is None or entry.blob is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
        if entry.size > most_mb() * MB:
            raise TooLarge(most_mb())
        return self._contents[entry.blob]

    def read_text(self, name: str) -> bytes:
        entry = self._entries.get(self._resolved(name) or "")
        if entry is None or entry.blob is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
        if entry.size > MOST_TEXT_MB * MB:
            raise TooLarge(MOST_TEXT_MB)
        return blobs(self._top, [entry.blob])[entry.blob]

    def _entry(self, name: str) -> Entry | None:
        return self._entries.get(self._leads_to[name] or "")

    def _walk(self, findings: list[Diagnostic]) -> None:
        """The names of the YAML files, each with the file that it leads to: in the order and under
        the names that a walk over a disk gives them (`text.files`), each folder once and what
        is hidden not at all."""
        seen, waiting = {""}, [("", "")]
        while waiting:
            named, real = waiting.pop()
            fresh = []
            for child in sorted(self._children.get(real, ())):
                if child.startswith("."):
                    continue
                name, leads_to = _join(named, child), self._resolved(_join(real, child))
                if leads_to is None:
                    if child.endswith(SUFFIXES) or self._may_be_folder(_join(real, child)):
                        findings.append(leads_out(name))
                elif leads_to in self._children and leads_to not in seen:
                    seen.add(leads_to)
                    fresh.append((name, leads_to))
                elif leads_to not in self._children and child.endswith(SUFFIXES):
                    self._leads_to[name] = leads_to
            if fresh and named.count("/") >= MOST_FOLDERS - 1:
                findings.append(
                    unreadable(named, OSError(errno.ELOOP, "folders are nested too deep"))
                )
            else:
                waiting += reversed(fresh)

    def _may_be_folder(self, link: str) -> bool:
        """Whether a link that leads out may lead to a folder, of which nobody can tell."""
        return "." not in self._links[link].rpartition("/")[2].strip(".")

    def _read_links(self) -> Mapping[str, str]:
        """Where each link leads to, as it is written."""
        links = {name: entry for name, entry in self._entries.items() if entry.mode == _LINK}
        short = {
            entry.blob for entry in links.values() if entry.blob and entry.size <= _LONGEST_LINK
        }
        written = blobs(self._top, sorted(short))
        return {
            name: os.fsdecode(written.get(entry.blob or "", b"/")) for name, entry in links.items()
        }

    def _resolved(self, name: str) -> str | None:
        """The name without links of the file or folder that a name leads to, whether one is there
        or not; None where it leads out, or round and round."""
        left, done, followed = name.split("/")[::-1], list[str](), 0
        while left:
            part = left.pop()
            self._steps_left -= 1
            if part in ("", "."):
                continue
            if part == "..":
                if not done:
                    return None
                done.pop()
                continue
            done.append(part)
            leads_to = self._links.get("/".join(done))
            if leads_to is not None:
                followed += 1
                endless = followed > _MOST_LINKS or self._steps_left < 0
                if endless or leads_to.startswith("/") or "\0" in leads_to:
                    return None
                done.pop()
                left += leads_to.split("/")[::-1]
        return "/".join(done)

    def _read_all(self) -> Mapping[str, bytes]:
        """The content of every YAML file that is not larger than one may be."""
        most = most_mb() * MB
        entries = [entry for entry in map(self._entry, self.names) if entry is not None]
        wanted = [entry for entry in entries if entry.size <= most]
        if sum(entry.size for entry in wanted) > most:
            raise BadQuestion(TOO_MUCH(most=most_mb()), messages.RAISE_IT)
        return blobs(self._top, sorted({entry.blob for entry in wanted if entry.blob}))


def steps(name: str) -> Iterator[tuple[str, str]]:
    """Each folder that a file stands in with what leads on from it, down to where folders are too
    deep to be looked at."""
    at = -1
    for _ in range(MOST_FOLDERS + 2):
        folder, at = name[: max(at, 0)], name.find("/", at + 1)
        yield folder, name[len(folder) :].lstrip("/").partition("/")[0]
        if at < 0:
            return


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


TOO_MUCH = Phrase(
    "in that revision the files of the catalogue are together larger than {most} MB",
    "in die revisie zijn de bestanden van de catalogus samen groter dan {most} MB",
)
