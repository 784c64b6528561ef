package model_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tachiba/model"
)

// sourced is a statement of the US on nato, by its digest, outlet and address.
func sourced(digest, outlet, url string, stance model.Stance, date model.Date, confidence float64) model.Statement {
	return model.Statement{Digest: digest, Outlet: outlet, URL: url, Actor: "US", Topic: "nato", Stance: stance, Date: date, Confidence: confidence, Text: digest + " " + outlet}
}

// shiftLines writes shifts as one reads them: kind, dates, stances with their weights,
// and the statements' confidence, by which the tests tell them apart.
func shiftLines(shifts []model.Shift) (out []string) {
	side := func(s model.Side) string {
		return fmt.Sprintf("%s %s %d/%d (%v)", s.Day.Date, s.Stance, s.Day.Counts.Of(s.Stance), s.Day.Counts.Total(), s.Statement().Confidence)
	}
	for _, s := range shifts {
		from, to := s.Sides()
		line := fmt.Sprintf("%s %s: %s > %s", s.Actor(), s.Topic(), side(from), side(to))
		if s.Kind == model.ShiftContradiction {
			line = "sources: " + line
		}
		if s.New {
			line = "new: " + line
		}
		out = append(out, line)
	}
	return out
}

func TestShifts(t *testing.T) {
	const early, late = model.Date(20250212), model.Date(20250318)
	tests := []struct {
		name       string
		statements []model.Statement
		want       []string
	}{
		{"no evidence", nil, nil},
		{"the same again", []model.Statement{sourced("a", "", "", model.Favor, early, 0.5), sourced("b", "", "", model.Favor, late, 0.5)}, nil},
		{
			"from one date to another, the surest statement of each",
			[]model.Statement{
				sourced("a", "X", "", model.Favor, early, 0.5), sourced("a", "X", "", model.Favor, early, 0.9), sourced("a", "X", "", model.Against, early, 1),
				sourced("b", "X", "", model.Against, late, 0.7),
			},
			[]string{"US nato: 2025-02-12 favor 2/3 (0.9) > 2025-03-18 against 1/1 (0.7)"},
		},
		{
			"there and back",
			[]model.Statement{sourced("a", "", "", model.Favor, early, 0.5), sourced("b", "", "", model.Conditional, 20250213, 0.6), sourced("c", "", "", model.Favor, late, 0.7)},
			[]string{
				"US nato: 2025-02-13 conditional 1/1 (0.6) > 2025-03-18 favor 1/1 (0.7)",
				"US nato: 2025-02-12 favor 1/1 (0.5) > 2025-02-13 conditional 1/1 (0.6)",
			},
		},
		{"undated ones are in none", []model.Statement{sourced("a", "", "", model.Against, 0, 0.5), sourced("b", "", "", model.Favor, early, 0.5), sourced("c", "", "", model.Favor, 0, 0.5)}, nil},
		{
			"sources that differ",
			[]model.Statement{sourced("a", "X", "", model.Favor, early, 0.5), sourced("a", "Y", "", model.Against, early, 0.6), sourced("a", "Z", "", model.Against, early, 0.7)},
			[]string{"sources: US nato: 2025-02-12 against 2/3 (0.7) > 2025-02-12 favor 1/3 (0.5)"},
		},
		{"one source that says both", []model.Statement{sourced("a", "X", "", model.Favor, early, 0.5), sourced("b", "X", "", model.Against, early, 0.6)}, nil},
		{"one host by two names", []model.Statement{sourced("a", "X", "https://x.example/1", model.Favor, early, 0.5), sourced("b", "X: news", "https://x.example/2", model.Against, early, 0.6)}, nil},
		{"a digest's own words have no source", []model.Statement{sourced("a", "", "", model.Favor, early, 0.5), sourced("b", "", "", model.Against, early, 0.6), sourced("b", "X", "", model.Conditional, early, 0.6)}, nil},
		{
			"the dominant stance has no source",
			[]model.Statement{
				sourced("a", "", "", model.Favor, early, 0.9), sourced("a", "", "", model.Favor, early, 0.9),
				sourced("a", "X", "", model.Against, early, 0.5), sourced("b", "Y", "", model.Conditional, early, 0.6),
			},
			[]string{"sources: US nato: 2025-02-12 against 1/4 (0.5) > 2025-02-12 conditional 1/4 (0.6)"},
		},
		{
			"the surest of another source",
			[]model.Statement{sourced("a", "X", "", model.Favor, early, 0.9), sourced("a", "X", "", model.Against, early, 0.8), sourced("a", "Y", "", model.Favor, early, 0.3)},
			[]string{"sources: US nato: 2025-02-12 favor 2/3 (0.3) > 2025-02-12 against 1/3 (0.8)"},
		},
		{
			"the more frequent of the others",
			[]model.Statement{
				sourced("a", "X", "", model.Favor, early, 0.1), sourced("a", "X", "", model.Favor, early, 0.2), sourced("a", "X", "", model.Favor, early, 0.3),
				sourced("a", "Y", "", model.Against, early, 0.4), sourced("a", "Y", "", model.Conditional, early, 0.5), sourced("a", "Z", "", model.Conditional, early, 0.6),
			},
			[]string{"sources: US nato: 2025-02-12 favor 3/6 (0.3) > 2025-02-12 conditional 2/6 (0.6)"},
		},
		{
			"another stance where the more frequent one is of the same source",
			[]model.Statement{
				sourced("a", "X", "", model.Favor, early, 0.1), sourced("a", "X", "", model.Favor, early, 0.2), sourced("a", "X", "", model.Favor, early, 0.3),
				sourced("a", "X", "", model.Against, early, 0.4), sourced("a", "X", "", model.Against, early, 0.5), sourced("a", "Z", "", model.Conditional, early, 0.6),
			},
			[]string{"sources: US nato: 2025-02-12 favor 3/6 (0.3) > 2025-02-12 conditional 1/6 (0.6)"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := model.Compare(lexicon, tt.statements, model.Filter{})
			if diff := cmp.Diff(tt.want, shiftLines(c.Shifts())); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestShiftsOrder(t *testing.T) {
	list := []model.Statement{
		statement("UA", "territory", model.Favor, 20250301), statement("UA", "territory", model.Against, 20250302),
		statement("RU", "nato", model.Favor, 20250301), statement("RU", "nato", model.Against, 20250302),
		statement("US", "nato", model.Favor, 20250301), statement("US", "nato", model.Against, 20250305),
	}
	c := model.Compare(lexicon, list, model.Filter{})
	var got []string
	for _, s := range c.Shifts() {
		got = append(got, fmt.Sprint(s.Date(), " ", s.Actor(), " ", s.Topic()))
	}
	if diff := cmp.Diff([]string{"2025-03-05 US nato", "2025-03-02 RU nato", "2025-03-02 UA territory"}, got); diff != "" {
		t.Error(diff)
	}
	doubtful := slices.Clone(list)
	for i := range doubtful {
		doubtful[i].Confidence = 0.1 * float64(i%3)
	}
	c = model.Compare(lexicon, doubtful, model.Filter{Review: model.ReviewDoubtful})
	if n := len(c.Shifts()); n != 3 {
		t.Errorf("%d shifts where the least sure come first", n)
	}
	if overview := (&model.Comparison{Rows: c.Rows, Actors: c.Actors}).Shifts(); overview != nil {
		t.Errorf("without evidence: %v", overview)
	}
}

func TestShiftsSinceTheLastVisit(t *testing.T) {
	list := []model.Statement{
		sourced("old", "X", "", model.Favor, 20250301, 0.5), sourced("old", "X", "", model.Against, 20250310, 0.5),
		sourced("old", "X", "", model.Favor, 20250320, 0.5), sourced("old", "Y", "", model.Against, 20250301, 0.4), sourced("old", "X", "", model.Favor, 20250301, 0.3),
		sourced("new", "X", "", model.Conditional, 20250315, 0.5), sourced("new", "Y", "", model.Favor, 20250310, 0.5),
	}
	l := model.NewLedger(list)
	l.Since = int32(slices.Index(l.Digests, "new"))
	c := l.Compare(lexicon, model.Filter{})
	want := []string{
		"new: US nato: 2025-03-15 conditional 1/1 (0.5) > 2025-03-20 favor 1/1 (0.5)",
		"new: US nato: 2025-03-10 favor 1/2 (0.5) > 2025-03-15 conditional 1/1 (0.5)",
		"new: sources: US nato: 2025-03-10 favor 1/2 (0.5) > 2025-03-10 against 1/2 (0.5)",
		"sources: US nato: 2025-03-01 favor 2/3 (0.5) > 2025-03-01 against 1/3 (0.4)",
	}
	shifts := c.Shifts()
	if diff := cmp.Diff(want, shiftLines(shifts)); diff != "" {
		t.Error(diff)
	}
	if from, to := shifts[0].Sides(); !from.New() || to.New() {
		t.Error("which of the two statements is new is not told")
	}
}

// TestShiftsHoldTogether checks what is true of all: a position is shifted when
// it has a change, sides carry the stances they name, contradictions are of two
// sources of a day.
func TestShiftsHoldTogether(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		list := drawn(r)
		for i := range list {
			list[i].Outlet = rapid.SampledFrom([]string{"", "X", "Y"}).Draw(r, "outlet")
		}
		l := model.NewLedger(list)
		l.Since = int32(rapid.IntRange(0, len(l.Digests)).Draw(r, "since"))
		c := l.Compare(lexicon, model.Filter{})
		changed, contradictions := map[string]bool{}, 0
		last := model.Date(99999999)
		for _, s := range c.Shifts() {
			a, b := s.Sides()
			from, to := a.Statement(), b.Statement()
			if s.Date() > last || from.Stance == to.Stance || from.Stance != a.Stance || to.Stance != b.Stance ||
				from.Date != a.Day.Date || to.Date != s.Date() || from.Actor != s.Actor() || to.Topic != s.Topic() {
				r.Errorf("%+v: %+v, %+v", s, from, to)
			}
			last = s.Date()
			switch s.Kind {
			case model.ShiftChange:
				changed[string(s.Actor())+string(s.Topic())] = true
				if from.Date >= to.Date || !from.Date.Known() {
					r.Errorf("from %s to %s", from.Date, to.Date)
				}
			case model.ShiftContradiction:
				contradictions++
				if from.Date != to.Date || from.Outlet == to.Outlet || from.Outlet == "" || to.Outlet == "" {
					r.Errorf("%+v and %+v are of one source", from, to)
				}
			}
		}
		old := slices.DeleteFunc(slices.Clone(list), func(x model.Statement) bool { return slices.Index(l.Digests, x.Digest) >= int(l.Since) })
		known := model.Compare(lexicon, old, model.Filter{})
		before := shiftNames(known.Shifts())
		for i, name := range shiftNames(c.Shifts()) {
			if c.Shifts()[i].New == slices.Contains(before, name) {
				r.Errorf("%s: new %v, before there were %v", name, c.Shifts()[i].New, before)
			}
		}
		if want := contradictory(list); want != contradictions {
			r.Errorf("%d contradictions, want %d", contradictions, want)
		}
		for _, row := range c.Rows {
			for j, p := range row.Cells {
				if p.Shifted != changed[string(c.Actors[j].ID)+string(row.Topic.ID)] {
					r.Errorf("%s %s: shifted %v", c.Actors[j].ID, row.Topic.ID, p.Shifted)
				}
			}
		}
	})
}

// shiftNames returns what tells shifts apart: kind, position, dates and stances.
func shiftNames(shifts []model.Shift) (out []string) {
	for _, s := range shifts {
		from, to := s.Sides()
		out = append(out, fmt.Sprint(s.Kind, s.Actor(), s.Topic(), from.Day.Date, from.Stance, to.Day.Date, to.Stance))
	}
	return out
}

// contradictory counts the dates of positions that have two statements of different
// stances and outlets: all pairs are looked at.
func contradictory(list []model.Statement) int {
	type date struct {
		actor model.ActorID
		topic model.TopicID
		date  model.Date
	}
	found := map[date]bool{}
	for _, a := range list {
		for _, b := range list {
			on := date{a.Actor, a.Topic, a.Date}
			if on == (date{b.Actor, b.Topic, b.Date}) && a.Date.Known() && a.Stance != b.Stance && a.Outlet != b.Outlet && a.Outlet != "" && b.Outlet != "" {
				found[on] = true
			}
		}
	}
	return len(found)
}

// tenYears returns n statements of three actors on two topics, spread over ten years.
func tenYears(n int) *model.Ledger {
	r := rand.New(rand.NewPCG(1, 1))
	list := make([]model.Statement, n)
	for i := range list {
		date, _ := model.MakeDate(2016+r.IntN(10), 1+r.IntN(12), 1+r.IntN(28))
		list[i] = model.Statement{
			Digest: fmt.Sprint("d", i/40), Outlet: fmt.Sprint("outlet", r.IntN(30)), Actor: lexicon.Actors[r.IntN(3)].ID,
			Topic: lexicon.Topics[r.IntN(2)].ID, Stance: model.Stances[r.IntN(3)], Date: date, Confidence: r.Float64(),
		}
	}
	l := model.NewLedger(list)
	l.Since = int32(len(l.Digests) - 10)
	return l
}

func BenchmarkShifts(b *testing.B) {
	for _, n := range []int{100_000, 400_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			c := tenYears(n).Compare(lexicon, model.Filter{})
			shifts := 0
			for b.Loop() {
				shifts = len(c.Shifts())
			}
			b.ReportMetric(float64(shifts), "shifts")
		})
	}
}
