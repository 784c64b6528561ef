package coder

import (
	"strings"

	"tachiba/data/lexicon"
	"tachiba/model"
)

// verdict is what the predicates above a topic make of it.
type verdict struct {
	sign        int  // 1 for the topic's proposition, -1 against it
	evident     bool // a predicate of the lexicon said so
	conditional bool
	cue         string
}

func (v verdict) stance() model.Stance {
	switch {
	case v.conditional || v.sign == 0:
		return model.Conditional
	case v.sign < 0:
		return model.Against
	}
	return model.Favor
}

// scale weighs the words above a topic one after the other.
type scale struct {
	verdict
	r        *reading
	topic    lexicon.Mark
	last     int  // end of the last predicate, or of the topic
	turned   int  // end of the last word that turned the sign against, or -1
	governed bool // a predicate stood above the topic
	canceled bool // the next negation is none
	words    []string
}

// weigh reads the words between a topic and the end of its clause, from the
// inside out, as Japanese builds its predicates.
func (r *reading) weigh(t lexicon.Mark, end int) verdict {
	s := scale{verdict: verdict{sign: t.Sign}, r: r, topic: t, last: t.End, turned: -1}
	for _, m := range r.between(t.End, end) {
		s.add(m)
	}
	s.cue = strings.Join(s.words, " ")
	return s.verdict
}

func (s *scale) add(m lexicon.Mark) {
	if m.Kind != lexicon.Cue {
		return
	}
	switch m.Effect {
	case lexicon.Favors:
		s.govern(m)
	case lexicon.Opposes:
		if s.turned < 0 || s.r.embeds(s.turned, m.Start) {
			s.sign = -s.sign
		}
		s.turned = m.End
		s.govern(m)
	case lexicon.Undoes:
		s.sign = -s.sign
		s.govern(m)
	case lexicon.Reports:
		s.governed, s.last = true, m.End
		s.words = append(s.words, s.r.text[m.Start:m.End])
	case lexicon.Cancels:
		s.canceled = true
	case lexicon.Negates:
		s.negate(m)
	case lexicon.Terms:
		if s.terms(s.r.text[s.topic.End:m.Start], s.r.text[m.Start:m.End]) {
			s.conditional = true
			s.govern(m)
		}
	}
}

func (s *scale) govern(m lexicon.Mark) {
	s.evident, s.governed, s.last = true, true, m.End
	s.words = append(s.words, s.r.text[m.Start:m.End])
}

// negate turns the sign, if the negation is of the predicate before it, or of
// the topic itself, and not of something that stands between.
func (s *scale) negate(m lexicon.Mark) {
	if s.canceled {
		s.canceled = false
		return
	}
	gap := s.r.text[s.last:m.Start]
	if !s.governed && len(gap) > len("ではあり") {
		return
	}
	for _, other := range s.r.between(s.last, m.Start) {
		if other.Kind == lexicon.Topic {
			return
		}
	}
	s.sign = -s.sign
	s.turned = m.End
	s.govern(m)
}

// terms tells whether a word for terms is said of the topic: 停戦の条件, 制裁は
// …次第.
func (s *scale) terms(gap, word string) bool {
	if strings.HasPrefix(word, "次第") {
		return strings.ContainsAny(gap, "がはを")
	}
	return gap == "" || gap == "の" || gap == "と" || gap == "再開の" || gap == "を"
}

// embeds tells whether what stands before is the object of what stands after:
// 拒否した姿勢を批判.
func (r *reading) embeds(from, to int) bool {
	for i := r.tokenAt(from); i < len(r.tokens) && r.tokens[i].start < to; i++ {
		if k := r.tokens[i].kind; k == quoteParticle || k == caseParticle && r.tokens[i].text == "を" {
			return true
		}
	}
	return false
}

// demanded tells whether a condition says what happens if somebody does not
// give in: 停戦に応じなければ.
func (r *reading) demanded(c clause) bool {
	text := r.text[c.start:c.end]
	for _, w := range []string{"なければ", "ない限り", "ないかぎり", "ない場合", "ないなら", "断れば", "拒めば", "拒んだ場合", "断られる", "拒否すれば", "ないうちは"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
