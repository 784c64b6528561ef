package columns

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"tachiba/model"
)

// dated is evidence by date, newest first.
type dated struct {
	evidence model.Evidence
	order    []int // the cards in this order, nil where the evidence has it
}

// newDated orders evidence, which a filter may have in another order.
func newDated(e model.Evidence) dated {
	d := dated{evidence: e}
	for i := 1; i < e.Len(); i++ {
		if e.Date(i) > e.Date(i-1) {
			d.order = make([]int, e.Len())
			for i := range d.order {
				d.order[i] = i
			}
			slices.SortStableFunc(d.order, func(a, b int) int { return cmp.Compare(e.Date(b), e.Date(a)) })
			break
		}
	}
	return d
}

func (d dated) len() int { return d.evidence.Len() }

// card returns the place in the evidence of the card at a place.
func (d dated) card(place int) int {
	if d.order == nil {
		return place
	}
	return d.order[place]
}

// place returns the place of a card.
func (d dated) place(card int) int {
	if d.order == nil {
		return card
	}
	return slices.Index(d.order, card)
}

func (d dated) date(place int) model.Date { return d.evidence.Date(d.card(place)) }

// from returns the first place of a date or an earlier one.
func (d dated) from(date model.Date) int {
	return sort.Search(d.len(), func(i int) bool { return d.date(i) <= date })
}

// moment is a card's date, and which of the date's cards it is.
type moment struct {
	date model.Date
	nth  int
}

// latest is a date as late as any card's.
const latest model.Date = math.MaxInt32

// moment returns the moment of the card at a place.
func (d dated) moment(place int) moment {
	date := d.date(place)
	return moment{date, place - d.from(date)}
}

// nearest returns the place that faces a moment: of the same date where there is
// one, else of the one before, else the last. There must be any.
func (d dated) nearest(m moment) int {
	first := d.from(m.date)
	if after := d.from(m.date - 1); after > first {
		return min(first+m.nth, after-1)
	}
	return min(first, d.len()-1)
}

// memo is what was made of the comparison and the topic, once it was needed. It
// is replaced with them.
type memo struct {
	columns map[int]dated
	grid    *grid
	cards   cards
}

// dated returns a column's evidence by date.
func (m Model) dated(col int) dated {
	d, ok := m.memo.columns[col]
	if !ok {
		if m.memo.columns == nil {
			m.memo.columns = map[int]dated{}
		}
		d = newDated(m.evidence(col))
		m.memo.columns[col] = d
	}
	return d
}

// remember notes the moment of the cursor's card, which turning to other columns
// goes by.
func (m *Model) remember() {
	if !m.aligned {
		return
	}
	if d := m.dated(m.col); d.len() > 0 {
		m.last = d.moment(d.place(m.card(m.col)))
	}
}
