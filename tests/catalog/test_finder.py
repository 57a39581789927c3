from __future__ import annotations

from pathlib import Path

from dosa_trace.catalog.finder import find_catalog, shipped_catalog


def test_the_order_of_places(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "catalog").mkdir()
    assert find_catalog(None, {}, inner) == shipped_catalog()
    (tmp_path / "catalog" / "catalogue.yaml").touch()
    assert find_catalog(None, {}, inner) == tmp_path / "catalog"
    environment = {"DOSA_TRACE_CATALOG": "elsewhere"}
    assert find_catalog(None, environment, inner) == Path("elsewhere")
    assert find_catalog("here", environment, inner) == Path("here")


def test_a_catalogue_comes_with_the_program() -> None:
    assert (shipped_catalog() / "catalogue.yaml").is_file()
