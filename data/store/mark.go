package store

import (
	"context"
	"database/sql"

	"tachiba/model"
)

// Mark sets the marks of digests, of all or, where one is unknown, of none.
func (s *Store) Mark(ctx context.Context, ids []string, m model.Marks) error {
	return s.writeEach(ctx, ids, "removed = 0", func(t *tx, k kept) error {
		_, err := t.run("UPDATE digest SET read = coalesce(?, read), starred = coalesce(?, starred) WHERE id = ?", m.Read, m.Starred, k.id)
		return err
	})
}

// writeEach runs do for digests in one transaction: for all or, where there is
// none of a name that meets a condition, for none.
func (s *Store) writeEach(ctx context.Context, ids []string, condition string, do func(*tx, kept) error) error {
	return s.write(ctx, func(t *tx) error {
		for _, id := range ids {
			k, found, err := t.kept("WHERE name = ? AND "+condition, id)
			if err != nil {
				return err
			}
			if !found {
				return unknown(id)
			}
			if err := do(t, k); err != nil {
				return err
			}
		}
		return nil
	})
}

// Remove takes digests out of the library, all or, where one is unknown, none.
// Restore brings them back as they were, until Purge.
func (s *Store) Remove(ctx context.Context, ids []string) error {
	return s.writeEach(ctx, ids, "removed = 0", (*tx).remove)
}

func (t *tx) remove(k kept) error {
	if err := t.unindex(k); err != nil {
		return err
	}
	if err := t.setCodes(k.id, packCodes(nil)); err != nil {
		return err
	}
	if _, err := t.run("UPDATE statement SET shown = 0 WHERE shown AND sentence BETWEEN ? AND ?", key(k.id, 0), key(k.id, maxParts-1)); err != nil {
		return err
	}
	_, err := t.run("UPDATE digest SET removed = ? WHERE id = ?", t.store.now().Unix(), k.id)
	return err
}

// Restore brings removed digests back, all or, where one is not there, none.
func (s *Store) Restore(ctx context.Context, ids []string) error {
	return s.writeEach(ctx, ids, restorable, func(t *tx, k kept) error { return t.restore(k.id) })
}

// restorable is the condition of digests that were removed and not yet forgotten.
const restorable = "removed <> 0 AND EXISTS (SELECT 1 FROM body WHERE body.digest = digest.id)"

// Removed returns the digests that Restore can bring back, the last removed first.
func (s *Store) Removed(ctx context.Context) (list []model.Listing, err error) {
	err = s.read(ctx, func(q querier) error {
		return each(q, func(rows *sql.Rows) error {
			var x model.Listing
			err := rows.Scan(&x.ID, &x.Title, &x.Source, &x.Date, &x.Read, &x.Starred)
			list = append(list, x)
			return err
		}, "SELECT name, title, source, date, read, starred FROM digest WHERE "+restorable+" ORDER BY removed DESC, id DESC")
	})
	return list, s.problem(err)
}

func (t *tx) restore(id int64) error {
	if _, err := t.run("UPDATE digest SET removed = 0 WHERE id = ?", id); err != nil {
		return err
	}
	d, err := readDigest(t.Tx, id)
	if err != nil {
		return err
	}
	if err := t.index(id, d.Newest(), documents(d.Sentences)); err != nil {
		return err
	}
	return t.settle(id)
}

// keptRemoved is how long removed digests can be brought back.
const keptRemoved = 30 * 24 * 3600

// Purge forgets the text of digests that were removed a month ago. That they
// were removed stays known, so that no feed brings them back.
func (s *Store) Purge(ctx context.Context) error {
	return s.write(ctx, func(t *tx) error {
		before := s.now().Unix() - keptRemoved
		const which = "IN (SELECT id FROM digest WHERE removed <> 0 AND removed < ?)"
		for _, query := range []string{
			"DELETE FROM section WHERE id >> 22 " + which, "DELETE FROM card WHERE id >> 22 " + which, "DELETE FROM sentence WHERE id >> 22 " + which,
			"DELETE FROM statement WHERE sentence >> 22 " + which, "DELETE FROM body WHERE digest " + which,
		} {
			if _, err := t.run(query, before); err != nil {
				return err
			}
		}
		return nil
	})
}
