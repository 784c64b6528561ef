package coder

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tachiba/data/lexicon"
	"tachiba/model"
)

// view is what is seen of a sentence as a whole, for all its candidates.
type view struct {
	r      *reading
	s      *story
	role   model.Role
	found  []finding
	actors []model.ActorID
	words  []part   // the stem of each token, "" for none
	kanji  [][]part // of each stem: they carry its meaning in words never seen
	class  []part   // the cue class that each token stands in
	clause []int    // the clause of each token
	named  []model.ActorID
	topics int // how many topics the sentence names
	third  bool
}

// view looks at a sentence, before the story goes on.
func (r *reading) view(s *story, role model.Role, found []finding) *view {
	v := &view{r: r, s: s, role: role, found: found, actors: r.actorsInPlay(s)}
	n := len(r.tokens)
	v.words, v.kanji, v.class, v.clause = make([]part, n), make([][]part, n), make([]part, n), make([]int, n)
	at := 0
	for i, t := range r.tokens {
		for at+1 < len(r.clauses) && t.start >= r.clauses[at].end {
			at++
		}
		v.clause[i] = at
		if w := stem(t); w != "" {
			v.words[i] = partOf(w)
			v.kanji[i] = kanjiOf(w)
		}
	}
	var topics []model.TopicID
	for _, m := range r.marks {
		first, last := r.tokenAt(m.Start), r.tokenAt(m.End-1)
		for i := first; i <= last && i < n; i++ {
			switch {
			case m.Kind == lexicon.Cue:
				v.class[i] = partOf(m.Class)
			case isName(m.Kind) || m.Kind == lexicon.Title:
				v.words[i], v.kanji[i] = part{}, nil
			}
		}
		if m.Kind == lexicon.Topic && !slices.Contains(topics, m.Topic) {
			topics = append(topics, m.Topic)
		}
	}
	v.topics = len(topics)
	for i := range r.phrases {
		v.third = v.third || r.phrases[i].third
		v.named = union(v.named, r.phrases[i].actors)
	}
	return v
}

// kanjiOf returns the kanji of a word.
func kanjiOf(word string) []part {
	var out []part
	for i, c := range word {
		if unicode.Is(unicode.Han, c) {
			if out == nil {
				out = make([]part, 0, len(word[i:])/len("漢"))
			}
			out = append(out, partOf(word[i:i+utf8.RuneLen(c)]))
		}
	}
	return out
}

// stem returns the part of a token that carries its meaning: the kanji of a
// verb, a whole noun; "" for particles and marks.
func stem(t token) string {
	switch t.kind {
	case noun, action:
		if c := []rune(t.text); len(c) > 0 && unicode.IsDigit(c[0]) {
			return ""
		}
		return t.text
	case verb, adjective:
		end := 0
		for i, c := range t.text {
			if !unicode.Is(unicode.Han, c) && !unicode.Is(unicode.Katakana, c) {
				break
			}
			end = i + len(string(c))
		}
		if end > 0 {
			return t.text[:end]
		}
		if len(t.text) > len("する") {
			return t.text
		}
	case auxiliary:
		switch t.text {
		case "ない", "なかっ", "なく", "ず", "ん", "ぬ":
			return "ない"
		}
	case other:
		return englishStem(t.text)
	}
	return ""
}

// manner is how an actor and a topic come into a sentence.
type manner struct {
	actor, topic string
	marks        []lexicon.Mark // the topic's words
	near         []string       // how the actor stands to each of them
}

// manner sees how a candidate comes into the sentence: what the actor is to the
// clause that names the topic, or else to the whole.
func (v *view) manner(c *candidate) manner {
	marks := v.marksOf(c.topic)
	out := manner{topic: v.topicCategory(c.topic, marks), marks: marks}
	for _, m := range marks {
		cat := v.actorCategory(c.actor, v.r.clauseAt(m.Start), m.Start)
		if out.actor == "" || strings.HasPrefix(cat, "who") {
			out.actor = cat
		}
		out.near = append(out.near, cat)
	}
	if len(marks) == 0 {
		out.actor = v.actorCategory(c.actor, -1, -1)
	}
	return out
}

// observe adds the one feature by which candidates without a chance are left
// out before they cost more.
func (m manner) observe(o *observer) { o.add("manner", m.actor, m.topic) }

// topicCategory is how a topic comes into the sentence.
func (v *view) topicCategory(t model.TopicID, marks []lexicon.Mark) string {
	if len(marks) > 0 {
		return "named"
	}
	out := "none"
	if slices.ContainsFunc(v.s.themes, func(m lexicon.Mark) bool { return m.Topic == t }) {
		out = "theme"
	}
	if u := v.s.unsaid(); u != nil && u.Topic == t {
		out = "carried"
		if slices.ContainsFunc(v.s.themes, func(m lexicon.Mark) bool { return m.Topic == t }) {
			out = "carried-theme"
		}
	}
	if v.topics > 0 {
		out += "-others"
	}
	return out
}

// actorCategory is how an actor stands to a clause.
func (v *view) actorCategory(a model.ActorID, i, at int) string {
	r := v.r
	if i >= 0 && slices.Contains(r.who[i].actors, a) {
		p := r.subjectIn(r.clauses[i])
		if p != nil && slices.Contains(p.actors, a) {
			return "who-" + p.role.name()
		}
		return "who-carried"
	}
	best := ""
	for k := range r.phrases {
		p := &r.phrases[k]
		if !slices.Contains(p.actors, a) {
			continue
		}
		where := "far"
		if i >= 0 && r.clauseAt(p.start) == i {
			where = "near"
		}
		if p.start > at {
			where += "-after"
		}
		cat := "named-" + where + "-" + p.role.name()
		if best == "" || where == "near" {
			best = cat
		}
	}
	switch {
	case best != "":
		return best
	case v.s.subject != nil && slices.Contains(v.s.subject.actors, a):
		if len(v.named) > 0 || v.third {
			return "story-others"
		}
		return "story"
	case len(v.named) > 0:
		return "asked-others"
	}
	return "asked"
}

func (is role) name() string {
	return [...]string{"no", "topic", "subject", "comma", "holding", "partner", "event", "informant"}[is]
}

// judge returns the verdict on a topic, with the clause that gives it.
func (v *view) judge(m lexicon.Mark, i int) (verdict, int) {
	if v.r.english {
		e := english{lex: v.r.lex, text: v.r.text, marks: v.r.marks}
		return e.judge(m, v.r.clauses[i]), i
	}
	return v.r.judge(m, i)
}

// englishStem returns an English word without its ending, in small letters.
func englishStem(word string) string {
	word = strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s"))
	for _, end := range []string{"ing", "ed", "es", "s", "ly"} {
		if short, ok := strings.CutSuffix(word, end); ok && len(short) > 3 {
			return short
		}
	}
	return word
}
