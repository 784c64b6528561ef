package cli

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"pgregory.net/rapid"

	"tachiba/model"
)

// What is marked is what the terms find, in whatever case and width, and all of it.
func TestMatches(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[停戦aＡbé　İ\x80 ]{0,12}`)
		s, terms := word.Draw(t, "s"), model.Terms(word.Draw(t, "query"))
		spans := matches(s, terms, lipgloss.NewStyle())
		end := 0
		for _, span := range spans {
			if span.Start < end || span.End > len(s) {
				t.Fatalf("%+v overlap", spans)
			}
			end = span.End
			found := false
			for _, term := range terms {
				found = found || model.FoldText(s[span.Start:span.End]) == term
			}
			if !found {
				t.Fatalf("%q is none of %q", s[span.Start:span.End], terms)
			}
		}
		for _, term := range terms {
			if strings.Contains(model.FoldText(s), term) && len(spans) == 0 {
				t.Fatalf("%q is not marked in %q", term, s)
			}
		}
	})
}
