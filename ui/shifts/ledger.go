package shifts

import (
	"slices"

	"tachiba/model"
)

// show is which shifts are listed.
type show int

const (
	all show = iota
	changes
	contradictions
	shows // how many there are
)

// group is a part of a list with a heading of its own.
type group int

const (
	sinceVisit group = iota
	inTime
	betweenSources
	groups // how many there are
)

// ledger is the shifts of a comparison, in the order in which they are listed.
type ledger struct{ lists [shows]entries }

// entries is the shifts of a list, group by group, in each newest first.
type entries struct {
	shifts []model.Shift
	order  []int32     // places in shifts
	starts [groups]int // of each group in order
}

func newLedger(shifts []model.Shift) *ledger {
	var places [shows][groups][]int32
	for i, x := range shifts {
		g, kind := groupOf(x), changes
		if x.Kind == model.ShiftContradiction {
			kind = contradictions
		}
		places[all][g] = append(places[all][g], int32(i))
		places[kind][g] = append(places[kind][g], int32(i))
	}
	l := &ledger{}
	for s := range l.lists {
		e := entries{shifts: shifts}
		for g, of := range places[s] {
			e.starts[g] = len(e.order)
			e.order = append(e.order, of...)
		}
		l.lists[s] = e
	}
	return l
}

func groupOf(x model.Shift) group {
	switch {
	case x.New:
		return sinceVisit
	case x.Kind == model.ShiftContradiction:
		return betweenSources
	}
	return inTime
}

// Len returns how many entries there are.
func (e entries) Len() int { return len(e.order) }

// At returns the shift at i.
func (e entries) At(i int) model.Shift { return e.shifts[e.order[i]] }

// count returns how many entries a group has.
func (e entries) count(g group) int {
	end := e.Len()
	if g+1 < groups {
		end = e.starts[g+1]
	}
	return end - e.starts[g]
}

// heads tells whether the entry is the first of its group.
func (e entries) heads(i int) bool {
	g := groupOf(e.At(i))
	return e.starts[g] == i
}

// find returns the place of an entry, -1 where it is not listed.
func (e entries) find(a anchor) int {
	return slices.IndexFunc(e.order, func(at int32) bool { return anchorOf(e.shifts[at]) == a })
}

// otherTopic returns the next entry in a direction, 1 or -1, that is on another
// topic than the one at i; i itself without any.
func (e entries) otherTopic(i, n int) int {
	for k := i + n; k >= 0 && k < e.Len(); k += n {
		if e.At(k).Topic() != e.At(i).Topic() {
			return k
		}
	}
	return i
}

func anchorOf(s model.Shift) anchor { return anchor{s.Kind, s.Actor(), s.Topic(), s.Date()} }
