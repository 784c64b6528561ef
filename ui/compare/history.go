package compare

import (
	"slices"
	"strings"

	"tachiba/model"
)

// The most and the fewest months of a cell's history.
const maxMonths, minMonths = 24, 2

// span returns the first day of the last month that any position has, and how many
// months there are from the first one.
func (m Model) span() (last model.Date, months int) {
	var first model.Date
	for _, r := range m.comparison.Rows {
		for _, p := range r.Cells {
			h := p.History
			for len(h) > 0 && !h[len(h)-1].Date.Known() {
				h = h[:len(h)-1]
			}
			if len(h) == 0 {
				continue
			}
			last = max(last, h[0].Date)
			if oldest := h[len(h)-1].Date; !first.Known() || oldest < first {
				first = oldest
			}
		}
	}
	if !first.Known() {
		return 0, 0
	}
	return model.ByMonth.Start(last), model.ByMonth.Between(first, last) + 1
}

// history draws a sign a month, the last month at the right: the stance of its
// statements, a blank where there are none.
func (m Model) history(p model.Position, g grid) string {
	signs := make([]string, g.months)
	for i := range signs {
		signs[i] = " "
	}
	for _, month := range p.History.By(model.ByMonth) {
		if !month.Date.Known() {
			continue
		}
		if i := g.months - 1 - model.ByMonth.Between(month.Date, m.lastMonth); i >= 0 {
			s := month.Stance()
			if s != p.Stance && slices.Contains(model.Days{month}.Tied(), p.Stance) {
				s = p.Stance // one rule for ties: see Days.Tied
			}
			signs[i] = m.look.Theme.Stance(s).Render(m.look.Sign(s))
		}
	}
	return strings.Join(signs, "")
}
