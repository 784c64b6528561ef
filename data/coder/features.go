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

// topicName is how features call a topic. The topics of another conflict have
// no name: what was learned of one topic does not hold for another.
func (v *view) topicName(t model.TopicID) string {
	if v.r.lex.Foreign() {
		return ""
	}
	return string(t)
}

// observe adds the features of a candidate.
func (v *view) observe(o *observer, c *candidate, how manner) {
	topic, actors := v.topicName(c.topic), few(len(v.named))
	o.add("bias")
	o.add("role", string(v.role))
	o.add("topic", topic)
	if v.r.off {
		o.add("off-topic")
	}
	v.observeRule(o, c)
	o.add("t", how.topic)
	o.add("t", how.topic, topic)
	o.add("t", how.topic, "topics", few(v.topics), "actors", actors)
	if len(how.marks) == 0 {
		v.observeActor(o, c.actor, -1, how.topic)
	}
	for i, m := range how.marks {
		v.observeMark(o, c, m, how.near[i])
		v.observeActor(o, c.actor, m.Start, how.topic)
	}
	acat := how.actor
	if slices.Contains(v.s.speaker, c.actor) {
		o.add("speaker", how.topic)
		acat = "speaker-" + acat
	}
	since := few(v.s.since(c.actor))
	o.add("since", since, actors)
	o.add("since", since, how.topic)
	o.add("a", acat)
	o.add("a", acat, how.topic)
	o.add("a", acat, how.topic, "actors", actors)
	o.add("a", acat, string(v.role))
	v.observeWords(o, c, how)
}

// observeRule adds what the rules found.
func (v *view) observeRule(o *observer, c *candidate) {
	if c.rule == nil {
		o.add("rule", "none")
		sameTopic, sameActor := "", ""
		for _, f := range v.found {
			if f.topic == c.topic {
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
	evident := "guess"
	if f.evident {
		evident = "evident"
	}
	o.add("rule", string(f.stance))
	o.add("rule", string(f.stance), evident, sure)
	o.add("rule", evident, sure, v.topicName(c.topic))
	o.add("rule", string(f.stance), "actors", few(len(v.named)))
	o.add("rule", string(f.stance), "role", string(v.role))
	for _, w := range strings.Fields(f.cue) {
		if w != "…" {
			o.add("rule", string(f.stance), "cue", w)
		}
	}
}
