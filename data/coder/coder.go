// Package coder reads sentences of digests for statements: which actor takes
// which stance on which topic. It works by rule: the words come from a
// lexicon, the grammar from the parts of speech that kagome gives.
//
// A sentence is read in steps, a file each: tokens, phrases (who is named, and
// as what), clauses, the holder of each topic, and the stance, which is the
// sign of the topic's word turned by each predicate and negation above it.
package coder

import (
	"context"
	"slices"

	"tachiba/data/coder/rank"
	"tachiba/data/lexicon"
	"tachiba/model"
)

// Version names the rules in code: statements coded by another version are to
// be coded anew.
const Version = "3"

// Coder codes digests by one lexicon. It may be used by several goroutines.
type Coder struct {
	lex     *lexicon.Lexicon
	weights func() (*rank.Model, error)
	least   float64
}

// New returns a coder that goes by lex. It costs nothing: the dictionary and
// the weights are loaded with the first sentence that needs them.
func New(lex *lexicon.Lexicon) *Coder { return &Coder{lex, weights, Enough} }

// ByRule returns a coder that only goes by the rules. It is what the weights
// are measured against.
func ByRule(lex *lexicon.Lexicon) *Coder { return With(lex, nil, Enough) }

// With returns a coder that goes by other weights, and codes what is said with
// at least that probability. Without weights it goes by the rules alone.
func With(lex *lexicon.Lexicon, m *rank.Model, least float64) *Coder {
	return &Coder{lex, func() (*rank.Model, error) { return m, nil }, least}
}

// Code returns the statements of a digest in the order of its sentences, at
// most one for each sentence, actor and topic. It returns the context's error
// when that ends, and otherwise one only if the dictionary can't be loaded.
func (c *Coder) Code(ctx context.Context, d *model.Digest) ([]model.Statement, error) {
	m, err := c.weights()
	if err != nil {
		return nil, err
	}
	var out []model.Statement
	o := &observer{}
	err = c.each(ctx, d, func(i int, v *view) {
		found := v.found
		if m != nil {
			found = v.ranked(o, m, c.least)
		}
		for _, f := range found {
			out = append(out, c.statement(d, i, f))
		}
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// each reads the sentences of a digest in their order, and gives those that may
// make statements to do.
func (c *Coder) each(ctx context.Context, d *model.Digest, do func(int, *view)) error {
	story := newStory()
	for i, s := range d.Sentences {
		if err := ctx.Err(); err != nil {
			return err
		}
		story.enter(s)
		off := d.OffTopic(s)
		r, found, err := c.see(story, s, s.Role.Coded() && !off)
		if err != nil {
			return err
		}
		story.quote(s.Text, r)
		r.off = off
		if s.Role.Coded() {
			do(i, r.view(story, s.Role, found))
		}
		if !off {
			story.follow(r, s.Role)
			story.aboutTopic(r, s.Role, found)
		}
	}
	return nil
}

// see reads a sentence and returns what the rules find in it, if they are asked.
func (c *Coder) see(s *story, next model.Sentence, asked bool) (*reading, []finding, error) {
	if isEnglish(next.Text) {
		r, found := c.readEnglish(s, next.Text, asked)
		return r, settle(found), nil
	}
	r, err := c.read(next.Text, next.Role.Coded())
	if err != nil {
		return nil, nil, err
	}
	r.resolve(s)
	r.findSubjects()
	if !asked {
		return r, nil, nil
	}
	return r, settle(r.findings(s, next.Role)), nil
}

func (c *Coder) statement(d *model.Digest, sentence int, f finding) model.Statement {
	s := d.Sentences[sentence]
	source := d.SourceOf(s)
	return model.Statement{
		Digest: d.ID, Sentence: sentence, Line: s.Line, Text: s.Text, Role: s.Role,
		Actor: f.actor, Speaker: f.speaker, Topic: f.topic, Stance: f.stance,
		Date: d.Date(s), Outlet: source.Outlet, URL: source.URL,
		Cue: f.cue, Confidence: f.confidence,
	}
}

// finding is a statement without its place.
type finding struct {
	actor      model.ActorID
	speaker    string
	topic      model.TopicID
	stance     model.Stance
	cue        string
	confidence float64
	evident    bool // a predicate of the lexicon said so
}

// settle makes one of several findings on one actor and topic: what a predicate
// says holds against what is only supposed, the far surer against the less
// sure; otherwise yes and no together are conditional.
func settle(findings []finding) []finding {
	var out []finding
	for _, f := range findings {
		i := slices.IndexFunc(out, func(g finding) bool { return g.actor == f.actor && g.topic == f.topic })
		switch {
		case i < 0:
			out = append(out, f)
		case out[i].evident != f.evident:
			if f.evident {
				out[i] = f
			}
		case out[i].confidence > f.confidence+slack || out[i].stance == f.stance && out[i].confidence >= f.confidence:
		case f.confidence > out[i].confidence+slack || out[i].stance == f.stance:
			out[i] = f
		default:
			out[i].stance = model.Conditional
			out[i].cue = joinCue(out[i].cue, f.cue)
		}
	}
	return out
}

// slack is how much surer one finding must be to hold against another.
const slack = 0.12
