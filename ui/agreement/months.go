package agreement

import (
	"slices"
	"strings"

	"tachiba/model"
	"tachiba/ui/text"
)

// between is the cells between two months.
const between = 3

// months returns the pair's months in at most most rows: the newest that fit, from
// left to right and from above in the order of time. Where there is but one row
// they stand beside their heading.
func (m Model) months(w, most int) []panelRow {
	all := m.pair().Months
	if most <= 0 || len(all) == 0 {
		return nil
	}
	heading := m.look.T("agreement.months", len(all))
	if most == 1 {
		room := w - 1 - text.Width(heading) - 2
		return []panelRow{m.line(m.look.Strong.Render(heading)+"  "+strings.Join(m.monthLines(all, room, 1), ""), w)}
	}
	var rows []panelRow
	if most > minMonths {
		rows = append(rows, panelRow{"", -1})
	}
	rows = append(rows, m.line(m.look.Strong.Render(heading), w))
	for _, l := range m.monthLines(all, w-2, most-len(rows)) {
		rows = append(rows, m.line(" "+l, w))
	}
	return rows
}

// monthLines returns as many of the newest months as fit into lines of a width.
func (m Model) monthLines(all []model.MonthCongruence, w, lines int) (out []string) {
	l := bars
	for l > shares && m.monthWidth(l) > w {
		l--
	}
	columns := max(1, (w+between)/(m.monthWidth(l)+between))
	shown := slices.Clone(all[:min(len(all), columns*lines)])
	slices.Reverse(shown)
	for row := range slices.Chunk(shown, columns) {
		var b strings.Builder
		for i, month := range row {
			if i > 0 {
				b.WriteString(text.Spaces(between))
			}
			b.WriteString(m.month(month, l))
		}
		out = append(out, b.String())
	}
	return out
}

const monthName = len("2025-03")

// monthWidth returns the cells of a month.
func (m Model) monthWidth(l level) int { return monthName + m.cellWidth(l) }

// month returns a month with its share.
func (m Model) month(c model.MonthCongruence, l level) string {
	style := m.look.Theme.Stance(model.NoEvidence)
	if c.Both > 0 {
		style = m.look.Text
	}
	return m.look.Muted.Render(c.Month.String()[:monthName]) + " " + style.Render(m.look.Fit(m.pairText(c.Congruence, l), m.cellWidth(l)-1))
}
