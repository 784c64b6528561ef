package filter

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/text"
)

// The cells and lines of a Frame before its content.
const (
	FrameLeft = 2
	FrameTop  = 1
)

// Frame returns the content of a dialog in its border.
func Frame(l *look.Look, content string) string {
	border := lipgloss.RoundedBorder()
	if l.Signs.Rule == "-" {
		border = lipgloss.ASCIIBorder()
	}
	return lipgloss.NewStyle().Border(border).Padding(0, 1).Render(content)
}

// Hints returns the keys that s names, two spaces between each and the next, as many
// of the first as fit width cells.
func Hints(l *look.Look, s string, width int) string {
	shown := ""
	for i, hint := range strings.Split(s, "  ") {
		if i > 0 {
			hint = shown + "  " + hint
		}
		if text.Width(hint) > width {
			break
		}
		shown = hint
	}
	return l.Fit(l.Muted.Render(shown), width)
}

// Pressed tells whether a key is one of the bindings while letters are text: those
// that are no letter, and the space bar.
func Pressed(press tea.KeyPressMsg, bindings ...key.Binding) bool {
	return (press.Text == "" || press.Text == " ") && key.Matches(press, bindings...)
}

// far is further than any list is long.
const far = 1 << 20

// Step returns by how many places a key moves in a list while letters are text, page
// places at a time; ok is false for keys that do not move.
func Step(press tea.KeyPressMsg, k *keys.Map, page int) (n int, ok bool) {
	switch {
	case Pressed(press, k.Up), press.String() == "ctrl+p":
		return -1, true
	case Pressed(press, k.Down), press.String() == "ctrl+n":
		return 1, true
	case Pressed(press, k.PageUp):
		return -page, true
	case Pressed(press, k.PageDown):
		return page, true
	case Pressed(press, k.Top):
		return -far, true
	case Pressed(press, k.Bottom):
		return far, true
	}
	return 0, false
}
