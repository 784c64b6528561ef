package model

import "time"

// Zoom is the length of a period of a history.
type Zoom int

// The zooms, from the shortest period to the longest.
const (
	ByDay Zoom = iota
	ByWeek
	ByMonth
)

// Zooms lists the zooms.
var Zooms = [...]Zoom{ByDay, ByWeek, ByMonth}

// Start returns the first day of the period that a date is in: of a week its
// Monday (ISO 8601). The unknown date is in none and stays.
func (z Zoom) Start(d Date) Date {
	switch {
	case !d.Known() || z == ByDay:
		return d
	case z == ByMonth:
		return d/100*100 + 1
	}
	t := d.time()
	return dayOf(t.AddDate(0, 0, -(int(t.Weekday())+6)%7))
}

// Add returns the start of the period n periods after that which starts at a known
// date.
func (z Zoom) Add(start Date, n int) Date {
	t := start.time()
	switch z {
	case ByMonth:
		return dayOf(t.AddDate(0, n, 0))
	case ByWeek:
		n *= 7
	}
	return dayOf(t.AddDate(0, 0, n))
}

// Between returns how many periods lie between the starts of two known dates'.
func (z Zoom) Between(from, to Date) int {
	a, b := z.Start(from), z.Start(to)
	if z == ByMonth {
		return 12*(b.Year()-a.Year()) + int(b/100%100) - int(a/100%100)
	}
	days := b.days() - a.days()
	if z == ByWeek {
		return days / 7
	}
	return days
}

// days returns how many days lie between 1970-01-01 and a known date; a time.Duration
// ends at 292 years, which a typing error in a year exceeds.
func (d Date) days() int { return int(d.time().Unix() / (24 * 60 * 60)) }

func (d Date) time() time.Time {
	return time.Date(d.Year(), time.Month(d/100%100), int(d%100), 0, 0, 0, 0, time.UTC)
}
