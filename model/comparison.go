package model

import "slices"

// Counts is how many statements take each stance.
type Counts struct {
	Favor       int `json:"favor"`
	Against     int `json:"against"`
	Conditional int `json:"conditional"`
}

// Of returns the count of a stance.
func (c Counts) Of(s Stance) int {
	switch s {
	case Favor:
		return c.Favor
	case Against:
		return c.Against
	case Conditional:
		return c.Conditional
	}
	return 0
}

// Total returns the number of statements counted.
func (c Counts) Total() int { return c.Favor + c.Against + c.Conditional }

// Add counts n more statements of a stance; n may be negative.
func (c *Counts) Add(s Stance, n int) {
	switch s {
	case Favor:
		c.Favor += n
	case Against:
		c.Against += n
	case Conditional:
		c.Conditional += n
	}
}

// plus returns the sum of two counts.
func (c Counts) plus(o Counts) Counts {
	return Counts{c.Favor + o.Favor, c.Against + o.Against, c.Conditional + o.Conditional}
}

// Position is where one actor stands on one topic.
type Position struct {
	Stance   Stance // the dominant one, NoEvidence when there is no statement
	Counts   Counts
	Newest   Date
	Shifted  bool     // the stance changed from one date to a later one
	New      int      // statements since the last visit
	Before   Stance   // without those, NoEvidence where there were no others
	Reviewed bool     // a person corrected one of its statements
	History  Days     // how many statements each date has, newest first
	Evidence Evidence // newest first
}

// Moved tells whether what came since the last visit made the position another.
func (p Position) Moved() bool { return p.New > 0 && p.Before != p.Stance }

// Leading returns the place in Evidence of the newest statement that carries the
// position, 0 when there is none.
func (p Position) Leading() int { return p.Evidence.first(p.Stance) }

// Row is one topic with the position of each actor.
type Row struct {
	Topic Topic
	Cells []Position // in the order of Comparison.Actors
	// Divided is how far the actors are apart, from 0 (all alike, or fewer than
	// two with evidence) to 1 (one all favor, another all against).
	Divided float64
}

// Comparable tells whether there are two actors with evidence, so that Divided says
// something.
func (r Row) Comparable() bool {
	n := 0
	for _, p := range r.Cells {
		if p.Stance != NoEvidence {
			n++
		}
	}
	return n > 1
}

// Comparison is the positions of actors by topic.
type Comparison struct {
	Actors   []Actor
	Rows     []Row
	Selected Evidence // what the filter selects, newest first
	Shown    int      // statements selected
	Total    int      // statements there are
	New      int      // of those selected, statements since the last visit
}

// Compare returns the comparison of the statements that filter selects. It does
// so by a ledger of its own: to compare more than once, make one.
func Compare(lex *Lexicon, statements []Statement, filter Filter) Comparison {
	return NewLedger(statements).Compare(lex, filter)
}

// Compare returns the comparison of the entries that filter selects. Actors
// and topics are the lexicon's, or those of the filter where it names any.
func (l *Ledger) Compare(lex *Lexicon, filter Filter) Comparison {
	filter = filter.In(lex)
	match := l.matcher(filter)
	parts := inParts(len(l.Entries), func(from, to int) *part { return l.part(lex, filter, match, from, to) })
	whole := parts[0]
	for _, p := range parts[1:] {
		whole.add(p)
	}
	c := whole.comparison
	c.Shown, c.Total = len(whole.places), len(l.Entries)
	c.Selected = Evidence{ledger: l, places: whole.places}
	if filter.Review == ReviewDoubtful {
		c.Selected.places = l.leastSure(whole.places)
	}
	for i := range whole.cells {
		whole.cells[i].settle(l, filter)
	}
	c.Settle()
	return *c
}

// NewComparison returns a comparison of the actors and topics of a lexicon, or
// of a filter where it names any, without positions. Members stand behind their
// actors.
func NewComparison(lex *Lexicon, filter Filter) Comparison {
	var c Comparison
	for _, a := range lex.Actors {
		if len(filter.Actors) == 0 || slices.Contains(filter.Actors, a.ID) {
			c.Actors = append(c.Actors, a)
		}
		for _, m := range a.Members {
			if slices.Contains(filter.Actors, m.ID) {
				c.Actors = append(c.Actors, m)
			}
		}
	}
	for _, t := range lex.Topics {
		if len(filter.Topics) == 0 || slices.Contains(filter.Topics, t.ID) {
			c.Rows = append(c.Rows, Row{Topic: t, Cells: make([]Position, len(c.Actors))})
		}
	}
	return c
}

// Settle derives what rows tell from the positions in them.
func (c *Comparison) Settle() {
	for i := range c.Rows {
		c.Rows[i].Divided = divided(c.Rows[i].Cells)
	}
}

// Cell returns the position of an actor on a topic, nil where the comparison has
// none.
func (c *Comparison) Cell(actor ActorID, topic TopicID) *Position {
	i := slices.IndexFunc(c.Rows, func(r Row) bool { return r.Topic.ID == topic })
	j := slices.IndexFunc(c.Actors, func(a Actor) bool { return a.ID == actor })
	if i < 0 || j < 0 {
		return nil
	}
	return &c.Rows[i].Cells[j]
}

// divided returns half the widest gap between two actors' mean stances, with
// favor as 1, conditional as 0 and against as -1.
func divided(cells []Position) float64 {
	lowest, highest, n := 1.0, -1.0, 0
	for _, p := range cells {
		if total := p.Counts.Total(); total > 0 {
			mean := float64(p.Counts.Favor-p.Counts.Against) / float64(total)
			lowest, highest = min(lowest, mean), max(highest, mean)
			n++
		}
	}
	if n < 2 {
		return 0
	}
	return (highest - lowest) / 2
}
