package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tachiba/model"
)

func TestCongruence(t *testing.T) {
	c := model.Compare(lexicon, []model.Statement{
		statement("US", "nato", model.Against, 20250212), statement("RU", "nato", model.Against, 20250212), statement("UA", "nato", model.Favor, 20250212),
		statement("US", "territory", model.Favor, 20250301), statement("RU", "territory", model.Conditional, 20250301),
	}, model.Filter{})
	want := [][]model.Congruence{
		{{}, {Same: 1, Both: 2}, {Both: 1}},
		{{Same: 1, Both: 2}, {}, {Both: 1}},
		{{Both: 1}, {Both: 1}, {}},
	}
	if diff := cmp.Diff(want, c.Congruence()); diff != "" {
		t.Error(diff)
	}
}

func TestShare(t *testing.T) {
	for c, want := range map[model.Congruence]float64{{Same: 1, Both: 2}: 0.5, {Both: 3}: 0, {Same: 3, Both: 3}: 1} {
		if got, ok := c.Share(); got != want || !ok {
			t.Errorf("%+v: %v %v", c, got, ok)
		}
	}
	if _, ok := (model.Congruence{}).Share(); ok {
		t.Error("without a topic in common there is a share")
	}
}

func TestAgreement(t *testing.T) {
	lex := &model.Lexicon{
		Actors: []model.Actor{{ID: "US"}, {ID: "RU"}},
		Topics: []model.Topic{{ID: "nato"}, {ID: "territory"}, {ID: "sanctions"}, {ID: "grain"}},
	}
	c := model.Compare(lex, []model.Statement{
		// In February they agree on nato, in March they do not: over all they do.
		statement("US", "nato", model.Against, 20250212), statement("US", "nato", model.Against, 20250213), statement("RU", "nato", model.Against, 20250228),
		statement("US", "nato", model.Favor, 20250301), statement("RU", "nato", model.Against, 20250320),
		statement("US", "territory", model.Favor, 20250305), statement("RU", "territory", model.Conditional, 20250306),
		statement("US", "sanctions", model.Favor, 20250401),
		statement("US", "grain", model.Favor, 0), statement("RU", "grain", model.Favor, 0),
	}, model.Filter{})
	want := model.Agreement{
		Congruence: model.Congruence{Same: 2, Both: 3},
		Unite:      []model.CommonTopic{{Topic: "nato", A: model.Against, B: model.Against}, {Topic: "grain", A: model.Favor, B: model.Favor}},
		Divide:     []model.CommonTopic{{Topic: "territory", A: model.Favor, B: model.Conditional}},
		OneSided:   1,
		Months: []model.MonthCongruence{
			{Month: 20250401}, {Month: 20250301, Congruence: model.Congruence{Both: 2}}, {Month: 20250201, Congruence: model.Congruence{Same: 1, Both: 1}},
		},
	}
	if diff := cmp.Diff(want, c.Agreement(0, 1)); diff != "" {
		t.Error(diff)
	}
}

// TestAgreementHoldsTogether checks what is true of every pair: it agrees as much
// one way as the other, and its topics are those counted.
func TestAgreementHoldsTogether(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c := model.Compare(lexicon, drawn(r), model.Filter{})
		all := c.Congruence()
		for i := range c.Actors {
			for j := range c.Actors {
				if i == j {
					continue
				}
				a, back := c.Agreement(i, j), c.Agreement(j, i)
				if a.Congruence != all[i][j] || a.Congruence != all[j][i] || len(a.Unite) != a.Same || len(a.Unite)+len(a.Divide) != a.Both {
					r.Errorf("%+v, counted as %+v", a, all[i][j])
				}
				if a.Congruence != back.Congruence || !cmp.Equal(a.Months, back.Months) || a.OneSided != back.OneSided {
					r.Errorf("%+v, the other way %+v", a, back)
				}
			}
		}
	})
}

func BenchmarkAgreement(b *testing.B) {
	c := tenYears(100_000).Compare(lexicon, model.Filter{})
	for b.Loop() {
		c.Congruence()
		c.Agreement(0, 1)
	}
}
