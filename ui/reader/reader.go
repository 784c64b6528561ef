// Package reader shows the text of one digest: sentences that carry statements
// are marked at the edge, and what the selected one says stands below.
package reader

import (
	"cmp"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/look"
)

// Model is the reading pane.
type Model struct {
	look       *look.Look
	keys       *keys.Map
	digest     *model.Digest
	marked     []model.Statement
	statements map[int][]model.Statement // the same by sentence
	coded      []int                     // the sentences that carry statements, in order
	at         int                       // index in coded
	paragraphs []paragraph
	rows       []row
	top        int
	focus      bool
	w, h       int
}

// New returns the pane without a digest.
func New(l *look.Look, k *keys.Map) Model { return Model{look: l, keys: k} }

// SetLook replaces theme and words.
func (m *Model) SetLook(l *look.Look, k *keys.Map) {
	m.look, m.keys = l, k
	m.layout()
}

// SetSize sets the cells that the pane has; the selected sentence stays in sight.
func (m *Model) SetSize(w, h int) {
	if m.w == w && m.h == h {
		return
	}
	m.w, m.h = w, h
	m.layout()
	m.reveal()
}

// SetFocus tells the pane whether it has the keys: its cursor shows when it has.
func (m *Model) SetFocus(focus bool) { m.focus = focus }

// Show opens a digest, with the statements in it that are to be marked. Shown
// again, it stays where it was scrolled to.
func (m *Model) Show(d *model.Digest, statements []model.Statement) {
	again := m.digest != nil && d != nil && m.digest.ID == d.ID
	if again && slices.Equal(m.marked, statements) {
		m.digest = d
		return
	}
	selected, ok := m.sentence()
	m.digest, m.marked = d, statements
	m.mark(statements)
	if !again {
		m.at, m.top = 0, 0
	} else if i, _ := slices.BinarySearch(m.coded, selected); ok {
		m.at = max(0, min(i, len(m.coded)-1))
	}
	m.layout()
}

func (m *Model) mark(statements []model.Statement) {
	m.statements, m.coded = map[int][]model.Statement{}, nil
	for _, s := range statements {
		if len(m.statements[s.Sentence]) == 0 {
			m.coded = append(m.coded, s.Sentence)
		}
		m.statements[s.Sentence] = append(m.statements[s.Sentence], s)
	}
	slices.Sort(m.coded)
	m.at = min(m.at, max(len(m.coded)-1, 0))
}

// Select puts the cursor on the sentence with that index, or the next one that
// carries a statement, and brings it into sight.
func (m *Model) Select(sentence int) {
	i, _ := slices.BinarySearch(m.coded, sentence)
	m.at = max(0, min(i, len(m.coded)-1))
	m.reveal()
}

// sentence returns the index of the selected sentence.
func (m Model) sentence() (int, bool) {
	if m.at >= len(m.coded) {
		return 0, false
	}
	return m.coded[m.at], true
}

// Statement returns the first statement of the selected sentence, false without
// any.
func (m Model) Statement() (model.Statement, bool) {
	i, ok := m.sentence()
	if !ok {
		return model.Statement{}, false
	}
	return m.statements[i][0], true
}

// Update scrolls and moves from statement to statement.
func (m Model) Update(msg tea.Msg) (Model, tea.Cmd) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return m, nil
	}
	k, page := m.keys, max(m.textHeight()-1, 1)
	switch {
	case key.Matches(press, k.Up):
		m.scroll(-1)
	case key.Matches(press, k.Down):
		m.scroll(1)
	case key.Matches(press, k.PageUp):
		m.scroll(-page)
	case key.Matches(press, k.PageDown):
		m.scroll(page)
	case key.Matches(press, k.Top):
		m.scroll(-len(m.rows))
	case key.Matches(press, k.Bottom):
		m.scroll(len(m.rows))
	case key.Matches(press, k.Next):
		m.step(1)
	case key.Matches(press, k.Prev):
		m.step(-1)
	}
	return m, nil
}

// Wheel scrolls by n rows.
func (m *Model) Wheel(n int) { m.scroll(n) }

// Click selects the sentence at y of the pane, when it carries a statement.
func (m *Model) Click(_, y int) {
	if i := m.top + y; y >= 0 && y < m.textHeight() && i < len(m.rows) {
		for _, s := range m.rows[i].sentences {
			if j, ok := slices.BinarySearch(m.coded, s); ok {
				m.at = j
				return
			}
		}
	}
}

// step selects the next statement in reading order, round the ends.
func (m *Model) step(n int) {
	if len(m.coded) > 0 {
		m.at = (m.at + n + len(m.coded)) % len(m.coded)
		m.reveal()
	}
}

func (m *Model) scroll(n int) {
	m.top = max(0, min(m.top+n, len(m.rows)-m.textHeight()))
}

// reveal scrolls so that the selected sentence is in sight, a third from the top
// when it was out of it.
func (m *Model) reveal() {
	sentence, ok := m.sentence()
	if !ok {
		return
	}
	first := slices.IndexFunc(m.rows, func(r row) bool { return slices.Contains(r.sentences, sentence) })
	if first < 0 {
		return
	}
	last := first
	for last+1 < len(m.rows) && slices.Contains(m.rows[last+1].sentences, sentence) {
		last++
	}
	if h := m.textHeight(); first < m.top || last >= m.top+h {
		m.top = 0
		m.scroll(first - h/3)
	}
}

// textHeight returns the rows that the text has: the pane's without the panel.
func (m Model) textHeight() int { return max(1, m.h-m.panelHeight()) }

func (m Model) panelHeight() int {
	most := 0
	for _, list := range m.statements {
		most = max(most, len(list))
	}
	switch {
	case most == 0 || m.h < 6:
		return 0
	case m.h < 12:
		return 2
	}
	return cmp.Or(min(most, m.h/4), 1) + 2
}
