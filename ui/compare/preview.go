package compare

import (
	"tachiba/model"
	"tachiba/ui/text"
)

// preview returns what the selected cell rests on, in h lines: the proposition
// and position, the newest sentence, and its source.
func (m Model) preview(h int) []string {
	lines := []string{m.look.Rule(m.w)}
	row, p, ok := m.Cell()
	if !ok {
		return lines
	}
	actor := m.look.Name(m.comparison.Actors[m.col].Name)
	proposition := m.look.Name(row.Topic.Proposition)
	if p.Stance == model.NoEvidence {
		return append(lines, " "+m.fit(m.look.Strong.Render(actor)+" "+m.look.Badge(p.Stance)+"  "+m.look.Muted.Render(proposition)),
			" "+m.fit(m.look.Muted.Render(m.look.T("compare.no_evidence", actor))))
	}
	counts := ""
	for _, s := range model.Stances {
		if n := p.Counts.Of(s); n > 0 {
			counts += " " + m.look.Theme.Stance(s).Render(m.look.T("compare.count", m.look.Sign(s), n))
		}
	}
	shift := ""
	if p.Shifted {
		shift = "  " + m.look.Warn.Render(m.look.Shift+" "+m.look.T("compare.shifted"))
	}
	lines = append(lines, " "+m.fit(m.look.Strong.Render(actor)+" "+m.look.Badge(p.Stance)+" "+counts+shift+"  "+m.look.Muted.Render(proposition)))
	newest := p.Evidence[0]
	sentence := text.Wrap(m.look.Quote(model.StripMark(newest.Text)), m.w-2)
	if room := h - 3; len(sentence) > room {
		sentence = sentence[:room]
		sentence[room-1] = text.Truncate(sentence[room-1]+m.look.Ellipsis, m.w-2, m.look.Ellipsis)
	}
	for _, s := range sentence {
		lines = append(lines, " "+s)
	}
	return append(lines, " "+m.fit(m.look.Muted.Render(m.look.Join(newest.Speaker, m.look.Source(newest)))))
}

func (m Model) fit(s string) string { return text.Truncate(s, m.w-2, m.look.Ellipsis) }
