package compare

import (
	"cmp"
	"slices"

	"tachiba/model"
)

// Order is how topics are sorted.
type Order string

// The orders.
const (
	ByLexicon Order = "lexicon"
	ByDivided Order = "divided" // how far the actors are apart
	ByNewest  Order = "newest"
	ByName    Order = "name"
	ByCount   Order = "count" // of statements
)

// Orders lists the orders.
var Orders = [...]Order{ByLexicon, ByDivided, ByNewest, ByName, ByCount}

// Order returns how topics are sorted.
func (m Model) Order() Order { return Orders[m.sorted] }

// Sort sorts the topics.
func (m *Model) Sort(o Order) {
	m.rearrange(func() { m.sorted = max(0, slices.Index(Orders[:], o)) })
}

// Hidden returns how many topics are not shown because they have no evidence.
func (m Model) Hidden() int { return len(m.comparison.Rows) - len(m.rows) }

// HidesEmpty tells whether topics without evidence are hidden.
func (m Model) HidesEmpty() bool { return m.hide }

// rearrange changes which topics are shown and how they are sorted; the cursor
// stays on its topic.
func (m *Model) rearrange(change func()) {
	topic, actor := m.Selected()
	change()
	m.order()
	m.Select(topic, actor)
}

// order derives the rows from the comparison.
func (m *Model) order() {
	m.rows = slices.Clone(m.comparison.Rows)
	if m.hide {
		m.rows = slices.DeleteFunc(m.rows, func(r model.Row) bool { return total(r) == 0 })
	}
	slices.SortStableFunc(m.rows, m.before)
}

// before compares two topics in the order chosen.
func (m Model) before(a, b model.Row) int {
	switch m.Order() {
	case ByDivided:
		return cmp.Compare(b.Divided, a.Divided)
	case ByNewest:
		return cmp.Compare(newest(b), newest(a))
	case ByName:
		return cmp.Compare(m.sortName(a.Topic), m.sortName(b.Topic))
	case ByCount:
		return cmp.Compare(total(b), total(a))
	}
	return 0
}

// sortName returns what a topic is sorted by: in Japanese its reading.
func (m Model) sortName(t model.Topic) string {
	if m.look.Lang() == model.Japanese && t.Reading != "" {
		return t.Reading
	}
	return model.FoldText(m.look.Name(t.Name))
}

func total(r model.Row) (n int) {
	for _, p := range r.Cells {
		n += p.Counts.Total()
	}
	return n
}

func newest(r model.Row) (d model.Date) {
	for _, p := range r.Cells {
		d = max(d, p.Newest)
	}
	return d
}
