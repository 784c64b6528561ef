package model

// Overview is what can be shown of a library at once, whatever its size: the
// comparison of all statements, each position with its leading statement alone.
type Overview struct {
	Comparison Comparison
	Digests    int
	First      Date // of the statements
	Last       Date
}

// Marks is what a person sets of a digest; nil leaves it as it is.
type Marks struct{ Read, Starred *bool }

// Set sets the marks of a listing.
func (m Marks) Set(l *Listing) {
	if m.Read != nil {
		l.Read = *m.Read
	}
	if m.Starred != nil {
		l.Starred = *m.Starred
	}
}

// Outcome is what became of a digest that was to be kept.
type Outcome string

// The outcomes.
const (
	OutcomeSame     Outcome = "same"     // it was there
	OutcomeAdded    Outcome = "added"    // it is new
	OutcomeReplaced Outcome = "replaced" // its text was another
	OutcomeGone     Outcome = "gone"     // the reader removed it before: a feed does not bring it back
)

// Step is how far adding or fetching has come: what became of one thing, out of
// how many.
type Step struct {
	Done, All int
	Name      string // path, address, or title of a feed
	ID        string // of the digest, where one was added
	Counts    map[Outcome]int
	Unchanged bool     // the server said that nothing changed (RFC 9110, 304)
	Problem   *Problem // nil when all went well
}
