package store

import (
	"bytes"
	"compress/gzip"
	"database/sql"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
)

// versionOne writes a library that a program of version 1 made, with something of
// everything in it, and changes it by a query.
func versionOne(t *testing.T, query string) (path string) {
	t.Helper()
	packed, err := os.ReadFile(filepath.Join("testdata", "version1.db.gz"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "library.db")
	writeFile(t, path, b)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(query); err != nil {
		t.Fatal(err)
	}
	return path
}

// rowsOf returns all rows that no migration may change.
func rowsOf(t *testing.T, path string) (out []string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for table, columns := range map[string]int{
		"feed": 9, "body": 2, "section": 4, "card": 8, "sentence": 6, "statement": 11, "cell": 3, "correction": 14, "filter": 2, "setting": 2, "search_docsize": 3,
		"(SELECT id, name, source, hash, title, lead, lang, date, outlets, notes, own, sentences, parts, read, starred, added, removed, feed, coder FROM digest)": 19,
		"(SELECT * FROM name WHERE kind <> 'speaker')": 3,
	} {
		err := each(db, func(rows *sql.Rows) error {
			values := make([]any, columns)
			for i := range values {
				values[i] = new(any)
			}
			err := rows.Scan(values...)
			line := table
			for _, v := range values {
				line += fmt.Sprintf(" | %v", *v.(*any))
			}
			out = append(out, line)
			return err
		}, "SELECT * FROM "+table)
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// TestVersionOne opens a library of version 1: it shows what it showed, and who
// spoke; nothing that a person did is lost, and nothing need be coded anew.
func TestVersionOne(t *testing.T) {
	path := versionOne(t, "")
	before := rowsOf(t, path)
	s := openAt(t, path)
	sorted := cmp.Transformer("sorted", func(list []string) map[string]int {
		out := map[string]int{}
		for _, line := range list {
			out[line]++
		}
		return out
	})
	if diff := cmp.Diff(before, rowsOf(t, path), sorted); diff != "" || len(before) < 60 {
		t.Errorf("%d rows: %s", len(before), diff)
	}
	whole(t, s)
	if n, err := s.CountUncoded(t.Context(), "1/9/abc"); n != 0 || err != nil {
		t.Errorf("%d digests are to be coded anew, %v", n, err)
	}
	l, _ := ledger(t, s)
	var got []string
	all := l.All()
	for i, m := range all.All() {
		got = append(got, fmt.Sprint(m.Digest, " ", m.Actor, " ", m.Speaker, " ", m.Topic, " ", m.Stance, m.Origin))
		if all.Speaker(i) != m.Speaker {
			t.Errorf("%s: %q spoke, want %q", got[i], all.Speaker(i), m.Speaker)
		}
	}
	if diff := cmp.Diff([]string{
		"harbour EU 独政府 territory favor", "harbour EU メルツ首相 territory against", "harbour EU フランスのマクロン大統領 territory favor",
		"harbour RU ロシア territory conditionalchanged", "harbour EU 英仏 nato favor", "harbour UA ゼレンスキー大統領 territory against", "harbour UA  nato favoradded",
		"island EU メルツ首相 nato conditional", "island EU スターマー英首相 nato favoraccepted", "later EU ドイツ territory favor", "later EU  territory favor",
	}, got); diff != "" {
		t.Error(diff)
	}
	entries := l.Entries
	if err := s.Reindex(t.Context(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	again, _ := ledger(t, s)
	if diff := cmp.Diff(entries, again.Entries); diff != "" {
		t.Errorf("reindexed: %s", diff)
	}
	if err := s.Restore(t.Context(), []string{"gone"}); err != nil { // removed before
		t.Fatal(err)
	}
	whole(t, s)
}

// TestVersionOneDamaged opens a library of version 1 of which the packed statements
// are damaged: Check still finds it, Reindex mends it.
func TestVersionOneDamaged(t *testing.T) {
	sane, _ := ledger(t, openAt(t, versionOne(t, "")))
	for name, query := range map[string]string{
		"cut off": "UPDATE digest SET codes = substr(codes, 1, 30) WHERE length(codes) > 30",
		"26":      "UPDATE digest SET codes = substr(codes, 1, 26) WHERE length(codes) > 30",
		"lost":    "UPDATE digest SET codes = x'' WHERE name = 'harbour'",
		"others":  "UPDATE digest SET codes = x'ff' || substr(codes, 2) WHERE name = 'harbour'",
	} {
		t.Run(name, func(t *testing.T) {
			s := openAt(t, versionOne(t, query))
			faults, err := s.Check(t.Context())
			if err != nil || len(faults) == 0 || faults[0].Code != model.FindingCodes {
				t.Errorf("%+v, %v", faults, err)
			}
			if err := s.Reindex(t.Context(), func(int, int) {}); err != nil {
				t.Fatal(err)
			}
			whole(t, s)
			l, _ := ledger(t, s)
			if diff := cmp.Diff(sane.Entries, l.Entries); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestNumbers keeps the small numbers for actors and topics, however many speakers
// and outlets there are.
func TestNumbers(t *testing.T) {
	s := open(t)
	put(t, s, article("one", "題名\n米国は停戦を求めた。"))
	codeAll(t, s, "1", 0)
	if _, err := s.db.Exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 70000)
		INSERT INTO name (id, kind, text) SELECT 100000 + i, 'speaker', 'x' || i FROM n`); err != nil {
		t.Fatal(err)
	}
	list, err := s.Uncoded(t.Context(), "2", 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	d := *digestNamed(t, s, "one")
	m := model.Statement{Digest: "one", Sentence: 1, Actor: "NEW", Topic: "new", Stance: model.Favor, Outlet: "新しい新聞"}
	var statements []model.Statement
	for _, speaker := range []string{"", "x1", "x70000", "新しい人"} {
		m.Speaker, m.Topic = speaker, m.Topic+"er"
		statements = append(statements, m)
	}
	if err := s.SetCoded(t.Context(), "2", []Coded{{list[0], d, statements}}); err != nil {
		t.Fatal(err)
	}
	sound(t, s)
	l, _ := ledger(t, s)
	all := l.All()
	var got []string
	for i := range all.Len() {
		got = append(got, all.Speaker(i))
	}
	// Speakers beyond those that entries tell apart are nobody's.
	if diff := cmp.Diff([]string{"", "x1", "", ""}, got); diff != "" || len(l.Speakers) != model.MaxSpeakers {
		t.Errorf("%d speakers, %s", len(l.Speakers), diff)
	}
	var n int
	if err := s.db.QueryRow("SELECT count(*) FROM name WHERE id < 65536 AND kind IN ('speaker', 'outlet')").Scan(&n); err != nil || n > 0 {
		t.Errorf("%d speakers and outlets have small numbers, %v", n, err)
	}
	if _, err := s.db.Exec("UPDATE name SET id = 65535 WHERE id = (SELECT max(id) FROM name WHERE id < 65536)"); err != nil {
		t.Fatal(err)
	}
	err = s.write(t.Context(), func(t *tx) error { _, err := t.number(kindTopic, "one too many"); return err })
	if err == nil || !strings.Contains(err.Error(), "too many") {
		t.Errorf("%v", err)
	}
}
