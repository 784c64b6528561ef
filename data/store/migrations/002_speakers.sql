-- Who spoke is packed with the statements that hold, so that it is known without
-- reading them. The names of speakers get numbers here; the codes are packed anew by
-- packSpeakers, in the same transaction.
INSERT INTO name (id, kind, text)
SELECT (SELECT max(65535, coalesce(max(id), 0)) FROM name) + row_number() OVER (ORDER BY first), 'speaker', speaker
FROM (SELECT speaker, min(sentence) AS first FROM statement WHERE shown AND speaker <> '' GROUP BY speaker);
