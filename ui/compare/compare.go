// Package compare is the home view: topics by actors, each cell the position
// that the actor takes, and a preview of what the selected cell rests on.
package compare

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/link"
	"tachiba/ui/look"
	"tachiba/ui/scroll"
)

// Model is the view. Its cursor stays on its topic and actor when the
// comparison changes.
type Model struct {
	look       *look.Look
	keys       *keys.Map
	comparison model.Comparison
	rows       []model.Row // in the order shown
	sorted     int         // the place in Orders
	hide       bool        // topics without evidence
	lastMonth  model.Date  // of the histories
	months     int         // that they span
	brief      bool        // the preview is the newest sentence alone
	row, col   int
	top, left  int // first row and column shown
	w, h       int
}

// New returns the view without a comparison.
func New(l *look.Look, k *keys.Map) Model { return Model{look: l, keys: k} }

// SetLook replaces theme and words.
func (m *Model) SetLook(l *look.Look, k *keys.Map) { m.look, m.keys = l, k }

// SetSize sets the cells that the view has.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = w, h
	m.scroll()
}

// SetComparison replaces the comparison.
func (m *Model) SetComparison(c model.Comparison) {
	topic, actor := m.Selected()
	m.comparison = c
	m.lastMonth, m.months = m.span()
	m.order()
	m.Select(topic, actor)
}

// Selected returns the topic and actor under the cursor, empty without any.
func (m Model) Selected() (model.TopicID, model.ActorID) {
	if m.row >= len(m.rows) || m.col >= len(m.comparison.Actors) {
		return "", ""
	}
	return m.rows[m.row].Topic.ID, m.comparison.Actors[m.col].ID
}

// Select puts the cursor on a topic and an actor, or leaves it as near as it can
// be where one is not shown.
func (m *Model) Select(topic model.TopicID, actor model.ActorID) {
	if i := slices.IndexFunc(m.rows, func(r model.Row) bool { return r.Topic.ID == topic }); i >= 0 {
		m.row = i
	}
	if i := slices.IndexFunc(m.comparison.Actors, func(a model.Actor) bool { return a.ID == actor }); i >= 0 {
		m.col = i
	}
	m.scroll()
}

// Reveal moves the cursor to the first cell with evidence where its own has none.
func (m *Model) Reveal() {
	if _, p, ok := m.Cell(); !ok || p.Stance != model.NoEvidence {
		return
	}
	for i, r := range m.rows {
		if j := slices.IndexFunc(r.Cells, func(p model.Position) bool { return p.Stance != model.NoEvidence }); j >= 0 {
			m.row, m.col = i, j
			m.scroll()
			return
		}
	}
}

// Cell returns the row and position under the cursor, false without any.
func (m Model) Cell() (model.Row, model.Position, bool) {
	if m.row >= len(m.rows) || m.col >= len(m.comparison.Actors) {
		return model.Row{}, model.Position{}, false
	}
	r := m.rows[m.row]
	return r, r.Cells[m.col], true
}

// Statement returns the newest statement that carries the position under the
// cursor, false without any.
func (m Model) Statement() (model.Statement, bool) {
	if _, p, ok := m.Cell(); ok && p.Evidence.Len() > 0 {
		return p.Evidence.At(p.Leading()), true
	}
	return model.Statement{}, false
}

// Back has nothing to undo.
func (m *Model) Back() bool { return false }

// Update moves the cursor, sorts, and asks for what the cursor opens.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	k, page := m.keys, max(m.visibleRows()-1, 1)
	switch {
	case key.Matches(press, k.Up):
		m.row--
	case key.Matches(press, k.Down):
		m.row++
	case key.Matches(press, k.Left):
		m.col--
	case key.Matches(press, k.Right):
		m.col++
	case key.Matches(press, k.Top):
		m.row = 0
	case key.Matches(press, k.Bottom):
		m.row = len(m.rows) - 1
	case key.Matches(press, k.PageUp):
		m.row -= page
	case key.Matches(press, k.PageDown):
		m.row += page
	case key.Matches(press, k.Sort):
		m.rearrange(func() { m.sorted = (m.sorted + 1) % len(Orders) })
	case key.Matches(press, k.Hide):
		m.rearrange(func() { m.hide = !m.hide })
	case key.Matches(press, k.Enter):
		return m.open()
	}
	m.scroll()
	return nil
}

// Wheel moves the cursor by n rows.
func (m *Model) Wheel(_, n int) {
	m.row += n
	m.scroll()
}

// Click puts the cursor on the cell at x, y of the view; on the cell under the
// cursor it opens it.
func (m *Model) Click(x, y int) tea.Cmd {
	row := m.top + y - 1
	if y < 1 || y > m.visibleRows() || row >= len(m.rows) {
		return nil
	}
	col := m.col
	g := m.grid()
	if x >= g.topic {
		col = m.left + (x-g.topic)/g.cell
		if col >= min(m.left+g.shown, len(m.comparison.Actors)) {
			col = m.col
		}
	}
	if row == m.row && col == m.col {
		return m.open()
	}
	m.row, m.col = row, col
	m.scroll()
	return nil
}

func (m Model) open() tea.Cmd {
	topic, actor := m.Selected()
	if topic == "" || m.comparison.Shown == 0 {
		return nil
	}
	return func() tea.Msg { return link.Cell{Topic: topic, Actor: actor} }
}

// scroll keeps the cursor inside the comparison and in sight.
func (m *Model) scroll() {
	m.row, m.top = scroll.Keep(m.row, m.top, len(m.rows), m.visibleRows())
	m.col, m.left = scroll.Keep(m.col, m.left, len(m.comparison.Actors), m.grid().shown)
}

// Hints returns the keys that are of most use now.
func (m Model) Hints() []key.Binding { return []key.Binding{m.keys.Enter, m.keys.Sort, m.keys.Hide} }
