"""Photographs the page of the shipped catalogue's report in Chromium: `python docs/page.py FOLDER`,
which holds what tests/judges/package.json names."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DOCS = Path(__file__).parent


def main(judges: str) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    assert browser, "a browser is needed: Debian's package chromium"
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        subprocess.run(
            [sys.executable, "-m", "dosa_trace", "report", "--catalog",
             str(DOCS.parent / "catalog"), "--as-of", "2026-11-23", "-o", str(page), "-q"],
            check=True,
        )  # fmt: skip
        subprocess.run(
            ["node", str(DOCS / "page.mjs"), judges, browser, str(page), str(DOCS)], check=True
        )


if __name__ == "__main__":
    main(sys.argv[1])
