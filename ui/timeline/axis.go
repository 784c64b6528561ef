package timeline

import (
	"fmt"

	"tachiba/model"
	"tachiba/ui/text"
)

// label is a date on the axis.
type label struct {
	place int // the period that it names
	at    int // its first cell
	text  string
}

// axis returns the line of dates above the lanes, before them which lanes are in
// sight where not all are.
func (m Model) axis(p *pen, f frame) string {
	rows := ""
	if f.end-f.top < len(f.rows) {
		rows = m.look.Draw(fmt.Sprintf("  %d–%d/%d", f.top+1, f.end, len(f.rows)))
	}
	p.draw(muted, m.look.Fit(rows, f.name+f.edge))
	at := 0
	for _, l := range m.labels(f) {
		p.draw(blank, text.Spaces(l.at-at))
		if l.place == f.place && f.marked {
			p.draw(title, l.text)
		} else {
			p.draw(muted, l.text)
		}
		at = l.at + len(l.text)
	}
	return m.cut(p.take())
}

// labels returns the dates of periods in sight, in their order, with a space
// between: of two that would touch the more important stays.
func (m Model) labels(f frame) []label {
	room := m.w - f.name - 2*f.edge
	if f.periods == 0 || room < 0 {
		return nil
	}
	days := make([]model.Date, f.shown)
	for i := range days {
		days[i] = m.chart().day(f.zoom, f.left+i)
	}
	taken := make([]*label, room+1) // by cell
	put := func(i int, s string) {
		from, to := f.x(i), f.x(i)+len(s)
		if to > room {
			return
		}
		for x := max(0, from-1); x <= to; x++ {
			if taken[x] != nil {
				return
			}
		}
		l := &label{f.left + i, from, s}
		for x := from; x < to; x++ {
			taken[x] = l
		}
	}
	for i := 1; i < len(days); i++ {
		if days[i].Year() != days[i-1].Year() {
			put(i, year(days[i]))
		}
	}
	put(0, first(f.zoom, days[0]))
	for i, day := range days {
		if i > 0 && regular(f, f.left+i, day) {
			put(i, short(f.zoom, day))
		}
	}
	var out []label
	for _, l := range taken {
		if l != nil && (len(out) == 0 || out[len(out)-1] != *l) {
			out = append(out, *l)
		}
	}
	return out
}

func year(d model.Date) string { return d.String()[:len("2006")] }

// first is how the first period in sight is labelled.
func first(z model.Zoom, d model.Date) string {
	if z == model.ByMonth {
		return d.String()[:len("2006-01")]
	}
	return d.MonthDay()
}

// short is how a period is labelled beside others.
func short(z model.Zoom, d model.Date) string {
	if z == model.ByMonth {
		return d.MonthDay()[:len("01")]
	}
	return d.MonthDay()
}

// regular tells whether a period is one of those that are labelled: each, or as many
// apart as there must be, of days the Mondays and of months those of a quarter.
func regular(f frame, place int, d model.Date) bool {
	apart := len(short(f.zoom, d))/f.cell + 1
	switch {
	case apart == 1:
		return true
	case f.zoom == model.ByDay:
		return model.ByWeek.Start(d) == d
	case f.zoom == model.ByMonth:
		return d/100%100%3 == 1
	}
	return place%apart == 0
}
