package digests

import (
	"strings"
	"unicode/utf8"

	"tachiba/model"
	"tachiba/ui/text"
)

const (
	titleRows = 2
	itemRows  = titleRows + 2 // the title, date and sources, and a row between
	wide      = 90            // from here on list and text stand beside each other
)

func (m Model) beside() bool   { return m.w >= wide }
func (m Model) listWidth() int { return max(30, min(m.w/3, 52)) }
func (m Model) visible() int   { return max(1, (m.h+1)/itemRows) }

// View returns the view, h lines of at most w cells.
func (m Model) View() string {
	if !m.beside() {
		if m.reading {
			return m.reader.View()
		}
		return strings.Join(m.list(m.w), "\n")
	}
	list, right := m.list(m.listWidth()), strings.Split(m.reader.View(), "\n")
	lines := make([]string, m.h)
	for y := range lines {
		left, body := "", ""
		if y < len(list) {
			left = list[y]
		}
		if y < len(right) {
			body = right[y]
		}
		lines[y] = m.look.Fit(left, m.listWidth()) + m.look.Faint.Render(m.look.Side) + body
	}
	return strings.Join(lines, "\n")
}

// list returns the rows of the list, at most w cells wide.
func (m Model) list(w int) []string {
	var lines []string
	for i := m.top; i < min(m.top+m.visible(), len(m.items)); i++ {
		d := m.items[i]
		mark, title, meta := "  ", m.look.Text, m.look.Muted
		if i == m.at {
			mark, title = m.look.Fit(m.look.Cursor, 2), m.look.Title
			if !m.reading {
				title = m.look.Selected
			}
		}
		block := make([]string, 0, itemRows)
		for k, l := range text.Wrap(d.Title, w-3) {
			if k == titleRows {
				block[k-1] = "  " + title.Render(text.Truncate(text.Wrap(d.Title, w-3)[k-1]+m.look.Ellipsis, w-3, m.look.Ellipsis))
				break
			}
			block = append(block, m.look.Title.Render(mark)+title.Render(l))
			mark = "  "
		}
		if snippet, ok := m.snippets[d.ID]; ok && m.shown.Filter.Text != "" {
			block = append(block, "  "+m.snippet(snippet, w-3))
		} else {
			block = append(block, "  "+meta.Render(text.Truncate(m.meta(d), w-3, m.look.Ellipsis)))
		}
		lines = append(lines, append(block, make([]string, itemRows-len(block))...)...)
	}
	return lines
}

// meta returns date, statements, faults and outlets of a digest.
func (m Model) meta(it item) string {
	parts := []string{m.marks(it) + m.look.Date(it.Date), m.look.T("digests.statements", it.statements)}
	if it.Notes > 0 {
		parts = append(parts, m.look.T("digests.notes", it.Notes))
	}
	return m.look.Join(append(parts, it.Outlets...)...)
}

// marks returns the signs of what is new, unread or starred. Digests that are
// not kept have none.
func (m Model) marks(it item) (s string) {
	if it.New {
		s += m.look.New
	}
	if it.Kept && !it.Read {
		s += m.look.Unread
	}
	if it.Starred {
		s += m.look.Starred
	}
	if s != "" {
		s += " "
	}
	return s
}

// before is how many cells of a sentence are shown before what was found in it.
const before = 8

// snippet returns the part of a sentence around the first term, in width cells,
// with the terms marked.
func (m Model) snippet(sentence string, width int) string {
	spans := text.FindFolded(sentence, model.Terms(m.shown.Filter.Text), m.look.Cue)
	from := 0
	if len(spans) > 0 && text.Width(sentence) > width {
		for from < spans[0].Start && text.Width(sentence[from:spans[0].Start]) > before {
			_, n := utf8.DecodeRuneInString(sentence[from:])
			from += n
		}
	}
	head := ""
	if from > 0 {
		head = m.look.Ellipsis
	}
	return text.Truncate(head+text.Render(sentence, text.Range{Start: from, End: len(sentence)}, m.look.Muted, spans), width, m.look.Ellipsis)
}
