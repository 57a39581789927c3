"""Draws the pictures of the documents from what the program prints: `python docs/picture.py`."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

DOCS = Path(__file__).parent
#: The catalogue that the project ships, and one of the tests: a picture of an edit finds the lines
#: that it edits there, whatever becomes of the other.
SHIPPED = DOCS.parent / "catalog"
FROZEN = DOCS.parent / "tests" / "catalogues" / "frozen"
#: The day that the pictures are of.
DAY = "2026-11-30"
WIDTH = 104
LIGHT = TerminalTheme(
    (252, 252, 250), (36, 41, 47),
    [(36, 41, 47), (178, 34, 52), (26, 127, 55), (154, 103, 0), (9, 105, 218), (130, 80, 223),
     (27, 124, 131), (110, 119, 129)],
)  # fmt: skip

DARK = TerminalTheme(
    (20, 24, 29), (232, 236, 240),
    [(139, 148, 158), (255, 123, 114), (126, 231, 135), (227, 179, 65), (121, 192, 255),
     (210, 168, 255), (118, 227, 234), (177, 186, 196)],
)  # fmt: skip
#: What a picture's name ends in, and its theme: a page that reads it is light or dark.
THEMES: Mapping[str, TerminalTheme] = {"": LIGHT, "-dark": DARK}

Edit = Callable[[Path], None]


class Picture(NamedTuple):
    """A command as it is shown, what it needs besides to be the same on every day, and an edit of
    the catalogue that it is about."""

    command: tuple[str, ...]
    hidden: tuple[str, ...] = ("--as-of", DAY)
    edit: Edit | None = None

    @property
    def catalog(self) -> Path:
        return FROZEN if self.edit else SHIPPED


def _misspell(catalog: Path) -> None:
    path = catalog / "links" / "aims-2025.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("to: agdb", "to: agbd", 1).replace("beschikbaarheid", "bereikbaarheid", 1)
    path.write_text(text, encoding="utf-8")


def _stop_a_strategy(catalog: Path) -> None:
    path = catalog / "instruments" / "netherlands.yaml"
    last = "      - {date: 2026-07-03, value: adopted, source: onrecord-2026-07-03}\n"
    ended = "      - {date: 2026-09-01, value: stopped, source: onrecord-2026-07-03}\n"
    path.write_text(path.read_text(encoding="utf-8").replace(last, last + ended), encoding="utf-8")


PICTURES: Mapping[str, Picture] = {
    "coverage": Picture(("coverage",)),
    "coverage-nl": Picture(("coverage", "--lang", "nl")),
    "check": Picture(("check",), edit=_misspell),
    "diff": Picture(("diff", "--fail-on", "regression"), edit=_stop_a_strategy),
}


def answer(asked: Picture) -> str:
    """What the program prints on a colour screen, in a copy of the catalogue with the edit made."""
    environment = {**os.environ, "COLUMNS": str(WIDTH), "DOSA_TRACE_LANG": "en"}
    with tempfile.TemporaryDirectory() as folder:
        catalog = Path(folder) / "catalog"
        shutil.copytree(asked.catalog, catalog)
        git = ("git", "-c", "user.name=M", "-c", "user.email=m@example.org")
        for command in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "Before")):
            subprocess.run([*git, *command], cwd=folder, check=True)
        if asked.edit:
            asked.edit(catalog)
        done = subprocess.run(
            [sys.executable, "-m", "dosa_trace", *asked.command, *asked.hidden,
             "--color", "always"],
            capture_output=True, text=True, check=False, env=environment, encoding="utf-8",
            cwd=folder,
        )  # fmt: skip
    assert done.returncode < 2, done.stderr
    return done.stdout


def picture(name: str, printed: str, theme: TerminalTheme = LIGHT) -> str:
    """The print as an SVG that asks nothing of the network."""
    command = " ".join(PICTURES[name].command)
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ dosa-trace {command}", style="bold"))
    console.print(Text.from_ansi(printed))
    drawn = console.export_svg(title=f"dosa-trace {name}", theme=theme, unique_id=name)
    drawn = re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)
    drawn = drawn.replace("Fira Code", "ui-monospace, SFMono-Regular, Menlo, Consolas")
    return re.sub(r"[ \t]+\n", "\n", drawn)


if __name__ == "__main__":
    for name, asked in PICTURES.items():
        printed = answer(asked)
        for ending, theme in THEMES.items():
            path = DOCS / f"{name}{ending}.svg"
            path.write_text(picture(name, printed, theme), encoding="utf-8", newline="\n")
