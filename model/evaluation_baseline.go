package model

import (
	"slices"
	"strings"
)

func (k *answerKey) baseline(lex *Lexicon, coded []Statement) Baseline {
	pairs := k.align(coded)
	return Baseline{
		Triples: score(pairs, anyPair, pair.right),
		Pairs:   score(pairs, anyPair, pair.found),
		Cells:   cells(lex, pairs),
	}
}

// cooccurrence codes favor for every actor and every topic that are named by a
// word in the same sentence.
func (k *answerKey) cooccurrence(lex *Lexicon) []Statement {
	var out []Statement
	k.eachSentence(func(d, i int, s *Sentence) {
		text := FoldText(s.Text)
		for _, a := range lex.Actors {
			if !names(text, a.Words) {
				continue
			}
			for _, t := range lex.Topics {
				if names(text, t.Words) {
					out = append(out, Statement{
						Digest: k.digests[d].ID, Sentence: i, Actor: a.ID, Topic: t.ID, Stance: Favor,
					})
				}
			}
		}
	})
	return out
}

// majority codes, for every actor that a sentence names, the topic and stance
// that gold gives this actor most often: the best that can be said of an actor
// without reading what the sentence says.
func (k *answerKey) majority(lex *Lexicon) []Statement {
	type position struct {
		topic  TopicID
		stance Stance
	}
	habit := map[ActorID]position{}
	for _, a := range lex.Actors {
		count := map[position]int{}
		for u, r := range k.answers {
			if u.actor == a.ID && !r.optional {
				count[position{u.topic, r.accepted[0]}]++
			}
		}
		// In the lexicon's order, so that of equally frequent ones the same wins.
		for _, t := range lex.Topics {
			for _, s := range Stances {
				if p := (position{t.ID, s}); count[p] > count[habit[a.ID]] {
					habit[a.ID] = p
				}
			}
		}
	}
	var out []Statement
	k.eachSentence(func(d, i int, s *Sentence) {
		text := FoldText(s.Text)
		for _, a := range lex.Actors {
			if p := habit[a.ID]; p.stance != NoEvidence && names(text, a.Words) {
				out = append(out, Statement{
					Digest: k.digests[d].ID, Sentence: i, Actor: a.ID, Topic: p.topic, Stance: p.stance,
				})
			}
		}
	})
	return out
}

// names tells whether one of the words occurs in the folded text.
func names(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return w != "" && strings.Contains(text, FoldText(w)) })
}
