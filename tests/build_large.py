"""A large catalogue for measurements: many recommendations over few objectives and instruments."""

from __future__ import annotations

import json
from pathlib import Path


def large(folder: Path, recommendations: int) -> Path:
    """A catalogue file with so many recommendations, in both languages."""
    words = ("talent", "data", "compute", "cloud", "adoption", "research", "chips", "skills")
    data = {
        "catalogue": {"title": "Large", "languages": ["en", "nl"]},
        "sources": [
            {"id": f"s{at}", "kind": "report", "title": f"Report {at}", "publisher": "P",
             "date": f"20{10 + at}"}
            for at in range(10)
        ],
        "recommendations": [
            {
                "id": f"r{at}",
                "source": f"s{at % 10}",
                "title": {
                    "en": f"Recommendation {at} on {words[at % 8]}",
                    "nl": f"Aanbeveling {at} over {words[at % 8]}",
                },
                "themes": [words[at % 8]],
            }
            for at in range(recommendations)
        ],
        "objectives": [{"id": f"o{at}", "title": f"Aim {at}"} for at in range(50)],
        "instruments": [
            {"id": f"i{at}", "name": f"Instrument {at}", "kind": "fund", "level": "nl",
             "owner": "O", "status": [{"date": "2021", "value": "adopted", "source": "s9"}]}
            for at in range(100)
        ],
        "links": [
            *(
                {"from": f"r{at}", "to": f"o{at % 50}", "extent": ("full", "partial")[at % 2],
                 "basis": "inferred", "rationale": "Both are about the same subject."}
                for at in range(0, recommendations, 2)
            ),
            *(
                {"from": f"o{at % 50}", "to": f"i{at}", "extent": "partial", "basis": "inferred",
                 "rationale": "The instrument pursues the aim."}
                for at in range(100)
            ),
        ],
    }  # fmt: skip
    path = folder / "large.yaml"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path
