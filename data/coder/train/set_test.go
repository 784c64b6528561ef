package main

import (
	"context"
	"path/filepath"
	"testing"

	"tachiba/data/coder"
	"tachiba/data/coder/rank"
	"tachiba/data/lexicon"
	"tachiba/model"
)

func corpora(t *testing.T) []*set {
	t.Helper()
	golds, err := filepath.Glob("../corpus/*/gold.jsonl")
	if err != nil || len(golds) < 7 {
		t.Fatalf("%d corpora, %v", len(golds), err)
	}
	var out []*set
	for _, g := range golds {
		s, err := load(g, filepath.Dir(g))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

// TestCorpusIsSound tells that each row is about a sentence of its digest, on an
// actor, topic and stance that there are, and that no two digests share an id.
func TestCorpusIsSound(t *testing.T) {
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, s := range corpora(t) {
		digests := map[string]*model.Digest{}
		for i := range s.digests {
			d := &s.digests[i]
			if seen[d.ID] {
				t.Errorf("two digests are called %s", d.ID)
			}
			seen[d.ID], digests[d.ID] = true, d
		}
		coded := map[string]int{}
		for _, r := range s.rows {
			d := digests[r.Digest]
			if d == nil {
				t.Errorf("%s: no digest %s", s.name, r.Digest)
				continue
			}
			if at, ok := r.SentenceIn(d); !ok || d.Sentences[at].Line != r.Line {
				t.Errorf("%s:%d: no such sentence: %s", r.Digest, r.Line, r.Sentence)
			}
			_, actor := lex.Lexicon.Actor(r.Actor)
			_, topic := lex.Lexicon.Topic(r.Topic)
			if !actor || !topic {
				t.Errorf("%s:%d: %s %s", r.Digest, r.Line, r.Actor, r.Topic)
			}
			coded[r.Digest]++
		}
		for id := range digests {
			if coded[id] < 10 {
				t.Errorf("%s has %d rows", id, coded[id])
			}
		}
	}
}

// TestExamplesAreOfGold tells that what is coded becomes an example of its
// stance, and all else of none.
func TestExamplesAreOfGold(t *testing.T) {
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	s, err := load("../../sample/gold.jsonl", "../../sample/digests")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.see(context.Background(), coder.ByRule(lex), map[rank.Feature]string{}); err != nil {
		t.Fatal(err)
	}
	classes := map[int]int{}
	for _, e := range examples([]*set{s}, func(int) bool { return true }) {
		classes[e.Class]++
		if len(e.Features) == 0 || e.Class < 0 {
			t.Fatalf("an example of class %d with %d features", e.Class, len(e.Features))
		}
	}
	if classes[0] < 10*classes[1] || classes[2] == 0 || classes[3] == 0 {
		t.Errorf("classes %v", classes)
	}
	if len(examples([]*set{s}, func(n int) bool { return n == 0 })) >= len(examples([]*set{s}, func(int) bool { return true })) {
		t.Error("leaving digests out leaves nothing out")
	}
}
