-- The state of every recommendation, from the tables alone (docs/rules.md, "Coverage, exactly").
--
-- This is coverage.sql in the words of DuckDB, for millions of links: what is asked for again and
-- again is a table here, and a chain goes on only from what is new. The answer is the table
-- sql_states; where `asked` changes, run it again. Run it in the folder that
-- `dosa-trace export -f parquet` wrote: duckdb -cmd '.read tables.sql' -cmd '.read coverage.sql'
-- It needs DuckDB 1.3 or later.

-- The last day of a date, which may be a year or a month.
CREATE OR REPLACE MACRO last_day_of(day) AS
CASE length(day) WHEN 4 THEN day || '-12-31'
                 WHEN 7 THEN CAST(last_day(TRY_CAST(day || '-01' AS DATE)) AS VARCHAR)
                 ELSE day END;

-- A date may be a year or a month: it counts from its last day, so that nothing holds too early. An
-- event without a date counts from the day on which it was read.
CREATE OR REPLACE TABLE sql_source_day AS
SELECT id, last_day_of("date") AS day
FROM sources;

CREATE OR REPLACE TABLE sql_status_day AS
SELECT instrument, "position", value,
       last_day_of(coalesce("date", "read")) AS day
FROM instrument_status;

CREATE OR REPLACE TABLE sql_response_day AS
SELECT recommendation, "position", value, draft,
       last_day_of(coalesce("date", "read")) AS day
FROM recommendation_responses;

-- From when a record is known. A recommendation: from its source. An instrument: from its first
-- status. An objective: from its source, else from its earliest evidence, else always. No day:
-- never.
CREATE OR REPLACE TABLE sql_record_day AS
SELECT r.id, s.day FROM recommendations r LEFT JOIN sql_source_day s ON s.id = r.source
UNION ALL
SELECT instrument, min(day) FROM sql_status_day GROUP BY instrument
UNION ALL
SELECT o.id, coalesce((SELECT s.day FROM sql_source_day s WHERE s.id = o.source),
                      (SELECT min(s.day) FROM objective_evidence e
                       JOIN sql_source_day s ON s.id = e.source WHERE e.objective = o.id),
                      '0001-01-01')
FROM objectives o;

-- What an instrument is on the day, by the last status in the file that is known then: live (true),
-- announced (false); one that is paused, stopped or superseded is neither.
CREATE OR REPLACE TABLE sql_ending AS
SELECT e.instrument AS id, e.value IN ('adopted', 'in-progress', 'completed') AS live
FROM instrument_status e JOIN (
  SELECT k.instrument, max(k."position") AS "position" FROM sql_status_day k
  CROSS JOIN asked WHERE k.day <= asked.as_of
  GROUP BY k.instrument) latest USING (instrument, "position")
WHERE e.value IN ('adopted', 'in-progress', 'completed', 'announced');

-- From when a link is known: its since, else its earliest evidence that bears a date, else from
-- when both of its ends are.
CREATE OR REPLACE TABLE sql_link_day AS
SELECT l.link, coalesce(
  last_day_of(l.since),
  (SELECT min(s.day) FROM link_evidence e JOIN sql_source_day s ON s.id = e.source
   WHERE e.link = l.link),
  CASE WHEN f.day > t.day THEN f.day ELSE t.day END) AS day
FROM links l LEFT JOIN sql_record_day f ON f.id = l."from"
             LEFT JOIN sql_record_day t ON t.id = l."to";

-- The links that count: supporting, known on the day with both of their ends, and well enough
-- founded; those that software suggested never.
CREATE OR REPLACE TABLE sql_counted AS
SELECT l.link, l."from", l."to", l.joint,
       CASE l.extent WHEN 'full' THEN 3 WHEN 'partial' THEN 2 WHEN 'marginal' THEN 1 END AS extent
FROM links l CROSS JOIN asked
JOIN sql_link_day d ON d.link = l.link
JOIN sql_record_day f ON f.id = l."from"
JOIN sql_record_day t ON t.id = l."to"
WHERE l.relation = 'supports' AND d.day <= asked.as_of
  AND f.day <= asked.as_of AND t.day <= asked.as_of
  AND (l.basis = 'stated' OR (l.basis = 'inferred' AND asked.basis = 'inferred'));

