package store

import (
	"context"

	"tachiba/model"
)

// Mark sets the marks of digests, of all or, where one is unknown, of none.
func (s *Store) Mark(ctx context.Context, ids []string, m model.Marks) error {
	return s.write(ctx, func(t *tx) error {
		for _, id := range ids {
			k, found, err := t.kept("WHERE name = ? AND removed = 0", id)
			if err != nil {
				return err
			}
			if !found {
				return unknown(id)
			}
			if _, err := t.run("UPDATE digest SET read = coalesce(?, read), starred = coalesce(?, starred) WHERE id = ?", m.Read, m.Starred, k.id); err != nil {
				return err
			}
		}
		return nil
	})
}

// Remove takes digests out of the library, all or, where one is unknown, none.
// Restore brings them back as they were, until Purge.
func (s *Store) Remove(ctx context.Context, ids []string) error {
	return s.write(ctx, func(t *tx) error {
		for _, id := range ids {
			k, found, err := t.kept("WHERE name = ? AND removed = 0", id)
			if err != nil {
				return err
			}
			if !found {
				return unknown(id)
			}
			if err := t.remove(k); err != nil {
				return err
			}
		}
		return nil
	})
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
	return s.write(ctx, func(t *tx) error {
		for _, id := range ids {
			k, found, err := t.kept("WHERE name = ? AND removed <> 0 AND EXISTS (SELECT 1 FROM body WHERE body.digest = digest.id)", id)
			if err != nil {
				return err
			}
			if !found {
				return unknown(id)
			}
			if err := t.restore(k.id); err != nil {
				return err
			}
		}
		return nil
	})
}

func (t *tx) restore(id int64) error {
	if _, err := t.run("UPDATE digest SET removed = 0 WHERE id = ?", id); err != nil {
		return err
	}
	d, err := readDigest(t.Tx, id)
	if err != nil {
		return err
	}
	if err := t.index(id, d.Newest(), d.Sentences); err != nil {
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
