package cli

import (
	"slices"
	"unicode/utf8"

	"charm.land/lipgloss/v2"

	"tachiba/model"
	"tachiba/ui/style"
	"tachiba/ui/text"
)

// colours tells whether what is printed may be styled: on a terminal that can,
// where the person did not refuse it (https://no-color.org).
func (a *app) colours() bool {
	_, ok := a.streams.Terminal(a.streams.Out)
	return ok && a.streams.Env("NO_COLOR") == "" && a.streams.Env("TERM") != "dumb"
}

// printPainted prints a table with styles in it. Its cells are cleaned before:
// the cleaner of standard output would take the styles too.
func (a *app) printPainted(t table) error {
	for _, row := range t.rows {
		for i, cell := range row {
			row[i] = a.out.cleaned([]byte(cell))
		}
	}
	width, _ := a.streams.Terminal(a.streams.Out)
	return t.writeText(a.raw, width, a.Ellipsis)
}

// marking returns a painter of a cell that makes the words stand out which terms
// (folded, as model.Terms returns them) find.
func (a *app) marking(terms []string) func(cell string, r text.Range) string {
	mark := a.Strong.Foreground(lipgloss.Red) // of the terminal's own colours, as grep has it
	if a.config.Theme == style.Mono {
		mark = a.Cue
	}
	return func(cell string, r text.Range) string {
		return text.Render(cell, r, lipgloss.NewStyle(), matches(cell, terms, mark))
	}
}

// matches returns where terms stand in s. FoldText turns a character into one
// character, so that what is found in folded text has its place in s.
func matches(s string, terms []string, style lipgloss.Style) []text.Span {
	folded := []rune(model.FoldText(s))
	starts := make([]int, 0, len(folded)+1) // of the characters of s
	for i := range s {
		starts = append(starts, i)
	}
	starts = append(starts, len(s))
	var out []text.Span
	for _, term := range terms {
		n := utf8.RuneCountInString(term)
		for i := 0; i+n <= len(folded) && i+n < len(starts); i++ {
			if slices.Equal(folded[i:i+n], []rune(term)) {
				out = append(out, text.Span{Range: text.Range{Start: starts[i], End: starts[i+n]}, Style: style})
			}
		}
	}
	return text.Merge(out)
}
