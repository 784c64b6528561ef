// Package digests shows the digests as a list, and the text of the selected one:
// beside each other on a wide screen, one after the other on a narrow one.
package digests

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/plain"
	"tachiba/ui/reader"
	"tachiba/ui/scroll"
)

// Model is the view.
type Model struct {
	look    *look.Look
	keys    *keys.Map
	items   []item
	at, top int
	chosen  string // the ID of the digest chosen last
	source  func(id string) (*model.Digest, error)
	marked  model.Evidence // the statements to be marked
	shown   Shown
	// snippets are the first sentences found, by digest: those that were in sight.
	snippets map[string]string
	fault    error // why the digest under the cursor can't be read
	reader   reader.Model
	reading  bool // the text has the keys
	w, h     int
}

// item is a digest as the list shows it, with how many of its statements the
// filter selects.
type item struct {
	model.Listing
	statements int
}

// New returns the view without digests.
func New(l *look.Look, k *keys.Map) Model {
	return Model{look: l, keys: k, reader: reader.New(l, k), snippets: map[string]string{}}
}

// SetLook replaces theme and words.
func (m *Model) SetLook(l *look.Look, k *keys.Map) {
	m.look, m.keys = l, k
	m.reader.SetLook(l, k)
}

// SetSize sets the cells that the view has.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = w, h
	m.resize()
}

func (m *Model) resize() {
	m.reader.SetFocus(m.reading || !m.beside())
	w := m.w
	if m.beside() {
		w -= m.listWidth() + 1
	}
	m.reader.SetSize(w, m.h)
	m.scroll()
}

// SetSource replaces where digests are read from.
func (m *Model) SetSource(digest func(id string) (*model.Digest, error)) { m.source = digest }

// Shown tells which digests are listed, and which of their sentences are found.
type Shown struct {
	Filter model.Filter
	Found  map[string][]int // numbers of sentences by digest, where the filter has a text
}

// lists tells whether a digest is listed that has n statements selected: where a
// text is asked for and nothing else of a statement, one of its sentences will do.
func (s Shown) lists(d model.Listing, n int) bool {
	f := s.Filter
	switch {
	case !f.Active():
		return true
	case f.Text != "" && !f.ByStatement():
		return len(s.Found[d.ID]) > 0 && f.Within(d.Date) && (!f.New || d.New)
	case f.New && f.Equal(model.Filter{New: true}):
		return d.New
	}
	return n > 0
}

// SetDigests replaces the digests and the statements to be marked in them. The
// digest under the cursor stays.
func (m *Model) SetDigests(list []model.Listing, statements model.Evidence, shown Shown) {
	if shown.Filter.Text != m.shown.Filter.Text {
		m.snippets = map[string]string{}
	}
	m.marked, m.shown = statements, shown
	counts := statements.Digests()
	m.items = make([]item, 0, len(list))
	for _, d := range list {
		if n := counts[d.ID]; shown.lists(d, n) {
			m.items = append(m.items, item{d, n})
		}
	}
	slices.SortStableFunc(m.items, func(a, b item) int { return int(b.Date) - int(a.Date) })
	m.find(m.chosen)
	m.scroll()
	m.show()
}

func (m *Model) find(id string) bool {
	i := slices.IndexFunc(m.items, func(it item) bool { return it.ID == id })
	if i >= 0 {
		m.at = i
	}
	return i >= 0
}

// choose remembers the digest under the cursor and opens it.
func (m *Model) choose() {
	if m.at < len(m.items) {
		m.chosen = m.items[m.at].ID
	}
	m.show()
}

// show opens the digest under the cursor in the reading pane.
func (m *Model) show() {
	m.fault = nil
	if m.at >= len(m.items) {
		m.reader.Show(nil, nil)
		return
	}
	id := m.items[m.at].ID
	d, err := m.source(id)
	if err != nil {
		m.fault = err
		m.reader.Show(nil, nil)
		return
	}
	m.reader.Show(d, m.marked.InDigest(id).List())
	m.reader.SetNew(m.items[m.at].New)
	m.reader.Find(model.Terms(m.shown.Filter.Text), m.shown.Found[id])
}

// Fault returns why the digest under the cursor can't be read, nil when it can.
func (m Model) Fault() error { return m.fault }

