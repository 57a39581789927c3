"""The files, links, pipes and revisions of a stranger, and a machine that does not let us."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from tests.build import FROZEN
from tests.cli.conftest import Runner

ON = ("--as-of", "2026-11-23")


@pytest.fixture
def cat(run: Runner, tmp_path: Path) -> Path:
    run("--version")  # clears the environment
    return Path(shutil.copytree(FROZEN, tmp_path / "catalog"))


@pytest.mark.parametrize("what", ["file", "folder", "root", "nowhere"])
def test_a_link_that_leads_out_is_named_and_not_followed(
    what: str, run: Runner, cat: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "outside"
    secret.mkdir()
    (secret / "config.yaml").write_text("token: secret-words\n")
    target = {"file": secret / "config.yaml", "folder": secret, "root": Path("/"),
              "nowhere": tmp_path / "not-there.yaml"}[what]  # fmt: skip
    (cat / ("more.yaml" if what in ("file", "nowhere") else "more")).symlink_to(target)
    found = run("check", *ON, "--lang", "en")
    assert (found.status, found.out.count("[DT013]")) == (1, 1)
    assert "secret-words" not in found.out
    assert run("coverage", *ON).status == 2


def test_what_is_larger_than_a_bound_is_refused(
    run: Runner, cat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (cat / "large.yaml").write_text("# " + "x" * 2_000_000 + "\n")
    assert run("check", *ON).status == 0
    monkeypatch.setenv("DOSA_TRACE_MAX_MB", "1")
    found = run("check", *ON, "--lang", "en")
    assert (found.status, found.out.count("[DT012]")) == (1, 1)
    assert "DOSA_TRACE_MAX_MB" in found.out


def test_a_text_of_a_million_letters_is_refused(run: Runner, cat: Path) -> None:
    (cat / "large.yaml").write_text(f"objectives: [{{id: a, title: {'x' * 1_000_001}}}]\n")
    assert "[DT012]" in run("check", *ON).out


@pytest.mark.parametrize("name", ["sources.yaml", "texts/beslisnota-reactie-factsheets.txt"])
def test_nothing_of_the_catalogue_is_written_over(name: str, run: Runner, cat: Path) -> None:
    before = (cat / name).read_bytes()
    format_ = "json" if name.endswith(".yaml") else "table"
    for words in (("-o", f"catalog/{name}", "-f", format_), ("--snapshot", f"catalog/{name}")):
        found = run("coverage", *ON, *words, "--lang", "en")
        assert (found.status, found.out) == (2, ""), words
        assert "is a file of a catalogue, and is not overwritten" in found.err
    assert (cat / name).read_bytes() == before


def test_a_pipe_that_nobody_reads_is_refused(run: Runner, cat: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for words in (("-o", "pipe", "-f", "json"), ("--snapshot", "pipe")):
        assert run("coverage", *ON, *words).status == 2
    assert run("check", "--snapshot", "pipe").status == 2
    assert cat.is_dir()


def test_a_file_is_replaced_only_where_it_stays_what_it_was(run: Runner, cat: Path) -> None:
    target = cat.parent / "out.json"
    target.write_text("before")
    target.chmod(0o600)
    assert run("coverage", *ON, "-o", "out.json").status == 0
    assert target.stat().st_mode & 0o777 == 0o600
    target.chmod(0o444)
    assert "is read-only" in run("coverage", *ON, "-o", "out.json", "--lang", "en").err
    target.chmod(0o600)
    (cat.parent / "other.json").hardlink_to(target)
    found = run("coverage", *ON, "-o", "out.json", "--lang", "en")
    assert (found.status, "other names" in found.err) == (2, True)


@pytest.mark.parametrize("text", ['"a\\0b"', "catalogue.yaml", "../outside.txt", "/dev/zero"])
def test_what_is_no_archived_text_is_named(text: str, run: Runner, cat: Path) -> None:
    (cat / "more.yaml").write_text(
        f"sources: [{{id: s9, kind: web, title: t, publisher: p, date: 2024, text: {text}}}]\n"
    )
    found = run("check", *ON)
    assert found.status == 1
    assert "more.yaml" in found.out


def test_an_archived_text_hides_nothing(run: Runner, cat: Path) -> None:
    (cat / "texts" / "x.txt").write_text("one\ntwo \u202e three\n", encoding="utf-8")
    (cat / "more.yaml").write_text(
        "sources: [{id: s9, kind: web, title: t, publisher: p, date: 2024, text: texts/x.txt}]\n"
    )
    found = run("check", *ON, "--lang", "en")
    assert "on line 2: U+202E" in found.out
    assert "\u202e" not in found.out


@pytest.mark.parametrize("size", ["0", "many", "-1", "1.5", "9999999", "\u0663"])
def test_a_size_that_is_none_is_told(
    size: str, run: Runner, cat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSA_TRACE_MAX_MB", size)
    for words in (("check", *ON), ("coverage", *ON), ("rule",)):
        found = run(*words, "--lang", "en")
        assert (found.status, "', which is not a size" in found.err) == (2, True)


#: Files over which the program itself stumbled, with a finding that each must have.
STUMBLED = {
    "a tag directive before a record that is told": (
        "%TAG !e! tag:x,2000:\n---\nobjectives:\n  - {id: a, title: !e!foo T, source: nope}\n"
        "  - {id: b, titel: !e!foo T}\n", "DT004",
    ),
    "a list as a key inside a status": (
        "instruments:\n  - id: i\n    name: N\n    kind: fund\n    level: nl\n    owner: O\n"
        "    status:\n      - {? [a, b] : c, date: 2021}\n", "DT006",
    ),
    "the same over several lines": (
        "instruments:\n  - id: i\n    name: N\n    kind: fund\n    level: nl\n    owner: O\n"
        "    status:\n      - ? [a, b]\n        : c\n        date: 2021\n", "DT006",
    ),
    "an id of 5,000 digits": (f"objectives: [{{id: '{'9' * 5000}', title: T}}]\n", "DT104"),
    "an id of 101 letters": (f"objectives: [{{id: {'a' * 101}, title: T}}]\n", "DT104"),
}  # fmt: skip


@pytest.mark.parametrize("what", STUMBLED)
def test_what_the_program_stumbled_over_is_a_finding(what: str, run: Runner, cat: Path) -> None:
    text, code = STUMBLED[what]
    (cat / "more.yaml").write_text(text)
    found = run("check", *ON, "--lang", "en")
    assert (found.status, found.err) == (1, "")
    assert f"[{code}]" in found.out
    for words in (("coverage",), ("gaps",), ("list", "objectives"), ("report", "-f", "html")):
        told = run(*words, "--lang", "en").err
        assert "went wrong inside" not in told


def test_an_id_of_100_characters_is_one(run: Runner, cat: Path) -> None:
    (cat / "more.yaml").write_text(f"objectives: [{{id: '{'9' * 100}', title: T}}]\n")
    assert run("list", "objectives").status == 0
    assert "DT104" not in run("check", *ON).out


def test_a_long_title_is_cut_where_word_has_no_room(run: Runner, cat: Path) -> None:
    text = (cat / "catalogue.yaml").read_text(encoding="utf-8")
    long = re.sub(r"(?m)^  title:.*(\n    .*)*", f"  title: {'T' * 300}", text, count=1)
    (cat / "catalogue.yaml").write_text(long, encoding="utf-8")
    assert run("coverage", *ON, "-o", "x.docx").status == 0
    with zipfile.ZipFile("x.docx") as archive:
        assert b"T" * 200 in archive.read("docProps/core.xml")
        assert b"T" * 300 in archive.read("word/document.xml")


def test_folders_nested_without_end_are_named(run: Runner, tmp_path: Path) -> None:
    deep = tmp_path / "deep"
    for _ in range(60):
        deep /= "d"
    deep.mkdir(parents=True)
    (deep / "x.yaml").write_text("objectives: []\n")
    found = run("check", "--catalog", str(tmp_path / "deep"))
    assert (found.status, found.out.count("DT011")) == (1, 1)


def dosa(*words: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "dosa_trace", *words, "--catalog", str(FROZEN)]
    return subprocess.run(command, capture_output=True, check=False, timeout=60, **more)  # type: ignore[call-overload,no-any-return]


def test_an_argument_that_is_no_text_is_a_message() -> None:
    found = subprocess.run(
        [sys.executable, "-m", "dosa_trace", "why", b"\xff\xfe", "--catalog", str(FROZEN)],
        capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert (found.returncode, found.stdout) == (2, b"")
    assert rb"\udcff\udcfe" in found.stderr


@pytest.mark.parametrize(
    "words", [("matrix", "-f", "xlsx"), ("coverage",), ("coverage", "--help"), ("--version",)]
)
def test_a_full_disk_is_a_message(words: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "dosa_trace", *words]
    with Path("/dev/full").open("wb") as full:
        found = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert found.returncode == 2
    assert b"No space left" in found.stderr
    assert b"went wrong inside" not in found.stderr


@pytest.mark.parametrize(
    "words",
    [("coverage", "--each"), ("report", "-f", "html"), ("schema",), ("list", "links"), ("--help",),
     ("matrix", "-f", "xlsx"), ("--version",), ("graph", "-f", "svg", "-q"),
     ("coverage", "--help")],
    ids=" ".join,
)  # fmt: skip
@pytest.mark.parametrize("early", [True, pytest.param(False, marks=pytest.mark.costly)])
def test_a_reader_that_leaves_ends_it_in_silence(words: tuple[str, ...], early: bool) -> None:
    """Before anything was written, or after a few bytes of it (`| head -1`)."""
    command = [sys.executable, "-m", "dosa_trace", *words]
    environment = {**os.environ, "DOSA_TRACE_CATALOG": str(FROZEN)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        if not early:
            process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_ctrl_c_while_it_is_loaded_is_the_systems(tmp_path: Path) -> None:
    """Interrupted as soon as the program is looked for: ended by the signal, without a word."""
    script = (
        "import os, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # ignored in the background
        "class Interrupts:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'dosa_trace.cli': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupts())\n"
        "import dosa_trace.start\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")


@pytest.mark.parametrize("after", [0.05, 0.15, 0.3])
def test_ctrl_c_ends_in_silence(after: float) -> None:
    command = [sys.executable, "-c", "import dosa_trace.cli as c, sys; sys.argv[1:] = "
               "['check', '--snapshot', '/dev/stdin']; import signal; "
               "signal.signal(signal.SIGINT, signal.default_int_handler); "
               "print('ready', flush=True); c.run()"]  # fmt: skip
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "DOSA_TRACE_CATALOG": str(FROZEN)},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert b"Traceback" not in said
    assert process.returncode in (130, 1, 2, 0)
    if after < 0.1:
        assert process.returncode == 130


def test_ctrl_c_where_python_would_ignore_it_ends_all_the_same() -> None:
    """Within a callback of Python's own, in which nothing can be raised."""
    script = (
        "import dosa_trace.cli as c, signal, sys, weakref\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "class It: pass\n"
        "def main(_):\n"
        "    it = It()\n"
        "    kept = weakref.ref(it, lambda _: signal.raise_signal(signal.SIGINT))\n"
        "    del it\n"
        "    while True: pass\n"
        "c.main = main\n"
        "c.run()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=n", "-c", "user.email=e@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *identity, *words], check=True, capture_output=True)


def test_no_attribute_of_a_revision_blinds_a_comparison(
    run: Runner, cat: Path, tmp_path: Path
) -> None:
    """What the archive of a revision would leave out, replace, recode or filter."""
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    ran = tmp_path / "ran"
    (tmp_path / ".gitattributes").write_text(
        "catalog/links/** export-ignore\ncatalog/*.yaml export-subst\n"
        "catalog/instruments/* filter=evil working-tree-encoding=UTF-16\n"
    )
    git(tmp_path, "config", "filter.evil.smudge", f"touch {ran}; cat")
    links = cat / "links" / "factsheets-2025.yaml"
    links.write_text(links.read_text().replace("extent: partial", "extent: marginal"))
    git(tmp_path, "add", "--renormalize", ".gitattributes", "catalog/links")
    git(tmp_path, "commit", "-qm", "two")
    found = run("diff", "HEAD~1..HEAD", *ON, "-f", "json")
    assert found.status == 0, found.err
    assert "fs-talent" in found.out
    assert not ran.exists()


def test_a_link_of_a_revision_leads_nowhere_outside(run: Runner, cat: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (cat / "odd\nname.yaml").write_text("objectives: []\n")
    (cat / "pw.yaml").symlink_to("/etc/passwd")
    (cat / "up.yaml").symlink_to("../../up.yaml")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    found = run("diff", "HEAD..HEAD", *ON, "--lang", "en")
    assert found.status == 2
    assert "errors found there: 2" in found.err  # both links, and not the odd name
    assert "root:" not in found.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_shell_that_completes_is_offered_plain_ids_and_values_alone(
    shell: str, cat: Path
) -> None:
    """Whatever a shell would make of a title, an odd id or an odd value, it is not told of it."""
    (cat / "more.yaml").write_text(
        'recommendations:\n  - {id: zz-one, source: s, title: "UNPLAIN $(x)", themes: [zz-one]}\n'
        '  - {id: "zz-UNPLAIN", source: s, title: T, themes: ["zz UNPLAIN"]}\n'
        '  - {id: "zz-\\e[2J", source: s, title: T, themes: ["zz$(UNPLAIN)"]}\n'
    )
    for typed in (
        "dosa-trace why zz", "dosa-trace coverage --where theme=zz",
        "dosa-trace report --sections UNPLAIN,",
    ):  # fmt: skip
        words = typed.split()
        environment = {
            **os.environ, "_DOSA_TRACE_COMPLETE": f"complete_{shell}",
            "DOSA_TRACE_CATALOG": str(cat), "_TYPER_COMPLETE_ARGS": typed,
            "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
            "_TYPER_COMPLETE_FISH_ACTION": "get-args", "COMP_WORDS": typed,
            "COMP_CWORD": str(len(words) - 1),
        }  # fmt: skip
        command = [sys.executable, "-m", "dosa_trace"]
        said = subprocess.run(
            command, capture_output=True, check=False, timeout=60, env=environment
        ).stdout.decode()
        assert "\x1b" not in said
        assert "report" in typed or "zz-one" in said
        assert "UNPLAIN" not in said.replace("UNPLAIN,", "")
