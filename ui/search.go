package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/text"
)

// answerMsg is what a filter selects.
type answerMsg struct {
	contents   contents
	filter     model.Filter
	comparison model.Comparison
	found      map[string][]int
	err        error
}

// ask compares what the filter selects, and finds the sentences that hold its
// text.
func (a App) ask() answerMsg {
	m := answerMsg{contents: a.contents, filter: a.filter, comparison: a.contents.ledger.Compare(a.look.Lexicon, a.filter)}
	if a.filter.Text != "" {
		m.found, m.err = a.contents.find(a.filter.Text)
	}
	return m
}

// answer shows what the filter selects, unless it has changed meanwhile.
func (a *App) answer(m answerMsg) {
	if !m.filter.Equal(a.filter) || m.contents.ledger != a.contents.ledger {
		return
	}
	if m.err != nil {
		a.message = a.look.Error(m.err)
	}
	a.comparison, a.found = m.comparison, m.found
	a.hand()
	if a.revealing {
		a.compare.Reveal()
	}
	a.revealing = false
}

// openSearch puts the cursor into the search line; the filter follows what is
// typed.
func (a *App) openSearch() tea.Cmd {
	a.remember()
	a.searching = true
	a.search.SetValue(a.filter.Text)
	a.search.CursorEnd()
	a.search.SetWidth(max(a.w-4, 10))
	return a.search.Focus()
}

// typeSearch takes a key of the search line: Enter keeps the text, Esc brings
// back what was before.
func (a App) typeSearch(msg tea.Msg) (tea.Model, tea.Cmd) {
	if press, ok := msg.(tea.KeyPressMsg); ok {
		if kept := key.Matches(press, a.keys.Enter); kept || key.Matches(press, a.keys.Back) {
			a.endSearch(kept)
			return a, nil
		}
	}
	var cmd tea.Cmd
	a.search, cmd = a.search.Update(msg)
	if f := a.filter; a.options.Clean(a.search.Value()) != f.Text {
		f.Text = a.options.Clean(a.search.Value())
		a.tryFilter(f)
	}
	return a, cmd
}

// endSearch leaves the search line.
func (a *App) endSearch(kept bool) {
	a.searching = false
	a.search.Blur()
	a.settleFilter(kept)
}

// searchCursor returns the cell of the cursor in the search line. It is computed
// from display width: textinput counts runes, and Japanese takes two cells each.
func (a App) searchCursor() *tea.Cursor {
	before := string([]rune(a.search.Value())[:a.search.Position()])
	return tea.NewCursor(min(1+text.Width(a.search.Prompt+before), a.w-1), a.h-1)
}
