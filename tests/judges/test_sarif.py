"""The SARIF log against the official schema of OASIS, as a package of its editors ships it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.conftest import Runner, run
from tests.cli.test_golden import BROKEN, BROKEN_TOO

__all__ = ["run"]


@pytest.fixture(scope="module")
def schema(judges: Path) -> jsonschema.Draft7Validator:
    path = judges / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
    official = json.loads(path.read_text(encoding="utf-8"))
    assert official["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    return jsonschema.Draft7Validator(official, format_checker=jsonschema.FormatChecker())


@pytest.fixture
def log(run: Runner, tmp_path: Path) -> Any:
    """What is said of a catalogue with mistakes of many kinds."""
    (tmp_path / "catalog").mkdir()
    (tmp_path / "catalog" / "catalogue.yaml").write_text("catalogue: {title: T, languages: [nl]}\n")
    (tmp_path / "catalog" / "asked.yaml").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "catalog" / "done.yaml").write_text(BROKEN_TOO, encoding="utf-8")
    return json.loads(run("check", "-f", "sarif").out)


def test_the_log_of_a_broken_catalogue_validates(
    schema: jsonschema.Draft7Validator, log: Any
) -> None:
    assert log["runs"][0]["results"]
    assert [error.message for error in schema.iter_errors(log)] == []


def test_the_judge_can_say_no(schema: jsonschema.Draft7Validator, log: Any) -> None:
    log["runs"][0]["results"][0]["level"] = "loud"
    assert list(schema.iter_errors(log))
