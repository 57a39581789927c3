"""Where is the catalogue? The order is that of DESIGN, section 4."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FOLDER = "catalog"
MAIN_FILE = "catalogue.yaml"
VARIABLE = "DOSA_TRACE_CATALOG"


def find_catalog(given: str | None, environment: Mapping[str, str], here: Path) -> Path:
    """The folder or file named, else that of the environment, else the nearest `catalog/` with a
    `catalogue.yaml` from `here` upwards, else the catalogue that comes with the program.

    Whether anything is there, the loader finds out.
    """
    named = given or environment.get(VARIABLE)
    if named:
        return Path(named)
    for folder in (here, *here.parents):
        if (folder / FOLDER / MAIN_FILE).is_file():
            return folder / FOLDER
    return shipped_catalog()


def shipped_catalog() -> Path:
    """The catalogue inside an installed package, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parent / FOLDER
