package text

import (
	"fmt"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"pgregory.net/rapid"
)

func TestWords(t *testing.T) {
	w := NewWords([]string{"停戦", "停戦案", "米", "Russia", "案"})
	s := "米国の停戦案と停戦、Russiaの案"
	var found []string
	for _, span := range w.Find(s, lipgloss.NewStyle()) {
		found = append(found, s[span.Start:span.End])
	}
	if got := strings.Join(found, "|"); got != "停戦案|停戦|Russia" {
		t.Errorf("found %s", got)
	}
}

// TestWordsFindWhatFindFinds compares it with looking for each word by itself.
func TestWordsFindWhatFindFinds(t *testing.T) {
	letters := rapid.SampledFrom([]string{"停", "戦", "案", "a", "b", "、"})
	rapid.Check(t, func(r *rapid.T) {
		s := strings.Join(rapid.SliceOfN(letters, 0, 30).Draw(r, "s"), "")
		var words []string
		for range rapid.IntRange(1, 5).Draw(r, "n") {
			words = append(words, strings.Join(rapid.SliceOfN(letters, 2, 4).Draw(r, "word"), ""))
		}
		at := func(spans []Span) (out []string) {
			for _, s := range spans {
				out = append(out, fmt.Sprint(s.Range))
			}
			return out
		}
		fast, slow := at(NewWords(words).Find(s, lipgloss.NewStyle())), at(Find(s, words, lipgloss.NewStyle()))
		// A word that overlaps its own end is found anew behind a longer one by the
		// first alone: what the second finds must be there.
		for _, span := range slow {
			if !strings.Contains(strings.Join(fast, " "), span) {
				r.Fatalf("%q in %q: %v, not %v", words, s, fast, slow)
			}
		}
	})
}
