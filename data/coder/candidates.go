package coder

import (
	"slices"
	"strings"

	"tachiba/data/coder/rank"
	"tachiba/data/lexicon"
	"tachiba/model"
)

// candidate is an actor and a topic of which a sentence may say something.
type candidate struct {
	actor model.ActorID
	topic model.TopicID
	rule  *finding // what the rules say, nil for nothing
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

// topicsInPlay returns what a sentence may be about: what it names, what the
// sentences before carry into it, and, where it names nothing, what its words
// let m spot. Without m it is every topic.
func (v *view) topicsInPlay(o *observer, m *rank.Model) []model.TopicID {
	var out []model.TopicID
	for _, t := range v.r.lex.Topics {
		switch {
		case m == nil || !strings.HasPrefix(v.topicCategory(t.ID, v.marksOf(t.ID)), "none"):
			out = append(out, t.ID)
		case v.topics == 0 && !v.r.lex.Foreign():
			o.reset()
			v.observeTopic(o, t.ID)
			if p := m.Classify(o.features); 1-p[0] >= likely {
				out = append(out, t.ID)
			}
		}
	}
	return out
}

// candidates gives do what a sentence may say, each with its features in o,
// which hold until do returns. With a model it leaves out what has no chance.
func (v *view) candidates(o *observer, m *rank.Model, do func(candidate)) {
	if v.r.asks() || len(v.actors) == 0 {
		return
	}
	o.begin(v.r.english)
	for _, t := range v.topicsInPlay(o, m) {
		for _, a := range v.actors {
			c := candidate{actor: a, topic: t}
			i := slices.IndexFunc(v.found, func(f finding) bool { return f.actor == a && f.topic == t })
			if i >= 0 {
				c.rule = &v.found[i]
			}
			how := v.manner(&c)
			if m != nil && c.rule == nil {
				o.reset()
				how.observe(o)
				if p := m.Classify(o.features); 1-p[0] < hopeful {
					continue
				}
			}
			o.reset()
			v.observe(o, &c, how)
			do(c)
		}
	}
}

func (v *view) marksOf(t model.TopicID) []lexicon.Mark {
	var out []lexicon.Mark
	for _, m := range v.r.marks {
		if m.Kind == lexicon.Topic && m.Topic == t {
			out = append(out, m)
		}
	}
	return out
}
