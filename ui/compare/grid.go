package compare

import (
	"slices"
	"strconv"
	"strings"

	"tachiba/model"
	"tachiba/ui/text"
)

// Cells of the grid's parts.
const (
	marker      = 2
	minTopic    = 10
	dividedCell = 8
	// minPreview is the least height of the preview, and roomy the least height
	// of a view that has one.
	minPreview, roomy = 5, 13
)

// grid is the widths of the columns.
type grid struct {
	topic   int // marker included
	cell    int
	shown   int // actors that fit
	digits  int // of the counts
	word    int // the widest stance
	date    int
	divided bool
	level   level
	dated   bool
	months  int  // of the history, 0 for none
	ids     bool // the actors' names do not fit
}

// level is how much a cell says.
type level int

const (
	signs level = iota // sign and count
	short              // and a short word
	full               // and the whole word
)

// grid fits the columns into the view: all actors before whole words, words
// before the bar, the bar before dates.
func (m Model) grid() grid {
	n := max(len(m.comparison.Actors), 1)
	longest := max(minTopic, text.Width(m.topicLabel(false, m.w)))
	for _, r := range m.rows {
		longest = max(longest, text.Width(m.look.Name(r.Topic.Name)))
	}
	g := grid{topic: marker + min(longest, max(minTopic, m.w/5)) + 1, digits: m.digits()}
	room := m.w - g.topic
	g.shown = max(1, min(n, room/g.width(m, signs)))
	for l := full; l > signs; l-- {
		if g.width(m, l)*g.shown <= room {
			g.level = l
			break
		}
	}
	g.word, g.date = m.wordWidth(g.level), m.dateWidth()
	g.divided = n > 1 && g.level > signs && g.width(m, g.level)*g.shown+dividedCell <= room
	if g.divided {
		room -= dividedCell
	}
	most := g.width(m, full) + g.date + 2
	if spare := room/g.shown - most - 1; g.level == full && m.months >= minMonths && spare >= minMonths {
		g.months = min(m.months, spare, maxMonths)
		most += g.months + 1
	}
	g.cell = max(1, min(room/g.shown, most+2))
	g.ids = slices.ContainsFunc(m.comparison.Actors, func(a model.Actor) bool { return text.Width(m.look.Name(a.Name)) >= g.cell })
	g.dated = g.level == full && most <= g.cell
	return g
}

// widest is the date that takes most cells without its year, however it is written.
const widest model.Date = 20001231

func (m Model) dateWidth() int { return text.Width(m.look.Day(widest)) }

// mark returns the sign of a position with new statements, else of one with
// corrected ones.
func (m Model) mark(p model.Position) string {
	switch {
	case p.New > 0:
		return m.look.New
	case p.Reviewed:
		return m.look.Reviewed
	}
	return ""
}

// digits returns the places of the greatest count.
func (m Model) digits() int {
	most := 10 // so that columns do not move while digests are coded
	for _, r := range m.rows {
		for _, p := range r.Cells {
			most = max(most, p.Counts.Of(p.Stance))
		}
	}
	return len(strconv.Itoa(most))
}

// width returns the cells that the widest cell of a level takes, with a space
// after it.
func (g grid) width(m Model, l level) int {
	w := text.Width(m.look.Favor) + g.digits + text.Width(m.look.Shift) + 1
	if l == signs {
		return w
	}
	return w + 3 + m.wordWidth(l) // three spaces between the parts
}

func (m Model) wordWidth(l level) int {
	w := 0
	for _, s := range model.Stances {
		w = max(w, text.Width(m.word(s, l)))
	}
	return w
}

func (m Model) word(s model.Stance, l level) string {
	if l == full {
		return m.look.Stance(s)
	}
	return m.look.ShortStance(s)
}

// visibleRows returns how many topics fit between header and preview.
func (m Model) visibleRows() int { return max(1, m.h-1-m.previewHeight()) }

func (m Model) previewHeight() int {
	if m.h < roomy {
		return 0
	}
	return max(minPreview, m.h-1-len(m.rows))
}

