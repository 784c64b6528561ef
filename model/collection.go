package model

// Collection is what is loaded: digests, their statements, and what was left
// out with the reason.
type Collection struct {
	Digests    []Digest
	Statements []Statement
	Problems   []Problem
	Progress   Progress
	Samples    bool // the embedded digests, because the reader named none
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
