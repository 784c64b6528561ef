package reader

import (
	"cmp"

	"tachiba/model"
	"tachiba/ui/text"
)

// panelHeight returns the rows of the panel: a rule, the statements of the
// sentence that has most of them, and in a pane of some height the source.
func (m Model) panelHeight() int {
	most := 0
	for _, list := range m.statements {
		most = max(most, len(list))
	}
	switch {
	case most == 0 || m.h < 6:
		return 0
	case m.h < panelFrom:
		return 2
	}
	return cmp.Or(min(most, m.h/4), 1) + 2
}

// panel returns what the selected sentence says, in h lines.
func (m Model) panel(h int) []string {
	width := m.blockWidth()
	lines := []string{m.look.Rule(width)}
	if i, ok := m.sentence(); ok {
		room := h - 1
		if h > 2 {
			room-- // the last line is the source's
		}
		lines = append(lines, m.said(i, room)...)
		for len(lines) < h-1 {
			lines = append(lines, "")
		}
		if len(lines) < h {
			lines = append(lines, m.source(i))
		}
	}
	for i, l := range lines {
		lines[i] = text.Spaces(m.margin()) + text.Truncate(l, width, m.look.Ellipsis)
	}
	return lines
}

// said returns the statements of a sentence in at most room lines.
func (m Model) said(sentence, room int) (lines []string) {
	list := m.ordered(sentence)
	switch {
	case len(list) > 0:
	case m.digest.Sentences[sentence].Role.Coded():
		return []string{" " + m.look.Muted.Render(m.look.T("reader.no_statement"))}
	default:
		return []string{" " + m.look.Muted.Render(m.look.T("pane.not_coded"))}
	}
	for i, s := range list {
		if room == 0 {
			break
		}
		left := len(list) - i - 1
		line := " " + m.look.Theme.Stance(s.Stance).Render(m.look.Mark(s)) + " " + m.look.Strong.Render(m.look.Actor(s.Actor)) + " " + m.look.Topic(s.Topic)
		if left > 0 && room == 1 {
			line += m.look.Muted.Render(" " + m.look.T("reader.more", left))
		}
		why := m.look.Muted.Render(m.look.Join(s.Speaker, m.cue(s)))
		block := []string{line + "  " + why}
		if room-left > 1 && text.Width(block[0]) > m.blockWidth() {
			block = []string{line, "   " + why}
		}
		lines = append(lines, block...)
		room -= len(block)
	}
	return lines
}

// source returns where a sentence stands and what it rests on.
func (m Model) source(sentence int) string {
	s := m.digest.Sentences[sentence]
	fresh := ""
	if m.fresh {
		fresh = m.look.Accent.Render(m.look.New+m.look.T("filter.new")) + " "
	}
	card := m.digest.SourceOf(s)
	source := m.look.Join(model.OutletName(card.Outlet, card.URL), m.look.Date(m.digest.Date(s)))
	return " " + fresh + m.look.Muted.Render(m.look.Join(m.look.T("reader.line", s.Line), source))
}

func (m Model) cue(s model.Statement) string {
	if s.Cue == "" {
		return ""
	}
	return m.look.T("reader.cue", s.Cue)
}
