package coder

import (
	"cmp"
	"context"
	"math"
	"slices"

	"tachiba/data/coder/rank"
	"tachiba/data/lexicon"
	"tachiba/model"
)

// reasons is how many features an explanation names for each candidate.
const reasons = 6

// unlikely is the probability under which an explanation leaves a candidate out
// that the rules say nothing of.
const unlikely = 0.05

// Explain returns how the sentences on a line of a digest are read, in their
// order; none where nothing on the line is coded. The error is Code's.
func (c *Coder) Explain(ctx context.Context, d *model.Digest, line int) ([]model.Reading, error) {
	m, err := c.weights()
	if err != nil {
		return nil, err
	}
	var out []model.Reading
	o := &observer{names: map[rank.Feature]string{}}
	err = c.each(ctx, d, func(i int, v *view) {
		if s := d.Sentences[i]; s.Line == line {
			r := v.explained()
			r.Line = line
			if m != nil {
				r.Weighed = v.weighed(o, m, c.least)
			}
			out = append(out, r)
		}
	})
	return out, err
}

// explained returns what the grammar made of the sentence.
func (v *view) explained() model.Reading {
	r := v.r
	out := model.Reading{Text: r.text}
	for _, t := range r.tokens {
		out.Words = append(out.Words, model.ReadWord{Text: t.text, Kind: t.kind.String()})
	}
	for i, c := range r.clauses {
		h := r.who[i]
		out.Clauses = append(out.Clauses, model.ReadClause{
			Text: r.text[c.start:c.end], Ending: c.ending.String(), Holder: h.name, Actors: h.actors, Sure: h.sure,
		})
	}
	for i := range r.phrases {
		p := &r.phrases[i]
		out.Names = append(out.Names, model.ReadName{Text: p.name, Actors: p.actors, Third: p.third, Role: p.role.name()})
	}
	for _, m := range r.marks {
		if m.Kind == lexicon.Topic || m.Kind == lexicon.Cue {
			out.Signs = append(out.Signs, model.ReadSign{Text: r.text[m.Start:m.End], Topic: m.Topic, Sign: m.Sign, Class: m.Class})
		}
	}
	return out
}

// weighed returns what the sentence may say, surest first.
func (v *view) weighed(o *observer, m *rank.Model, least float64) []model.Weighed {
	var out []model.Weighed
	v.candidates(o, m, func(c *candidate) {
		p := m.Classify(o.features)
		if c.rule == nil && 1-p[0] < unlikely {
			return
		}
		w := model.Weighed{Actor: c.actor, Topic: c.about.topic, Chances: map[model.Stance]float64{}}
		if c.rule != nil {
			w.Rule = c.rule.stance
		}
		for k, s := range Stances {
			w.Chances[s] = p[k]
		}
		best := likeliest(p)
		if 1-p[0] >= least {
			w.Stance = Stances[best]
		}
		w.Reasons = o.reasons(m, best)
		out = append(out, w)
	})
	slices.SortStableFunc(out, func(a, b model.Weighed) int {
		return cmp.Compare(a.Chances[model.NoEvidence], b.Chances[model.NoEvidence])
	})
	return out
}

// reasons returns the features that count most for a class or against it.
func (o *observer) reasons(m *rank.Model, class int) []model.Reason {
	sum := map[rank.Feature]float64{}
	for _, f := range o.features {
		if w, ok := m.Of(f); ok {
			sum[f] += float64(w[class-1])
		}
	}
	var out []model.Reason
	delete(sum, o.prefix.And(rank.PartOf("bias"))) // it speaks for all alike
	for f, w := range sum {
		out = append(out, model.Reason{Name: o.names[f], Weight: w})
	}
	slices.SortFunc(out, func(a, b model.Reason) int {
		return cmp.Or(cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)), cmp.Compare(a.Name, b.Name))
	})
	return out[:min(len(out), reasons)]
}
