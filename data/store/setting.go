package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"tachiba/model"
)

// settingSeen is the key of the digest that was the last one at the reader's
// last visit; settingVisit is when that was, in seconds since 1970.
const (
	settingSeen  = "seen"
	settingVisit = "visit"
)

// lastSeen returns the key of the last digest that was there at the reader's last
// visit; where there was none, nothing is new.
func lastSeen(q querier) (seen int64, err error) {
	err = q.QueryRow("SELECT cast(value AS INTEGER) FROM setting WHERE key = ?", settingSeen).Scan(&seen)
	if errors.Is(err, sql.ErrNoRows) {
		err = q.QueryRow("SELECT coalesce(max(id), 0) FROM digest").Scan(&seen)
	}
	return seen, err
}

// Visit tells that the reader has seen what is in the library up to now.
func (s *Store) Visit(ctx context.Context) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.run(`INSERT OR REPLACE INTO setting (key, value) SELECT ?, coalesce(max(id), 0) FROM digest
			UNION ALL SELECT ?, ?`, settingSeen, settingVisit, s.now().Unix())
		return err
	})
}

// LastVisit returns when the reader's last visit was, the zero time for never.
func (s *Store) LastVisit(ctx context.Context) (time.Time, error) {
	var at int64
	err := s.db.QueryRowContext(ctx, "SELECT cast(value AS INTEGER) FROM setting WHERE key = ?", settingVisit).Scan(&at)
	if errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, nil
	}
	return time.Unix(at, 0), s.problem(err)
}

// SaveFilter keeps a filter under a name, over one of the same name.
func (s *Store) SaveFilter(ctx context.Context, name string, f model.Filter) error {
	b, err := json.Marshal(f)
	if err != nil {
		return err
	}
	return s.write(ctx, func(t *tx) error {
		_, err := t.run("INSERT OR REPLACE INTO filter (name, filter) VALUES (?, ?)", name, string(b))
		return err
	})
}

// RemoveFilter forgets a saved filter. The error is ProblemUnknown without one.
func (s *Store) RemoveFilter(ctx context.Context, name string) error {
	return s.write(ctx, func(t *tx) error {
		r, err := t.run("DELETE FROM filter WHERE name = ?", name)
		if err != nil {
			return err
		}
		if n, err := r.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, unknown(name))
		}
		return nil
	})
}

// Filters returns the saved filters in the order of their names.
func (s *Store) Filters(ctx context.Context) (list []model.SavedFilter, err error) {
	err = each(s.db, func(rows *sql.Rows) error {
		var f model.SavedFilter
		var b string
		if err := rows.Scan(&f.Name, &b); err != nil {
			return err
		}
		list = append(list, f)
		return json.Unmarshal([]byte(b), &list[len(list)-1].Filter)
	}, "SELECT name, filter FROM filter ORDER BY name")
	if err == nil {
		err = ctx.Err()
	}
	return list, s.problem(err)
}
