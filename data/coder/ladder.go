package coder

import (
	"slices"
	"strings"

	"tachiba/data/lexicon"
	"tachiba/model"
)

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
	if p := r.owner(r.clauses[i]); p != nil {
		return p.holder(sureOwner), true
	}
	if s.subject != nil && len(s.subject.actors) > 0 && !r.blocked(r.clauses[i]) {
		return holder{actors: s.subject.actors, sure: sureStory}, true
	}
	return holder{}, false
}

// owner returns whose affair the subject of a clause is: 米国の関与は.
func (r *reading) owner(c clause) *phrase {
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.role != noRole || p.third || len(p.actors) == 0 || p.start < c.start || p.end >= c.end || !strings.HasPrefix(r.text[p.end:], "の") {
			continue
		}
		t := r.tokenAt(p.end) + 1
		for t < len(r.tokens) && (r.tokens[t].kind == noun || r.tokens[t].kind == action || r.tokens[t].text == "・") {
			t++
		}
		if slices.Contains(impersonal, r.tokens[t-1].text) {
			return nil
		}
		if t < len(r.tokens) && (r.tokens[t].kind == topicParticle || r.tokens[t].text == "が") {
			return p
		}
	}
	return nil
}

// impersonal are nouns that belong to a country and take no stance for it.
var impersonal = []string{"法律", "憲法", "法", "世論", "経済", "国民", "市民", "住民", "調査", "都市", "街"}

// teller returns whose account the sentence gives: トランプ氏によれば、….
func (r *reading) teller() *phrase {
	for i := range r.phrases {
		if p := &r.phrases[i]; p.role == informant && !p.third && len(p.actors) > 0 {
			return p
		}
	}
	return nil
}

// relative returns who the clause that ends in a name is about, and what it
// says of the topic: 加盟を拒むロシア.
func (r *reading) relative(t lexicon.Mark, c clause) (holder, verdict, bool) {
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.relative && !p.third && p.start > t.End && p.end <= c.end && len(p.actors) > 0 {
			v := r.weigh(t, p.start)
			return p.holder(sureRelative), v, v.evident || r.holds(p)
		}
	}
	return holder{}, verdict{}, false
}

// holds tells whether what a phrase is said to have is a position: トランプ氏の
// 立場.
func (r *reading) holds(p *phrase) bool {
	i := r.markAt(p.end + len("の"))
	return i >= 0 && strings.HasPrefix(r.text[p.end:], "の") && r.marks[i].Effect == lexicon.Holding
}

// pairIn returns two actors who do something together within what another
// says: ロシアとウクライナが交渉を始めると述べた.
func (r *reading) pairIn(t lexicon.Mark, c clause) (holder, bool) {
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.role == bySubject && len(p.actors) > 1 && p.start >= c.start && p.end <= t.Start {
			return p.holder(surePartner), true
		}
	}
	return holder{}, false
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
			return p.holder(sureRelative), v, v.evident || v.cue != ""
		}
	}
	return holder{}, verdict{}, false
}

// insider returns who is subject within what somebody else says: 「ロシアは…」
// とみる専門家.
func (r *reading) insider(c clause, not string) (holder, bool) {
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.start >= c.start && p.start < c.end && !p.third && p.name != not && len(p.actors) > 0 &&
			(p.role == bySubject || p.role == byTopic) {
			return p.holder(sureInsider), true
		}
	}
	return holder{}, false
}

// eventOf returns those to whom a meeting or plan belongs: who is named right
// before it. One country alone is rather what it is about (ウクライナ和平).
func (r *reading) eventOf(t lexicon.Mark) (holder, bool) {
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.role != ofEvent || p.third || len(p.actors) < 2 && !p.person || p.end > t.Start {
			continue
		}
		if gap := r.text[p.end:t.Start]; gap == "" || gap == "の" || gap == "間の" || gap == "間" || gap == "による" {
			return p.holder(sureEvent), true
		}
	}
	return holder{}, false
}

// partnerIn returns with whom the subject of clauses i to at agreed.
func (r *reading) partnerIn(i, at int) (holder, bool) {
	start, end := r.clauses[i].start, r.clauses[at].end
	for i > 0 && r.clauses[i-1].ending == weak && r.subjectIn(r.clauses[i]) == nil {
		i--
		start = r.clauses[i].start
	}
	agreed := slices.ContainsFunc(r.between(start, end), func(m lexicon.Mark) bool {
		return m.Class == "agree" && slices.Contains([]string{"合意", "一致", "署名", "連携", "調印"}, r.text[m.Start:m.End])
	})
	if !agreed {
		return holder{}, false
	}
	if p := r.subjectIn(clause{start: start, end: end}); p != nil {
		start = p.end
	}
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.role == partner && p.start >= start && p.start < end && !p.third && len(p.actors) > 0 {
			return p.holder(surePartner), true
		}
	}
	return holder{}, false
}

// blocked tells whether the clause is about something else than an actor, so
// that nobody is to be supplied from the sentence before: 制裁の解除は….
func (r *reading) blocked(c clause) bool {
	for _, w := range []string{"課題", "難題", "道のり", "見通せな", "不透明", "行方"} {
		if strings.Contains(r.text[c.start:], w) {
			return true // a summing up, in nobody's name
		}
	}
	for t := r.tokenAt(c.start); t < len(r.tokens) && r.tokens[t].start < c.end; t++ {
		if r.tokens[t].kind != topicParticle || r.tokens[t].text != "は" || t == 0 {
			continue
		}
		if before := r.tokens[t-1]; (before.kind == noun || before.kind == action || before.kind == shut) && !strings.HasSuffix(before.text, "今") {
			return !strings.HasSuffix(r.text[:before.end], "計画") && !strings.HasSuffix(r.text[:before.end], "会談後") && !strings.HasSuffix(before.text, "日") && before.text != "後"
		}
	}
	return false
}
