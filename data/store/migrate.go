package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"path"
	"time"

	"tachiba/data/clean"
	"tachiba/model"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migration is a step from one version of the schema to the next: SQL, and what
// SQL alone can't do.
type migration struct {
	sql  string
	then func(context.Context, *sql.Tx) error // nil for nothing
}

// migrations are the steps in their order; the library's version (SQLite's
// user_version) is how many it has had.
var migrations = readMigrations()

func readMigrations() (steps []migration) {
	then := map[string]func(context.Context, *sql.Tx) error{"002_speakers.sql": packSpeakers}
	entries, err := migrationFiles.ReadDir("migrations") // sorted by name
	if err != nil {
		panic(err) // compiled in
	}
	for _, e := range entries {
		b, err := migrationFiles.ReadFile(path.Join("migrations", e.Name()))
		if err != nil {
			panic(err)
		}
		steps = append(steps, migration{string(b), then[e.Name()]})
	}
	return steps
}

// openPatience is how long Open waits for another program that is making the
// library at the same moment; openPause is between two tries.
const openPatience, openPause = 5 * time.Second, 20 * time.Millisecond

// settleFile migrates, again and again while the file is busy: SQLite does not wait
// for another program while it turns a new file to its write-ahead log.
func (s *Store) settleFile(ctx context.Context) error {
	for deadline := time.Now().Add(openPatience); ; {
		err := s.migrate(ctx)
		var p *model.Problem
		if !errors.As(s.problem(err), &p) || p.Code != model.ProblemBusy || time.Now().After(deadline) {
			return err
		}
		select {
		case <-time.After(openPause):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// migrate brings the library to the present version, each step in a transaction
// of its own. Of two programs at it at once, one waits and finds it done.
func (s *Store) migrate(ctx context.Context) error {
	for {
		version, err := s.version(ctx)
		if err != nil || version == len(migrations) {
			return err
		}
		if err := s.step(ctx); err != nil {
			return err
		}
	}
}

func (s *Store) version(ctx context.Context) (version int, err error) {
	err = s.db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	if err == nil && version > len(migrations) {
		err = &model.Problem{Code: model.ProblemNewerLibrary, Path: clean.Line(s.path)}
	}
	return version, err
}

// step runs the next migration, if there is one still.
func (s *Store) step(ctx context.Context) error {
	t, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = t.Rollback() }() // nothing after a commit
	var version int
	if err := t.QueryRow("PRAGMA user_version").Scan(&version); err != nil || version >= len(migrations) {
		return err
	}
	if err := migrations[version].run(ctx, t); err != nil {
		return fmt.Errorf("migration %d: %w", version+1, err)
	}
	if _, err := t.Exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", application, version+1)); err != nil {
		return err
	}
	return t.Commit()
}

func (m migration) run(ctx context.Context, t *sql.Tx) error {
	if _, err := t.Exec(m.sql); err != nil || m.then == nil {
		return err
	}
	return m.then(ctx, t)
}
