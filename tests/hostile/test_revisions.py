"""The revisions of a stranger: trees of git that no ordinary tool makes, and small objects that are
large files."""

from __future__ import annotations

import hashlib
import subprocess
import zlib
from pathlib import Path

import pytest

from tests.build import FROZEN
from tests.cli.conftest import Runner

ON = ("--as-of", "2026-11-23")
FILE, FOLDER, LINK = "100644", "40000", "120000"
CATALOGUE = b"catalogue: {title: T, languages: [en]}\nobjectives: [{id: a, title: T}]\n"


def git(folder: Path, *words: str) -> str:
    identity = ("-c", "user.name=n", "-c", "user.email=e@example.org", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(folder), *identity, *words]
    done = subprocess.run(command, check=True, capture_output=True)
    return done.stdout.decode().strip()


@pytest.fixture
def repository(run: Runner, tmp_path: Path) -> Path:
    run("--version")  # clears the environment and makes `tmp_path` the current folder
    git(tmp_path, "init", "-q")
    (tmp_path / "catalog").mkdir()
    (tmp_path / "catalog" / "catalogue.yaml").write_bytes(CATALOGUE)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    return tmp_path


def written(repository: Path, kind: str, data: bytes) -> str:
    """An object of git as it stands, which its own tools would refuse to make."""
    whole = f"{kind} {len(data)}\0".encode() + data
    name = hashlib.sha1(whole).hexdigest()
    place = repository / ".git" / "objects" / name[:2] / name[2:]
    if not place.exists():
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(zlib.compress(whole))
    return name


def tree(repository: Path, *entries: tuple[str, str, str]) -> str:
    data = b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(one) for mode, name, one in entries)
    return written(repository, "tree", data)


def committed(repository: Path, catalog: str) -> str:
    """A commit in which the folder `catalog` is this tree."""
    top = tree(repository, (FOLDER, "catalog", catalog))
    return git(repository, "commit-tree", top, "-m", "stranger", "-p", "HEAD")


ODD = {
    "a file above": lambda r, f: tree(r, (FILE, "..", f)),
    "a folder above": lambda r, f: tree(r, (FOLDER, "..", tree(r, (FILE, "x.yaml", f)))),
    "far above": lambda r, f: tree(r, (FILE, "../../PWNED.yaml", f)),
    "absolute": lambda r, f: tree(r, (FILE, f"{r}/PWNED.yaml", f)),
    "git's own": lambda r, f: tree(r, (FOLDER, ".GIT", tree(r, (FILE, "PWNED.yaml", f)))),
    "git's short name": lambda r, f: tree(r, (FOLDER, "git~1", tree(r, (FILE, "x.yaml", f)))),
    "itself": lambda r, f: tree(r, (FOLDER, ".", tree(r, (FILE, "x.yaml", f)))),
    "nothing": lambda r, f: tree(r, (FOLDER, "", tree(r, (FILE, "x.yaml", f)))),
    "backslashes": lambda r, f: tree(r, (FILE, "..\\..\\PWNED.yaml", f)),
    "a drive": lambda r, f: tree(r, (FILE, "C:PWNED.yaml", f)),
    "a device": lambda r, f: tree(r, (FILE, "aux.yaml", f)),
    "link and folder": lambda r, f: tree(
        r, (LINK, "x", written(r, "blob", str(r).encode())),
        (FOLDER, "x", tree(r, (FILE, "PWNED.yaml", f))),
    ),
    "twice": lambda r, f: tree(r, (FILE, "x.yaml", f), (FILE, "x.yaml", written(r, "blob", b""))),
}  # fmt: skip


@pytest.mark.costly
@pytest.mark.parametrize("odd", ODD)
def test_names_that_no_disk_should_hold_are_refused(
    odd: str, run: Runner, repository: Path
) -> None:
    before = {path for path in repository.parent.rglob("*") if ".git" not in path.parts}
    commit = committed(repository, ODD[odd](repository, written(repository, "blob", CATALOGUE)))
    for sides in ((commit, "HEAD"), ("HEAD", commit)):
        found = run("diff", *sides, *ON, "--lang", "en")
        assert (found.status, found.out) == (2, "")
        assert f"revision '{commit}' contains names that no catalogue file can have" in found.err
    after = {path for path in repository.parent.rglob("*") if ".git" not in path.parts}
    assert after == before


