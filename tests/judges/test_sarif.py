"""The SARIF log against the official schema of OASIS, as a package of its editors ships it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.fixture(scope="module")
def schema(judges: Path) -> jsonschema.Draft7Validator:
    path = judges / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
    official = json.loads(path.read_text(encoding="utf-8"))
    assert official["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    return jsonschema.Draft7Validator(official, format_checker=jsonschema.FormatChecker())


def test_the_log_of_a_broken_catalogue_validates(schema: jsonschema.Draft7Validator) -> None:
    log = json.loads((GOLDEN / "broken.sarif").read_text(encoding="utf-8"))
    assert log["runs"][0]["results"]
    assert [error.message for error in schema.iter_errors(log)] == []


def test_the_judge_can_say_no(schema: jsonschema.Draft7Validator) -> None:
    log = json.loads((GOLDEN / "broken.sarif").read_text(encoding="utf-8"))
    log["runs"][0]["results"][0]["level"] = "loud"
    assert list(schema.iter_errors(log))
