package coder

import (
	"slices"
	"strings"

	"tachiba/data/lexicon"
	"tachiba/model"
)

func sign(n int) string {
	switch {
	case n > 0:
		return "+"
	case n < 0:
		return "-"
	}
	return "0"
}

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

// observeActor adds how the actor is named, seen from the topic.
func (v *view) observeActor(o *observer, a model.ActorID, from int, tcat string) {
	r := v.r
	for k := range r.phrases {
		p := &r.phrases[k]
		if !slices.Contains(p.actors, a) {
			continue
		}
		t := r.tokenAt(p.end)
		after, then := "", ""
		if t < len(r.tokens) {
			after = r.tokens[t].text
			if r.tokens[t].kind == noun || r.tokens[t].kind == action || r.tokens[t].kind == verb {
				after = "word"
			}
		}
		if b := r.tokenAt(p.start) - 1; b >= 0 && r.english {
			o.add("name", "behind", strings.ToLower(r.tokens[b].text), tcat)
		}
		if t+1 < len(r.tokens) {
			if then = v.class[t+1].text; then == "" {
				then = v.words[t+1].text
			}
		}
		side := "before"
		if p.start > from {
			side = "after"
		}
		o.add("name", after, side, tcat)
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
		if from >= 0 {
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
			if hi-lo <= 12 {
				for i := lo; i < hi; i++ {
					if w := v.words[i]; w.text != "" && r.tokens[i].kind != noun {
						o.add("between", side, w.text)
					}
				}
			}
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
		after = r.tokens[t].text
		if r.tokens[t].kind == noun || r.tokens[t].kind == action || r.tokens[t].kind == verb {
			after = "word"
			if v.class[t].text != "" {
				after = v.class[t].text
			}
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

// Parts of features' names that are looked up for each word.
var (
	partSays, partWord, partKanji  = partOf("says"), partOf("word"), partOf("kanji")
	partSaid, partSaidClass        = partOf("said"), partOf("said-class")
	partOwn, partOthers, partElse  = partOf("own"), partOf("others"), partOf("else")
	partWords, partFinal, partSpot = partOf("words"), partOf("final"), partOf("spot")
	partClass, partNone            = partOf("class"), partOf("")
)

// observeSaid adds what stands between the topic and the end of the clause that
// was judged, and shortly before it. Own tells that the clause is the actor's.
func (v *view) observeSaid(o *observer, m lexicon.Mark, i, at int, own bool) {
	r := v.r
	s, holds, last := partOf(sign(m.Sign)), partOthers, partNone
	if own {
		holds = partOwn
	}
	for k := r.tokenAt(m.End); k < len(r.tokens) && v.clause[k] <= at; k++ {
		if cl := v.class[k]; cl.text != "" && cl != last {
			o.addAt(k, partSays, s, cl)
			o.addAt(k, partSays, holds, s, cl)
			o.addAt(k, partSays, s, last, cl)
			last = cl
		}
		if w := v.words[k]; w.text != "" {
			o.addAt(k, partSays, s, partWord, w)
			o.addAt(k, partSays, holds, s, partWord, w)
		}
		for _, char := range v.kanji[k] {
			o.addAt(k, partSays, s, partKanji, char)
		}
	}
	o.add("says", s.text, "last", last.text)
	near := 3
	if r.english {
		near = 8 // English predicates stand before their objects
	}
	for k := r.tokenAt(m.Start) - 1; k >= 0 && near > 0 && v.clause[k] == i; k-- {
		if w := v.words[k]; w.text != "" {
			o.addAt(k, partSaid, s, w)
			near--
		}
		if cl := v.class[k]; cl.text != "" && r.english {
			o.addAt(k, partSaidClass, s, cl)
		}
	}
}

// observeWords adds the words of the sentence, those in the actor's own
// clauses apart.
func (v *view) observeWords(o *observer, c *candidate, how manner) {
	named, topic := partOf("unnamed"), partOf(v.topicName(c.topic))
	if len(how.marks) > 0 {
		named = partOf("named" + sign(how.marks[0].Sign))
	}
	last, lastClass, final := partNone, partNone, -1
	for k := range v.words {
		where := partElse
		if len(v.named) <= 1 || slices.Contains(v.r.who[v.clause[k]].actors, c.actor) {
			where = partOwn
		}
		if cl := v.class[k]; cl.text != "" && cl != lastClass {
			o.addAt(k, partClass, where, named, cl)
			lastClass = cl
		}
		w := v.words[k]
		if w.text == "" {
			continue
		}
		o.addAt(k, partWord, where, named, w)
		o.addAt(k, partWord, where, topic, w)
		for _, char := range v.kanji[k] {
			o.addAt(k, partKanji, topic, char)
			if where == partOwn {
				o.addAt(k, partKanji, named, char)
			}
		}
		if last.text != "" {
			o.addAt(k, partWords, topic, last, w)
			if where == partOwn {
				o.addAt(k, partWords, named, last, w)
			}
		}
		last, final = w, k
	}
	if final >= 0 {
		kind, _, _ := strings.Cut(how.actor, "-")
		o.addAt(final, partFinal, last, partOf(kind))
		o.addAt(final, partFinal, last, named)
	}
}

// observeTopic adds the words from which a topic that nothing names is spotted.
func (v *view) observeTopic(o *observer, t model.TopicID) {
	topic := partOf(v.topicName(t))
	o.add("spot", v.topicName(t))
	last := partNone
	for k, w := range v.words {
		if w.text == "" {
			continue
		}
		o.addAt(k, partSpot, topic, w)
		for _, char := range v.kanji[k] {
			o.addAt(k, partSpot, topic, partKanji, char)
		}
		if last.text != "" {
			o.addAt(k, partSpot, topic, last, w)
		}
		last = w
	}
}
