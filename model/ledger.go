package model

import (
	"cmp"
	"math"
	"slices"
	"sync/atomic"
)

// Entry is what filters and comparisons need of a statement. It is small, so
// that hundreds of thousands are in memory while their texts are not: 32 bytes.
type Entry struct {
	Key        int64 // where the reader finds the statement
	Date       Date
	Digest     int32 // place in Ledger.Digests
	Confidence float32
	Outlet     int32  // place in Ledger.Outlets
	Actor      uint16 // place in Ledger.Actors
	Topic      uint16 // place in Ledger.Topics
	Stance     uint8  // Stance.Number
	Origin     uint8  // place in Origins
	Speaker    uint16 // place in Ledger.Speakers
}

// Reader reads what entries stand for.
type Reader interface {
	// Statement returns the whole statement of an entry. Where it can't be read
	// its Text is empty; the reader tells why in its own way.
	Statement(l *Ledger, e Entry) Statement
	// Matching returns a function that tells whether the sentence or the speaker
	// of an entry holds a term, which is folded by FoldText.
	Matching(l *Ledger, term string) func(e *Entry) bool
}

// Ledger is the entries of all statements, newest first, with the names that
// they refer to by place.
type Ledger struct {
	Entries []Entry
	Digests []string // Digest.ID by place
	Outlets []string // name and host, for searches
	Actors  []ActorID
	Topics  []TopicID
	// Speakers are the names of who spoke, the first one "": nobody was named, or
	// there are more than MaxSpeakers.
	Speakers []string
	// Since is the place of the first digest that is new since the last visit;
	// places are in the order in which digests came.
	Since  int32
	Reader Reader

	grouped  atomic.Pointer[groups] // of the lexicon last asked for
	digested atomic.Pointer[digestPlaces]
}

// MaxSpeakers is how many speakers a ledger tells apart, "" among them.
const MaxSpeakers = math.MaxUint16 + 1

// New tells whether the entry came since the last visit.
func (l *Ledger) New(e *Entry) bool { return e.Digest >= l.Since }

// NewLedger returns the ledger of statements, which it keeps; none is new.
func NewLedger(statements []Statement) *Ledger {
	l := &Ledger{Entries: make([]Entry, len(statements)), Reader: memory(statements)}
	digests, outlets := places[string]{&l.Digests, nil}, places[string]{&l.Outlets, nil}
	actors, topics := places[ActorID]{&l.Actors, nil}, places[TopicID]{&l.Topics, nil}
	speakers := places[string]{&l.Speakers, nil}
	speakers.of("")
	for i := range statements {
		s := &statements[i]
		l.Entries[i] = Entry{
			Key: int64(i), Date: s.Date, Digest: int32(digests.of(s.Digest)), Confidence: float32(s.Confidence),
			Outlet: int32(outlets.of(s.Outlet + "\n" + Host(s.URL))), Actor: uint16(actors.of(s.Actor)), Topic: uint16(topics.of(s.Topic)),
			Stance: s.Stance.Number(), Origin: place(Origins[:], s.Origin),
			Speaker: uint16(speakers.upTo(MaxSpeakers, s.Speaker)),
		}
	}
	l.Since = int32(len(l.Digests))
	slices.SortStableFunc(l.Entries, func(a, b Entry) int {
		x, y := &statements[a.Key], &statements[b.Key]
		return cmp.Or(cmp.Compare(y.Date, x.Date), cmp.Compare(x.Digest, y.Digest), cmp.Compare(x.Line, y.Line))
	})
	return l
}

// Span returns the first and the last known date of the entries, unknown ones
// where none has a date.
func (l *Ledger) Span() (first, last Date) {
	for i := range l.Entries {
		if d := l.Entries[i].Date; d.Known() {
			first, last = d, max(last, d) // newest first, those without a date last
		}
	}
	return first, last
}

// place returns the place of a value among all, their number where it is none of
// them.
func place[T comparable](all []T, v T) uint8 {
	i := slices.Index(all, v)
	if i < 0 {
		i = len(all)
	}
	return uint8(i)
}

// StanceOf returns the stance of an entry.
func (e *Entry) StanceOf() Stance { return StanceAt(e.Stance) }

// reviewed tells whether a person said something of the entry.
func (e *Entry) reviewed() bool { return e.Origin > 0 }

