package coder

import (
	"slices"
	"strings"

	"tachiba/data/lexicon"
)

// clause returns what a clause says of its topics, from the end of its subject.
func (r *english) clause(c clause, from int, h holder) []finding {
	if !h.known() || h.third {
		return nil
	}
	marks := r.in(from, c.end)
	var out []finding
	v := verdict{sign: 1}
	threat := false
	var last *lexicon.Mark // the topic before
	for i, m := range marks {
		gap := ""
		if last != nil {
			gap = r.text[last.End:m.Start]
		}
		switch {
		case m.Kind == lexicon.Topic:
			if last == nil || last.Topic != m.Topic || gap != " and " && gap != ", " {
				out = append(out, r.stance(h, m, v, marks[i+1:])...)
			}
			threat = threat || r.lex.Lever(m.Topic)
			last = &marks[i]
		case m.Effect == lexicon.Silences:
			return out
		case m.Effect == lexicon.Protasis:
			return append(out, r.demand(h, c, m, threat)...)
		case m.Effect == lexicon.Reports:
			v = verdict{sign: 1} // what is said begins anew
		default:
			if strings.Contains(gap, " and ") {
				v, last = verdict{sign: 1}, nil
			}
			v.turn(m, r.text)
		}
	}
	return out
}

// turn changes a verdict by a predicate.
func (v *verdict) turn(m lexicon.Mark, text string) {
	switch m.Effect {
	case lexicon.Favors:
		v.asked = v.asked || m.Class == "want"
	case lexicon.Opposes, lexicon.Undoes, lexicon.Negates, lexicon.Cancels:
		v.sign = -v.sign
	default:
		return
	}
	v.evident = true
	v.cue = strings.TrimSpace(v.cue + " " + text[m.Start:m.End])
}

// stance returns what the predicates before a topic make of it, else those
// behind it; a condition that follows makes it conditional.
func (r *english) stance(h holder, t lexicon.Mark, v verdict, after []lexicon.Mark) []finding {
	passive := !v.evident
	for _, m := range after {
		if m.Kind == lexicon.Topic {
			break
		}
		if m.Effect == lexicon.Protasis {
			word := r.text[m.Start:m.End]
			v.conditional = !strings.HasPrefix(word, "before") && !(v.asked && strings.HasPrefix(word, "in ")) &&
				(!r.lex.Lever(t.Topic) || word != "unless" && word != "until")
			break
		}
		if passive {
			v.turn(m, r.text)
		}
	}
	if !v.evident {
		return nil
	}
	v.sign *= t.Sign
	var out []finding
	for _, a := range h.actors {
		out = append(out, finding{
			actor: a, speaker: h.name, topic: t.Topic, stance: v.stance(),
			cue: joinCue(r.text[t.Start:t.End], v.cue), confidence: h.sure, evident: true,
		})
	}
	return out
}

// demand returns what a threat asks for: tariffs unless there is a deal.
func (r *english) demand(h holder, c clause, condition lexicon.Mark, threat bool) []finding {
	word := strings.ToLower(r.text[condition.Start:condition.End])
	if !threat || word != "unless" && word != "until" {
		return nil
	}
	for _, m := range r.in(condition.End, c.end) {
		if m.Kind == lexicon.Topic && m.Sign > 0 && !r.lex.Lever(m.Topic) {
			return r.stance(h, m, verdict{sign: 1, evident: true, cue: word}, nil)
		}
	}
	return nil
}

// answer returns what a clause without a topic says of the one that the text
// was about: Russia refused.
func (r *english) answer(c clause, from int, h holder, topic *lexicon.Mark) []finding {
	if topic == nil || h.third {
		return nil
	}
	v := verdict{sign: 1}
	plain := false
	for _, m := range r.in(from, c.end) {
		if m.Kind == lexicon.Topic || m.Effect == lexicon.Protasis || m.Effect == lexicon.Silences {
			return nil
		}
		plain = plain || slices.Contains([]string{"refuse", "oppose", "doubt", "agree"}, m.Class)
		v.turn(m, r.text)
	}
	if !plain {
		return nil
	}
	h.sure *= sureImplied
	return r.stance(h, lexicon.Mark{Topic: topic.Topic, Sign: topic.Sign}, v, nil)
}
