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

// mostWelcome is the share of the height that the welcome may take.
const mostWelcome = 4

// welcomeLines returns the words of the welcome: in full where they leave the room
// to the comparison, else in a line.
func (a App) welcomeLines() []string {
	var lines []string
	for _, key := range []string{"welcome.samples", "welcome.keys", "welcome.own"} {
		lines = append(lines, text.Wrap(a.look.T(key), max(a.w-2, 10))...)
	}
	if len(lines) > a.h/mostWelcome {
		return text.Wrap(a.look.T("welcome.short"), max(a.w-2, 10))[:1]
	}
	return lines
}
