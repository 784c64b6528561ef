package model

import (
	"slices"
	"strings"
)

// sources returns which source each outlet is: those of one host are one, by
// whatever name; noSource where nothing is known of it.
func (l *Ledger) sources() []int32 {
	out, known := make([]int32, len(l.Outlets)), map[string]int32{}
	for i, o := range l.Outlets {
		name, host, _ := strings.Cut(o, "\n")
		if host != "" {
			name = host
		}
		if name == "" {
			out[i] = noSource
			continue
		}
		at, ok := known[name]
		if !ok {
			at = int32(len(known))
			known[name] = at
		}
		out[i] = at
	}
	return out
}

// noSource is what is known of no entry's source.
const noSource int32 = -1

func (h *shiftHistory) source(place int32) int32 { return h.sources[h.ledger.Entries[place].Outlet] }

// contradictory tells whether two entries of a day differ in both stance and
// source. Where none differs so from the first, two others do when one has only
// its stance and another only its source.
func (h *shiftHistory) contradictory(places []int32) bool {
	var first *Entry
	var source int32
	var sameStance, sameSource bool
	for _, at := range places {
		e, from := &h.ledger.Entries[at], h.source(at)
		switch {
		case from == noSource:
		case first == nil:
			first, source = e, from
		case e.Stance == first.Stance:
			sameStance = sameStance || from != source
		case from != source:
			return true
		default:
			sameSource = true
		}
		if sameStance && sameSource {
			return true
		}
	}
	return false
}

// contradiction returns statements of two stances and two sources: of the stances
// for which there are such the most frequent ones, the more frequent first. It
// returns false where there are none.
func (h *shiftHistory) contradiction(day Day, places []int32) (from, to Side, ok bool) {
	stances := Stances
	slices.SortStableFunc(stances[:], func(a, b Stance) int { return day.Counts.Of(b) - day.Counts.Of(a) })
	for i, stance := range stances {
		for _, other := range stances[i+1:] {
			if a, b := h.apart(places, stance, other); a >= 0 {
				return Side{stance, day, h.ledger, a}, Side{other, day, h.ledger, b}, true
			}
		}
	}
	return from, to, false
}

// apart returns the places of the surest statements of two stances that come from
// different known sources, -1 where there are none.
func (h *shiftHistory) apart(places []int32, stance, other Stance) (a, b int32) {
	known := func(at int32) bool { return h.source(at) != noSource }
	but := func(than int32) func(int32) bool {
		return func(at int32) bool { return known(at) && h.source(at) != h.source(than) }
	}
	if a = h.surest(places, stance, known); a < 0 {
		return -1, -1
	}
	if b = h.surest(places, other, but(a)); b >= 0 {
		return a, b
	}
	if b = h.surest(places, other, known); b < 0 { // else all of them come from the source of a
		return -1, -1
	}
	return h.surest(places, stance, but(b)), b
}

// surest returns the place of the surest entry with a stance, among those that
// count, of equally sure ones the first; -1 where there is none.
func (h *shiftHistory) surest(places []int32, stance Stance, counts func(place int32) bool) int32 {
	best, sure, number := int32(-1), float32(-1), stance.Number()
	for _, at := range places {
		if e := &h.ledger.Entries[at]; e.Stance == number && e.Confidence > sure && counts(at) {
			best, sure = at, e.Confidence
		}
	}
	return best
}
