package model

// Reading is how a coder read a sentence, for a person who wants to know why.
type Reading struct {
	Text    string
	Line    int
	Words   []ReadWord
	Clauses []ReadClause
	Names   []ReadName
	Signs   []ReadSign
	Weighed []Weighed // surest first
}

// ReadWord is a token of a sentence with its part of speech.
type ReadWord struct {
	Text string
	Kind string // noun, verb, particle, …
}

// ReadClause is a part of a sentence with a predicate of its own.
type ReadClause struct {
	Text   string
	Ending string    // how it hangs on the next: final, strong, weak, if
	Holder string    // who holds what it says, as the text names them
	Actors []ActorID // who that is
	Sure   float64   // how sure the rung is on which the holder was found, 0 to 1
}

// ReadName is a name in a sentence and what it does there.
type ReadName struct {
	Text   string
	Actors []ActorID
	Third  bool   // somebody whose wishes are not coded
	Role   string // topic, subject, partner, …
}

// ReadSign is a word of the lexicon in a sentence.
type ReadSign struct {
	Text  string
	Topic TopicID // of a topic's word
	Sign  int     // of a topic's word: 1, -1 for the contrary, 0 for a middle way
	Class string  // of a cue
}

// Weighed is what a sentence may say of an actor and a topic, and how likely
// that is.
type Weighed struct {
	Actor   ActorID
	Topic   TopicID
	Rule    Stance // what the rules alone say, NoEvidence for nothing
	Stance  Stance // what is coded, NoEvidence for nothing
	Chances map[Stance]float64
	Reasons []Reason // what counts most, for it and against it
}

// Reason is a feature of a sentence and what it counts for a stance.
type Reason struct {
	Name   string  // its parts, | between them
	Weight float64 // in logits; below zero it speaks against
}
