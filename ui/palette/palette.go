// Package palette is the dialog that lists all that a person can do, narrowed by
// what they type.
package palette

import (
	tea "charm.land/bubbletea/v2"

	"tachiba/ui/filter"
	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/scroll"
)

// Chosen tells which command a person wants done.
type Chosen struct{ ID string }

// Model is the dialog.
type Model struct {
	look     *look.Look
	keys     *keys.Map
	commands []Command
	query    filter.Input
	hits     []hit
	at, top  int
	w, h     int
}

// New returns the dialog of commands, in the order in which they are to be seen
// while nothing is typed: the recent ones first.
func New(l *look.Look, k *keys.Map, commands []Command) *Model {
	m := &Model{look: l, keys: k, commands: commands, query: filter.NewInput(), w: 80, h: 24}
	m.narrow()
	return m
}

// SetSize sets the cells of the screen, which the dialog stays inside.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = w, h
	m.Wheel(0)
}

// Typing tells that letters are text, not keys.
func (m *Model) Typing() bool { return true }

// Update narrows by what is typed, moves, and closes. The command that it returns,
// if any, is the answer: Chosen or filter.Closed.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok || press.String() == "ctrl+u" { // which is page up elsewhere
		m.edit(msg)
		return nil
	}
	if n, ok := filter.Step(press, m.keys, m.visible()); ok {
		m.Wheel(n)
		return nil
	}
	switch {
	case filter.Pressed(press, m.keys.Back):
		return func() tea.Msg { return filter.Closed{Kept: false} }
	case filter.Pressed(press, m.keys.Enter):
		return m.choose()
	}
	m.edit(press)
	return nil
}

// edit changes the query; the cursor goes to what answers it best.
func (m *Model) edit(msg tea.Msg) {
	if m.query.Update(msg) {
		m.narrow()
	}
}

func (m *Model) narrow() {
	m.hits, m.at, m.top = rank(m.commands, m.query.Value()), 0, 0
}

func (m *Model) choose() tea.Cmd {
	if m.at >= len(m.hits) {
		return nil
	}
	id := m.commands[m.hits[m.at].command].ID
	return func() tea.Msg { return Chosen{id} }
}

// Wheel moves by n commands.
func (m *Model) Wheel(n int) {
	m.at, m.top = scroll.Keep(m.at+n, m.top, len(m.hits), m.visible())
}

// Click chooses the command at line y of the dialog.
func (m *Model) Click(_, y int) tea.Cmd {
	if i := m.top + y - rowsTop; y >= rowsTop && y < rowsTop+m.visible() && i < len(m.hits) {
		m.at = i
		return m.choose()
	}
	return nil
}
