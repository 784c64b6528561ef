package coder

import (
	"slices"

	"tachiba/data/lexicon"
)

// sureImplied is how much of a finding's confidence is left when its topic is
// supplied from the sentences before.
const sureImplied = 0.7

// implied returns what a sentence that names no topic says of the one that the
// text was about: 欧州は懸念を示した。 Somebody must take a plain stance.
func (r *reading) implied(s *story) []finding {
	if s.topic == nil || slices.ContainsFunc(r.marks, func(m lexicon.Mark) bool { return m.Kind == lexicon.Topic }) {
		return nil
	}
	var out []finding
	for i, c := range r.clauses {
		h := r.who[i]
		p := r.subjectIn(c)
		if p == nil || h.third || len(h.actors) == 0 || c.ending == protasis {
			continue
		}
		from := *s.topic
		from.Start, from.End = p.end, p.end
		v := r.weigh(from, c.end)
		if !v.evident {
			continue
		}
		h.sure *= sureImplied
		topic := *s.topic
		topic.Start, topic.End = c.start, c.start
		out = append(out, h.says(r, topic, v)...)
	}
	return out
}

// aboutTopic remembers what the sentence is about, for those that do not say.
func (s *story) aboutTopic(r *reading, found []finding) {
	var last *lexicon.Mark
	for i := range r.marks {
		m := &r.marks[i]
		if m.Kind != lexicon.Topic {
			continue
		}
		if last == nil || slices.ContainsFunc(found, func(f finding) bool { return f.topic == m.Topic }) {
			last = m
		}
	}
	if last != nil {
		s.topic = last
	}
}
