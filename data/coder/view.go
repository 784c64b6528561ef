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

// mention is how a topic comes into a sentence, for all who may hold it.
type mention struct {
	topic model.TopicID
	way   string // topicCategory
	words []topicWord
}

// topicWord is a topic's word, and what its clause makes of it.
type topicWord struct {
	lexicon.Mark
	clause  int
	verdict verdict
	judged  int // the clause that gives the verdict
	setting bool
}

// mention looks for a topic in the sentence.
func (v *view) mention(t model.TopicID) mention {
	out := mention{topic: t}
	for _, m := range v.r.marks {
		if m.Kind != lexicon.Topic || m.Topic != t {
			continue
		}
		w := topicWord{Mark: m, clause: v.r.clauseAt(m.Start)}
		w.verdict, w.judged = v.judge(m, w.clause)
		w.setting = !v.r.english && v.r.setting(m, v.r.clauses[w.clause])
		out.words = append(out.words, w)
	}
	out.way = v.topicCategory(t, len(out.words) > 0)
	return out
}

// topicCategory is how a topic comes into the sentence.
func (v *view) topicCategory(t model.TopicID, named bool) string {
	if named {
		return "named"
	}
	theme := slices.ContainsFunc(v.s.themes, func(m lexicon.Mark) bool { return m.Topic == t })
	unsaid := v.s.unsaid()
	out := "none"
	switch carried := unsaid != nil && unsaid.Topic == t; {
	case carried && theme:
		out = "carried-theme"
	case carried:
		out = "carried"
	case theme:
		out = "theme"
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
