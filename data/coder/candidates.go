package coder

import (
	"slices"
	"strings"

	"tachiba/data/coder/rank"
	"tachiba/model"
)

// candidate is an actor and a topic of which a sentence may say something.
type candidate struct {
	actor  model.ActorID
	about  *mention
	rule   *finding // what the rules say, nil for nothing
	stands string   // how the actor stands to the topic: actorCategory
	near   []string // the same for each of the topic's words
}

// How many sentences ago somebody may have been named whom a sentence speaks
// of: one that names others, and one that names nobody.
const (
	reachNamed    = 2
	reachNameless = 6
)

// actorsInPlay returns of whom a sentence may speak: who is named in it, and
// whom the sentences before carry into it.
func (r *reading) actorsInPlay(s *story) []model.ActorID {
	var out []model.ActorID
	for i := range r.phrases {
		out = union(out, r.phrases[i].actors)
	}
	if s.subject != nil {
		out = union(out, s.subject.actors)
	}
	out = union(union(out, s.asked), s.speaker)
	reach := reachNamed
	if len(out) == 0 {
		reach = reachNameless
	}
	for _, a := range r.lex.Actors {
		if s.since(a.ID) <= reach {
			out = union(out, []model.ActorID{a.ID})
		}
	}
	return out
}

// likely is the least probability with which a topic that nothing names must be
// spotted in a sentence for its candidates to be weighed, and a candidate must
// have by the way alone in which actor and topic come into the sentence.
const (
	likely  = 0.06
	hopeful = 0.04
)

// inPlay returns what a sentence may be about: what it names, what the
// sentences before carry into it, and, where it names nothing, what its words
// let m spot. Without m it is every topic.
func (v *view) inPlay(o *observer, m *rank.Model) []mention {
	var out []mention
	for _, t := range v.r.lex.Topics {
		about := v.mention(t.ID)
		switch {
		case m == nil || !strings.HasPrefix(about.way, "none"):
			out = append(out, about)
		case v.topics == 0 && !v.r.lex.Foreign():
			o.reset()
			v.observeTopic(o, t.ID)
			if p := m.Classify(o.features); 1-p[0] >= likely {
				out = append(out, about)
			}
		}
	}
	return out
}

// candidates gives do what a sentence may say, each with its features in o,
// which hold until do returns. With a model it leaves out what has no chance.
func (v *view) candidates(o *observer, m *rank.Model, do func(*candidate)) {
	if v.r.asks() || len(v.actors) == 0 {
		return
	}
	o.begin(v.r.english)
	topics := v.inPlay(o, m)
	for k := range topics {
		for _, a := range v.actors {
			c := v.candidate(a, &topics[k])
			if m != nil && c.rule == nil {
				o.reset()
				c.observeManner(o)
				if p := m.Classify(o.features); 1-p[0] < hopeful {
					continue
				}
			}
			o.reset()
			v.observe(o, &c)
			do(&c)
		}
	}
}

// candidate sees how an actor and a topic come into the sentence.
func (v *view) candidate(a model.ActorID, about *mention) candidate {
	c := candidate{actor: a, about: about}
	if i := slices.IndexFunc(v.found, func(f finding) bool { return f.actor == a && f.topic == about.topic }); i >= 0 {
		c.rule = &v.found[i]
	}
	if len(about.words) == 0 {
		c.stands = v.actorCategory(a, -1, -1)
		return c
	}
	for _, w := range about.words {
		cat := v.actorCategory(a, w.clause, w.Start)
		if c.stands == "" || strings.HasPrefix(cat, "who") {
			c.stands = cat
		}
		c.near = append(c.near, cat)
	}
	return c
}

// observeManner adds the one feature by which candidates without a chance are
// left out before they cost more.
func (c *candidate) observeManner(o *observer) { o.add("manner", c.stands, c.about.way) }
