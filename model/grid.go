package model

import "slices"

// cell is a position in the making.
type cell struct {
	*Position
	days, before Days // of all statements, and of those that are not new
}

// take adds the entry at a place of the ledger; they come newest first. Without a
// cell the comparison has no room for it.
func (c *cell) take(at int32, e *Entry, fresh, news bool) {
	if c == nil {
		return
	}
	c.days.count(e)
	c.Evidence.places = append(c.Evidence.places, at)
	if fresh {
		c.New++
	} else if news {
		c.before.count(e)
	}
	c.Reviewed = c.Reviewed || e.reviewed()
}

// add adds what the cell of the entries that come next has taken.
func (c *cell) add(next *cell) {
	c.days, c.before = c.days.Merge(next.days), c.before.Merge(next.before)
	c.Evidence.places = append(c.Evidence.places, next.Evidence.places...)
	c.New += next.New
	c.Reviewed = c.Reviewed || next.Reviewed
}

// settle derives the position from what was taken.
func (c *cell) settle(l *Ledger, filter Filter) {
	p := c.days.Position()
	c.Stance, c.Counts, c.Newest, c.Shifted, c.History = p.Stance, p.Counts, p.Newest, p.Shifted, p.History
	c.Before, c.Evidence.ledger = c.before.Position().Stance, l
	c.Stance = c.surer(c.days, c.Stance, func(int) bool { return true })
	c.Before = c.surer(c.before, c.Before, func(i int) bool { return !c.Evidence.New(i) })
	if filter.Review == ReviewDoubtful {
		c.Evidence.places = l.leastSure(c.Evidence.places)
	}
}

// surer returns, of stances that are tied in a history, the one whose statements are
// surer in sum, else the one given; of says which statements the history counts.
func (c *cell) surer(history Days, stance Stance, of func(i int) bool) Stance {
	tied := history.Tied()
	if tied == nil {
		return stance
	}
	sums := map[Stance]float64{}
	for i, at := range c.Evidence.places {
		if e := &c.Evidence.ledger.Entries[at]; of(i) {
			sums[e.StanceOf()] += float64(e.Confidence)
		}
	}
	return Surest(tied, sums)
}

// count adds an entry; they come newest first.
func (d *Days) count(e *Entry) {
	if n := len(*d); n > 0 && (*d)[n-1].Date == e.Date {
		(*d)[n-1].Counts.Add(e.StanceOf(), 1)
		return
	}
	*d = append(*d, Day{Date: e.Date})
	(*d)[len(*d)-1].Counts.Add(e.StanceOf(), 1)
}

// grid is the cells of a comparison, row by row, with the places of rows and
// columns, -1 for none: by those of topics and actors in the ledger, and of
// members in groups.
type grid struct {
	cells                []cell
	columns              int
	topic, actor, member []int
	groups               *groups
}

func (l *Ledger) grid(c *Comparison, lex *Lexicon) *grid {
	g := &grid{columns: len(c.Actors)}
	for i := range c.Rows {
		for j := range c.Rows[i].Cells {
			g.cells = append(g.cells, cell{Position: &c.Rows[i].Cells[j]})
		}
	}
	column := func(id ActorID) int { return slices.IndexFunc(c.Actors, func(a Actor) bool { return a.ID == id }) }
	for _, id := range l.Topics {
		g.topic = append(g.topic, slices.IndexFunc(c.Rows, func(r Row) bool { return r.Topic.ID == id }))
	}
	for _, id := range l.Actors {
		g.actor = append(g.actor, column(id))
	}
	if !slices.ContainsFunc(c.Actors, lex.isMember) {
		return g
	}
	g.groups = l.groups(lex)
	for _, id := range g.groups.members {
		g.member = append(g.member, column(id))
	}
	return g
}

// at returns the cells of an entry: that of its actor, and that of the member who
// spoke; nil where there is none.
func (g *grid) at(e *Entry) (actor, member *cell) {
	row := g.topic[e.Topic]
	if row < 0 {
		return nil, nil
	}
	if col := g.actor[e.Actor]; col >= 0 {
		actor = &g.cells[row*g.columns+col]
	}
	if g.groups == nil {
		return actor, nil
	}
	if col := g.member[g.groups.member(e)]; col >= 0 {
		member = &g.cells[row*g.columns+col]
	}
	return actor, member
}
