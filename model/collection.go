package model

import "slices"

// Collection is what is loaded: digests, their statements, and what was left
// out with the reason.
type Collection struct {
	Digests    []Digest
	Statements []Statement
	Problems   []Problem
	Progress   Progress
	Samples    bool // the embedded digests, because the reader named none
}

// Listings returns how a list shows the digests.
func (c *Collection) Listings() []Listing {
	counts := map[string]int{}
	for i := range c.Statements {
		counts[c.Statements[i].Digest]++
	}
	out := make([]Listing, len(c.Digests))
	for i := range c.Digests {
		out[i] = c.Digests[i].Listing()
		out[i].Statements = counts[out[i].ID]
	}
	return out
}

// Digest returns the digest with an ID; the error is a *Problem where there is
// none.
func (c *Collection) Digest(id string) (*Digest, error) {
	i := slices.IndexFunc(c.Digests, func(d Digest) bool { return d.ID == id })
	if i < 0 {
		return nil, &Problem{Code: ProblemUnknown, Path: id}
	}
	return &c.Digests[i], nil
}

// Progress tells how far loading and coding have come.
type Progress struct {
	Found int // digests to code
	Coded int // digests coded
	Done  bool
}

// Update is a step of loading: more digests, more statements, more problems.
// Progress and Samples replace what was known.
type Update struct {
	Digests    []Digest
	Statements []Statement
	Problems   []Problem
	Progress   Progress
	Samples    bool
}

// Add adds an update to the collection.
func (c *Collection) Add(u Update) {
	c.Digests = append(c.Digests, u.Digests...)
	c.Statements = append(c.Statements, u.Statements...)
	c.Problems = append(c.Problems, u.Problems...)
	c.Progress, c.Samples = u.Progress, u.Samples
}
