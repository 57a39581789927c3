"""Draws the picture of the README from what the program prints: `python docs/picture.py`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

DOCS = Path(__file__).parent
WIDTH = 96
ASKED = ("coverage", "--where", "source=factsheets-2025")
COMMAND = (*ASKED, "--as-of", "2026-11-23")
LIGHT = TerminalTheme(
    (252, 252, 250), (36, 41, 47),
    [(36, 41, 47), (178, 34, 52), (26, 127, 55), (154, 103, 0), (9, 105, 218), (130, 80, 223),
     (27, 124, 131), (110, 119, 129)],
)  # fmt: skip


def answer() -> str:
    """What the program prints on a colour screen."""
    environment = {**os.environ, "COLUMNS": str(WIDTH), "DOSA_TRACE_LANG": "en"}
    catalog = DOCS.parent / "catalog"
    done = subprocess.run(
        [sys.executable, "-m", "dosa_trace", *COMMAND, "--color", "always", "--catalog", catalog],
        capture_output=True, text=True, check=True, env=environment, encoding="utf-8",
    )  # fmt: skip
    return done.stdout


def picture(printed: str) -> str:
    """The print as an SVG that asks nothing of the network."""
    console = Console(record=True, width=WIDTH, file=open(os.devnull, "w"), force_terminal=True)  # noqa: SIM115, PTH123
    console.print(Text(f"$ dosa-trace {' '.join(ASKED)}", style="bold"))
    console.print(Text.from_ansi(printed))
    drawn = console.export_svg(title="dosa-trace coverage", theme=LIGHT, unique_id="coverage")
    drawn = re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)
    drawn = drawn.replace("Fira Code", "ui-monospace, SFMono-Regular, Menlo, Consolas")
    return re.sub(r"[ \t]+\n", "\n", drawn)


if __name__ == "__main__":
    (DOCS / "coverage.svg").write_text(picture(answer()), encoding="utf-8", newline="\n")
