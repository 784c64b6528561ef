package agreement

import (
	"tachiba/model"
	"tachiba/ui/plain"
)

// Plain returns each pair as lines: its share, the topics that unite and divide it,
// and its months; of each list at most most, all for 0.
func (m Model) Plain(most int) []plain.Line {
	if !m.paired() {
		return []plain.Line{{Text: m.look.T("agreement.alone")}}
	}
	var lines []plain.Line
	pairs, n := 0, len(m.comparison.Actors)
	for row := range n {
		for col := row + 1; col < n; col++ {
			if pairs++; most == 0 || pairs <= most {
				m.move(row, col) // of this copy
				lines = append(lines, m.plainPair(most)...)
			}
		}
	}
	if left := pairs - most; most > 0 && left > 0 {
		lines = append(lines, plain.Line{Text: m.look.T("agreement.more", left)})
	}
	return lines
}

// plainPair returns the pair under the cursor.
func (m Model) plainPair(most int) []plain.Line {
	pair := m.pair()
	words := m.look.T("agreement.nothing_common")
	if share, ok := pair.Share(); ok {
		words = m.percent(share) + m.look.T("plain.parentheses", m.look.T("agreement.common", pair.Same, pair.Both))
	}
	lines := []plain.Line{{Text: m.look.T("plain.position", m.look.T("agreement.pair", m.name(m.row), m.name(m.col)), words)}}
	for i, t := range m.topics() {
		if most > 0 && i == most {
			lines = append(lines, plain.Line{Text: m.look.T("agreement.more", pair.Both-most), Depth: 1})
			break
		}
		line := plain.Line{Text: m.plainTopic(t), Depth: 1, Open: m.cell(t.Topic)}
		if s, ok := m.leading(m.row, t.Topic); ok {
			line.Statement = &s
		}
		lines = append(lines, line)
	}
	return append(lines, m.plainMonths(pair.Months, most)...)
}

func (m Model) plainTopic(t model.CommonTopic) string {
	if t.A == t.B {
		return m.look.T("agreement.both", m.look.Topic(t.Topic), m.look.Stance(t.A))
	}
	return m.look.T("agreement.apart", m.look.Topic(t.Topic), m.name(m.row), m.look.Stance(t.A), m.name(m.col), m.look.Stance(t.B))
}

// plainMonths returns the newest months in one line, the newest first.
func (m Model) plainMonths(all []model.MonthCongruence, most int) []plain.Line {
	if len(all) == 0 {
		return nil
	}
	var months []string
	for i, c := range all {
		if most > 0 && i == most {
			break
		}
		words := m.look.Stance(model.NoEvidence)
		if share, ok := c.Share(); ok {
			words = m.percent(share) + m.look.T("plain.parentheses", fraction(c.Congruence))
		}
		months = append(months, c.Month.String()[:monthName]+" "+words)
	}
	return []plain.Line{{Text: m.look.T("plain.position", m.look.T("agreement.months", len(all)), m.look.List(months...)), Depth: 1}}
}
