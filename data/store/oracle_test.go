package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"tachiba/data/digest"
	"tachiba/model"
)

// whole holds every digest of a library against its text, and its ledger and
// overview against a recount.
func whole(t rapid.TB, s *Store) {
	t.Helper()
	sound(t, s)
	sameAsText(t, s)
	l, list, err := s.Ledger(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	want := recounted(t, s)
	sameStatements(t, want, l)
	n := map[string]int{}
	for _, m := range want {
		n[m.Digest]++
	}
	for _, x := range list {
		if x.Statements != n[x.ID] {
			t.Errorf("%s is listed with %d statements, has %d", x.ID, x.Statements, n[x.ID])
		}
	}
	sameOverview(t, s, l)
	if err := s.Fault(); err != nil {
		t.Error(err)
	}
}

// sameAsText parses the text of each digest again.
func sameAsText(t rapid.TB, s *Store) {
	t.Helper()
	type row struct {
		id           int64
		name, source string
		hash         []byte
		text         sql.NullString
	}
	var rows []row
	err := each(s.db, func(r *sql.Rows) error {
		var x row
		err := r.Scan(&x.id, &x.name, &x.source, &x.hash, &x.text)
		rows = append(rows, x)
		return err
	}, "SELECT id, name, source, hash, text FROM digest LEFT JOIN body ON body.digest = digest.id WHERE removed = 0")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range rows {
		if sum := sha256.Sum256([]byte(x.text.String)); !bytes.Equal(sum[:], x.hash) || !x.text.Valid {
			t.Errorf("%s: the text is not the one that was put", x.name)
			continue
		}
		got, err := readDigest(s.db, x.id)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(digest.Parse(x.name, x.source, x.text.String), got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %s", x.name, diff)
		}
	}
}

// recounted returns the statements that hold, from what the coder and people said.
func recounted(t rapid.TB, s *Store) (out []model.Statement) {
	t.Helper()
	coded := map[string][]model.Statement{}
	err := each(s.db, func(rows *sql.Rows) error {
		m, err := scanStatement(rows)
		coded[m.Digest] = append(coded[m.Digest], m)
		return err
	}, statementColumns+"WHERE origin = 0 AND removed = 0 ORDER BY statement.sentence")
	if err != nil {
		t.Fatal(err)
	}
	corrections := map[string][]model.Correction{}
	all, err := s.Corrections(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		corrections[c.Digest] = append(corrections[c.Digest], c)
	}
	_, list, err := s.Ledger(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range list {
		d, err := s.Digest(context.Background(), x.ID)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, model.Correct(d, coded[x.ID], corrections[x.ID])...)
	}
	return out
}

// sameStatements holds a ledger against statements in any order.
func sameStatements(t rapid.TB, want []model.Statement, l *model.Ledger) {
	t.Helper()
	got := l.Compare(lexicon, model.Filter{}).Selected.List()
	sorted := cmpopts.SortSlices(func(a, b model.Statement) bool { return place(a) < place(b) })
	if diff := cmp.Diff(want, got, sorted, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("the ledger is not the recount: %s", diff)
	}
	if !slices.IsSortedFunc(l.Entries, func(a, b model.Entry) int { return int(b.Date) - int(a.Date) }) {
		t.Error("the ledger is not sorted by date")
	}
}

func place(m model.Statement) string {
	return fmt.Sprintf("%s %06d %s %s", m.Digest, m.Sentence, m.Actor, m.Topic)
}

// sameOverview holds the overview, which is kept up to date, against a comparison
// of all entries.
func sameOverview(t rapid.TB, s *Store, l *model.Ledger) {
	t.Helper()
	o, err := s.Overview(context.Background(), lexicon)
	if err != nil {
		t.Fatal(err)
	}
	want := l.Compare(lexicon, model.Filter{})
	first, last := l.Span()
	if o.Comparison.Total != want.Total || o.Digests != len(l.Digests) || o.First != first || o.Last != last {
		t.Errorf("an overview of %d statements in %d digests, %s to %s; the ledger has %d in %d, %s to %s",
			o.Comparison.Total, o.Digests, o.First, o.Last, want.Total, len(l.Digests), first, last)
	}
	for i := range want.Rows {
		for j, p := range want.Rows[i].Cells {
			got := o.Comparison.Rows[i].Cells[j]
			if got.Stance != p.Stance || got.Counts != p.Counts || got.Newest != p.Newest || got.Shifted != p.Shifted {
				t.Errorf("%d %d: %+v, want %+v", i, j, got, p)
			}
			if p.Stance == model.NoEvidence {
				continue
			}
			if lead, newest := got.Evidence.At(0), p.Evidence.At(p.Leading()); lead.Stance != p.Stance || lead.Date != newest.Date {
				t.Errorf("%d %d leads with %s of %s, want %s of %s", i, j, lead.Stance, lead.Date, newest.Stance, newest.Date)
			}
		}
	}
}

// problemOf returns the problem in err, which must be one with a code among codes.
func problemOf(t testing.TB, err error, codes ...model.ProblemCode) *model.Problem {
	t.Helper()
	p := model.AsProblem("", err)
	if p.Path == "" || !slices.Contains(codes, p.Code) {
		t.Errorf("%v, want a problem of %v", err, codes)
	}
	return p
}
