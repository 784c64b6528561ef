package store

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"tachiba/data/clean"
	"tachiba/model"
)

// application marks a file as a library: "tchb" (SQLite's application_id).
const application = 0x74636862

// header is the start of every SQLite file (https://sqlite.org/fileformat.html).
const header = "SQLite format 3\x00"

// inspect tells, without opening it as a database, whether the file at path is
// one that this program may open: none, an empty one, or a library.
func inspect(path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	shown := clean.Line(path)
	if err != nil {
		return model.FileProblem(shown, err)
	}
	if !info.Mode().IsRegular() { // to open a pipe would wait for ever
		return &model.Problem{Code: model.ProblemNotAFile, Path: shown}
	}
	f, err := os.Open(path)
	if err != nil {
		return model.FileProblem(shown, err)
	}
	defer f.Close()
	b := make([]byte, 100)
	n, err := io.ReadFull(f, b)
	switch {
	case n == 0:
		return nil // an empty file is a new library
	case err != nil || string(b[:len(header)]) != header:
		return &model.Problem{Code: model.ProblemLibrary, Path: shown, Err: errors.New("no SQLite database")}
	}
	schema, version, app := binary.BigEndian.Uint32(b[40:]), binary.BigEndian.Uint32(b[60:]), binary.BigEndian.Uint32(b[68:])
	switch {
	case app != application && (app != 0 || version != 0 || schema != 0): // a library without its marks has no table yet
		return &model.Problem{Code: model.ProblemLibrary, Path: shown, Err: errors.New("another program's database")}
	case int(version) > len(migrations):
		return &model.Problem{Code: model.ProblemNewerLibrary, Path: shown}
	}
	return nil
}

func (s *Store) problem(err error) error { return problem(s.path, err) }

// ended returns the error of an operation of the database, that of its context
// where that ended: the driver then says only that the transaction is over.
func ended(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// errDamaged is the error for values that no program wrote so.
var errDamaged = errors.New("values do not belong together")

// problem returns a database error as one that a person understands. Errors that
// are problems already, and those of a context, stay. An error that is not the
// database's own is about values that it did not see to be wrong.
func problem(path string, err error) error {
	var known *model.Problem
	var fault *sqlite.Error
	switch {
	case err == nil, errors.As(err, &known), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case !errors.As(err, &fault):
		return &model.Problem{Code: model.ProblemLibrary, Path: clean.Line(path), Err: err}
	}
	p := &model.Problem{Code: model.ProblemUnreadable, Path: clean.Line(path), Err: err}
	switch fault.Code() & 0xff {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_CONSTRAINT:
		// The queries are right: where they fail, tables or values are not as they were written.
		p.Code = model.ProblemLibrary
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		p.Code = model.ProblemBusy
	case sqlite3.SQLITE_FULL:
		p.Code = model.ProblemFull
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH:
		p.Code = model.ProblemPermission
	case sqlite3.SQLITE_IOERR:
		if fault.Code() == sqlite3.SQLITE_IOERR_WRITE || fault.Code() == sqlite3.SQLITE_IOERR_SHMSIZE || fault.Code() == sqlite3.SQLITE_IOERR_FSYNC {
			p.Code = model.ProblemFull // what a full disk shows as, beside SQLITE_FULL
		}
	}
	return p
}

// unknown is the error for a name that the library does not have.
func unknown(name string) error {
	return &model.Problem{Code: model.ProblemUnknown, Path: clean.Line(name)}
}
