package coder

import (
	"slices"
	"strings"

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

// observeMark adds how one of the topic's words stands in the sentence, and what
// is said of it.
func (v *view) observeMark(o *observer, c *candidate, n int) {
	r, topic, w := v.r, v.topicName(c.about.topic), &c.about.words[n]
	o.add("mark", topic, r.text[w.Start:w.End])
	o.add("mark", "sign", sign(w.Sign))
	if w.setting {
		o.add("mark", "setting", topic)
	}
	after := "end"
	if t := r.tokenAt(w.End); t < len(r.tokens) {
		after = r.plain(t)
		if after == "word" && v.class[t].text != "" {
			after = v.class[t].text
		}
	}
	o.add("mark", "after", after)
	o.add("mark", "after", after, topic)
	o.add("mark", "clause", r.clauses[w.clause].ending.String())
	stance, evident := string(w.verdict.stance()), evidence(w.verdict.evident)
	o.add("judge", stance, evident)
	o.add("judge", stance, evident, c.near[n])
	o.add("judge", stance, topic)
	if w.verdict.silent {
		o.add("judge", "silent")
	}
	v.observeSaid(o, w, slices.Contains(r.who[w.clause].actors, c.actor))
	if w.clause > 0 && r.clauses[w.clause-1].ending == protasis {
		o.add("mark", "after-if")
	}
}
