package shifts

import (
	"strings"

	"charm.land/lipgloss/v2"

	"tachiba/ui/text"
)

// From these sizes on, both sentences stand beside each other, the heading of the
// group in sight stays, and there is a line between entries.
const (
	wide  = 100
	tall  = 10
	roomy = 16
)

// place tells which of the two sentences a row belongs to.
type place int

const (
	onNeither place = iota
	onOlder
	onNewer
	onBoth // the left half to the older one, the right half to the newer one
)

// row is a line of the view, and what a click on it means.
type row struct {
	text  string
	entry int // -1 for none
	place place
}

// View returns the view, h lines of at most w cells.
func (m Model) View() string {
	m = m.settled()
	rows := m.rows()
	lines := make([]string, len(rows))
	for i, r := range rows {
		lines[i] = r.text
	}
	return strings.Join(lines, "\n")
}

// rows returns the lines of the view.
func (m Model) rows() []row {
	e := m.entries()
	if e.Len() == 0 {
		rows := []row{{m.head(), -1, onNeither}, {"", -1, onNeither}}
		for _, words := range m.reasons() {
			rows = append(rows, m.said(words, m.look.Text)...)
		}
		return rows[:min(len(rows), m.h)]
	}
	rows := []row{{m.head(), -1, onNeither}}
	if m.h >= tall {
		rows = append(rows, m.heading(e, groupOf(e.At(m.top))))
	}
	for i := m.top; i < e.Len() && len(rows) < m.h; i++ {
		if i > m.top && e.heads(i) {
			rows = append(rows, m.heading(e, groupOf(e.At(i))))
		}
		rows = append(rows, m.entry(e, i)...)
	}
	return rows[:min(len(rows), m.h)]
}

// The parts of the messages' keys.
var (
	showNames  = [shows]string{"all", "changes", "contradictions"}
	groupNames = [groups]string{"since_visit", "in_time", "between_sources"}
)

// head returns what can be listed, with how much there is of each where there is
// room, and how much of what is listed is new.
func (m Model) head() string {
	l, counted := m.ledger(), true
	tabs := m.tabs(counted)
	if text.Width(tabs) > m.w {
		tabs = m.tabs(!counted)
	}
	if n := l.lists[m.show].count(sinceVisit); n > 0 {
		if news := "  " + m.look.Accent.Render(m.look.New+m.look.T("shifts.new", n)); text.Width(tabs+news) <= m.w {
			tabs += news
		}
	}
	return text.Truncate(tabs, m.w, m.look.Ellipsis)
}

// tabs returns what can be listed; the count of what is listed always shows.
func (m Model) tabs(counted bool) string {
	var b strings.Builder
	for s := range shows {
		label, style := m.look.T("shifts.show_"+showNames[s]), m.look.Muted
		if s == m.show {
			style = m.look.Selected
		}
		if counted || s == m.show {
			label = m.look.T("shifts.counted", label, m.ledger().lists[s].Len())
		}
		b.WriteString(style.Render(" " + label + " "))
	}
	return b.String()
}

// heading returns the heading of a group.
func (m Model) heading(e entries, g group) row {
	s := " " + m.look.Title.Render(m.title(e, g))
	if g == betweenSources {
		s += "  " + m.look.Muted.Render(m.look.T("shifts.not_moved"))
	}
	return row{text.Truncate(s, m.w, m.look.Ellipsis), -1, onNeither}
}

func (m Model) title(e entries, g group) string {
	return m.look.T("shifts.group_"+groupNames[g], e.count(g))
}

// reasons says why nothing is listed, and what to do.
func (m Model) reasons() []string {
	if m.comparison.Shown > 0 && m.comparison.Selected.Len() == 0 { // an overview, without evidence
		return []string{m.look.T("empty.loading")}
	}
	if m.ledger().lists[all].Len() > 0 {
		return []string{m.look.T("shifts.none_" + showNames[m.show])}
	}
	if left := m.comparison.Total - m.comparison.Shown; left > 0 {
		return []string{m.look.T("shifts.none_all"), m.look.T("shifts.left_out", left)}
	}
	return []string{m.look.T("shifts.none_all"), m.look.T("shifts.add")}
}

// said returns words as rows.
func (m Model) said(words string, style lipgloss.Style) (rows []row) {
	for _, l := range text.Wrap(words, max(m.w-4, 10)) {
		rows = append(rows, row{"  " + style.Render(l), -1, onNeither})
	}
	return rows
}

// listHeight returns the lines that entries have.
func (m Model) listHeight() int {
	if m.h >= tall {
		return m.h - 2
	}
	return max(1, m.h-1)
}

// least is the fewest lines that an entry takes.
const least = 3

// firstInSight returns the first entry in sight, moved as little as needed for the
// cursor's to be in sight as a whole, and for no lines to be left at the end.
func (m Model) firstInSight(e entries) int {
	if e.Len() == 0 {
		return 0
	}
	top := max(0, min(m.top, m.at))
	if (e.Len()-top)*least < m.listHeight() { // the end is in sight
		top = min(top, m.back(e, e.Len()-1, 0))
	}
	return m.back(e, m.at, top)
}

// back returns the earliest entry, from first on, from which the one at last is
// still in sight as a whole.
func (m Model) back(e entries, last, first int) int {
	room := m.listHeight() - m.height(e, last) + m.gap() // none is needed after the last
	for i := last; i > first; i-- {
		if e.heads(i) {
			room--
		}
		if room -= m.height(e, i-1); room < 0 {
			return i
		}
	}
	return first
}

// inSight returns how many entries are in sight as a whole, at least one.
func (m Model) inSight() (n int) {
	m = m.settled()
	e, room := m.entries(), m.listHeight()+m.gap()
	for i := m.top; i < e.Len(); i++ {
		if i > m.top && e.heads(i) {
			room--
		}
		if room -= m.height(e, i); room < 0 {
			break
		}
		n++
	}
	return max(n, 1)
}
