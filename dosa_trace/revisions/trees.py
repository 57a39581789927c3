"""The files below a tree of git, named by path, read from its objects.

A tree may name one below it many times, and that another as often: a few objects are more files
than there are atoms. So each object is read once, the files below each are counted before any name
is written out (bottom up over what is a directed acyclic graph), and a tree without files is passed
over.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase
from dosa_trace.revisions.git import git

#: How many files a catalogue may have in a revision, how many objects are looked at for them, and
#: how many bytes of trees are read.
MOST_FILES: Final = 20_000
_MOST_TREES: Final = 50_000
_MOST_BYTES: Final = 32 * 1024 * 1024
_TREE, _SUBMODULE = b"40000", b"160000"


class Entry(NamedTuple):
    """One file of a revision as git keeps it: its mode, and the name and size in bytes of its
    content; `blob` is None where git keeps none of it, as of a submodule."""

    mode: str
    blob: str | None
    size: int


class TooManyFiles(Exception):
    """A tree that names more than any catalogue has."""


class _Child(NamedTuple):
    mode: bytes
    name: bytes
    object: str


def entries(top: Path, tree: str, deepest: int, below: bool = True) -> Iterator[tuple[str, Entry]]:
    """The files below a tree with their paths, which may be any; without those in its folders where
    `below` is false. What lies deeper than `deepest` folders is named by one path alone.

    Raises TooManyFiles, and BadQuestion where git fails.
    """
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", tree)
    root = git(top, *asked).decode().strip()
    trees = _trees(top, root, below)
    counts = _counts(trees, root)
    if counts[root] > MOST_FILES:
        raise TooManyFiles
    files = list(_paths(trees, counts, root, deepest))
    sizes = _sizes(top, {child.object for _, child in files if child.mode != _SUBMODULE})
    for path, child in files:
        size = sizes.get(child.object)
        blob = child.object if size is not None else None
        yield os.fsdecode(path), Entry(child.mode.decode(), blob, size or 0)


def _trees(top: Path, root: str, below: bool) -> Mapping[str, Sequence[_Child]]:
    """Every tree from the root down, each read once."""
    trees: dict[str, Sequence[_Child]] = {}
    waiting = [root]
    read = 0
    while waiting:
        read += sum(_sizes(top, waiting).values())
        if read > _MOST_BYTES or len(trees) + len(waiting) > _MOST_TREES:
            raise TooManyFiles
        contents = blobs(top, waiting)
        fresh: dict[str, None] = {}
        for name in waiting:
            children = list(_children(contents.get(name, b""), len(root) // 2))
            trees[name] = (
                children if below else [child for child in children if child.mode != _TREE]
            )
            fresh |= {child.object: None for child in trees[name] if child.mode == _TREE}
        waiting = [name for name in fresh if name not in trees]
    return trees


def _children(data: bytes, length: int) -> Iterator[_Child]:
    """What a tree holds: for each its mode, a space, its name, a NUL, and its object in bytes."""
    at = 0
    while at < len(data):
        space, end = data.find(b" ", at), data.find(b"\0", at)
        if not at < space < end:
            return
        name, until = data[space + 1 : end], end + 1 + length
        yield _Child(data[at:space].lstrip(b"0") or b"0", name, data[end + 1 : until].hex())
        at = until


def _counts(trees: Mapping[str, Sequence[_Child]], root: str) -> Mapping[str, int]:
    """How many files lie below each tree."""
    counts: dict[str, int] = {}
    waiting = [root]
    while waiting:
        name = waiting[-1]
        below = [child.object for child in trees[name] if child.mode == _TREE]
        missing = [tree for tree in below if tree not in counts]
        if missing:
            waiting += missing
            continue
        waiting.pop()
        own = sum(child.mode != _TREE for child in trees[name])
        counts[name] = own + sum(counts[tree] for tree in below)
    return counts


def _paths(
    trees: Mapping[str, Sequence[_Child]], counts: Mapping[str, int], root: str, deepest: int
) -> Iterator[tuple[bytes, _Child]]:
    waiting: list[tuple[bytes, str, int]] = [(b"", root, 0)]
    while waiting:
        before, name, depth = waiting.pop()
        for child in trees[name]:
            path = before + child.name
            if child.mode != _TREE:
                yield path, child
            elif depth < deepest and counts[child.object]:
                waiting.append((path + b"/", child.object, depth + 1))
            elif counts[child.object]:
                yield path + b"/x", child._replace(mode=_SUBMODULE)


def _sizes(top: Path, names: Iterable[str]) -> Mapping[str, int]:
    """The sizes of the objects that are there, in bytes."""
    wanted = sorted(set(names))
    if not wanted:
        return {}
    given = "".join(f"{name}\n" for name in wanted).encode()
    said = git(top, "cat-file", "--batch-check=%(objectsize)", given=given).split(b"\n")
    return {name: int(size) for name, size in zip(wanted, said, strict=False) if size.isdigit()}


def blobs(top: Path, names: Iterable[str]) -> Mapping[str, bytes]:
    """The content of some objects, of those that are there, as it is kept; in one call of git."""
    wanted = tuple(names)
    if not wanted:
        return {}
    said = git(top, "cat-file", "--batch", given="".join(f"{name}\n" for name in wanted).encode())
    contents: dict[str, bytes] = {}
    at = 0
    for name in wanted:
        end = said.find(b"\n", at)
        size = said[at:end].rsplit(b" ", 1)[-1]
        if end < 0 or not size.isdigit():  # `… missing`
            at = end + 1
            continue
        contents[name] = said[end + 1 : end + 1 + int(size)]
        at = end + 1 + int(size) + 1
    if len(contents) < len(set(wanted)):
        raise BadQuestion(MISSING)
    return contents


MISSING = Phrase("git lacks part of this revision", "git mist een deel van deze revisie")
