"""What was tried against hostile text, counted from the tests that try it, for `SECURITY.md`:
`python -m docs.tried`."""

from __future__ import annotations

from pathlib import Path

from dosa_trace.catalog.fields import table as f
from dosa_trace.cli.commands import COMMANDS
from dosa_trace.output.formats import formats_of
from tests.hostile.bombs import BOMBS
from tests.hostile.catalogues import HIDDEN, VISIBLE, texts
from tests.hostile.test_bombs import OF_CHECK
from tests.hostile.test_messages import FORMATS
from tests.hostile.test_outputs import ASKED

ROOT = Path(__file__).parent.parent
BEGIN, END = "<!-- figures: begin -->\n", "<!-- figures: end -->\n"


def table() -> str:
    """The figures as Markdown."""
    text_fields = sum(
        isinstance(field.type, f.Local | f.Str | f.TextsOf)
        for one in f.TABLE_OF.values() for field in one.fields
    )  # fmt: skip
    outputs = sum(
        len(ASKED[name]) * len(formats_of(command.shapes))
        for name, command in COMMANDS.items() if name in ASKED
    )  # fmt: skip
    messages = len({**HIDDEN, **VISIBLE}) * len(list(texts(""))) * len(FORMATS)
    fuzz = (ROOT / "benchmarks" / "fuzz.txt").read_text(encoding="utf-8").strip()
    rows = (
        ("fields of text that hold a payload at once", str(text_fields)),
        ("payloads that can be seen, and that cannot", f"{len(VISIBLE)} and {len(HIDDEN)}"),
        ("answers read by a reader of their format", str(outputs * len(VISIBLE))),
        ("messages read for what must not be in them", str(messages)),
        ("small files that would hold up who reads them", str(len(OF_CHECK) + len(BOMBS))),
        ("catalogues broken at random (`python -m benchmarks.fuzz`)", fuzz.replace("\n", "; ")),
    )
    lines = ["| tried | how often, and what came of it |", "| --- | --- |"]
    return "\n".join([*lines, *(f"| {name} | {often} |" for name, often in rows)]) + "\n"


def with_table(text: str) -> str:
    """The page with the table that is true now."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}{table()}{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE = ROOT / "SECURITY.md"
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
