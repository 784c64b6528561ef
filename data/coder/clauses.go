package coder

import (
	"slices"
	"strings"

	"tachiba/data/lexicon"
)

// ending is how a clause hangs on the next one.
type ending uint8

const (
	final    ending = iota // the sentence ends
	strong                 // が、 一方: another subject may begin
	weak                   // て、 し、: the subject goes on
	protasis               // なら, ない限り: the next clause holds if this one does
)

// String returns the name by which features and explanations call the ending.
func (e ending) String() string { return [...]string{"final", "strong", "weak", "if"}[e] }

// clause is a part of a sentence with a predicate of its own.
type clause struct {
	start, end int
	ending     ending
	// opens tells that a contrast begins the clause: its subject is its own.
	opens bool
}

// split divides the sentence into clauses.
func (r *reading) split() {
	start, opens := 0, false
	cut := func(end int, how ending) {
		if end > start && !r.inTopic(end) {
			r.clauses = append(r.clauses, clause{start, end, how, opens})
			start, opens = end, false
		}
	}
	for i := range r.tokens {
		if r.tokens[i].start < start {
			continue
		}
		if m := r.markAt(r.tokens[i].start); m >= 0 && r.marks[m].Kind == lexicon.Cue {
			switch r.marks[m].Effect {
			case lexicon.Contrast:
				if i == 0 || r.tokens[i-1].kind == comma || r.tokens[i].start == start {
					cut(r.tokens[i].start, strong)
					opens = true
				} else {
					cut(r.marks[m].End, strong)
				}
				continue
			case lexicon.Protasis:
				if i > 0 && (r.text[r.marks[m].Start:r.marks[m].End] != "まで" && r.text[r.marks[m].Start:r.marks[m].End] != "までは" || r.denied(r.marks[m].End)) && r.closes(r.marks[m]) && follows(r.tokens[i-1].kind, r.text[r.marks[m].Start:r.marks[m].End]) {
					cut(r.past(r.marks[m].End), protasis)
				}
				continue
			}
		}
		if how, ok := r.boundary(i); ok {
			cut(r.past(r.tokens[i].end), how)
		}
	}
	cut(len(r.text), final)
}

// inTopic tells whether a byte stands within a topic's word: 武器がなければ〜.
func (r *reading) inTopic(at int) bool {
	return slices.ContainsFunc(r.marks, func(m lexicon.Mark) bool {
		return m.Kind == lexicon.Topic && m.Start < at && at < m.End
	})
}

// follows tells whether a word that ends conditions stands behind a predicate,
// as 限り or 場合 must.
func follows(before kind, word string) bool {
	if word == "限り" || strings.HasPrefix(word, "まで") || word == "かぎり" || strings.HasPrefix(word, "場合") {
		return before == verb || before == auxiliary || before == adjective
	}
	return true
}

// denied tells whether a negation follows: only then まで is a condition.
func (r *reading) denied(from int) bool {
	return slices.ContainsFunc(r.between(from, len(r.text)), func(m lexicon.Mark) bool {
		return m.Kind == lexicon.Cue && (m.Effect == lexicon.Negates || m.Effect == lexicon.Opposes)
	})
}

// closes tells whether the mark ends where a token does: ば, but not ばかり.
func (r *reading) closes(m lexicon.Mark) bool {
	if m.End == len(r.text) {
		return true
	}
	_, ok := r.tokenFrom(m.End)
	return ok
}

// past returns the end with the comma behind it.
func (r *reading) past(end int) int {
	if strings.HasPrefix(r.text[end:], "、") {
		return end + len("、")
	}
	return end
}

// boundary tells whether a clause ends with the token, and how.
func (r *reading) boundary(i int) (ending, bool) {
	t := r.tokens[i]
	nextIs := func(k kind) bool { return i+1 < len(r.tokens) && r.tokens[i+1].kind == k }
	switch t.kind {
	case stop:
		return final, true
	case joinParticle:
		switch t.text {
		case "が", "けれど", "けど", "けれども":
			return strong, true
		case "し":
			return strong, nextIs(comma)
		case "ながら", "つつ", "つつも":
			return weak, true
		case "て", "で", "と":
			return weak, nextIs(comma)
		}
	case verb:
		return weak, nextIs(comma) && !slices.Contains(besides, t.text)
	case particle, quoteParticle:
		return weak, (t.text == "として" || t.text == "とし") && nextIs(comma) && i > 0 && r.tokens[i-1].kind == auxiliary
	case caseParticle:
		if t.text == "として" {
			return weak, nextIs(comma) && i > 0 && r.tokens[i-1].kind == auxiliary
		}
		return strong, (t.text == "を" || t.text == "に") && nextIs(comma) && r.topicFollows(i+2)
	case adjective:
		return weak, strings.HasSuffix(t.text, "く") && nextIs(comma)
	case auxiliary:
		return weak, t.text == "ず" && nextIs(comma)
	case noun:
		return weak, t.text == "ため" && nextIs(comma)
	case action:
		return weak, nextIs(comma) && r.predicative(i)
	}
	return 0, false
}

// besides are verbs that have become particles: を巡り、.
var besides = []string{"巡り", "めぐり", "含め", "関し", "対し", "向け", "通じ", "よって", "際し", "応じ"}

// topicFollows tells whether the name that stands at the token is the topic of
// what follows: 米国は譲歩を、欧州は参加を求めた.
func (r *reading) topicFollows(i int) bool {
	for _, p := range r.phrases {
		if i < len(r.tokens) && p.start == r.tokens[i].start {
			return p.role == byTopic
		}
	}
	return false
}

// predicative tells whether a noun before a comma is a predicate (協定に署名、)
// rather than one of several (停戦、選挙、): a word of the lexicon that something
// in its clause depends on.
func (r *reading) predicative(i int) bool {
	m := r.markAt(r.tokens[i].start)
	if m < 0 || r.marks[m].Kind != lexicon.Cue {
		return false
	}
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if r.tokens[j].kind == caseParticle && slices.Contains([]string{"を", "に", "と", "で", "へ"}, r.tokens[j].text) {
			return true
		}
	}
	return false
}

// clauseAt returns the index of the clause that holds the byte.
func (r *reading) clauseAt(at int) int {
	for i, c := range r.clauses {
		if at < c.end {
			return i
		}
	}
	return len(r.clauses) - 1
}
