package reader

import (
	"strings"

	"charm.land/lipgloss/v2"

	"tachiba/model"
	"tachiba/ui/text"
)

// kind tells paragraphs apart.
type kind int

const (
	ofText kind = iota
	ofTitle
	ofHeading
	ofCard    // its outlet, date and headline
	ofAddress // of a card
	ofNotes   // one of them, or all
)

// paragraph is a line of the digest, a card's head, or a note.
type paragraph struct {
	kind      kind
	first     int // the sentence that it starts with, or stands before
	text      string
	style     lipgloss.Style
	spans     []text.Span
	tinted    bool // the spans are known
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

// blockWidth returns the cells of text and gutter, and margin those that stand
// before them: a pane wider than the text has it in the middle.
func (m Model) blockWidth() int { return min(m.w, gutter+maxText+1) }
func (m Model) margin() int     { return (m.w - m.blockWidth()) / 2 }

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
	if m.actors == nil {
		m.setWords()
	}
	d, last, section, card := m.digest, 0, model.None, model.None
	notes, titled := d.Notes, false
	for i, s := range d.Sentences {
		if !titled && s.Role != model.RoleTitle {
			m.faults(i)
			titled = true
		}
		if s.Section != model.None && s.Card != model.None && (s.Section != section || s.Card != card) {
			m.cardHead(i, d.Sections[s.Section].Cards[s.Card])
		}
		section, card = s.Section, s.Card
		for ; len(notes) > 0 && notes[0].Line <= s.Line; notes = notes[1:] {
			m.add(paragraph{kind: ofNotes, first: i, text: "! " + m.look.T("note."+string(notes[0].Code), notes[0].Text), style: m.look.Warn})
		}
		if s.Role.Head() {
			continue
		}
		n := len(m.paragraphs)
		if s.Line != last || n == 0 || len(m.paragraphs[n-1].sentences) == 0 {
			m.add(m.paragraph(i, s))
			n++
		}
		last = s.Line
		p := &m.paragraphs[n-1]
		p.sentences = append(p.sentences, part{sentence: i})
	}
	for i := range m.paragraphs {
		m.join(&m.paragraphs[i])
	}
}

func (m *Model) add(p paragraph) { m.paragraphs = append(m.paragraphs, p) }

// tint marks what is searched for in a paragraph, else the words of actors and
// topics. It is done when the paragraph is first in sight.
func (m Model) tint(p *paragraph) {
	if p.cut || p.tinted {
		return
	}
	p.tinted = true
	if len(m.terms) > 0 {
		p.spans = text.FindFolded(p.text, m.terms, m.look.Theme.Cue.Bold(true))
		return
	}
	p.spans = text.Merge(append(m.actors.Find(p.text, m.look.Theme.Actor), m.topics.Find(p.text, m.look.Theme.Topic)...))
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

// faults adds a line that says what kinds of notes follow, and how many of each,
// so that a person knows before they read.
func (m *Model) faults(sentence int) {
	var kinds []string
	count := map[model.NoteCode]int{}
	for _, n := range m.digest.Notes {
		count[n.Code]++
	}
	for _, n := range m.digest.Notes {
		if of := count[n.Code]; of > 0 {
			kinds = append(kinds, m.look.T("pane.fault_"+string(n.Code), of))
			count[n.Code] = 0
		}
	}
	if len(kinds) > 0 {
		list := m.look.T("pane.faults", m.look.T("digests.notes", len(m.digest.Notes)), m.look.List(kinds...))
		m.add(paragraph{kind: ofNotes, first: sentence, text: "! " + list, style: m.look.Warn, cut: true})
	}
}

// setWords prepares the words of the lexicon's actors and topics.
func (m *Model) setWords() {
	var actors, topics []string
	for _, a := range m.look.Lexicon.Actors {
		actors = append(actors, a.Words...)
	}
	for _, t := range m.look.Lexicon.Topics {
		topics = append(topics, t.Words...)
	}
	m.actors, m.topics = text.NewWords(actors), text.NewWords(topics)
}

// paragraph returns an empty paragraph in the style of a sentence's role.
func (m Model) paragraph(i int, s model.Sentence) paragraph {
	p := paragraph{first: i, style: m.look.Text}
	switch s.Role {
	case model.RoleTitle:
		p.kind, p.style = ofTitle, m.look.Title
	case model.RoleHeading:
		p.kind, p.style, p.gap = ofHeading, m.look.Title, true
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
func (m *Model) cardHead(sentence int, c model.Card) {
	head := m.look.Join(model.OutletName(c.Outlet, c.URL), m.look.Date(c.Published), c.Title)
	if c.OffTopic {
		head = m.look.Join(m.look.T("reader.off_topic"), head)
	}
	m.add(paragraph{kind: ofCard, first: sentence, text: strings.Repeat(m.look.Signs.Rule, 2) + " " + head, style: m.look.Accent, gap: true, cut: true})
	if c.URL != "" {
		m.add(paragraph{kind: ofAddress, first: sentence, text: "   " + c.URL, style: m.look.Faint, cut: true})
	}
}
