package model

import (
	"cmp"
	"slices"
	"strings"
)

// Stance is how an actor stands to a topic's proposition.
type Stance string

// The stances. NoEvidence is the absence of any and distinct from all three.
const (
	Favor       Stance = "favor"
	Against     Stance = "against"
	Conditional Stance = "conditional" // would accept it only on terms
	NoEvidence  Stance = ""
)

// Stances lists the stances in the order in which they are shown.
var Stances = [...]Stance{Favor, Against, Conditional}

// Statement is one actor taking one stance on one topic in one sentence.
type Statement struct {
	Digest   string  // Digest.ID
	Sentence int     // index in Digest.Sentences
	Line     int     // 1-based line of the file
	Text     string  // the sentence, as in the file
	Role     Role    // of the sentence
	Actor    ActorID // who takes the stance
	Speaker  string  // the actor as the text names them, "" when carried over
	Topic    TopicID
	Stance   Stance
	Date     Date
	Outlet   string
	URL      string
	Cue      string // the words on which the stance rests, " … " between them
	// Confidence is how sure the coder is, from 0 to 1.
	Confidence float64
}

// doubtful is the confidence below which the coder is right about as often as not.
const doubtful = 0.5

// Doubtful tells whether the coder is unsure of the statement.
func (s Statement) Doubtful() bool { return s.Confidence < doubtful }

// Cues returns the words of the sentence on which the stance rests.
func (s Statement) Cues() []string { return strings.Split(s.Cue, " … ") }

// NewestFirst sorts statements by date, newest first, those without a date
// last; within a day in the order of digests and lines.
func NewestFirst(statements []Statement) {
	// Statements are large: their places are sorted, then each is moved once.
	sorted := make([]*Statement, len(statements))
	for i := range statements {
		sorted[i] = &statements[i]
	}
	slices.SortStableFunc(sorted, newestFirst)
	moved := make([]Statement, len(statements))
	for i, s := range sorted {
		moved[i] = *s
	}
	copy(statements, moved)
}

func newestFirst(a, b *Statement) int {
	if a.Date != b.Date {
		return cmp.Compare(b.Date, a.Date)
	}
	if a.Digest != b.Digest {
		return cmp.Compare(a.Digest, b.Digest)
	}
	return cmp.Compare(a.Line, b.Line)
}

// Span returns the first and the last known date of statements, unknown ones
// where none has a date.
func Span(statements []Statement) (first, last Date) {
	for i := range statements {
		d := statements[i].Date
		if d.Known() && (!first.Known() || d < first) {
			first = d
		}
		last = max(last, d)
	}
	return first, last
}
