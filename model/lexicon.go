package model

import "slices"

// Lang is a language of names: "ja" or "en".
type Lang string

// The languages of the interface.
const (
	Japanese Lang = "ja"
	English  Lang = "en"
)

// Name is a name in Japanese and English.
type Name struct {
	JA string `json:"ja" toml:"ja"`
	EN string `json:"en" toml:"en"`
}

// In returns the name in lang, else in the other language.
func (n Name) In(lang Lang) string {
	if lang == English && n.EN != "" || n.JA == "" {
		return n.EN
	}
	return n.JA
}

// ActorID and TopicID identify actors and topics: "US", "nato".
type (
	ActorID string
	TopicID string
)

// Actor is one of the parties compared.
type Actor struct {
	ID   ActorID
	Name Name
	// Reading is the Japanese name in hiragana, by which it is found in romaji; ""
	// where the lexicon has none.
	Reading string
	// Short is the one-character Japanese name, 米; "" where the lexicon has none.
	Short string
	// Words are the words that name the actor in a text: countries,
	// institutions and people. A view tints them.
	Words []string
	// Members are the parts of a group that may be compared on their own: Germany of
	// Europe. They have no members themselves. Coders code the group; which member
	// spoke is read from the speaker's name: the one of whose Words one stands first
	// in it, whole (WholeWord), in any case or width; of words at one place the
	// longest counts, of equal ones that of the member listed first. So "メルツ独首相と
	// マクロン大統領" is Germany and "英仏" the UK; a name with none of the words is
	// the group's, but no member's.
	Members []Actor
}

// Topic is a question on which actors take stances.
type Topic struct {
	ID          TopicID
	Name        Name
	Reading     string // as of Actor
	Proposition Name   // what favor and against are said of
	// Words are the words that name the topic in a text. A view tints them.
	Words []string
}

// Lexicon is the actors and topics of one conflict, in the order in which they
// are shown.
type Lexicon struct {
	Name   Name // of the conflict
	Actors []Actor
	Topics []Topic
}

// Actor returns the actor with that ID, which may be a member of another.
func (l *Lexicon) Actor(id ActorID) (Actor, bool) {
	has := func(a Actor) bool { return a.ID == id }
	if i := slices.IndexFunc(l.Actors, has); i >= 0 {
		return l.Actors[i], true
	}
	for _, a := range l.Actors {
		if i := slices.IndexFunc(a.Members, has); i >= 0 {
			return a.Members[i], true
		}
	}
	return Actor{}, false
}

// Topic returns the topic with that ID.
func (l *Lexicon) Topic(id TopicID) (Topic, bool) {
	i := slices.IndexFunc(l.Topics, func(t Topic) bool { return t.ID == id })
	if i < 0 {
		return Topic{}, false
	}
	return l.Topics[i], true
}
