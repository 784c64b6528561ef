package coder

import (
	"context"
	"slices"
	"testing"

	"tachiba/model"
)

// TestExplain reads a sentence of its own, whose clauses, holders and words must
// all be told, with what was decided and why.
func TestExplain(t *testing.T) {
	text := "米国は停戦を求めたが、ロシアは拒否した。"
	d := model.Digest{Sentences: []model.Sentence{
		{Text: "前の文。", Line: 1, Role: model.RoleNarrative, Section: model.None, Card: model.None},
		{Text: text, Line: 2, Role: model.RoleNarrative, Section: model.None, Card: model.None},
	}}
	readings, err := New(defaultLexicon(t)).Explain(context.Background(), &d, 2)
	if err != nil || len(readings) != 1 {
		t.Fatalf("%d readings, %v", len(readings), err)
	}
	r := readings[0]
	if r.Text != text || r.Line != 2 || len(r.Words) < 8 || r.Words[0] != (model.ReadWord{Text: "米国", Kind: "noun"}) {
		t.Errorf("%q, line %d, words %v", r.Text, r.Line, r.Words)
	}
	if len(r.Clauses) != 2 || !slices.Equal(r.Clauses[0].Actors, []model.ActorID{"US"}) || !slices.Equal(r.Clauses[1].Actors, []model.ActorID{"RU"}) {
		t.Errorf("clauses %+v", r.Clauses)
	}
	if !slices.Contains(r.Signs, model.ReadSign{Text: "停戦", Topic: "ceasefire", Sign: 1}) {
		t.Errorf("signs %+v", r.Signs)
	}
	stances := map[model.ActorID]model.Stance{}
	for _, w := range r.Weighed {
		sum := 0.0
		for _, p := range w.Chances {
			sum += p
		}
		if sum < 0.999 || sum > 1.001 || len(w.Reasons) == 0 {
			t.Errorf("%s %s: chances add up to %f, %d reasons", w.Actor, w.Topic, sum, len(w.Reasons))
		}
		if w.Topic == "ceasefire" {
			stances[w.Actor] = w.Stance
		}
	}
	if stances["US"] != model.Favor || stances["RU"] != model.Against {
		t.Errorf("stances %v", stances)
	}
}
