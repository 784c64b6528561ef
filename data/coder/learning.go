package coder

import (
	"context"
	"slices"

	"tachiba/data/coder/rank"
	"tachiba/model"
)

// Candidate is an actor and a topic of which a sentence may say something, with
// what is seen of it. Its Actor is "" where it only asks whether the sentence
// is about the topic at all.
type Candidate struct {
	Sentence int // index in the digest
	Actor    model.ActorID
	Topic    model.TopicID
	Features []rank.Feature
}

// Candidates returns all that the sentences of a digest may say, for training,
// and adds the names of their features to names.
func (c *Coder) Candidates(ctx context.Context, d *model.Digest, names map[rank.Feature]string) ([]Candidate, error) {
	var out []Candidate
	o := &observer{names: names}
	err := c.each(ctx, d, func(i int, v *view) {
		add := func(a model.ActorID, t model.TopicID) {
			out = append(out, Candidate{Sentence: i, Actor: a, Topic: t, Features: slices.Clone(o.features)})
		}
		o.begin(v.r.english)
		v.candidates(o, nil, func(k *candidate) {
			add(k.actor, k.about.topic)
			o.reset()
			k.observeManner(o)
			add(k.actor, k.about.topic)
		})
		for _, t := range v.r.lex.Topics {
			o.reset()
			v.observeTopic(o, t.ID)
			add("", t.ID)
		}
	})
	return out, err
}
