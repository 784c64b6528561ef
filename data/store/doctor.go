package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"hash/fnv"
	"os"
	"slices"
	"strings"

	"tachiba/data/clean"
	"tachiba/model"
)

// Check looks the library over and returns the faults that it finds, none when
// it is sound. It changes nothing.
func (s *Store) Check(ctx context.Context) (list []model.Finding, err error) {
	// A connection of its own: SQLite's check of the search index (FTS5) goes by
	// what a connection knew of it, and takes what others wrote since for damage.
	db, err := sql.Open("sqlite", dsn(s.path))
	if err != nil {
		return nil, s.problem(err)
	}
	defer db.Close()
	err = readFrom(ctx, db, func(q querier) error {
		damage, err := integrity(q)
		if isDamage(err) {
			damage = append(damage, err.Error())
		} else if err != nil {
			return err
		}
		if len(damage) > 0 {
			list = append(list, model.Finding{Code: model.FindingDamaged, Count: len(damage), Detail: first(clean.Line(damage[0]))})
			return nil // what is derived can't be judged
		}
		for _, look := range []func(querier) (model.Finding, error){orphaned, unsearchable, miscoded, miscounted} {
			f, err := look(q)
			if err != nil {
				return err
			}
			if f.Count > 0 {
				list = append(list, f)
			}
		}
		return ctx.Err()
	})
	return list, s.problem(err)
}

// isDamage tells whether the database is too damaged to be looked over.
func isDamage(err error) bool {
	var p *model.Problem
	return errors.As(problem("", err), &p) && p.Code == model.ProblemLibrary
}

// maxDetail is how much is said of a damage: the database's own words are long.
const maxDetail = 120

func first(s string) string {
	if runes := []rune(s); len(runes) > maxDetail {
		return string(runes[:maxDetail]) + "…"
	}
	return s
}

func integrity(q querier) (damage []string, err error) {
	err = each(q, func(rows *sql.Rows) error {
		var line string
		err := rows.Scan(&line)
		if line != "ok" {
			damage = append(damage, line)
		}
		return err
	}, "PRAGMA integrity_check")
	return damage, err
}

func orphaned(q querier) (model.Finding, error) {
	f := model.Finding{Code: model.FindingOrphaned}
	err := q.QueryRow(`SELECT (SELECT count(*) FROM sentence WHERE id >> 22 NOT IN (SELECT id FROM digest)) +
		(SELECT count(*) FROM section WHERE id >> 22 NOT IN (SELECT id FROM digest)) +
		(SELECT count(*) FROM card WHERE id >> 22 NOT IN (SELECT id FROM digest)) +
		(SELECT count(*) FROM statement WHERE sentence NOT IN (SELECT id FROM sentence)) +
		(SELECT count(*) FROM body WHERE digest NOT IN (SELECT id FROM digest))`).Scan(&f.Count)
	return f, err
}

// unsearchable compares the keys of sentences with those of the index.
func unsearchable(q querier) (model.Finding, error) {
	f := model.Finding{Code: model.FindingSearch}
	indexed := map[int64]model.Date{}
	dates := map[int64]model.Date{}
	err := each(q, func(rows *sql.Rows) error {
		var id int64
		var date model.Date
		err := rows.Scan(&id, &date)
		dates[id] = date
		return err
	}, "SELECT id, date FROM digest WHERE removed = 0")
	if err != nil {
		return f, err
	}
	err = each(q, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		sentence := sentenceKey(id)
		date, there := dates[digestOf(sentence)]
		if !there || searchKey(date, sentence) != id {
			f.Count++
		} else {
			indexed[sentence] = date
		}
		return err
	}, "SELECT id FROM search_docsize") // FTS5's own table: a row for each that is indexed
	if err != nil {
		return f, err
	}
	err = each(q, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		if _, there := indexed[id]; !there {
			f.Count++
		}
		delete(indexed, id)
		return err
	}, "SELECT sentence.id FROM sentence JOIN digest ON digest.id = sentence.id >> 22 WHERE removed = 0")
	f.Count += len(indexed)
	return f, err
}

// miscoded compares the packed statements of digests with the tables, but for
// their outlets. Those of a digest are compared by the sum of their hashes: their
// order does not matter.
func miscoded(q querier) (model.Finding, error) {
	f := model.Finding{Code: model.FindingCodes}
	list, err := readNames(q, kindSpeaker)
	if err != nil {
		return f, err
	}
	speakers := map[string]uint32{}
	for _, n := range list {
		speakers[n.text] = uint32(n.number)
	}
	held := map[int64]uint64{}
	err = each(q, func(rows *sql.Rows) error {
		var sentence int64
		var c code
		var speaker string
		err := rows.Scan(&sentence, &c.actor, &c.topic, &c.origin, &c.stance, &c.date, &c.confidence, &speaker)
		c.sentence, c.speaker = uint32(partOf(sentence)), speakers[speaker]
		held[digestOf(sentence)] += c.sum()
		return err
	}, "SELECT sentence, actor, topic, origin, stance, date, confidence, speaker FROM statement WHERE shown")
	if err != nil {
		return f, err
	}
	err = each(q, func(rows *sql.Rows) error {
		var id int64
		var codes sql.RawBytes
		if err := rows.Scan(&id, &codes); err != nil {
			return err
		}
		var sum uint64
		if err := eachCode(codes, func(c code) { sum += c.sum() }); err != nil || sum != held[id] {
			f.Count++
		}
		return nil
	}, "SELECT id, codes FROM digest")
	return f, err
}

