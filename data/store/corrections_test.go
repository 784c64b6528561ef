package store

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
)

func TestRemovedComesBackOnlyByHand(t *testing.T) {
	s := open(t)
	a := samples()[0]
	put(t, s, a)
	codeAll(t, s, "1", 0)
	before, _ := ledger(t, s)
	if err := s.Remove(t.Context(), []string{a.Digest.ID}); err != nil {
		t.Fatal(err)
	}
	sound(t, s)
	if l, list := ledger(t, s); len(l.Entries)+len(list) != 0 {
		t.Errorf("%d statements, %d digests", len(l.Entries), len(list))
	}
	if hits, err := s.Search(t.Context(), model.Search{Text: "の"}); err != nil || len(hits) > 0 {
		t.Errorf("%d hits, %v", len(hits), err)
	}
	if _, err := s.AddFeeds(t.Context(), []model.Feed{{URL: "https://example.com/feed"}}); err != nil {
		t.Fatal(err)
	}
	fed := a
	fed.Feed = 1
	if got := put(t, s, fed)[0]; got != model.OutcomeGone {
		t.Errorf("a feed: %s", got)
	}
	if err := s.Restore(t.Context(), []string{a.Digest.ID}); err != nil {
		t.Fatal(err)
	}
	sound(t, s)
	after, _ := ledger(t, s)
	if diff := cmp.Diff(before.Entries, after.Entries); diff != "" {
		t.Error(diff)
	}
	if err := s.Remove(t.Context(), []string{a.Digest.ID, "nothing"}); err == nil {
		t.Error("an unknown ID was removed")
	}
	if l, _ := ledger(t, s); len(l.Entries) == 0 {
		t.Error("one was removed though the other is unknown")
	}
}

func TestCorrectionsHold(t *testing.T) {
	s := open(t)
	a := article("one", "題名\n米国は停戦を求めた。\nロシアは停戦を拒否した。\n欧州は沈黙した。")
	put(t, s, a)
	codeAll(t, s, "1", 0)
	l, _ := ledger(t, s)
	first := l.Compare(lexicon, model.Filter{}).Selected.At(0)
	c := model.Correction{Digest: "one", Line: first.Line, Sentence: first.Text, Verdict: model.Change, Was: first.Code(), Now: model.Code{Actor: "UA", Topic: "territory", Stance: model.Conditional}}
	id, err := s.Correct(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	has := func(when string, code model.Code, origin model.Origin, want bool) {
		t.Helper()
		l, _ := ledger(t, s)
		all := l.Compare(lexicon, model.Filter{}).Selected.List()
		got := slices.ContainsFunc(all, func(m model.Statement) bool {
			return m.Text == first.Text && m.Code() == code && m.Origin == origin && m.Date == first.Date
		})
		if got != want {
			t.Errorf("%s: %v, want %v: %+v", when, got, want, all)
		}
		sound(t, s)
	}
	has("changed", c.Now, model.Changed, true)
	has("changed", first.Code(), model.ByCoder, false)
	codeAll(t, s, "2", 0)
	has("coded anew", c.Now, model.Changed, true)
	has("coded anew", first.Code(), model.ByCoder, false)
	longer := article("one", "別の題名\n前置きが増えた。\n"+a.Text)
	put(t, s, longer)
	has("another text", c.Now, model.Changed, true)
	codeAll(t, s, "2", 0)
	has("another text, coded", c.Now, model.Changed, true)
	if err := s.SetUndone(t.Context(), id, true); err != nil {
		t.Fatal(err)
	}
	has("undone", c.Now, model.Changed, false)
	if err := s.SetUndone(t.Context(), id, false); err != nil {
		t.Fatal(err)
	}
	has("redone", c.Now, model.Changed, true)
	history, err := s.Corrections(t.Context())
	if err != nil || len(history) != 1 || history[0].Undone || history[0].Now != c.Now {
		t.Errorf("%+v, %v", history, err)
	}
}
