"""Everything that is said about a stranger's file: nothing in it reaches a screen as more than
text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dosa_trace.inert import HIDDEN as UNSEEN
from tests.cli.conftest import Runner
from tests.hostile.catalogues import HIDDEN, VISIBLE, in_every_run, texts

FORMATS = ("table", "json", "markdown", "csv", "github", "sarif", "gitlab", "junit")
PAYLOADS = {**HIDDEN, **VISIBLE}


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("payload", in_every_run(PAYLOADS))
def test_a_message_is_only_text(payload: str, format_: str, run: Runner, tmp_path: Path) -> None:
    path = tmp_path / "given.yaml"
    for text in texts(PAYLOADS[payload]):
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        found = run("check", "--catalog", str(path), "-f", format_, "--lang", "en")
        assert found.status in (0, 1), found.err
        _is_inert(found.out, format_)
        _is_inert(found.err, "table")
        if format_ in ("json", "sarif", "gitlab"):
            json.loads(found.out)


@pytest.mark.parametrize("payload", in_every_run(PAYLOADS))
def test_what_was_typed_is_only_text(payload: str, run: Runner, tmp_path: Path) -> None:
    typed = PAYLOADS[payload]
    for asked in (
        ("why", typed), ("show", typed), ("rule", typed), ("coverage", "--where", typed),
        ("coverage", "--where", f"theme={typed}"), ("coverage", "--as-of", typed),
        ("coverage", "-f", typed), ("list", typed), ("coverage", f"--{typed}"), (typed,),
        ("report", "--sections", typed), ("coverage", "-o", f"{typed}.odt"),
        ("coverage", "--catalog", str(tmp_path / "no") + typed),
        ("diff", "--from", typed, "--to", typed),
    ):  # fmt: skip
        found = run(*asked)
        assert found.status == 2, asked
        assert found.out == ""
        _is_inert(found.err, "table")


@pytest.mark.parametrize("payload", ["escape", "bidi", "return", "workflow-command"])
def test_the_name_of_a_file_is_only_text(payload: str, run: Runner, tmp_path: Path) -> None:
    name = PAYLOADS[payload].replace("/", "")
    folder = tmp_path / "catalog"
    folder.mkdir()
    (folder / f"a{name}.yaml").write_text("objectives: [{id: A!, title: T}]\n")
    for format_ in FORMATS:
        _is_inert(run("check", "--catalog", str(folder), "-f", format_).out, format_)


def _is_inert(text: str, format_: str) -> None:
    assert not UNSEEN.search(text), repr(text)
    assert "\r" not in text
    assert "##[" not in text
    for line in text.split("\n"):
        ours = format_ == "github" and line.startswith(("::error file=", "::warning file=",
                                                        "::notice file="))  # fmt: skip
        assert ours or not line.lstrip().startswith("::"), line
