package columns

import (
	"slices"
	"unicode/utf8"

	"tachiba/model"
	"tachiba/ui/look"
	"tachiba/ui/text"
)

// cards holds the lines of cards, since a card is measured and drawn several
// times for each key.
type cards struct {
	layout layout
	lines  map[[2]int][]string // by column and card
}

// layout is what the lines of a card depend on beside it.
type layout struct {
	look    *look.Look
	width   int
	aligned bool
}

// mostCards is how many cards are held; few screens have room for so many.
const mostCards = 1 << 10

// cardLines returns the lines of a column's card, an empty one last.
func (m Model) cardLines(col, card, width int) []string {
	if col == m.col && card == m.card(col) {
		return m.drawCard(m.evidence(col).At(card), m.evidence(col).New(card), width, true)
	}
	c, l := &m.memo.cards, layout{m.look, width, m.aligned}
	if c.layout != l || len(c.lines) >= mostCards {
		*c = cards{l, map[[2]int][]string{}}
	}
	lines, ok := c.lines[[2]int{col, card}]
	if !ok {
		s := m.evidence(col).At(card)
		lines = m.drawCard(s, m.evidence(col).New(card), width, false)
		if s.Text != "" { // it could be read
			c.lines[[2]int{col, card}] = lines
		}
	}
	return lines
}

// drawCard returns the lines of one statement, an empty one last.
func (m Model) drawCard(s model.Statement, fresh bool, width int, selected bool) []string {
	lines := m.cardHead(s, fresh, width, selected)
	sentence := model.StripMark(s.Text)
	spans := m.spans(sentence, s)
	for _, r := range text.Lines(sentence, width-margins) {
		lines = append(lines, m.look.Fit("  "+text.Render(sentence, r, m.look.Text, spans), width))
	}
	return append(lines, text.Spaces(width))
}

// cardHead returns stance, date, speaker and outlet, on one line where it is long
// enough. The date of aligned cards stands above them.
func (m Model) cardHead(s model.Statement, fresh bool, width int, selected bool) []string {
	mark, badge := "  ", m.look.Theme.Stance(s.Stance)
	if selected {
		mark, badge = m.look.Fit(m.look.Cursor, 2), m.look.Selected
	}
	head := m.look.Title.Render(mark) + badge.Render(m.look.Mark(s))
	gap := "  "
	if !m.aligned {
		head += gap + m.look.Muted.Render(m.look.Date(s.Date))
		gap = m.look.Between
	}
	if fresh {
		head += " " + m.look.Accent.Render(m.look.New)
	}
	source := m.look.Join(s.Speaker, m.look.Outlet(s))
	if (m.aligned || width >= wideColumn) && text.Width(head+gap+source) < width {
		return []string{m.look.Fit(head+m.look.Muted.Render(gap+source), width)}
	}
	lines := []string{m.look.Fit(head, width)}
	if source == "" {
		return lines
	}
	for _, l := range text.Wrap(source, width-margins) {
		lines = append(lines, m.look.Fit("  "+m.look.Muted.Render(l), width))
	}
	return lines
}

// spans marks the words that made the code: those of the topic, and the cue,
// which is shown where the two overlap.
func (m Model) spans(sentence string, s model.Statement) []text.Span {
	cue := text.Find(sentence, s.Cues(), m.look.Cue)
	topic, _ := m.look.Lexicon.Topic(m.topic)
	// A single character is too common to be marked; bold is seen without colour.
	long := slices.DeleteFunc(slices.Clone(topic.Words), func(w string) bool { return utf8.RuneCountInString(w) < 2 })
	terms := text.Find(sentence, long, m.look.Theme.Topic.Bold(true))
	for _, t := range terms {
		if !slices.ContainsFunc(cue, func(c text.Span) bool { return c.Start < t.End && t.Start < c.End }) {
			cue = append(cue, t)
		}
	}
	return text.Merge(cue)
}
