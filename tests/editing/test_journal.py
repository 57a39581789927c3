"""An edit of several files is made or not, whatever stops it."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dosa_trace.catalog.text.files import JOURNAL
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.editing.changes import rename_record
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.journal import finish_edit
from dosa_trace.loading import load
from dosa_trace.questions.editing import write_draft
from tests.build import FROZEN, ROOT

OLD, NEW = "fs-talent", "fs-people"
Texts = dict[str, bytes]


def texts(folder: Path) -> Texts:
    """Every file of a folder that is read as a catalogue, or is what an edit leaves on its way."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and (path.name == JOURNAL or not path.name.startswith("."))
    }


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    shutil.copytree(FROZEN, tmp_path / "catalog")
    return tmp_path / "catalog"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Texts, Texts]:
    """The files of before and of after the edit."""
    folder = tmp_path_factory.mktemp("both") / "catalog"
    shutil.copytree(FROZEN, folder)
    before = texts(folder)
    write_draft(renamed(folder))
    return before, texts(folder)


def renamed(folder: Path) -> Draft:
    draft = Draft(load(folder))
    rename_record(draft, OLD, NEW, keep=True)
    return draft


class Stop(BaseException):
    """The machine stops here."""


@contextmanager
def stopping(call: str, at: int, error: Callable[[], BaseException]) -> Iterator[list[int]]:
    """The time of `os.CALL` with a number, from 1, raises instead; how often it was called."""
    original, count = getattr(os, call), [0]

    def stopped(*asked: object, **more: object) -> object:
        count[0] += 1
        if count[0] == at:
            raise error()
        return original(*asked, **more)

    setattr(os, call, stopped)
    try:
        yield count
    finally:
        setattr(os, call, original)


def disk_full() -> OSError:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


CALLS = ("open", "fdopen", "fsync", "replace", "unlink", "fchmod")


@pytest.mark.parametrize("call", CALLS)
def test_a_call_that_fails_leaves_what_was(
    call: str, catalog: Path, both: tuple[Texts, Texts]
) -> None:
    draft = renamed(catalog)
    failed = 0
    for at in range(1, 200):
        with stopping(call, at, disk_full) as count:
            try:
                write_draft(draft)
            except OSError:
                failed += 1
        now = texts(catalog)
        now.pop(JOURNAL, None)  # it could not be taken away, and is completed by the next edit
        assert now in both
        if (catalog / JOURNAL).exists():
            finish_edit(catalog)
        if texts(catalog) == both[1]:
            write_back(catalog, both[0])
        if count[0] < at:
            break
    assert failed


def write_back(folder: Path, files: Texts) -> None:
    for name, data in files.items():
        (folder / name).write_bytes(data)


@pytest.mark.parametrize("call", ["open", "fsync", "replace", "unlink"])
def test_a_machine_that_stops_leaves_what_the_next_edit_completes(
    call: str, catalog: Path, both: tuple[Texts, Texts]
) -> None:
    halves = 0
    for at in range(1, 200):
        draft = renamed(catalog)
        with stopping(call, at, Stop) as count:
            try:
                write_draft(draft)
            except Stop:
                halves += texts(catalog) not in both
        finish_edit(catalog)
        now = texts(catalog)
        assert now in both
        for path in catalog.rglob(".*"):
            path.unlink()
        write_back(catalog, both[0])
        if count[0] < at:
            break
    assert halves or call in ("open", "unlink")


def killed(folder: Path, times: int) -> list[int]:
    """How often an edit that was killed after ever longer was not made, and was; whatever else it
    left is an error."""
    before = texts(folder)
    write_draft(renamed(folder))
    after = texts(folder)
    write_back(folder, before)
    outcomes = [0, 0]
    for at in range(times):
        draft = renamed(folder)
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.write(writer, b"!")
            write_draft(draft)
            os._exit(0)
        os.read(reader, 1)
        time.sleep(at * 0.03 / times)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reader)
        os.close(writer)
        finish_edit(folder)
        outcomes[(before, after).index(texts(folder))] += 1
        for path in folder.rglob(".*"):
            path.unlink()
        write_back(folder, before)
    return outcomes


@pytest.mark.costly
def test_two_hundred_kills(catalog: Path) -> None:
    script = "from tests.editing.test_journal import *; print(killed(Path(sys.argv[1]), 200))"
    done = subprocess.run(
        [sys.executable, "-c", script, str(catalog)],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    not_made, made = json.loads(done.stdout)
    assert not_made
    assert made
    assert not_made + made == 200


def half_done(catalog: Path) -> None:
    """Leaves an edit of which one file is written."""
    with stopping("replace", 3, Stop), pytest.raises(Stop):
        write_draft(renamed(catalog))
    assert (catalog / JOURNAL).exists()


def test_nothing_is_completed_over_what_somebody_changed_since(catalog: Path) -> None:
    half_done(catalog)
    names = [file["path"] for file in json.loads((catalog / JOURNAL).read_bytes())["files"]]
    for name in names:
        (catalog / name).write_bytes((catalog / name).read_bytes() + b"# mine\n")
    before = texts(catalog)
    with pytest.raises(BadQuestion, match="has changed since"):
        finish_edit(catalog)
    assert texts(catalog) == before


def test_a_journal_that_came_with_a_copy_counts_for_nothing(catalog: Path, tmp_path: Path) -> None:
    half_done(catalog)
    shutil.copytree(catalog, tmp_path / "copy")
    before = texts(tmp_path / "copy")
    with pytest.raises(BadQuestion, match="is not about an edit that was interrupted here"):
        finish_edit(tmp_path / "copy")
    assert texts(tmp_path / "copy") == before


@pytest.mark.parametrize(
    "path",
    ["../out.yaml", "/out.yaml", ".git/hooks/a.yaml", "a\\b.yaml", "run.sh", "C:x.yaml", 3, None],
)
def test_a_journal_leads_nowhere_else(path: object, catalog: Path) -> None:
    half_done(catalog)
    journal = json.loads((catalog / JOURNAL).read_bytes())
    journal["files"] = [{"path": path, "before": None, "after": "YTogMQ=="}]
    (catalog / JOURNAL).write_text(json.dumps(journal), encoding="utf-8")
    before = texts(catalog.parent)
    with pytest.raises(BadQuestion):
        finish_edit(catalog)
    assert texts(catalog.parent) == before


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"form": "dosa-trace edit 1"}', "{", "\xff"])
def test_what_is_no_journal_is_told(text: str, catalog: Path) -> None:
    (catalog / JOURNAL).write_bytes(text.encode("latin-1"))
    with pytest.raises(BadQuestion, match="is not about an edit"):
        finish_edit(catalog)