def test_nothing_of_a_revision_is_laid_down(
    run: Runner, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(repository / "nowhere"))
    assert run("diff", "HEAD", "HEAD", *ON).status == 0
    git(repository, "read-tree", "HEAD")
    assert git(repository, "status", "--porcelain") == ""


@pytest.mark.costly
def test_a_small_object_that_is_a_large_file_is_not_read(run: Runner, repository: Path) -> None:
    """300 MB of zeros in 300 KB: refused from its size, of one file and of several together."""
    zeros = repository / "zeros"
    with zeros.open("wb") as file:
        file.truncate(300_000_000)
    large = git(repository, "hash-object", "-w", str(zeros))
    zeros.unlink()
    lesser = written(repository, "blob", b"#" * 90_000_000)
    one = tree(repository, (FILE, "x.yaml", large))
    several = tree(repository, *((FILE, f"{at}.yaml", lesser) for at in range(3)))
    other = tree(
        repository,
        (FILE, "x.bin", large),
        (FILE, "y.yaml", written(repository, "blob", CATALOGUE)),
    )
    for catalog, status, said in (
        (one, 2, "errors found there: 1"), (several, 2, "together larger than 256 MB"),
        (other, 0, ""),
    ):  # fmt: skip
        found = run("diff", committed(repository, catalog), "HEAD", *ON, "--lang", "en")
        assert (found.status, said in found.err) == (status, True), found.err


def test_trees_without_end_are_given_up(run: Runner, repository: Path) -> None:
    """Ten folders deep, each ten times the one below: ten thousand million files."""
    below = tree(repository, (FILE, "x.yaml", written(repository, "blob", CATALOGUE)))
    for _ in range(10):
        below = tree(repository, *((FOLDER, f"{at}" * 200, below) for at in range(10)))
    found = run("diff", committed(repository, below), "HEAD", *ON, "--lang", "en")
    assert (found.status, "more files than any catalogue has" in found.err) == (2, True)


def test_trees_of_nothing_are_passed_over(run: Runner, repository: Path) -> None:
    """Sixty folders deep, each twice the one below, and not one file."""
    below = tree(repository)
    for _ in range(60):
        below = tree(repository, (FOLDER, "a", below), (FOLDER, "b", below))
    own = written(repository, "blob", CATALOGUE)
    whole = tree(repository, (FILE, "catalogue.yaml", own), (FOLDER, "x", below))
    assert run("diff", committed(repository, whole), "HEAD", *ON).status == 0


@pytest.mark.parametrize("mode", ["100644", "160000"], ids=["a file", "a submodule"])
def test_what_git_does_not_keep_is_told(mode: str, run: Runner, repository: Path) -> None:
    whole = tree(repository, (mode, "catalogue.yaml", "1" * 40))
    found = run("diff", committed(repository, whole), "HEAD", *ON, "--lang", "en")
    assert (found.status, found.out) == (2, "")
    assert "errors found there: 1" in found.err


def test_a_folder_that_looks_like_a_repository_is_none(run: Runner, repository: Path) -> None:
    """A revision may bring along what git takes for a repository of its own, with settings that
    start a program as soon as an object is missing."""
    catalog = repository / "catalog"
    pwned = repository / "PWNED"
    (catalog / "refs" / "heads").mkdir(parents=True)
    (catalog / "objects" / "info").mkdir(parents=True)
    (catalog / "objects" / "info" / "x").write_text("\n")
    (catalog / "HEAD").write_text("ref: refs/heads/main\n")
    (catalog / "refs" / "heads" / "main").write_text("1" * 40 + "\n")
    (catalog / "config").write_text(
        "[core]\n\trepositoryformatversion = 1\n\tbare = false\n\tworktree = .\n"
        f"\tsshCommand = touch {pwned}; false\n[extensions]\n\tpartialClone = origin\n"
        '[remote "origin"]\n\turl = ssh://x/y\n\tpromisor = true\n'
        "\tfetch = +refs/heads/*:refs/remotes/origin/*\n[protocol]\n\tallow = always\n"
    )
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "two")
    for words in (("diff",), ("diff", "HEAD~1...HEAD"), ("diff", "HEAD~1", "HEAD")):
        assert run(*words, *ON).status == 0
    assert run("diff", "1" * 40, *ON).status == 2
    assert not pwned.exists()


