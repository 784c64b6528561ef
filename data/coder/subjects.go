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
	sureInsider  = 0.7  // が within what a third party says
	surePartner  = 0.65
	sureEvent    = 0.6 // 米ロ協議
	sureAnswer   = 0.6 // whom the question names
	sureOwner    = 0.5 // 米国の関与は
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

func (h holder) known() bool { return len(h.actors) > 0 || h.third }

// subjectIn returns the phrase that a clause is about, nil when it has none:
// は before a headline's comma before が.
func (r *reading) subjectIn(c clause) *phrase {
	var best *phrase
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.start < c.start || p.start >= c.end || p.role.rank() == 0 || len(p.actors) == 0 && !p.third {
			continue
		}
		if best == nil || p.role.rank() > best.role.rank() {
			best = p
		}
	}
	return best
}

// modifies tells whether the predicate of a が only says what a noun is: 米国が
// 提案した停戦案.
func (r *reading) modifies(p *phrase, c clause) bool {
	t := r.tokenAt(p.end)
	for t < len(r.tokens) && r.tokens[t].start < c.end && r.tokens[t].kind != verb && r.tokens[t].kind != auxiliary {
		t++
	}
	for t < len(r.tokens) && r.tokens[t].start < c.end && (r.tokens[t].kind == verb || r.tokens[t].kind == auxiliary || r.tokens[t].text == "て") {
		t++
	}
	if t >= len(r.tokens) || r.tokens[t].start >= c.end || r.tokens[t].kind != noun && r.tokens[t].kind != action {
		return false
	}
	return !slices.Contains(formal, r.tokens[t].text)
}

// formal are nouns that make a clause of what stands before them.
var formal = []string{
	"こと", "の", "もの", "よう", "ため", "つもり", "方針", "考え", "用意", "意向", "可能性", "見通し", "予定", "必要", "姿勢", "立場",
	"わけ", "はず", "方向", "構え", "見方", "見解", "中", "なか", "なら", "場合", "限り", "ところ", "考え方", "狙い", "恐れ", "ん",
}

// rank is how strongly a role makes the subject of a clause, 0 for not at all.
func (is role) rank() int {
	switch is {
	case byTopic:
		return 4
	case byComma, bySubject:
		return 3
	case ofHolding:
		return 2
	}
	return 0
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

// findSubjects gives each clause who holds what it says: its own subject, else
// that of the clauses before. A が within what somebody said is not the
// speaker: there the topic of the sentence goes on.
func (r *reading) findSubjects() {
	r.who = make([]holder, len(r.clauses))
	var current *phrase
	goesOn := false // a topic (は) that no contrast has ended
	for i, c := range r.clauses {
		if c.opens || i > 0 && r.clauses[i-1].ending == strong {
			goesOn = false
		}
		p := r.subjectIn(c)
		if p != nil && p.role == byTopic && goesOn && current.role == byTopic && r.quoted(p, i) && !r.told(current.end, p.start) {
			r.who[i] = current.holder(sureCarried)
			continue // what somebody says of another: AはBは…と述べた
		}
		own := p != nil && (!goesOn || p.role != bySubject || !r.modifies(p, c)) && (p.role == byTopic || p.role == byComma || !goesOn || !r.quoted(p, i))
		switch {
		case own:
			current = p
			r.who[i] = p.holder(sureOf(p.role))
			goesOn = goesOn || p.role != bySubject
		case current != nil:
			r.who[i] = current.holder(sureCarried)
		}
	}
	r.findSpeakers()
	for i := len(r.clauses) - 2; i >= 0; i-- {
		if next := r.subjectIn(r.clauses[i+1]); !r.who[i].known() && next != nil && r.clauses[i].ending != strong && !r.clauses[i+1].opens {
			r.who[i] = next.holder(sureCarried)
		}
	}
}

// findSpeakers gives what was said to who is named behind it: …べきだ、とルビオ
// 氏は主張した.
func (r *reading) findSpeakers() {
	for i := range r.phrases {
		p := &r.phrases[i]
		t := r.tokenAt(p.start) - 1
		if p.role != byTopic || len(p.actors) == 0 && !p.third {
			continue
		}
		if t > 0 && r.tokens[t].kind == comma {
			t--
		}
		if t < 1 || r.tokens[t].kind != quoteParticle {
			continue
		}
		at := r.clauseAt(p.start)
		for j := at; j >= 0 && (j == at || r.clauses[j].ending != strong) && !(j < at && r.clauses[j+1].opens); j-- {
			r.who[j] = p.holder(sureTopic)
		}
	}
}

// told tells whether somebody has already said or done something between two
// bytes, so that a new topic is a new subject.
func (r *reading) told(from, to int) bool {
	return slices.ContainsFunc(r.between(from, to), func(m lexicon.Mark) bool {
		return m.Kind == lexicon.Cue && (m.Effect == lexicon.Reports || m.Effect == lexicon.Favors || m.Effect == lexicon.Opposes || m.Effect == lexicon.Undoes)
	})
}

// quoted tells whether a phrase in clause i stands in what somebody says: と
// and a predicate follow before the next contrast.
func (r *reading) quoted(p *phrase, i int) bool {
	end := r.clauses[i].end
	for j := i; j < len(r.clauses) && (j == i || r.clauses[j-1].ending != strong && !r.clauses[j].opens); j++ {
		end = r.clauses[j].end
	}
	for t := r.tokenAt(p.end); t < len(r.tokens) && r.tokens[t].start < end; t++ {
		if r.tokens[t].kind == quoteParticle {
			return true
		}
	}
	return false
}