// View returns the view, h lines of at most w cells.
func (m Model) View() string {
	g := m.grid()
	lines := []string{m.header(g)}
	for i := m.top; i < min(m.top+m.visibleRows(), len(m.rows)); i++ {
		lines = append(lines, m.line(i, g))
	}
	if h := m.previewHeight(); h > 0 {
		lines = append(lines, m.preview(h)...)
	}
	return strings.Join(lines, "\n")
}

func (m Model) header(g grid) string {
	var b strings.Builder
	b.WriteString(m.look.Muted.Render(m.look.Fit(text.Spaces(marker)+m.topicLabel(g.divided, g.topic-marker-1), g.topic-1) + " "))
	for j := m.left; j < min(m.left+g.shown, len(m.comparison.Actors)); j++ {
		a := m.comparison.Actors[j]
		name := m.look.Name(a.Name)
		if g.ids {
			name = m.look.ShortActor(a.ID)
		}
		style := m.look.Strong
		if j == m.col {
			style = m.look.Title
		}
		b.WriteString(style.Render(m.look.Fit(name, g.cell-1)) + " ")
	}
	if g.divided {
		label := m.look.T("compare.divided")
		if m.Order() == ByDivided {
			label = m.look.More + label
		}
		b.WriteString(m.look.Muted.Render(m.look.Fit(label, dividedCell)))
	}
	return b.String()
}

// topicLabel returns the heading of the topics: how they are sorted, which of them
// are in sight, and how many are hidden. What can't be seen otherwise goes before
// the word itself.
func (m Model) topicLabel(divided bool, width int) string {
	var told []string
	if o := m.Order(); o != ByLexicon && (o != ByDivided || !divided) {
		told = append(told, m.look.More+m.look.T("compare.by_"+string(o)))
	}
	if n, all := m.visibleRows(), len(m.rows); n < all {
		told = append(told, m.look.T("compare.in_sight", m.top+1, min(m.top+n, all), all))
	}
	if n := m.Hidden(); n > 0 {
		told = append(told, m.look.T("compare.hidden", n))
	}
	label := strings.Join(append([]string{m.look.T("compare.topic")}, told...), " ")
	if text.Width(label) > width && len(told) > 0 {
		return strings.Join(told, " ")
	}
	return label
}

func (m Model) line(i int, g grid) string {
	r := m.rows[i]
	name, style := m.look.Fit(m.look.Name(r.Topic.Name), g.topic-marker-1), m.look.Text
	mark := text.Spaces(marker)
	if i == m.row {
		mark, style = m.look.Fit(m.look.Cursor, marker), m.look.Title
	}
	var b strings.Builder
	b.WriteString(style.Render(mark+name) + " ")
	for j := m.left; j < min(m.left+g.shown, len(r.Cells)); j++ {
		b.WriteString(m.cell(r.Cells[j], g, i == m.row && j == m.col))
	}
	if g.divided {
		b.WriteString(m.look.Muted.Render(m.look.Share(r.Divided)))
	}
	return b.String()
}

func (m Model) cell(p model.Position, g grid, selected bool) string {
	style := m.look.Theme.Stance(p.Stance)
	if selected {
		style = m.look.Selected
	}
	if g.months == 0 {
		return style.Render(m.look.Fit(m.cellText(p, g), g.cell-1)) + " "
	}
	width := g.cell - g.months - 3
	return style.Render(m.look.Fit(m.cellText(p, g), width)) + " " + m.history(p, g) + "  "
}

func (m Model) cellText(p model.Position, g grid) string {
	s := m.look.Sign(p.Stance)
	if p.Stance == model.NoEvidence {
		if g.level > signs {
			s += " " + m.word(p.Stance, g.level)
		}
		return s
	}
	count, shift := strconv.Itoa(p.Counts.Of(p.Stance)), ""
	if p.Shifted {
		shift = m.look.Shift
	}
	if g.level == signs {
		return s + count + m.mark(p) + shift
	}
	s += " " + m.look.Fit(m.word(p.Stance, g.level), g.word) + " " + text.Spaces(g.digits-len(count)) + count
	s += m.look.Fit(m.mark(p), 1) + m.look.Fit(shift, text.Width(m.look.Shift))
	if g.dated {
		s += " " + m.look.Fit(m.look.Day(p.Newest), g.date)
	}
	return s
}
