package reader

import (
	"strings"

	"tachiba/model"
	"tachiba/ui/plain"
)

// Plain returns the digest as lines: its title with outlets and date, then its
// text sentence by sentence, with what each says under it.
func (m Model) Plain() []plain.Line {
	if m.digest == nil {
		return nil
	}
	m.paragraphs = nil
	m.write()
	l := m.digest.Listing()
	source := m.look.List(append([]string{m.look.Date(l.Date)}, l.Outlets...)...)
	lines := []plain.Line{{Text: m.look.T("plain.evidence", m.digest.Title, source)}}
	for _, p := range m.paragraphs {
		switch p.kind {
		case ofTitle:
		case ofHeading:
			lines = append(lines, plain.Line{Text: p.text})
		case ofText:
			for _, s := range p.sentences {
				line := plain.Line{Depth: 1, Text: m.digest.Sentences[s.sentence].Text}
				if said := m.statements[s.sentence]; len(said) > 0 {
					line.Statement = &said[0]
				}
				lines = append(lines, line)
				lines = append(lines, m.plainStatements(s.sentence)...)
			}
		default:
			lines = append(lines, plain.Line{Depth: 1, Text: m.plainAside(p)})
		}
	}
	return lines
}

// plainAside returns a card's head or a note without the signs that mark it.
func (m Model) plainAside(p paragraph) string {
	bare := strings.TrimLeft(p.text, m.look.Signs.Rule+"! ")
	switch {
	case p.kind == ofCard:
		return m.look.T("pane.source", bare)
	case p.kind == ofNotes && !p.cut: // the list of them says so itself
		return m.look.T("pane.note", bare)
	}
	return bare
}

// plainStatements returns what a sentence says: stance, actor, topic, speaker and
// cue of each statement.
func (m Model) plainStatements(sentence int) (lines []plain.Line) {
	for _, s := range m.statements[sentence] {
		what := m.look.T("plain.position", m.look.Actor(s.Actor)+m.look.T("plain.comma")+m.look.Topic(s.Topic), m.stance(s))
		var why []string
		for _, w := range []string{s.Speaker, m.cue(s)} {
			if w != "" {
				why = append(why, w)
			}
		}
		if len(why) > 0 {
			what = m.look.T("plain.evidence", what, m.look.List(why...))
		}
		lines = append(lines, plain.Line{Depth: 2, Text: what, Statement: &s})
	}
	return lines
}

// stance returns a statement's stance in words, and whether it is doubtful or a
// person said so.
func (m Model) stance(s model.Statement) string {
	words := m.look.Stance(s.Stance)
	switch {
	case s.Origin != model.ByCoder:
		return words + m.look.T("plain.parentheses", m.look.T("pane.reviewed"))
	case s.Doubtful():
		return words + m.look.T("plain.parentheses", m.look.T("pane.doubtful"))
	}
	return words
}
