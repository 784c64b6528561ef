package model

import (
	"slices"
	"strings"
	"unicode"
)

// Filter selects statements. The zero Filter selects all; within a field any
// value matches, between fields all must.
type Filter struct {
	Actors  []ActorID // or members of them; see In
	Topics  []TopicID
	Stances []Stance
	Since   Date   // the first day selected; undated statements are then left out
	Until   Date   // the last day selected; undated statements are then left out
	Text    string // every term of it is in the sentence, the speaker's name or the outlet's
	// MinConfidence is the least Statement.Confidence selected.
	MinConfidence float64
	Review        Review
	New           bool // only what came since the last visit

	lexicon *Lexicon // see In
}

// SavedFilter is a filter that a person named.
type SavedFilter struct {
	Name   string
	Filter Filter
}

// Review selects statements by what a person did with them.
type Review string

// The selections. ReviewDoubtful gives the least sure first.
const (
	ReviewAll      Review = ""
	ReviewDoubtful Review = "doubtful"  // Statement.Doubtful, not yet corrected
	ReviewDone     Review = "corrected" // accepted, changed or added by a person
)

// Reviews lists the selections.
var Reviews = [...]Review{ReviewAll, ReviewDoubtful, ReviewDone}

func (r Review) holds(e *Entry) bool {
	switch r {
	case ReviewDoubtful:
		return !e.reviewed() && e.Confidence < Doubtful
	case ReviewDone:
		return e.reviewed()
	}
	return true
}

// Active tells whether the filter leaves anything out.
func (f Filter) Active() bool { return !f.Equal(Filter{}) }

// Apply returns the statements that the filter selects, in their order; of the doubtful
// alone the least sure first. The result shares no memory with statements.
func (f Filter) Apply(statements []Statement) []Statement {
	l := NewLedger(statements)
	places := l.Select(f)
	keys := make([]int64, len(places))
	for i, p := range places {
		keys[i] = l.Entries[p].Key
	}
	if f.Review != ReviewDoubtful {
		slices.Sort(keys)
	}
	out := make([]Statement, len(keys))
	for i, k := range keys {
		out[i] = statements[k]
	}
	return out
}

// Match tells whether the filter selects the statement.
func (f Filter) Match(s Statement) bool { return len(f.Apply([]Statement{s})) == 1 }

// Terms returns the parts of a query that must all be found: what stands between
// spaces, or in "quotation marks". They are folded by FoldText.
func Terms(query string) (out []string) {
	for i, part := range strings.Split(FoldText(query), `"`) {
		if i%2 == 0 {
			out = append(out, strings.Fields(part)...)
		} else if strings.TrimSpace(part) != "" {
			out = append(out, part)
		}
	}
	return out
}

// Holds tells whether s holds a folded term; folding s comes last, it costs most.
func Holds(s, term string) bool {
	return strings.Contains(s, term) || strings.Contains(FoldText(s), term)
}

// FoldText returns s as text searches compare it: lower case, full-width ASCII
// as ASCII, the ideographic space as a space.
func FoldText(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			r -= '！' - '!'
		case r == '　':
			r = ' '
		}
		return unicode.ToLower(r)
	}, s)
}

// Equal tells whether two filters select by the same values, in whatever lexicon.
func (f Filter) Equal(o Filter) bool {
	return slices.Equal(f.Actors, o.Actors) && slices.Equal(f.Topics, o.Topics) && slices.Equal(f.Stances, o.Stances) &&
		f.Since == o.Since && f.Until == o.Until && f.Text == o.Text && f.MinConfidence == o.MinConfidence &&
		f.Review == o.Review && f.New == o.New
}
