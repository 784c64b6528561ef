package columns

import (
	"slices"
	"sort"

	"tachiba/model"
)

// grid is aligned columns: a band of rows for each date, in each row at most one
// card of each column.
type grid struct {
	cols    []int // the columns of the comparison
	columns []dated
	bands   []band
	rows    int
}

// band is the rows of one date.
type band struct {
	date model.Date
	row  int   // the first
	from []int // the first place of each column
}

// grid returns the grid of the columns in sight.
func (m Model) grid() *grid {
	shown := m.shown()
	if g := m.memo.grid; g != nil && slices.Equal(g.cols, shown) {
		return g
	}
	g := &grid{cols: shown}
	for _, col := range shown {
		g.columns = append(g.columns, m.dated(col))
	}
	g.align()
	m.memo.grid = g
	return g
}

// align makes the bands, newest first; without a date last.
func (g *grid) align() {
	from := make([]int, len(g.columns))
	for {
		next := band{date: -1, row: g.rows, from: slices.Clone(from)}
		for k, d := range g.columns {
			if from[k] < d.len() {
				next.date = max(next.date, d.date(from[k]))
			}
		}
		if next.date < 0 {
			return
		}
		most := 0
		for k, d := range g.columns {
			for from[k] < d.len() && d.date(from[k]) == next.date {
				from[k]++
			}
			most = max(most, from[k]-next.from[k])
		}
		g.bands, g.rows = append(g.bands, next), g.rows+most
	}
}

// band returns the place of a row's band.
func (g *grid) band(row int) int {
	return sort.Search(len(g.bands), func(i int) bool { return g.bands[i].row > row }) - 1
}

// opens tells whether a row is the first of its band.
func (g *grid) opens(row int) bool { return g.bands[g.band(row)].row == row }

// card returns the card of the grid's column k in a row, false where it has none.
func (g *grid) card(k, row int) (int, bool) {
	i := g.band(row)
	place, end := g.bands[i].from[k]+row-g.bands[i].row, g.columns[k].len()
	if i+1 < len(g.bands) {
		end = g.bands[i+1].from[k]
	}
	if place >= end {
		return 0, false
	}
	return g.columns[k].card(place), true
}

// rowOf returns the row of a card of column k.
func (g *grid) rowOf(k, card int) int {
	place := g.columns[k].place(card)
	b := g.bands[sort.Search(len(g.bands), func(i int) bool { return g.bands[i].from[k] > place })-1]
	return b.row + place - b.from[k]
}

// rowAt returns the row nearest to a moment.
func (g *grid) rowAt(m moment) int {
	i := sort.Search(len(g.bands), func(i int) bool { return g.bands[i].date <= m.date })
	if i == len(g.bands) {
		return g.rows - 1
	}
	end := g.rows
	if i+1 < len(g.bands) {
		end = g.bands[i+1].row
	}
	return min(g.bands[i].row+m.nth, end-1)
}

// at returns the cursor's row.
func (m Model) at(g *grid) int {
	if k := slices.Index(g.cols, m.col); k >= 0 && g.columns[k].len() > 0 {
		return g.rowOf(k, m.card(m.col))
	}
	return g.rowAt(m.last)
}
