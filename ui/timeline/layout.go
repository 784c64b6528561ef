package timeline

import (
	"tachiba/ui/scroll"
	"tachiba/ui/text"
)

// The least lines of the preview.
const lowPreview, minPreview = 2, 5

// statusRoom is the cells that what stands beside the title may take.
const statusRoom = 50

// lines is the heights of the view's parts.
type lines struct {
	head, events, titles, preview int
	lanes                         int // that there are for lanes at most
	lane                          int // of one lane
}

// frame is where everything stands.
type frame struct {
	scale
	lines
	rows        []row
	at          int // the row of the cursor
	top, end    int // the rows in sight
	left, place int // periods: the first in sight, the cursor's
	mark        mark
	marked      bool // the cursor is on a mark
	foot        int  // the line below the lanes
}

// lines divides the height: a line for each actor goes before all but a glance at
// the evidence, then what there is still room for, in this order.
func (m Model) lines() lines {
	actors := len(m.comparison.Actors)
	l := lines{head: 1, lane: 1, lanes: max(1, min(actors, m.h/2))}
	spare := m.h - l.head - 1 - l.lanes
	add := func(part *int, n int, wanted bool) {
		if wanted && n <= spare {
			*part += n
			spare -= n
		}
	}
	add(&l.preview, lowPreview, true)
	add(&l.events, 1, len(m.calendar()) > 0)
	add(&l.preview, minPreview-lowPreview, l.preview > 0)
	add(&l.head, 1, m.longTitle())
	add(&l.titles, 1, l.events > 0)
	if l.lanes == actors && actors <= spare {
		l.lane = 2
	}
	l.lanes += spare
	return l
}

// longTitle tells whether topic and proposition take a line of their own.
func (m Model) longTitle() bool {
	t, one := m.topic()
	return one && text.Width(m.look.Name(t.Name)+m.look.Name(t.Proposition))+statusRoom > m.w
}

// scroll keeps the cursor in sight from now on.
func (m *Model) scroll() {
	f := m.frame()
	m.left, m.top = f.left, f.top
}

func (m Model) frame() frame {
	f := frame{scale: m.scale(), lines: m.lines(), rows: m.rows()}
	f.at = m.at(f.rows)
	f.fit(m.top)
	f.mark, f.marked = m.mark()
	switch {
	case f.marked:
		f.place = f.mark.place
	case m.day.Known():
		f.place = f.zoom.Between(m.chart().first, m.day)
	default:
		f.place = f.periods - 1
	}
	_, f.left = scroll.Keep(f.place, m.left, f.periods, f.shown)
	f.foot = f.head + 1 + f.height(f.top, f.end)
	if f.preview > 0 {
		f.preview = m.h - f.foot - f.events - f.titles
	}
	return f
}

// height returns the lines of the rows [from, to). Only actors have a second line
// whatever they say.
func (f *frame) height(from, to int) (n int) {
	for _, r := range f.rows[from:to] {
		n++
		if f.lane > 1 && r.track != nil && (!r.Person || r.contested[f.zoom]()) {
			n++
		}
	}
	return n
}

// fit moves the first row as little as needed for the cursor's to be in sight, and
// for no room to be left below the last.
func (f *frame) fit(top int) {
	f.top = max(0, min(top, f.at))
	for f.top < f.at && f.height(f.top, f.at+1) > f.lanes {
		f.top++
	}
	for f.top > 0 && f.height(f.top-1, len(f.rows)) <= f.lanes {
		f.top--
	}
	for f.end = f.top; f.end < len(f.rows) && f.height(f.top, f.end+1) <= f.lanes; {
		f.end++
	}
}
