package timeline

import (
	"cmp"
	"slices"
	"sort"

	"tachiba/model"
)

// calendar is the digests that have a date, oldest first.
type calendar []model.Listing

func newCalendar(list []model.Listing) calendar {
	dated := slices.DeleteFunc(slices.Clone(list), func(l model.Listing) bool { return !l.Date.Known() })
	slices.SortStableFunc(dated, func(a, b model.Listing) int { return cmp.Compare(a.Date, b.Date) })
	return dated
}

// from returns the place of the first digest that is not earlier than a day.
func (c calendar) from(day model.Date) int {
	return sort.Search(len(c), func(i int) bool { return c[i].Date >= day })
}

// in returns the digests of the period that starts on a day.
func (c calendar) in(z model.Zoom, start model.Date) calendar {
	return c[c.from(start):c.from(z.Add(start, 1))]
}
