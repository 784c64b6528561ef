package model

import (
	"cmp"
	"slices"
	"time"
)

// Code is who takes which stance on what.
type Code struct {
	Actor  ActorID `json:"actor"`
	Topic  TopicID `json:"topic"`
	Stance Stance  `json:"stance"`
}

// Code returns what the statement says.
func (s Statement) Code() Code { return Code{s.Actor, s.Topic, s.Stance} }

// Verdict is what a person says of a coded statement.
type Verdict string

// The verdicts.
const (
	Accept Verdict = "accepted"
	Change Verdict = "changed"
	Reject Verdict = "rejected" // it is no statement
	Add    Verdict = "added"    // the coder missed it
)

// Verdicts lists the verdicts.
var Verdicts = [...]Verdict{Accept, Change, Reject, Add}

// Correction is a person's verdict on the code of one sentence. Corrections are
// kept in the order in which they were made, undone ones too: they are the
// history of a code.
type Correction struct {
	ID       int64  // 0 until it is kept
	Digest   string // Digest.ID
	Line     int    // 1-based; where texts change, the sentence counts
	Sentence string
	Verdict  Verdict
	Was      Code // what the coder, or a correction before, said; zero for Add
	Now      Code // what is right; zero for Reject
	At       time.Time
	By       string // who made it, "" for the library's own reader
	Undone   bool
	Lost     bool // its digest is there, but no longer has the sentence
}

// Correct returns the statements of a digest as a person corrected them: coded
// with each correction applied in turn, the reader's own after those of others, in
// the order of sentences. Corrections of sentences that the digest no longer has
// change nothing. A correction holds whatever a later coder says of its actor and
// topic.
func Correct(d *Digest, coded []Statement, corrections []Correction) []Statement {
	out := slices.Clone(coded)
	others := slices.DeleteFunc(slices.Clone(corrections), func(c Correction) bool { return c.By == "" })
	own := slices.DeleteFunc(slices.Clone(corrections), func(c Correction) bool { return c.By != "" })
	for _, c := range append(others, own...) {
		at := d.sentenceAt(c.Sentence, c.Line)
		if c.Undone || at < 0 {
			continue
		}
		now := d.statement(at, c)
		place := slices.IndexFunc(out, func(s Statement) bool { return s.Sentence == at && (s.Code() == c.Was || s.Code() == c.Now) })
		out = slices.DeleteFunc(out, func(s Statement) bool {
			same := func(code Code) bool {
				return s.Sentence == at && s.Actor == code.Actor && s.Topic == code.Topic
			}
			if !same(c.Was) && !same(c.Now) {
				return false
			}
			now.Speaker, now.Cue = s.Speaker, s.Cue // where the coder read it
			return true
		})
		switch {
		case c.Verdict == Reject:
		case place >= 0 && place <= len(out): // where the other stood
			out = slices.Insert(out, place, now)
		default:
			out = append(out, now)
		}
	}
	slices.SortStableFunc(out, func(a, b Statement) int { return cmp.Compare(a.Sentence, b.Sentence) })
	return out
}

// sentenceAt returns the index of the sentence with a text, of several the one
// nearest to a line, -1 without any.
func (d *Digest) sentenceAt(text string, line int) int {
	best := -1
	for i, s := range d.Sentences {
		if s.Text == text && (best < 0 || apart(s.Line, line) < apart(d.Sentences[best].Line, line)) {
			best = i
		}
	}
	return best
}

func apart(a, b int) int { return max(a-b, b-a) }

// statement returns the statement that a correction makes of a sentence.
func (d *Digest) statement(at int, c Correction) Statement {
	s := d.Sentences[at]
	source := d.SourceOf(s)
	origin := Origin(c.Verdict)
	if !slices.Contains(Origins[:], origin) {
		origin = Added
	}
	return Statement{
		Digest: d.ID, Sentence: at, Line: s.Line, Text: s.Text, Role: s.Role, Actor: c.Now.Actor, Topic: c.Now.Topic, Stance: c.Now.Stance,
		Date: d.Date(s), Outlet: source.Outlet, URL: source.URL, Confidence: 1, Origin: origin,
	}
}
