"""The states of up to ten million links, computed by DuckDB from tables alone, beside this program
on what it can hold; ends with 1 when a bound is broken or a state differs.

    python -m benchmarks.engine [100000 1000000 10000000]

The tables are those that `export -f parquet` describes, made by SQL straight into a file, so that
no object of this program is ever made of them; only of the smallest there is YAML too. Each run is
a process of its own, on two threads and with the memory that DuckDB may take held to a limit.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml

from benchmarks.processes import cost, python
from dosa_trace.exporting.database import COVERAGE_IN_DUCKDB

SIZES: Final = (100_000, 1_000_000, 10_000_000)
#: The day and the memory of every run.
AS_OF, MEMORY = "2026-06-30", "3GB"
#: The most that ten million links may take: seconds of one closure and of all, and megabytes.
MOST_OF_ONE, MOST_OF_ALL, MOST_MEMORY = 60.0, 180.0, 4_000
#: Up to how many links this program is asked the same.
MOST_HERE: Final = 100_000
#: A third as many recommendations as links, half as many objectives as these, a tenth as many
#: instruments. An objective leads onward to others before it and to instruments; a tenth of all
#: origins have a joint group of two links, a third of the links is what a source says.
TABLES: Final = """
CREATE MACRO drawn(i, salt, below) AS hash(i * 31 + salt) % below;
CREATE TABLE asked AS SELECT '{as_of}' AS as_of, 'inferred' AS basis;
CREATE TABLE sources AS
  SELECT 'src-' || i AS id,
         CASE i % 3 WHEN 0 THEN '2025' WHEN 1 THEN '2025-0' || (1 + i % 9)
                    ELSE '2025-06-1' || (i % 10) END AS "date"
  FROM range(1000) t(i);
CREATE TABLE recommendations AS
  SELECT 'rec-' || i AS id, 'src-' || (i % 1000) AS source FROM range({recommendations}) t(i);
CREATE TABLE objectives AS
  SELECT 'aim-' || i AS id, NULL::VARCHAR AS source FROM range({objectives}) t(i);
CREATE TABLE objective_evidence (objective VARCHAR, source VARCHAR);
CREATE TABLE instruments AS SELECT 'ins-' || i AS id FROM range({instruments}) t(i);
CREATE TABLE instrument_status AS
  SELECT 'ins-' || i AS instrument, p AS "position", '202' || (3 + p) AS "date",
         NULL::VARCHAR AS "read",
         CASE drawn(i, p, 4) WHEN 0 THEN 'announced' WHEN 1 THEN 'in-progress'
                             WHEN 2 THEN 'completed' ELSE 'stopped' END AS value
  FROM range({instruments}) t(i), range(1, 3) s(p);
CREATE TABLE recommendation_responses AS
  SELECT 'rec-' || i AS recommendation, 1 AS "position", '2026-01' AS "date",
         NULL::VARCHAR AS "read",
         CASE drawn(i, 1, 3) WHEN 0 THEN 'rejected' ELSE 'accepted' END AS value,
         drawn(i, 2, 9) = 0 AS draft
  FROM range({recommendations}) t(i) WHERE i % 4 = 0;
