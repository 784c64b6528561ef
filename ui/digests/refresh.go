package digests

import (
	"maps"
	"slices"

	"tachiba/model"
)

// behind tells what of the view is not yet as what was handed over says. A view
// that nobody sees reads nothing.
type behind int

const (
	behindList behind = 1 << iota
	behindText
	behindRelated
)

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
// digest under the cursor stays. What they change is made when it is asked for:
// see Refresh.
func (m *Model) SetDigests(list []model.Listing, statements model.Evidence, shown Shown) {
	if shown.Filter.Text != m.shown.Filter.Text {
		m.snippets = map[string]string{}
	}
	m.list, m.marked, m.shown = list, statements, shown
	m.behind |= behindList | behindText | behindRelated
}

// Refresh makes list and text as what was handed over last says: it reads the
// digest under the cursor. View does the same on its copy; to call this before
// saves it from doing so at every frame.
func (m *Model) Refresh() {
	m.show()
	if m.sideWidth() > 0 {
		m.relate()
	}
	m.snip()
}

// arrange makes the list.
func (m *Model) arrange() {
	if m.behind&behindList == 0 {
		return
	}
	m.behind &^= behindList
	m.counts, m.relations = m.marked.Digests(), nil
	m.items = make([]model.Listing, 0, len(m.list))
	for _, d := range m.list {
		if m.shown.lists(d, m.counts[d.ID]) {
			m.items = append(m.items, d)
		}
	}
	slices.SortStableFunc(m.items, func(a, b model.Listing) int { return int(b.Date) - int(a.Date) })
	m.find(m.chosen)
	m.scroll()
}

func (m *Model) find(id string) bool {
	i := slices.IndexFunc(m.items, func(it model.Listing) bool { return it.ID == id })
	if i >= 0 {
		m.at = i
	}
	return i >= 0
}

// choose remembers the digest under the cursor, which is to be shown.
func (m *Model) choose() {
	if m.at < len(m.items) {
		m.chosen = m.items[m.at].ID
	}
	m.behind |= behindText | behindRelated
}

// show opens the digest under the cursor in the reading pane.
func (m *Model) show() {
	m.arrange()
	if m.behind&behindText == 0 {
		return
	}
	m.behind &^= behindText
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

// snip reads the first sentences found in the digests in sight.
func (m *Model) snip() {
	if m.shown.Filter.Text == "" {
		return
	}
	var read map[string]string
	for i := m.top; i < min(m.top+m.visible(), len(m.items)); i++ {
		id := m.items[i].ID
		found := m.shown.Found[id]
		if _, known := m.snippets[id]; known || len(found) == 0 {
			continue
		}
		if read == nil {
			read = maps.Clone(m.snippets)
		}
		read[id] = m.snippetOf(id, found)
	}
	if read != nil {
		m.snippets = read
	}
}

// snippetOf returns the first of the sentences found in a digest that is text, ""
// where it can't be read: choosing it says why.
func (m *Model) snippetOf(id string, found []int) string {
	d, err := m.source(id)
	if err != nil {
		return ""
	}
	at := slices.IndexFunc(found, func(i int) bool { return i < len(d.Sentences) && !d.Sentences[i].Role.Head() })
	if at = max(at, 0); found[at] >= len(d.Sentences) {
		return ""
	}
	return model.StripMark(d.Sentences[found[at]].Text)
}

// Len returns how many digests are listed.
func (m *Model) Len() int {
	m.arrange()
	return len(m.items)
}

// Selected returns the digest under the cursor, false without any.
func (m *Model) Selected() (model.Listing, bool) {
	m.arrange()
	if m.at >= len(m.items) {
		return model.Listing{}, false
	}
	return m.items[m.at], true
}

// Statement returns the statement of the selected sentence, false without any.
func (m *Model) Statement() (model.Statement, bool) {
	m.show()
	return m.reader.Statement()
}

// Sentence returns the sentence that the reading pane's cursor is on, with its
// digest, false without any.
func (m *Model) Sentence() (*model.Digest, int, bool) {
	m.show()
	return m.reader.Sentence()
}

// SetMarks shows what a person set of a digest, before it is read anew.
func (m *Model) SetMarks(id string, marks model.Marks) {
	m.arrange()
	for i := range m.items {
		if m.items[i].ID == id {
			m.items = slices.Clone(m.items)
			marks.Set(&m.items[i])
		}
	}
}
