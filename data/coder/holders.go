package coder

import (
	"slices"

	"tachiba/data/lexicon"
	"tachiba/model"
)

// The rungs of the ladder on which the holder of a topic is found, with how
// sure each is.
const (
	sureTopic    = 0.9  // は in the clause
	sureSubject  = 0.8  // が in the clause
	sureHolding  = 0.75 // 米国案は
	sureRelative = 0.75 // 〜に反対するロシア
	sureCarried  = 0.7  // from the clause before
	surePartner  = 0.65
	sureEvent    = 0.6 // 米ロ協議
	sureAnswer   = 0.6 // whom the question names
	sureStory    = 0.5 // from the sentence before
)

// holder is who takes a stance.
type holder struct {
	actors []model.ActorID
	name   string
	sure   float64
	third  bool
}

func (p *phrase) holder(sure float64) holder { return holder{p.actors, p.name, sure, p.third} }

// subjectIn returns the phrase that a clause is about, nil when it has none:
// は before a headline's comma before が.
func (r *reading) subjectIn(c clause) *phrase {
	var best *phrase
	rank := map[role]int{byTopic: 4, byComma: 3, ofHolding: 2, bySubject: 3}
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.start < c.start || p.start >= c.end || rank[p.role] == 0 {
			continue
		}
		if best == nil || rank[p.role] > rank[best.role] {
			best = p
		}
	}
	return best
}

// holderOf returns who holds what clause i says: the clause's own subject, else
// that of the clauses before. A が within what somebody said is not the
// speaker: there the topic of the sentence goes on.
func (r *reading) holderOf(i int) (holder, bool) {
	var topic *phrase
	for j := i; j >= 0; j-- {
		c := r.clauses[j]
		p := r.subjectIn(c)
		switch {
		case p == nil:
		case p.role == byTopic || p.role == byComma:
			topic = p
		case j == i && topic == nil && !r.spokenFor(i):
			return p.holder(sureOf(p.role)), true
		case j < i && topic == nil && !r.spokenFor(j):
			return p.holder(sureCarried), true
		}
		if topic != nil {
			sure := sureTopic
			if j < i {
				sure = sureCarried
			}
			return topic.holder(sure), true
		}
		if c.opens {
			break
		}
	}
	for j := i; j >= 0; j-- {
		if p := r.subjectIn(r.clauses[j]); p != nil {
			return p.holder(sureOf(p.role)), true
		}
	}
	return r.speakerAfter(i)
}

func sureOf(is role) float64 {
	switch is {
	case byTopic, byComma:
		return sureTopic
	case bySubject:
		return sureSubject
	}
	return sureHolding
}

// spokenFor tells whether an earlier topic goes on through clause i: there is
// one before it with no strong boundary between.
func (r *reading) spokenFor(i int) bool {
	for j := i - 1; j >= 0; j-- {
		if r.clauses[j].ending == strong || r.clauses[j+1].opens {
			return false
		}
		if p := r.subjectIn(r.clauses[j]); p != nil && (p.role == byTopic || p.role == byComma) {
			return true
		}
	}
	return false
}

// speakerAfter returns who speaks after what they said: 〜と米側は説明.
func (r *reading) speakerAfter(i int) (holder, bool) {
	for j := i + 1; j < len(r.clauses); j++ {
		if r.clauses[j-1].ending == strong || r.clauses[j].opens {
			break
		}
		if p := r.subjectIn(r.clauses[j]); p != nil && p.role == byTopic {
			return p.holder(sureCarried), true
		}
	}
	return holder{}, false
}

// insider returns the が within what a third party says: 「ロシアは…」とみる専門家.
func (r *reading) insider(c clause, not string) (holder, bool) {
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.start >= c.start && p.start < c.end && !p.third && p.name != not && len(p.actors) > 0 &&
			(p.role == bySubject || p.role == byTopic) {
			return p.holder(sureSubject - 0.1), true
		}
	}
	return holder{}, false
}

// eventOf returns those to whom a meeting or plan belongs: who is named right
// before it.
func (r *reading) eventOf(t lexicon.Mark) (holder, bool) {
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.role != ofEvent || p.third || len(p.actors) == 0 || p.end > t.Start {
			continue
		}
		if gap := r.text[p.end:t.Start]; gap == "" || gap == "の" || gap == "間の" || gap == "間" {
			return p.holder(sureEvent), true
		}
	}
	return holder{}, false
}

// partnerIn returns with whom the subject of a clause agreed or met.
func (r *reading) partnerIn(c clause) (holder, bool) {
	agreed := slices.ContainsFunc(r.between(c.start, c.end), func(m lexicon.Mark) bool {
		return m.Class == "agree" && slices.Contains([]string{"合意", "一致", "署名", "連携", "調印"}, r.text[m.Start:m.End])
	})
	if !agreed {
		return holder{}, false
	}
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.role == partner && p.start >= c.start && p.start < c.end && !p.third && len(p.actors) > 0 {
			return p.holder(surePartner), true
		}
	}
	return holder{}, false
}
