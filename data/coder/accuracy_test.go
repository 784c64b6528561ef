package coder_test

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"tachiba/data/coder"
	"tachiba/data/gold"
	"tachiba/data/lexicon"
	"tachiba/model"
)

// shared holds digests that people coded. They are not part of the repository;
// without them these sets are skipped, and the samples alone are measured.
const shared = "../../../shared"

var (
	showErrors = flag.String("errors", "", "print the errors on this set: sample, seeds, dev, train")
	only       = flag.String("only", "", "print only errors whose kind, actor, topic, digest and stance contain this")
)

// goldSet is a set of coded digests with the triple F1 that the coder must
// reach: a little under what it did when the figure was set.
type goldSet struct {
	name    string
	texts   string
	gold    string
	holds   func(id string) bool
	least   float64
	lexicon string // "" for the default
}

// goldSets returns all coded digests. The weights were trained on all but the
// held-out ones, so that only these tell how well new digests are coded;
// nobody who changes the coder is to read their texts or their errors.
func goldSets() []goldSet {
	all := func(string) bool { return true }
	isEnglish := func(id string) bool { return id == "h7" || id == "h8" }
	isJapanese := func(id string) bool { return !isEnglish(id) }
	const heldOut, gaza = "corpus/held-out", "../lexicon/examples/gaza"
	return []goldSet{
		{"sample", "../sample/digests", "../sample/gold.jsonl", all, 0.90, ""},
		{"seeds", shared + "/seeds", shared + "/gold/seeds.jsonl", all, 0.91, ""},
		{"dev", shared + "/gold/dev", shared + "/gold/dev/gold.jsonl", all, 0.80, ""},
		{"train", shared + "/gold/train", shared + "/gold/train/gold.jsonl", all, 0.84, ""},
		{"held-out", heldOut, heldOut + "/gold.jsonl", isJapanese, 0.53, ""},
		{"held-out English", heldOut, heldOut + "/gold.jsonl", isEnglish, 0.36, ""},
		{"gaza", gaza, gaza + "/gold.jsonl", all, 0.75, gaza + ".toml"},
	}
}

func (g goldSet) load(t testing.TB) ([]model.GoldRow, []model.Digest) {
	t.Helper()
	rows, digests, err := gold.ReadSet(g.gold, g.texts)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("the coded digests are not here: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	rows = slices.DeleteFunc(rows, func(r model.GoldRow) bool { return !g.holds(r.Digest) })
	return rows, slices.DeleteFunc(digests, func(d model.Digest) bool { return !g.holds(d.ID) })
}

// TestAccuracy holds what the coder reaches. With -v it prints the figures,
// with -errors SET the disagreements.
func TestAccuracy(t *testing.T) {
	for _, set := range goldSets() {
		t.Run(set.name, func(t *testing.T) {
			lex, err := lexicon.Load(set.lexicon)
			if err != nil {
				t.Fatal(err)
			}
			c := coder.New(lex)
			rows, digests := set.load(t)
			var coded []model.Statement
			for i := range digests {
				s, err := c.Code(context.Background(), &digests[i])
				if err != nil {
					t.Fatal(err)
				}
				coded = append(coded, s...)
			}
			e := model.Evaluate(&lex.Lexicon, rows, digests, coded)
			if testing.Verbose() {
				t.Log("\n" + figures(lex, set.name, e))
			}
			for _, d := range digests {
				if !testing.Verbose() {
					break
				}
				own := slices.DeleteFunc(slices.Clone(rows), func(r model.GoldRow) bool { return r.Digest != d.ID })
				one := model.Evaluate(&lex.Lexicon, own, digests, coded)
				t.Logf("digest %s: gold %d coded %d triple %.2f pair %.2f", d.ID, one.Triples.Gold, one.Triples.Coded, one.Triples.F1, one.Pairs.F1)
			}
			if set.name == *showErrors {
				printErrors(e)
			}
			if e.Triples.F1 < set.least {
				t.Errorf("triple F1 %.3f, want at least %.3f", e.Triples.F1, set.least)
			}
		})
	}
}

func figures(lex *lexicon.Lexicon, name string, e model.Evaluation) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-8s triple %.3f (P %.2f R %.2f; %.2f-%.2f)  pair %.3f  a+c %.3f  no-neg %.3f  cells %.2f/%.2f  unmatched %d | cooc %.2f/%.2f maj %.2f/%.2f",
		name, e.Triples.F1, e.Triples.Precision, e.Triples.Recall, e.Interval.Low, e.Interval.High,
		e.Pairs.F1, e.AgainstConditional.F1, e.WithoutNegotiations.F1, e.Cells.Share, e.CellsByDigest.Share, e.Unmatched,
		e.Cooccurrence.Triples.F1, e.Cooccurrence.Pairs.F1, e.Majority.Triples.F1, e.Majority.Pairs.F1)
	for _, topic := range e.Topics {
		fmt.Fprintf(&b, "\n   %-14s gold %3d coded %3d right %3d  F1 %.2f", topic.Topic, topic.Gold, topic.Coded, topic.Right, topic.F1)
	}
	for _, row := range e.Confusion {
		fmt.Fprintf(&b, "\n   %-12s favor %3d against %3d conditional %3d none %3d", cmp.Or(string(row.Gold), "(none)"), row.Favor, row.Against, row.Conditional, row.None)
	}
	reasons := map[string]int{}
	for _, err := range e.Errors {
		if err.Kind != model.ErrorMissed {
			continue
		}
		actor, _ := lex.Lexicon.Actor(err.Actor)
		topic, _ := lex.Lexicon.Topic(err.Topic)
		reasons[fmt.Sprintf("actor named %v, topic named %v", named(err.Sentence, actor.Words), named(err.Sentence, topic.Words))]++
	}
	fmt.Fprintf(&b, "\n   missed: %v", reasons)
	for _, band := range e.Bands {
		fmt.Fprintf(&b, "\n   %.2f-%.2f: %d of %d, %.2f", band.From, band.To, band.Right, band.Total, band.Share.Share)
	}
	return b.String()
}

func printErrors(e model.Evaluation) {
	last := ""
	for _, err := range e.Errors {
		line := fmt.Sprintf("  %s %s %s %s→%s [%s]", err.Kind, err.Actor, err.Topic, err.Expected, err.Got, err.Cue)
		if !strings.Contains(err.Digest+line, *only) {
			continue
		}
		if err.Sentence != last {
			fmt.Printf("%s:%d %s\n", err.Digest, err.Line, err.Sentence)
			last = err.Sentence
		}
		fmt.Println(line)
	}
}

func named(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}
