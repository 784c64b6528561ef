package columns

import (
	"slices"
	"strings"

	"tachiba/model"
	"tachiba/ui/text"
)

// View returns the view, h lines of at most w cells.
func (m Model) View() string {
	i := m.row()
	if i < 0 {
		return ""
	}
	lines := m.head(m.comparison.Rows[i])
	shown := m.shown()
	width := m.columnWidth(len(shown))
	heads := make([]string, len(shown))
	for k, col := range shown {
		heads[k] = m.columnHead(col, width)
	}
	lines = append(lines, m.beside(heads))
	if g := m.alignedGrid(); g != nil {
		lines = append(lines, m.drawBands(g, width)...)
	} else {
		lines = append(lines, m.drawColumns(shown, width)...)
	}
	return strings.Join(lines[:max(0, min(len(lines), m.h))], "\n")
}

// beside returns the cells of a line, one of each column.
func (m Model) beside(cells []string) string {
	return strings.Join(cells, m.look.Faint.Render(m.look.Side))
}

// room returns the lines under the columns' heads.
func (m Model) room() int { return max(1, m.h-len(m.head(m.comparison.Rows[m.row()]))-1) }

// cardsInSight returns what a packed column shows, in how many lines, and how
// high its cards are. The empty line of the last card needs no room.
func (m Model) cardsInSight(col int) (s sight, room int, height func(int) int) {
	evidence, width := m.evidence(col), m.columnWidth(len(m.shown()))
	if evidence.Len() == 0 {
		return sight{}, 1, func(int) int { return 0 }
	}
	height = func(i int) int { return len(m.cardLines(col, i, width)) }
	room = m.room() + 1
	return m.sights[m.id(col)].keep(m.card(col), evidence.Len(), room, height), room, height
}

// drawColumns returns the lines of packed columns.
func (m Model) drawColumns(shown []int, width int) []string {
	parts := make([][]string, len(shown))
	for k, col := range shown {
		parts[k] = m.column(col, width)
	}
	lines := make([]string, m.room())
	for y := range lines {
		cells := make([]string, len(shown))
		for k := range cells {
			cells[k] = lineAt(parts[k], y, width)
		}
		lines[y] = m.beside(cells)
	}
	return lines
}

// lineAt returns a line of a column, an empty one below the last.
func lineAt(lines []string, y, width int) string {
	if y < len(lines) {
		return lines[y]
	}
	return text.Spaces(width)
}

// column returns the cards of a packed column from the first in sight on.
func (m Model) column(col, width int) []string {
	evidence := m.evidence(col)
	if evidence.Len() == 0 {
		return m.empty(width)
	}
	var lines []string
	s, room, _ := m.cardsInSight(col)
	room--
	for i := s.top; i < evidence.Len() && len(lines) < room+s.skip; i++ {
		lines = append(lines, m.cardLines(col, i, width)...)
	}
	return m.cut(lines[s.skip:], room, width)
}

// cut returns the first lines of a column; a sign on the last one says that its
// card goes on.
func (m Model) cut(lines []string, n, width int) []string {
	if len(lines) <= n {
		return lines
	}
	if n > 0 && strings.TrimSpace(lines[n]) != "" {
		room := width - 1 - text.Width(m.look.More)
		last := m.look.Fit(text.Truncate(lines[n-1], room, ""), room) + m.look.Muted.Render(m.look.More) + " "
		return append(slices.Clone(lines[:n-1]), last)
	}
	return lines[:n]
}

// empty returns the lines of a column without evidence.
func (m Model) empty(width int) []string {
	lines := []string{text.Spaces(width)}
	for _, l := range text.Wrap(m.look.T("columns.empty"), width-margins) {
		lines = append(lines, m.look.Fit("  "+m.look.Muted.Render(l), width))
	}
	return lines
}

// columnAt returns the column at x.
func (m Model) columnAt(x int) (int, bool) {
	shown := m.shown()
	k := x / (m.columnWidth(len(shown)) + 1)
	if x < 0 || k >= len(shown) {
		return 0, false
	}
	return shown[k], true
}

// target returns what is at x, y of the view: a column and a card of it, -1 for
// none.
func (m Model) target(x, y int) (col, card int, ok bool) {
	i := m.row()
	if i < 0 {
		return 0, 0, false
	}
	above := len(m.head(m.comparison.Rows[i]))
	if y < above {
		return m.tabAt(x, y)
	}
	col, ok = m.columnAt(x)
	if !ok || y == above {
		return col, -1, ok
	}
	if y -= above + 1; m.alignedGrid() != nil {
		return col, m.gridCardAt(col, y), true
	}
	return col, m.packedCardAt(col, y), true
}

// tabAt returns the column whose tab is at x, y.
func (m Model) tabAt(x, y int) (col, card int, ok bool) {
	if !m.tabbed() || y != len(m.title(m.topicShown())) {
		return 0, 0, false
	}
	_, tabs := m.tabs()
	for _, t := range tabs {
		if x >= t.from && x < t.to {
			return t.col, -1, true
		}
	}
	return 0, 0, false
}

func (m Model) topicShown() model.Topic { return m.comparison.Rows[m.row()].Topic }

// packedCardAt returns the card at line y of a packed column, -1 below the last. A
// card of which lines are out of sight takes all the room.
func (m Model) packedCardAt(col, y int) int {
	s, _, height := m.cardsInSight(col)
	for card := s.top; card < m.evidence(col).Len(); card++ {
		if y -= height(card); y < 0 {
			return card
		}
	}
	return -1
}
