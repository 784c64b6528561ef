package coder

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/data/lexicon"
	"tachiba/model"
)

// TestExamples runs the examples of the lexicons: of each class and topic, and
// of conflicts that have lexicons of their own.
func TestExamples(t *testing.T) {
	for _, path := range []string{"", filepath.Join("..", "lexicon", "testdata", "harbour.toml"), filepath.Join("..", "lexicon", "examples", "gaza.toml")} {
		lex, err := lexicon.Load(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range lex.Examples() {
			t.Run(e.Class+" "+e.Text, func(t *testing.T) {
				want := slices.Clone(e.Gives)
				slices.Sort(want)
				if diff := cmp.Diff(want, codeText(t, lex, e.Text), emptyAsNil); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

// TestSentences codes the sentences of testdata: constructions of all kinds.
func TestSentences(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("testdata", "sentences.txt"))
	if err != nil {
		t.Fatal(err)
	}
	lex := defaultLexicon(t)
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		sentence, gives, ok := strings.Cut(line, " |")
		if !ok {
			t.Fatalf("no | in %q", line)
		}
		t.Run(sentence, func(t *testing.T) {
			var want []string
			for w := range strings.SplitSeq(gives, ";") {
				if w = strings.TrimSpace(w); w != "" {
					want = append(want, w)
				}
			}
			slices.Sort(want)
			if diff := cmp.Diff(want, codeText(t, lex, sentence)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

var emptyAsNil = cmp.Transformer("sorted", func(s []string) string { return strings.Join(s, "; ") })

// codeText returns the statements of one narrative sentence, sorted.
func codeText(t *testing.T, lex *lexicon.Lexicon, text string) []string {
	t.Helper()
	d := model.Digest{Sentences: []model.Sentence{{
		Text: text, Line: 1, Role: model.RoleNarrative, Section: model.None, Card: model.None,
	}}}
	statements, err := ByRule(lex).Code(context.Background(), &d)
	if err != nil {
		t.Fatal(err)
	}
	return brief(statements)
}

func brief(statements []model.Statement) []string {
	var out []string
	for _, s := range statements {
		out = append(out, string(s.Actor)+" "+string(s.Topic)+" "+string(s.Stance))
	}
	slices.Sort(out)
	return out
}
