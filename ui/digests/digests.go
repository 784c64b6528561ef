// Package digests shows the digests as a list, and the text of the selected one:
// beside each other on a wide screen, one after the other on a narrow one. On a
// very wide one the text's outline and the related digests stand beside it too.
package digests

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/reader"
	"tachiba/ui/scroll"
)

// Model is the view.
type Model struct {
	look    *look.Look
	keys    *keys.Map
	source  func(id string) (*model.Digest, error)
	list    []model.Listing // as handed over
	marked  model.Evidence  // the statements to be marked
	shown   Shown
	behind  behind
	items   []model.Listing
	counts  map[string]int // by digest, how many of its statements the filter selects
	at, top int
	chosen  string // the ID of the digest chosen last
	// snippets are the first sentences found, by digest: those that were in sight.
	snippets map[string]string
	fault    error // why the digest under the cursor can't be read
	// relations of the digests listed, nil until they are asked for; related are
	// those of the one shown.
	relations *model.Relations
	related   []Relative
	reader    reader.Model
	reading   bool   // the text has the keys
	trail     []step // what was read before, where one digest led to the next
	w, h      int
}

// step is a digest that another one was opened from, and how far it was read.
type step struct {
	id     string
	reader reader.Model
}

// New returns the view without digests.
func New(l *look.Look, k *keys.Map) Model {
	return Model{look: l, keys: k, reader: reader.New(l, k), snippets: map[string]string{}}
}

// SetLook replaces theme and words.
func (m *Model) SetLook(l *look.Look, k *keys.Map) {
	m.look, m.keys = l, k
	m.reader.SetLook(l, k)
	m.behind |= behindRelated
}

// SetSize sets the cells that the view has.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = w, h
	m.resize()
}

func (m *Model) resize() {
	m.reader.SetFocus(m.reading || !m.beside())
	m.reader.SetSize(m.textWidth(), m.h)
	m.scroll()
}

// Open shows a statement's digest at its very sentence, and reports whether the
// digest is among those shown.
func (m *Model) Open(s model.Statement) bool {
	if !m.open(s.Digest) {
		return false
	}
	m.trail = nil
	m.reader.SetOpened(s.Code())
	m.reader.Select(s.Sentence)
	return true
}

// Choose opens a digest, and reports whether it is among those shown. Where
// another one was being read, Back leads back to it.
func (m *Model) Choose(id string) bool {
	m.Refresh()
	was, _ := m.Selected()
	from, reading := step{was.ID, m.reader}, m.reading
	if !m.open(id) {
		return false
	}
	if reading && was.ID != id {
		m.trail = append(slices.Clip(m.trail), from)
	}
	return true
}

// open shows the text of a digest, which gets the keys.
func (m *Model) open(id string) bool {
	m.arrange()
	if !m.find(id) {
		return false
	}
	m.read(true)
	m.choose()
	m.resize()
	m.Refresh()
	return true
}

// Back goes from the text to the digest from which it was opened, else to the
// list, and reports whether it did.
func (m *Model) Back() bool {
	m.arrange()
	for n := len(m.trail) - 1; n >= 0; n-- {
		from := m.trail[n]
		m.trail = m.trail[:n]
		if m.find(from.id) {
			m.reader = from.reader
			m.reader.SetLook(m.look, m.keys)
			m.choose()
			m.resize()
			m.Refresh()
			return true
		}
	}
	was := m.reading
	m.read(false)
	return was
}

// Trail tells whether Back leads to the digest from which the one shown was opened.
func (m *Model) Trail() bool { return len(m.trail) > 0 }

// Reading tells whether the text has the keys, rather than the list.
func (m Model) Reading() bool { return m.reading }

// read gives the keys to the text, or to the list.
func (m *Model) read(reading bool) {
	m.reading = reading
	if !reading {
		m.trail = nil
	}
	m.reader.SetFocus(m.reading || !m.beside())
}

// Update moves in the list or in the text, whichever has the keys.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	m.Refresh()
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	k := m.keys
	switch {
	case key.Matches(press, k.Switch):
		m.read(!m.reading)
	case m.reading && key.Matches(press, k.Left):
		m.read(false)
	case m.reading || key.Matches(press, k.Next, k.Prev):
		m.reader.Update(msg)
	case key.Matches(press, k.Up):
		m.move(-1)
	case key.Matches(press, k.Down):
		m.move(1)
	case key.Matches(press, k.PageUp):
		m.move(-m.visible())
	case key.Matches(press, k.PageDown):
		m.move(m.visible())
	case key.Matches(press, k.Top):
		m.move(-len(m.items))
	case key.Matches(press, k.Bottom):
		m.move(len(m.items))
	case key.Matches(press, k.Enter, k.Right):
		m.read(len(m.items) > 0)
	}
	return nil
}

func (m *Model) move(n int) {
	m.at += n
	m.trail = nil
	m.scroll()
	m.choose()
	m.Refresh()
}

func (m *Model) scroll() {
	m.at, m.top = scroll.Keep(m.at, m.top, len(m.items), m.visible())
}

// wheelRows is how far one notch of the wheel scrolls a text.
const wheelRows = 3

// Wheel moves by n notches in what is under x: three rows of text, or a digest.
func (m *Model) Wheel(x, n int) {
	m.Refresh()
	if m.overList(x) {
		m.move(n)
	} else {
		m.reader.Wheel(n * wheelRows)
	}
}

// Click selects what is at x, y of the view: a digest or a sentence; a part of the
// outline is brought into sight, a related digest opened.
func (m *Model) Click(x, y int) tea.Cmd {
	m.Refresh()
	switch {
	case m.overSide(x):
		m.clickSide(y)
	case !m.overList(x):
		m.read(true)
		m.reader.Click(x, y)
	default:
		m.clickList(y)
	}
	return nil
}

// Hints returns the keys that are of most use now, of the list or of the text.
func (m Model) Hints() []key.Binding {
	k := m.keys
	if !m.reading {
		return []key.Binding{k.Enter, k.Switch, k.Next, k.Outline, k.Related}
	}
	list := []key.Binding{k.Outline, k.Related, k.Back, k.Open, k.Copy, k.Switch}
	if _, ok := m.reader.Statement(); ok {
		return append([]key.Binding{k.Next, k.Prev}, list...)
	}
	return list
}
