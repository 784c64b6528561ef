package timeline

import (
	"slices"

	"tachiba/model"
)

// row is a line of lanes: a lane, or a note on those that are not shown.
type row struct {
	*track
	note string
}

// rows returns the lanes, and under those unfolded the people behind them.
func (m Model) rows() []row {
	c := m.chart()
	rows := make([]row, 0, len(c.tracks))
	for i := range c.tracks {
		t := &c.tracks[i]
		rows = append(rows, row{track: t})
		if !slices.Contains(m.unfolded, t.Actor) {
			continue
		}
		p := t.people()
		shown, note := p.few(), "timeline.more_people"
		if slices.Contains(m.crowded, t.Actor) {
			shown, note = len(p.named), "timeline.too_many"
		}
		for j := range p.named[:shown] {
			rows = append(rows, row{track: &p.named[j]})
		}
		for j := range p.unnamed {
			rows = append(rows, row{track: &p.unnamed[j]})
		}
		if more := p.all - shown; more > 0 {
			rows = append(rows, row{note: m.look.T(note, more)})
		}
	}
	return rows
}

// at returns the row under the cursor: its lane, else its actor's, else the first
// one with a mark.
func (m Model) at(rows []row) int {
	for _, on := range []who{m.on, {actor: m.on.actor}} {
		if i := slices.IndexFunc(rows, func(r row) bool { return r.track != nil && of(r.Lane) == on }); i >= 0 {
			return i
		}
	}
	return max(0, slices.IndexFunc(rows, func(r row) bool { return r.track != nil && len(r.Days) > r.Undated() }))
}

// lane returns the lane under the cursor, nil without any.
func (m Model) lane() *track {
	if rows := m.rows(); len(rows) > 0 {
		return rows[m.at(rows)].track
	}
	return nil
}

// marks returns the marks of the lane under the cursor.
func (m Model) marks() []mark {
	if t := m.lane(); t != nil {
		return t.marks[m.level()]()
	}
	return nil
}

// selected returns the index of the mark under the cursor, -1 without any.
func (m Model) selected(marks []mark) int {
	if !m.day.Known() {
		return len(marks) - 1
	}
	return nearest(marks, m.level().Between(m.chart().first, m.day))
}

// mark returns the mark under the cursor, false without any.
func (m Model) mark() (mark, bool) {
	marks := m.marks()
	i := m.selected(marks)
	if i < 0 {
		return mark{}, false
	}
	return marks[i], true
}

// selection returns the statements of the mark under the cursor, and which of them
// is selected.
func (m Model) selection() (e model.Evidence, at int) {
	mark, ok := m.mark()
	if !ok {
		return e, 0
	}
	z, lane := m.level(), m.lane()
	e = lane.In(z, mark.Start)
	if m.nth != newest && z.Start(m.day) == mark.Start {
		at = min(lane.Later(z, mark.Start, m.day)+m.nth, max(e.Len()-1, 0))
	}
	return e, at
}

// turn moves the cursor by n lanes.
func (m *Model) turn(n int) {
	rows := m.rows()
	for i := m.at(rows) + n; i >= 0 && i < len(rows); i += n {
		if rows[i].track != nil {
			m.on, m.nth = of(rows[i].Lane), newest
			break
		}
	}
	m.scroll()
}

// move moves the cursor by n marks.
func (m *Model) move(n int) {
	marks := m.marks()
	m.put(marks, max(0, min(m.selected(marks)+n, len(marks)-1)))
}

// page moves the cursor by as many periods as are in sight.
func (m *Model) page(n int) {
	if mark, ok := m.mark(); ok {
		m.put(m.marks(), nearest(m.marks(), mark.place+n*m.scale().shown))
	}
}

// put puts the cursor on a mark of its lane, if there is one.
func (m *Model) put(marks []mark, i int) {
	if i >= 0 && i < len(marks) {
		m.on, m.day, m.nth = of(m.lane().Lane), marks[i].Newest, 0
		m.scroll()
	}
}

// step selects the statement of the mark that is n further on.
func (m *Model) step(n int) {
	if e, at := m.selection(); e.Len() > 0 {
		m.choose(e, max(0, min(at+n, e.Len()-1)))
	}
}

// choose puts the cursor on a statement of its mark.
func (m *Model) choose(e model.Evidence, at int) {
	mark, _ := m.mark()
	lane, day := m.lane(), e.At(at).Date
	m.on, m.day, m.nth = of(lane.Lane), day, at-lane.Later(m.level(), mark.Start, day)
}

// zoomTo changes the zoom; the statement selected stays, and its period moves to the
// middle.
func (m *Model) zoomTo(z model.Zoom) {
	if z < model.ByDay || z > model.ByMonth {
		return
	}
	if e, at := m.selection(); e.Len() > 0 {
		m.choose(e, at)
	}
	m.zoomed = false
	m.zoom, m.zoomed = z, z != m.level()
	if mark, ok := m.mark(); ok {
		m.left = mark.place - m.scale().shown/2
	}
	m.scroll()
}

// unfold shows the people behind the actor under the cursor: a few of them, then all,
// then none.
func (m *Model) unfold() {
	t := m.lane()
	switch {
	case t == nil:
		return
	case !slices.Contains(m.unfolded, t.Actor):
		m.unfolded = append(slices.Clone(m.unfolded), t.Actor)
	case !slices.Contains(m.crowded, t.Actor) && m.fewOf(t.Actor):
		m.crowded = append(slices.Clone(m.crowded), t.Actor)
	default:
		m.fold(t.Actor)
	}
	m.scroll()
}

// fewOf tells whether some of an actor's people have no lane yet.
func (m *Model) fewOf(actor model.ActorID) bool {
	tracks := m.chart().tracks
	i := slices.IndexFunc(tracks, func(t track) bool { return t.Actor == actor })
	if i < 0 {
		return false
	}
	p := tracks[i].people()
	return p.few() < len(p.named)
}

// fold takes the lanes of an actor's people away.
func (m *Model) fold(actor model.ActorID) {
	is := func(id model.ActorID) bool { return id == actor }
	m.unfolded = slices.DeleteFunc(slices.Clone(m.unfolded), is)
	m.crowded = slices.DeleteFunc(slices.Clone(m.crowded), is)
	m.on, m.nth = who{actor: actor}, newest
	m.scroll()
}

// changeTopic shows the next topic that has statements alone, round the ends; all
// topics stand between the last and the first.
func (m *Model) changeTopic(n int) {
	topics := []model.TopicID{""}
	for _, r := range m.comparison.Rows {
		if slices.ContainsFunc(r.Cells, func(p model.Position) bool { return len(p.History) > 0 }) {
			topics = append(topics, r.Topic.ID)
		}
	}
	i := max(0, slices.Index(topics, m.chosen))
	m.setTopic(topics[(i+n+len(topics))%len(topics)])
}

func (m *Model) setTopic(id model.TopicID) {
	m.chosen, m.nth = id, newest
	m.rechart()
	m.scroll()
}
