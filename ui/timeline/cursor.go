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
		for j := range p.tracks {
			rows = append(rows, row{track: &p.tracks[j]})
		}
		if p.more > 0 {
			rows = append(rows, row{note: m.look.T("timeline.more_people", p.more)})
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

// fold folds or unfolds the people behind the actor under the cursor.
func (m *Model) fold() {
	t := m.lane()
	if t == nil {
		return
	}
	if i := slices.Index(m.unfolded, t.Actor); i >= 0 {
		m.unfolded = slices.Delete(slices.Clone(m.unfolded), i, i+1)
		m.on, m.nth = who{actor: t.Actor}, newest
	} else {
		m.unfolded = append(slices.Clone(m.unfolded), t.Actor)
	}
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
