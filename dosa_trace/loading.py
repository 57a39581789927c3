"""From a place on disk to a catalogue that can be counted on."""

from __future__ import annotations

import os
from pathlib import Path

from dosa_trace.catalog.finder import own_catalog, shipped_catalog
from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.soundness import judge
from dosa_trace.diagnostics import BadQuestion, CatalogNotFound, Diagnostic
from dosa_trace.language import Phrase


def load(path: str | os.PathLike[str] | None = None) -> Catalog:
    """The catalogue at `path`, a folder or one YAML file; without one that of DOSA_TRACE_CATALOG,
    else the nearest `catalog/` with a `catalogue.yaml` from the current folder upwards. Never the
    one that comes with the program, which is `shipped()`.

    Raises CatalogNotFound, BadQuestion for an empty path, and CatalogInvalid with every mistake
    that would make figures wrong.
    """
    catalog, _ = read(path)
    catalog.refuse_unsound()
    return catalog


def shipped() -> Catalog:
    """The catalogue that comes with the program."""
    return load(shipped_catalog())


def read(path: str | os.PathLike[str] | None = None) -> tuple[Catalog, tuple[Diagnostic, ...]]:
    """What can be read of a catalogue, with all that is wrong with how it is written.

    Raises CatalogNotFound, and BadQuestion for an empty path.
    """
    given = None if path is None else os.fspath(path)
    if given == "":
        raise BadQuestion(EMPTY_PATH, NAME_IT)
    place = own_catalog(given, os.environ, Path.cwd())
    if place is None:
        raise CatalogNotFound(NONE_HERE, NAME_IT)
    catalog, diagnostics = load_catalog(place)
    judge(catalog, diagnostics)
    return catalog, diagnostics


EMPTY_PATH = Phrase("the path of the catalogue is empty", "het pad van de catalogus is leeg")
NONE_HERE = Phrase(
    "no catalog/catalogue.yaml in the current folder or above it",
    "geen catalog/catalogue.yaml in de huidige map of daarboven",
)
NAME_IT = Phrase(
    "give the path of a folder or file; shipped() is the catalogue of the program",
    "geef het pad van een map of bestand; shipped() is de catalogus van het programma",
)
