package coder

import (
	"slices"
	"strings"

	"tachiba/data/lexicon"
)

// supposed returns what a topic within a condition tells of who sets it, with
// the clause of the holder; false when it is only supposed.
func (r *reading) supposed(t lexicon.Mark, i int, v verdict) (verdict, int, bool) {
	next := i+1 < len(r.clauses)
	switch {
	case r.price(t):
		return verdict{sign: t.Sign, evident: true, cue: r.text[t.Start:r.clauses[i].end]}, i, true
	case r.demanded(r.clauses[i]) && r.demands(t, r.clauses[i]):
		return r.wanted(t, r.clauses[i]), i, true
	case r.lasting(t, i):
		return verdict{sign: -t.Sign, evident: true, cue: r.text[t.Start:r.clauses[i].end]}, i, true
	case next && r.warned(t, r.clauses[i+1]):
		v = r.wanted(t, r.clauses[i])
		v.sign = -v.sign
		return v, i + 1, true
	case next && r.rewarded(t, i):
		return r.wanted(t, r.clauses[i]), i, true
	}
	return v, i, false
}

// threatens tells whether clause i is the condition of a threat: one that
// somebody fails to meet, or what another actor may do.
func (r *reading) threatens(i int) bool {
	c := r.clauses[i]
	return r.demanded(c) || slices.ContainsFunc(r.phrases, func(p phrase) bool {
		return p.start >= c.start && p.end <= c.end && p.role == bySubject && !p.third
	})
}

// rewarded tells whether who sets the condition gives something up for it, and
// so wants it: 保証が得られるなら加盟の要求は取り下げる.
func (r *reading) rewarded(t lexicon.Mark, i int) bool {
	for _, w := range []string{"得られ", "与え", "確保", "約束され"} {
		if strings.Contains(r.text[t.End:r.clauses[i].end], w) {
			return true
		}
	}
	if slices.ContainsFunc(r.between(t.End, r.clauses[i].end), func(m lexicon.Mark) bool {
		return m.Kind == lexicon.Cue && m.Effect == lexicon.Undoes
	}) {
		return true
	}
	next := r.clauses[i+1]
	return slices.ContainsFunc(r.between(next.start, next.end), func(m lexicon.Mark) bool {
		return m.Kind == lexicon.Topic && m.Topic != t.Topic
	}) && slices.ContainsFunc(r.between(next.start, next.end), func(m lexicon.Mark) bool {
		return m.Kind == lexicon.Cue && m.Effect == lexicon.Undoes
	})
}

// warned tells whether a clause says that something bad follows from the topic:
// of what it harms it may speak, but not of what else somebody thinks.
func (r *reading) warned(t lexicon.Mark, c clause) bool {
	bad, harm, other := false, false, false
	for _, m := range r.between(c.start, c.end) {
		switch {
		case m.Kind == lexicon.Topic && m.Topic != t.Topic && !strings.HasPrefix(r.text[m.End:], "が"):
			other = true
		case m.Kind == lexicon.Cue && m.Effect == lexicon.Opposes:
			bad = true
		case m.Kind == lexicon.Cue && m.Effect == lexicon.Harms:
			harm = true
		}
	}
	return harm || bad && !other
}

// lasting tells whether a condition names something that goes on and keeps the
// next clause from coming true: 供与が続く限り停戦はできない.
func (r *reading) lasting(t lexicon.Mark, i int) bool {
	if i+1 >= len(r.clauses) || !strings.Contains(r.text[t.End:r.clauses[i].end], "続") {
		return false
	}
	next := r.clauses[i+1]
	return slices.ContainsFunc(r.between(next.start, next.end), func(m lexicon.Mark) bool {
		return m.Kind == lexicon.Cue && (m.Effect == lexicon.Negates || m.Effect == lexicon.Opposes)
	})
}

// termsFollow tells whether the next clause, of the same subject, sets terms:
// 支持するものの、条件を示した.
func (r *reading) termsFollow(at int) bool {
	if at+1 >= len(r.clauses) || r.subjectIn(r.clauses[at+1]) != nil {
		return false
	}
	if concedes := strings.TrimRight(r.text[:r.clauses[at].end], "、も"); r.clauses[at].ending != strong && !strings.HasSuffix(concedes, "ながら") && !strings.HasSuffix(concedes, "つつ") {
		return false
	}
	next := r.between(r.clauses[at+1].start, r.clauses[at+1].end)
	return slices.ContainsFunc(next, func(m lexicon.Mark) bool {
		return m.Kind == lexicon.Cue && (m.Effect == lexicon.Terms || m.Effect == lexicon.Cancels || strings.HasPrefix(r.text[m.Start:], "疑問"))
	})
}

