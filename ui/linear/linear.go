// Package linear shows a view as lines that read from top to bottom, without
// columns and boxes, for screen readers: the terminal's own cursor stands on the
// line that is read.
package linear

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/plain"
	"tachiba/ui/scroll"
	"tachiba/ui/text"
)

// Most is how many entries of a list are shown: what is not may be filtered for.
const Most = 200

// Model is the list of lines.
type Model struct {
	look    *look.Look
	keys    *keys.Map
	lines   []plain.Line
	rows    []row
	starts  []int // the first row of each line
	at, top int   // the line of the cursor, the first row in sight
	w, h    int
}

// row is a part of a line that fits the width.
type row struct {
	line int
	text string
}

// New returns a list without lines.
func New(l *look.Look, k *keys.Map) Model { return Model{look: l, keys: k} }

// SetLook replaces theme and words.
func (m *Model) SetLook(l *look.Look, k *keys.Map) { m.look, m.keys = l, k }

// SetSize sets the cells that the list has.
func (m *Model) SetSize(w, h int) {
	if m.w != w || m.h != h {
		m.w, m.h = w, h
		m.wrap()
	}
}

// SetLines replaces the lines. Where they are those of the same view the cursor
// stays on its line as long as there is one.
func (m *Model) SetLines(lines []plain.Line, same bool) {
	if !same {
		m.at, m.top = 0, 0
	}
	m.lines = lines
	m.wrap()
}

// At returns the number of the line that the cursor is on.
func (m Model) At() int { return m.at }

// Go puts the cursor on a line by its number.
func (m *Model) Go(line int) { m.move(line - m.at) }

// Seek puts the cursor on the first line of a statement's sentence, where there is one.
func (m *Model) Seek(s model.Statement) {
	if i := slices.IndexFunc(m.lines, func(l plain.Line) bool {
		return l.Statement != nil && l.Statement.Digest == s.Digest && l.Statement.Sentence == s.Sentence
	}); i >= 0 {
		m.Go(i)
	}
}

func (m *Model) wrap() {
	m.rows, m.starts = nil, nil
	for i, l := range m.lines {
		m.starts = append(m.starts, len(m.rows))
		indent := min(2*l.Depth, m.w/4)
		for _, part := range text.Wrap(l.Text, m.w-indent-1) {
			m.rows = append(m.rows, row{i, text.Spaces(indent) + part})
		}
	}
	m.move(0)
}

// Update moves the cursor, and asks for what the line under it leads to. It
// reports whether the key was one of its own.
func (m *Model) Update(press tea.KeyPressMsg) (tea.Cmd, bool) {
	k := m.keys
	switch {
	case key.Matches(press, k.Up):
		m.move(-1)
	case key.Matches(press, k.Down):
		m.move(1)
	case key.Matches(press, k.PageUp):
		m.move(-m.h / 2)
	case key.Matches(press, k.PageDown):
		m.move(m.h / 2)
	case key.Matches(press, k.Top):
		m.move(-len(m.lines))
	case key.Matches(press, k.Bottom):
		m.move(len(m.lines))
	case key.Matches(press, k.Left):
		m.heading(-1)
	case key.Matches(press, k.Right, k.Switch):
		m.heading(1)
	case key.Matches(press, k.Enter):
		return m.open(), true
	default:
		return nil, false
	}
	return nil, true
}

// heading moves to the next line without indentation.
func (m *Model) heading(n int) {
	for i := m.at + n; i >= 0 && i < len(m.lines); i += n {
		if m.lines[i].Depth == 0 {
			m.move(i - m.at)
			return
		}
	}
}

// open asks for what the line leads to, or the first of those under it that leads
// anywhere.
func (m *Model) open() tea.Cmd {
	for i := m.at; i < len(m.lines) && (i == m.at || m.lines[i].Depth > m.lines[m.at].Depth); i++ {
		if msg := m.lines[i].Open; msg != nil {
			return func() tea.Msg { return msg }
		}
	}
	return nil
}

// move moves the cursor by n lines and keeps its row in sight.
func (m *Model) move(n int) {
	m.at = max(0, min(m.at+n, len(m.lines)-1))
	if len(m.lines) == 0 {
		m.top = 0
		return
	}
	_, m.top = scroll.Keep(m.last(), m.top, len(m.rows), m.h)
	_, m.top = scroll.Keep(m.starts[m.at], m.top, len(m.rows), m.h)
}

// last returns the last row of the line under the cursor.
func (m Model) last() int {
	if m.at+1 < len(m.starts) {
		return m.starts[m.at+1] - 1
	}
	return len(m.rows) - 1
}

// Wheel moves by n lines.
func (m *Model) Wheel(n int) { m.move(n) }

// Click puts the cursor on the line at y; on the line under the cursor it opens it.
func (m *Model) Click(y int) tea.Cmd {
	if i := m.top + y; i >= 0 && i < len(m.rows) {
		if m.rows[i].line == m.at {
			return m.open()
		}
		m.move(m.rows[i].line - m.at)
	}
	return nil
}

// Statement returns the statement that the line under the cursor tells of, false
// without any.
func (m Model) Statement() (model.Statement, bool) {
	if m.at >= len(m.lines) || m.lines[m.at].Statement == nil {
		return model.Statement{}, false
	}
	return *m.lines[m.at].Statement, true
}

// CursorRow returns the row of the view on which the cursor stands.
func (m Model) CursorRow() int {
	if m.at >= len(m.starts) {
		return 0
	}
	return m.starts[m.at] - m.top
}

// View returns the lines in sight.
func (m Model) View() string {
	var out []string
	for _, r := range m.rows[min(m.top, len(m.rows)):min(m.top+m.h, len(m.rows))] {
		style := m.look.Text
		switch {
		case r.line == m.at:
			style = m.look.Selected
		case m.lines[r.line].Depth == 0:
			style = m.look.Title
		}
		out = append(out, style.Render(text.Truncate(r.text, m.w, m.look.Ellipsis)))
	}
	return strings.Join(out, "\n")
}
