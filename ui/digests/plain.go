package digests

import (
	"tachiba/model"
	"tachiba/ui/link"
	"tachiba/ui/plain"
)

// Plain returns the digests as lines that lead to their texts, at most most of
// them, all for 0; where a text is being read, that text, and the digests that
// are related to it.
func (m Model) Plain(most int) []plain.Line {
	m.show()
	if m.reading && m.fault == nil {
		return append(m.reader.Plain(), m.plainRelated(most)...)
	}
	lines := []plain.Line{{Text: m.look.T("plain.digests", len(m.items))}}
	if m.fault != nil {
		lines = append(lines, plain.Line{Depth: 1, Text: m.look.Error(m.fault)})
	}
	for i, it := range m.items {
		if most > 0 && i == most {
			lines = append(lines, plain.Line{Depth: 1, Text: m.look.T("reader.more", len(m.items)-most)})
			break
		}
		lines = append(lines, plain.Line{Depth: 1, Text: m.inWords(it), Open: link.Digest{ID: it.ID}})
	}
	return lines
}

// inWords returns all that the list tells of a digest, without signs.
func (m Model) inWords(it model.Listing) string {
	parts := append([]string{it.Title, m.look.Date(it.Date)}, it.Outlets...)
	parts = append(parts, m.look.T("plain.statements", m.counts[it.ID]))
	if it.Notes > 0 {
		parts = append(parts, m.look.T("digests.notes", it.Notes))
	}
	for _, mark := range []struct {
		is   bool
		name string
	}{{it.New, "pane.new"}, {it.Kept && !it.Read, "pane.unread"}, {it.Starred, "pane.starred"}} {
		if mark.is {
			parts = append(parts, m.look.T(mark.name))
		}
	}
	return m.look.List(parts...)
}

func (m Model) plainRelated(most int) (lines []plain.Line) {
	for i, r := range m.Related() {
		if i == 0 {
			lines = append(lines, plain.Line{Text: m.look.T("pane.related")})
		}
		if most > 0 && i == most {
			break
		}
		lines = append(lines, plain.Line{Depth: 1, Text: m.look.T("plain.evidence", r.Title, r.Why), Open: link.Digest{ID: r.ID}})
	}
	return lines
}
