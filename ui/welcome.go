package ui

import (
	tea "charm.land/bubbletea/v2"

	"tachiba/ui/text"
)

// welcoming tells whether the words for a first start are shown: what the samples
// are, keys to try, and how to add one's own.
func (a App) welcoming() bool { return a.welcome && a.data.Samples && a.view == compareView }

// dismiss takes the welcome away for good.
func (a *App) dismiss() tea.Cmd {
	a.welcome = false
	a.resize()
	forget := a.options.Dismiss
	if forget == nil {
		return nil
	}
	return func() tea.Msg { return dismissedMsg{forget()} }
}

// dismissedMsg is how remembering that went.
type dismissedMsg struct{ err error }

// roomyHeight is the least height of a screen that has room for more than a line
// of notices.
const roomyHeight = 20

// welcomeLines returns the words of the welcome, as many lines as they need.
func (a App) welcomeLines() []string {
	if a.h < roomyHeight {
		return text.Wrap(a.look.T("welcome.short"), max(a.w-2, 10))[:1]
	}
	var lines []string
	for _, key := range []string{"welcome.samples", "welcome.keys", "welcome.own"} {
		lines = append(lines, text.Wrap(a.look.T(key), max(a.w-2, 10))...)
	}
	return lines
}
