"""All that is on file about one record, and where else it is named."""

from __future__ import annotations

from datetime import date

import pytest

from dosa_trace.analysis.records.record import describe
from dosa_trace.diagnostics import UnknownId
from tests.build import catalog_of, frozen

CATALOG = frozen(date(2026, 11, 23)).catalog


def test_of_every_record_the_links_are_those_that_end_in_it() -> None:
    for name in CATALOG.by_id:
        told = describe(CATALOG, name)
        assert [one.id for one in told.links_from] == [
            link.target for link in CATALOG.links if link.origin == name
        ]
        assert [one.id for one in told.links_to] == [
            link.origin for link in CATALOG.links if link.target == name
        ]
        assert told.fields["id"] == name


def test_it_stands_where_it_was_written_and_is_named_where_others_say_it() -> None:
    told = describe(CATALOG, "factsheets-2025")
    assert told.file.endswith("sources.yaml")
    cited = {one.split(":")[0] for one in told.named_by}
    assert any(path.endswith("recommendations/factsheets-2025.yaml") for path in cited)
    lines = [(one.rpartition(":")[0], int(one.rpartition(":")[2])) for one in told.named_by]
    assert lines == sorted(lines)


def test_organisations_in_its_fields_are_called_by_name() -> None:
    catalog = catalog_of(
        {
            "organisations": [{"id": "ez", "name": "Economic Affairs"}],
            "instruments": [{"id": "i", "owner": "ez"}],
        }
    )
    told = describe(catalog, "i")
    assert dict(told.names) == {"ez": catalog.organisations["ez"].name}
    assert told.organisation is None
    assert describe(catalog, "ez").organisation is not None


def test_an_id_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownId):
        describe(CATALOG, "nothing-of-the-kind")
