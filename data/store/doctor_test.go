package store

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tachiba/model"
)

// seen is all that a reader sees of a library.
type seen struct {
	State    state
	Entries  []model.Entry
	Listings []model.Listing
	Hits     []model.Hit
	History  []model.Correction
	Feeds    []Feed
	Filters  []model.SavedFilter
}

func see(t *testing.T, s *Store) (out seen) {
	t.Helper()
	var err [5]error
	out.State, err[0] = stateOf(s, "")
	out.Hits, err[1] = s.Search(t.Context(), model.Search{Text: "の"})
	out.History, err[2] = s.Corrections(t.Context())
	out.Feeds, err[3] = s.Feeds(t.Context())
	out.Filters, err[4] = s.Filters(t.Context())
	for _, err := range err {
		if err != nil {
			t.Fatal(err)
		}
	}
	l, list := ledger(t, s)
	out.Entries, out.Listings = l.Entries, list
	return out
}

// lived returns a library with something of everything in it.
func lived(t *testing.T) *Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "library.db")
	copyTemplate(t, path)
	s := openAt(t, path)
	if got := see(t, s); len(got.Entries) == 0 || len(got.Hits) == 0 || len(got.History) == 0 || len(got.Feeds) == 0 || len(got.Filters) == 0 {
		t.Fatal("the library is empty")
	}
	return s
}

// TestDoctor breaks what is derived, each in its way: Check names it, and Reindex
// makes it as it was.
func TestDoctor(t *testing.T) {
	for name, tt := range map[string]struct {
		query string
		want  []model.FindingCode
	}{
		"index lacks":        {"DELETE FROM search WHERE rowid IN (SELECT id FROM search_docsize LIMIT 3)", []model.FindingCode{model.FindingSearch}},
		"index is empty":     {"INSERT INTO search(search) VALUES ('delete-all')", []model.FindingCode{model.FindingSearch}},
		"index has more":     {"INSERT INTO search (rowid, pairs) VALUES (5, 'xy')", []model.FindingCode{model.FindingSearch}},
		"index has too many": {"INSERT INTO search (rowid, pairs) SELECT max(id) + 1, 'xy' FROM search_docsize", []model.FindingCode{model.FindingSearch}},
		"no codes":           {"UPDATE digest SET codes = x'' WHERE id = (SELECT max(id) FROM digest WHERE codes <> x'')", []model.FindingCode{model.FindingCodes, model.FindingCells}},
		"codes cut off":      {"UPDATE digest SET codes = substr(codes, 1, 21) WHERE id = (SELECT max(id) FROM digest WHERE codes <> x'')", []model.FindingCode{model.FindingCodes, model.FindingCells}},
		"another sentence":   {"UPDATE digest SET codes = x'11' || substr(codes, 2) WHERE id = (SELECT max(id) FROM digest WHERE codes <> x'')", []model.FindingCode{model.FindingCodes}},
		"another stance":     {"UPDATE digest SET codes = substr(codes, 1, 20) || x'03' || substr(codes, 22) WHERE id = (SELECT max(id) FROM digest WHERE codes <> x'')", []model.FindingCode{model.FindingCodes, model.FindingCells}},
		"another speaker":    {"UPDATE digest SET codes = substr(codes, 1, 22) || x'00000000' || substr(codes, 27) WHERE id = (SELECT max(id) FROM digest WHERE codes <> x'' AND substr(codes, 23, 4) <> x'00000000')", []model.FindingCode{model.FindingCodes}},
		"statement hidden":   {"UPDATE statement SET shown = 0 WHERE sentence = (SELECT min(sentence) FROM statement WHERE shown)", []model.FindingCode{model.FindingCodes}},
		"statement of nobody": {
			"INSERT INTO statement SELECT 1 << 40, actor, topic, origin, stance, confidence, date, card, speaker, cue, 1 FROM statement LIMIT 1",
			[]model.FindingCode{model.FindingOrphaned},
		},
		"cell lost":         {"DELETE FROM cell WHERE actor = (SELECT min(actor) FROM cell)", []model.FindingCode{model.FindingCells}},
		"cell changed":      {"UPDATE cell SET days = substr(days, 17) WHERE length(days) > 16", []model.FindingCode{model.FindingCells}},
		"cell cut off":      {"UPDATE cell SET days = substr(days, 1, 7) WHERE days <> x''", []model.FindingCode{model.FindingCells}},
		"cell of nobody":    {"INSERT INTO cell SELECT 9999, 9999, days FROM cell WHERE days <> x'' LIMIT 1", []model.FindingCode{model.FindingCells}},
		"orphaned sentence": {"INSERT INTO sentence VALUES (1 << 40, 1, 'narrative', -1, -1, 'x')", []model.FindingCode{model.FindingOrphaned}},
		"orphaned parts": {
			"INSERT INTO section VALUES (1 << 40, '', '', ''); INSERT INTO card VALUES (1 << 40, 0, '', '', '', 0, 1, 0); INSERT INTO body VALUES (1 << 18, 'x')",
			[]model.FindingCode{model.FindingOrphaned},
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := lived(t)
			before := see(t, s)
			if _, err := s.db.Exec(tt.query); err != nil {
				t.Fatal(err)
			}
			faults, err := s.Check(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			var got []model.FindingCode
			for _, f := range faults {
				got = append(got, f.Code)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("findings: %s", diff)
			}
			steps := 0
			if err := s.Reindex(t.Context(), func(done, all int) { steps = all - done }); err != nil || steps != 0 {
				t.Fatalf("%d digests were left, %v", steps, err)
			}
			if diff := cmp.Diff(before, see(t, s), cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
			sound(t, s)
		})
	}
}

// TestBackup copies a library: the copy is sound and the same, and no file is
// written over.
func TestBackup(t *testing.T) {
	s := lived(t)
	before := see(t, s)
	to := filepath.Join(t.TempDir(), "写し's copy.db")
	if err := s.Backup(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	problemOf(t, s.Backup(t.Context(), to), model.ProblemExists)
	problemOf(t, s.Backup(t.Context(), filepath.Join(to, "below")), model.ProblemUnreadable)
	copied := openAt(t, to)
	whole(t, copied)
	if diff := cmp.Diff(before, see(t, copied), cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
}

// TestVacuum gives room back and keeps all.
func TestVacuum(t *testing.T) {
	s := lived(t)
	before := see(t, s)
	if err := s.Vacuum(t.Context()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, see(t, s), cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
	whole(t, s)
}
