package store

import (
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
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	shown := clean.Line(path)
	if err != nil {
		return model.FileProblem(shown, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return &model.Problem{Code: model.ProblemNotAFile, Path: shown, Err: err}
	}
	b := make([]byte, 100)
	n, err := io.ReadFull(f, b)
	switch {
	case n == 0:
		return nil // an empty file is a new library
	case err != nil || string(b[:len(header)]) != header:
		return &model.Problem{Code: model.ProblemLibrary, Path: shown, Err: errors.New("no SQLite database")}
	}
	version, app := binary.BigEndian.Uint32(b[60:]), binary.BigEndian.Uint32(b[68:])
	switch {
	case app != application && (app != 0 || version != 0):
		return &model.Problem{Code: model.ProblemLibrary, Path: shown, Err: errors.New("another program's database")}
	case int(version) > len(migrations):
		return &model.Problem{Code: model.ProblemNewerLibrary, Path: shown}
	}
	return nil
}

func (s *Store) problem(err error) error { return problem(s.path, err) }

// problem returns a database error as one that a person understands. Errors that
// are problems already, and those of a context, stay.
func problem(path string, err error) error {
	var known *model.Problem
	var fault *sqlite.Error
	if err == nil || errors.As(err, &known) || !errors.As(err, &fault) {
		return err
	}
	p := &model.Problem{Code: model.ProblemUnreadable, Path: clean.Line(path), Err: err}
	switch fault.Code() & 0xff {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
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
