package store

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"time"

	"tachiba/model"
)

// Correct keeps a correction and returns its ID. The digest need not be there:
// a team's corrections wait for it.
func (s *Store) Correct(ctx context.Context, c model.Correction) (int64, error) {
	ids, err := s.CorrectAll(ctx, []model.Correction{c})
	if err != nil {
		return 0, err
	}
	return ids[0], nil
}

// CorrectAll keeps corrections, all or none, and returns their IDs. One that is
// there already, by all but its time, is not kept twice: it has the ID 0.
func (s *Store) CorrectAll(ctx context.Context, list []model.Correction) ([]int64, error) {
	ids := make([]int64, len(list))
	err := s.write(ctx, func(t *tx) error {
		touched := map[string]bool{}
		for i, c := range list {
			at := c.At
			if at.IsZero() {
				at = s.now()
			}
			r, err := t.run(`INSERT INTO correction (digest, line, sentence, verdict, actor, topic, stance, new_actor, new_topic, new_stance, at, by)
				SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12 WHERE ?12 = '' OR NOT EXISTS (SELECT 1 FROM correction WHERE digest = ?1
				AND sentence = ?3 AND verdict = ?4 AND actor = ?5 AND topic = ?6 AND stance = ?7 AND new_actor = ?8 AND new_topic = ?9 AND new_stance = ?10 AND NOT undone)`,
				c.Digest, c.Line, c.Sentence, c.Verdict, c.Was.Actor, c.Was.Topic, c.Was.Stance, c.Now.Actor, c.Now.Topic, c.Now.Stance, at.Unix(), c.By)
			if err != nil {
				return err
			}
			if n, err := r.RowsAffected(); err != nil || n == 0 {
				continue
			}
			if ids[i], err = r.LastInsertId(); err != nil {
				return err
			}
			touched[c.Digest] = true
		}
		return t.settleNamed(touched)
	})
	return ids, err
}

// settleNamed makes anew what holds of the digests with these IDs, where they are.
func (t *tx) settleNamed(names map[string]bool) error {
	for name := range names {
		k, found, err := t.kept("WHERE name = ? AND removed = 0", name)
		if err != nil {
			return err
		}
		if found {
			if err := t.settle(k.id); err != nil {
				return err
			}
		}
	}
	return nil
}

// SetUndone undoes a correction or does it again. The error is ProblemUnknown
// where there is none.
func (s *Store) SetUndone(ctx context.Context, id int64, undone bool) error {
	return s.write(ctx, func(t *tx) error {
		var digest string
		err := t.row("UPDATE correction SET undone = ? WHERE id = ? RETURNING digest", undone, id).Scan(&digest)
		if errors.Is(err, sql.ErrNoRows) {
			return unknown(strconv.FormatInt(id, 10))
		}
		if err != nil {
			return err
		}
		return t.settleNamed(map[string]bool{digest: true})
	})
}

// Corrections returns all corrections in the order in which they were made,
// undone ones too.
func (s *Store) Corrections(ctx context.Context) ([]model.Correction, error) {
	list, err := corrections(s.db, "ORDER BY id")
	if err == nil {
		err = ctx.Err()
	}
	return list, s.problem(err)
}

func corrections(q querier, where string, args ...any) (list []model.Correction, err error) {
	err = each(q, func(rows *sql.Rows) error {
		var c model.Correction
		var at int64
		err := rows.Scan(&c.ID, &c.Digest, &c.Line, &c.Sentence, &c.Verdict, &c.Was.Actor, &c.Was.Topic, &c.Was.Stance,
			&c.Now.Actor, &c.Now.Topic, &c.Now.Stance, &at, &c.By, &c.Undone, &c.Lost)
		c.At = time.Unix(at, 0).UTC()
		list = append(list, c)
		return err
	}, `SELECT id, digest, line, sentence, verdict, actor, topic, stance, new_actor, new_topic, new_stance, at, by, undone,
		EXISTS (SELECT 1 FROM digest WHERE name = correction.digest) AND NOT EXISTS (SELECT 1 FROM digest d JOIN sentence s
			ON s.id BETWEEN d.id << 22 AND (d.id + 1 << 22) - 1 WHERE d.name = correction.digest AND s.text = correction.sentence) FROM correction `+where, args...)
	return list, err
}
