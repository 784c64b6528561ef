package columns

import (
	"slices"
	"strings"

	"tachiba/model"
	"tachiba/ui/text"
)

// alignedGrid returns the grid of aligned columns, nil where they are packed or
// there is nothing to align.
func (m Model) alignedGrid() *grid {
	if !m.aligned {
		return nil
	}
	if g := m.grid(); g.rows > 0 {
		return g
	}
	return nil
}

// bandsInSight returns what aligned columns show, in how many lines, and how high
// their rows are. A row ends with an empty line, or with the date of the next
// band, which the last one in sight can do without; the date of the first is above
// all rows.
func (m Model) bandsInSight(g *grid) (s sight, room int, height func(int) int) {
	if g.rows == 0 {
		return sight{}, 1, func(int) int { return 0 }
	}
	width := m.columnWidth(len(g.cols))
	height = func(row int) int { return highest(m.rowLines(g, row, width)) }
	room = m.room()
	return m.bands.keep(m.at(g), g.rows, room, height), room, height
}

func highest(parts [][]string) int {
	n := 0
	for _, lines := range parts {
		n = max(n, len(lines))
	}
	return n
}

// rowLines returns the lines of a row's cards by column, none where there is no
// card.
func (m Model) rowLines(g *grid, row, width int) [][]string {
	out := make([][]string, len(g.cols))
	for k, col := range g.cols {
		if card, ok := g.card(k, row); ok {
			out[k] = m.cardLines(col, card, width)
		}
	}
	return out
}

// drawBands returns the lines of aligned columns: the date of the first row, and
// the rows from it on.
func (m Model) drawBands(g *grid, width int) []string {
	room := m.room()
	s, _, _ := m.bandsInSight(g)
	lines := []string{m.dateRule(g.bands[g.band(s.top)].date)}
	notes := make([][]string, len(g.cols))
	for k, d := range g.columns {
		if d.len() == 0 {
			notes[k] = m.empty(width)[1:]
		}
	}
	skip := s.skip
	for row := s.top; row < g.rows && len(lines) < room; row++ {
		parts := m.rowLines(g, row, width)
		rest := max(0, highest(parts)-1-skip)
		lines = append(lines, m.drawRow(parts, notes, skip, min(rest, room-len(lines)), width)...)
		switch skip = 0; {
		case len(lines) >= room:
		case row+1 < g.rows && g.opens(row+1):
			lines = append(lines, m.dateRule(g.bands[g.band(row+1)].date))
		default:
			lines = append(lines, m.beside(m.blank(notes, width)))
		}
	}
	for len(lines) < room {
		lines = append(lines, m.beside(m.blank(notes, width)))
	}
	return lines
}

// drawRow returns n lines of a row, without the first skip. Columns without
// evidence say so, as far as their notes reach.
func (m Model) drawRow(parts, notes [][]string, skip, n, width int) []string {
	for k := range parts {
		parts[k] = m.cut(parts[k][min(skip, len(parts[k])):], n, width)
	}
	lines := make([]string, n)
	for y := range lines {
		cells := m.blank(notes, width)
		for k := range cells {
			if y < len(parts[k]) {
				cells[k] = parts[k][y]
			}
		}
		lines[y] = m.beside(cells)
	}
	return lines
}

// blank returns a line of every column, empty but for the next line of its note.
func (m Model) blank(notes [][]string, width int) []string {
	cells := make([]string, len(notes))
	for k := range cells {
		cells[k] = lineAt(notes[k], 0, width)
		notes[k] = notes[k][min(1, len(notes[k])):]
	}
	return cells
}

// dateRule returns the line that opens a date across all columns.
func (m Model) dateRule(d model.Date) string {
	width, n := m.w, len(m.shown())
	if m.columnWidth(n) == maxText+margins { // they do not fill the view
		width = n*(maxText+margins+1) - 1
	}
	label, date := strings.Repeat(m.look.Signs.Rule, 2)+" ", m.look.Date(d)
	return m.look.Faint.Render(label) + m.look.Accent.Render(date) + " " + m.look.Rule(width-text.Width(label+date)-1)
}

// gridCardAt returns the card of a column at line y of the bands, -1 where it has
// none. The line above a row, with its date or empty, is the row's.
func (m Model) gridCardAt(col, y int) int {
	g := m.grid()
	s, _, height := m.bandsInSight(g)
	for row := s.top; row < g.rows; row++ {
		if y -= height(row); y < 0 {
			card, ok := g.card(slices.Index(g.cols, col), row)
			if !ok {
				card = -1
			}
			return card
		}
	}
	return -1
}
