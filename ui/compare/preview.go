package compare

import (
	"tachiba/model"
	"tachiba/ui/look"
	"tachiba/ui/text"
)

// SetBrief tells whether the preview is the newest sentence alone: while the cursor
// moves, more would only be a flicker, and much to send over a slow line.
func (m *Model) SetBrief(brief bool) { m.brief = brief }

// preview returns what the selected cell rests on, in h lines: the position and
// the proposition, the newest sentence that carries it, then the newest others,
// as many as fit.
func (m Model) preview(h int) []string {
	lines := []string{m.look.Rule(m.w)}
	row, p, ok := m.Cell()
	if !ok {
		return lines
	}
	lines = append(lines, " "+m.fit(m.summary(row, p)))
	if p.Stance == model.NoEvidence {
		return append(lines, " "+m.fit(m.look.Muted.Render(m.look.T("compare.no_evidence", m.look.Name(m.comparison.Actors[m.col].Name)))))
	}
	leading := p.Leading()
	lines = append(lines, m.look.Shorten(m.evidence(p.Evidence.At(leading)), h-len(lines), m.w-4)...)
	if m.brief {
		return lines
	}
	for i, s := range p.Evidence.All() {
		if i == leading {
			continue
		}
		block := m.evidence(s)
		if len(block) > h-len(lines) {
			break
		}
		lines = append(lines, block...)
	}
	return lines
}

func (m Model) summary(row model.Row, p model.Position) string {
	s := m.look.Strong.Render(m.look.Name(m.comparison.Actors[m.col].Name)) + " " + m.look.Badge(p.Stance)
	for _, stance := range model.Stances {
		if n := p.Counts.Of(stance); n > 0 && n < p.Counts.Total() {
			s += " " + m.look.Theme.Stance(stance).Render(m.look.T("compare.count", m.look.Sign(stance), n))
		}
	}
	s += "  " + m.look.Muted.Render(m.look.T("compare.proposition", m.look.Name(row.Topic.Proposition)))
	if p.New > 0 {
		s += "  " + m.look.Accent.Render(m.look.New+m.look.T("compare.new", p.New))
	}
	if p.Moved() && p.Before != model.NoEvidence {
		s += "  " + m.look.Warn.Render(m.look.T("compare.moved", m.look.Stance(p.Before), m.look.Stance(p.Stance)))
	} else if p.Shifted {
		s += "  " + m.look.Warn.Render(m.look.Shift+" "+m.look.T("compare.shifted"))
	}
	return s
}

// evidence returns a sentence and its source.
func (m Model) evidence(s model.Statement) []string {
	lines := m.look.Sentence(m.look.Quote(model.StripMark(s.Text)), s.Cues(), min(m.w-4, look.MaxSentence))
	sign := m.look.Theme.Stance(s.Stance).Render(m.look.Fit(m.look.Sign(s.Stance), 2))
	for i := range lines {
		lines[i] = " " + sign + lines[i]
		sign = "  "
	}
	return append(lines, "   "+m.fit(m.look.Muted.Render(m.look.Join(s.Speaker, m.look.Source(s)))))
}

func (m Model) fit(s string) string { return text.Truncate(s, m.w-4, m.look.Ellipsis) }
