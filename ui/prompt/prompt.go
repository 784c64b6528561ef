// Package prompt is a dialog that asks for a line of text.
package prompt

import (
	"strings"

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
	line  filter.Input
	w     int
}

// New returns the dialog. Title says what is asked for, hint what may be typed.
func New(l *look.Look, k *keys.Map, id, title, hint string) *Model {
	return &Model{look: l, keys: k, id: id, title: title, hint: hint, line: filter.NewInput(), w: 80}
}

// SetValue puts a text into the line, to be changed or kept.
func (m *Model) SetValue(s string) { m.line.SetValue(s) }

// SetSize sets the cells of the screen, which the dialog stays inside.
func (m *Model) SetSize(w, _ int) { m.w = w }

func (m *Model) inner() int { return max(16, min(m.w-6, 72)) }

// Typing tells that letters are text, not keys.
func (m *Model) Typing() bool { return true }

// Cursor returns where in the dialog the terminal's cursor stands: in the line.
func (m *Model) Cursor() (x, y int, ok bool) {
	return filter.FrameLeft + filter.PromptWidth + m.line.Cursor(m.inner()-filter.PromptWidth), filter.FrameTop + 1, true
}

// Update edits the line. The command that it returns, if any, is the answer:
// Answered or filter.Closed.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	switch {
	case ok && filter.Pressed(press, m.keys.Back):
		return func() tea.Msg { return filter.Closed{Kept: false} }
	case ok && filter.Pressed(press, m.keys.Enter):
		answer := Answered{m.id, strings.TrimSpace(m.line.Value())}
		return func() tea.Msg { return answer }
	}
	m.line.Update(msg)
	return nil
}

// Click does nothing: there is nothing to choose.
func (m *Model) Click(int, int) tea.Cmd { return nil }

// Wheel does nothing: there is nothing to scroll.
func (m *Model) Wheel(int) {}

// View returns the dialog.
func (m *Model) View() string {
	lines := []string{m.look.Title.Render(m.title), m.line.Query(m.look, m.inner(), "")}
	for _, l := range text.Wrap(m.hint, m.inner()) {
		lines = append(lines, m.look.Muted.Render(l))
	}
	lines = append(lines, m.look.Muted.Render(m.look.T("prompt.keys")))
	for i := range lines {
		lines[i] = m.look.Fit(lines[i], m.inner())
	}
	return filter.Frame(m.look, strings.Join(lines, "\n"))
}
