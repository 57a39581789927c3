"""Files are written whole or not at all, and below a folder never through a link."""

from __future__ import annotations

import errno
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from dosa_trace.file_writer import ChangedMeanwhile, FileChange, taking_turns, write_all


@pytest.fixture
def inside(tmp_path: Path) -> Path:
    folder = tmp_path / "inside"
    (folder / "below").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    return folder


def test_a_file_below_a_folder_is_written(inside: Path) -> None:
    path = inside / "below" / "a.yaml"
    write_all([FileChange(path, b"one", below=inside)])
    path.chmod(0o640)
    write_all([FileChange(path, b"two", was=b"one", below=inside)])
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [one.name for one in path.parent.iterdir()] == ["a.yaml"]


@pytest.mark.parametrize("name", ["../outside/a", "link/a", "to-file", "link", "/outside/a", "."])
def test_nothing_is_written_outside_the_folder(name: str, inside: Path) -> None:
    outside = inside.parent / "outside"
    (outside / "file").write_bytes(b"old")
    (inside / "link").symlink_to(outside)
    (inside / "to-file").symlink_to(outside / "file")
    before = sorted(inside.parent.rglob("*"))
    with pytest.raises(OSError):
        write_all([FileChange(inside / name, b"new", below=inside)])
    assert (outside / "file").read_bytes() == b"old"
    assert sorted(inside.parent.rglob("*")) == before


@pytest.mark.parametrize("swapped", ["folder", "file"])
def test_a_link_that_comes_after_the_name_was_looked_at_is_not_followed(
    swapped: str, inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between looking where a name leads and opening it, a stranger puts a link there."""
    outside, path = inside.parent / "outside", inside / "below" / "a"
    original = os.path.realpath

    def looked(name: Path) -> str:
        real = original(name)
        if name == path:
            if swapped == "folder":
                path.parent.rmdir()
                path.parent.symlink_to(outside)
            else:
                path.symlink_to(outside / "a")
        return real

    monkeypatch.setattr(os.path, "realpath", looked)
    with pytest.raises(OSError):
        write_all([FileChange(path, b"new", below=inside)])
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("fails", ["write", "fsync", "replace", "flush"])
def test_of_several_files_all_are_written_or_none(
    fails: str, inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [inside / name for name in ("a", "b", "c")]
    for path in paths[:2]:
        path.write_bytes(b"old")
    call = {"write": "fdopen", "flush": "fsync"}.get(fails, fails)
    monkeypatch.setattr(os, call, failing(fails, paths[2].name))
    with pytest.raises(OSError) as error:
        write_all([FileChange(path, b"new", below=inside) for path in paths])
    assert error.value.filename == str(paths[2])
    monkeypatch.undo()
    assert [path.read_bytes() for path in paths[:2]] == [b"old", b"old"]
    assert sorted(one.name for one in inside.iterdir()) == ["a", "b", "below"]


def failing(call: str, name: str) -> Callable[..., object]:
    """A call of the system that fails where it is about the third file."""
    original = getattr(os, {"write": "fdopen", "flush": "fsync"}.get(call, call))
    staged = 0

    def fail(*asked: object, **more: object) -> object:
        nonlocal staged
        if call == "replace":
            bad = asked[1] == name
        else:
            staged += call in ("fsync", "flush") or asked[1] == "wb"
            # Each file is flushed when it is written, and its folder when it was put there.
            bad = staged == (6 if call == "flush" else 3)
        if bad:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return original(*asked, **more)

    return fail


def test_a_file_that_came_or_changed_meanwhile_is_not_written_over(inside: Path) -> None:
    path = inside / "a"
    path.write_bytes(b"theirs")
    with pytest.raises(ChangedMeanwhile):
        write_all([FileChange(path, b"ours", was=b"old", below=inside)])
    path.unlink()
    with pytest.raises(ChangedMeanwhile):
        write_all([FileChange(path, b"ours", was=b"old", below=inside)])
    assert not path.exists()


def test_a_device_is_left_where_it_is_when_another_cannot_be_written(
    inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = inside / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    monkeypatch.setattr(os, "replace", failing("replace", "a"))
    with pytest.raises(OSError):
        write_all([FileChange(pipe, b"told"), FileChange(inside / "a", b"new", below=inside)])
    assert os.read(reader, 10) == b"told"
    os.close(reader)
    assert pipe.is_fifo()
    assert sorted(one.name for one in inside.iterdir()) == ["below", "pipe"]


def test_one_file_is_written_without_reading_the_old_one(
    inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = inside / "a"
    path.write_bytes(b"old")
    monkeypatch.setattr("dosa_trace.file_writer._Folder.read", None)
    write_all([FileChange(path, b"new")])
    assert path.read_bytes() == b"new"


def test_two_writers_take_turns_in_a_folder(tmp_path: Path) -> None:
    order: list[str] = []
    inside, begun = threading.Event(), threading.Event()

    def second() -> None:
        begun.set()
        with taking_turns(tmp_path):
            order.append("second")

    other = threading.Thread(target=second)
    with taking_turns(tmp_path):
        other.start()
        begun.wait(5)
        inside.wait(0.1)
        order.append("first")
    other.join(5)
    assert order == ["first", "second"]


def test_a_new_file_is_not_written_over_one_that_came_meanwhile(tmp_path: Path) -> None:
    change = FileChange(tmp_path / "new", b"ours", below=tmp_path, is_new=True)
    (tmp_path / "new").write_bytes(b"theirs")
    with pytest.raises(ChangedMeanwhile):
        write_all([change])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"new": b"theirs"}
    (tmp_path / "new").unlink()
    write_all([change])
    assert (tmp_path / "new").read_bytes() == b"ours"