-- Links with the same beginning and the same joint name count only together: one that does not
-- count is one that the group waits for, for ever.
CREATE OR REPLACE TABLE sql_groups AS
SELECT l."from", l.joint, count(*) AS members, min(c.extent) AS extent
FROM links l LEFT JOIN sql_counted c ON c.link = l.link
WHERE l.joint IS NOT NULL AND l.relation = 'supports'
GROUP BY l."from", l.joint;

-- What each kind of chain leads from. Each round begins at what the round before added (`reached`),
-- and adds what a counted link leads from to that, and what a group leads from whose links all lead
-- to something that is there by now (`recurring.reached`). It ends with the round that adds nothing.
-- A chain is as strong as its weakest link, so each kind takes only links of its extent or more.
CREATE OR REPLACE MACRO chains_of(least, promised) AS TABLE
WITH RECURSIVE reached (id) USING KEY (id) AS (
  SELECT id FROM sql_ending WHERE live OR promised
  UNION
  (SELECT c."from" FROM reached r JOIN sql_counted c ON c."to" = r.id
   WHERE c.joint IS NULL AND c.extent >= least
     AND NOT EXISTS (SELECT 1 FROM recurring.reached k WHERE k.id = c."from")
   UNION
   SELECT c."from" FROM (
     SELECT DISTINCT n."from", n.joint FROM reached r JOIN sql_counted n ON n."to" = r.id
     WHERE n.joint IS NOT NULL) near
   JOIN sql_groups g USING ("from", joint)
   JOIN sql_counted c USING ("from", joint)
   JOIN recurring.reached k ON k.id = c."to"
   WHERE g.extent >= least
     AND NOT EXISTS (SELECT 1 FROM recurring.reached k WHERE k.id = c."from")
   GROUP BY c."from", c.joint, g.members HAVING g.members = count(*)))
SELECT id FROM reached;

CREATE OR REPLACE TABLE sql_support AS SELECT 'covered' AS kind, id FROM chains_of(3, false);
INSERT INTO sql_support SELECT 'partly', id FROM chains_of(2, false);
INSERT INTO sql_support SELECT 'planned', id FROM chains_of(2, true);
INSERT INTO sql_support SELECT 'mentioned', id FROM chains_of(1, true);

-- The first that holds: covered, partly, planned; else declined, where the last response that was
-- given by the day (no draft) is a rejection or says that existing policy suffices; else open.
CREATE OR REPLACE TABLE sql_states AS
WITH known AS (
  SELECT d.id FROM sql_record_day d JOIN recommendations r ON r.id = d.id CROSS JOIN asked
  WHERE d.day <= asked.as_of),
answers AS (
  SELECT e.recommendation AS id, e.value FROM recommendation_responses e JOIN (
    SELECT k.recommendation, max(k."position") AS "position" FROM sql_response_day k
    CROSS JOIN asked WHERE NOT k.draft AND k.day <= asked.as_of
    GROUP BY k.recommendation) latest USING (recommendation, "position")),
found AS (
  SELECT id, CASE WHEN id IN (SELECT id FROM sql_support WHERE kind = 'covered') THEN 'covered'
                  WHEN id IN (SELECT id FROM sql_support WHERE kind = 'partly') THEN 'partly'
                  WHEN id IN (SELECT id FROM sql_support WHERE kind = 'planned') THEN 'planned'
                  WHEN id IN (SELECT id FROM sql_support WHERE kind = 'mentioned') THEN 'mentioned'
             END AS chain
  FROM known)
SELECT f.id AS recommendation,
       CASE WHEN f.chain IN ('covered', 'partly', 'planned') THEN f.chain
            WHEN a.value IN ('rejected', 'existing-policy') THEN 'declined'
            ELSE 'gap' END AS state,
       CASE f.chain WHEN 'mentioned' THEN 1 ELSE 0 END AS mentioned
FROM found f LEFT JOIN answers a ON a.id = f.id;
