"""Photographs the page of the shipped catalogue's report in Chromium: `python docs/page.py FOLDER`,
which holds what tests/judges/package.json names. `python docs/page.py FOLDER TO` makes instead
every picture that is looked at by eye, in the folder TO."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DOCS = Path(__file__).parent
#: The day that the pictures are of.
DAY = "2026-11-30"


def main(judges: str, to: str = "") -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    assert browser, "a browser is needed: Debian's package chromium"
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        subprocess.run(
            [sys.executable, "-m", "dosa_trace", "report", "--catalog",
             str(DOCS.parent / "catalog"), "--as-of", DAY, "-o", str(page), "-q"],
            check=True,
        )  # fmt: skip
        where = [to, "all"] if to else [str(DOCS)]
        subprocess.run(
            ["node", str(DOCS / "page.mjs"), judges, browser, str(page), *where], check=True
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
