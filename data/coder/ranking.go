package coder

import (
	"bytes"
	"cmp"
	"compress/gzip"
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"tachiba/data/coder/rank"
	"tachiba/data/lexicon"
	"tachiba/model"
)

// The weights are made by the command in the folder train.
//
//go:embed weights.tsv.gz
var embedded []byte

var weights = sync.OnceValues(func() (*rank.Model, error) {
	in, err := gzip.NewReader(bytes.NewReader(embedded))
	if err != nil {
		return nil, fmt.Errorf("the coder's weights: %w", err)
	}
	return rank.Read(in)
})

// Stances are the classes of the ranking: first that nothing is said, for which
// it has NoEvidence.
var Stances = [rank.Classes]model.Stance{model.NoEvidence, model.Favor, model.Against, model.Conditional}

// Enough is the least probability that something is said with which it is
// coded: where precision and recall on digests left out are best balanced.
const Enough = 0.22

// likeliest returns the class with the highest probability but the first.
func likeliest(p [rank.Classes]float64) int {
	best := 1
	for c := 2; c < rank.Classes; c++ {
		if p[c] > p[best] {
			best = c
		}
	}
	return best
}

// ranked returns what a sentence says, as the model weighs what is seen of it.
func (v *view) ranked(o *observer, m *rank.Model, least float64) []finding {
	var out []finding
	v.candidates(o, m, func(c *candidate) {
		p := m.Classify(o.features)
		if 1-p[0] < least {
			return
		}
		class := likeliest(p)
		f := finding{actor: c.actor, topic: c.about.topic, speaker: v.speakerOf(c.actor)}
		if c.rule != nil {
			f = *c.rule
		} else {
			f.cue = v.cueOf(c, o, m, class)
		}
		f.stance, f.confidence = Stances[class], p[class]
		out = append(out, f)
	})
	return out
}

// speakerOf returns by which name the sentence calls the actor, or else the one
// that the sentence before did.
func (v *view) speakerOf(a model.ActorID) string {
	best := ""
	strongest := -1
	for i := range v.r.phrases {
		if p := &v.r.phrases[i]; slices.Contains(p.actors, a) && p.role.rank() > strongest {
			best, strongest = p.name, p.role.rank()
		}
	}
	if best == "" && v.s.subject != nil && slices.Contains(v.s.subject.actors, a) {
		return v.s.subject.name
	}
	return best
}

// cueWords is how many words of a sentence are shown as what it was coded by.
const cueWords = 2

// cueOf returns the words that speak most for a class, in the order of the
// sentence: the topic's word first of all, if it has one.
func (v *view) cueOf(c *candidate, o *observer, m *rank.Model, class int) string {
	said := map[[2]int]float64{}
	for i, f := range o.features {
		if o.at[i] < 0 {
			continue
		}
		if w, ok := m.Of(f); ok {
			said[v.wordAt(int(o.at[i]))] += float64(w[class-1])
		}
	}
	for _, t := range c.about.words {
		said[[2]int{t.Start, t.End}] += 100
	}
	type word struct {
		place  [2]int
		weight float64
	}
	var words []word
	for place, weight := range said {
		if weight > 0 {
			words = append(words, word{place, weight})
		}
	}
	slices.SortFunc(words, func(a, b word) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.place[0], b.place[0]))
	})
	words = words[:min(len(words), cueWords)]
	slices.SortFunc(words, func(a, b word) int { return cmp.Compare(a.place[0], b.place[0]) })
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = v.r.text[w.place[0]:w.place[1]]
	}
	return joinCue(parts...)
}

// wordAt returns where the word that holds a token starts and ends: the
// lexicon's, if it is one of a topic or a cue.
func (v *view) wordAt(token int) [2]int {
	t := v.r.tokens[token]
	for _, m := range v.r.marks {
		if (m.Kind == lexicon.Topic || m.Kind == lexicon.Cue) && m.Start <= t.start && t.end <= m.End {
			return [2]int{m.Start, m.End}
		}
	}
	return [2]int{t.start, t.end}
}
