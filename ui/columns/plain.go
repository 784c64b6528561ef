package columns

import (
	"slices"
	"strings"

	"tachiba/model"
	"tachiba/ui/link"
	"tachiba/ui/plain"
)

// Plain returns the topic as lines: its proposition, each actor's position in
// words, and under it the newest most cards, all for 0.
func (m Model) Plain(most int) []plain.Line {
	i := m.row()
	if i < 0 {
		return nil
	}
	topic := m.comparison.Rows[i].Topic
	lines := []plain.Line{{Text: m.look.T("plain.topic", m.look.Name(topic.Name), m.look.Name(topic.Proposition))}}
	for col, a := range m.comparison.Actors {
		if m.facing() && !slices.Contains(m.picked, a.ID) {
			continue
		}
		p := m.position(col)
		lines = append(lines, plain.Line{Depth: 1, Text: m.look.T("plain.position", m.look.Name(a.Name), m.inWords(p))})
		n := p.Evidence.Len()
		if most > 0 {
			n = min(n, most)
		}
		for i := range n {
			lines = append(lines, m.plainCard(p.Evidence.At(i)))
		}
		if more := p.Evidence.Len() - n; more > 0 {
			lines = append(lines, plain.Line{Depth: 2, Text: m.look.T("side.more", more)})
		}
	}
	return lines
}

// inWords returns the position without a sign.
func (m Model) inWords(p model.Position) string {
	parts := []string{m.look.Stance(p.Stance)}
	if p.Evidence.Len() > 0 {
		parts = append(parts, m.share(p))
	}
	if p.Shifted {
		parts = append(parts, m.look.T("plain.shifted"))
	}
	return m.look.List(parts...)
}

// plainCard returns a statement as a line that leads to its sentence.
func (m Model) plainCard(s model.Statement) plain.Line {
	stance := strings.TrimPrefix(m.look.Mark(s), m.look.Sign(s.Stance)+" ")
	about := m.look.List(stance, m.look.Date(s.Date), s.Speaker, m.look.Outlet(s))
	return plain.Line{
		Depth: 2, Text: m.look.T("side.card", about, m.look.Quote(model.StripMark(s.Text))),
		Open: link.Sentence{Statement: s}, Statement: &s,
	}
}
