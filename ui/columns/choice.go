package columns

import (
	"slices"

	"tachiba/model"
)

// How many columns stand side by side: four and two from these widths on, more
// where each has wideColumn cells. Those that a reader chose may be narrower.
const (
	fourColumns  = 120
	twoColumns   = 80
	wideColumn   = 50
	chosenColumn = 25
	mostColumns  = 6
)

// mostPicked is how many actors face each other at most.
const mostPicked = 4

// maxText is the widest that a sentence is set: forty full-width characters, as
// in a Japanese book. margins are the cells of a column beside it.
const (
	maxText = 80
	margins = 3
)

// pick chooses an actor, or takes the choice back. One more than there is room
// for replaces the one chosen first.
func (m *Model) pick(id model.ActorID) {
	if i := slices.Index(m.picked, id); i >= 0 {
		m.picked = slices.Delete(slices.Clone(m.picked), i, i+1)
		return
	}
	m.picked = append(slices.Clone(m.picked[max(0, len(m.picked)-mostPicked+1):]), id)
}

// facing tells whether only those chosen are shown.
func (m Model) facing() bool { return len(m.present()) > 1 }

// present returns those picked whom the comparison has: a filter may leave some out for
// a while.
func (m Model) present() []model.ActorID {
	return slices.DeleteFunc(slices.Clone(m.picked), func(id model.ActorID) bool { return m.actor(id) < 0 })
}

// among returns the columns shown, as far as they have room: all, or those that
// face each other and the cursor's, which may be one more on its way.
func (m Model) among() []int {
	var out []int
	for i, a := range m.comparison.Actors {
		if !m.facing() || i == m.col || slices.Contains(m.picked, a.ID) {
			out = append(out, i)
		}
	}
	return out
}

// capacity returns how many columns have room.
func (m Model) capacity() int {
	n := 1
	switch {
	case m.facing():
		n = m.w / chosenColumn
	case m.w >= fourColumns:
		n = max(4, m.w/wideColumn)
	case m.w >= twoColumns:
		n = 2
	}
	return max(1, min(n, mostColumns))
}

// shown returns the columns in sight, the cursor's among them.
func (m Model) shown() []int {
	among := m.among()
	n := min(m.capacity(), len(among))
	first := max(0, min(m.left, len(among)-n))
	return among[first : first+n]
}

// columnWidth returns the cells of each of n columns.
func (m Model) columnWidth(n int) int {
	return min((m.w-(n-1))/max(n, 1), maxText+margins)
}

// turn moves to another column, round the ends: among all, or with tab among
// those that face each other.
func (m *Model) turn(n int, chosen bool) {
	all := len(m.comparison.Actors)
	if all == 0 {
		return
	}
	to := m.col
	for range all {
		to = (to + n + all) % all
		if !chosen || !m.facing() || slices.Contains(m.picked, m.id(to)) {
			break
		}
	}
	m.enter(to)
}

// enter puts the cursor on a column: where columns are aligned on the card that
// faces the one chosen last, or is nearest to it in time.
func (m *Model) enter(col int) {
	m.col = col
	if m.aligned && m.evidence(col).Len() > 0 {
		d := m.dated(col)
		m.set(col, d.card(d.nearest(m.last)))
	}
	m.settle()
}

// changeTopic moves n topics on, round the ends.
func (m *Model) changeTopic(n int) {
	rows := m.comparison.Rows
	if i := m.row(); i >= 0 {
		m.topic = rows[(i+n+len(rows))%len(rows)].Topic.ID
		m.restart()
	}
}
