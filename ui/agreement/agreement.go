// Package agreement shows on how many topics each pair of actors takes the same
// stance, and which topics unite and divide a pair.
package agreement

import (
	"slices"
	"sync"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/link"
	"tachiba/ui/look"
	"tachiba/ui/scroll"
)

// Model is the view: a matrix of actors, and a panel that tells of the pair under
// the cursor. The cursor stays on its pair and topic when the comparison changes.
type Model struct {
	look       *look.Look
	keys       *keys.Map
	comparison model.Comparison
	matrix     func() [][]model.Congruence // made once, when it is first asked for
	pair       func() model.Agreement      // of the pair under the cursor, likewise
	row, col   int                         // its actors
	top, left  int                         // the first of both in sight
	topic      model.TopicID               // under the cursor of the panel
	panel      bool                        // the panel has the keys
	w, h       int
}

// New returns the view without a comparison.
func New(l *look.Look, k *keys.Map) Model {
	m := Model{look: l, keys: k, col: 1}
	m.SetComparison(model.Comparison{})
	return m
}

// SetLook replaces theme and words.
func (m *Model) SetLook(l *look.Look, k *keys.Map) { m.look, m.keys = l, k }

// SetSize sets the cells that the view has.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = w, h
	m.scroll()
}

// SetComparison replaces what is shown. Nothing is counted before it is drawn.
func (m *Model) SetComparison(c model.Comparison) {
	row, col := m.actor(m.row), m.actor(m.col)
	m.comparison = c
	m.matrix = sync.OnceValue(c.Congruence)
	place := func(id model.ActorID, was int) int {
		if i := slices.IndexFunc(c.Actors, func(a model.Actor) bool { return a.ID == id }); i >= 0 {
			return i
		}
		return was
	}
	m.move(place(row, m.row), place(col, m.col))
}

// actor returns the actor at a place, "" without any.
func (m Model) actor(i int) model.ActorID {
	if i >= len(m.comparison.Actors) {
		return ""
	}
	return m.comparison.Actors[i].ID
}

// paired tells whether there are two actors to compare.
func (m Model) paired() bool { return len(m.comparison.Actors) > 1 }

// move puts the cursor on a pair, or near it: no actor is paired with itself.
func (m *Model) move(row, col int) {
	last := len(m.comparison.Actors) - 1
	row, col = max(0, min(row, last)), max(0, min(col, last))
	if row == col && col < last {
		col++
	} else if row == col {
		col = max(0, col-1)
	}
	m.row, m.col = row, col
	c := m.comparison
	m.pair = sync.OnceValue(func() model.Agreement {
		if len(c.Actors) < 2 {
			return model.Agreement{}
		}
		return c.Agreement(row, col)
	})
	m.scroll()
}

// step moves the cursor in the matrix, over the diagonal, and not beyond its ends.
func (m *Model) step(rows, cols int) {
	row, col := m.row+rows, m.col+cols
	if row == col {
		row, col = row+rows, col+cols
	}
	if n := len(m.comparison.Actors); row >= 0 && col >= 0 && row < n && col < n {
		m.move(row, col)
	}
}

func (m *Model) scroll() {
	l := m.layout()
	_, m.top = scroll.Keep(m.row, m.top, len(m.comparison.Actors), l.rows)
	_, m.left = scroll.Keep(m.col, m.left, len(m.comparison.Actors), l.cols)
}

// topics returns those of the pair that are listed: what unites it, then what
// divides it.
func (m Model) topics() []model.CommonTopic {
	p := m.pair()
	return slices.Concat(p.Unite, p.Divide)
}

// at returns the place in topics of the panel's cursor.
func (m Model) at() int {
	return max(0, slices.IndexFunc(m.topics(), func(t model.CommonTopic) bool { return t.Topic == m.topic }))
}

// moveTopic moves the panel's cursor by n topics.
func (m *Model) moveTopic(n int) {
	if all := m.topics(); len(all) > 0 {
		m.topic = all[max(0, min(m.at()+n, len(all)-1))].Topic
	}
}

// enter gives the keys to the panel, where it has topics, or to the matrix.
func (m *Model) enter(panel bool) {
	m.panel = panel && len(m.topics()) > 0
	m.scroll()
}

func (m Model) open() tea.Cmd {
	all := m.topics()
	if len(all) == 0 {
		return nil
	}
	return func() tea.Msg { return m.cell(all[m.at()].Topic) }
}

// cell is the message that opens a topic with the pair side by side.
func (m Model) cell(topic model.TopicID) link.Cell {
	a, b := m.actor(m.row), m.actor(m.col)
	return link.Cell{Topic: topic, Actor: a, Facing: []model.ActorID{a, b}}
}

// Back goes from the panel to the matrix, and reports whether it did.
func (m *Model) Back() bool {
	was := m.panel
	m.enter(false)
	return was
}

// Statement returns the newest statement by which the actor of the row takes its
// stance on the topic under the panel's cursor, false while the matrix has the keys.
func (m Model) Statement() (model.Statement, bool) {
	all := m.topics()
	if !m.panel || len(all) == 0 {
		return model.Statement{}, false
	}
	return m.leading(m.row, all[m.at()].Topic)
}

// leading returns the newest statement that carries an actor's position.
func (m Model) leading(actor int, topic model.TopicID) (model.Statement, bool) {
	p := m.comparison.Cell(m.actor(actor), topic)
	if p == nil || p.Evidence.Len() == 0 {
		return model.Statement{}, false
	}
	return p.Evidence.At(p.Leading()), true
}

// Hints returns the keys that are of most use now.
func (m Model) Hints() []key.Binding {
	k := m.keys
	if m.panel {
		return []key.Binding{k.Enter, k.Back, k.Open, k.Copy, k.Correct}
	}
	return []key.Binding{k.Enter, k.Switch, k.NextTopic, k.PrevTopic}
}
