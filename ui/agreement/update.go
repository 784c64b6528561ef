package agreement

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Update moves in the matrix or in the panel, whichever has the keys, and asks for
// the topic under the cursor side by side.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok || !m.paired() {
		return nil
	}
	k := m.keys
	m.panel = m.panel && len(m.topics()) > 0 // a filter may have taken them out
	switch {
	case key.Matches(press, k.Switch):
		m.enter(!m.panel)
	case key.Matches(press, k.NextTopic):
		m.moveTopic(1)
	case key.Matches(press, k.PrevTopic):
		m.moveTopic(-1)
	case m.panel:
		return m.inPanel(press)
	default:
		m.inMatrix(press)
	}
	return nil
}

func (m *Model) inMatrix(press tea.KeyPressMsg) {
	k, last := m.keys, len(m.comparison.Actors)-1
	switch {
	case key.Matches(press, k.Up):
		m.step(-1, 0)
	case key.Matches(press, k.Down):
		m.step(1, 0)
	case key.Matches(press, k.Left):
		m.step(0, -1)
	case key.Matches(press, k.Right):
		m.step(0, 1)
	case key.Matches(press, k.Top, k.PageUp):
		m.move(0, m.col)
	case key.Matches(press, k.Bottom, k.PageDown):
		m.move(last, m.col)
	case key.Matches(press, k.Enter):
		m.enter(true)
	}
}

func (m *Model) inPanel(press tea.KeyPressMsg) tea.Cmd {
	k, page := m.keys, max(m.layout().panel.h/2, 1)
	switch {
	case key.Matches(press, k.Up):
		m.moveTopic(-1)
	case key.Matches(press, k.Down):
		m.moveTopic(1)
	case key.Matches(press, k.PageUp):
		m.moveTopic(-page)
	case key.Matches(press, k.PageDown):
		m.moveTopic(page)
	case key.Matches(press, k.Top):
		m.moveTopic(-len(m.topics()))
	case key.Matches(press, k.Bottom):
		m.moveTopic(len(m.topics()))
	case key.Matches(press, k.Left):
		m.enter(false)
	case key.Matches(press, k.Enter):
		return m.open()
	}
	return nil
}

// Wheel moves by n notches what is under x: the panel's cursor, or the pair.
func (m *Model) Wheel(x, n int) {
	switch l := m.layout(); {
	case !m.paired():
	case l.beside && x >= l.panel.x, m.panel && !l.beside:
		m.moveTopic(n)
	default:
		m.step(n, 0)
	}
}

// Click puts the cursor on the pair or the topic at x, y of the view; on the topic
// under the cursor it opens it.
func (m *Model) Click(x, y int) tea.Cmd {
	if !m.paired() {
		return nil
	}
	l := m.layout()
	if row, col, ok := m.pairAt(l, x, y); ok {
		m.panel = false
		m.move(row, col)
		return nil
	}
	i, ok := m.topicAt(l, x, y)
	if !ok {
		return nil
	}
	if m.panel && i == m.at() {
		return m.open()
	}
	m.topic = m.topics()[i].Topic
	m.enter(true)
	return nil
}