CREATE TABLE links AS
  WITH pairs AS (
    SELECT i, i // 2 AS pair, i < 2 * {recommendations} AS asks FROM range({links}) t(i))
  SELECT i + 1 AS link,
         CASE WHEN asks THEN 'rec-' || pair
              ELSE 'aim-' || ((pair - {recommendations}) % {objectives}) END AS "from",
         CASE WHEN asks AND drawn(i, 3, 10) < 6 THEN 'aim-' || drawn(i, 4, {objectives})
              WHEN asks OR drawn(i, 5, 10) < 4 OR (pair - {recommendations}) % {objectives} = 0
              THEN 'ins-' || drawn(i, 6, {instruments})
              ELSE 'aim-' || greatest(0, (pair - {recommendations}) % {objectives} - 1
                                          - drawn(i, 7, 1000)::BIGINT) END AS "to",
         'supports' AS relation,
         CASE drawn(CASE WHEN pair % 10 = 0 THEN pair ELSE i END, 8, 6)
              WHEN 0 THEN 'marginal' WHEN 1 THEN 'partial' WHEN 2 THEN 'partial'
              ELSE 'full' END AS extent,
         CASE WHEN drawn(i, 9, 20) < 6 THEN 'stated'
              WHEN drawn(i, 9, 20) = 6 AND pair % 10 > 0 THEN 'suggested'
              ELSE 'inferred' END AS basis,
         CASE WHEN pair % 10 = 0 THEN 'both' END AS joint,
         CASE drawn(i, 10, 5) WHEN 0 THEN '2026' WHEN 1 THEN '2026-05' END AS since
  FROM pairs;
CREATE TABLE link_evidence AS
  SELECT link, 'src-' || (link % 1000) AS source FROM links
  WHERE link % 3 = 0 OR basis = 'stated';
"""

#: Links in chains of one length, from objective to objective and at last to an instrument: each
#: round of a closure reads all links once, and such a chain takes as many rounds as it has links.
CHAINS: Final = """
CREATE OR REPLACE TABLE links AS
  SELECT i + 1 AS link, 'aim-' || i AS "from",
         CASE WHEN i % {length} = {length} - 1 THEN 'ins-live' ELSE 'aim-' || (i + 1) END AS "to",
         'supports' AS relation, 'full' AS extent, 'inferred' AS basis, NULL::VARCHAR AS joint,
         NULL::VARCHAR AS since
  FROM range({links}) t(i);
CREATE OR REPLACE TABLE objectives AS
  SELECT 'aim-' || i AS id, NULL::VARCHAR AS source FROM range({links}) t(i);
INSERT INTO instruments VALUES ('ins-live');
INSERT INTO instrument_status VALUES ('ins-live', 1, '2024', NULL, 'adopted');
"""
#: How many links stand in chains, and how long these are.
IN_CHAINS, LENGTHS = 200_000, (10, 100, 1_000)


def made(path: Path, links: int, length: int | None = None) -> None:
    """The tables of so many links in a file, those in chains of a length where one is given."""
    import duckdb

    recommendations = links // 3
    numbers = {"recommendations": recommendations, "objectives": recommendations // 2,
               "instruments": recommendations // 10}  # fmt: skip
    with duckdb.connect(str(path)) as database:
        database.execute(TABLES.format(as_of=AS_OF, links=links, **numbers))
        if length is not None:
            database.execute(CHAINS.format(links=links, length=length))


def computed(path: Path) -> dict[str, Any]:
    """What it takes to compute the states of the tables in a file: seconds of each statement that
    follows a chain and of all, and megabytes at most."""
    import duckdb

    statements = COVERAGE_IN_DUCKDB.read_text(encoding="utf-8")
    closures: list[float] = []
    with duckdb.connect(str(path)) as database:
        database.execute(f"SET threads = 2; SET memory_limit = '{MEMORY}'")
        begun = time.perf_counter()
        for statement in database.extract_statements(statements):
            start = time.perf_counter()
            database.execute(statement)
            if "FROM chains_of(" in statement.query and "MACRO" not in statement.query:
                closures.append(time.perf_counter() - start)
        whole = time.perf_counter() - begun
    return {
        "closures": closures, "all": whole,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }  # fmt: skip


def as_yaml(path: Path) -> str:
    """The records in a file of tables as a catalogue would hold them."""
    import duckdb

    with duckdb.connect(str(path), read_only=True) as database:

        def rows(asked: str) -> Iterator[dict[str, Any]]:
            found = database.execute(asked)
            heads = [column[0] for column in found.description or ()]
            for row in found.fetchall():
                pairs = zip(heads, row, strict=True)
                yield {key: value for key, value in pairs if value is not None}

        def parts(asked: str) -> dict[Any, list[dict[str, Any]]]:
            held: dict[Any, list[dict[str, Any]]] = {}
            for row in rows(asked):
                held.setdefault(row.pop("key"), []).append(row)
            return held

        status = parts('SELECT instrument AS key, "date", value, \'src-0\' AS source '
                       'FROM instrument_status ORDER BY instrument, "position"')  # fmt: skip
        responses = parts('SELECT recommendation AS key, "date", value, draft, '
                          "'src-0' AS source FROM recommendation_responses")  # fmt: skip
        proofs = parts("SELECT link AS key, source FROM link_evidence")
        data = {
            "sources": [
                {**row, "kind": "report", "title": "t", "publisher": "p"}
                for row in rows("FROM sources")
            ],
            "recommendations": [
                {**row, "title": "t", "responses": responses.get(row["id"], [])}
                for row in rows("FROM recommendations")
            ],
            "objectives": [{**row, "title": "t"} for row in rows("FROM objectives")],
            "instruments": [
                {**row, "name": "n", "kind": "fund", "level": "nl", "owner": "EZ",
                 "status": status[row["id"]]}
                for row in rows("FROM instruments")
            ],
            "links": [
                {"rationale": "r", "evidence": proofs.get(row.pop("link"), []), **row}
                for row in rows("FROM links ORDER BY link")
            ],
        }  # fmt: skip
    return yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False)


def held_against_ours(folder: Path, links: int) -> list[str]:
    """What this program takes for the same, from its start on, and whether the state of every
    recommendation is that of the tables."""
    import duckdb

    path = folder / "same.yaml"
    path.write_text(as_yaml(folder / f"{links}.duckdb"), encoding="utf-8")
    asked = python("-m", "dosa_trace", "coverage", "--catalog", str(path), "--as-of", AS_OF,
                   "-f", "json")  # fmt: skip
    start = time.perf_counter()
    answer = json.loads(subprocess.run(asked, capture_output=True, check=True).stdout)
    seconds = time.perf_counter() - start
    used = cost(asked)
    print(  # noqa: T201
        f"{links:>12,}  this program    {seconds:>6.1f} s in all, {used.memory:,.0f} MB"
    )
    ours = {one["id"]: one["state"] for one in answer["recommendations"]}
    with duckdb.connect(str(folder / f"{links}.duckdb"), read_only=True) as database:
        rows = database.execute("SELECT recommendation, state FROM sql_states").fetchall()
    return [] if ours == dict(rows) else [f"states of {links:,} links differ"]


def _run(path: Path) -> dict[str, Any]:
    """What `computed` says of a file, in a process of its own."""
    run = python("-m", "benchmarks.engine", "computed", str(path))
    done = subprocess.run(run, capture_output=True, check=True, text=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def main(sizes: list[int]) -> int:
    broken: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for links in sizes:
            path = folder / f"{links}.duckdb"
            made(path, links)
            found = _run(path)
            closures = ", ".join(f"{seconds:.1f}" for seconds in found["closures"])
            print(  # noqa: T201
                f"{links:>12,}  coverage.sql    {found['all']:>6.1f} s in all, "
                f"{found['memory']:,.0f} MB; chains of four kinds: {closures} s"
            )
            if links <= MOST_HERE:
                broken += held_against_ours(folder, links)
            if max(found["closures"]) > MOST_OF_ONE or found["all"] > MOST_OF_ALL:
                broken.append(f"{links:,} links take too long")
            if found["memory"] > MOST_MEMORY:
                broken.append(f"{links:,} links take too much memory")
            path.unlink()
        for length in LENGTHS:
            path = folder / f"chains-{length}.duckdb"
            made(path, IN_CHAINS, length)
            seconds = _run(path)["all"]
            row = f"{IN_CHAINS:>12,}  coverage.sql    {seconds:>6.1f} s in all"
            print(f"{row}, in chains of {length:,}")  # noqa: T201
    print(*broken, sep="\n", end="\n" if broken else "")  # noqa: T201
    return int(bool(broken))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["computed", path]:
            print(json.dumps(computed(Path(path))))  # noqa: T201
        case sizes:
            sys.exit(main([*map(int, sizes)] or [*SIZES]))
