package model_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tachiba/model"
)

// drawn returns statements at random, of two actors on two topics in three digests.
func drawn(r *rapid.T) []model.Statement {
	return rapid.SliceOfN(rapid.Custom(func(r *rapid.T) model.Statement {
		return model.Statement{
			Digest: rapid.SampledFrom([]string{"a", "b", "c"}).Draw(r, "digest"), Line: rapid.IntRange(1, 5).Draw(r, "line"),
			Actor: rapid.SampledFrom([]model.ActorID{"US", "RU"}).Draw(r, "actor"), Topic: rapid.SampledFrom([]model.TopicID{"nato", "territory"}).Draw(r, "topic"),
			Stance: rapid.SampledFrom(model.Stances[:]).Draw(r, "stance"), Date: rapid.SampledFrom([]model.Date{0, 20250212, 20250213, 20250301}).Draw(r, "date"),
			Confidence: float64(rapid.IntRange(0, 10).Draw(r, "confidence")) / 10, Text: rapid.SampledFrom([]string{"停戦を求めた。", "ＮＡＴＯに加盟"}).Draw(r, "text"),
			Origin: rapid.SampledFrom(model.Origins[:]).Draw(r, "origin"),
		}
	}), 0, 40).Draw(r, "statements")
}

// TestDaysAreTheStatements holds positions, which are derived from counts by day,
// against the statements themselves, in whatever order the counts came and went.
func TestDaysAreTheStatements(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		list := drawn(r)
		for i := range list {
			list[i].Actor, list[i].Topic = "US", "nato"
		}
		extra := drawn(r)
		one := func(s model.Statement, n int) (c model.Counts) {
			switch s.Stance {
			case model.Favor:
				c.Favor = n
			case model.Against:
				c.Against = n
			default:
				c.Conditional = n
			}
			return c
		}
		var days model.Days
		for _, s := range append(slices.Clone(extra), list...) {
			days = days.Add(s.Date, one(s, 1))
		}
		for _, s := range extra {
			days = days.Add(s.Date, one(s, -1))
		}
		c := model.Compare(lexicon, list, model.Filter{})
		got, want := days.Position(), c.Cell("US", "nato")
		if tied := days.Tied(); tied != nil && slices.Contains(tied, want.Stance) {
			got.Stance = want.Stance // how sure they are is not counted by day
		}
		if got.Stance != want.Stance || got.Counts != want.Counts || got.Newest != want.Newest || got.Shifted != want.Shifted {
			r.Errorf("%+v, want %+v", got, *want)
		}
	})
}

// TestTieGoesToTheSurer compares stances that are as frequent and as new.
func TestTieGoesToTheSurer(t *testing.T) {
	said := func(stance model.Stance, date model.Date, confidence float64) model.Statement {
		return model.Statement{Digest: "d", Actor: "US", Topic: "nato", Stance: stance, Date: date, Confidence: confidence}
	}
	for name, tt := range map[string]struct {
		list []model.Statement
		want model.Stance
	}{
		"one each":          {[]model.Statement{said(model.Favor, 20250301, 0.3), said(model.Against, 20250301, 0.9)}, model.Against},
		"equally sure":      {[]model.Statement{said(model.Conditional, 20250301, 0.5), said(model.Against, 20250301, 0.5)}, model.Against},
		"the newer":         {[]model.Statement{said(model.Favor, 20250302, 0.3), said(model.Against, 20250301, 0.9)}, model.Favor},
		"the more frequent": {[]model.Statement{said(model.Favor, 20250301, 0.3), said(model.Favor, 20250301, 0.3), said(model.Against, 20250301, 0.9)}, model.Favor},
	} {
		c := model.Compare(lexicon, tt.list, model.Filter{})
		if p := c.Cell("US", "nato"); p.Stance != tt.want || p.Evidence.At(p.Leading()).Stance != tt.want {
			t.Errorf("%s: %s, want %s", name, p.Stance, tt.want)
		}
	}
}

