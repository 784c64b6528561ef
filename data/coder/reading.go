package coder

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tachiba/data/lexicon"
	"tachiba/model"
)

// reading is a sentence as far as the rules have read it.
type reading struct {
	lex     *lexicon.Lexicon
	text    string
	tokens  []token
	marks   []lexicon.Mark
	phrases []phrase
	clauses []clause
	who     []holder // of each clause
	english bool
	off     bool // the sentence's card is about something else
}

// read returns the reading of a sentence. One that is not coded is only read
// when it names somebody or something; else it has no words.
func (c *Coder) read(text string, coded bool) (*reading, error) {
	text = model.StripMark(text)
	marks := c.lex.Scan(text)
	if !coded && !promising(marks) {
		return &reading{lex: c.lex, text: text}, nil
	}
	tokens, err := tokenize(text)
	if err != nil {
		return nil, err
	}
	r := &reading{lex: c.lex, text: text, tokens: tokens}
	for i, m := range marks {
		if r.sound(marks, i) {
			r.marks = append(r.marks, m)
		}
	}
	r.findPhrases()
	r.split()
	return r, nil
}

// promising tells whether a sentence is worth reading: it names somebody or a
// topic.
func promising(marks []lexicon.Mark) bool {
	for _, m := range marks {
		switch m.Kind {
		case lexicon.Topic, lexicon.Actor, lexicon.Person, lexicon.Short, lexicon.ThirdParty, lexicon.Title:
			return true
		}
	}
	return false
}

// sound tells whether a mark is the word that it looks like and not the middle
// of another.
func (r *reading) sound(marks []lexicon.Mark, i int) bool {
	m := marks[i]
	switch m.Kind {
	case lexicon.Cue:
		if m.Effect == lexicon.Negates && !r.closes(m) {
			return false // the ず of ずらり
		}
		_, ok := r.tokenFrom(m.Start)
		return ok || m.Effect == lexicon.Setting || !isHiragana(r.text[m.Start:]) && m.End-m.Start > 3
	case lexicon.Short:
		return r.compound(marks, i)
	}
	return true
}

// compound tells whether a one-character name stands for the country: beside
// another name or before a title (米ロ, 米政府), but not after 対 or 訪.
func (r *reading) compound(marks []lexicon.Mark, i int) bool {
	m := marks[i]
	before, _ := utf8.DecodeLastRuneInString(r.text[:m.Start])
	if strings.ContainsRune("対訪在親反嫌駐渡帰来", before) {
		return false
	}
	names := func(j int) bool {
		if j < 0 || j >= len(marks) {
			return false
		}
		k := marks[j].Kind
		return k == lexicon.Short || k == lexicon.Actor || k == lexicon.Person
	}
	if i > 0 && marks[i-1].End == m.Start && names(i-1) {
		return true
	}
	if i+1 < len(marks) && marks[i+1].Start == m.End && (names(i+1) || marks[i+1].Kind == lexicon.Title) {
		return true
	}
	after, _ := utf8.DecodeRuneInString(r.text[m.End:])
	if unicode.Is(unicode.Katakana, after) || unicode.Is(unicode.Katakana, before) {
		return false
	}
	if i+1 < len(marks) && marks[i+1].Start == m.End && (marks[i+1].Kind == lexicon.Topic || marks[i+1].Effect == lexicon.Holding) {
		return true
	}
	t, ok := r.tokenFrom(m.Start)
	return ok && r.tokens[t].end == m.End && t+1 < len(r.tokens) && r.tokens[t+1].kind >= caseParticle &&
		r.tokens[t+1].kind <= particle && (t == 0 || r.tokens[t-1].kind != noun)
}

func isHiragana(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Hiragana, c)
}

// tokenAt returns the index of the token that holds the byte, or that follows.
func (r *reading) tokenAt(at int) int {
	lo, hi := 0, len(r.tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.tokens[mid].end <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// tokenFrom returns the index of the token that starts at the byte, false when
// none does.
func (r *reading) tokenFrom(at int) (int, bool) {
	t := r.tokenAt(at)
	return t, t < len(r.tokens) && r.tokens[t].start == at
}

// markAt returns the index of the mark that starts at the byte, or -1.
func (r *reading) markAt(at int) int {
	for i, m := range r.marks {
		if m.Start == at {
			return i
		}
		if m.Start > at {
			break
		}
	}
	return -1
}

// between returns the marks that lie within a range of bytes.
func (r *reading) between(start, end int) []lexicon.Mark {
	i := 0
	for i < len(r.marks) && r.marks[i].Start < start {
		i++
	}
	j := i
	for j < len(r.marks) && r.marks[j].End <= end {
		j++
	}
	return r.marks[i:j]
}
