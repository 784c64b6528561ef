package shifts

import (
	"tachiba/model"
	"tachiba/ui/link"
	"tachiba/ui/plain"
)

// Plain returns the list as lines: each group, its shifts, and both sentences of
// each; of a group at most most shifts, all for 0.
func (m Model) Plain(most int) []plain.Line {
	e := m.entries()
	var lines []plain.Line
	if e.Len() == 0 {
		for _, words := range m.reasons() {
			lines = append(lines, plain.Line{Text: words})
		}
		return lines
	}
	for g := range groups {
		n := e.count(g)
		if n == 0 {
			continue
		}
		lines = append(lines, plain.Line{Text: m.title(e, g)})
		shown := n
		if most > 0 {
			shown = min(n, most)
		}
		for i := range shown {
			lines = append(lines, m.plainEntry(e.At(e.starts[g]+i))...)
		}
		if shown < n {
			lines = append(lines, plain.Line{Text: m.look.T("shifts.more", n-shown), Depth: 1})
		}
	}
	return lines
}

func (m Model) plainEntry(s model.Shift) []plain.Line {
	from, to := s.Sides()
	old, now := m.plainSide(from), m.plainSide(to)
	subject := m.look.T("shifts.subject", m.look.Actor(s.Actor()), m.look.Topic(s.Topic()), m.became(s, m.look.Stance(from.Stance), m.look.Stance(to.Stance)), m.when(s, from, to))
	return []plain.Line{{Text: subject, Depth: 1, Open: now.Open, Statement: now.Statement}, old, now}
}

// plainSide returns a stance with its weight and its sentence.
func (m Model) plainSide(s model.Side) plain.Line {
	said := s.Statement()
	words := m.look.T("shifts.side", m.look.Date(s.Day.Date), m.look.Stance(s.Stance), m.weight(s), m.look.Quote(model.StripMark(said.Text)))
	if source := m.look.Join(said.Speaker, m.look.Outlet(said)); source != "" {
		words = m.look.T("plain.evidence", words, source)
	}
	return plain.Line{Text: words, Depth: 2, Open: link.Sentence{Statement: said}, Statement: &said}
}
