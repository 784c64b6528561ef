package model

import (
	"cmp"
	"slices"
)

// Day is how many statements of one date take each stance.
type Day struct {
	Date   Date
	Counts Counts
}

// Days is the history of one actor on one topic, newest first: all that a
// position is derived from. A day stands once; the unknown date is the last.
type Days []Day

// Add adds counts, which may be negative, to a date. A date without statements
// is left out.
func (d Days) Add(date Date, counts Counts) Days {
	i, found := slices.BinarySearchFunc(d, date, func(day Day, date Date) int { return int(date) - int(day.Date) })
	if !found {
		d = slices.Insert(d, i, Day{Date: date})
	}
	d[i].Counts = d[i].Counts.plus(counts)
	if d[i].Counts == (Counts{}) {
		d = slices.Delete(d, i, i+1)
	}
	return d
}

// counts returns the statements of all days.
func (d Days) counts() (all Counts) {
	for _, day := range d {
		all = all.plus(day.Counts)
	}
	return all
}

// Stance returns the stance stated most often on the day; of equally frequent ones
// the first in the order of Stances.
func (d Day) Stance() Stance { return Days{d}.dominant(d.Counts) }

// By returns the history by longer periods: each date is the first of its period.
func (d Days) By(z Zoom) Days {
	var out Days
	for _, day := range d {
		day.Date = z.Start(day.Date)
		if n := len(out); n > 0 && out[n-1].Date == day.Date {
			out[n-1].Counts = out[n-1].Counts.plus(day.Counts)
			continue
		}
		out = append(out, day)
	}
	return out
}

// Merge returns the history of both.
func (d Days) Merge(o Days) Days {
	out := make(Days, 0, len(d)+len(o))
	for len(d) > 0 && len(o) > 0 {
		switch {
		case d[0].Date > o[0].Date:
			out, d = append(out, d[0]), d[1:]
		case d[0].Date < o[0].Date:
			out, o = append(out, o[0]), o[1:]
		default:
			out = append(out, Day{d[0].Date, d[0].Counts.plus(o[0].Counts)})
			d, o = d[1:], o[1:]
		}
	}
	return append(append(out, d...), o...)
}

// Position returns where the actor stands, without its evidence.
func (d Days) Position() Position {
	p := Position{Counts: d.counts(), History: d}
	if len(d) > 0 {
		p.Newest, p.Stance, p.Shifted = d[0].Date, d.dominant(p.Counts), d.shifted()
	}
	return p
}

// dominant returns the most frequent stance of counts; of equally frequent ones
// the one stated last, since a newer statement supersedes an older one, and on
// one day the one stated more often, else the first in the order of Stances.
func (d Days) dominant(counts Counts) Stance {
	lead, _ := d.leading(counts)
	return lead[0]
}

// leading returns the stances that nothing but how sure they are sets apart, in the
// order of Stances, and how many there are: see dominant.
func (d Days) leading(counts Counts) (lead [len(Stances)]Stance, n int) {
	most := max(counts.Favor, counts.Against, counts.Conditional)
	for _, day := range d {
		best := 0
		for _, s := range Stances {
			if counts.Of(s) == most {
				best = max(best, day.Counts.Of(s))
			}
		}
		if best == 0 {
			continue
		}
		for _, s := range Stances {
			if counts.Of(s) == most && day.Counts.Of(s) == best {
				lead[n] = s
				n++
			}
		}
		break
	}
	return lead, n
}

// Tied returns the stances that share the lead in numbers and by date, nil where one
// leads alone. Surest tells which of them is the position then.
func (d Days) Tied() []Stance {
	if lead, n := d.leading(d.counts()); n > 1 {
		return lead[:n]
	}
	return nil
}

// Surest returns, of stances that are tied, the one whose statements are surer in sum,
// of equally sure ones the first.
func Surest(tied []Stance, sums map[Stance]float64) Stance {
	return slices.MaxFunc(tied, func(a, b Stance) int { return cmp.Compare(sums[a], sums[b]) })
}

// shifted tells whether the dominant stance of one date differs from that of
// the next dated one. Statements of one day that contradict each other are no
// shift: sources differ, the actor did not move.
func (d Days) shifted() bool {
	later := NoEvidence
	for i, day := range d {
		if !day.Date.Known() {
			break
		}
		stance := d[i].Stance()
		if later != NoEvidence && stance != later {
			return true
		}
		later = stance
	}
	return false
}
