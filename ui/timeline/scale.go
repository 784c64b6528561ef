package timeline

import (
	"slices"
	"strconv"

	"tachiba/model"
	"tachiba/ui/text"
)

// Cells of the view's parts.
const (
	marker   = 2  // before a name
	minName  = 8  // the least that names have
	goodName = 12 // where there is room: for the people behind an actor,
	mostName = 24 // and where there is more
	maxCell  = 24 // of a period
	unsized  = 80 // of a view that is read as lines
)

// scale is how time is drawn across the view.
type scale struct {
	zoom    model.Zoom
	periods int
	shown   int  // periods in sight
	across  int  // the cells that they take
	cell    int  // the fewest that one takes
	edge    int  // cells on either side that tell of more; 0 where all is in sight
	counted bool // there is room for the count beside every sign
	name    int  // cells of the names
	ids     bool // the names do not fit
}

// level returns the zoom: the one chosen, else the finest by which all is in sight.
func (m Model) level() model.Zoom {
	if m.zoomed {
		return m.zoom
	}
	name, _ := m.names()
	for _, z := range model.Zooms {
		if m.chart().periods(z)*m.least() <= m.width()-name {
			return z
		}
	}
	return model.ByMonth
}

func (m Model) width() int {
	if m.w == 0 {
		return unsized
	}
	return m.w
}

// least returns the fewest cells of a period: where a lane has one line, what
// contradicts a sign stands beside it.
func (m Model) least() int {
	if m.lines().lane > 1 {
		return 1
	}
	return 2
}

// names returns the cells of the names, and whether the names do not fit them.
func (m Model) names() (cells int, ids bool) {
	room := max(minName, m.width()/5)
	longest := min(room, max(goodName, min(m.width()/8, mostName)))
	for _, a := range m.comparison.Actors {
		longest = max(longest, text.Width(m.look.Name(a.Name)))
	}
	ids = longest > room
	for _, r := range m.rows() { // of people who would look alike when cut
		if r.track != nil && r.Person {
			longest = max(longest, 2+text.Width(r.Speaker))
		}
	}
	return marker + min(longest, room) + 1, ids
}

func (m Model) scale() scale {
	s := scale{zoom: m.level(), cell: m.least()}
	s.name, s.ids = m.names()
	s.periods = m.chart().periods(s.zoom)
	area := m.width() - s.name
	counted := s.cell + len(strconv.Itoa(m.chart().most[s.zoom]()))
	if s.periods*s.cell <= area {
		s.shown, s.across = s.periods, min(area, s.periods*maxCell)
	} else {
		s.edge = text.Width(m.look.Ellipsis)
		if s.zoom < model.ByMonth { // whoever zooms in wants to see more, not all
			s.cell = counted + 1
		}
		s.across = max(area-2*s.edge, s.cell)
		s.shown = s.across / s.cell
	}
	s.cell = s.across / max(s.shown, 1)
	s.counted = s.cell >= counted
	return s
}

// x returns the first cell of the period i after the first in sight. Periods may
// differ by a cell, so that they fill the width.
func (s scale) x(i int) int { return i * s.across / max(s.shown, 1) }

// width returns the cells of that period.
func (s scale) width(i int) int { return s.x(i+1) - s.x(i) }

// under returns which period after the first in sight a cell belongs to.
func (s scale) under(x int) int {
	return min(((max(x, 0)+1)*s.shown-1)/max(s.across, 1), s.shown-1)
}

// span returns the first and the last day in sight, where there is any.
func (m Model) span(f frame) (first, last model.Date) {
	c := m.chart()
	return max(c.first, c.day(f.zoom, f.left)), min(c.last, model.ByDay.Add(c.day(f.zoom, f.left+f.shown), -1))
}

// visible returns the marks in sight.
func (f frame) visible(marks []mark) []mark {
	at := func(place int) int {
		i, _ := slices.BinarySearchFunc(marks, place, func(m mark, place int) int { return m.place - place })
		return i
	}
	return marks[at(f.left):at(f.left+f.shown)]
}
