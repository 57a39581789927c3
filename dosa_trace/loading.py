"""From a place on disk to a catalogue that can be counted on."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from numbers import Integral, Real
from pathlib import Path
from typing import Any

from dosa_trace.catalog.finder import own_catalog, shipped_catalog
from dosa_trace.catalog.loader import load_catalog, load_kept
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.text.files import InMemory
from dosa_trace.catalog.text.reader import MAX_DEPTH
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
    return _sound(*read(path))


def shipped() -> Catalog:
    """The catalogue that comes with the program."""
    return load(shipped_catalog())


def read(path: str | os.PathLike[str] | None = None) -> tuple[Catalog, tuple[Diagnostic, ...]]:
    """What can be read of a catalogue, with all that is wrong with how it is written.

    Raises CatalogNotFound, and BadQuestion for an empty path.
    """
    catalog, diagnostics = load_catalog(_place(path))
    judge(catalog, diagnostics)
    return catalog, diagnostics


def at_revision(revision: str, path: str | os.PathLike[str] | None = None) -> Catalog:
    """The catalogue at `path`, found as `load` finds it, as it was in a revision of the git
    repository around it, such as `HEAD~1`, a tag or a day's commit.

    Raises CatalogNotFound, BadQuestion for what git does not know, and CatalogInvalid.
    """
    from dosa_trace.revisions.revisions import revision_files

    if not isinstance(revision, str):
        raise TypeError(f"revision must be a text such as 'HEAD~1', not {revision!r}")
    place = _place(path)
    findings: list[Diagnostic] = []
    kept = revision_files(revision, place, findings)
    return _sound(*load_kept(kept, place.resolve().stem, findings))


def from_dict(data: Mapping[str, Any]) -> Catalog:
    """The catalogue that one YAML file with these sections would be (docs/format.md): `catalogue`,
    `sources`, `recommendations` …, each record as a dict.

    Raises CatalogInvalid with every mistake, at its line in the YAML that the data would be, and
    TypeError for what no YAML holds.
    """
    import yaml

    if not isinstance(data, Mapping):
        raise TypeError(f"data must be a dict with the sections of a catalogue, not {data!r}")
    text = yaml.safe_dump(_as_yaml_has_it(data), allow_unicode=True, sort_keys=False)
    findings: list[Diagnostic] = []
    kept = InMemory({"catalogue.yaml": text.encode()})
    return _sound(*load_kept(kept, "catalogue", findings))


def _as_yaml_has_it(value: object, at: str = "", depth: int = 0) -> Any:
    """A value as text, numbers, days, lists and dicts; raises TypeError for all else, with where it
    stands."""
    if depth < MAX_DEPTH and isinstance(value, Mapping):
        if wrong := [key for key in value if not isinstance(key, str)]:
            raise TypeError(f"{at or 'the data'}: a key must be a text, not {wrong[0]!r}")
        return {
            str(key): _as_yaml_has_it(item, f"{at}.{key}".lstrip("."), depth + 1)
            for key, item in value.items()
        }
    if depth < MAX_DEPTH and isinstance(value, list | tuple):
        return [_as_yaml_has_it(item, f"{at}[{n}]", depth + 1) for n, item in enumerate(value)]
    return _one_value(value, at or "the data")


def _one_value(value: object, at: str) -> Any:
    """A text, a number of any type, a truth, a day or nothing."""
    match value:
        case None | bool():
            return value
        case str():
            return str(value)
        case Integral():
            return int(value)
        case Decimal() | Real():
            number = float(value)
            return int(number) if number.is_integer() else number
        case date() if not isinstance(value, datetime):
            return value
    kind = type(value).__name__
    raise TypeError(f"{at}: a catalogue holds texts, numbers, days, lists and dicts, no {kind}")


def _place(path: str | os.PathLike[str] | None) -> Path:
    """Where a catalogue is; raises CatalogNotFound and BadQuestion."""
    if path is not None and not isinstance(path, str | os.PathLike):
        raise TypeError(f"path must be the path of a folder or file, not {path!r}")
    given = None if path is None else os.fspath(path)
    if given == "":
        raise BadQuestion(EMPTY_PATH, NAME_IT)
    place = own_catalog(given, os.environ, Path.cwd())
    if place is None:
        raise CatalogNotFound(NONE_HERE, NAME_IT)
    return place


def _sound(catalog: Catalog, diagnostics: tuple[Diagnostic, ...]) -> Catalog:
    judge(catalog, diagnostics)
    catalog.refuse_unsound()
    return catalog


EMPTY_PATH = Phrase("the path of the catalogue is empty", "het pad van de catalogus is leeg")
NONE_HERE = Phrase(
    "no catalog/catalogue.yaml in the current folder or above it",
    "geen catalog/catalogue.yaml in de huidige map of daarboven",
)
NAME_IT = Phrase(
    "give the path of a folder or file; shipped() is the catalogue of the program",
    "geef het pad van een map of bestand; shipped() is de catalogus van het programma",
)
