package model

import "strings"

// Outline is a digest's text by part, line by line and without marks.
type Outline struct {
	KeyPoints []string
	Teaser    []string
	Sections  []SectionOutline // as Digest.Sections
}

// SectionOutline is a section's text by part.
type SectionOutline struct {
	Claims    [][]Claim // by card, as Section.Cards
	Narrative []string
	Comments  []string
}

// Claim is one ✅ line of a card, with the lines that continue it.
type Claim struct {
	Line int    `json:"line"`
	Text string `json:"text"`
}

// Outline returns the digest's text by part.
func (d *Digest) Outline() Outline {
	o := Outline{Sections: make([]SectionOutline, len(d.Sections))}
	for i, sec := range d.Sections {
		o.Sections[i].Claims = make([][]Claim, len(sec.Cards))
	}
	var last Sentence
	for _, s := range d.Sentences {
		again := s.Line == last.Line && s.Role == last.Role
		last = s
		switch {
		case s.Role == RoleKeyPoint:
			addText(&o.KeyPoints, s, again)
		case s.Role == RoleTeaser:
			addText(&o.Teaser, s, again)
		case s.Section == None:
		case s.Role == RoleNarrative:
			addText(&o.Sections[s.Section].Narrative, s, again)
		case s.Role == RoleComment:
			addText(&o.Sections[s.Section].Comments, s, again)
		case s.Role == RoleClaim:
			addClaim(&o.Sections[s.Section].Claims[s.Card], s)
		}
	}
	return o
}

// addText adds a sentence as a new line of a part, or to the last line where it
// goes on with it.
func addText(part *[]string, s Sentence, again bool) {
	if n := len(*part); again && n > 0 {
		(*part)[n-1] += s.Text
		return
	}
	*part = append(*part, StripMark(s.Text))
}

func addClaim(claims *[]Claim, s Sentence) {
	if n := len(*claims); n > 0 && !strings.HasPrefix(s.Text, MarkClaim) {
		(*claims)[n-1].Text += s.Text
		return
	}
	*claims = append(*claims, Claim{s.Line, StripMark(s.Text)})
}
