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

// finding returns what is said of one topic's word.
func (r *reading) finding(s *story, role model.Role, t lexicon.Mark) []finding {
	i := r.clauseAt(t.Start)
	if r.setting(t, r.clauses[i]) {
		return nil
	}
	v, at := r.judge(t, i)
	var out []finding
	if p, noun, ok := r.reported(t, r.clauses[i]); ok {
		inner := r.weigh(t, p.start)
		inner.evident = true
		out = append(out, p.holder(sureRelative).says(r, t, inner)...)
		v = r.weigh(lexicon.Mark{Topic: t.Topic, Sign: inner.sign, Start: t.Start, End: noun.End}, r.clauses[i].end)
	} else if h, inner, ok := r.relative(t, r.clauses[i]); ok {
		inner = r.bargain(t, i, i, inner)
		out = append(out, h.says(r, t, inner)...)
	}
	if h, inner, ok := r.proposer(t, r.clauses[i]); ok {
		out = append(out, h.says(r, t, inner)...)
	}
	if r.clauses[i].ending == protasis && at == i && role != model.RoleAnswer {
		var says bool
		if v, at, says = r.supposed(t, i, v); !says {
			return out
		}
	}
	h, ok := r.hold(s, role, t, i, at)
	if !ok || v.silent || !v.evident && !r.worthwhile(t, h, i, role) {
		return out
	}
	// Who did one thing with the topic is not who does another.
	h.actors = slices.DeleteFunc(slices.Clone(h.actors), func(a model.ActorID) bool {
		return slices.ContainsFunc(out, func(f finding) bool { return f.actor == a })
	})
	out = append(out, h.says(r, t, v)...)
	if !v.evident {
		return out
	}
	if p, ok := r.partnerIn(i, at); ok {
		out = append(out, p.says(r, t, v)...)
	}
	if p, ok := r.pairIn(t, r.clauses[i]); ok {
		out = append(out, p.says(r, t, v)...)
	}
	return out
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
		out = append(out, finding{
			actor: a, speaker: h.name, topic: t.Topic, stance: v.stance(),
			cue: joinCue(r.text[t.Start:t.End], v.cue), confidence: sure, evident: v.evident,
		})
	}
	return out
}

// joinCue joins the words that a statement rests on. A topic that is not named
// in the sentence has none.
func joinCue(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " … ")
}
