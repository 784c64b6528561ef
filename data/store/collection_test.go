package store

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tachiba/model"
)

// A search of files finds what a search of a library finds, in the same order.
func TestSearchOfFilesIsThatOfALibrary(t *testing.T) {
	s := open(t)
	put(t, s, samples()...)
	put(t, s, article("late", "遅い知らせ\n停戦の停戦の停戦をＮＡＴＯは nato と呼んだ。「停戦、停戦」と述べた。"))
	codeAll(t, s, "1", 0)
	var c model.Collection
	if err := s.Load(t.Context(), c.Add); err != nil {
		t.Fatal(err)
	}
	since, err := model.ParseDate("2025-03-01")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	asks := []model.Search{{}, {Limit: 3}, {ByRank: true}, {ByRank: true, Limit: 2}}
	for i, text := range []string{
		"停戦", "停戦 協議", "NATO", "ＮＡＴＯ　加盟", `"停戦、"`, "領土", "の", "。", "無い言葉", "", `"`, "停戦 停戦", "bbc", "ト 停",
	} {
		for k, f := range []model.Filter{
			{},
			{Since: since},
			{Until: since},
			{Actors: []model.ActorID{"US"}},
			{Actors: []model.ActorID{"RU", "UA"}, Topics: []model.TopicID{"nato"}},
			{Stances: []model.Stance{model.Against}, MinConfidence: 0.3},
			{Review: model.ReviewDoubtful},
			{Review: model.ReviewDone},
			{Actors: []model.ActorID{"nobody"}},
			{Actors: []model.ActorID{"EAST"}}, // of no lexicon
			model.Filter{Actors: []model.ActorID{"EAST", "US"}}.In(lexicon),
			model.Filter{Actors: []model.ActorID{"EAST", "WEST"}, Stances: []model.Stance{model.Favor}}.In(lexicon),
			model.Filter{Actors: []model.ActorID{"RU", "WEST"}}.In(lexicon),
		} {
			ask := asks[(i+k)%len(asks)] // each meets each filter
			ask.Text, ask.Filter = text, f
			want, err := s.Search(t.Context(), ask)
			if err != nil {
				t.Fatal(err)
			}
			found += len(want)
			if diff := cmp.Diff(want, c.Search(ask), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("%+v\n%s", ask, diff)
			}
		}
	}
	if found < 250 {
		t.Errorf("only %d sentences are found: the queries test nothing", found)
	}
}

// What the coder said stays what it said, whatever a person makes of it.
func TestCodedIsWhatTheCoderSaid(t *testing.T) {
	s := open(t)
	put(t, s, samples()...)
	codeAll(t, s, "1", 0)
	before, err := s.Coded(t.Context())
	if err != nil || len(before) < 10 {
		t.Fatal(len(before), err)
	}
	first := before[0]
	if _, err := s.CorrectAll(t.Context(), []model.Correction{
		{Digest: first.Digest, Line: first.Line, Sentence: first.Text, Verdict: model.Reject, Was: first.Code()},
		{Digest: first.Digest, Line: first.Line, Sentence: first.Text, Verdict: model.Add, Now: model.Code{Actor: "UA", Topic: "other", Stance: model.Favor}},
	}); err != nil {
		t.Fatal(err)
	}
	after, err := s.Coded(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, after); diff != "" {
		t.Error(diff)
	}
	if err := s.Remove(t.Context(), []string{first.Digest}); err != nil {
		t.Fatal(err)
	}
	if gone, err := s.Removed(t.Context()); err != nil || len(gone) != 1 || gone[0].ID != first.Digest || gone[0].Title == "" {
		t.Errorf("removed: %+v, %v", gone, err)
	}
	left, err := s.Coded(t.Context())
	if err != nil || len(left) >= len(before) {
		t.Errorf("%d of %d statements after a digest was removed: %v", len(left), len(before), err)
	}
	if err := s.Restore(t.Context(), []string{first.Digest}); err != nil {
		t.Fatal(err)
	}
	if gone, err := s.Removed(t.Context()); err != nil || len(gone) > 0 {
		t.Errorf("removed: %+v, %v", gone, err)
	}
}
