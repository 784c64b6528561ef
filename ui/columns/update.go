package columns

import (
	"maps"
	"slices"
	"sort"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/ui/link"
)

// Update moves the cursor, changes the topic, picks actors, aligns the columns,
// and asks for the digest of a card.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok || m.row() < 0 || len(m.comparison.Actors) == 0 {
		return nil
	}
	k := m.keys
	switch {
	case key.Matches(press, k.Up):
		m.step(-1)
	case key.Matches(press, k.Down):
		m.step(1)
	case key.Matches(press, k.PageUp):
		m.page(-1)
	case key.Matches(press, k.PageDown):
		m.page(1)
	case key.Matches(press, k.Top):
		m.move(-m.evidence(m.col).Len())
	case key.Matches(press, k.Bottom):
		m.move(m.evidence(m.col).Len())
	case key.Matches(press, k.Left):
		m.turn(-1, false)
	case key.Matches(press, k.Right):
		m.turn(1, false)
	case press.String() == "shift+tab" && key.Matches(press, k.Switch):
		m.turn(-1, true)
	case key.Matches(press, k.Switch):
		m.turn(1, true)
	case key.Matches(press, k.NextTopic):
		m.changeTopic(1)
	case key.Matches(press, k.PrevTopic):
		m.changeTopic(-1)
	case key.Matches(press, k.Pick):
		m.pick(m.Actor())
		m.settle()
	case key.Matches(press, k.Align):
		m.aligned = !m.aligned
		m.remember()
	case key.Matches(press, k.Enter):
		return m.open()
	}
	m.follow()
	return nil
}

// Wheel moves by n cards in the column at x, and where columns are aligned by n
// rows: the cursor goes to the column at x, or to one that has a card there.
func (m *Model) Wheel(x, n int) {
	if m.row() < 0 {
		return
	}
	col, ok := m.columnAt(x)
	if !ok {
		col = m.col
	}
	if g := m.alignedGrid(); g != nil {
		m.roll(g, slices.Index(g.cols, col), n)
	} else {
		m.col = col
		m.move(n)
	}
	m.follow()
}

// roll moves the cursor by n rows of the grid, to column k or the nearest one
// that has a card there: each row has one.
func (m *Model) roll(g *grid, k, n int) {
	row, best, to := max(0, min(m.at(g)+n, g.rows-1)), len(g.cols), 0
	for i := range g.cols {
		if _, ok := g.card(i, row); ok && max(i-k, k-i) < best {
			best, to = max(i-k, k-i), i
		}
	}
	card, _ := g.card(to, row)
	m.put(g.cols[to], card)
}

// Click puts the cursor on the card, the column or the actor's tab at x, y of the
// view; on the card under the cursor it opens it.
func (m *Model) Click(x, y int) tea.Cmd {
	col, card, ok := m.target(x, y)
	switch {
	case !ok:
		return nil
	case card < 0:
		m.enter(col)
	case col == m.col && card == m.card(col):
		return m.open()
	default:
		m.put(col, card)
	}
	m.follow()
	return nil
}

// Back undoes the choice of actors; it returns false when there is none.
func (m *Model) Back() bool {
	if len(m.present()) == 0 || slices.Equal(m.picked, m.given) {
		return false
	}
	m.picked = nil
	m.settle()
	return true
}

func (m Model) open() tea.Cmd {
	s, ok := m.Statement()
	if !ok {
		return nil
	}
	return func() tea.Msg { return link.Sentence{Statement: s} }
}

// move moves the cursor by n cards in its column.
func (m *Model) move(n int) {
	last, card := m.evidence(m.col).Len()-1, m.card(m.col)
	switch {
	case last < 0:
	case m.aligned:
		d := m.dated(m.col)
		m.put(m.col, d.card(max(0, min(d.place(card)+n, last))))
	default:
		m.put(m.col, max(0, min(card+n, last)))
	}
}

// put puts the cursor on a card.
func (m *Model) put(col, card int) {
	m.col = col
	m.set(col, card)
	m.remember()
}

// step moves the cursor by a card, or reads on in one that is taller than the
// view.
func (m *Model) step(n int) {
	s, at, room, height := m.scrolled()
	tall := height(at) - room
	if m.evidence(m.col).Len() == 0 || n > 0 && s.skip >= tall || n < 0 && s.skip == 0 {
		m.move(n)
		return
	}
	s.skip = max(0, min(s.skip+n*max(1, room-2), tall))
	m.scroll(s)
}

// page moves the cursor by as many cards as the column shows.
func (m *Model) page(n int) {
	s, at, room, height := m.scrolled()
	if m.evidence(m.col).Len() == 0 {
		return
	}
	if !m.aligned {
		m.move(n * s.page(m.evidence(m.col).Len(), room, height))
		return
	}
	g, d := m.grid(), m.dated(m.col)
	to := at + n*s.page(g.rows, room, height)
	k := slices.Index(g.cols, m.col)
	place := sort.Search(d.len(), func(i int) bool { return g.rowOf(k, d.card(i)) >= to })
	if n < 0 { // the last that is not after it
		place = sort.Search(d.len(), func(i int) bool { return g.rowOf(k, d.card(i)) > to }) - 1
	}
	m.put(m.col, d.card(max(0, min(place, d.len()-1))))
}

// scrolled returns what is in sight of the cursor's list, its row in it, the room
// that it has and the heights of its rows.
func (m Model) scrolled() (s sight, at, room int, height func(int) int) {
	if m.aligned {
		g := m.grid()
		s, room, height = m.bandsInSight(g)
		return s, m.at(g), room, height
	}
	s, room, height = m.cardsInSight(m.col)
	return s, m.card(m.col), room, height
}

// follow keeps what is in sight of the cursor's list.
func (m *Model) follow() {
	if m.w > 0 && m.row() >= 0 {
		s, _, _, _ := m.scrolled()
		m.scroll(s)
	}
}

func (m *Model) scroll(s sight) {
	if m.aligned {
		m.bands = s
		return
	}
	m.sights = maps.Clone(m.sights)
	m.sights[m.Actor()] = s
}
