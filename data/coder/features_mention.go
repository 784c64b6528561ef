package coder

import (
	"slices"
	"strings"

	"tachiba/data/lexicon"
	"tachiba/model"
)

// observeActor adds how the actor is named, seen from the topic, which starts
// at a byte, -1 where nothing names it.
func (v *view) observeActor(o *observer, a model.ActorID, from int, topic string) {
	for k := range v.r.phrases {
		p := &v.r.phrases[k]
		if !slices.Contains(p.actors, a) {
			continue
		}
		side := "before"
		if p.start > from {
			side = "after"
		}
		v.observeName(o, k, side, topic)
		if from >= 0 {
			v.observeBetween(o, k, from, side)
		}
	}
}

// observeName adds what stands beside a name.
func (v *view) observeName(o *observer, k int, side, topic string) {
	r, p := v.r, &v.r.phrases[k]
	t := r.tokenAt(p.end)
	after, then := "", ""
	if t < len(r.tokens) {
		after = r.plain(t)
	}
	if t+1 < len(r.tokens) {
		if then = v.class[t+1].text; then == "" {
			then = v.words[t+1].text
		}
	}
	if b := r.tokenAt(p.start) - 1; b >= 0 && r.english {
		o.add("name", "behind", strings.ToLower(r.tokens[b].text), topic)
	}
	o.add("name", after, side, topic)
	o.add("name", after, p.role.name())
	o.add("name", after, "then", then)
	if p.relative {
		o.add("name", "relative", side)
	}
	if p.person {
		o.add("name", "person", p.role.name())
	}
	if k == 0 {
		o.add("name", "first", after)
	}
}

// plain returns a particle or mark as it stands; a word of content is only
// "word".
func (r *reading) plain(t int) string {
	switch r.tokens[t].kind {
	case noun, action, verb:
		return "word"
	}
	return r.tokens[t].text
}

// farthest is how many tokens may stand between a name and a topic for those
// to say anything of both.
const farthest = 12

// observeBetween adds what stands between a name and a topic's word.
func (v *view) observeBetween(o *observer, k, from int, side string) {
	r, p := v.r, &v.r.phrases[k]
	lo, hi := r.tokenAt(p.end), r.tokenAt(from)
	if p.start > from {
		lo, hi = r.tokenAt(from), r.tokenAt(p.start)
	}
	others := 0
	for q := range r.phrases {
		if q != k && r.phrases[q].start >= min(p.start, from) && r.phrases[q].end <= max(p.start, from) {
			others++
		}
	}
	o.add("between", side, "names", few(others))
	if hi-lo > farthest {
		return
	}
	for i := lo; i < hi; i++ {
		if w := v.words[i]; w.text != "" && r.tokens[i].kind != noun {
			o.add("between", side, w.text)
		}
	}
}

// observeMark adds how the topic is named and what is said of it.
func (v *view) observeMark(o *observer, c *candidate, m lexicon.Mark, acat string) {
	r := v.r
	i := r.clauseAt(m.Start)
	word := r.text[m.Start:m.End]
	o.add("mark", v.topicName(c.topic), word)
	o.add("mark", "sign", sign(m.Sign))
	if !r.english && r.setting(m, r.clauses[i]) {
		o.add("mark", "setting", v.topicName(c.topic))
	}
	t := r.tokenAt(m.End)
	after := "end"
	if t < len(r.tokens) {
		after = r.plain(t)
		if after == "word" && v.class[t].text != "" {
			after = v.class[t].text
		}
	}
	o.add("mark", "after", after)
	o.add("mark", "after", after, v.topicName(c.topic))
	o.add("mark", "clause", r.clauses[i].ending.String())
	judged, at := v.judge(m, i)
	evident := "guess"
	if judged.evident {
		evident = "evident"
	}
	o.add("judge", string(judged.stance()), evident)
	o.add("judge", string(judged.stance()), evident, acat)
	o.add("judge", string(judged.stance()), v.topicName(c.topic))
	if judged.silent {
		o.add("judge", "silent")
	}
	v.observeSaid(o, m, i, at, slices.Contains(r.who[i].actors, c.actor))
	if i > 0 && r.clauses[i-1].ending == protasis {
		o.add("mark", "after-if")
	}
}
