package text

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
)

// Span is a part of a text with a style of its own.
type Span struct {
	Range
	Style lipgloss.Style
}

// Find returns the spans of words in s, in their order. Where words overlap the
// longest wins, then the first.
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

// Merge returns spans in their order without overlaps: the longer wins, then
// the one that comes first in the list.
func Merge(spans []Span) []Span {
	slices.SortStableFunc(spans, func(a, b Span) int { return cmp.Compare(b.End-b.Start, a.End-a.Start) })
	var out []Span
	for _, s := range spans {
		if !slices.ContainsFunc(out, func(o Span) bool { return s.Start < o.End && o.Start < s.End }) {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
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
