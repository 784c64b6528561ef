package digest

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tachiba/model"
)

// Limits in characters, from the layout: headings and answers are one short line.
const (
	maxHeading  = 60
	maxQuestion = 90
	maxAnswer   = 60
	maxIntro    = 5 // lines from the question to the card, answer included
)

var questionEnd = regexp.MustCompile(`[?？][。」』]?$`)

func isQuestion(l line) bool {
	return l.kind == plain && questionEnd.MatchString(l.text) && utf8.RuneCountInString(l.text) <= maxQuestion
}

func isHeading(l line) bool {
	return l.kind == plain && utf8.RuneCountInString(l.text) <= maxHeading &&
		!strings.HasSuffix(l.text, "。") && !(strings.HasSuffix(l.text, ".") && !strings.HasSuffix(l.text, "..."))
}

// findOpening returns the section that opens in lines[from:to] before a card at
// to: the last heading with a question that leaves one to five lines for answer,
// introduction and headline. A pair whose heading answers an earlier question is
// that section's own text. It returns the heading's index, or -1.
func (p *parser) findOpening(from, to int) int {
	best := -1
	for h := to - 3; h >= from && h >= to-2-maxIntro; h-- {
		if !isHeading(p.lines[h]) || !isQuestion(p.lines[h+1]) || p.lines[h+2].kind != plain {
			continue
		}
		if best < 0 {
			best = h
			continue
		}
		if best == h+2 && p.likelyPair(h) && shortAnswer(p.lines[best]) {
			best = h
		}
	}
	return best
}

// likelyPair tells whether lines h and h+1 read as a heading and a question
// rather than as the end of the text before.
func (p *parser) likelyPair(h int) bool {
	heading, question := p.lines[h], p.lines[h+1]
	return !isQuestion(heading) && !sentenceLike.MatchString(heading.text) &&
		!isComment(heading.text, p.digest.Lang) && !isComment(question.text, p.digest.Lang)
}

func shortAnswer(l line) bool { return utf8.RuneCountInString(l.text) <= maxAnswer/2 }

// looseOpening tells whether a section without a card opens at h: a short
// heading and question, a short answer, and text after it.
func (p *parser) looseOpening(h, to int) bool {
	return h+3 < to && isHeading(p.lines[h]) && isQuestion(p.lines[h+1]) && p.likelyPair(h) &&
		p.lines[h+2].kind == plain && !isQuestion(p.lines[h+2]) && utf8.RuneCountInString(p.lines[h+2].text) <= maxAnswer &&
		p.lines[h+3].kind == plain && !shortAnswer(p.lines[h+3])
}

// gap places the lines before a card: what follows the card before, then the
// section that opens.
func (p *parser) gap(from, to int) {
	i := p.findOpening(from, to)
	if i < 0 {
		end := to
		for end > from && p.isHeadline(end-1, to) {
			end-- // the card's own
		}
		p.body(from, end)
		return
	}
	p.body(from, i)
	p.openAt(i)
	p.intro(i+3, to)
}

// openAt opens the section whose heading, question and answer start at line i.
func (p *parser) openAt(i int) {
	h, q, a := p.lines[i], p.lines[i+1], p.lines[i+2]
	p.open(h.text, q.text, a.text)
	p.emit(h.n, h.text, model.RoleHeading, model.None)
	p.emit(q.n, q.text, model.RoleQuestion, model.None)
	p.emit(a.n, a.text, model.RoleAnswer, model.None)
}

// intro places the lines between an answer and its card; the headline among
// them, if any, is the card's.
func (p *parser) intro(from, to int) {
	for i := from; i < to; i++ {
		if l := p.lines[i]; l.kind == plain && !p.isHeadline(i, to) {
			p.text(l)
		}
	}
}

// body places running text: narrative and the writer's remarks on it. A section
// without a card may open inside it.
func (p *parser) body(from, to int) {
	for i := from; i < to; i++ {
		if p.section != model.None && p.looseOpening(i, to) {
			p.openAt(i)
			i += 2
			continue
		}
		p.mark(p.lines[i])
	}
}

// mark places a line by its own mark, else as text.
func (p *parser) mark(l line) {
	switch l.kind {
	case keyPoint:
		p.emit(l.n, l.text, model.RoleKeyPoint, model.None)
	case closing:
		p.emit(l.n, l.text, model.RoleHeading, model.None)
	default:
		p.text(l)
	}
}

// text places a line of text: a comment where the writer speaks, a comment's
// single sentences too, else narrative.
func (p *parser) text(l line) {
	sentences := split(l.text, p.digest.Lang)
	spoken := voices(sentences)
	all := mostlyVoice(sentences, spoken)
	for i, s := range sentences {
		role := model.RoleNarrative
		if all || spoken[i] {
			role = model.RoleComment
		}
		p.add(l.n, s, role, model.None)
	}
}
