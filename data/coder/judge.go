package coder

import (
	"strings"

	"tachiba/data/lexicon"
)

// judge weighs a topic in its clause, and in those after it as long as the
// clause has no predicate of its own. It returns where it found one.
func (r *reading) judge(t lexicon.Mark, i int) (verdict, int) {
	at := i
	v := r.weigh(t, r.clauses[i].end)
	about := r.clauses[i].ending == protasis && r.saidAbout(t)
	for !v.evident && at+1 < len(r.clauses) && (r.clauses[at].ending == weak || about && at == i) && r.subjectIn(r.clauses[at+1]) == nil {
		at++
		v = r.weigh(t, r.clauses[at].end)
	}
	if !v.evident {
		at = i
		v = r.weigh(t, r.clauses[i].end)
	}
	onTerms := at > 0 && r.clauses[at-1].ending == protasis && r.clauses[i].ending != protasis || about && at > i
	if onTerms && !(at > i && strings.HasPrefix(r.text[t.End:], "なら")) { // 停戦なら応じる sets no terms
		threat := r.lex.Lever(t.Topic) && r.threatens(at-1) && v.sign == t.Sign
		plea := v.sign == t.Sign && (v.needed || v.asked && r.demanded(r.clauses[at-1]))
		v.conditional = v.conditional || !threat && !plea
	}
	if !v.evident {
		v = r.inverted(t, r.clauses[i], v)
	}
	return r.bargain(t, i, at, v), at
}

// bargain changes a verdict by what the topic is traded for or goes without.
func (r *reading) bargain(t lexicon.Mark, i, at int, v verdict) verdict {
	switch lacking, lacked := r.lack(t); {
	case lacking != nil && v.evident && v.sign != lacking.Sign:
		v.sign, v.conditional = t.Sign, false // who refuses a truce without guarantees wants these
	case lacked && v.evident && v.sign != t.Sign:
		v.conditional = true
	case t.Sign < 0 && v.needed && r.isVerb(t) && strings.HasPrefix(r.text[t.End:], "には"),
		t.Sign < 0 && v.needed && r.isVerb(t) && strings.HasPrefix(r.text[t.End:], "くには"):
		v.conditional = true // what would be needed for it
	case t.Sign < 0 && v.maybe && r.isVerb(t) && r.lex.Event(t.Topic):
		v.conditional = true // who may leave the talks has not left them
	case v.evident && r.misses(t, r.clauses[at].end):
		v.sign, v.conditional = t.Sign, false
	case r.price(t):
		v.sign, v.conditional, v.evident = t.Sign, false, true
	case r.bargained(t, r.clauses[i]), v.evident && v.sign > 0 && r.termsFollow(at):
		v.conditional, v.evident = true, true
	}
	return v
}
