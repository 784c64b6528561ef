package model

import "strings"

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

// Number returns the stance's place in Stances, their number for none.
func (s Stance) Number() uint8 { return place(Stances[:], s) }

// StanceAt returns the stance of a number, NoEvidence for that of none.
func StanceAt(n uint8) Stance {
	if int(n) < len(Stances) {
		return Stances[n]
	}
	return NoEvidence
}

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
	// Confidence is how sure the coder is, from 0 to 1; a person is, with 1.
	Confidence float64
	Origin     Origin
}

// Origin tells whose code a statement is.
type Origin string

// The origins.
const (
	ByCoder  Origin = ""
	Accepted Origin = "accepted" // coded by the coder, found right by a person
	Changed  Origin = "changed"  // coded by the coder, changed by a person
	Added    Origin = "added"    // coded by a person
)

// Origins lists the origins.
var Origins = [...]Origin{ByCoder, Accepted, Changed, Added}

// Doubtful is the confidence below which the coder is right about as often as not.
const Doubtful = 0.5

// Doubtful tells whether the coder is unsure of the statement.
func (s Statement) Doubtful() bool { return s.Confidence < Doubtful }

// Cues returns the words of the sentence on which the stance rests.
func (s Statement) Cues() []string { return strings.Split(s.Cue, " … ") }
