package columns

import (
	"slices"
	"strconv"
	"strings"

	"tachiba/model"
	"tachiba/ui/text"
)

// From these widths on, four and two columns stand side by side.
const (
	fourColumns = 120
	twoColumns  = 80
	roomy       = 10 // the least height that has a rule under the head
)

// shown returns the columns in sight, the cursor's among them.
func (m Model) shown() []int {
	among := m.among()
	n := 1
	switch {
	case m.w >= fourColumns:
		n = max(4, m.w/50)
	case m.w >= twoColumns, len(m.picked) == 2 && m.w >= twoColumns/2+10:
		n = 2
	}
	if n >= len(among) {
		return among
	}
	first := max(0, min(slices.Index(among, m.col)-n/2, len(among)-n))
	return among[first : first+n]
}

// View returns the view, h lines of at most w cells.
func (m Model) View() string {
	i := m.row()
	if i < 0 {
		return ""
	}
	row := m.comparison.Rows[i]
	lines := m.head(row)
	shown := m.shown()
	width := m.columnWidth(len(shown))
	parts := make([][]string, len(shown))
	for k, col := range shown {
		parts[k] = m.column(col, width, m.h-len(lines))
	}
	for y := range max(m.h-len(lines), 0) {
		var b strings.Builder
		for k := range parts {
			if k > 0 {
				b.WriteString(m.look.Faint.Render(m.look.Side))
			}
			if y < len(parts[k]) {
				b.WriteString(parts[k][y])
			} else {
				b.WriteString(text.Spaces(width))
			}
		}
		lines = append(lines, b.String())
	}
	return strings.Join(lines, "\n")
}

func (m Model) columnWidth(n int) int { return (m.w - (n - 1)) / max(n, 1) }

// head returns the topic and its proposition, and where not all actors are in
// sight, their tabs.
func (m Model) head(row model.Row) []string {
	title := m.look.Title.Render(m.look.Name(row.Topic.Name)) + "  " + m.look.Text.Render(m.look.Name(row.Topic.Proposition))
	lines := []string{text.Truncate(" "+title, m.w, m.look.Ellipsis)}
	if among := m.among(); len(m.shown()) < len(among) {
		lines = append(lines, m.tabs(among))
	}
	if m.h >= roomy {
		lines = append(lines, m.look.Rule(m.w))
	}
	return lines
}

func (m Model) tabs(among []int) string {
	var tabs []string
	const beside = 4 // sign and spaces
	all := 0
	for _, col := range among {
		all += text.Width(m.look.Name(m.comparison.Actors[col].Name)) + beside
	}
	for _, col := range among {
		label := m.look.Name(m.comparison.Actors[col].Name)
		if all > m.w {
			label = string(m.comparison.Actors[col].ID)
		}
		label = " " + label + " " + m.look.Sign(m.position(col).Stance) + " "
		style := m.look.Muted
		if col == m.col {
			style = m.look.Selected
		}
		tabs = append(tabs, style.Render(label))
	}
	return text.Truncate(strings.Join(tabs, ""), m.w, m.look.Ellipsis)
}

func (m Model) position(col int) model.Position {
	return m.comparison.Rows[m.row()].Cells[col]
}

// column returns the lines of one actor's column, each width cells wide.
func (m Model) column(col, width, height int) []string {
	a, p := m.comparison.Actors[col], m.position(col)
	style := m.look.Strong
	if col == m.col {
		style = m.look.Title
	}
	name := m.look.Name(a.Name)
	if slices.Contains(m.picked, a.ID) {
		name = m.look.Picked + " " + name
	}
	head := " " + style.Render(name) + " " + m.look.Badge(p.Stance)
	if p.Shifted || p.Moved() {
		head += " " + m.look.Warn.Render(m.look.Shift)
	}
	if p.New > 0 {
		head += " " + m.look.Accent.Render(m.look.New+strconv.Itoa(p.New))
	}
	if n := p.Evidence.Len(); n > 0 {
		head += " " + m.look.Muted.Render(m.look.T("columns.share", p.Counts.Of(p.Stance), n))
	}
	lines := []string{m.look.Fit(head, width)}
	if p.Evidence.Len() == 0 {
		lines = append(lines, m.look.Fit("", width))
		for _, l := range text.Wrap(m.look.T("columns.empty"), width-2) {
			lines = append(lines, m.look.Fit(" "+m.look.Muted.Render(l), width))
		}
		return lines
	}
	return append(lines, m.stack(col, width, height-1)...)
}

