package main

import (
	"context"
	"path/filepath"
	"slices"

	"tachiba/data/coder"
	"tachiba/data/coder/rank"
	"tachiba/data/gold"
	"tachiba/model"
)

// set is a set of coded digests.
type set struct {
	name     string
	digests  []model.Digest
	rows     []model.GoldRow
	examples [][]rank.Example // of each digest
}

func load(goldFile, texts string) (*set, error) {
	rows, digests, err := gold.ReadSet(goldFile, texts)
	return &set{name: filepath.Base(texts), rows: rows, digests: digests}, err
}

// place is what a statement is about; without an actor, whether anybody takes a
// stance on the topic.
type place struct {
	sentence int
	actor    model.ActorID
	topic    model.TopicID
}

// see makes examples of all that the digests may say.
func (s *set) see(ctx context.Context, c *coder.Coder, names map[rank.Feature]string) error {
	for i := range s.digests {
		d := &s.digests[i]
		said := map[place]model.GoldRow{}
		for _, r := range s.rows {
			if r.Digest != d.ID {
				continue
			}
			if at, ok := r.SentenceIn(d); ok {
				said[place{at, r.Actor, r.Topic}] = r
				said[place{at, "", r.Topic}] = model.GoldRow{Stance: model.Favor}
			}
		}
		seen, err := c.Candidates(ctx, d, names)
		if err != nil {
			return err
		}
		var examples []rank.Example
		for _, k := range seen {
			r := said[place{k.Sentence, k.Actor, k.Topic}]
			if r.Optional {
				continue
			}
			examples = append(examples, rank.Example{Features: k.Features, Class: slices.Index(coder.Stances[:], r.Stance)})
		}
		s.examples = append(s.examples, examples)
	}
	return nil
}

// examples returns those of the digests that keep lets through, which are
// numbered over all sets.
func examples(sets []*set, keep func(int) bool) []rank.Example {
	var out []rank.Example
	n := 0
	for _, s := range sets {
		for _, e := range s.examples {
			if keep(n) {
				out = append(out, e...)
			}
			n++
		}
	}
	return out
}
