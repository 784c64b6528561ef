package model_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
)

func corrected() (*model.Digest, []model.Statement) {
	card := model.Card{Outlet: "港町新聞", URL: "https://example.com/1", Published: 20250304}
	d := &model.Digest{ID: "d", Sections: []model.Section{{Cards: []model.Card{card}}}, Sentences: []model.Sentence{
		{Text: "米国は停戦を求めた。", Line: 1, Role: model.RoleClaim, Section: 0, Card: 0},
		{Text: "ロシアは拒んだ。", Line: 2, Role: model.RoleNarrative, Section: 0, Card: model.None},
		{Text: "米国は停戦を求めた。", Line: 9, Role: model.RoleNarrative, Section: 0, Card: model.None},
	}}
	return d, []model.Statement{{
		Digest: "d", Sentence: 0, Line: 1, Text: d.Sentences[0].Text, Actor: "US", Topic: "nato", Stance: model.Favor, Speaker: "米国", Cue: "求めた", Confidence: 0.4, Date: 20250304,
	}}
}

func TestCorrect(t *testing.T) {
	us, ru := model.Code{Actor: "US", Topic: "nato", Stance: model.Favor}, model.Code{Actor: "RU", Topic: "nato", Stance: model.Against}
	on := func(line int, sentence string, v model.Verdict, was, now model.Code) model.Correction {
		return model.Correction{Digest: "d", Line: line, Sentence: sentence, Verdict: v, Was: was, Now: now}
	}
	first, second := "米国は停戦を求めた。", "ロシアは拒んだ。"
	undone := on(1, first, model.Reject, us, model.Code{})
	undone.Undone = true
	type got struct {
		Sentence int
		Code     model.Code
		Origin   model.Origin
		Cue      string
	}
	coded := got{0, us, model.ByCoder, "求めた"}
	tests := []struct {
		name        string
		corrections []model.Correction
		want        []got
	}{
		{"none", nil, []got{coded}},
		{"accepted", []model.Correction{on(1, first, model.Accept, us, us)}, []got{{0, us, model.Accepted, "求めた"}}},
		{"changed", []model.Correction{on(1, first, model.Change, us, ru)}, []got{{0, ru, model.Changed, "求めた"}}},
		{"rejected", []model.Correction{on(1, first, model.Reject, us, model.Code{})}, nil},
		{"rejected, undone", []model.Correction{undone}, []got{coded}},
		{"added", []model.Correction{on(2, second, model.Add, model.Code{}, ru)}, []got{coded, {1, ru, model.Added, ""}}},
		{"changed, then rejected", []model.Correction{on(1, first, model.Change, us, ru), on(1, first, model.Reject, ru, model.Code{})}, nil},
		{"the nearest of two like sentences", []model.Correction{on(8, first, model.Add, model.Code{}, ru)}, []got{coded, {2, ru, model.Added, ""}}},
		{"a sentence that is gone", []model.Correction{on(1, "消えた文。", model.Reject, us, model.Code{})}, []got{coded}},
		{"accepted, though the coder no longer says so", []model.Correction{on(2, second, model.Accept, ru, ru)}, []got{coded, {1, ru, model.Accepted, ""}}},
		{"added where there is one", []model.Correction{on(1, first, model.Add, model.Code{}, model.Code{Actor: "US", Topic: "nato", Stance: model.Against})}, []got{{0, model.Code{Actor: "US", Topic: "nato", Stance: model.Against}, model.Added, "求めた"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, statements := corrected()
			before := slices.Clone(statements)
			var list []got
			for _, s := range model.Correct(d, statements, tt.corrections) {
				list = append(list, got{s.Sentence, s.Code(), s.Origin, s.Cue})
				if s.Date != 20250304 || s.Origin != model.ByCoder && (s.Confidence != 1 || s.Outlet != "港町新聞") {
					t.Errorf("%+v", s)
				}
			}
			if diff := cmp.Diff(tt.want, list); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(before, statements); diff != "" {
				t.Errorf("what was coded changed: %s", diff)
			}
		})
	}
}

// TestOwnJudgementHolds holds that what the reader said stands against what a team
// says later.
func TestOwnJudgementHolds(t *testing.T) {
	d, statements := corrected()
	was, theirs := statements[0].Code(), model.Code{Actor: "US", Topic: "nato", Stance: model.Against}
	own := model.Correction{Digest: "d", Line: 1, Sentence: statements[0].Text, Verdict: model.Accept, Was: was, Now: was}
	team := own
	team.Verdict, team.Now, team.By = model.Change, theirs, "team"
	got := model.Correct(d, statements, []model.Correction{own, team})
	if len(got) != 1 || got[0].Code() != was || got[0].Origin != model.Accepted {
		t.Errorf("%+v", got)
	}
}

// TestJudged scores of a digest that was corrected only what was looked at.
func TestJudged(t *testing.T) {
	d, statements := corrected()
	statements = append(statements, model.Statement{Digest: "d", Sentence: 1, Line: 2, Text: "ロシアは拒んだ。", Actor: "RU", Topic: "nato", Stance: model.Against},
		model.Statement{Digest: "d", Sentence: 2, Line: 9, Text: "米国は停戦を求めた。", Actor: "UA", Topic: "territory", Stance: model.Favor})
	rows := []model.GoldRow{
		{Digest: "d", Line: 1, Sentence: statements[0].Text, Actor: "US", Topic: "nato", Stance: model.Favor, Verdict: model.Accept},
		{Digest: "d", Line: 2, Sentence: "ロシアは拒んだ。", Actor: "RU", Topic: "nato", Stance: model.Against, Verdict: model.Reject},
	}
	e := model.Evaluate(lexicon, rows, []model.Digest{*d}, statements)
	if s := e.Triples; s.Gold != 1 || s.Coded != 2 || s.Right != 1 {
		t.Errorf("%+v", s)
	}
	rows[0].Verdict, rows = "", rows[:1]
	if s := model.Evaluate(lexicon, rows, []model.Digest{*d}, statements).Triples; s.Coded != 3 {
		t.Errorf("a digest that was coded whole: %+v", s)
	}
}
