package coder

import (
	"slices"
	"strings"

	"tachiba/data/lexicon"
	"tachiba/model"
)

// verdict is what the predicates above a topic make of it.
type verdict struct {
	sign        int  // 1 for the topic's proposition, -1 against it
	evident     bool // a predicate of the lexicon said so
	conditional bool
	needed      bool // somebody needs it
	asked       bool // somebody asks for it
	maybe       bool // it is only said to be possible
	silent      bool // somebody would not say
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
	mourned  bool // something is said to be bad for the topic
	words    []string
}

// weigh reads the words between a topic and the end of its clause, from the
// inside out, as Japanese builds its predicates.
func (r *reading) weigh(t lexicon.Mark, end int) verdict {
	s := scale{verdict: verdict{sign: t.Sign}, r: r, topic: t, last: t.End, turned: -1}
	s.evident = r.isVerb(t)
	s.governed = s.evident
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
		s.needed = m.Class == "need"
		s.asked = m.Class == "want"
		s.maybe = s.maybe || m.Class == "possible"
	case lexicon.Opposes:
		if s.manner(m) {
			s.govern(m)
			return
		}
		if !s.mourned && (s.turned < 0 || s.r.objectOf(s.turned, m.Start) || s.r.blames(s.turned, m.Start)) {
			s.sign = -s.sign
		}
		s.turned = m.End
		s.govern(m)
	case lexicon.Harms:
		s.mourn(m)
	case lexicon.Undoes:
		if !s.r.lex.Does(s.topic.Topic, s.r.text[m.Start:m.End]) {
			s.sign = -s.sign
		}
		s.govern(m)
	case lexicon.Reports:
		s.governed, s.last = true, m.End
		s.words = append(s.words, s.r.text[m.Start:m.End])
	case lexicon.Silences:
		s.silent = true
	case lexicon.Cancels:
		s.canceled = true
	case lexicon.Negates:
		s.negate(m)
	case lexicon.Terms:
		if s.terms(s.r.text[s.topic.End:m.Start], m) {
			s.conditional = true
			s.govern(m)
		}
	}
}

// manner tells whether a word only says how something is said that takes a
// stance of its own: 支援が必要だと反論した.
func (s *scale) manner(m lexicon.Mark) bool {
	t := s.r.tokenAt(m.Start) - 1
	return m.Class == "oppose" && s.evident && s.turned < 0 && t > 0 && s.r.tokens[t].kind == quoteParticle && s.r.tokens[t].start >= s.last && m.Start-s.last <= longestTail
}

// longestTail is how long what follows a predicate within a quotation may be
// (べきだと), in bytes.
const longestTail = 12

func (s *scale) govern(m lexicon.Mark) {
	s.evident, s.governed, s.last = true, true, m.End
	s.words = append(s.words, s.r.text[m.Start:m.End])
}

// mourn takes a word for harm: who says that something harms the topic (交渉に
// 有害だ) is for it, who says that the topic does harm is against it.
func (s *scale) mourn(m lexicon.Mark) {
	t := s.r.tokenAt(s.topic.End)
	does := t < len(s.r.tokens) && s.r.tokens[t].kind == topicParticle || s.r.tokens[min(t, len(s.r.tokens)-1)].text == "が"
	if does && s.turned < 0 {
		s.sign = -s.sign
	}
	s.mourned = true
	s.govern(m)
}

// longestReach is how far behind a topic a negation may stand whose verb the
// lexicon does not know, in bytes.
const longestReach = 45

// negate turns the sign, if the negation is of the predicate before it, or of
// the topic itself, and not of something that stands between.
func (s *scale) negate(m lexicon.Mark) {
	if s.canceled {
		s.canceled = false
		s.govern(m)
		return
	}
	gap := s.r.text[s.last:m.Start]
	if !s.governed && (len(gap) > longestReach || strings.Contains(gap, "が") && len(gap) > len("ではあり")) {
		return
	}
	said := s.r.text[:s.last]
	if strings.HasPrefix(gap, "を") && (strings.HasSuffix(said, "主張") || strings.HasSuffix(said, "要求")) {
		return
	}
	for _, other := range s.r.between(s.last, m.Start) {
		held := other.Kind == lexicon.Cue && other.Effect == lexicon.Holding && strings.HasPrefix(s.r.text[other.End:], "を")
		if other.Kind == lexicon.Topic || held && s.governed { // 求める姿勢を崩していない
			return
		}
	}
	s.sign = -s.sign
	s.turned = m.End
	s.govern(m)
}

// terms tells whether a word for terms makes the topic depend on them: 停戦の
// 条件, 制裁は…次第.
func (s *scale) terms(gap string, m lexicon.Mark) bool {
	if m.Class == "depends" {
		return strings.ContainsAny(gap, "がはを")
	}
	return gap == "" || gap == "の" || gap == "再開の" || gap == "には" || gap == "に"
}

// inverted reads a predicate that stands before the topic: 必要なのは和平だ.
func (r *reading) inverted(t lexicon.Mark, c clause, v verdict) verdict {
	before := r.between(c.start, t.Start)
	for i := len(before) - 1; i >= 0; i-- {
		m := before[i]
		if m.Kind != lexicon.Cue || m.Effect != lexicon.Favors && m.Effect != lexicon.Opposes {
			continue
		}
		if gap := r.text[m.End:t.Start]; !strings.HasSuffix(gap, "のは") && !strings.Contains(gap, "のは、") || len(gap) > 30 {
			return v
		}
		v.evident, v.cue = true, r.text[m.Start:m.End]
		if m.Effect == lexicon.Opposes {
			v.sign = -v.sign
		}
		return v
	}
	return v
}

// objectOf tells whether what ends at from is the object of what starts at to:
// 拒否した姿勢を批判. What is said and how (…と批判) is one thing.
func (r *reading) objectOf(from, to int) bool {
	t := r.tokenAt(to) - 1
	return t >= 0 && r.tokens[t].start >= from && r.tokens[t].kind == caseParticle && r.tokens[t].text == "を"
}

// blames tells whether what ends at from is what somebody else did, and what
// starts at to how it is received: ロシアが停戦を拒んだと非難.
func (r *reading) blames(from, to int) bool {
	quoted := false
	for t := r.tokenAt(from); t < len(r.tokens) && r.tokens[t].start < to; t++ {
		quoted = quoted || r.tokens[t].kind == quoteParticle
	}
	c := r.clauses[r.clauseAt(from-1)]
	return quoted && slices.ContainsFunc(r.phrases, func(p phrase) bool {
		return p.role == bySubject && p.start >= c.start && p.end < from && !p.third
	})
}