def test_nothing_is_fetched_whatever_a_repository_allows(run: Runner, repository: Path) -> None:
    pwned = repository / "PWNED"
    for key, value in (
        ("core.repositoryformatversion", "1"), ("extensions.partialClone", "origin"),
        ("remote.origin.url", "ssh://x/y"), ("remote.origin.promisor", "true"),
        ("core.sshCommand", f"touch {pwned}; false"), ("protocol.allow", "always"),
        ("protocol.ssh.allow", "always"),
    ):  # fmt: skip
        git(repository, "config", key, value)
    whole = tree(repository, (FILE, "catalogue.yaml", "1" * 40))
    assert run("diff", committed(repository, whole), *ON).status == 2
    assert not pwned.exists()


LINKS = {
    "to a file": ("more.yaml", "catalogue.yaml", 2),  # a second catalogue, and an id twice
    "to a folder": ("again", "parts", 0),
    "to a folder that is hidden": ("more", ".hidden", 0),
    "through a folder": ("more.yaml", "again/../parts/b.yaml", 1),
    "to nothing": ("more.yaml", "parts/c.yaml", 1),
    "round and round": ("more.yaml", "more.yaml", 1),
    "out": ("more.yaml", "../outside.yaml", 1),
    "out and in again": ("more.yaml", "../catalog/parts/b.yaml", 1),
    "a folder outside": ("more", "../../elsewhere", 1),
}


@pytest.mark.parametrize("link", LINKS)
def test_a_link_means_in_a_revision_what_it_means_on_a_disk(
    link: str, run: Runner, repository: Path
) -> None:
    """But what leads out of the catalogue is followed nowhere, also where it leads in again."""
    catalog = repository / "catalog"
    for folder, name in (("parts", "b"), (".hidden", "h")):
        (catalog / folder).mkdir()
        text = f"objectives: [{{id: {name}, title: The {folder}}}]\n"
        (catalog / folder / f"{name}.yaml").write_text(text)
    (catalog / "again").symlink_to("parts")
    name, leads_to, mistakes = LINKS[link]
    (catalog / name).unlink(missing_ok=True)
    (catalog / name).symlink_to(leads_to)
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "two")
    found = run("diff", "HEAD", "HEAD", *ON, "--lang", "en")
    assert found.status == (2 if mistakes else 0), found.err
    assert (f"errors found there: {mistakes}" in found.err) == bool(mistakes)
    if not mistakes:
        told = run("diff", "HEAD~1", "HEAD", *ON, "-f", "json").out
        on_disk = run("diff", "HEAD~1", *ON, "-f", "json").out
        assert told == on_disk


def test_a_catalogue_of_one_file_is_read_from_a_revision(run: Runner, repository: Path) -> None:
    (repository / "catalog" / "catalogue.yaml").write_bytes(CATALOGUE.replace(b"T", b"U"))
    at = ("--catalog", str(repository / "catalog" / "catalogue.yaml"))
    assert "title" in run("diff", *at, *ON, "--lang", "en").out
    (repository / "catalog" / "catalogue.yaml").unlink()
    (repository / "catalog" / "catalogue.yaml").symlink_to("/etc/passwd")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "two")
    found = run("diff", "HEAD", "HEAD", *at, *ON)
    assert (found.status, "root:" in found.err) == (2, False)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_catalogue_that_is_a_link_out_of_its_repository_is_told(
    what: str, run: Runner, repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "catalogue.yaml").write_bytes(CATALOGUE)
    link = repository / "linked"
    link.symlink_to(outside / "catalogue.yaml" if what == "file" else outside)
    found = run("diff", "HEAD", "--catalog", str(link), *ON, "--lang", "en")
    assert (found.status, "is in no git repository" in found.err) == (2, True)


def test_a_repository_whose_name_ends_in_a_line_break_is_read(
    run: Runner, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = repository / "odd\n"
    odd.mkdir()
    for name in (".git", "catalog"):
        (repository / name).rename(odd / name)
    monkeypatch.chdir(odd)
    assert run("diff", *ON).status == 0


def test_the_frozen_catalogue_is_the_same_in_a_revision(run: Runner, repository: Path) -> None:
    subprocess.run(["cp", "-r", f"{FROZEN}/.", str(repository / "catalog")], check=True)
    (repository / "catalog" / "catalogue.yaml").write_bytes(
        (FROZEN / "catalogue.yaml").read_bytes()
    )
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "two")
    found = run("diff", "HEAD", *ON, "--lang", "en")
    assert found.status == 0
    assert "There is no difference." in found.out
