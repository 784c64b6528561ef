package model

import (
	"slices"
	"strings"
	"unicode"
)

// Filter selects statements. The zero Filter selects all; within a field any
// value matches, between fields all must.
type Filter struct {
	Actors  []ActorID
	Topics  []TopicID
	Stances []Stance
	Since   Date // the first day selected; undated statements are then left out
	Until   Date // the last day selected; undated statements are then left out
	Text    string
	// MinConfidence is the least Statement.Confidence selected.
	MinConfidence float64
}

// Active tells whether the filter leaves anything out.
func (f Filter) Active() bool {
	return len(f.Actors)+len(f.Topics)+len(f.Stances) > 0 || f.Since.Known() || f.Until.Known() || f.Text != "" || f.MinConfidence > 0
}

// Apply returns the statements that the filter selects, in their order. The
// result shares no memory with statements.
func (f Filter) Apply(statements []Statement) []Statement {
	match := f.matcher()
	out := make([]Statement, 0, len(statements))
	for i := range statements {
		if match(&statements[i]) {
			out = append(out, statements[i])
		}
	}
	return out
}

// Match tells whether the filter selects the statement.
func (f Filter) Match(s Statement) bool { return f.matcher()(&s) }

func (f Filter) matcher() func(*Statement) bool {
	text := FoldText(f.Text)
	return func(s *Statement) bool {
		return s.Confidence >= f.MinConfidence && (len(f.Actors) == 0 || slices.Contains(f.Actors, s.Actor)) &&
			(len(f.Topics) == 0 || slices.Contains(f.Topics, s.Topic)) &&
			(len(f.Stances) == 0 || slices.Contains(f.Stances, s.Stance)) &&
			(!f.Since.Known() || s.Date >= f.Since) &&
			(!f.Until.Known() || s.Date.Known() && s.Date <= f.Until) &&
			(text == "" || holds(s.Text, text) || holds(s.Speaker, text) || holds(s.Outlet, text) || holds(host(s.URL), text))
	}
}

// holds tells whether s holds the folded text; folding s comes last, it costs most.
func holds(s, text string) bool {
	return strings.Contains(s, text) || strings.Contains(FoldText(s), text)
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

// Equal tells whether two filters select by the same values.
func (f Filter) Equal(o Filter) bool {
	return slices.Equal(f.Actors, o.Actors) && slices.Equal(f.Topics, o.Topics) && slices.Equal(f.Stances, o.Stances) &&
		f.Since == o.Since && f.Until == o.Until && f.Text == o.Text && f.MinConfidence == o.MinConfidence
}
