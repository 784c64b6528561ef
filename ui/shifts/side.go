package shifts

import (
	"strconv"

	"tachiba/model"
	"tachiba/ui/look"
	"tachiba/ui/text"
)

const (
	leastSide   = 2  // the lines that a sentence has at least, whatever the room
	shortWeight = 60 // the width below which a weight is figures alone
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
	return min(1+len(text.Lines(model.StripMark(s.Statement().Text), m.sentenceWidth())), max(most, leastSide))
}

func (m Model) sentenceWidth() int { return min(m.sideWidth()-5, look.MaxSentence) }

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
	if source := m.look.Join(said.Speaker, m.look.Outlet(said)); source != "" {
		head += "  " + m.look.Muted.Render(source)
	}
	lines := []string{text.Truncate(head, w-1, m.look.Ellipsis)}
	sentence := model.StripMark(said.Text)
	for _, l := range m.look.Sentence(sentence, said.Cues(), m.sentenceWidth()) {
		lines = append(lines, "    "+l)
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
