package coder

import (
	"slices"
	"strings"
	"unicode"

	"tachiba/data/lexicon"
)

// reading returns the sentence in the form that the ranking of candidates asks
// for, which is that of a Japanese one.
func (r *english) reading(parts []clause, who []holder) *reading {
	out := &reading{lex: r.lex, text: r.text, english: true, marks: r.marks, clauses: parts, who: who}
	start := -1
	for i, c := range r.text + " " {
		letter := unicode.IsLetter(c) || unicode.IsDigit(c) || start >= 0 && (c == '\'' || c == '’' || c == '-' || c == '.')
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			out.tokens = append(out.tokens, token{start, i, other, r.text[start:i]})
			start = -1
		}
	}
	for i := 0; i < len(r.marks); i++ {
		m := r.marks[i]
		if !isName(m.Kind) {
			continue
		}
		p := phrase{start: m.Start, end: m.End}
		p.take(m)
		for i+1 < len(r.marks) && (isName(r.marks[i+1].Kind) || r.marks[i+1].Kind == lexicon.Title) && belongs(r.text[p.end:r.marks[i+1].Start]) {
			i++
			p.grow(r.marks[i])
		}
		p.name = r.text[p.start:p.end]
		out.phrases = append(out.phrases, p)
	}
	for i := range out.phrases {
		r.assign(out, &out.phrases[i])
	}
	for i := len(out.phrases) - 2; i >= 0; i-- {
		p, next := &out.phrases[i], &out.phrases[i+1]
		if gap := r.text[p.end:next.start]; !p.third && !next.third && (gap == " and " || gap == ", ") {
			next.actors = union(p.actors, next.actors)
			p.actors = next.actors
		}
	}
	return out
}

// belongs tells whether what stands between two names makes them one: Russian
// President, Germany's Merz.
func belongs(gap string) bool {
	return slices.Contains([]string{" ", "'s ", "’s ", "’ ", "' "}, gap)
}

// assign sees what a name does in its clause.
func (r *english) assign(out *reading, p *phrase) {
	c := out.clauses[out.clauseAt(p.start)]
	rest := r.text[p.end:]
	switch {
	case governed(r.text[c.start:p.start]):
	case strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s"):
		p.role = ofHolding
	case !slices.ContainsFunc(r.in(c.start, p.start), func(m lexicon.Mark) bool { return m.Kind != lexicon.Title }):
		p.role = byTopic
	default:
		if next := r.in(p.end, c.end); len(next) > 0 && next[0].Effect == lexicon.Reports && next[0].Start <= p.end+1 {
			p.role = bySubject
		}
	}
}

// judge returns what the predicates around a topic make of it, in its clause.
func (r *english) judge(m lexicon.Mark, c clause) verdict {
	v := verdict{sign: 1}
	for _, w := range r.in(c.start, m.Start) {
		if w.Effect == lexicon.Reports {
			v = verdict{sign: 1}
		}
		v.turn(w, r.text)
	}
	passive := !v.evident
	for _, w := range r.in(m.End, c.end) {
		if w.Effect == lexicon.Protasis {
			v.conditional = true
		}
		if passive {
			v.turn(w, r.text)
		}
	}
	v.sign *= m.Sign
	return v
}