// Select returns the places of the entries that a filter selects, newest first, or, of
// the doubtful alone, the least sure first.
func (l *Ledger) Select(f Filter) []int32 {
	match := l.matcher(f)
	places := slices.Concat(inParts(len(l.Entries), func(from, to int) (out []int32) {
		for i := from; i < to; i++ {
			if match(&l.Entries[i]) {
				out = append(out, int32(i))
			}
		}
		return out
	})...)
	if f.Review == ReviewDoubtful {
		return l.leastSure(places)
	}
	return places
}

// sureSteps is how finely leastSure tells confidences apart.
const sureSteps = 1 << 12

// leastSure returns places with the least sure entries first, equally sure ones
// in their order: a counting sort, since there may be hundreds of thousands.
func (l *Ledger) leastSure(places []int32) []int32 {
	step := func(place int32) int { return int(max(0, min(l.Entries[place].Confidence, 1)) * (sureSteps - 1)) }
	var starts [sureSteps + 1]int
	for _, p := range places {
		starts[step(p)+1]++
	}
	for i := range sureSteps {
		starts[i+1] += starts[i]
	}
	out := make([]int32, len(places))
	for _, p := range places {
		i := step(p)
		out[starts[i]] = p
		starts[i]++
	}
	return out
}

// matcher returns a function that tells whether f selects an entry. What costs
// most, the text, is asked last.
func (l *Ledger) matcher(f Filter) func(*Entry) bool {
	actors, topics := among(f.Actors, l.Actors), among(f.Topics, l.Topics)
	groups, members := l.selected(f)
	stances := append(among(f.Stances, Stances[:]), len(f.Stances) == 0)
	since, until, least := f.Since, f.Until, float32(f.MinConfidence)
	if until == 0 {
		until = lastDate
	} else {
		since = max(since, 1) // undated statements are left out
	}
	text := l.text(f.Text)
	return func(e *Entry) bool {
		return e.Date >= since && e.Date <= until && (actors[e.Actor] || groups != nil && members[groups.member(e)]) && topics[e.Topic] && stances[e.Stance] &&
			e.Confidence >= least && f.Review.holds(e) && (!f.New || l.New(e)) && (text == nil || text(e))
	}
}

// lastDate is later than every date.
const lastDate Date = 1<<31 - 1

// among tells of each of all whether it is chosen; all are where none is.
func among[T comparable](chosen, all []T) []bool {
	out := make([]bool, len(all))
	for i, v := range all {
		out[i] = len(chosen) == 0 || slices.Contains(chosen, v)
	}
	return out
}

// text returns a function that tells whether an entry holds every term of a
// query, nil where it has none.
func (l *Ledger) text(query string) func(*Entry) bool {
	var all []func(*Entry) bool
	for _, term := range Terms(query) {
		outlets := make([]bool, len(l.Outlets))
		for i, o := range l.Outlets {
			outlets[i] = Holds(o, term)
		}
		sentence := l.Reader.Matching(l, term)
		all = append(all, func(e *Entry) bool { return outlets[e.Outlet] || sentence(e) })
	}
	if all == nil {
		return nil
	}
	return func(e *Entry) bool {
		for _, holds := range all {
			if !holds(e) {
				return false
			}
		}
		return true
	}
}

// places numbers values in the order in which they first come.
type places[T comparable] struct {
	values *[]T
	known  map[T]int
}

func (p *places[T]) of(v T) int {
	i, ok := p.known[v]
	if !ok {
		if p.known == nil {
			p.known = map[T]int{}
		}
		i = len(*p.values)
		p.known[v] = i
		*p.values = append(*p.values, v)
	}
	return i
}

// upTo returns the place of a value as of does, 0 for one that would be the first
// beyond a number.
func (p *places[T]) upTo(most int, v T) int {
	if _, ok := p.known[v]; !ok && len(*p.values) >= most {
		return 0
	}
	return p.of(v)
}

// memory reads statements that are in memory.
type memory []Statement

func (m memory) Statement(_ *Ledger, e Entry) Statement { return m[e.Key] }

func (m memory) Matching(_ *Ledger, term string) func(*Entry) bool {
	return func(e *Entry) bool {
		s := &m[e.Key]
		return Holds(s.Text, term) || Holds(s.Speaker, term)
	}
}
