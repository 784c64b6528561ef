package model_test

import (
	"math"
	"reflect"
	"testing"

	"tachiba/model"
)

const (
	red  model.ActorID = "red"
	blue model.ActorID = "blue"
	toll model.TopicID = "toll"
	peat model.TopicID = "peat"
)

func conflict() *model.Lexicon {
	return &model.Lexicon{
		Actors: []model.Actor{{ID: red, Words: []string{"赤"}}, {ID: blue, Words: []string{"青"}}},
		Topics: []model.Topic{{ID: toll, Words: []string{"通行料"}}, {ID: peat, Words: []string{"泥炭"}}, {ID: model.Negotiations}},
	}
}

func digestOf(id string, texts ...string) model.Digest {
	d := model.Digest{ID: id}
	for i, text := range texts {
		d.Sentences = append(d.Sentences, model.Sentence{
			Text: text, Line: i + 1, Role: model.RoleNarrative, Section: model.None, Card: model.None,
		})
	}
	return d
}

func row(digest string, line int, text string, a model.ActorID, t model.TopicID, s model.Stance) model.GoldRow {
	return model.GoldRow{Digest: digest, Line: line, Sentence: text, Actor: a, Topic: t, Stance: s}
}

func code(digest string, sentence int, a model.ActorID, t model.TopicID, s model.Stance) model.Statement {
	return model.Statement{Digest: digest, Sentence: sentence, Actor: a, Topic: t, Stance: s, Cue: "語", Confidence: 0.9}
}

// One digest with a right, a wrong, a missed and an extra pair, an optional one
// that was coded, one with a further accepted stance; and a digest without gold.
func example() ([]model.GoldRow, []model.Digest, []model.Statement) {
	digests := []model.Digest{
		digestOf("one", "赤は通行料に賛成。", "青は通行料に反対。", "赤は泥炭を求めた。", "青は泥炭を拒んだ。"),
		digestOf("other", "赤は通行料に賛成。"),
	}
	optional := row("one", 4, "青は泥炭を拒んだ。", blue, peat, model.Against)
	optional.Optional = true
	also := row("one", 4, "青は泥炭を拒んだ。", red, peat, model.Favor)
	also.Also = []model.Stance{model.Conditional}
	gold := []model.GoldRow{
		row("one", 1, "赤は 通行料に賛成。", red, toll, model.Favor),
		row("one", 2, "青は通行料に反対した。", blue, toll, model.Against),
		row("one", 3, "赤は泥炭を求めた。", red, peat, model.Favor),
		optional, also,
		row("absent", 1, "文。", red, toll, model.Favor),
		row("one", 9, "どこにもない。", red, model.Negotiations, model.Favor),
	}
	coded := []model.Statement{
		code("one", 0, red, toll, model.Favor),
		code("one", 0, blue, toll, model.Favor), // extra
		code("one", 1, blue, toll, model.Favor), // wrong
		code("one", 3, blue, peat, model.Favor), // optional
		code("one", 3, red, peat, model.Conditional),
		code("other", 0, red, toll, model.Favor),
	}
	return gold, digests, coded
}

func TestEvaluate(t *testing.T) {
	gold, digests, coded := example()
	e := model.Evaluate(conflict(), gold, digests, coded)

	if e.Digests != 1 || e.Sentences != 4 || e.Unmatched != 1 || !reflect.DeepEqual(e.Missing, []string{"absent"}) {
		t.Errorf("digests %d, sentences %d, unmatched %d, missing %v", e.Digests, e.Sentences, e.Unmatched, e.Missing)
	}
	check := func(name string, s model.Score, gold, coded, right int) {
		t.Helper()
		if s.Gold != gold || s.Coded != coded || s.Right != right {
			t.Errorf("%s: gold %d, coded %d, right %d; want %d, %d, %d", name, s.Gold, s.Coded, s.Right, gold, coded, right)
		}
	}
	check("triples", e.Triples, 5, 4, 2)
	check("pairs", e.Pairs, 5, 4, 3)
	check("against and conditional", e.AgainstConditional, 2, 1, 1)
	check("without negotiations", e.WithoutNegotiations, 4, 4, 2)
	check("red", e.Actors[0].Score, 4, 2, 2)
	check("toll", e.Topics[0].Score, 2, 3, 1)
	check("favor", e.Stances[0].Score, 3, 3, 1)
	if want := 2.0 * 2 / 9; math.Abs(e.Triples.F1-want) > 1e-9 {
		t.Errorf("F1 %v, want %v", e.Triples.F1, want)
	}
	if e.Interval.Low != e.Triples.F1 || e.Interval.High != e.Triples.F1 {
		t.Errorf("interval of one digest is %v, want its F1", e.Interval)
	}
	// Right: red×toll, blue×negotiations and blue×peat (optional: none in both).
	if e.Cells.Right != 3 || e.Cells.Total != 6 {
		t.Errorf("cells %+v", e.Cells)
	}
	last := e.Confusion[len(e.Confusion)-1]
	if last.Gold != model.NoEvidence || last.Favor != 1 || e.Confusion[0].None != 2 {
		t.Errorf("confusion %+v", e.Confusion)
	}
	kinds := map[model.ErrorKind]int{}
	for _, err := range e.Errors {
		kinds[err.Kind]++
	}
	if kinds[model.ErrorMissed] != 2 || kinds[model.ErrorExtra] != 1 || kinds[model.ErrorStance] != 1 {
		t.Errorf("errors %v", e.Errors)
	}
	if top := e.Bands[len(e.Bands)-1]; top.Total != 4 || top.Right != 2 {
		t.Errorf("bands %+v", e.Bands)
	}
	check("co-occurrence", e.Cooccurrence.Triples, 5, 3, 2)
	check("majority", e.Majority.Triples, 5, 4, 2)
}

func TestEvaluateIsTheSameInEachRun(t *testing.T) {
	gold, digests, coded := example()
	gold = append(gold, row("other", 1, "赤は通行料に賛成。", red, toll, model.Favor))
	want := model.Evaluate(conflict(), gold, digests, coded)
	for range 20 {
		if got := model.Evaluate(conflict(), gold, digests, coded); !reflect.DeepEqual(got, want) {
			t.Fatalf("got %+v, then %+v", want, got)
		}
	}
	if want.Interval.Low >= want.Interval.High {
		t.Errorf("interval %v of two unlike digests", want.Interval)
	}
}

func TestEvaluateNothing(t *testing.T) {
	e := model.Evaluate(conflict(), nil, nil, nil)
	if e.Digests != 0 || e.Triples.F1 != 0 || len(e.Errors) != 0 {
		t.Errorf("got %+v", e)
	}
}
