"""Where the catalogue is: the place that was named, else the variable, else the nearest folder from
here upwards, else, for questions alone, the one that comes with the program."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FOLDER = "catalog"
MAIN_FILE = "catalogue.yaml"
VARIABLE = "DOSA_TRACE_CATALOG"


SHIPPED = "shipped"


def find_catalog(given: str | None, environment: Mapping[str, str], here: Path) -> Path:
    """The catalogue that is named or near, else the one that comes with the program.

    Whether anything is there, the loader finds out.
    """
    return own_catalog(given, environment, here) or shipped_catalog()


def own_catalog(given: str | None, environment: Mapping[str, str], here: Path) -> Path | None:
    """The folder or file named, else that of the environment, else the nearest `catalog/` with a
    `catalogue.yaml` from `here` upwards; None where there is none of these.

    The name `shipped` means the one that comes with the program, unless something has that name.
    """
    named = given or environment.get(VARIABLE)
    if named == SHIPPED and not (here / SHIPPED).exists():
        return shipped_catalog()
    if named:
        return Path(named)
    for folder in (here, *here.parents):
        if (folder / FOLDER / MAIN_FILE).is_file():
            return folder / FOLDER
    return None


def shipped_catalog() -> Path:
    """The catalogue inside an installed package, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parent / FOLDER
