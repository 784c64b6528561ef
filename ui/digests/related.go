package digests

import (
	"slices"
	"strings"

	"tachiba/model"
	"tachiba/ui/reader"
)

// Relative is a listed digest that is related to the one shown.
type Relative struct {
	ID    string
	Title string
	Why   string // what both have in common, in words
}

// Related returns the digests most related to the one shown, the most related
// first, of those that are listed.
func (m *Model) Related() []Relative {
	m.relate()
	return m.related
}

func (m *Model) relate() {
	m.arrange()
	if m.behind&behindRelated == 0 {
		return
	}
	m.behind &^= behindRelated
	m.related = nil
	if m.at >= len(m.items) {
		return
	}
	if m.relations == nil {
		m.relations = m.marked.Relations(m.items)
	}
	for _, r := range m.relations.Of(m.items[m.at].ID) {
		i := slices.IndexFunc(m.items, func(it model.Listing) bool { return it.ID == r.ID })
		m.related = append(m.related, Relative{r.ID, m.items[i].Title, m.why(r)})
	}
}

// why returns what a digest has in common with the one shown.
func (m *Model) why(r model.Relation) string {
	var days, topics string
	switch {
	case r.Days == 0:
		days = m.look.T("pane.same_day")
	case r.Days < model.FarApart:
		days = m.look.T("pane.days_apart", r.Days)
	}
	if r.Topics > 0 {
		topics = m.look.T("pane.topics_shared", r.Topics)
	}
	return m.look.Join(days, topics, strings.Join(r.Outlets, ", "))
}

// Outline returns the parts of the text shown: its sections, or the paragraphs of
// one that has none.
func (m *Model) Outline() []reader.Entry {
	m.show()
	return m.reader.Outline()
}

// Place returns which entry of an outline is being read.
func (m *Model) Place(outline []reader.Entry) int {
	m.show()
	return m.reader.Place(outline)
}

// Jump gives the keys to the text and puts a sentence a third from the top.
func (m *Model) Jump(sentence int) {
	m.show()
	m.read(len(m.items) > 0)
	m.reader.Jump(sentence)
}
