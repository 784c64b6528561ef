package filter

import (
	"tachiba/model"
	"tachiba/ui/look"
)

// preset is a period that has a name. It ends where its last day is not known.
type preset struct {
	name         string
	since, until model.Date
	count        int
}

// presets returns the periods. They count back from the newest statement: those who
// read old digests have none of today.
func presets(l *look.Look, s Span) []preset {
	var out []preset
	add := func(name string, since, until model.Date) {
		p := preset{name: name, since: since, until: until}
		if s.Count != nil {
			p.count = s.Count(since, until)
		}
		out = append(out, p)
	}
	if s.Last.Known() {
		for _, n := range []int{7, 30, 90} {
			add(l.T("presets.days", n), model.ByDay.Add(s.Last, 1-n), 0)
		}
		month := model.ByMonth.Start(s.Last)
		before := model.ByMonth.Add(month, -1)
		add(l.T("presets.month"), month, monthEnd(month))
		add(l.T("presets.month_before"), before, monthEnd(before))
		year, _ := model.MakeDate(s.Last.Year(), 1, 1)
		end, _ := model.MakeDate(s.Last.Year(), 12, 31)
		add(l.T("presets.year"), year, end)
	}
	if s.Visit.Known() {
		add(l.T("presets.visit"), s.Visit, 0)
	}
	add(l.T("presets.all"), 0, 0)
	return out
}

// monthEnd returns the last day of the month that starts on a day.
func monthEnd(start model.Date) model.Date {
	return model.ByDay.Add(model.ByMonth.Add(start, 1), -1)
}
