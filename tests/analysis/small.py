"""Small catalogues that several tests ask."""

from __future__ import annotations

from typing import Any


def pledged(statuses: dict[str, str], pledge: bool, extent: str = "partial") -> dict[str, Any]:
    return {
        "sources": [{"id": "s", "date": "2024"}],
        "recommendations": [
            {
                "id": "r",
                "source": "s",
                "responses": [
                    {
                        "date": "2024-02",
                        "value": "accepted",
                        "commitment": pledge,
                        "seen": "whole",
                    }
                ],
            }
        ],
        "instruments": [
            {"id": name, "status": [{"date": "2024-03", "value": value}]}
            for name, value in statuses.items()
        ],
        "links": [
            {"from": "r", "to": name, "extent": extent, "basis": "inferred", "rationale": "R"}
            for name in statuses
        ],
    }


def over_time() -> dict[str, Any]:
    link = {"basis": "inferred", "rationale": "w", "extent": "full"}
    return {
        "sources": [{"id": "s", "date": "2024-01-10"}, {"id": "t", "date": "2025-02-01"}],
        "recommendations": [
            {
                "id": "a", "source": "s",
                "responses": [
                    {"date": "2024-03-01", "value": "noted", "draft": True},
                    {"date": "2024-04-01", "value": "rejected"},
                ],
            },
            {"id": "b", "source": "t", "responses": [{"read": "2025-05-05", "value": "noted"}]},
        ],
        "instruments": [
            {
                "id": "i",
                "status": [
                    {"date": "2024-06-01", "value": "announced"},
                    {"date": "2024-09-01", "value": "adopted"},
                    {"date": "2025-01-15", "value": "stopped"},
                ],
            },
            {"id": "j", "status": [{"read": "2025-06-06", "value": "adopted"}]},
        ],
        "links": [
            {"from": "a", "to": "i", **link},
            {"from": "b", "to": "j", "since": "2025-03-01", **link},
        ],
    }  # fmt: skip


def two_levels() -> dict[str, Any]:
    live = [{"date": "2024", "value": "adopted"}]
    stated = {"extent": "full", "basis": "stated"}
    return {
        "sources": [
            {"id": "late", "date": "2025", "institutions": ["A", "B"]},
            {"id": "early", "date": "2023", "institutions": ["A"]},
            {"id": "none", "date": "2024"},
        ],
        "recommendations": [
            {"id": "w-10", "source": "early", "themes": ["x", "y"], "specificity": 5},
            {"id": "w-9", "source": "early", "themes": ["x"]},
            {"id": "n-1", "source": "none"},
            {"id": "l-1", "source": "late"},
        ],
        "instruments": [
            {"id": "nl", "level": "nl", "owner": "EZ", "status": live},
            {"id": "eu", "level": "eu", "owner": "EC", "status": live},
        ],
        "links": [
            {"from": "w-9", "to": "nl", **stated},
            {"from": "w-10", "to": "nl", "extent": "partial", "basis": "inferred"},
            {"from": "w-10", "to": "eu", **stated},
            {"from": "n-1", "to": "nl", **stated, "joint": "g"},
            {"from": "n-1", "to": "eu", **stated, "joint": "g"},
        ],
    }