// stack returns the cards from the first in sight on; the selected one is whole
// where it fits.
func (m Model) stack(col, width, height int) []string {
	evidence := m.evidence(col)
	selected := m.cards[m.comparison.Actors[col].ID]
	var lines []string
	for i := m.topOf(col, width, height); i < evidence.Len() && len(lines) < height; i++ {
		lines = append(lines, m.card(evidence, i, width, col == m.col && i == selected)...)
	}
	height = max(height, 0)
	if len(lines) <= height {
		return lines
	}
	if height > 0 && strings.TrimSpace(lines[height]) != "" { // the card goes on
		more := m.look.Muted.Render(m.look.More)
		lines[height-1] = m.look.Fit(text.Truncate(lines[height-1], width-1-text.Width(m.look.More), ""), width-1-text.Width(m.look.More)) + more + " "
	}
	return lines[:height]
}

// topOf returns the first card in sight: the earliest from which the selected one
// still fits.
func (m Model) topOf(col, width, height int) int {
	evidence := m.evidence(col)
	top := m.cards[m.comparison.Actors[col].ID]
	for room := height - len(m.card(evidence, top, width, false)); top > 0; top-- {
		if room -= len(m.card(evidence, top-1, width, false)); room < 0 {
			break
		}
	}
	return top
}

// card returns the lines of one statement, an empty one last.
func (m Model) card(evidence model.Evidence, i, width int, selected bool) []string {
	s := evidence.At(i)
	mark, badge := "  ", m.look.Theme.Stance(s.Stance)
	if selected {
		mark, badge = m.look.Fit(m.look.Cursor, 2), m.look.Selected
	}
	head := badge.Render(m.look.Mark(s)) + "  " + m.look.Muted.Render(m.look.Date(s.Date))
	if evidence.New(i) {
		head += " " + m.look.Accent.Render(m.look.New)
	}
	lines := []string{m.look.Fit(m.look.Title.Render(mark)+head, width)}
	if source := m.look.Join(s.Speaker, model.OutletName(s.Outlet, s.URL)); source != "" {
		for _, l := range text.Wrap(source, width-3) {
			lines = append(lines, m.look.Fit("  "+m.look.Muted.Render(l), width))
		}
	}
	sentence := model.StripMark(s.Text)
	cue := text.Find(sentence, s.Cues(), m.look.Cue)
	for _, r := range text.Lines(sentence, width-3) {
		lines = append(lines, m.look.Fit("  "+text.Render(sentence, r, m.look.Text, cue), width))
	}
	return append(lines, text.Spaces(width))
}

// clicked returns the column and card at x, y of the view.
func (m Model) clicked(x, y int) (col, card int, ok bool) {
	i := m.row()
	if i < 0 {
		return 0, 0, false
	}
	shown := m.shown()
	width := m.columnWidth(len(shown))
	k := min(x/(width+1), len(shown)-1)
	y -= len(m.head(m.comparison.Rows[i])) + 1
	if k < 0 || y < 0 {
		return 0, 0, false
	}
	col = shown[k]
	evidence := m.evidence(col)
	if evidence.Len() == 0 {
		return col, 0, true
	}
	height := m.h - len(m.head(m.comparison.Rows[i])) - 1
	card = m.topOf(col, width, height)
	for ; card < evidence.Len(); card++ {
		if y -= len(m.card(evidence, card, width, false)); y < 0 {
			return col, card, true
		}
	}
	return 0, 0, false // below the last card
}
