package coder

import (
	"slices"
	"strings"

	"tachiba/data/lexicon"
	"tachiba/model"
)

// findings returns what the sentence says, a finding for each topic's word and
// each who holds it.
func (r *reading) findings(s *story, role model.Role) []finding {
	if r.asks() {
		return nil
	}
	var out []finding
	for _, t := range r.marks {
		if t.Kind == lexicon.Topic {
			out = append(out, r.finding(s, role, t)...)
		}
	}
	return slices.Concat(out, r.implied(s), r.attitudes(s))
}

// asks tells whether the sentence is a question, whoever puts it.
func (r *reading) asks() bool {
	text := strings.TrimRight(r.text, "。？?」』 　")
	for _, end := range []string{"のか", "ますか", "ですか", "るか", "たか", "ませんか", "だろうか", "でしょうか"} {
		if strings.HasSuffix(text, end) {
			return true
		}
	}
	return false
}

func (r *reading) finding(s *story, role model.Role, t lexicon.Mark) []finding {
	i := r.clauseAt(t.Start)
	if r.setting(t, r.clauses[i]) {
		return nil
	}
	v, at := r.judge(t, i)
	var out []finding
	if h, inner, ok := r.relative(t, r.clauses[i]); ok {
		out = append(out, h.says(r, t, inner)...)
	}
	if h, inner, ok := r.proposer(t, r.clauses[i]); ok {
		out = append(out, h.says(r, t, inner)...)
	}
	if r.clauses[i].ending == protasis && at == i && role != model.RoleAnswer {
		switch {
		case r.demanded(r.clauses[i]) && r.demands(t, r.clauses[i]):
			v = r.wanted(t, r.clauses[i])
		case r.lasting(t, i):
			v = verdict{sign: -t.Sign, evident: true, cue: r.text[t.Start:r.clauses[i].end]}
		case i+1 < len(r.clauses) && r.rewarded(t, i):
			v = verdict{sign: t.Sign, evident: true, cue: r.text[t.Start:r.clauses[i].end]}
		case i+1 < len(r.clauses) && r.warned(t, r.clauses[i+1]):
			v, at = r.wanted(t, r.clauses[i]), i+1
			v.sign = -v.sign
		default:
			return out
		}
	}
	h, ok := r.hold(s, role, t, i, at)
	if !ok || !v.evident && !r.worthwhile(t, h, i, role) {
		return out
	}
	// Who did one thing with the topic is not who does another.
	h.actors = slices.DeleteFunc(slices.Clone(h.actors), func(a model.ActorID) bool {
		return slices.ContainsFunc(out, func(f finding) bool { return f.actor == a })
	})
	out = append(out, h.says(r, t, v)...)
	if p, ok := r.partnerIn(i, at); ok && v.evident && !h.third {
		out = append(out, p.says(r, t, v)...)
	}
	return out
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
	rest := r.text[t.End:]
	if !strings.HasPrefix(rest, "で") && !strings.HasPrefix(rest, "の") && !strings.HasPrefix(rest, "において") && !strings.HasPrefix(rest, "に盛り込") {
		return false
	}
	return slices.ContainsFunc(r.between(t.End, c.end), func(m lexicon.Mark) bool {
		return m.Kind == lexicon.Topic && m.Topic != t.Topic
	})
}

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
	if at > 0 && r.clauses[at-1].ending == protasis && r.clauses[i].ending != protasis || about && at > i {
		threat := r.lex.Lever(t.Topic) && r.threatens(at-1) && v.sign == t.Sign
		plea := v.needed && v.sign == t.Sign
		v.conditional = v.conditional || !threat && !plea
	}
	if !v.evident {
		v = r.cleft(t, r.clauses[i], v)
	}
	switch lacking, lacked := r.lack(t); {
	case lacking != nil && v.evident && v.sign != lacking.Sign:
		v.sign, v.conditional = t.Sign, false // who refuses a truce without guarantees wants these
	case lacked && v.evident && v.sign != t.Sign:
		v.conditional = true
	case r.price(t):
		v.sign, v.conditional, v.evident = t.Sign, false, true
	case v.evident && r.bargained(t, r.clauses[i]), v.evident && v.sign > 0 && r.termsFollow(at):
		v.conditional = true
	}
	return v, at
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
	for _, w := range []string{"について", "をめぐ", "を巡", "に関し", "には、", "は、"} {
		if strings.HasPrefix(r.text[t.End:], w) {
			return true
		}
	}
	return false
}

