// Package store keeps a library of digests in one SQLite file: their text and
// its parts, the statements coded in them, what the reader did (read, starred,
// corrected), feeds, and an index for searches. Every change is one transaction:
// it is there whole, or not at all.
package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"time"

	_ "modernc.org/sqlite" // the database driver "sqlite"

	"tachiba/data/clean"
	"tachiba/model"
)

// Store is an open library. It may be used by several goroutines, and the file
// by several processes.
type Store struct {
	db   *sql.DB
	path string
	now  func() time.Time

	// turn has room for the one goroutine that writes: it hands over at once, where
	// SQLite's own wait for another writer sleeps.
	turn chan struct{}

	// one reads a single statement: prepared, it takes a third of the time, and a
	// screen has dozens.
	one func() (*sql.Stmt, error)

	mu    sync.Mutex
	cache map[at]model.Statement // statements read, for views that draw them again and again
	last  lastFound              // by the last search
	fault error                  // of the last read that had nowhere to say it
}

// Open opens the library at path and makes it when there is none. The error is a
// *model.Problem: the file is no library (ProblemLibrary), was made by a newer
// program (ProblemNewerLibrary), or can't be opened. Such a file is not touched.
func Open(ctx context.Context, path string) (*Store, error) {
	if err := inspect(path); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, model.FileProblem(clean.Line(path), err)
	}
	db, err := sql.Open("sqlite", dsn(path))
	if err != nil {
		return nil, problem(path, err)
	}
	db.SetMaxIdleConns(4)
	s := &Store{db: db, path: path, now: time.Now, turn: make(chan struct{}, 1), cache: map[at]model.Statement{}}
	s.one = sync.OnceValues(func() (*sql.Stmt, error) { return db.Prepare(oneStatement) })
	if err := s.settleFile(ctx); err != nil {
		db.Close()
		return nil, s.problem(err)
	}
	return s, nil
}

// Exists tells whether there is a file at path.
func Exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// dsn returns the driver's name for a file. Writers take their turn at the start
// of a transaction, and wait for each other; a commit is on the disk.
func dsn(path string) string {
	q := url.Values{}
	q.Set("_txlock", "immediate")
	for _, p := range []string{"busy_timeout(5000)", "journal_mode(wal)", "synchronous(full)"} {
		q.Add("_pragma", p)
	}
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: q.Encode()}).String()
}

// Path returns the library's file.
func (s *Store) Path() string { return s.path }

// Close ends the use of the library.
func (s *Store) Close() error { return s.db.Close() }

// Fault returns the error of the last read that had nowhere to say it, and
// forgets it.
func (s *Store) Fault() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.fault
	s.fault = nil
	return err
}

// setFault keeps an error for Fault. That there is no such row is none: another
// process changed the library since the ledger was read.
func (s *Store) setFault(err error) {
	if errors.Is(err, sql.ErrNoRows) {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fault = s.problem(err)
}

// tx is one transaction, with what is written at its end.
type tx struct {
	*sql.Tx
	store    *Store
	numbers  map[name]int64 // of names, as far as they were asked for
	prepared map[string]*sql.Stmt
	delta    delta
	pending  []pending // to be indexed
}

// write runs do in one transaction: all of it holds, or nothing.
func (s *Store) write(ctx context.Context, do func(*tx) error) error {
	select {
	case s.turn <- struct{}{}:
		defer func() { <-s.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	t, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return s.problem(ended(ctx, err))
	}
	w := &tx{Tx: t, store: s, numbers: map[name]int64{}, prepared: map[string]*sql.Stmt{}, delta: delta{}}
	err = do(w)
	if err == nil {
		err = w.settleCells()
	}
	if err == nil {
		err = w.indexPending()
	}
	if err != nil {
		_ = t.Rollback() // the first error tells more
		return s.problem(ended(ctx, err))
	}
	if err := t.Commit(); err != nil {
		return s.problem(ended(ctx, err))
	}
	s.forget()
	return nil
}

// forget drops what was read before, of which the library may have another now.
func (s *Store) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.cache, s.last = map[at]model.Statement{}, lastFound{}
}

// run executes a statement that is prepared once a transaction.
func (t *tx) run(query string, args ...any) (sql.Result, error) {
	p, err := t.statement(query)
	if err != nil {
		return nil, err
	}
	return p.Exec(args...)
}

// row asks for one row by a statement that is prepared once a transaction.
func (t *tx) row(query string, args ...any) rowScanner {
	p, err := t.statement(query)
	if err != nil {
		return failedRow{err}
	}
	return p.QueryRow(args...)
}

func (t *tx) statement(query string) (*sql.Stmt, error) {
	if p := t.prepared[query]; p != nil {
		return p, nil
	}
	p, err := t.Prepare(query)
	if err == nil {
		t.prepared[query] = p
	}
	return p, err
}

type rowScanner interface{ Scan(dest ...any) error }

type failedRow struct{ err error }

func (r failedRow) Scan(...any) error { return r.err }

// querier is a database or a transaction.
type querier interface {
	Query(query string, args ...any) (*sql.Rows, error)
	QueryRow(query string, args ...any) *sql.Row
}

// each calls scan for each row of a query.
func each(q querier, scan func(*sql.Rows) error, query string, args ...any) error {
	rows, err := q.Query(query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
