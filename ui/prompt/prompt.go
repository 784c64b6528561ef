// Package prompt is a dialog that asks for a line of text.
package prompt

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"tachiba/ui/filter"
	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/text"
)

// Answered is what was typed; ID is that of the prompt.
type Answered struct{ ID, Text string }

// Model is the dialog.
type Model struct {
	look  *look.Look
	keys  *keys.Map
	id    string
	title string
	hint  string
	input textinput.Model
	w     int
}

// New returns the dialog. Title says what is asked for, hint what may be typed.
func New(l *look.Look, k *keys.Map, id, title, hint string) Model {
	in := textinput.New()
	in.Prompt = ""
	in.SetVirtualCursor(false) // an input method shows its text at the real one
	in.Focus()
	return Model{look: l, keys: k, id: id, title: title, hint: hint, input: in, w: 80}
}

// SetSize sets the cells of the screen, which the dialog stays inside.
func (m *Model) SetSize(w, _ int) {
	m.w = w
	m.input.SetWidth(m.inner() - 4)
}

func (m Model) inner() int { return max(16, min(m.w-6, 72)) }

// Cursor returns where in the dialog the cursor stands. It is computed from
// display width: textinput counts runes.
func (m Model) Cursor() (x, y int) {
	before := string([]rune(m.input.Value())[:m.input.Position()])
	return 4 + min(text.Width(before), m.inner()-4), 2 // frame, padding and "> "; frame and title
}

// Update edits the line, and closes with Answered or filter.Closed.
func (m Model) Update(msg tea.Msg) (Model, tea.Cmd) {
	if press, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(press, m.keys.Back):
			return m, func() tea.Msg { return filter.Closed{Kept: false} }
		case key.Matches(press, m.keys.Enter):
			answer := Answered{m.id, strings.TrimSpace(m.input.Value())}
			return m, func() tea.Msg { return answer }
		}
	}
	var cmd tea.Cmd
	m.input, cmd = m.input.Update(msg)
	return m, cmd
}

// View returns the dialog.
func (m Model) View() string {
	lines := []string{m.look.Title.Render(m.title), m.look.Accent.Render("> ") + m.input.View()}
	for _, l := range text.Wrap(m.hint, m.inner()) {
		lines = append(lines, m.look.Muted.Render(l))
	}
	lines = append(lines, m.look.Muted.Render(m.look.T("prompt.keys")))
	for i := range lines {
		lines[i] = m.look.Fit(lines[i], m.inner())
	}
	return filter.Frame(m.look, strings.Join(lines, "\n"))
}
