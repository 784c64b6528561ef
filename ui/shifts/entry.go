package shifts

import (
	"tachiba/model"
	"tachiba/ui/text"
)

// maxSubject is the widest that the line of actor and topic is set.
const maxSubject = 120

// gap returns the lines between entries.
func (m Model) gap() int {
	if m.h >= roomy {
		return 1
	}
	return 0
}

// beside tells whether both sentences stand beside each other.
func (m Model) beside() bool { return m.w >= wide }

// entry returns the rows of a shift: whose it is and what became what, then both
// sentences, the older one above or on the left. There are height of them.
func (m Model) entry(e entries, i int) []row {
	s, selected := e.At(i), i == m.at
	from, to := s.Sides()
	var rows []row
	for _, l := range m.subject(s, from, to, selected) {
		rows = append(rows, row{l, i, onNeither})
	}
	older, newer, room := selected && m.older, selected && !m.older, m.listHeight()-len(rows)
	if m.beside() {
		left, right := m.side(from, room, older), m.side(to, room, newer)
		for y := range max(len(left), len(right)) {
			line := text.Spaces(m.sideWidth())
			if y < len(left) {
				line = m.look.Fit(left[y], m.sideWidth())
			}
			if y < len(right) {
				line += right[y]
			}
			rows = append(rows, row{line, i, onBoth})
		}
	} else {
		above := m.side(from, room/2, older)
		for _, l := range above {
			rows = append(rows, row{l, i, onOlder})
		}
		for _, l := range m.side(to, room-len(above), newer) {
			rows = append(rows, row{l, i, onNewer})
		}
	}
	for range m.gap() {
		rows = append(rows, row{"", -1, onNeither})
	}
	return rows
}

// height returns how many rows entry has. It draws none of them: to scroll, many
// are measured.
func (m Model) height(e entries, i int) int {
	s := e.At(i)
	from, to := s.Sides()
	n := 1
	if m.subjectWidth(s, from, to) >= m.w {
		n = 2
	}
	room := m.listHeight() - n
	if m.beside() {
		return n + max(m.sideHeight(from, room), m.sideHeight(to, room)) + m.gap()
	}
	above := m.sideHeight(from, room/2)
	return n + above + m.sideHeight(to, room-above) + m.gap()
}

// subjectWidth returns the cells of actor, topic and what became what.
func (m Model) subjectWidth(s model.Shift, from, to model.Side) int {
	signs := text.Width(m.look.Sign(from.Stance)+m.look.Sign(to.Stance)) + 2 // a space after each
	return 2 + text.Width(m.name(s)) + 2 + signs + text.Width(m.became(s, m.look.Stance(from.Stance), m.look.Stance(to.Stance))+m.fresh(s))
}

func (m Model) name(s model.Shift) string {
	return m.look.Join(m.look.Actor(s.Actor()), m.look.Topic(s.Topic()))
}

// fresh returns the sign of what was not so at the last visit.
func (m Model) fresh(s model.Shift) string {
	if s.New {
		return " " + m.look.New
	}
	return ""
}

// subject returns actor and topic, what became what, and when: in one line where
// there is room.
func (m Model) subject(s model.Shift, from, to model.Side, selected bool) []string {
	mark, style := "  ", m.look.Strong
	if selected {
		mark, style = m.look.Fit(m.look.Cursor, 2), m.look.Title
	}
	name := style.Render(mark + m.name(s))
	became := m.became(s, m.look.Badge(from.Stance), m.look.Badge(to.Stance)) + m.look.Accent.Render(m.fresh(s))
	width := m.subjectWidth(s, from, to)
	if width >= m.w {
		return []string{text.Truncate(name, m.w, m.look.Ellipsis), text.Truncate("  "+became, m.w, m.look.Ellipsis)}
	}
	line, when := name+"  "+became, m.when(s, from, to)
	if gap := min(m.w-1, maxSubject) - width - text.Width(when); gap >= 2 {
		line += text.Spaces(gap) + m.look.Muted.Render(when)
	}
	return []string{line}
}

// became returns two stances as one text.
func (m Model) became(s model.Shift, from, to string) string {
	if s.Kind == model.ShiftContradiction {
		return m.look.T("shifts.differ", from, to)
	}
	return m.look.T("shifts.became", from, to)
}

// when returns both dates and how far they are apart.
func (m Model) when(s model.Shift, from, to model.Side) string {
	if s.Kind == model.ShiftContradiction {
		return m.look.Date(s.Date()) + "  " + m.look.T("shifts.same_day")
	}
	return m.look.Span(from.Day.Date, to.Day.Date) + "  " + m.look.T("shifts.days", model.ByDay.Between(from.Day.Date, to.Day.Date))
}