// termsFollow tells whether the next clause, of the same subject, sets terms:
// 支持するものの、条件を示した.
func (r *reading) termsFollow(at int) bool {
	if at+1 >= len(r.clauses) || r.clauses[at].ending != strong || r.subjectIn(r.clauses[at+1]) != nil {
		return false
	}
	next := r.between(r.clauses[at+1].start, r.clauses[at+1].end)
	return slices.ContainsFunc(next, func(m lexicon.Mark) bool {
		return m.Kind == lexicon.Cue && (m.Effect == lexicon.Terms || m.Effect == lexicon.Cancels)
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
	if rest := r.text[t.End:]; strings.HasPrefix(rest, "がな") || strings.Contains(r.text[t.End:c.end], "まで") || strings.HasPrefix(rest, "のな") || strings.HasPrefix(rest, "が得られな") {
		return true
	}
	return slices.ContainsFunc(r.between(t.End, c.end), func(m lexicon.Mark) bool {
		return m.Kind == lexicon.Cue && (m.Class == "agree" || m.Class == "refuse" || m.Effect == lexicon.Undoes)
	}) || r.isVerb(t)
}

// hold climbs the ladder for the holder of a topic.
func (r *reading) hold(s *story, role model.Role, t lexicon.Mark, i, at int) (holder, bool) {
	h := r.who[at]
	if !h.known() {
		h = r.who[i]
	}
	if h.third {
		return r.insider(r.clauses[i], h.name)
	}
	if len(h.actors) > 0 {
		return h, true
	}
	if p := r.teller(); p != nil {
		return p.holder(sureEvent), true
	}
	if r.lex.Event(t.Topic) {
		if e, ok := r.eventOf(t); ok && r.weigh(t, r.clauses[at].end).sign == t.Sign {
			return e, true
		}
	}
	if role == model.RoleAnswer && len(s.asked) > 0 {
		return holder{actors: s.asked, sure: sureAnswer}, true
	}
	if s.subject != nil && len(s.subject.actors) > 0 && !r.blocked(r.clauses[i]) {
		return holder{actors: s.subject.actors, sure: sureStory}, true
	}
	return holder{}, false
}

// teller returns whose account the sentence gives: トランプ氏によれば、….
func (r *reading) teller() *phrase {
	for i := range r.phrases {
		if p := &r.phrases[i]; p.role == informant && !p.third && len(p.actors) > 0 {
			return p
		}
	}
	return nil
}

// worthwhile tells whether a topic without a predicate of the lexicon says
// something all the same: an answer does, and what somebody does with it.
func (r *reading) worthwhile(t lexicon.Mark, h holder, i int, role model.Role) bool {
	if role == model.RoleAnswer {
		return true
	}
	return (h.sure >= sureSubject || !r.lex.Event(t.Topic) && h.sure > sureStory) && !slices.ContainsFunc(r.between(t.End, r.clauses[i].end), func(m lexicon.Mark) bool {
		return m.Kind == lexicon.Cue && m.Effect == lexicon.Negates
	})
}

// relative returns who the clause that ends in a name is about, and what it
// says of the topic: 加盟を拒むロシア.
func (r *reading) relative(t lexicon.Mark, c clause) (holder, verdict, bool) {
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.relative && !p.third && p.start > t.End && p.end <= c.end && len(p.actors) > 0 {
			v := r.weigh(t, p.start)
			return p.holder(sureRelative), v, v.evident
		}
	}
	return holder{}, verdict{}, false
}

// proposer returns who did something with a topic in the clause before it:
// 米国が提案した停戦案.
func (r *reading) proposer(t lexicon.Mark, c clause) (holder, verdict, bool) {
	k := r.tokenAt(t.Start) - 1
	for n := 0; k > 0 && n < 6 && (r.tokens[k].kind == noun || r.tokens[k].kind == ofParticle || r.tokens[k].kind == other); n++ {
		k--
	}
	if k <= 0 || r.tokens[k].kind != verb && r.tokens[k].kind != auxiliary {
		return holder{}, verdict{}, false
	}
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.role == bySubject && !p.third && p.start >= c.start && p.end <= r.tokens[k].start && len(p.actors) > 0 {
			v := r.weigh(lexicon.Mark{Sign: t.Sign, Start: p.end, End: p.end}, r.tokens[k].end)
			return p.holder(sureRelative), v, v.evident
		}
	}
	return holder{}, verdict{}, false
}

// says returns the findings of a verdict, one for each of the holders.
func (h holder) says(r *reading, t lexicon.Mark, v verdict) []finding {
	if h.third {
		return nil
	}
	var out []finding
	sure := h.sure
	if !v.evident {
		sure *= 0.6
	}
	for _, a := range h.actors {
		cue := r.text[t.Start:t.End]
		if v.cue != "" {
			cue += " … " + v.cue
		}
		out = append(out, finding{actor: a, speaker: h.name, topic: t.Topic, stance: v.stance(), cue: cue, confidence: sure})
	}
	return out
}
