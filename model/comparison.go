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

func (c *Counts) add(s Stance) {
	switch s {
	case Favor:
		c.Favor++
	case Against:
		c.Against++
	case Conditional:
		c.Conditional++
	}
}

// Position is where one actor stands on one topic.
type Position struct {
	Stance   Stance // the dominant one, NoEvidence when there is no statement
	Counts   Counts
	Newest   Date
	Shifted  bool        // the stance changed from one date to a later one
	Evidence []Statement // newest first
}

// Leading returns the index in Evidence of the newest statement that carries the
// position, 0 when there is none.
func (p Position) Leading() int {
	return max(0, slices.IndexFunc(p.Evidence, func(s Statement) bool { return s.Stance == p.Stance }))
}

// Row is one topic with the position of each actor.
type Row struct {
	Topic Topic
	Cells []Position // in the order of Comparison.Actors
	// Divided is how far the actors are apart, from 0 (all alike, or fewer than
	// two with evidence) to 1 (one all favor, another all against).
	Divided float64
}

// Comparison is the positions of actors by topic.
type Comparison struct {
	Actors   []Actor
	Rows     []Row
	Selected []Statement // what the filter selects, newest first
	Total    int         // statements there are
}

// Shown returns how many statements the filter selects.
func (c Comparison) Shown() int { return len(c.Selected) }

// Compare returns the comparison of the statements that filter selects. Actors
// and topics are the lexicon's, or those of the filter where it names any.
func Compare(lex *Lexicon, statements []Statement, filter Filter) Comparison {
	selected := filter.Apply(statements)
	NewestFirst(selected)
	c := Comparison{Selected: selected, Total: len(statements)}
	column := map[ActorID]int{}
	for _, a := range lex.Actors {
		if len(filter.Actors) == 0 || slices.Contains(filter.Actors, a.ID) {
			column[a.ID] = len(c.Actors)
			c.Actors = append(c.Actors, a)
		}
	}
	row := map[TopicID]int{}
	for _, t := range lex.Topics {
		if len(filter.Topics) == 0 || slices.Contains(filter.Topics, t.ID) {
			row[t.ID] = len(c.Rows)
			c.Rows = append(c.Rows, Row{Topic: t, Cells: make([]Position, len(c.Actors))})
		}
	}
	for _, s := range selected {
		i, ok := row[s.Topic]
		j, known := column[s.Actor]
		if !ok || !known {
			continue
		}
		p := &c.Rows[i].Cells[j]
		p.Counts.add(s.Stance)
		p.Evidence = append(p.Evidence, s)
	}
	for i := range c.Rows {
		for j := range c.Rows[i].Cells {
			c.Rows[i].Cells[j].settle()
		}
		c.Rows[i].Divided = divided(c.Rows[i].Cells)
	}
	return c
}

// settle derives the position from its evidence, which is newest first.
func (p *Position) settle() {
	if len(p.Evidence) == 0 {
		return
	}
	p.Newest = p.Evidence[0].Date
	p.Stance = dominant(p.Counts, p.Evidence)
	p.Shifted = shifted(p.Evidence)
}

// dominant returns the most frequent stance; of equally frequent ones the one
// stated last, since a newer statement supersedes an older one.
func dominant(counts Counts, newestFirst []Statement) Stance {
	best := NoEvidence
	for _, s := range newestFirst {
		if best == NoEvidence || counts.Of(s.Stance) > counts.Of(best) {
			best = s.Stance
		}
	}
	return best
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
