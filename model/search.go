package model

import (
	"cmp"
	"math"
	"slices"
)

// Search returns the sentences of the collection that ask finds, as a library
// does: those of the newest digests first, or by rank.
func (c *Collection) Search(ask Search) []Hit {
	r := newRanker(c.Digests, Terms(ask.Text))
	carries := c.carrying(ask.Filter)
	places := make([]int, len(c.Digests))
	for i := range places {
		places[i] = i
	}
	slices.SortFunc(places, func(a, b int) int {
		return cmp.Or(cmp.Compare(c.Digests[b].Newest(), c.Digests[a].Newest()), cmp.Compare(b, a))
	})
	found := Find(c.Digests, ask.Text)
	var hits []Hit
	var scores []float64
	for _, p := range places {
		d := &c.Digests[p]
		for _, n := range slices.Backward(found[d.ID]) {
			s := d.Sentences[n]
			source := d.SourceOf(s)
			h := Hit{
				Digest: d.ID, Title: d.Title, Sentence: n, Line: s.Line, Text: s.Text,
				Date: d.Date(s), Outlet: source.Outlet, URL: source.URL,
			}
			if ask.Filter.Within(h.Date) && carries(d.ID, n) {
				hits, scores = append(hits, h), append(scores, r.score(s.Text))
			}
		}
	}
	if ask.ByRank {
		hits = ranked(hits, scores)
	}
	if ask.Limit > 0 {
		hits = hits[:min(ask.Limit, len(hits))]
	}
	return hits
}

// ranked returns the hits with the highest scores first.
func ranked(hits []Hit, scores []float64) []Hit {
	order := make([]int, len(hits))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	out := make([]Hit, len(hits))
	for i, at := range order {
		out[i] = hits[at]
	}
	return out
}

// carrying returns a function that tells whether a sentence carries a statement
// which the filter selects, as far as it asks for one.
func (c *Collection) carrying(f Filter) func(digest string, sentence int) bool {
	if !f.ByStatement() {
		return func(string, int) bool { return true }
	}
	type place struct {
		digest   string
		sentence int
	}
	f.Text, f.Since, f.Until, f.New = "", 0, 0, false // of the sentence, not of the statement
	carried := map[place]bool{}
	for _, s := range f.Apply(c.Statements) {
		carried[place{s.Digest, s.Sentence}] = true
	}
	return func(digest string, sentence int) bool { return carried[place{digest, sentence}] }
}

// The parameters of BM25 as SQLite's FTS5 has them, which ranks a library.
const (
	bm25K   = 1.2
	bm25B   = 0.75
	leastIn = 1e-6 // the weight of a term that most sentences hold
)

// ranker gives sentences their BM25 score: Robertson and Zaragoza, The
// Probabilistic Relevance Framework (2009). A sentence is as long as it has
// characters.
type ranker struct {
	terms   [][]rune
	weights []float64
	average float64 // length of a sentence
}

func newRanker(digests []Digest, terms []string) ranker {
	r := ranker{weights: make([]float64, len(terms))}
	for _, t := range terms {
		r.terms = append(r.terms, []rune(t))
	}
	holding := make([]int, len(terms))
	all, length := 0, 0
	for i := range digests {
		for _, s := range digests[i].Sentences {
			text := []rune(FoldText(s.Text))
			all, length = all+1, length+len(text)
			for j, t := range r.terms {
				if occurrences(text, t) > 0 {
					holding[j]++
				}
			}
		}
	}
	for j, n := range holding {
		r.weights[j] = math.Log((float64(all-n) + 0.5) / (float64(n) + 0.5))
		if r.weights[j] <= 0 {
			r.weights[j] = leastIn
		}
	}
	r.average = float64(length) / float64(max(all, 1))
	return r
}

func (r ranker) score(sentence string) (score float64) {
	text := []rune(FoldText(sentence))
	for j, t := range r.terms {
		n := float64(occurrences(text, t))
		score += r.weights[j] * (n * (bm25K + 1) / (n + bm25K*(1-bm25B+bm25B*float64(len(text))/r.average)))
	}
	return score
}

// occurrences returns how often a term stands in a text; they may overlap.
func occurrences(text, term []rune) (n int) {
	for i := 0; i+len(term) <= len(text); i++ {
		if slices.Equal(text[i:i+len(term)], term) {
			n++
		}
	}
	return n
}