// TestCompareHoldsTogether checks what is true of every comparison: cells have the
// statements that the filter selects, each once, newest first.
func TestCompareHoldsTogether(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		list := drawn(r)
		f := model.Filter{
			MinConfidence: float64(rapid.IntRange(0, 10).Draw(r, "least")) / 10, Review: rapid.SampledFrom(model.Reviews[:]).Draw(r, "review"),
			Text: rapid.SampledFrom([]string{"", "停戦", "nato", `"停戦 を"`}).Draw(r, "text"),
		}
		if rapid.Bool().Draw(r, "one actor") {
			f.Actors = []model.ActorID{"RU"}
		}
		c := model.Compare(lexicon, list, f)
		n := 0
		for _, row := range c.Rows {
			for j, p := range row.Cells {
				n += p.Evidence.Len()
				last := model.Statement{Date: 99999999}
				for i, s := range p.Evidence.All() {
					if s.Topic != row.Topic.ID || s.Actor != c.Actors[j].ID || !f.Match(s) {
						r.Errorf("%+v does not belong to %s %s", s, c.Actors[j].ID, row.Topic.ID)
					}
					if f.Review == model.ReviewDoubtful && i > 0 && s.Confidence < last.Confidence || f.Review != model.ReviewDoubtful && s.Date > last.Date {
						r.Errorf("%+v comes after %+v", s, last)
					}
					last = s
				}
				if p.Counts.Total() != p.Evidence.Len() || p.Stance != model.NoEvidence && p.Evidence.At(p.Leading()).Stance != p.Stance {
					r.Errorf("%+v", p)
				}
			}
		}
		if n != c.Shown || c.Shown != len(f.Apply(list)) || c.Total != len(list) {
			r.Errorf("%d in cells, %d shown, %d selected of %d", n, c.Shown, len(f.Apply(list)), c.Total)
		}
	})
}

func TestMoves(t *testing.T) {
	list := []model.Statement{
		{Digest: "old", Actor: "US", Topic: "nato", Stance: model.Favor, Date: 20250301},
		{Digest: "old", Actor: "RU", Topic: "nato", Stance: model.Against, Date: 20250301},
		{Digest: "new", Actor: "US", Topic: "nato", Stance: model.Against, Date: 20250302},
		{Digest: "new", Actor: "RU", Topic: "nato", Stance: model.Against, Date: 20250302},
		{Digest: "new", Actor: "UA", Topic: "territory", Stance: model.Against, Date: 20250302},
	}
	l := model.NewLedger(list)
	if got := l.Moves(lexicon); len(got) > 0 {
		t.Errorf("nothing is new: %+v", got)
	}
	l.Since = int32(slices.Index(l.Digests, "new"))
	var got []string
	for _, s := range l.Moves(lexicon) {
		got = append(got, fmt.Sprint(s.Actor, " ", s.Topic, " ", s.From, ">", s.To, " ", s.Evidence.Digest))
	}
	if diff := cmp.Diff([]string{"US nato favor>against new", "UA territory >against new"}, got); diff != "" {
		t.Error(diff)
	}
	if c := l.Compare(lexicon, model.Filter{New: true}); c.Shown != 3 || c.New != 3 {
		t.Errorf("%d shown, %d new", c.Shown, c.New)
	}
}

func TestTerms(t *testing.T) {
	for query, want := range map[string][]string{
		"": nil, "停戦": {"停戦"}, "停戦　領土": {"停戦", "領土"}, `"peace talks" NATO`: {"peace talks", "nato"}, "ＮＡＴＯ": {"nato"}, `"`: nil, `"開いた まま`: {"開いた まま"},
	} {
		if diff := cmp.Diff(want, model.Terms(query)); diff != "" {
			t.Errorf("%s: %s", query, diff)
		}
	}
}

func TestFind(t *testing.T) {
	digests := []model.Digest{{ID: "a", Sentences: []model.Sentence{{Text: "北方領土の話。"}, {Text: "ＮＡＴＯと領土。"}}}, {ID: "b", Sentences: []model.Sentence{{Text: "別の話。"}}}}
	for text, want := range map[string]map[string][]int{
		"領土": {"a": {0, 1}}, "nato 領土": {"a": {1}}, "話": {"a": {0}, "b": {0}}, "": {}, "無い": {},
	} {
		if diff := cmp.Diff(want, model.Find(digests, text)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}
