package compare

import (
	"fmt"

	"tachiba/model"
	"tachiba/ui/link"
	"tachiba/ui/plain"
)

// Plain returns the comparison as lines: each topic with its proposition, each
// actor's position in words, and the newest sentence that carries it.
func (m Model) Plain(int) []plain.Line {
	var lines []plain.Line
	for _, row := range m.rows {
		lines = append(lines, plain.Line{Text: m.look.T("plain.topic", m.look.Name(row.Topic.Name), m.look.Name(row.Topic.Proposition))})
		for i, p := range row.Cells {
			lines = append(lines, m.plainPosition(row.Topic.ID, m.comparison.Actors[i], p)...)
		}
	}
	return lines
}

func (m Model) plainPosition(topic model.TopicID, actor model.Actor, p model.Position) []plain.Line {
	if p.Stance == model.NoEvidence {
		return []plain.Line{{Depth: 1, Text: m.look.T("plain.position", m.look.Name(actor.Name), m.look.Stance(p.Stance))}}
	}
	parts := []string{m.look.Stance(p.Stance), m.statementCount(p.Counts)}
	if p.Newest.Known() {
		parts = append(parts, m.look.T("plain.newest", m.look.Date(p.Newest)))
	}
	if p.Shifted {
		parts = append(parts, m.look.T("plain.shifted"))
	}
	newest := p.Evidence.At(p.Leading())
	source := m.look.List(m.look.Outlet(newest), m.look.Date(newest.Date))
	return []plain.Line{
		{Depth: 1, Text: m.look.T("plain.position", m.look.Name(actor.Name), m.look.List(parts...)), Open: link.Cell{Topic: topic, Actor: actor.ID}, Statement: &newest},
		{Depth: 2, Text: m.look.T("plain.evidence", m.look.Quote(model.StripMark(newest.Text)), source), Open: link.Sentence{Statement: newest}, Statement: &newest},
	}
}

// statementCount returns how many statements there are, and of which stances
// when they differ.
func (m Model) statementCount(c model.Counts) string {
	var each []string
	for _, s := range model.Stances {
		if n := c.Of(s); n > 0 {
			each = append(each, fmt.Sprintf("%s %d", m.look.Stance(s), n))
		}
	}
	count := m.look.T("plain.statements", c.Total())
	if len(each) > 1 {
		count += m.look.T("plain.parentheses", m.look.List(each...))
	}
	return count
}
