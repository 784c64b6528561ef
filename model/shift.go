package model

import "slices"

// ShiftKind tells between what the stances of a shift differ.
type ShiftKind uint8

// The kinds.
const (
	// ShiftChange is between two dates: the dominant stance of one differs from that
	// of the next dated one.
	ShiftChange ShiftKind = iota
	// ShiftContradiction is between two sources of one date: they differ, the actor
	// did not move. What a digest says in its own words, of no outlet, is in none:
	// it may sum up either.
	ShiftContradiction
)

// Shift is two different stances of one actor on one topic. It is small, since
// there may be tens of thousands; Sides finds what it rests on.
type Shift struct {
	Kind    ShiftKind
	New     bool // it was not so at the last visit
	history *shiftHistory
	day     int32 // place in the history of the date, of a change the later one
	at      int32 // place of the date's first statement
}

// Actor returns whose stances they are.
func (s Shift) Actor() ActorID { return s.history.actor }

// Topic returns what they are on.
func (s Shift) Topic() TopicID { return s.history.topic }

// Date returns the date, of a change the later one.
func (s Shift) Date() Date { return s.history.days[s.day].Date }

// Sides returns the two stances: of a change the older one first, of a
// contradiction the more frequent one.
func (s Shift) Sides() (from, to Side) {
	h := s.history
	day, own := h.days[s.day], h.places[s.at:]
	own, rest := own[:day.Counts.Total()], own[day.Counts.Total():]
	if s.Kind == ShiftContradiction {
		from, to, _ = h.contradiction(day, own)
		return from, to
	}
	older := h.days[s.day+1]
	return h.side(older, rest[:older.Counts.Total()]), h.side(day, own)
}

// Side is one of the two stances of a shift.
type Side struct {
	Stance Stance
	Day    Day // all statements of the date, whatever their stance
	ledger *Ledger
	place  int32
}

// Statement reads the surest statement of the date that takes the stance, of a
// contradiction the surest that comes from another source than the other side's.
func (s Side) Statement() Statement {
	return s.ledger.Reader.Statement(s.ledger, s.ledger.Entries[s.place])
}

// New tells whether that statement came since the last visit.
func (s Side) New() bool { return s.ledger.New(&s.ledger.Entries[s.place]) }

// Shifts returns all shifts between the statements compared, newest first, those
// of one date in the order of rows and actors. Statements without a date are
// in none. There are none while the evidence is not read: see Overview.
func (c *Comparison) Shifts() []Shift {
	l := c.Selected.ledger
	if l == nil {
		return nil
	}
	var all []Shift
	sources := l.sources()
	for _, row := range c.Rows {
		for j, p := range row.Cells {
			h := &shiftHistory{l, sources, c.Actors[j].ID, row.Topic.ID, p.History, p.Evidence.newestFirst().places, p.New > 0}
			all = h.appendTo(all)
		}
	}
	return newestFirst(all)
}

// newestFirst sorts shifts by date, those of one date in their order. It sorts
// numbers, the date turned round above the place: several times as fast as a
// stable sort of tens of thousands.
func newestFirst(all []Shift) []Shift {
	keys := make([]uint64, len(all))
	for i := range all {
		keys[i] = uint64(lastDate-all[i].Date())<<32 | uint64(i)
	}
	slices.Sort(keys)
	out := make([]Shift, len(all))
	for i, k := range keys {
		out[i] = all[uint32(k)]
	}
	return out
}

// shiftHistory is a position in which shifts are found.
type shiftHistory struct {
	ledger  *Ledger
	sources []int32 // by the place of the outlet
	actor   ActorID
	topic   TopicID
	days    Days
	places  []int32 // of the entries that days counts, newest first
	fresh   bool    // some of them came since the last visit
}

// appendTo appends the shifts of the position, newest first.
func (h *shiftHistory) appendTo(all []Shift) []Shift {
	at, stance := 0, NoEvidence
	if len(h.days) > 0 {
		stance = h.days[0].Stance()
	}
	for i, day := range h.days {
		if !day.Date.Known() {
			break
		}
		end := at + day.Counts.Total()
		s := Shift{history: h, day: int32(i), at: int32(at)}
		was := stance
		if i+1 < len(h.days) && h.days[i+1].Date.Known() {
			was = h.days[i+1].Stance()
		}
		if was != stance {
			s.Kind, s.New = ShiftChange, h.fresh && h.newChange(s)
			all = append(all, s)
		}
		if day.Counts.Of(stance) < end-at && h.contradictory(h.places[at:end]) {
			s.Kind, s.New = ShiftContradiction, h.fresh && h.newContradiction(s)
			all = append(all, s)
		}
		at, stance = end, was
	}
	return all
}

// side returns the dominant stance of a day.
func (h *shiftHistory) side(day Day, places []int32) Side {
	stance := day.Stance()
	return Side{stance, day, h.ledger, h.surest(places, stance, func(int32) bool { return true })}
}

// newChange tells whether one of the two days had another stance, or none, at the
// last visit. Days between them would have come since, and be there.
func (h *shiftHistory) newChange(s Shift) bool {
	day, older := h.days[s.day], h.days[s.day+1]
	end := int(s.at) + day.Counts.Total()
	for _, d := range []struct {
		day    Day
		places []int32
	}{{day, h.places[s.at:end]}, {older, h.places[end : end+older.Counts.Total()]}} {
		if before, _, changed := h.before(d.places); changed && before.Stance() != d.day.Stance() {
			return true
		}
	}
	return false
}

// newContradiction tells whether the sources did not differ at the last visit, or
// in other stances.
func (h *shiftHistory) newContradiction(s Shift) bool {
	day := h.days[s.day]
	own := h.places[s.at:][:day.Counts.Total()]
	before, kept, changed := h.before(own)
	if !changed {
		return false
	}
	from, to, _ := h.contradiction(day, own)
	a, b, ok := h.contradiction(before, kept)
	return !ok || a.Stance != from.Stance || b.Stance != to.Stance
}

// before returns the counts of a day at the last visit, and the places of its
// entries. It returns false where no entry came since.
func (h *shiftHistory) before(places []int32) (day Day, kept []int32, changed bool) {
	if !slices.ContainsFunc(places, func(at int32) bool { return h.ledger.New(&h.ledger.Entries[at]) }) {
		return day, nil, false
	}
	for _, at := range places {
		if e := &h.ledger.Entries[at]; !h.ledger.New(e) {
			day.Counts.Add(e.StanceOf(), 1)
			kept = append(kept, at)
		}
	}
	return day, kept, true
}
