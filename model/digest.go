package model

import "slices"

// Role is the part that a sentence plays in its digest.
type Role string

// The roles, in the order in which a digest usually has them.
const (
	RoleTitle     Role = "title"
	RoleLead      Role = "lead"
	RoleKeyPoint  Role = "key_point" // 💡
	RoleHeading   Role = "heading"
	RoleQuestion  Role = "question"
	RoleAnswer    Role = "answer"
	RoleHeadline  Role = "headline" // the source's own headline on a card
	RolePublished Role = "published"
	RoleClaim     Role = "claim" // ✅
	RoleSource    Role = "source"
	RoleNarrative Role = "narrative"
	RoleComment   Role = "comment" // the digest writer's own voice
	RoleTeaser    Role = "teaser"  // the next page's title
)

// Coded tells whether sentences of this role may carry statements: answers,
// leads, key points, claims and narrative do; titles, headings, questions,
// cards' headlines, teasers and the writer's own voice do not.
func (r Role) Coded() bool {
	switch r {
	case RoleLead, RoleKeyPoint, RoleAnswer, RoleClaim, RoleNarrative:
		return true
	}
	return false
}

// Head tells whether sentences of this role are a card's head: what it says of its
// source, not text.
func (r Role) Head() bool { return r == RoleHeadline || r == RolePublished || r == RoleSource }

// None is the Section or Card of a sentence that has none.
const None = -1

// Sentence is the unit that is coded: a line of the digest with URLs cut out,
// split after 。 ！ ？ ! ?.
type Sentence struct {
	Text    string // as in the file, marks (✅ 💡) included
	Line    int    // 1-based line of the file as stored
	Role    Role
	Section int // index in Digest.Sections, or None
	Card    int // index in Section.Cards, or None
}

// Card is a source that a section sums up.
type Card struct {
	Title     string // the source's headline, "" when the page has none
	Outlet    string // "" when the page has none
	URL       string // http or https, "" when the page has none
	Published Date
	Line      int  // the card's first line
	OffTopic  bool // about something else than the digest: not coded
}

// Section is a heading with its question, answer, cards and text.
type Section struct {
	Heading  string
	Question string
	Answer   string
	Cards    []Card
}

// Note is a fault of the digest itself that a reader should know of.
type Note struct {
	Code NoteCode `json:"code"`
	Line int      `json:"line"`
	// Text is what the note is about: the contradicting date, the template text.
	Text string `json:"text,omitempty"`
}

// NoteCode names the kind of a Note.
type NoteCode string

// The kinds of notes.
const (
	NoteOffTopic     NoteCode = "off_topic"     // the card is about another subject
	NoteNoDate       NoteCode = "no_date"       // the card has no date
	NoteNoOutlet     NoteCode = "no_outlet"     // the card names no outlet
	NoteNoURL        NoteCode = "no_url"        // the card has no http(s) address
	NoteDateConflict NoteCode = "date_conflict" // the text gives a date that its card contradicts
	NoteGarbled      NoteCode = "garbled"       // an outlet's name is mojibake
	NoteTemplate     NoteCode = "template"      // template text leaked into the page
)

// Digest is a news article that sums up several sources.
type Digest struct {
	ID        string // the file's name without its extension
	Path      string // as named by the reader, fit to be shown
	Lang      string // "ja" or "en", by the script of its text
	Title     string
	Lead      string
	Sections  []Section
	Sentences []Sentence // all of them, in the file's order
	Notes     []Note
	// Own is the article's own address, outlet and date, where it is no digest of
	// others: what has no card rests on it. Zero for a digest.
	Own Card
}

// OffTopic tells whether the sentence stands on a card about another subject.
func (d *Digest) OffTopic(s Sentence) bool {
	return s.Section != None && s.Card != None && d.Sections[s.Section].Cards[s.Card].OffTopic
}

// Date returns the date of a sentence: that of the card that it rests on, else of
// its section's newest card, else of the digest's newest card, else unknown.
// Never today's.
func (d *Digest) Date(s Sentence) Date {
	if c := d.SourceOf(s); c.Published.Known() {
		return c.Published
	}
	if s.Section != None {
		if date := newest(d.Sections[s.Section].Cards); date.Known() {
			return date
		}
	}
	return d.Newest()
}

// Newest returns the date of the digest's newest on-topic card, else its own, or
// unknown.
func (d *Digest) Newest() Date {
	date := d.Own.Published
	for _, sec := range d.Sections {
		date = max(date, newest(sec.Cards))
	}
	return date
}

func newest(cards []Card) Date {
	var date Date
	for _, c := range cards {
		if !c.OffTopic {
			date = max(date, c.Published)
		}
	}
	return date
}

// Gap returns what stands between two sentences of a line: a space in English.
func (d *Digest) Gap() string {
	if d.Lang == string(English) {
		return " "
	}
	return ""
}

// SourceOf returns the card that a sentence rests on: its own, else its
// section's first on-topic one, else the article's own, which may be zero.
func (d *Digest) SourceOf(s Sentence) Card {
	if s.Section == None {
		return d.Own
	}
	cards := d.Sections[s.Section].Cards
	if s.Card != None {
		return cards[s.Card]
	}
	if i := slices.IndexFunc(cards, func(c Card) bool { return !c.OffTopic }); i >= 0 {
		return cards[i]
	}
	return d.Own
}
