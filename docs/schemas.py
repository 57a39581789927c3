"""Writes the JSON Schema of every answer into `docs/schemas/`: `python -m docs.schemas`."""

from __future__ import annotations

import json
from pathlib import Path

from dosa_trace.questions.answers import ANSWERS
from dosa_trace.questions.schemas import answer_schema

FOLDER = Path(__file__).parent / "schemas"


def files() -> dict[str, str]:
    """The content of each file by its name, such as `coverage-1.json`."""
    return {
        f"{name.replace('/', '-')}.json": json.dumps(answer_schema(name), indent=2) + "\n"
        for name in ANSWERS
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
