package shifts

import (
	"strconv"

	"tachiba/model"
	"tachiba/ui/text"
)

const (
	leastSide   = 2   // the lines that a sentence has at least, whatever the room
	maxSentence = 120 // the widest that it is set
	shortWeight = 60  // the width below which a weight is figures alone
)

// sideWidth returns the cells of one sentence with all around it.
func (m Model) sideWidth() int {
	if m.beside() {
		return m.w / 2
	}
	return m.w
}

// sideHeight returns how many lines side has.
func (m Model) sideHeight(s model.Side, most int) int {
	return min(1+len(m.lines(model.StripMark(s.Statement().Text))), max(most, leastSide))
}

// lines returns where a sentence breaks.
func (m Model) lines(sentence string) []text.Range {
	return text.Lines(sentence, min(m.sideWidth()-5, maxSentence))
}

// side returns a stance with its weight and its sentence, in at most most lines.
func (m Model) side(s model.Side, most int, selected bool) []string {
	said, w := s.Statement(), m.sideWidth()
	mark, badge := "  ", m.look.Theme.Stance(s.Stance)
	if selected {
		mark, badge = m.look.Fit(m.look.Cursor, 2), m.look.Selected
	}
	head := m.look.Title.Render(mark) + badge.Render(m.look.Mark(said)) + " " + m.look.Muted.Render(m.figures(s)) + "  " + m.look.Date(s.Day.Date)
	if s.New() {
		head += m.look.Accent.Render(m.look.New)
	}
	if source := m.look.Join(said.Speaker, model.OutletName(said.Outlet, said.URL)); source != "" {
		head += "  " + m.look.Muted.Render(source)
	}
	lines := []string{text.Truncate(head, w-1, m.look.Ellipsis)}
	sentence := model.StripMark(said.Text)
	cue := text.Find(sentence, said.Cues(), m.look.Cue)
	for _, r := range m.lines(sentence) {
		lines = append(lines, "    "+text.Render(sentence, r, m.look.Text, cue))
	}
	if most = max(most, leastSide); len(lines) > most {
		lines = lines[:most]
		lines[most-1] = text.Truncate(lines[most-1], w-1-text.Width(m.look.Ellipsis), "") + m.look.Ellipsis
	}
	return lines
}

// figures returns how many of the date's statements take the stance, in short.
func (m Model) figures(s model.Side) string {
	n, of := s.Day.Counts.Of(s.Stance), s.Day.Counts.Total()
	switch {
	case m.sideWidth() >= shortWeight:
		return m.weight(s)
	case n == of:
		return strconv.Itoa(n)
	}
	return strconv.Itoa(n) + "/" + strconv.Itoa(of)
}

// weight returns the same in words.
func (m Model) weight(s model.Side) string {
	n, of := s.Day.Counts.Of(s.Stance), s.Day.Counts.Total()
	if n == of {
		return m.look.T("shifts.statements", n)
	}
	return m.look.T("shifts.weight", n, of)
}
