package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tachiba/model"
)

// Kind is what a word of the lexicon names.
type Kind uint8

// The kinds of marks.
const (
	Actor      Kind = iota + 1 // a state or institution
	Person                     // a person
	Short                      // a short name, an actor only inside of a compound
	ThirdParty                 // somebody whose wishes are not coded
	Title                      // 大統領, 政府, 側: what follows an actor's name
	Topic                      // what a stance may be on
	Cue                        // a word that bears on a stance
	Idle                       // a word that only keeps shorter ones from matching
)

// Mark is a word of the lexicon found in a text.
type Mark struct {
	Start, End int // in bytes
	Kind       Kind
	Actor      model.ActorID // of Actor, Person and Short
	Topic      model.TopicID // of Topic
	Sign       int           // of Topic: 1, -1 for a word of the contrary, 0 for a middle way
	Effect     Effect        // of Cue
	Class      string        // of Cue
}

// gap stands in a word for up to gapRunes characters other than punctuation.
const (
	gap      = "〜"
	gapRunes = 14
)

// Scan returns the words of the lexicon in text: at each place the longest,
// none overlapping, in the order of the text.
func (l *Lexicon) Scan(text string) []Mark {
	var out []Mark
	words := l.words()
	for i := 0; i < len(text); {
		if m, ok := words.match(text, i); ok && (m.Effect != Setting || follows(out, m)) {
			out = append(out, m)
			i = m.End
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	return out
}

// follows tells whether the mark stands right behind a topic, as a setting must:
// 領土の|扱い, but not 夜の扱い.
func follows(before []Mark, m Mark) bool {
	n := len(before)
	return n > 0 && before[n-1].Kind == Topic && before[n-1].End == m.Start
}

// index finds the words that begin with a character at once: most characters
// begin none.
type index struct {
	first [1 << 16]*trie
	other *trie // words that begin with characters beyond
}

func (x *index) match(text string, start int) (Mark, bool) {
	c, n := utf8.DecodeRuneInString(text[start:])
	if c = fold(c); int(c) >= len(x.first) {
		return x.other.match(text, start, start)
	}
	if t := x.first[c]; t != nil {
		return t.match(text, start, start+n)
	}
	return Mark{}, false
}

// trie finds the longest word at a place. Upper and lower case of ASCII letters
// are alike; the first meaning that is given to a word holds.
type trie struct {
	chars []rune  // the characters that may come next, in order
	next  []*trie // what follows on each
	mark  *Mark
	rest  []tail // what may come after a gap
}

// after returns what follows on a character, nil for nothing.
func (t *trie) after(c rune) *trie {
	if i, ok := slices.BinarySearch(t.chars, c); ok {
		return t.next[i]
	}
	return nil
}

type tail struct {
	word string
	mark Mark
}

// index returns the words of the lexicon with what each is. Of a word given
// twice the first meaning holds.
func (f *file) index() *index {
	out := &trie{}
	add := func(words []string, m Mark) {
		for _, w := range words {
			out.add(w, m)
		}
	}
	for i := range f.Actors {
		a := &f.Actors[i]
		add(a.Words, Mark{Kind: Actor, Actor: a.ID})
		add(a.People, Mark{Kind: Person, Actor: a.ID})
		add(a.Short, Mark{Kind: Short, Actor: a.ID})
	}
	for i := range f.Topics {
		t := &f.Topics[i]
		add(t.For, Mark{Kind: Topic, Topic: t.ID, Sign: 1})
		add(t.Contrary, Mark{Kind: Topic, Topic: t.ID, Sign: -1})
		add(t.Midway, Mark{Kind: Topic, Topic: t.ID})
		add(t.Not, Mark{Kind: Idle})
	}
	for i := range f.Classes {
		add(f.Classes[i].Words, Mark{Kind: Cue, Effect: f.Classes[i].Effect, Class: f.Classes[i].ID})
	}
	add(f.ThirdParties, Mark{Kind: ThirdParty})
	add(f.Titles, Mark{Kind: Title})
	x := &index{other: out}
	for i, c := range out.chars {
		if int(c) < len(x.first) {
			x.first[c] = out.next[i]
		}
	}
	return x
}

func (t *trie) add(word string, m Mark) {
	head, rest, gapped := strings.Cut(word, gap)
	for _, r := range head {
		r = fold(r)
		i, ok := slices.BinarySearch(t.chars, r)
		if !ok {
			t.chars, t.next = slices.Insert(t.chars, i, r), slices.Insert(t.next, i, &trie{})
		}
		t = t.next[i]
	}
	switch {
	case gapped:
		t.rest = append(t.rest, tail{rest, m})
	case t.mark == nil || t.mark.Kind == Idle:
		t.mark = &m // what one topic excludes may be the word of another
	}
}

// match returns the longest word that starts at a byte, of which the trie's
// own character ends at from.
func (t *trie) match(text string, start, from int) (best Mark, found bool) {
	for i := from; ; {
		if t.mark != nil && i >= best.End && model.WholeWord(text, start, i) {
			best, found = *t.mark, true
			best.Start, best.End = start, i
		}
		reach := 0
		if len(t.rest) > 0 {
			reach = gapReach(text[i:])
		}
		for _, tail := range t.rest {
			if end := gapped(text[i:], tail.word, reach); end > 0 && i+end > best.End && model.WholeWord(text, start, i+end) {
				best, found = tail.mark, true
				best.Start, best.End = start, i+end
			}
		}
		if i >= len(text) {
			return best, found
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if t = t.after(fold(r)); t == nil {
			return best, found
		}
		i += n
	}
}

// gapReach returns how far a gap that begins a text may reach, in bytes: over
// gapRunes characters, none of them one that ends a phrase.
func gapReach(text string) int {
	n := 0
	for i, r := range text {
		if n == gapRunes || strings.ContainsRune("、。,.!?！？「」『』とや", r) {
			return i
		}
		n++
	}
	return len(text)
}

// gapped returns where word ends in text when it starts within reach, else 0.
func gapped(text, word string, reach int) int {
	i := strings.Index(text[:min(len(text), reach+len(word))], word)
	if i < 0 || i > reach {
		return 0
	}
	return i + len(word)
}

// fold makes full-width characters ASCII and capitals small.
func fold(r rune) rune {
	if r >= '！' && r <= '～' {
		r -= '！' - '!'
	}
	if r >= 'A' && r <= 'Z' {
		r += 'a' - 'A'
	}
	return r
}
