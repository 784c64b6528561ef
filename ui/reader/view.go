package reader

import (
	"slices"
	"strconv"
	"strings"

	"tachiba/model"
	"tachiba/ui/text"
)

// View returns the pane, h lines of at most w cells.
func (m Model) View() string {
	if m.digest == nil {
		return ""
	}
	lines := make([]string, 0, m.h)
	if m.headHeight() > 0 {
		lines = append(lines, m.running())
	}
	selected, ok := m.sentence()
	for i := m.top; i < min(m.top+m.textHeight(), len(m.rows)); i++ {
		lines = append(lines, text.Spaces(m.margin())+m.line(m.rows[i], selected, ok))
	}
	if h := m.panelHeight(); h > 0 {
		for len(lines) < m.h-h {
			lines = append(lines, "")
		}
		lines = append(lines, m.panel(h)...)
	}
	return strings.Join(lines, "\n")
}

func (m Model) line(r row, selected int, ok bool) string {
	if r.paragraph < 0 {
		return ""
	}
	p := &m.paragraphs[r.paragraph]
	m.tint(p)
	spans := p.spans
	if ok && m.focus {
		if i := slices.IndexFunc(p.sentences, func(s part) bool { return s.sentence == selected }); i >= 0 {
			spans = m.emphasise(*p, p.sentences[i])
		}
	}
	if p.cut {
		short := text.Truncate(p.text, m.textWidth(), m.look.Ellipsis)
		return text.Spaces(gutter) + p.style.Render(short)
	}
	return m.gutter(r, selected, ok) + text.Render(p.text, r.r, p.style, spans)
}

// emphasise returns a paragraph's spans with the selected sentence bold and its
// cues underlined.
func (m Model) emphasise(p paragraph, s part) []text.Span {
	var cues []string
	for _, st := range m.statements[s.sentence] {
		cues = append(cues, st.Cues()...)
	}
	sentence := p.text[s.Start:s.End]
	inside := text.Find(sentence, cues, m.look.Cue.Bold(true))
	var spans []text.Span
	at := s.Start
	bold := m.look.Strong
	for _, c := range inside {
		c.Start, c.End = c.Start+s.Start, c.End+s.Start
		spans = append(spans, text.Span{Range: text.Range{Start: at, End: c.Start}, Style: bold}, c)
		at = c.End
	}
	spans = append(spans, text.Span{Range: text.Range{Start: at, End: s.End}, Style: bold})
	for _, o := range p.spans {
		if o.End <= s.Start || o.Start >= s.End {
			spans = append(spans, o)
		}
	}
	slices.SortFunc(spans, func(a, b text.Span) int { return a.Start - b.Start })
	return spans
}

// gutter returns the edge of a row: the cursor on the selected sentence, the sign
// of the first stance of the sentences that start here, and how many there are
// when there are more.
func (m Model) gutter(r row, selected int, ok bool) string {
	cursor, sign := text.Spaces(text.Width(m.look.Cursor)), text.Spaces(1)
	if ok && m.focus && slices.Contains(r.sentences, selected) {
		cursor = m.look.Title.Render(m.look.Cursor)
	}
	more := text.Spaces(2)
	var list []model.Statement
	for _, s := range r.starts {
		list = append(list, m.statements[s]...)
	}
	if len(list) > 0 {
		sign = m.look.Theme.Stance(list[0].Stance).Render(m.look.Sign(list[0].Stance))
		other := slices.IndexFunc(list, func(s model.Statement) bool { return s.Stance != list[0].Stance })
		switch {
		case other > 0: // they differ: the sign says more than their number
			more = m.look.Theme.Stance(list[other].Stance).Render(m.look.Fit(m.look.Sign(list[other].Stance), 2))
		case len(list) > 1:
			more = m.look.Muted.Render(m.look.Fit(strconv.Itoa(len(list)), 2))
		}
	}
	return cursor + sign + more
}