// Open shows a statement's digest at its very sentence, and reports whether the
// digest is among those shown.
func (m *Model) Open(s model.Statement) bool {
	if !m.find(s.Digest) {
		return false
	}
	m.read(true)
	m.resize()
	m.choose()
	m.reader.Select(s.Sentence)
	return true
}

// Statement returns the statement of the selected sentence, false without any.
func (m Model) Statement() (model.Statement, bool) { return m.reader.Statement() }

// Reading tells whether the text has the keys, rather than the list.
func (m Model) Reading() bool { return m.reading }

// read gives the keys to the text, or to the list.
func (m *Model) read(reading bool) {
	m.reading = reading
	m.reader.SetFocus(m.reading || !m.beside())
}

// Back goes from the text to the list, and reports whether it did.
func (m *Model) Back() bool {
	was := m.reading
	m.read(false)
	return was
}

// Update moves in the list or in the text, whichever has the keys.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	k := m.keys
	if key.Matches(press, k.Switch) {
		m.read(!m.reading)
		return nil
	}
	if m.reading || key.Matches(press, k.Next, k.Prev) {
		if m.reading && key.Matches(press, k.Left) {
			m.read(false)
			return nil
		}
		m.reader.Update(msg)
		return nil
	}
	switch {
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
	m.scroll()
	m.choose()
}

func (m *Model) scroll() {
	m.at, m.top = scroll.Keep(m.at, m.top, len(m.items), m.visible())
	m.snip()
}

// snip reads the first sentences found in the digests in sight.
func (m *Model) snip() {
	if m.shown.Filter.Text == "" {
		return
	}
	for i := m.top; i < min(m.top+m.visible(), len(m.items)); i++ {
		id := m.items[i].ID
		found := m.shown.Found[id]
		if _, known := m.snippets[id]; known || len(found) == 0 {
			continue
		}
		d, err := m.source(id)
		if err != nil {
			continue // choosing it will say so
		}
		at := slices.IndexFunc(found, func(i int) bool { return i < len(d.Sentences) && !d.Sentences[i].Role.Head() })
		if at = max(at, 0); found[at] < len(d.Sentences) {
			m.snippets[id] = model.StripMark(d.Sentences[found[at]].Text)
		}
	}
}

// Len returns how many digests are listed.
func (m Model) Len() int { return len(m.items) }

// Selected returns the digest under the cursor, false without any.
func (m Model) Selected() (model.Listing, bool) {
	if m.at >= len(m.items) {
		return model.Listing{}, false
	}
	return m.items[m.at].Listing, true
}

// SetMarks shows what a person set of a digest, before it is read anew.
func (m *Model) SetMarks(id string, marks model.Marks) {
	for i := range m.items {
		if m.items[i].ID == id {
			m.items = slices.Clone(m.items)
			marks.Set(&m.items[i].Listing)
		}
	}
}

// Sentence returns the sentence that the reading pane's cursor is on, with its
// digest, false without any.
func (m Model) Sentence() (*model.Digest, int, bool) { return m.reader.Sentence() }

// wheelRows is how far one notch of the wheel scrolls a text.
const wheelRows = 3

// Wheel moves by n notches in what is under x: three rows of text, or a digest.
func (m *Model) Wheel(x, n int) {
	if m.overText(x) {
		m.reader.Wheel(n * wheelRows)
	} else {
		m.move(n)
	}
}

// Click selects what is at x, y of the view: a digest, or a sentence.
func (m *Model) Click(x, y int) tea.Cmd {
	if m.overText(x) {
		m.read(true)
		m.reader.Click(x, y)
		return nil
	}
	if i := m.top + y/itemRows; y >= 0 && y/itemRows < m.visible() && i < len(m.items) {
		m.read(i == m.at && !m.beside())
		m.at = i
		m.choose()
	}
	return nil
}

func (m Model) overText(x int) bool {
	if m.beside() {
		return x > m.listWidth()
	}
	return m.reading
}

// Hints returns the keys that are of most use now.
func (m Model) Hints() []key.Binding {
	k := m.keys
	if m.reading {
		return []key.Binding{k.Next, k.Prev, k.Back, k.Open, k.Copy, k.Switch}
	}
	return []key.Binding{k.Enter, k.Switch, k.Next}
}

// Plain returns the view as lines, of each list at most most entries, all for 0.
func (m Model) Plain(most int) []plain.Line { return nil }
