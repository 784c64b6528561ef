package store

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"tachiba/data/clean"
	"tachiba/data/digest"
	"tachiba/data/sample"
	"tachiba/model"
)

var lexicon = &model.Lexicon{
	Actors: []model.Actor{{ID: "US"}, {ID: "RU", Members: []model.Actor{{ID: "EAST", Words: []string{"東"}}, {ID: "WEST", Words: []string{"西"}}}}, {ID: "UA"}},
	Topics: []model.Topic{{ID: "nato"}, {ID: "territory"}},
}

func open(t testing.TB) *Store {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "library.db"))
}

func openAt(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func article(id, text string) Article {
	text = clean.Text(text)
	return Article{Digest: digest.Parse(id, "/news/"+id+".txt", text), Source: "/news/" + id + ".txt", Text: text}
}

func samples() (list []Article) {
	for _, s := range sample.Texts() {
		list = append(list, article(s.ID, s.Body))
	}
	return list
}

// speakers are who made the statements of tests.
var speakers = [...]string{"話し手", "東の話し手", "", "西の話し手", "西と東"}

// codedBy makes up statements: one in every other sentence that may carry any.
func codedBy(d *model.Digest, salt int) (list []model.Statement) {
	for i, s := range d.Sentences {
		if !s.Role.Coded() || d.OffTopic(s) || (i+salt)%2 == 0 {
			continue
		}
		source := d.SourceOf(s)
		list = append(list, model.Statement{
			Digest: d.ID, Sentence: i, Line: s.Line, Text: s.Text, Role: s.Role, Actor: lexicon.Actors[(i+salt)%3].ID, Topic: lexicon.Topics[i/2%2].ID,
			Stance: model.Stances[(i/3+salt)%3], Date: d.Date(s), Outlet: source.Outlet, URL: source.URL, Speaker: speakers[i/3%len(speakers)], Cue: "述べ", Confidence: float64(i%10) / 10,
		})
	}
	return list
}

// codeAll codes what is not coded by version.
func codeAll(t testing.TB, s *Store, version string, salt int) {
	t.Helper()
	list, err := s.Uncoded(t.Context(), version, 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	var coded []Coded
	for _, u := range list {
		d := digest.Parse(u.Name, u.Path, u.Text)
		coded = append(coded, Coded{u, d, codedBy(&d, salt)})
	}
	if err := s.SetCoded(t.Context(), version, coded); err != nil {
		t.Fatal(err)
	}
}

func put(t testing.TB, s *Store, list ...Article) []model.Outcome {
	t.Helper()
	outcomes, _, err := s.Put(t.Context(), list)
	if err != nil {
		t.Fatal(err)
	}
	return outcomes
}

func sound(t interface {
	Helper()
	Fatal(...any)
	Errorf(string, ...any)
}, s *Store,
) {
	t.Helper()
	faults, err := s.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Errorf("%s: %d %s", f.Code, f.Count, f.Detail)
	}
}

func ledger(t testing.TB, s *Store) (*model.Ledger, []model.Listing) {
	t.Helper()
	l, list, err := s.Ledger(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return l, list
}

func TestKeepsDigestsWhole(t *testing.T) {
	s := open(t)
	put(t, s, samples()...)
	for _, a := range samples() {
		got, err := s.Digest(t.Context(), a.Digest.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(&a.Digest, got, cmpopts.EquateEmpty()); diff != "" {
			t.Error(diff)
		}
	}
	sound(t, s)
}

// TestLedgerIsWhatWasCoded compares the ledger with one of the same statements in
// memory, and what it reads with what was written.
func TestLedgerIsWhatWasCoded(t *testing.T) {
	s := open(t)
	put(t, s, samples()...)
	codeAll(t, s, "1", 0)
	var want []model.Statement
	for _, a := range samples() {
		want = append(want, codedBy(&a.Digest, 0)...)
	}
	l, list := ledger(t, s)
	for _, f := range []model.Filter{
		{},
		{Actors: []model.ActorID{"RU"}},
		{Stances: []model.Stance{model.Against}, MinConfidence: 0.5},
		{Text: "停戦"},
		{Text: "停"},
		{Text: "ロシア 停戦"},
		{Text: "ロイター"},
		{Since: 20250219, Until: 20250314},
		{Review: model.ReviewDoubtful},
		{Review: model.ReviewDone},
		{New: true},
		model.Filter{Actors: []model.ActorID{"EAST"}}.In(lexicon),
		model.Filter{Actors: []model.ActorID{"RU", "WEST"}, Text: "停戦"}.In(lexicon),
	} {
		got, in := l.Compare(lexicon, f), model.Compare(lexicon, want, f)
		if diff := cmp.Diff(in.Selected.List(), got.Selected.List(), cmpopts.SortSlices(less)); diff != "" {
			t.Errorf("%+v: %s", f, diff)
		}
		if f.Review == model.ReviewAll && f.Text == "停戦" && in.Shown == 0 {
			t.Error("the samples do not speak of 停戦")
		}
		if len(f.Actors) > 0 && in.Shown == 0 {
			t.Errorf("%v say nothing", f.Actors)
		}
		for i, m := range got.Selected.All() {
			if speaker := got.Selected.Speaker(i); speaker != m.Speaker {
				t.Errorf("%q spoke, want %q", speaker, m.Speaker)
			}
		}
		for i := range in.Rows {
			for j := range in.Rows[i].Cells {
				a, b := in.Rows[i].Cells[j], got.Rows[i].Cells[j]
				if a.Stance != b.Stance || a.Counts != b.Counts || a.Newest != b.Newest || a.Shifted != b.Shifted {
					t.Errorf("%+v: %+v, want %+v", f, b.Counts, a.Counts)
				}
			}
		}
	}
	for _, x := range list {
		if n := len(codedBy(digestNamed(t, s, x.ID), 0)); x.Statements != n || x.New {
			t.Errorf("%s: %d statements, want %d; new: %v", x.ID, x.Statements, n, x.New)
		}
	}
	if err := s.Fault(); err != nil {
		t.Error(err)
	}
	sound(t, s)
}

func less(a, b model.Statement) bool {
	return a.Digest+fmt.Sprintf("%05d", a.Sentence) < b.Digest+fmt.Sprintf("%05d", b.Sentence)
}

func digestNamed(t testing.TB, s *Store, id string) *model.Digest {
	t.Helper()
	d, err := s.Digest(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestOverviewIsTheComparison holds the cells, which are kept up to date, against
// a comparison of all statements.
func TestOverviewIsTheComparison(t *testing.T) {
	s := open(t)
	put(t, s, samples()...)
	codeAll(t, s, "1", 0)
	codeAll(t, s, "2", 1) // coded anew
	o, err := s.Overview(t.Context(), lexicon)
	if err != nil {
		t.Fatal(err)
	}
	l, _ := ledger(t, s)
	want := l.Compare(lexicon, model.Filter{})
	first, last := l.Span()
	if o.Comparison.Total != want.Total || o.Digests != 5 || o.First != first || o.Last != last {
		t.Errorf("%d statements of %d digests, %s to %s", o.Comparison.Total, o.Digests, o.First, o.Last)
	}
	for i := range want.Rows {
		for j, p := range want.Rows[i].Cells {
			got := o.Comparison.Rows[i].Cells[j]
			if got.Stance != p.Stance || got.Counts != p.Counts || got.Newest != p.Newest || got.Shifted != p.Shifted {
				t.Errorf("%d %d: %+v, want %+v", i, j, got, p)
			}
			if p.Stance != model.NoEvidence {
				lead, newest := got.Evidence.At(0), p.Evidence.At(p.Leading())
				if lead.Stance != p.Stance || lead.Date != newest.Date {
					t.Errorf("%d %d leads with %s of %s, want %s of %s", i, j, lead.Stance, lead.Date, newest.Stance, newest.Date)
				}
			}
		}
	}
}

func TestPutAgain(t *testing.T) {
	s := open(t)
	a := article("one", "題名\nロシアは停戦を拒否した。米国は停戦を求めた。")
	b := article("two", a.Text) // the same text elsewhere
	changed := article("one", "題名\nロシアは停戦を受け入れた。米国は停戦を求めた。")
	yes := true
	for i, want := range []struct {
		do  func() model.Outcome
		out model.Outcome
	}{
		{func() model.Outcome { return put(t, s, a)[0] }, model.OutcomeAdded},
		{func() model.Outcome { return put(t, s, a)[0] }, model.OutcomeSame},
		{func() model.Outcome { return put(t, s, b)[0] }, model.OutcomeSame},
		{func() model.Outcome {
			if err := s.Mark(t.Context(), []string{"one"}, model.Marks{Starred: &yes}); err != nil {
				t.Fatal(err)
			}
			return put(t, s, changed)[0]
		}, model.OutcomeReplaced},
	} {
		if got := want.do(); got != want.out {
			t.Errorf("%d: %s, want %s", i, got, want.out)
		}
		sound(t, s)
	}
	_, list := ledger(t, s)
	if len(list) != 1 || !list[0].Starred || list[0].Read {
		t.Errorf("%+v", list)
	}
	if d := digestNamed(t, s, "one"); !strings.Contains(d.Sentences[1].Text, "受け入れた") {
		t.Errorf("%+v", d.Sentences)
	}
}

func TestNamesStayApart(t *testing.T) {
	s := open(t)
	a, b := article("one", "題名\n甲が述べた。"), article("one", "題名\n乙が述べた。")
	b.Source = "/elsewhere/one.txt"
	_, ids, err := s.Put(t.Context(), []Article{a, b})
	if err != nil || ids[0] != "one" || !strings.HasPrefix(ids[1], "one-") {
		t.Errorf("%v, %v", ids, err)
	}
}

// TestSearchIsSubstring holds the search against a search for a substring.
func TestSearchIsSubstring(t *testing.T) {
	s := open(t)
	put(t, s, samples()...)
	var all []string
	for _, a := range samples() {
		for _, x := range a.Digest.Sentences {
			all = append(all, x.Text)
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		from := []rune(rapid.SampledFrom(all).Draw(r, "sentence"))
		at := rapid.IntRange(0, len(from)-1).Draw(r, "at")
		n := rapid.IntRange(1, min(9, len(from)-at)).Draw(r, "n")
		query := string(from[at : at+n])
		terms := model.Terms(query)
		if len(terms) == 0 {
			return
		}
		want := 0
		for _, text := range all {
			if !slices.ContainsFunc(terms, func(term string) bool { return !strings.Contains(model.FoldText(text), term) }) {
				want++
			}
		}
		hits, err := s.Search(t.Context(), model.Search{Text: query})
		if err != nil {
			r.Fatal(err)
		}
		if len(hits) != want {
			r.Errorf("%q: %d hits, a substring search has %d", query, len(hits), want)
		}
	})
}
