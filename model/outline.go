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
	for rest := d.Sentences; len(rest) > 0; {
		n := d.lineOf(rest)
		o.add(rest[0], d.text(rest[:n]))
		rest = rest[n:]
	}
	return o
}

// lineOf returns how many of the first sentences are one line of one part.
func (d *Digest) lineOf(sentences []Sentence) int {
	first := sentences[0]
	n := 1
	for n < len(sentences) && sentences[n].Line == first.Line && sentences[n].Role == first.Role {
		n++
	}
	return n
}

// text returns sentences as one text without the mark before them.
func (d *Digest) text(sentences []Sentence) string {
	parts := make([]string, len(sentences))
	for i, s := range sentences {
		parts[i] = s.Text
	}
	return StripMark(strings.Join(parts, d.Gap()))
}

// add adds the text of a line whose first sentence is s.
func (o *Outline) add(s Sentence, text string) {
	switch {
	case s.Role == RoleKeyPoint:
		o.KeyPoints = append(o.KeyPoints, text)
	case s.Role == RoleTeaser:
		o.Teaser = append(o.Teaser, text)
	case s.Section == None:
	case s.Role == RoleNarrative:
		o.Sections[s.Section].Narrative = append(o.Sections[s.Section].Narrative, text)
	case s.Role == RoleComment:
		o.Sections[s.Section].Comments = append(o.Sections[s.Section].Comments, text)
	case s.Role == RoleClaim:
		claims := &o.Sections[s.Section].Claims[s.Card]
		if n := len(*claims); n > 0 && !strings.HasPrefix(s.Text, MarkClaim) {
			(*claims)[n-1].Text += text // at most a few lines go on with a claim
			return
		}
		*claims = append(*claims, Claim{s.Line, text})
	}
}
