package model

// Hit is a sentence that a search found.
type Hit struct {
	Digest   string // Digest.ID
	Title    string // of the digest
	Sentence int    // index in Digest.Sentences
	Line     int
	Text     string
	Date     Date
	Outlet   string
	URL      string
}

// Search asks for sentences.
type Search struct {
	Text   string // every term of it is in the sentence
	Filter Filter // where it selects by actor, topic, stance, confidence or review, the sentence carries such a statement
	Limit  int    // the most hits, 0 for all
	// ByRank puts first the sentences in which the terms count most (BM25)
	// instead of the newest.
	ByRank bool
}

// ByStatement tells whether the filter asks for more of a sentence than its text
// and date.
func (f Filter) ByStatement() bool {
	return len(f.Actors)+len(f.Topics)+len(f.Stances) > 0 || f.MinConfidence > 0 || f.Review != ReviewAll
}

// Within tells whether a date is one that the filter selects.
func (f Filter) Within(d Date) bool {
	return (!f.Since.Known() || d >= f.Since) && (!f.Until.Known() || d.Known() && d <= f.Until)
}
