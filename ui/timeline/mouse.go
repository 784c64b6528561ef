package timeline

import (
	tea "charm.land/bubbletea/v2"

	"tachiba/ui/link"
)

// Click puts the cursor on the mark nearest to x in the lane at y; on the mark under
// the cursor it opens it. On a name it goes to the lane, on that of the cursor's lane
// it unfolds it; on the title of a digest it opens that.
func (m *Model) Click(x, y int) tea.Cmd {
	f := m.frame()
	if f.titles > 0 && y == f.foot+f.events {
		return m.openDigest(f)
	}
	i := f.top
	for i < f.end && y > f.head+f.height(f.top, i+1) {
		i++
	}
	if y <= f.head || i == f.end || f.rows[i].track == nil {
		return nil
	}
	again := i == f.at
	if !again {
		m.on, m.nth = of(f.rows[i].Lane), newest
	}
	if x < f.name {
		if again {
			m.unfold()
		}
		return nil
	}
	place := f.left + f.under(x-f.name-f.edge)
	if again && f.marked && place == f.place {
		return m.open()
	}
	marks := m.marks()
	m.put(marks, nearest(marks, place))
	return nil
}

// openDigest asks for the digest whose title is shown.
func (m Model) openDigest(f frame) tea.Cmd {
	digests := m.atCursor(f)
	if len(digests) == 0 {
		return nil
	}
	id := digests[len(digests)-1].ID
	return func() tea.Msg { return link.Digest{ID: id} }
}

// Wheel moves by n marks in time, over the names by n lanes.
func (m *Model) Wheel(x, n int) {
	if name, _ := m.names(); x < name {
		m.turn(n)
		return
	}
	m.move(n)
}
