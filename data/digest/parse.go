// Package digest reads the digest layout: a news article that sums up several
// sources in sections of heading, question, answer, cards (published date, ✅
// claims, source) and text. An article in no layout at all is read as title,
// lead and narrative, in one section.
package digest

import (
	"strings"

	"tachiba/data/clean"
	"tachiba/model"
)

// Parse returns the digest that text holds. The text is cleaned first; line
// numbers are those of the text. Parse never fails: what it cannot place is
// narrative. A digest without any sentence that could be coded is for the
// caller to refuse (Empty).
func Parse(id, path, text string) model.Digest {
	text = clean.Text(text)
	d := model.Digest{ID: clean.Line(id), Path: clean.Line(path), Lang: language(text)}
	p := &parser{digest: &d, lines: readLines(text, isMarkdown(path))}
	p.lines = dropFurniture(p.lines, d.Lang)
	p.run()
	d.Title, d.Lead = joined(&d, model.RoleTitle), joined(&d, model.RoleLead)
	if d.Title == "" && len(d.Sentences) > 0 {
		d.Title = d.Sentences[0].Text
	}
	markOffTopic(&d)
	d.Notes = notes(&d, p.garbled)
	return d
}

// Empty tells whether the digest has no sentence that could be coded.
func Empty(d *model.Digest) bool {
	for _, s := range d.Sentences {
		if s.Role.Coded() {
			return false
		}
	}
	return true
}

func isMarkdown(path string) bool { return strings.HasSuffix(strings.ToLower(path), ".md") }

// parser walks the lines once: the head, then card blocks with the gaps
// between them, then the tail.
type parser struct {
	digest  *model.Digest
	lines   []line
	section int // index of the open section, or model.None
	garbled []model.Note
}

func (p *parser) run() {
	p.section = model.None
	blocks := cardBlocks(p.lines)
	at := p.head(blocks)
	for _, b := range blocks {
		p.gap(at, b.from)
		p.card(b)
		at = b.to
	}
	p.tail(at)
}

// emit adds the sentences of a text of line n.
func (p *parser) emit(n int, text string, role model.Role, card int) {
	for _, s := range split(text, p.digest.Lang) {
		p.add(n, s, role, card)
	}
}

// add adds a sentence of line n to the open section; what belongs to the whole
// digest belongs to none.
func (p *parser) add(n int, sentence string, role model.Role, card int) {
	section := p.section
	switch role {
	case model.RoleTitle, model.RoleLead, model.RoleKeyPoint, model.RoleTeaser:
		section = model.None
	}
	p.digest.Sentences = append(p.digest.Sentences, model.Sentence{Text: sentence, Line: n, Role: role, Section: section, Card: card})
}

func (p *parser) open(heading, question, answer string) {
	p.digest.Sections = append(p.digest.Sections, model.Section{Heading: heading, Question: question, Answer: answer})
	p.section = len(p.digest.Sections) - 1
}

// joined returns the sentences of a role as one text, each line once.
func joined(d *model.Digest, role model.Role) string {
	var b strings.Builder
	seen := map[string]bool{}
	line := 0
	for _, s := range d.Sentences {
		if s.Role != role || seen[s.Text] {
			continue
		}
		seen[s.Text] = true
		if line != 0 && (s.Line != line || d.Lang == string(model.English)) {
			b.WriteByte(' ')
		}
		line = s.Line
		b.WriteString(s.Text)
	}
	return b.String()
}
