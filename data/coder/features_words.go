package coder

import (
	"slices"
	"strings"

	"tachiba/model"
)

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
func (v *view) observeSaid(o *observer, w *topicWord, own bool) {
	r := v.r
	s, holds, last := partOf(sign(w.Sign)), partOthers, partNone
	if own {
		holds = partOwn
	}
	for k := r.tokenAt(w.End); k < len(r.tokens) && v.clause[k] <= w.judged; k++ {
		if cl := v.class[k]; cl.text != "" && cl != last {
			o.addAt(k, partSays, s, cl)
			o.addAt(k, partSays, holds, s, cl)
			o.addAt(k, partSays, s, last, cl)
			last = cl
		}
		if word := v.words[k]; word.text != "" {
			o.addAt(k, partSays, s, partWord, word)
			o.addAt(k, partSays, holds, s, partWord, word)
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
	for k := r.tokenAt(w.Start) - 1; k >= 0 && near > 0 && v.clause[k] == w.clause; k-- {
		if word := v.words[k]; word.text != "" {
			o.addAt(k, partSaid, s, word)
			near--
		}
		if cl := v.class[k]; cl.text != "" && r.english {
			o.addAt(k, partSaidClass, s, cl)
		}
	}
}

// observeWords adds the words of the sentence, those in the actor's own
// clauses apart.
func (v *view) observeWords(o *observer, c *candidate) {
	named, topic := partOf("unnamed"), partOf(v.topicName(c.about.topic))
	if len(c.about.words) > 0 {
		named = partOf("named" + sign(c.about.words[0].Sign))
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
		kind, _, _ := strings.Cut(c.stands, "-")
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
