package digests

import (
	"unicode/utf8"

	"tachiba/model"
	"tachiba/ui/text"
)

const (
	titleRows = 2
	itemRows  = titleRows + 2 // the title, date and sources, and a row between
)

func (m Model) visible() int { return max(1, (m.h+1)/itemRows) }

// clickList puts the cursor on the digest at y. Where the text is not beside the
// list, a click on the digest under the cursor opens it.
func (m *Model) clickList(y int) {
	if i := m.top + y/itemRows; y >= 0 && y/itemRows < m.visible() && i < len(m.items) {
		m.read(i == m.at && !m.beside())
		m.move(i - m.at)
	}
}

// drawList returns the rows of the list, at most w cells wide.
func (m Model) drawList(w int) []string {
	var lines []string
	for i := m.top; i < min(m.top+m.visible(), len(m.items)); i++ {
		lines = append(lines, m.drawItem(m.items[i], i == m.at, w)...)
	}
	return lines
}

func (m Model) drawItem(it model.Listing, chosen bool, w int) []string {
	mark, style := "  ", m.look.Text
	if chosen {
		mark, style = m.look.Fit(m.look.Cursor, 2), m.look.Title
		if !m.reading {
			style = m.look.Selected
		}
	}
	lines := make([]string, 0, itemRows)
	for _, l := range m.wrap(it.Title, w-3, titleRows) {
		lines = append(lines, m.look.Title.Render(mark)+style.Render(l))
		mark = "  "
	}
	if snippet := m.snippets[it.ID]; snippet != "" && m.shown.Filter.Text != "" {
		lines = append(lines, "  "+m.snippet(snippet, w-3))
	} else {
		lines = append(lines, "  "+m.look.Muted.Render(text.Truncate(m.meta(it), w-3, m.look.Ellipsis)))
	}
	return append(lines, make([]string, itemRows-len(lines))...)
}

// meta returns date, statements, faults and outlets of a digest.
func (m Model) meta(it model.Listing) string {
	parts := []string{m.marks(it) + m.look.Date(it.Date), m.look.T("digests.statements", m.counts[it.ID])}
	if it.Notes > 0 {
		parts = append(parts, m.look.T("digests.notes", it.Notes))
	}
	return m.look.Join(append(parts, it.Outlets...)...)
}

// marks returns the signs of what is new, unread or starred. Digests that are
// not kept have none.
func (m Model) marks(it model.Listing) (s string) {
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
