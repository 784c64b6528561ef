// Package reader shows the text of one digest: its source stands above, sentences
// that carry statements are marked at the edge, and what the selected one says
// stands below.
package reader

import (
	"maps"
	"reflect"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/text"
)

// Model is the reading pane.
type Model struct {
	look       *look.Look
	keys       *keys.Map
	digest     *model.Digest
	marked     []model.Statement
	actors     text.Words // of the lexicon
	topics     text.Words
	opened     model.Code                // of the statement by which the text was opened
	statements map[int][]model.Statement // the same by sentence
	found      []int                     // the sentences that hold what is searched for
	terms      []string
	stops      []int // the sentences that the cursor steps through: those found, else those that carry statements
	at         int   // index in stops
	fresh      bool  // the digest came since the last visit
	free       int   // the sentence that the cursor is on beside the stops, or none
	paragraphs []paragraph
	rows       []row
	top        int
	focus      bool
	w, h       int
}

// none is the number of no sentence.
const none = -1

// New returns the pane without a digest.
func New(l *look.Look, k *keys.Map) Model { return Model{look: l, keys: k, free: none} }

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
	same := again && (m.digest == d || reflect.DeepEqual(m.digest, d)) // it may have been fetched anew
	if same && slices.Equal(m.marked, statements) {
		return
	}
	selected, ok := m.sentence()
	m.digest, m.marked = d, statements
	m.statements = map[int][]model.Statement{}
	for _, s := range statements {
		m.statements[s.Sentence] = append(m.statements[s.Sentence], s)
	}
	if !again {
		m.top = 0
	}
	if !same {
		m.free, m.found, m.terms = none, nil, nil
	}
	m.setStops()
	m.at = 0
	if again && ok {
		m.stopAt(selected)
	}
	m.layout()
}

// SetNew tells whether the digest came since the last visit.
func (m *Model) SetNew(fresh bool) { m.fresh = fresh }

// Find marks terms in the text; the cursor steps through the sentences that hold
// them.
func (m *Model) Find(terms []string, sentences []int) {
	if slices.Equal(m.terms, terms) && slices.Equal(m.found, sentences) {
		return
	}
	selected, ok := m.sentence()
	m.terms, m.found = terms, sentences
	if len(sentences) > 0 {
		m.free = none // to what was found
	}
	m.setStops()
	m.at = 0
	if ok && len(sentences) == 0 {
		m.stopAt(selected)
	}
	m.layout()
	if len(sentences) > 0 {
		m.reveal()
	}
}

func (m *Model) setStops() {
	m.stops = slices.Sorted(maps.Keys(m.statements))
	var found []int
	for _, i := range m.found {
		if i < len(m.digest.Sentences) && !m.digest.Sentences[i].Role.Head() { // those are drawn as their card's head
			found = append(found, i)
		}
	}
	if len(found) > 0 {
		slices.Sort(found)
		m.stops = found
	}
}

// stopAt puts the cursor on the first stop that is not before a sentence.
func (m *Model) stopAt(sentence int) {
	i, _ := slices.BinarySearch(m.stops, sentence)
	m.at = max(0, min(i, len(m.stops)-1))
}

// Select puts the cursor on the sentence with that index and brings it into
// sight.
func (m *Model) Select(sentence int) {
	m.stopAt(sentence)
	m.free = none
	if i, ok := m.sentence(); m.digest != nil && sentence < len(m.digest.Sentences) && (!ok || i != sentence) {
		m.free = sentence
	}
	m.reveal()
}

// sentence returns the index of the selected sentence.
func (m Model) sentence() (int, bool) {
	switch {
	case m.free != none:
		return m.free, true
	case m.at >= len(m.stops):
		return 0, false
	}
	return m.stops[m.at], true
}

// Sentence returns the selected sentence with its digest, false without any.
func (m Model) Sentence() (*model.Digest, int, bool) {
	i, ok := m.sentence()
	return m.digest, i, ok && m.digest != nil
}

// Statement returns the statement of the selected sentence by which the text was
// opened, else the first one, false without any.
func (m Model) Statement() (model.Statement, bool) {
	i, ok := m.sentence()
	if !ok || len(m.statements[i]) == 0 {
		return model.Statement{}, false
	}
	return m.ordered(i)[0], true
}

// ordered returns the statements of a sentence, first the one by which it was opened.
func (m Model) ordered(sentence int) []model.Statement {
	list := m.statements[sentence]
	same := func(s model.Statement) bool { return s.Actor == m.opened.Actor && s.Topic == m.opened.Topic }
	if at := slices.IndexFunc(list, same); at > 0 {
		list = slices.Concat(list[at:at+1], list[:at], list[at+1:])
	}
	return list
}

// SetOpened tells by which statement the text was opened.
func (m *Model) SetOpened(c model.Code) { m.opened = c }

