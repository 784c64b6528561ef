package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// unit is what a statement is about; there is one code for each.
type unit struct {
	digest   int // index in answerKey.digests
	sentence int // index in Digest.Sentences; negative where the digest has no such sentence
	actor    ActorID
	topic    TopicID
}

// answer is what gold says of a unit.
type answer struct {
	accepted []Stance // the first one is the answer proper
	optional bool
	text     string
	line     int
}

// answerKey is gold laid over the digests that it names.
type answerKey struct {
	digests   []*Digest
	answers   map[unit]*answer
	missing   []string
	unmatched int
}

// pair is a unit with gold's stance and the coder's, either of which may be
// NoEvidence, but not both. Where gold accepts several stances and the coder
// gave one of them, gold is that one.
type pair struct {
	unit
	gold, got  Stance
	date       Date
	cue        string
	confidence float64
}

func anyPair(pair) bool    { return true }
func (p pair) found() bool { return p.gold != NoEvidence && p.got != NoEvidence }
func (p pair) right() bool { return p.found() && p.gold == p.got }
func (a *answer) add(r GoldRow) {
	a.accepted = append(append(a.accepted, r.Stance), r.Also...)
	a.optional = a.optional && r.Optional
}

func newKey(gold []GoldRow, digests []Digest) *answerKey {
	k := &answerKey{answers: map[unit]*answer{}}
	index := map[string]int{}
	for i := range digests {
		named := slices.ContainsFunc(gold, func(r GoldRow) bool { return r.Digest == digests[i].ID })
		if _, again := index[digests[i].ID]; named && !again {
			index[digests[i].ID] = len(k.digests)
			k.digests = append(k.digests, &digests[i])
		}
	}
	for _, r := range gold {
		d, ok := index[r.Digest]
		if !ok {
			if !slices.Contains(k.missing, r.Digest) {
				k.missing = append(k.missing, r.Digest)
			}
			continue
		}
		sentence, ok := r.SentenceIn(k.digests[d])
		if !ok {
			k.unmatched++
			sentence = -k.unmatched
		}
		u := unit{d, sentence, r.Actor, r.Topic}
		if k.answers[u] == nil {
			k.answers[u] = &answer{optional: true, text: r.Sentence, line: r.Line}
		}
		k.answers[u].add(r)
	}
	return k
}

// SentenceIn returns the index of the sentence that a gold row is about: of
// those near its line the one whose text is most alike, which must share at
// least half with it. Gold may be a few lines off where the text was edited
// after it was coded; of equally alike sentences the one nearer to the line
// is taken.
func (r GoldRow) SentenceIn(d *Digest) (int, bool) {
	const near = 12
	want := squeeze(r.Sentence)
	best, at, away := 0.0, 0, 0
	for i := range d.Sentences {
		off := max(d.Sentences[i].Line-r.Line, r.Line-d.Sentences[i].Line)
		if off > near {
			continue
		}
		if like := likeness(squeeze(d.Sentences[i].Text), want); like > best || like == best && off < away {
			best, at, away = like, i, off
		}
	}
	return at, best >= 0.5
}

// likeness is 2 for equal texts, above 1 where one holds the other, else the
// share of character pairs that both have.
func likeness(have, want string) float64 {
	switch {
	case have == want:
		return 2
	case have != "" && want != "" && (strings.Contains(have, want) || strings.Contains(want, have)):
		return 1 + overlap(have, want)
	}
	return overlap(have, want)
}

// squeeze drops marks and white space, in which copies of a text differ.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\ufe0f' {
			return -1
		}
		return r
	}, StripMark(strings.TrimSpace(s)))
}

// overlap is the share of two texts' pairs of characters that both have (the
// Dice coefficient).
func overlap(a, b string) float64 {
	count := map[[2]rune]int{}
	bigrams := func(s string, n int) (total int) {
		var last rune
		for i, r := range s {
			if i > 0 {
				count[[2]rune{last, r}] += n
				total++
			}
			last = r
		}
		return total
	}
	total := bigrams(a, 1) + bigrams(b, -1)
	if total == 0 {
		return 0
	}
	differ := 0
	for _, n := range count {
		differ += max(n, -n)
	}
	return float64(total-differ) / float64(total)
}

// align lays coded statements beside the answers, in the order of digests,
// sentences, actors and topics. Optional answers and what was coded for them
// are left out, and so is what was coded in digests without gold.
func (k *answerKey) align(coded []Statement) []pair {
	got := map[unit]*Statement{}
	for i := range coded {
		s := &coded[i]
		d := slices.IndexFunc(k.digests, func(d *Digest) bool { return d.ID == s.Digest })
		if d >= 0 {
			got[unit{d, s.Sentence, s.Actor, s.Topic}] = s
		}
	}
	var pairs []pair
	for u, a := range k.answers {
		if a.optional {
			delete(got, u)
			continue
		}
		p := pair{unit: u, gold: a.accepted[0], date: k.date(u)}
		if s := got[u]; s != nil {
			p.got, p.cue, p.confidence = s.Stance, s.Cue, s.Confidence
			if slices.Contains(a.accepted, s.Stance) {
				p.gold = s.Stance
			}
			delete(got, u)
		}
		pairs = append(pairs, p)
	}
	for u, s := range got {
		pairs = append(pairs, pair{unit: u, got: s.Stance, date: k.date(u), cue: s.Cue, confidence: s.Confidence})
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(a.digest, b.digest), cmp.Compare(a.sentence, b.sentence),
			cmp.Compare(a.actor, b.actor), cmp.Compare(a.topic, b.topic))
	})
	return pairs
}

// sentence returns the sentence of a unit, nil when the digest has none such.
func (k *answerKey) sentence(u unit) *Sentence {
	if s := k.digests[u.digest].Sentences; u.sentence >= 0 && u.sentence < len(s) {
		return &s[u.sentence]
	}
	return nil
}

func (k *answerKey) date(u unit) Date {
	if s := k.sentence(u); s != nil {
		return k.digests[u.digest].Date(*s)
	}
	return 0
}

// eachSentence calls do for every sentence that may carry a statement.
func (k *answerKey) eachSentence(do func(digest, sentence int, s *Sentence)) {
	for d, digest := range k.digests {
		for i := range digest.Sentences {
			if s := &digest.Sentences[i]; s.Role.Coded() && !digest.OffTopic(*s) {
				do(d, i, s)
			}
		}
	}
}

// errors returns the pairs on which gold and the coder differ.
func (k *answerKey) errors(pairs []pair) []CodingError {
	var out []CodingError
	for _, p := range pairs {
		if p.right() {
			continue
		}
		e := CodingError{
			Kind: ErrorStance, Digest: k.digests[p.digest].ID, Actor: p.actor, Topic: p.topic,
			Expected: p.gold, Got: p.got, Cue: p.cue,
		}
		switch NoEvidence {
		case p.gold:
			e.Kind = ErrorExtra
		case p.got:
			e.Kind = ErrorMissed
		}
		if s := k.sentence(p.unit); s != nil {
			e.Line, e.Sentence = s.Line, s.Text
		} else if a := k.answers[p.unit]; a != nil {
			e.Line, e.Sentence = a.line, a.text
		}
		out = append(out, e)
	}
	return out
}
