package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
)

var lexicon = &model.Lexicon{
	Actors: []model.Actor{{ID: "US"}, {ID: "RU"}, {ID: "UA"}},
	Topics: []model.Topic{{ID: "nato"}, {ID: "territory"}},
}

func statement(actor model.ActorID, topic model.TopicID, stance model.Stance, date model.Date) model.Statement {
	return model.Statement{Digest: "d", Actor: actor, Topic: topic, Stance: stance, Date: date, Text: "停戦を求めた。", Speaker: "報道官", Outlet: "ＢＢＣ", Confidence: 0.7}
}

func TestComparePosition(t *testing.T) {
	const early, late = model.Date(20250212), model.Date(20250318)
	tests := []struct {
		name       string
		statements []model.Statement
		stance     model.Stance
		shifted    bool
		newest     model.Date
	}{
		{"no evidence", nil, model.NoEvidence, false, 0},
		{"most frequent", []model.Statement{statement("US", "nato", model.Against, early), statement("US", "nato", model.Against, early), statement("US", "nato", model.Favor, early)}, model.Against, false, early},
		{"tie goes to the newest", []model.Statement{statement("US", "nato", model.Against, early), statement("US", "nato", model.Favor, late)}, model.Favor, true, late},
		{"undated is older than all", []model.Statement{statement("US", "nato", model.Against, 0), statement("US", "nato", model.Favor, early)}, model.Favor, false, early},
		{"sources that differ on a day are no shift", []model.Statement{statement("US", "nato", model.Against, early), statement("US", "nato", model.Favor, early), statement("US", "nato", model.Favor, early)}, model.Favor, false, early},
		{"there and back", []model.Statement{statement("US", "nato", model.Favor, early), statement("US", "nato", model.Against, 20250301), statement("US", "nato", model.Favor, late)}, model.Favor, true, late},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := model.Compare(lexicon, tt.statements, model.Filter{}).Rows[0].Cells[0]
			if p.Stance != tt.stance || p.Shifted != tt.shifted || p.Newest != tt.newest || p.Evidence.Len() != len(tt.statements) {
				t.Errorf("got %q, shifted %v, newest %s, %d sentences", p.Stance, p.Shifted, p.Newest, p.Evidence.Len())
			}
		})
	}
}

func TestCompareDivided(t *testing.T) {
	for _, tt := range []struct {
		name       string
		statements []model.Statement
		want       float64
	}{
		{"nobody", nil, 0},
		{"one actor", []model.Statement{statement("US", "nato", model.Favor, 0)}, 0},
		{"agreed", []model.Statement{statement("US", "nato", model.Favor, 0), statement("RU", "nato", model.Favor, 0)}, 0},
		{"opposed", []model.Statement{statement("US", "nato", model.Favor, 0), statement("RU", "nato", model.Against, 0)}, 1},
		{"half way", []model.Statement{statement("US", "nato", model.Favor, 0), statement("RU", "nato", model.Conditional, 0)}, 0.5},
	} {
		if got := model.Compare(lexicon, tt.statements, model.Filter{}).Rows[0].Divided; got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestCompareFiltered(t *testing.T) {
	all := []model.Statement{statement("US", "nato", model.Favor, 20250212), statement("RU", "nato", model.Against, 20250212), statement("XX", "nato", model.Favor, 0)}
	c := model.Compare(lexicon, all, model.Filter{Actors: []model.ActorID{"RU"}})
	if len(c.Actors) != 1 || len(c.Rows) != 2 || c.Shown != 1 || c.Total != 3 || c.Rows[0].Cells[0].Stance != model.Against {
		t.Errorf("%+v", c)
	}
}

func TestFilter(t *testing.T) {
	s := statement("US", "nato", model.Favor, 20250212)
	undated := s
	undated.Date = 0
	tests := []struct {
		name   string
		filter model.Filter
		s      model.Statement
		want   bool
	}{
		{"zero", model.Filter{}, s, true},
		{"actor", model.Filter{Actors: []model.ActorID{"RU", "US"}}, s, true},
		{"other actor", model.Filter{Actors: []model.ActorID{"RU"}}, s, false},
		{"topic", model.Filter{Topics: []model.TopicID{"territory"}}, s, false},
		{"stance", model.Filter{Stances: []model.Stance{model.Against}}, s, false},
		{"since its day", model.Filter{Since: 20250212}, s, true},
		{"since the next day", model.Filter{Since: 20250213}, s, false},
		{"until its day", model.Filter{Until: 20250212}, s, true},
		{"until the day before", model.Filter{Until: 20250211}, s, false},
		{"undated, since", model.Filter{Since: 20250101}, undated, false},
		{"undated, until", model.Filter{Until: 20990101}, undated, false},
		{"text", model.Filter{Text: "停戦"}, s, true},
		{"speaker", model.Filter{Text: "報道官"}, s, true},
		{"outlet, other width and case", model.Filter{Text: "bbc"}, s, true},
		{"text not there", model.Filter{Text: "領土"}, s, false},
		{"sure enough", model.Filter{MinConfidence: 0.7}, s, true},
		{"not sure enough", model.Filter{MinConfidence: 0.71}, s, false},
		{"all fields", model.Filter{Actors: []model.ActorID{"US"}, Topics: []model.TopicID{"nato"}, Stances: []model.Stance{model.Favor}, Since: 20250201, Until: 20250301, Text: "停戦"}, s, true},
	}
	for _, tt := range tests {
		if got := tt.filter.Match(tt.s); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
		if n := len(tt.filter.Apply([]model.Statement{tt.s})); (n == 1) != tt.want {
			t.Errorf("%s: Apply selects %d", tt.name, n)
		}
		if tt.filter.Active() == (tt.name == "zero") || !tt.filter.Equal(tt.filter) {
			t.Errorf("%s: Active or Equal is wrong", tt.name)
		}
	}
}

func TestNewestFirst(t *testing.T) {
	list := []model.Statement{{Line: 9}, {Date: 20250212, Line: 7}, {Date: 20250318, Line: 2}, {Date: 20250318, Line: 1}}
	var lines []int
	for _, s := range model.Compare(lexicon, list, model.Filter{}).Selected.All() {
		lines = append(lines, s.Line)
	}
	if diff := cmp.Diff([]int{1, 2, 7, 9}, lines); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkCompare(b *testing.B) {
	var all []model.Statement
	for i := range 100_000 {
		all = append(all, statement(lexicon.Actors[i%3].ID, lexicon.Topics[i%2].ID, model.Stances[i%3], model.Date(20250101+i%28)))
	}
	b.ResetTimer()
	for b.Loop() {
		model.Compare(lexicon, all, model.Filter{Text: "停戦"})
	}
}
