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
		o.begin(v.r.english)
		v.candidates(o, nil, func(k candidate) {
			c := Candidate{Sentence: i, Actor: k.actor, Topic: k.topic, Features: slices.Clone(o.features)}
			o.reset()
			v.manner(&k).observe(o)
			out = append(out, c, Candidate{Sentence: i, Actor: k.actor, Topic: k.topic, Features: slices.Clone(o.features)})
		})
		for _, t := range v.r.lex.Topics {
			o.reset()
			v.observeTopic(o, t.ID)
			out = append(out, Candidate{Sentence: i, Topic: t.ID, Features: slices.Clone(o.features)})
		}
	})
	return out, err
}