// sum returns a hash of a code without its outlet.
func (c code) sum() uint64 {
	c.outlet = 0
	h := fnv.New64a()
	_, _ = h.Write(packCodes([]code{c})) // never fails
	return h.Sum64()
}

// miscounted compares the cells with a count of all packed statements.
func miscounted(q querier) (model.Finding, error) {
	f := model.Finding{Code: model.FindingCells}
	want, err := recount(q)
	if err != nil {
		return f, err
	}
	err = each(q, func(rows *sql.Rows) error {
		var actor, topic uint16
		var days []byte
		err := rows.Scan(&actor, &topic, &days)
		cell := [2]uint16{actor, topic}
		if !bytes.Equal(days, packDays(want[cell])) {
			f.Count++
		}
		delete(want, cell)
		return err
	}, "SELECT actor, topic, days FROM cell")
	for _, days := range want {
		if len(days) > 0 {
			f.Count++
		}
	}
	return f, err
}

// recount returns the history of each cell from the packed statements.
func recount(q querier) (map[[2]uint16]model.Days, error) {
	d := delta{}
	err := each(q, func(rows *sql.Rows) error {
		var codes sql.RawBytes
		if err := rows.Scan(&codes); err != nil {
			return err
		}
		if err := d.add(codes, 1); !errors.Is(err, errPacked) { // which miscoded names
			return err
		}
		return nil
	}, "SELECT codes FROM digest")
	out := map[[2]uint16]model.Days{}
	for cell, changes := range d {
		for date, counts := range changes {
			if counts != (model.Counts{}) {
				out[cell] = append(out[cell], model.Day{Date: date, Counts: counts})
			}
		}
		slices.SortFunc(out[cell], func(a, b model.Day) int { return int(b.Date) - int(a.Date) })
	}
	return out, err
}

// Reindex makes anew what is derived: the search index, the statements that
// hold, the cells. Parts without a digest go. Progress is told as digests done
// of all.
func (s *Store) Reindex(ctx context.Context, progress func(done, all int)) error {
	return s.write(ctx, func(t *tx) error {
		for _, query := range []string{
			"DELETE FROM sentence WHERE id >> 22 NOT IN (SELECT id FROM digest)", "DELETE FROM section WHERE id >> 22 NOT IN (SELECT id FROM digest)",
			"DELETE FROM card WHERE id >> 22 NOT IN (SELECT id FROM digest)", "DELETE FROM statement WHERE sentence NOT IN (SELECT id FROM sentence)",
			"DELETE FROM body WHERE digest NOT IN (SELECT id FROM digest)",
			"INSERT INTO search(search) VALUES ('delete-all')", "DELETE FROM cell", "UPDATE digest SET codes = x''", "UPDATE statement SET shown = 0 WHERE shown",
		} {
			if _, err := t.Exec(query); err != nil {
				return err
			}
		}
		ids, err := digestIDs(t.Tx)
		if err != nil {
			return err
		}
		for i, id := range ids {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := t.restore(id); err != nil {
				return err
			}
			progress(i+1, len(ids))
		}
		return nil
	})
}

// Vacuum gives back the room of what was deleted, and of what Purge forgets.
func (s *Store) Vacuum(ctx context.Context) error {
	if err := s.Purge(ctx); err != nil {
		return err
	}
	_, err := s.db.ExecContext(ctx, "INSERT INTO search(search) VALUES ('optimize'); VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
	return s.problem(err)
}

// Backup writes a copy of the library to a file, which must not be there.
func (s *Store) Backup(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return model.FileProblem(clean.Line(path), os.ErrExist)
	}
	_, err := s.db.ExecContext(ctx, "VACUUM INTO ?", path)
	if err != nil {
		_ = os.Remove(path) // a part of a library is none
	}
	return problem(path, ended(ctx, err))
}

// SetAside renames a library that can't be used, with the files that SQLite
// keeps beside it, and returns its new name. Nothing is lost or overwritten.
func SetAside(path string, suffix string) (string, error) {
	aside := path + "." + strings.TrimPrefix(suffix, ".")
	if Exists(aside) {
		return "", model.FileProblem(clean.Line(aside), os.ErrExist)
	}
	if err := os.Rename(path, aside); err != nil {
		return "", model.FileProblem(clean.Line(path), err)
	}
	for _, beside := range []string{"-wal", "-shm"} {
		if Exists(path + beside) {
			if err := os.Rename(path+beside, aside+beside); err != nil {
				return "", model.FileProblem(clean.Line(path+beside), err)
			}
		}
	}
	return aside, nil
}
