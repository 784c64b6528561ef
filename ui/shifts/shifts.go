// Package shifts shows the ledger of changed positions: what an actor said before and
// after, with both sentences.
package shifts

import (
	"sync"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/link"
	"tachiba/ui/look"
)

// Model is the view. Its cursor stays on its shift when the comparison changes.
type Model struct {
	look       *look.Look
	keys       *keys.Map
	comparison model.Comparison
	ledger     func() *ledger // made once, when it is first asked for
	show       show
	at, top    int  // the entry under the cursor, the first in sight
	older      bool // the cursor is on the older sentence
	anchor     anchor
	lost       bool // the comparison changed: the anchor is to be found again
	w, h       int
}

// anchor is what the entry under the cursor is known by in another comparison.
type anchor struct {
	kind  model.ShiftKind
	actor model.ActorID
	topic model.TopicID
	date  model.Date
}

// New returns the view without a comparison.
func New(l *look.Look, k *keys.Map) Model {
	return Model{look: l, keys: k, ledger: func() *ledger { return &ledger{} }}
}

// SetLook replaces theme and words.
func (m *Model) SetLook(l *look.Look, k *keys.Map) { m.look, m.keys = l, k }

// SetSize sets the cells that the view has.
func (m *Model) SetSize(w, h int) { m.w, m.h = w, h }

// SetComparison replaces what is shown. Shifts are looked for when they are drawn.
func (m *Model) SetComparison(c model.Comparison) {
	m.comparison, m.lost = c, true
	m.ledger = sync.OnceValue(func() *ledger { return newLedger(c.Shifts()) })
}

// entries returns what is listed.
func (m Model) entries() entries { return m.ledger().lists[m.show] }

// found returns the view with its cursor on an entry that is there.
func (m Model) found() Model {
	e := m.entries()
	if m.lost {
		if i := e.find(m.anchor); i >= 0 {
			m.top += i - m.at
			m.at = i
		}
		m.lost = false
	}
	m.at = max(0, min(m.at, e.Len()-1))
	return m
}

// settled returns the same with that entry in sight.
func (m Model) settled() Model {
	m = m.found()
	m.top = m.firstInSight(m.entries())
	return m
}

// move puts the cursor on an entry.
func (m *Model) move(to int) {
	m.at = to
	*m = m.settled()
	if e := m.entries(); m.at < e.Len() {
		m.anchor = anchorOf(e.At(m.at))
	}
}

// Update moves the cursor, changes what is listed, and asks for the sentence under
// the cursor.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	*m = m.found()
	k := m.keys
	switch {
	case key.Matches(press, k.Up):
		m.move(m.at - 1)
	case key.Matches(press, k.Down):
		m.move(m.at + 1)
	case key.Matches(press, k.PageUp):
		m.move(m.at - m.inSight())
	case key.Matches(press, k.PageDown):
		m.move(m.at + m.inSight())
	case key.Matches(press, k.Top):
		m.move(0)
	case key.Matches(press, k.Bottom):
		m.move(m.entries().Len() - 1)
	case key.Matches(press, k.NextTopic):
		m.move(m.entries().otherTopic(m.at, 1))
	case key.Matches(press, k.PrevTopic):
		m.move(m.entries().otherTopic(m.at, -1))
	case key.Matches(press, k.Left):
		m.older = true
	case key.Matches(press, k.Right):
		m.older = false
	case key.Matches(press, k.Switch):
		m.older = !m.older
	case key.Matches(press, k.Pick):
		m.list((m.show + 1) % shows)
	case key.Matches(press, k.Enter):
		return m.open()
	}
	return nil
}

// list lists other entries; the cursor stays on its own where it is among them,
// else it goes to the first.
func (m *Model) list(s show) {
	m.show, m.top = s, 0
	m.move(max(0, m.entries().find(m.anchor)))
}

// Wheel moves by n entries.
func (m *Model) Wheel(_, n int) {
	*m = m.found()
	m.move(m.at + n)
}

// Click puts the cursor on the sentence at x, y of the view; on the one under the
// cursor it opens it.
func (m *Model) Click(x, y int) tea.Cmd {
	*m = m.settled()
	rows := m.rows()
	if y < 0 || y >= len(rows) || rows[y].entry < 0 {
		return nil
	}
	entry, older := rows[y].entry, m.older
	switch rows[y].place {
	case onOlder:
		older = true
	case onNewer:
		older = false
	case onBoth:
		older = x < m.sideWidth()
	}
	if entry == m.at && older == m.older {
		return m.open()
	}
	m.older = older
	m.move(entry)
	return nil
}

// Back lists all again, and reports whether it was otherwise.
func (m *Model) Back() bool {
	if m.show == all {
		return false
	}
	m.list(all)
	return true
}

// Statement returns the sentence under the cursor, false without any.
func (m Model) Statement() (model.Statement, bool) {
	m = m.found()
	e := m.entries()
	if m.at >= e.Len() {
		return model.Statement{}, false
	}
	from, to := e.At(m.at).Sides()
	if m.older {
		return from.Statement(), true
	}
	return to.Statement(), true
}

func (m Model) open() tea.Cmd {
	s, ok := m.Statement()
	if !ok {
		return nil
	}
	return func() tea.Msg { return link.Sentence{Statement: s} }
}

// Hints returns the keys that are of most use now.
func (m Model) Hints() []key.Binding {
	k := m.keys
	show := key.NewBinding(key.WithKeys(k.Pick.Keys()...), key.WithHelp(k.Pick.Help().Key, m.look.T("shifts.show")))
	return []key.Binding{k.Enter, k.Switch, show, k.Open, k.Copy}
}
