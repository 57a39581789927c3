"""From a place on disk to a catalogue that can be counted on."""

from __future__ import annotations

import os
from pathlib import Path

from dosa_trace.catalog.finder import find_catalog
from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.soundness import require_sound
from dosa_trace.diagnostics import Diagnostic


def load(path: str | os.PathLike[str] | None = None) -> Catalog:
    """The catalogue at `path`, a folder or one YAML file; without one it is looked for as the
    command line does, down to the catalogue that comes with the program.

    Raises CatalogNotFound, and CatalogInvalid with every mistake that would make figures wrong.
    """
    catalog, diagnostics = read(path)
    require_sound(catalog, diagnostics)
    return catalog


def read(path: str | os.PathLike[str] | None = None) -> tuple[Catalog, tuple[Diagnostic, ...]]:
    """What can be read of a catalogue, with all that is wrong with how it is written.

    Raises CatalogNotFound.
    """
    given = os.fspath(path) if path is not None else None
    return load_catalog(find_catalog(given, os.environ, Path.cwd()))
