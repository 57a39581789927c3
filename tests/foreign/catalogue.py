"""A catalogue that a sheet is imported into."""

from __future__ import annotations

from pathlib import Path

ON = ("--catalog", "c", "--lang", "en")


def empty(folder: Path, advised: str = "2023-01-01", language: str = "nl") -> None:
    """One with two sources and nothing else."""
    folder.mkdir()
    (folder / "catalogue.yaml").write_text(
        f"""\
catalogue:
  title: Proef
  languages: [{language}]
sources:
  - {{id: rapport, kind: report, title: Rapport, publisher: De raad, date: {advised}}}
  - {{id: brief, kind: letter, title: Kamerbrief, publisher: EZ, date: 2026-03-01}}
""",
        encoding="utf-8",
    )
