package coder

import (
	"slices"
	"strings"

	"tachiba/model"
)

// sign returns the sign of a number as features write it.
func sign(n int) string {
	switch {
	case n > 0:
		return "+"
	case n < 0:
		return "-"
	}
	return "0"
}

// few returns a small number as features write it: above 4 all are alike.
func few(n int) string { return string(rune('0' + min(n, 4))) }

// evidence returns how features call what a predicate of the lexicon says, or
// what is only supposed.
func evidence(evident bool) string {
	if evident {
		return "evident"
	}
	return "guess"
}

// topicName is how features call a topic. The topics of another conflict have
// no name: what was learned of one topic does not hold for another.
func (v *view) topicName(t model.TopicID) string {
	if v.r.lex.Foreign() {
		return ""
	}
	return string(t)
}

// observe adds the features of a candidate.
func (v *view) observe(o *observer, c *candidate) {
	way := c.about.way
	topic, actors := v.topicName(c.about.topic), few(len(v.named))
	o.add("bias")
	o.add("role", string(v.role))
	o.add("topic", topic)
	if v.r.off {
		o.add("off-topic")
	}
	v.observeRule(o, c)
	o.add("t", way)
	o.add("t", way, topic)
	o.add("t", way, "topics", few(v.topics), "actors", actors)
	if len(c.about.words) == 0 {
		v.observeActor(o, c.actor, -1, way)
	}
	for i := range c.about.words {
		v.observeMark(o, c, i)
		v.observeActor(o, c.actor, c.about.words[i].Start, way)
	}
	acat := c.stands
	if slices.Contains(v.s.speaker, c.actor) {
		o.add("speaker", way)
		acat = "speaker-" + acat
	}
	since := few(v.s.since(c.actor))
	o.add("since", since, actors)
	o.add("since", since, way)
	o.add("a", acat)
	o.add("a", acat, way)
	o.add("a", acat, way, "actors", actors)
	o.add("a", acat, string(v.role))
	v.observeWords(o, c)
}

// observeRule adds what the rules found.
func (v *view) observeRule(o *observer, c *candidate) {
	if c.rule == nil {
		o.add("rule", "none")
		sameTopic, sameActor := "", ""
		for _, f := range v.found {
			if f.topic == c.about.topic {
				sameTopic = string(f.stance)
			}
			if f.actor == c.actor {
				sameActor = "yes"
			}
		}
		o.add("rule", "none", "topic", sameTopic, "actor", sameActor)
		return
	}
	f := c.rule
	sure := few(int(f.confidence * 5))
	evident := evidence(f.evident)
	o.add("rule", string(f.stance))
	o.add("rule", string(f.stance), evident, sure)
	o.add("rule", evident, sure, v.topicName(c.about.topic))
	o.add("rule", string(f.stance), "actors", few(len(v.named)))
	o.add("rule", string(f.stance), "role", string(v.role))
	for _, w := range strings.Fields(f.cue) {
		if w != "…" {
			o.add("rule", string(f.stance), "cue", w)
		}
	}
}
