package reader

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charm.land/lipgloss/v2"

	"tachiba/model"
	"tachiba/ui/text"
)

// paragraph is a line of the digest, or a card's head.
type paragraph struct {
	text      string
	style     lipgloss.Style
	spans     []text.Span
	sentences []part
	gap       bool // an empty row before it
	cut       bool // cut to one row instead of wrapped
}

// part is where a sentence stands in its paragraph.
type part struct {
	text.Range
	sentence int
}

// row is one row of the screen: a part of a paragraph, or empty (-1).
type row struct {
	paragraph int
	r         text.Range
	sentences []int
	starts    []int // those of them that start here and carry statements
}

// maxText is the widest that a text is set: forty full-width characters, as in a
// Japanese book. gutter is the edge with marks and cursor.
const (
	maxText = 80
	gutter  = 4
)

// layout sets the digest's text at the pane's width.
func (m *Model) layout() {
	m.paragraphs, m.rows = nil, nil
	if m.digest == nil || m.w <= gutter {
		return
	}
	m.write()
	width := m.textWidth()
	for i, p := range m.paragraphs {
		if p.gap && len(m.rows) > 0 {
			m.rows = append(m.rows, row{paragraph: -1})
		}
		ranges := []text.Range{{Start: 0, End: len(p.text)}}
		if !p.cut {
			ranges = text.Lines(p.text, width)
		}
		rest := p.sentences
		for _, r := range ranges {
			for len(rest) > 0 && rest[0].End <= r.Start {
				rest = rest[1:]
			}
			m.rows = append(m.rows, m.rowOf(i, rest, r))
		}
	}
	m.scroll(0)
}

func (m Model) textWidth() int { return min(m.w-gutter-1, maxText) }

// rowOf returns the row of a paragraph's range; the first of sentences reaches
// into it, if any.
func (m Model) rowOf(i int, sentences []part, r text.Range) row {
	out := row{paragraph: i, r: r}
	for _, s := range sentences {
		if s.Start >= r.End {
			break
		}
		out.sentences = append(out.sentences, s.sentence)
		if s.Start >= r.Start && len(m.statements[s.sentence]) > 0 {
			out.starts = append(out.starts, s.sentence)
		}
	}
	return out
}

// write turns the digest's sentences into paragraphs: a line of the file each,
// and a head for each card in place of its date and source lines.
func (m *Model) write() {
	d, last, section, card := m.digest, 0, model.None, model.None
	notes := d.Notes
	for i, s := range d.Sentences {
		if s.Section != model.None && s.Card != model.None && (s.Section != section || s.Card != card) {
			m.cardHead(d.Sections[s.Section].Cards[s.Card])
		}
		section, card = s.Section, s.Card
		for ; len(notes) > 0 && notes[0].Line <= s.Line; notes = notes[1:] {
			m.note(notes[0])
		}
		if s.Role.Head() {
			continue
		}
		n := len(m.paragraphs)
		if s.Line != last || n == 0 || len(m.paragraphs[n-1].sentences) == 0 {
			m.paragraphs = append(m.paragraphs, m.paragraph(s))
			n++
		}
		last = s.Line
		p := &m.paragraphs[n-1]
		p.sentences = append(p.sentences, part{sentence: i})
	}
	actors, topics := m.words()
	for i := range m.paragraphs {
		p := &m.paragraphs[i]
		m.join(p)
		if !p.cut && len(m.terms) > 0 {
			p.spans = text.FindFolded(p.text, m.terms, m.look.Theme.Cue.Bold(true))
		} else if !p.cut {
			p.spans = text.Merge(append(text.Find(p.text, actors, m.look.Theme.Actor), text.Find(p.text, topics, m.look.Theme.Topic)...))
		}
	}
}

// join writes the sentences of a paragraph one after the other.
func (m Model) join(p *paragraph) {
	if len(p.sentences) == 0 {
		return
	}
	var b strings.Builder
	for i := range p.sentences {
		s := &p.sentences[i]
		if i > 0 {
			b.WriteString(m.digest.Gap())
		}
		s.Start = b.Len()
		b.WriteString(m.digest.Sentences[s.sentence].Text)
		s.End = b.Len()
	}
	p.text = b.String()
}

// note adds a fault of the digest itself, before the line that has it.
func (m *Model) note(n model.Note) {
	m.paragraphs = append(m.paragraphs, paragraph{text: "! " + m.look.T("note."+string(n.Code), n.Text), style: m.look.Warn})
}

// words returns the words of actors and topics, those of a single character
// aside: they are too common to mark.
func (m Model) words() (actors, topics []string) {
	for _, a := range m.look.Lexicon.Actors {
		actors = append(actors, long(a.Words)...)
	}
	for _, t := range m.look.Lexicon.Topics {
		topics = append(topics, long(t.Words)...)
	}
	return actors, topics
}

func long(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return utf8.RuneCountInString(w) < 2 })
}

// paragraph returns an empty paragraph in the style of a sentence's role.
func (m Model) paragraph(s model.Sentence) paragraph {
	p := paragraph{style: m.look.Text}
	switch s.Role {
	case model.RoleTitle:
		p.style = m.look.Title
	case model.RoleHeading:
		p.style, p.gap = m.look.Title, true
	case model.RoleQuestion:
		p.style = m.look.Muted.Italic(true)
	case model.RoleAnswer:
		p.style = m.look.Strong
	case model.RoleLead, model.RoleNarrative:
		p.gap = true
	case model.RoleComment, model.RoleTeaser:
		p.style, p.gap = m.look.Muted, true
	}
	if m.digest.OffTopic(s) {
		p.style = m.look.Faint
	}
	return p
}

// cardHead adds what a card says of itself: headline, outlet, date and address.
func (m *Model) cardHead(c model.Card) {
	head := m.look.Join(model.OutletName(c.Outlet, c.URL), m.look.Date(c.Published), c.Title)
	if c.OffTopic {
		head = m.look.Join(m.look.T("reader.off_topic"), head)
	}
	m.paragraphs = append(m.paragraphs, paragraph{text: strings.Repeat(m.look.Signs.Rule, 2) + " " + head, style: m.look.Accent, gap: true, cut: true})
	if c.URL != "" {
		m.paragraphs = append(m.paragraphs, paragraph{text: "   " + c.URL, style: m.look.Faint, cut: true})
	}
}
