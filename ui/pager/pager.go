// Package pager is a dialog of lines that typing narrows: help, and the list of
// what was left out.
package pager

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/filter"
	"tachiba/ui/keys"
	"tachiba/ui/look"
)

// Line is a line of the dialog: a heading, or a name with what it means.
type Line struct {
	Name    string
	Text    string
	Heading bool
}

// Model is the dialog.
type Model struct {
	look  *look.Look
	keys  *keys.Map
	title string
	lines []Line
	query filter.Input
	top   int
	w, h  int
}

// New returns the dialog of lines.
func New(l *look.Look, k *keys.Map, title string, lines []Line) *Model {
	return &Model{look: l, keys: k, title: title, lines: lines, query: filter.NewInput(), w: 80, h: 24}
}

// SetSize sets the cells of the screen, which the dialog stays inside.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = w, h
	m.Wheel(0)
}

// Typing tells that letters are text, not keys.
func (m *Model) Typing() bool { return true }

// Update scrolls, narrows by what is typed, and closes: by esc once nothing is
// typed, then also by the key of the help, and by enter. The command that it
// returns, if any, is filter.Closed.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		m.edit(msg)
		return nil
	}
	typed := m.query.Value() != ""
	if n, ok := filter.Step(press, m.keys, m.room()); ok && (!typed || press.String() != "ctrl+u") {
		m.Wheel(n)
		return nil
	}
	switch {
	case typed && filter.Pressed(press, m.keys.Back):
		m.query.SetValue("")
		m.top = 0
	case filter.Pressed(press, m.keys.Back, m.keys.Enter), !typed && key.Matches(press, m.keys.Help):
		return func() tea.Msg { return filter.Closed{Kept: true} }
	default:
		m.edit(press)
	}
	return nil
}

// edit changes the query, and shows what it finds from the first line on.
func (m *Model) edit(msg tea.Msg) {
	if m.query.Update(msg) {
		m.top = 0
	}
}

// Wheel scrolls by n lines.
func (m *Model) Wheel(n int) { m.top = max(0, min(m.top+n, len(m.rows())-m.room())) }

// Click does nothing: there is nothing to choose.
func (m *Model) Click(int, int) tea.Cmd { return nil }

// found returns the lines that hold all words of the query, in whatever case and
// width; one is held by a line's heading too. A heading stays where a line under it
// does.
func (m *Model) found(words []string) []Line {
	var out []Line
	heading, said := Line{}, true
	for _, l := range m.lines {
		if l.Heading {
			heading, said = l, false
			continue
		}
		if !holds(l.Name+" "+l.Text+" "+heading.Text, words) {
			continue
		}
		if !said && heading.Text != "" {
			out = append(out, heading)
		}
		said = true
		out = append(out, l)
	}
	return out
}

func holds(s string, words []string) bool {
	for _, w := range words {
		if !model.Holds(s, w) {
			return false
		}
	}
	return true
}

// words returns what is looked for, folded.
func (m *Model) words() []string { return strings.Fields(model.FoldText(m.query.Value())) }
