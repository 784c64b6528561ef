package pager

import (
	"strings"

	"charm.land/lipgloss/v2"

	"tachiba/ui/filter"
	"tachiba/ui/text"
)

// room returns the lines inside the frame beside title, query and foot.
func (m *Model) room() int { return max(1, m.h-6) }

// inner returns the cells inside the frame: what the longest line needs.
func (m *Model) inner() int {
	need := text.Width(m.look.T("pager.more", len(m.lines)) + m.look.T("pager.keys"))
	for _, l := range m.lines {
		need = max(need, m.nameWidth()+3+text.Width(l.Text))
	}
	return max(10, min(need, m.w-6, 100))
}

func (m *Model) nameWidth() int {
	w := 0
	for _, l := range m.lines {
		if !l.Heading {
			w = max(w, text.Width(l.Name))
		}
	}
	return min(w, m.w/3)
}

// Cursor returns where in the dialog the terminal's cursor stands: in the query.
func (m *Model) Cursor() (x, y int, ok bool) {
	return filter.FrameLeft + filter.PromptWidth + m.query.Cursor(m.inner()-filter.PromptWidth), filter.FrameTop + 1, true
}

// rows returns the lines that the query finds, wrapped and styled, with what it
// finds of them marked.
func (m *Model) rows() []string {
	words := m.words()
	name, inner := m.nameWidth(), m.inner()
	var out []string
	for _, l := range m.found(words) {
		if l.Heading {
			out = append(out, m.marked(l.Text, words, m.look.Strong))
			continue
		}
		spans := text.FindFolded(l.Text, words, m.look.Cue)
		for i, r := range text.Lines(l.Text, inner-name-3) {
			label := text.Spaces(name)
			if i == 0 {
				label = m.marked(m.look.Fit(l.Name, name), words, m.look.Accent)
			}
			out = append(out, " "+label+"  "+text.Render(l.Text, r, m.look.Text, spans))
		}
	}
	if len(out) == 0 {
		out = append(out, m.look.Muted.Render(m.look.T("pager.nothing", m.query.Value())))
	}
	return out
}

// marked returns s in a style, with the words marked.
func (m *Model) marked(s string, words []string, style lipgloss.Style) string {
	return text.Render(s, text.Range{End: len(s)}, style, text.FindFolded(s, words, m.look.Cue))
}

// View returns the dialog.
func (m *Model) View() string {
	rows, inner := m.rows(), m.inner()
	lines := []string{m.look.Fit(m.look.Title.Render(m.title), inner), m.query.Query(m.look, inner, m.look.T("pager.empty"))}
	end := min(m.top+m.room(), len(rows))
	for _, r := range rows[m.top:end] {
		lines = append(lines, m.look.Fit(r, inner))
	}
	foot := m.look.T("pager.keys")
	if m.query.Value() != "" {
		foot = m.look.T("pager.keys_typed")
	}
	if n := len(rows) - end; n > 0 {
		foot = m.look.T("pager.more", n) + "  " + foot
	}
	lines = append(lines, filter.Hints(m.look, foot, inner))
	return filter.Frame(m.look, strings.Join(lines, "\n"))
}
