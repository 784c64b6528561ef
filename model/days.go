package model

import "slices"

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

// Position returns where the actor stands, without its evidence.
func (d Days) Position() Position {
	p := Position{Counts: d.counts()}
	if len(d) > 0 {
		p.Newest, p.Stance, p.Shifted = d[0].Date, d.dominant(p.Counts), d.shifted()
	}
	return p
}

// dominant returns the most frequent stance of counts; of equally frequent ones
// the one stated last, since a newer statement supersedes an older one, and on
// one day the one stated more often.
func (d Days) dominant(counts Counts) Stance {
	most := max(counts.Favor, counts.Against, counts.Conditional)
	for _, day := range d {
		best := NoEvidence
		for _, s := range Stances {
			if n := day.Counts.Of(s); n > 0 && counts.Of(s) == most && (best == NoEvidence || n > day.Counts.Of(best)) {
				best = s
			}
		}
		if best != NoEvidence {
			return best
		}
	}
	return NoEvidence
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
		stance := d[i : i+1].dominant(day.Counts)
		if later != NoEvidence && stance != later {
			return true
		}
		later = stance
	}
	return false
}
