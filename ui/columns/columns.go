// Package columns shows one topic side by side: a column an actor, a card a
// statement, newest first.
package columns

import (
	"maps"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/link"
	"tachiba/ui/look"
	"tachiba/ui/plain"
)

// Model is the view.
type Model struct {
	look       *look.Look
	keys       *keys.Map
	comparison model.Comparison
	topic      model.TopicID
	col        int
	cards      map[model.ActorID]int // the selected one of each actor
	picked     []model.ActorID       // at most two, to face each other
	w, h       int
}

// New returns the view without a comparison.
func New(l *look.Look, k *keys.Map) Model {
	return Model{look: l, keys: k, cards: map[model.ActorID]int{}}
}

// SetLook replaces theme and words.
func (m *Model) SetLook(l *look.Look, k *keys.Map) { m.look, m.keys = l, k }

// SetSize sets the cells that the view has.
func (m *Model) SetSize(w, h int) { m.w, m.h = w, h }

// SetComparison replaces the comparison; the topic stays, or becomes the first
// where it is no longer among them.
func (m *Model) SetComparison(c model.Comparison) {
	m.comparison = c
	if m.row() < 0 && len(c.Rows) > 0 {
		m.topic = c.Rows[0].Topic.ID
	}
	m.picked = slices.DeleteFunc(slices.Clone(m.picked), func(id model.ActorID) bool { return m.actor(id) < 0 })
	m.settle()
}

// Show opens a topic at the newest card that carries an actor's position.
func (m *Model) Show(topic model.TopicID, actor model.ActorID) {
	m.topic, m.cards = topic, map[model.ActorID]int{}
	if i := m.actor(actor); i >= 0 {
		m.col = i
	}
	if len(m.picked) == 2 && !slices.Contains(m.picked, actor) {
		m.picked = nil
	}
	if i := m.row(); i >= 0 && m.col < len(m.comparison.Actors) {
		m.set(m.Actor(), m.comparison.Rows[i].Cells[m.col].Leading())
	}
	m.settle()
}

// Topic returns the topic shown.
func (m Model) Topic() model.TopicID { return m.topic }

// Actor returns the actor under the cursor, "" without any.
func (m Model) Actor() model.ActorID {
	if m.col >= len(m.comparison.Actors) {
		return ""
	}
	return m.comparison.Actors[m.col].ID
}

// Statement returns the statement under the cursor, false without any.
func (m Model) Statement() (model.Statement, bool) {
	evidence := m.evidence(m.col)
	i := m.cards[m.Actor()]
	if i >= evidence.Len() {
		return model.Statement{}, false
	}
	return evidence.At(i), true
}

func (m Model) row() int {
	return slices.IndexFunc(m.comparison.Rows, func(r model.Row) bool { return r.Topic.ID == m.topic })
}

func (m Model) actor(id model.ActorID) int {
	return slices.IndexFunc(m.comparison.Actors, func(a model.Actor) bool { return a.ID == id })
}

func (m Model) evidence(col int) model.Evidence {
	i := m.row()
	if i < 0 || col >= len(m.comparison.Rows[i].Cells) {
		return model.Evidence{}
	}
	return m.comparison.Rows[i].Cells[col].Evidence
}

// Update moves the cursor, changes the topic, picks actors, and asks for the
// digest of a card.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	k := m.keys
	switch {
	case key.Matches(press, k.Up):
		m.move(-1)
	case key.Matches(press, k.Down):
		m.move(1)
	case key.Matches(press, k.PageUp):
		m.move(-3)
	case key.Matches(press, k.PageDown):
		m.move(3)
	case key.Matches(press, k.Top):
		m.move(-m.evidence(m.col).Len())
	case key.Matches(press, k.Bottom):
		m.move(m.evidence(m.col).Len())
	case key.Matches(press, k.Left):
		m.turn(-1)
	case key.Matches(press, k.Right), key.Matches(press, k.Switch):
		m.turn(1)
	case key.Matches(press, k.NextTopic):
		m.changeTopic(1)
	case key.Matches(press, k.PrevTopic):
		m.changeTopic(-1)
	case key.Matches(press, k.Pick):
		m.pick()
	case key.Matches(press, k.Enter):
		return m.open()
	}
	return nil
}

// Wheel moves the cursor by n cards.
func (m *Model) Wheel(_, n int) { m.move(n) }

// Click puts the cursor on the card at x, y of the view; on the card under the
// cursor it opens it.
func (m *Model) Click(x, y int) tea.Cmd {
	col, card, ok := m.clicked(x, y)
	if !ok {
		return nil
	}
	if col == m.col && card == m.cards[m.Actor()] {
		return m.open()
	}
	m.col = col
	m.set(m.Actor(), card)
	return nil
}

// Back undoes the choice of two actors; it returns false when there is none.
func (m *Model) Back() bool {
	if len(m.picked) == 0 {
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

// set selects an actor's card in a map of its own: models are values.
func (m *Model) set(id model.ActorID, card int) {
	m.cards = maps.Clone(m.cards)
	m.cards[id] = card
}

func (m *Model) move(n int) {
	m.set(m.Actor(), max(0, min(m.cards[m.Actor()]+n, m.evidence(m.col).Len()-1)))
}

// turn moves to the next column, round the ends.
func (m *Model) turn(n int) {
	among := m.among()
	if len(among) == 0 {
		return
	}
	i := slices.Index(among, m.col)
	m.col = among[(i+n+len(among))%len(among)]
	m.settle()
}

func (m *Model) changeTopic(n int) {
	rows := m.comparison.Rows
	if i := m.row(); i >= 0 {
		m.topic, m.cards = rows[(i+n+len(rows))%len(rows)].Topic.ID, map[model.ActorID]int{}
	}
}

func (m *Model) pick() {
	id := m.Actor()
	if i := slices.Index(m.picked, id); i >= 0 {
		m.picked = slices.Delete(slices.Clone(m.picked), i, i+1)
	} else if id != "" {
		m.picked = append(slices.Clone(m.picked[max(0, len(m.picked)-1):]), id)
	}
	m.settle()
}

// among returns the columns that the cursor moves among: the two that face each
// other, or all.
func (m Model) among() []int {
	var out []int
	for i, a := range m.comparison.Actors {
		if len(m.picked) < 2 || slices.Contains(m.picked, a.ID) {
			out = append(out, i)
		}
	}
	return out
}

// settle keeps the cursor on a column and a card that are there.
func (m *Model) settle() {
	if among := m.among(); len(among) > 0 && !slices.Contains(among, m.col) {
		m.col = among[0]
	}
	for i, a := range m.comparison.Actors {
		if last := max(0, m.evidence(i).Len()-1); m.cards[a.ID] > last {
			m.set(a.ID, last)
		}
	}
}

// Hints returns the keys that are of most use now.
func (m Model) Hints() []key.Binding {
	k := m.keys
	return []key.Binding{k.Enter, k.Back, k.NextTopic, k.PrevTopic, k.Pick, k.Open, k.Copy}
}

// Plain returns the view as lines, of each list at most most entries, all for 0.
func (m Model) Plain(most int) []plain.Line { return nil }
