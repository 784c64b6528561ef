// Package columns shows one topic side by side: a column an actor, a card a
// statement, newest first, the columns packed or aligned by date.
package columns

import (
	"maps"
	"slices"

	"charm.land/bubbles/v2/key"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/scroll"
)

// Model is the view. The cursor is on a column, and in each column on a card.
type Model struct {
	look       *look.Look
	keys       *keys.Map
	comparison model.Comparison
	topic      model.TopicID
	given      []model.ActorID // of picked, when whoever opened the view chose them
	picked     []model.ActorID // who face each other from the second on, the oldest first
	col, left  int             // the cursor's column, the first in sight of those shown
	cards      map[model.ActorID]int
	sights     map[model.ActorID]sight // of packed columns
	aligned    bool
	bands      sight  // of aligned columns
	last       moment // of the card that the cursor was put on last
	memo       *memo
	w, h       int
}

// New returns the view without a comparison.
func New(l *look.Look, k *keys.Map) Model {
	m := Model{look: l, keys: k}
	m.restart()
	return m
}

// SetLook replaces theme and words.
func (m *Model) SetLook(l *look.Look, k *keys.Map) { m.look, m.keys = l, k }

// SetSize sets the cells that the view has.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = w, h
	m.settle()
}

// SetComparison replaces the comparison; topic, actor and statements stay, or become
// the first where they are no longer among them.
func (m *Model) SetComparison(c model.Comparison) {
	actor, selected := m.Actor(), m.selected()
	m.comparison, m.memo = c, &memo{}
	if m.row() < 0 && len(c.Rows) > 0 {
		m.topic = c.Rows[0].Topic.ID
		m.restart()
	} else {
		m.find(actor, selected)
	}
	m.settle()
}

// selected returns the keys of the selected statements. A column that stands at its
// start stays there, but for the cursor's.
func (m Model) selected() map[model.ActorID]int64 {
	keys := map[model.ActorID]int64{}
	for i, a := range m.comparison.Actors {
		if e, card := m.evidence(i), m.card(i); card < e.Len() && (card > 0 || i == m.col) {
			keys[a.ID] = e.Key(card)
		}
	}
	return keys
}

// find puts the cursor on an actor, and on the statements that were selected.
func (m *Model) find(actor model.ActorID, selected map[model.ActorID]int64) {
	if i := m.actor(actor); i >= 0 {
		m.col = i
	}
	for i, a := range m.comparison.Actors {
		key, ok := selected[a.ID]
		if !ok {
			continue
		}
		if card, found := m.evidence(i).Find(key); found {
			m.set(i, card)
		}
	}
}

// Show opens a topic at the newest card that carries an actor's position. Facing
// are the actors to be shown alone, all for none.
func (m *Model) Show(topic model.TopicID, actor model.ActorID, facing []model.ActorID) {
	m.topic, m.picked = topic, nil
	m.restart()
	for _, id := range facing {
		if m.actor(id) >= 0 {
			m.pick(id)
		}
	}
	m.given = m.picked
	if i := m.actor(actor); i >= 0 {
		m.col = i
	}
	if i := m.row(); i >= 0 && m.col < len(m.comparison.Actors) {
		m.set(m.col, m.comparison.Rows[i].Cells[m.col].Leading())
	}
	m.settle()
	m.remember()
	m.follow()
}

// restart forgets where the columns of a topic stood.
func (m *Model) restart() {
	m.cards, m.sights, m.bands = map[model.ActorID]int{}, map[model.ActorID]sight{}, sight{}
	m.last, m.memo = moment{date: latest}, &memo{}
}

// Topic returns the topic shown.
func (m Model) Topic() model.TopicID { return m.topic }

// Actor returns the actor under the cursor, "" without any.
func (m Model) Actor() model.ActorID { return m.id(m.col) }

// Statement returns the statement under the cursor, false without any.
func (m Model) Statement() (model.Statement, bool) {
	evidence, card := m.evidence(m.col), m.card(m.col)
	if card >= evidence.Len() {
		return model.Statement{}, false
	}
	return evidence.At(card), true
}

// Hints returns the keys that are of most use now.
func (m Model) Hints() []key.Binding {
	k := m.keys
	return []key.Binding{k.Enter, k.Pick, k.Align, k.Reading, k.NextTopic, k.PrevTopic, k.Back, k.Open, k.Copy}
}

// row returns the place of the topic, -1 where the comparison does not have it.
func (m Model) row() int {
	return slices.IndexFunc(m.comparison.Rows, func(r model.Row) bool { return r.Topic.ID == m.topic })
}

func (m Model) actor(id model.ActorID) int {
	return slices.IndexFunc(m.comparison.Actors, func(a model.Actor) bool { return a.ID == id })
}

func (m Model) id(col int) model.ActorID {
	if col >= len(m.comparison.Actors) {
		return ""
	}
	return m.comparison.Actors[col].ID
}

func (m Model) position(col int) model.Position {
	i := m.row()
	if i < 0 || col >= len(m.comparison.Rows[i].Cells) {
		return model.Position{}
	}
	return m.comparison.Rows[i].Cells[col]
}

func (m Model) evidence(col int) model.Evidence { return m.position(col).Evidence }

// card returns the selected card of a column: its place in the evidence.
func (m Model) card(col int) int { return m.cards[m.id(col)] }

// set selects a column's card, in a map of its own: models are values.
func (m *Model) set(col, card int) {
	m.cards, m.sights = maps.Clone(m.cards), maps.Clone(m.sights)
	id := m.id(col)
	if m.cards[id] != card {
		m.sights[id] = sight{top: m.sights[id].top}
		m.bands.skip = 0
	}
	m.cards[id] = card
}

// settle keeps the cursor on a column and cards that are there.
func (m *Model) settle() {
	m.col = max(0, min(m.col, len(m.comparison.Actors)-1))
	for i := range m.comparison.Actors {
		if last := max(0, m.evidence(i).Len()-1); m.card(i) > last {
			m.set(i, last)
		}
	}
	among := m.among()
	_, m.left = scroll.Keep(slices.Index(among, m.col), m.left, len(among), m.capacity())
}