// Update scrolls and moves from statement to statement.
func (m *Model) Update(msg tea.Msg) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return
	}
	k, page := m.keys, max(m.textHeight()-1, 1)
	switch {
	case key.Matches(press, k.Up):
		m.roll(-1)
	case key.Matches(press, k.Down):
		m.roll(1)
	case key.Matches(press, k.PageUp):
		m.roll(-page)
	case key.Matches(press, k.PageDown):
		m.roll(page)
	case key.Matches(press, k.Top):
		m.roll(-len(m.rows))
	case key.Matches(press, k.Bottom):
		m.roll(len(m.rows))
	case key.Matches(press, k.Next):
		m.step(1)
	case key.Matches(press, k.Prev):
		m.step(-1)
	case key.Matches(press, k.NextSentence):
		m.walk(1)
	case key.Matches(press, k.PrevSentence):
		m.walk(-1)
	}
}

// Wheel scrolls by n rows.
func (m *Model) Wheel(n int) { m.roll(n) }

// roll scrolls by n rows; the cursor stays in sight, so that no key is about a sentence
// that is not seen.
func (m *Model) roll(n int) {
	m.scroll(n)
	i, ok := m.sentence()
	if !ok || m.inSight(i) || m.enter(n) {
		return
	}
	for _, r := range m.rows[m.top:min(m.top+m.textHeight(), len(m.rows))] {
		for _, s := range r.sentences {
			if m.digest.Sentences[s].Role.Coded() {
				m.free = s
				return
			}
		}
	}
}

// Click selects the sentence at y of the pane, one that carries a statement where
// there are several.
func (m *Model) Click(_, y int) {
	y -= m.headHeight()
	i := m.top + y
	if y < 0 || y >= m.textHeight() || i >= len(m.rows) || len(m.rows[i].sentences) == 0 {
		return
	}
	sentences := m.rows[i].sentences
	at := max(0, slices.IndexFunc(sentences, func(s int) bool { return slices.Contains(m.stops, s) }))
	m.Select(sentences[at])
}

// step selects the next stop in reading order, round the ends.
func (m *Model) step(n int) {
	if len(m.stops) == 0 || m.enter(n) {
		return
	}
	switch i, on := slices.BinarySearch(m.stops, m.free); {
	case m.free == none:
		m.at = (m.at + n + len(m.stops)) % len(m.stops)
	case n > 0 && !on:
		m.at = i % len(m.stops)
	default:
		m.at = (i + n + len(m.stops)) % len(m.stops)
	}
	m.free = none
	m.reveal()
}

// enter selects the first stop in sight, or the last one going back, where the
// selected sentence was scrolled out of it, and reports whether it did.
func (m *Model) enter(n int) bool {
	end := m.top + m.textHeight()
	if at, ok := m.sentence(); ok {
		if first, last, ok := m.span(at); !ok || last >= m.top && first < end {
			return false
		}
	}
	for i := range m.stops {
		if n < 0 {
			i = len(m.stops) - 1 - i
		}
		if first, _, ok := m.span(m.stops[i]); ok && first >= m.top && first < end {
			m.at, m.free = i, none
			return true
		}
	}
	return false
}

// walk selects the next sentence that may carry statements, stop or not.
func (m *Model) walk(n int) {
	if m.digest == nil {
		return
	}
	i, ok := m.sentence()
	if !ok {
		i = none
		if n < 0 {
			i = len(m.digest.Sentences)
		}
	}
	for i += n; i >= 0 && i < len(m.digest.Sentences); i += n {
		if s := m.digest.Sentences[i]; s.Role.Coded() && !m.digest.OffTopic(s) {
			m.Select(i)
			return
		}
	}
}

func (m *Model) scroll(n int) {
	m.top = max(0, min(m.top+n, len(m.rows)-m.textHeight()))
}

// Jump puts the cursor on the sentence with that index, a third from the top.
func (m *Model) Jump(sentence int) {
	m.Select(sentence)
	if first, _, ok := m.span(sentence); ok {
		m.raise(first)
	}
}

// reveal scrolls so that the selected sentence is in sight, a third from the top
// when it was out of it.
func (m *Model) reveal() {
	sentence, ok := m.sentence()
	if !ok {
		return
	}
	first, last, ok := m.span(sentence)
	if ok && (first < m.top || last >= m.top+m.textHeight()) {
		m.raise(first)
	}
}

// inSight tells whether a row of the sentence is.
func (m Model) inSight(sentence int) bool {
	first, last, ok := m.span(sentence)
	return ok && last >= m.top && first < m.top+m.textHeight()
}

// raise scrolls so that a row stands a third from the top.
func (m *Model) raise(row int) {
	m.top = 0
	m.scroll(row - m.textHeight()/3)
}

// span returns the first and the last row of a sentence, false where it has none.
func (m Model) span(sentence int) (first, last int, ok bool) {
	first = slices.IndexFunc(m.rows, func(r row) bool { return slices.Contains(r.sentences, sentence) })
	if first < 0 {
		return 0, 0, false
	}
	last = first
	for last+1 < len(m.rows) && slices.Contains(m.rows[last+1].sentences, sentence) {
		last++
	}
	return first, last, true
}

// textHeight returns the rows that the text has: the pane's without the running
// head and the panel.
func (m Model) textHeight() int { return max(1, m.h-m.headHeight()-m.panelHeight()) }
