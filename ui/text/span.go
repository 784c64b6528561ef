package text

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"charm.land/lipgloss/v2"

	"tachiba/model"
)

// Span is a part of a text with a style of its own.
type Span struct {
	Range
	Style lipgloss.Style
}

// Find returns the spans of words in s, as Merge orders them.
func Find(s string, words []string, style lipgloss.Style) []Span {
	var all []Span
	for _, w := range words {
		for at := 0; w != ""; {
			i := strings.Index(s[at:], w)
			if i < 0 {
				break
			}
			all = append(all, Span{Range{at + i, at + i + len(w)}, style})
			at += i + len(w)
		}
	}
	return Merge(all)
}

// FindFolded returns the spans of terms in s that model.FoldText makes of them:
// whatever their case and width.
func FindFolded(s string, terms []string, style lipgloss.Style) []Span {
	var all []Span
	// Folding changes lengths in bytes but not the number of characters.
	runes, folded := []rune(s), []rune(model.FoldText(s))
	if len(runes) != len(folded) {
		return nil
	}
	at := make([]int, len(runes)+1) // where each character stands in s
	for i, r := range runes {
		at[i+1] = at[i] + utf8.RuneLen(r)
	}
	for _, term := range terms {
		want := []rune(term)
		for i := 0; len(want) > 0 && i+len(want) <= len(folded); i++ {
			if slices.Equal(folded[i:i+len(want)], want) {
				all = append(all, Span{Range{at[i], at[i+len(want)]}, style})
			}
		}
	}
	return Merge(all)
}

// Merge returns spans in their order without overlaps: the one that starts first
// wins, of several the longest.
func Merge(spans []Span) []Span {
	slices.SortStableFunc(spans, func(a, b Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	var out []Span
	for _, s := range spans {
		if n := len(out); n == 0 || s.Start >= out[n-1].End {
			out = append(out, s)
		}
	}
	return out
}

// Render returns the part r of s in base, and in the styles of the spans (in
// order, without overlaps) where they reach into it.
func Render(s string, r Range, base lipgloss.Style, spans []Span) string {
	var b strings.Builder
	at := r.Start
	for _, span := range spans {
		from, to := max(span.Start, at), min(span.End, r.End)
		if from >= to {
			continue
		}
		if at < from {
			b.WriteString(base.Render(s[at:from]))
		}
		b.WriteString(span.Style.Inherit(base).Render(s[from:to]))
		at = to
	}
	if at < r.End {
		b.WriteString(base.Render(s[at:r.End]))
	}
	return b.String()
}