// wanted is the verdict on what a negated condition asks for: 停戦に応じなければ.
func (r *reading) wanted(t lexicon.Mark, c clause) verdict {
	v := verdict{sign: t.Sign, evident: true, cue: r.text[t.Start:c.end]}
	for _, m := range r.between(t.End, c.end) {
		if m.Kind == lexicon.Cue && (m.Effect == lexicon.Undoes || m.Effect == lexicon.Opposes && m.Class != "refuse") {
			v.sign = -v.sign
		}
	}
	return v
}

// demands tells whether a negated condition asks somebody for the topic (停戦に
// 応じなければ, 保証がない限り) and not only supposes that it fails.
func (r *reading) demands(t lexicon.Mark, c clause) bool {
	rest := r.text[t.End:c.end]
	if next := r.between(t.End, c.end); len(next) > 0 && next[0].Kind == lexicon.Topic && r.text[t.End:next[0].Start] == "と" {
		rest = r.text[next[0].End:c.end] // 停戦と保証がそろわない
	}
	for _, w := range []string{"がな", "のな", "が得られな", "がそろわな", "が揃わな", "が固まらな", "が整わな", "が決まらな"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	if strings.Contains(rest, "まで") || r.forced(c) {
		return true
	}
	return slices.ContainsFunc(r.between(t.End, c.end), func(m lexicon.Mark) bool {
		return m.Kind == lexicon.Cue && (m.Class == "agree" || m.Class == "refuse" || m.Effect == lexicon.Undoes)
	}) || r.isVerb(t)
}

// misses tells whether somebody objects that the topic is lacking: 保証がない
// ことに反発.
func (r *reading) misses(t lexicon.Mark, end int) bool {
	rest := r.text[t.End:end]
	if !slices.ContainsFunc([]string{"がな", "する文言がな", "の文言がな", "への言及がな", "を欠"}, func(w string) bool { return strings.HasPrefix(rest, w) }) {
		return false
	}
	return slices.ContainsFunc(r.between(t.End, end), func(m lexicon.Mark) bool {
		return m.Class == "oppose" || m.Class == "worry"
	})
}

// forced tells whether a means of pressure follows on a condition that fails:
// 停戦がまとまらなければ関税を科す.
func (r *reading) forced(c clause) bool {
	i := r.clauseAt(c.start) + 1
	return i < len(r.clauses) && slices.ContainsFunc(r.between(r.clauses[i].start, r.clauses[i].end), func(m lexicon.Mark) bool {
		return m.Kind == lexicon.Topic && m.Sign > 0 && r.lex.Lever(m.Topic)
	})
}

// bargained tells whether the clause names something else as the price of the
// topic: 保証を条件に, 加盟と引き換えに. What is the price itself is wanted.
func (r *reading) bargained(t lexicon.Mark, c clause) bool {
	for _, m := range r.between(c.start, c.end) {
		if m.Kind != lexicon.Cue || m.Effect != lexicon.Terms {
			continue
		}
		for _, price := range r.between(c.start, m.Start) {
			gap := r.text[price.End:m.Start]
			if price.Kind == lexicon.Topic && price.Topic != t.Topic && (gap == "を" || gap == "と" || gap == "が") {
				return true
			}
		}
	}
	return false
}

// price tells whether the topic is what somebody asks in return for something.
func (r *reading) price(t lexicon.Mark) bool {
	for _, w := range []string{"を条件", "と引き換え", "と引き替え", "を見返り", "が条件", "が前提", "を前提"} {
		if strings.HasPrefix(r.text[t.End:], w) {
			return true
		}
	}
	return false
}

// demanded tells whether a condition says what happens if somebody does not
// give in: 停戦に応じなければ.
func (r *reading) demanded(c clause) bool {
	text := r.text[c.start:c.end]
	for _, w := range []string{"なければ", "ない限り", "ないかぎり", "ない場合", "ないなら", "断れば", "拒めば", "拒んだ場合", "断られる", "拒否すれば", "ないうちは", "まで", "無理なら", "駄目なら"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
