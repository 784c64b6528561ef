package look

import (
	"fmt"
	"slices"
	"strings"

	"tachiba/model"
)

// FilterWords returns the filter in words, "" where it selects all.
func (l *Look) FilterWords(f model.Filter) string {
	var parts []string
	add := func(key string, values ...string) {
		if len(values) > 0 {
			parts = append(parts, l.T("plain.of", l.T(key), l.List(values...)))
		}
	}
	add("table.actor", names(f.Actors, l.Actor)...)
	add("table.topic", names(f.Topics, l.Topic)...)
	add("table.stance", names(f.Stances, l.Stance)...)
	if f.Since.Known() {
		add("plain.since", l.Date(f.Since))
	}
	if f.Until.Known() {
		add("plain.until", l.Date(f.Until))
	}
	if f.Text != "" {
		add("plain.search", f.Text)
	}
	if f.MinConfidence > 0 {
		add("filter.confidence", l.Draw(fmt.Sprintf("≥ %v", f.MinConfidence)))
	}
	if f.Review != model.ReviewAll {
		parts = append(parts, l.T("selected."+string(f.Review)))
	}
	if f.New {
		parts = append(parts, l.T("selected.new"))
	}
	return strings.Join(parts, l.T("plain.semicolon"))
}

func names[T any](list []T, name func(T) string) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = name(v)
	}
	return out
}

// Basis returns what a comparison rests on: how many digests and statements, how
// many of these are selected where that is not all, and from when they are.
func (l *Look) Basis(digests, total, selected int, first, last model.Date) string {
	parts := []string{l.T("plain.digests", digests), l.T("plain.statements", total)}
	if selected != total {
		parts = append(parts, l.T("plain.shown", selected))
	}
	switch {
	case first != last:
		parts = append(parts, l.T("plain.dates", l.Date(first), l.Date(last)))
	case last.Known():
		parts = append(parts, l.Date(last))
	}
	return l.T("plain.basis", l.List(parts...))
}

// Position returns sign and word of a position, how many statements carry it, and
// a sign where it changed.
func (l *Look) Position(p model.Position) string {
	text := l.Sign(p.Stance) + " " + l.Stance(p.Stance)
	if n := p.Counts.Of(p.Stance); n > 0 {
		text += fmt.Sprintf(" %d", n)
	}
	if p.Shifted {
		text += " " + l.Shift
	}
	return text
}

// List returns the parts that are not empty as a list in the reader's language.
func (l *Look) List(parts ...string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(parts), func(p string) bool { return p == "" }), l.T("plain.comma"))
}
