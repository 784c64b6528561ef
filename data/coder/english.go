package coder

import (
	"slices"
	"strings"
	"unicode"

	"tachiba/data/lexicon"
	"tachiba/model"
)

// How sure the rules for English are of a holder.
const (
	sureEnglish = 0.7
	sureTold    = 0.6 // …, Trump said
	surePronoun = 0.5 // he, they: from the sentence before
)

// isEnglish tells whether a sentence has no Japanese in it.
func isEnglish(text string) bool {
	return !strings.ContainsFunc(text, func(c rune) bool { return unicode.In(c, unicode.Hiragana, unicode.Katakana, unicode.Han) })
}

// english is an English sentence as far as the rules have read it: subject,
// predicates and topic of each clause, in this order.
type english struct {
	lex   *lexicon.Lexicon
	text  string
	marks []lexicon.Mark
}

// readEnglish returns the reading of an English sentence and, if asked, what it
// says. It needs no dictionary.
func (c *Coder) readEnglish(s *story, text string, asked bool) (*reading, []finding) {
	e := english{lex: c.lex, text: text}
	for _, m := range c.lex.Scan(text) {
		if text[m.Start:m.End] != "us" {
			e.marks = append(e.marks, m)
		}
	}
	parts := e.parts()
	own, rest := make([]holder, len(parts)), make([]int, len(parts))
	for i, part := range parts {
		own[i], rest[i] = e.subject(part)
	}
	r := e.reading(parts, e.holders(s, parts, own))
	if !asked || r.asks() {
		return r, nil
	}
	var out []finding
	for i, part := range parts {
		found := e.clause(part, rest[i], r.who[i])
		if len(found) == 0 && own[i].known() {
			found = e.answer(part, rest[i], own[i], s.topic)
		}
		out = append(out, found...)
	}
	return r, out
}

// holders returns who holds what each clause says: its own subject, else that
// of the clause before; of the first the speaker named behind it, or whom a
// pronoun stands for.
func (r *english) holders(s *story, parts []clause, own []holder) []holder {
	out := make([]holder, len(parts))
	told := r.teller()
	var subject holder
	for i, part := range parts {
		switch {
		case own[i].known():
			subject = own[i]
		case i == 0 && told.known():
			subject = told
		case i == 0 && r.pronoun(part) && s.subject != nil:
			subject = holder{actors: s.subject.actors, sure: surePronoun}
		}
		out[i] = subject
	}
	return out
}

// parts returns the clauses of the sentence.
func (r *english) parts() []clause {
	var out []clause
	start := 0
	for i := range r.text {
		for _, w := range []string{"; ", ", but ", ", while ", ", though ", ", although ", ", and ", " but ", ". ", ", which "} {
			if i > start && strings.HasPrefix(r.text[i:], w) {
				out = append(out, clause{start: start, end: i})
				start = i + len(w)
			}
		}
	}
	return append(out, clause{start: start, end: len(r.text)})
}

// in returns the marks of a range of bytes.
func (r *english) in(start, end int) []lexicon.Mark {
	return slices.DeleteFunc(slices.Clone(r.marks), func(m lexicon.Mark) bool { return m.Start < start || m.End > end })
}

// subject returns who a clause is about, the first who is named other than
// behind a preposition, and where that name ends. Names joined by and are one.
func (r *english) subject(c clause) (holder, int) {
	var h holder
	end := c.start
	for _, m := range r.in(c.start, c.end) {
		name := isName(m.Kind)
		if h.known() && m.Start > end && !joins(r.text[end:m.Start]) || !name && m.Kind != lexicon.Title {
			if m.Kind == lexicon.Topic || m.Kind == lexicon.Cue {
				break
			}
			continue
		}
		switch {
		case m.Kind == lexicon.Title:
		case governed(r.text[c.start:m.Start]):
			continue
		case m.Kind == lexicon.ThirdParty:
			h.third = !h.known()
		case h.third:
		case len(h.actors) > 0 && strings.TrimSpace(r.text[end:m.Start]) == "":
			h.actors = []model.ActorID{m.Actor} // Polish Prime Minister Donald Tusk
		default:
			h.actors = union(h.actors, []model.ActorID{m.Actor})
		}
		h.sure = sureEnglish
		end = m.End
	}
	if h.known() {
		h.name = strings.TrimSpace(r.text[c.start:end])
	}
	return h, end
}

// joins tells whether what stands between two names makes them one subject.
func joins(gap string) bool {
	gap = strings.TrimSpace(gap)
	return gap == "" || gap == "and" || gap == "," || gap == ", and" || gap == "and the" || gap == "'s" || gap == "of" || gap == "of the"
}

// governed tells whether a name stands behind a preposition.
func governed(before string) bool {
	words := strings.Fields(before)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	if last == "the" && len(words) > 1 {
		last = words[len(words)-2]
	}
	return slices.Contains([]string{"to", "on", "for", "of", "with", "from", "by", "against", "between", "at", "in", "into", "over", "told", "In", "At", "With", "across", "inside", "about"}, last)
}

// pronoun tells whether a clause begins with a word for who was named before.
func (r *english) pronoun(c clause) bool {
	words := strings.Fields(strings.TrimLeft(r.text[c.start:c.end], "✅💡\"“ "))
	return len(words) > 0 && slices.Contains([]string{"He", "She", "It", "They", "His", "Her", "Their", "Its"}, words[0])
}

// teller returns who is named as the speaker behind what was said.
func (r *english) teller() holder {
	at := strings.LastIndex(r.text, ", ")
	if at < 0 {
		return holder{}
	}
	tail := clause{start: at + len(", "), end: len(r.text)}
	h, end := r.subject(tail)
	for _, m := range r.in(end, tail.end) {
		if h.known() && m.Effect == lexicon.Reports {
			h.sure = sureTold
			return h
		}
	}
	return holder{}
}
