package store

import (
	"context"
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

// migrations are the steps from one version of the schema to the next, in order;
// the library's version (SQLite's user_version) is how many it has had.
var migrations = readMigrations()

func readMigrations() (steps []string) {
	entries, err := migrationFiles.ReadDir("migrations") // sorted by name
	if err != nil {
		panic(err) // compiled in
	}
	for _, e := range entries {
		b, err := migrationFiles.ReadFile(path.Join("migrations", e.Name()))
		if err != nil {
			panic(err)
		}
		steps = append(steps, string(b))
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
	if _, err := t.Exec(migrations[version]); err != nil {
		return fmt.Errorf("migration %d: %w", version+1, err)
	}
	if _, err := t.Exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", application, version+1)); err != nil {
		return err
	}
	return t.Commit()
}
