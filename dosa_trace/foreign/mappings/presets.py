"""Sheets that many people have: what their columns are is known, and not asked.

A sheet as `dosa-trace sheet` writes it needs none: its heads are the names of fields.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from dosa_trace.foreign.choices import SheetKind
from dosa_trace.foreign.heads import SKIP
from dosa_trace.foreign.mappings.sheet_mapping import SheetMapping
from dosa_trace.language import Phrase


class Preset(NamedTuple):
    """A sheet that is known by its heads; `dropped` is the head of rows that are gone where it says
    yes."""

    name: Phrase
    known_by: frozenset[str]
    mapping: SheetMapping
    dropped: str = ""


#: What GAO's database of open recommendations exports (https://www.gao.gov/reports-testimonies/
#: recommendations-database), and the entity Toezegging of the House's OData
#: (https://opendata.tweedekamer.nl/documentatie/toezegging).
PRESETS: Final = (
    Preset(
        Phrase("GAO's open recommendations", "de open aanbevelingen van de GAO"),
        frozenset({"Publication", "Number", "Date", "Agency", "Recommendation", "Status"}),
        SheetMapping(
            kind=SheetKind.RECOMMENDATIONS,
            fields={
                "Publication": "source.title",
                "Number": "source.identifier",
                "Date": "source.date",
                "Director": "x-director",
                "Agency": "addressee",
                "Recommendation": "title",
                "Status": "x-status",
                "Priority": "x-priority",
                "Comments": "note",
            },
            fixed={
                "source.kind": "report",
                "source.publisher": "U.S. Government Accountability Office",
            },
        ),
    ),
    Preset(
        Phrase("commitments to the House (OData)", "toezeggingen aan de Kamer (OData)"),
        frozenset({"Nummer", "Tekst", "Status", "DatumNakoming"}),
        SheetMapping(
            kind=SheetKind.OBJECTIVES,
            fields={
                "Nummer": "id",
                "Tekst": "title",
                "Ministerie": "owner",
                "Status": "x-status",
                "Naam": "x-naam",
                "Functie": "x-functie",
                "Aanmaakdatum": "x-aanmaakdatum",
                "DatumNakoming": "x-datum-nakoming",
                "ActiviteitNummer": "x-activiteit",
                **dict.fromkeys(
                    ("Id", "Verwijderd", "GewijzigdOp", "ApiGewijzigdOp", "Achternaam",
                     "Initialen", "Voornaam", "Tussenvoegsel", "Achtervoegsel", "Titulatuur",
                     "Activiteit_Id", "ToegezegdAanFractie_Id", "ToegezegdAanPersoon_Id"),
                    SKIP,
                ),
            },
        ),
        dropped="Verwijderd",
    ),
)  # fmt: skip


def preset_for(heads: Collection[str]) -> Preset | None:
    """The preset of a sheet with these heads."""
    return next((one for one in PRESETS if one.known_by <= {*heads}), None)


def with_heads(mapping: SheetMapping, heads: Collection[str]) -> SheetMapping:
    """What a preset says of the columns that a sheet has."""
    fields: Mapping[str, str] = {
        head: field for head, field in mapping.fields.items() if head in heads
    }
    return mapping._replace(fields=fields)
