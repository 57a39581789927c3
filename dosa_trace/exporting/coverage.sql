-- The state of every recommendation, from the tables alone (docs/rules.md, "Coverage, exactly").
--
-- Nothing of the program is used: only the tables of records, and `asked`, which says on which day
-- (as_of) and on what basis ('inferred' or 'stated'). The answer is the view sql_states. Run it in
-- a file that `dosa-trace export -f sqlite` wrote: sqlite3 catalogue.db < coverage.sql
-- It needs SQLite 3.38 or later. In DuckDB's words it is coverage.duckdb.sql.

DROP VIEW IF EXISTS sql_states;
DROP VIEW IF EXISTS sql_support;
DROP VIEW IF EXISTS sql_groups;
DROP VIEW IF EXISTS sql_counted;
DROP VIEW IF EXISTS sql_link_day;
DROP VIEW IF EXISTS sql_ending;
DROP VIEW IF EXISTS sql_record_day;
DROP VIEW IF EXISTS sql_response_day;
DROP VIEW IF EXISTS sql_status_day;
DROP VIEW IF EXISTS sql_source_day;

-- A date may be a year or a month: it counts from its last day, so that nothing holds too early. An
-- event without a date counts from the day on which it was read.
CREATE VIEW sql_source_day AS
SELECT id, CASE length("date") WHEN 4 THEN "date" || '-12-31'
                               WHEN 7 THEN date("date" || '-01', '+1 month', '-1 day')
                               ELSE "date" END AS day
FROM sources;

CREATE VIEW sql_status_day AS
SELECT instrument, "position", value,
       CASE length(coalesce("date", "read"))
         WHEN 4 THEN coalesce("date", "read") || '-12-31'
         WHEN 7 THEN date(coalesce("date", "read") || '-01', '+1 month', '-1 day')
         ELSE coalesce("date", "read") END AS day
FROM instrument_status;

CREATE VIEW sql_response_day AS
SELECT recommendation, "position", value, draft,
       CASE length(coalesce("date", "read"))
         WHEN 4 THEN coalesce("date", "read") || '-12-31'
         WHEN 7 THEN date(coalesce("date", "read") || '-01', '+1 month', '-1 day')
         ELSE coalesce("date", "read") END AS day
FROM recommendation_responses;

-- From when a record is known. A recommendation: from its source. An instrument: from its first
-- status. An objective: from its source, else from its earliest evidence, else always. No day:
-- never.
CREATE VIEW sql_record_day AS
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
CREATE VIEW sql_ending AS
SELECT e.instrument AS id, e.value IN ('adopted', 'in-progress', 'completed') AS live
FROM instrument_status e JOIN (
  SELECT k.instrument, max(k."position") AS "position" FROM sql_status_day k
  CROSS JOIN asked WHERE k.day <= asked.as_of
  GROUP BY k.instrument) latest USING (instrument, "position")
WHERE e.value IN ('adopted', 'in-progress', 'completed', 'announced');

-- From when a link is known: its since, else its earliest evidence that bears a date, else from
-- when both of its ends are.
CREATE VIEW sql_link_day AS
SELECT l.link, coalesce(
  CASE length(l.since) WHEN 4 THEN l.since || '-12-31'
                       WHEN 7 THEN date(l.since || '-01', '+1 month', '-1 day')
                       ELSE l.since END,
  (SELECT min(s.day) FROM link_evidence e JOIN sql_source_day s ON s.id = e.source
   WHERE e.link = l.link),
  CASE WHEN f.day > t.day THEN f.day ELSE t.day END) AS day
FROM links l LEFT JOIN sql_record_day f ON f.id = l."from"
             LEFT JOIN sql_record_day t ON t.id = l."to";

-- The links that count: supporting, known on the day with both of their ends, and well enough
-- founded; those that software suggested never.
CREATE VIEW sql_counted AS
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
CREATE VIEW sql_groups AS
SELECT l."from", l.joint, count(*) AS members, min(c.extent) AS extent
FROM links l LEFT JOIN sql_counted c ON c.link = l.link
WHERE l.joint IS NOT NULL AND l.relation = 'supports'
GROUP BY l."from", l.joint;

-- What each kind of chain leads from. Each round adds what a counted link, or all links of a group,
-- lead from to what is there; it ends with the round that adds nothing. A chain is as strong as its
-- weakest link, so each kind takes only links of its extent or more.
CREATE VIEW sql_support AS
WITH RECURSIVE rounds (kind, extent, promised, nodes, before) AS (
  SELECT k.column1, k.column2, k.column3,
         (SELECT json_group_array(id) FROM sql_ending WHERE live OR k.column3), -1
  FROM (VALUES ('covered', 3, 0), ('partly', 2, 0), ('planned', 2, 1), ('mentioned', 1, 1)) k
  UNION ALL
  SELECT r.kind, r.extent, r.promised,
    (SELECT json_group_array(id) FROM (
       SELECT value AS id FROM json_each(r.nodes)
       UNION
       SELECT c."from" FROM sql_counted c
       WHERE c.joint IS NULL AND c.extent >= r.extent
         AND c."to" IN (SELECT value FROM json_each(r.nodes))
       UNION
       SELECT g."from" FROM sql_groups g
       WHERE g.extent >= r.extent
         AND g.members = (SELECT count(*) FROM sql_counted c
                          WHERE c."from" = g."from" AND c.joint = g.joint
                            AND c."to" IN (SELECT value FROM json_each(r.nodes))))),
    json_array_length(r.nodes)
  FROM rounds r WHERE json_array_length(r.nodes) > r.before)
SELECT DISTINCT kind, n.value AS id FROM rounds, json_each(rounds.nodes) n;

-- The first that holds: covered, partly, planned; else declined, where the last response that was
-- given by the day (no draft) is a rejection or says that existing policy suffices; else open.
CREATE VIEW sql_states AS
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
