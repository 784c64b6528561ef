package coder

import (
	"slices"
	"strings"

	"tachiba/data/lexicon"
)

// asks tells whether the sentence is a question, whoever puts it.
func (r *reading) asks() bool {
	if r.english {
		return strings.HasSuffix(strings.TrimRight(r.text, "\"” "), "?")
	}
	text := strings.TrimRight(r.text, "。？?」』 　")
	for _, end := range []string{"のか", "ますか", "ですか", "るか", "たか", "ませんか", "だろうか", "でしょうか"} {
		if strings.HasSuffix(text, end) {
			return true
		}
	}
	return false
}

// setting tells whether a topic is only named as the place, the time or the
// subject of something else: 協議を終え, 領土の扱い, 協議で制裁を求めた.
func (r *reading) setting(t lexicon.Mark, c clause) bool {
	if i := r.markAt(t.End); i >= 0 && r.marks[i].Kind == lexicon.Cue && r.marks[i].Effect == lexicon.Setting {
		return true
	}
	if !r.lex.Event(t.Topic) {
		return false
	}
	if r.tells(t) {
		return true
	}
	rest := r.text[t.End:]
	if !strings.HasPrefix(rest, "で") && !strings.HasPrefix(rest, "の") && !strings.HasPrefix(rest, "において") && !strings.HasPrefix(rest, "に盛り込") {
		return false
	}
	return slices.ContainsFunc(r.between(t.End, c.end), func(m lexicon.Mark) bool {
		return m.Kind == lexicon.Topic && m.Topic != t.Topic
	})
}

// tells tells whether a meeting is only the verb of what was talked about
// (情勢を協議した), or names those who are kept out of it (自国抜きの協議).
func (r *reading) tells(t lexicon.Mark) bool {
	for i := range r.marks {
		if m := r.marks[i]; m.End == t.Start && m.Kind == lexicon.Topic && m.Topic != t.Topic && m.Sign < 0 && r.lex.Event(m.Topic) {
			return true
		}
	}
	before := r.text[:t.Start]
	k := r.tokenAt(t.Start)
	if k >= len(r.tokens) || r.tokens[k].start != t.Start || r.tokens[k].kind != action && r.tokens[k].kind != verb {
		return false
	}
	after := k + 1
	does := r.tokens[k].kind == verb || after < len(r.tokens) && r.tokens[after].kind == verb
	return does && (strings.HasSuffix(before, "を") || strings.HasSuffix(before, "について") || strings.HasSuffix(before, "電話で"))
}

// lack tells of a topic without which another is (停戦なき交渉): lacking is the
// one that lacks it, lacked tells that the topic itself lacks another.
func (r *reading) lack(t lexicon.Mark) (lacking *lexicon.Mark, lacked bool) {
	for i := range r.marks {
		m := &r.marks[i]
		if m.Kind != lexicon.Topic {
			continue
		}
		if m.Start > t.End && slices.Contains(lacks, r.text[t.End:m.Start]) {
			lacking = m
		}
		if m.End < t.Start && slices.Contains(lacks, r.text[m.End:t.Start]) {
			lacked = true
		}
	}
	return lacking, lacked
}

// lacks are the ways to say that one thing is without another.
var lacks = []string{"なしの", "なしに", "なしには", "なき", "のない", "の無い", "を欠いた", "を欠く", "を伴わない", "抜きの", "なしでの", "がない", "のないまま"}

// saidAbout tells whether the sentence says something about the topic that
// stands outside of the clause: 停戦について、.
func (r *reading) saidAbout(t lexicon.Mark) bool {
	for _, w := range []string{"について", "をめぐ", "を巡", "に関し", "には、", "は、", "なら"} {
		if strings.HasPrefix(r.text[t.End:], w) {
			return true
		}
	}
	return false
}

// isVerb tells whether the topic's word is a predicate itself: 手を引く.
func (r *reading) isVerb(t lexicon.Mark) bool {
	if r.lex.Event(t.Topic) && t.Sign > 0 {
		return false // to talk is no stance yet
	}
	k := r.tokenAt(max(t.End-1, 0))
	return t.End > t.Start && k < len(r.tokens) && r.tokens[k].kind == verb
}
