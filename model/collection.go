package model

// Collection is what is loaded: digests, their statements, and what was left
// out with the reason.
type Collection struct {
	Digests    []Digest
	Statements []Statement
	Problems   []Problem
	Samples    bool // the embedded digests, because the reader named none
}

// Progress tells how far loading and coding have come.
type Progress struct {
	Done, Total int // digests coded, digests found
}
