// Package pager is a dialog of lines that typing narrows: help, and the list of
// what was left out.
package pager

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/filter"
	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/text"
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
	query string
	top   int
	w, h  int
}

// New returns the dialog of lines.
func New(l *look.Look, k *keys.Map, title string, lines []Line) Model {
	return Model{look: l, keys: k, title: title, lines: lines}
}

// SetSize sets the cells of the screen, which the dialog stays inside.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = w, h
	m.scroll(0)
}

// Update scrolls, narrows by what is typed, and closes.
func (m Model) Update(msg tea.Msg) (Model, tea.Cmd) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return m, nil
	}
	switch s := press.String(); {
	case s == "up":
		m.scroll(-1)
	case s == "down":
		m.scroll(1)
	case key.Matches(press, m.keys.PageUp):
		m.scroll(-m.room())
	case key.Matches(press, m.keys.PageDown):
		m.scroll(m.room())
	case s == "backspace" && m.query != "":
		_, n := utf8.DecodeLastRuneInString(m.query)
		m.narrow(m.query[:len(m.query)-n])
	case key.Matches(press, m.keys.Back) && m.query != "":
		m.narrow("")
	case key.Matches(press, m.keys.Back, m.keys.Enter), m.query == "" && key.Matches(press, m.keys.Help):
		return m, func() tea.Msg { return filter.Closed{Kept: true} }
	case press.Text != "":
		m.narrow(m.query + press.Text)
	}
	return m, nil
}

func (m *Model) narrow(query string) {
	m.query, m.top = query, 0
}

// Wheel scrolls by n lines.
func (m *Model) Wheel(n int) { m.scroll(n) }

func (m *Model) scroll(n int) {
	m.top = max(0, min(m.top+n, len(m.rows())-m.room()))
}

// room returns the lines inside the frame beside title and foot.
func (m Model) room() int { return max(1, m.h-6) }

// inner returns the cells inside the frame: what the longest line needs.
func (m Model) inner() int {
	need := text.Width(m.look.T("pager.more", len(m.lines))+m.look.T("pager.keys")) + 4
	for _, l := range m.lines {
		need = max(need, m.nameWidth()+3+text.Width(l.Text))
	}
	return max(20, min(need, m.w-6, 100))
}

func (m Model) nameWidth() int {
	w := 0
	for _, l := range m.lines {
		if !l.Heading {
			w = max(w, text.Width(l.Name))
		}
	}
	return min(w, m.w/3)
}

// rows returns the lines that the query leaves, wrapped and styled. A heading
// stays where a line under it does.
func (m Model) rows() []string {
	query := model.FoldText(m.query)
	name, inner := m.nameWidth(), m.inner()
	var out []string
	heading, said := "", false
	for _, l := range m.lines {
		if l.Heading {
			heading, said = l.Text, false
			continue
		}
		if !strings.Contains(model.FoldText(l.Name+" "+l.Text+" "+heading), query) {
			continue
		}
		if heading != "" && !said {
			out = append(out, m.look.Strong.Render(heading))
			said = true
		}
		for i, part := range text.Wrap(l.Text, inner-name-3) {
			label := ""
			if i == 0 {
				label = l.Name
			}
			out = append(out, " "+m.look.Accent.Render(m.look.Fit(label, name))+"  "+part)
		}
	}
	if len(out) == 0 {
		out = append(out, m.look.Muted.Render(m.look.T("pager.nothing", m.query)))
	}
	return out
}

// View returns the dialog.
func (m Model) View() string {
	rows, inner := m.rows(), m.inner()
	title := m.look.Title.Render(m.title)
	if m.query != "" {
		title += m.look.Chip.Render("  /" + m.query)
	}
	lines := []string{m.look.Fit(title, inner)}
	end := min(m.top+m.room(), len(rows))
	for _, r := range rows[m.top:end] {
		lines = append(lines, m.look.Fit(r, inner))
	}
	foot := m.look.T("pager.keys")
	if n := len(rows) - end; n > 0 {
		foot = m.look.T("pager.more", n) + "  " + foot
	}
	lines = append(lines, m.look.Fit(m.look.Muted.Render(foot), inner))
	return filter.Frame(m.look, strings.Join(lines, "\n"))
}
