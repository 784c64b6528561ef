// Package look joins what every view needs to draw: the theme, the words and the
// names of the lexicon.
package look

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"tachiba/model"
	"tachiba/ui/lang"
	"tachiba/ui/style"
	"tachiba/ui/text"
)

// Look is shared by the views, which do not change it.
type Look struct {
	style.Theme
	*lang.Printer
	Lexicon *model.Lexicon
	Dates   Dates
	Linear  bool // lines that read from top to bottom, without boxes
}

// T returns the message of a key, in the theme's signs.
func (l *Look) T(key string, args ...any) string { return l.Draw(l.Printer.T(key, args...)) }

// Stance returns the name of a stance; no evidence has one too.
func (l *Look) Stance(s model.Stance) string {
	if s == model.NoEvidence {
		return l.T("stance.none")
	}
	return l.T("stance." + string(s))
}

// ShortStance returns the shorter name of a stance, for narrow columns.
func (l *Look) ShortStance(s model.Stance) string {
	if s == model.NoEvidence {
		return l.T("stance.none_short")
	}
	return l.T("stance." + string(s) + "_short")
}

// Actor returns the name of an actor, its ID when the lexicon has no such actor.
func (l *Look) Actor(id model.ActorID) string {
	if a, ok := l.Lexicon.Actor(id); ok {
		return l.Name(a.Name)
	}
	return string(id)
}

// ShortActor returns what an actor is called where its name has no room: the
// one-character name in Japanese where there is one, else its ID.
func (l *Look) ShortActor(id model.ActorID) string {
	if a, ok := l.Lexicon.Actor(id); ok && a.Short != "" && l.Lang() == model.Japanese {
		return a.Short
	}
	return string(id)
}

// Topic returns the name of a topic, its ID when the lexicon has no such topic.
func (l *Look) Topic(id model.TopicID) string {
	if t, ok := l.Lexicon.Topic(id); ok {
		return l.Name(t.Name)
	}
	return string(id)
}

// Badge returns sign and name of a stance, in its style.
func (l *Look) Badge(s model.Stance) string {
	return l.Theme.Stance(s).Render(l.Sign(s) + " " + l.Stance(s))
}

// Mark returns sign and name of a statement's stance, with ? when it is doubtful
// and a sign of its own when a person said so.
func (l *Look) Mark(s model.Statement) string {
	mark := l.Sign(s.Stance) + " " + l.Stance(s.Stance)
	switch {
	case s.Origin != model.ByCoder:
		mark += l.Reviewed
	case s.Doubtful():
		mark += "?"
	}
	return mark
}

// Source returns the outlet and date of a statement, what is known of them.
func (l *Look) Source(s model.Statement) string {
	return l.Join(l.Outlet(s), l.Date(s.Date))
}

// Outlet returns the name of a statement's outlet; where the sentence rests on no
// source of its own, the digest's.
func (l *Look) Outlet(s model.Statement) string {
	if name := model.OutletName(s.Outlet, s.URL); name != "" {
		return name
	}
	return l.T("plain.digest", s.Digest)
}

// Error returns an error in the reader's language, where it is a problem.
func (l *Look) Error(err error) string {
	var p *model.Problem
	if errors.As(err, &p) {
		return l.Problem(p)
	}
	return err.Error()
}

// Join returns the parts that are not empty with a sign between.
func (l *Look) Join(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, l.Between)
}

// Quote returns s between quotation marks.
func (l *Look) Quote(s string) string { return l.Open + s + l.Close }

// Fit returns s in exactly width cells.
func (l *Look) Fit(s string, width int) string { return text.Fit(s, width, l.Ellipsis) }

// Rule returns a line across width cells.
func (l *Look) Rule(width int) string {
	return l.Faint.Render(strings.Repeat(l.Signs.Rule, max(width, 0)))
}

// Citation returns a statement as one quotes it: sentence, speaker, outlet,
// date, address, and where in the digest it stands.
func (l *Look) Citation(s model.Statement) string {
	return l.Quote(model.StripMark(s.Text)) + " " +
		l.Join(s.Speaker, l.Source(s), s.URL, s.Digest+":"+strconv.Itoa(s.Line))
}

// ShareCells is how many cells the bar of a whole takes.
const ShareCells = 5

// Share returns a share from 0 to 1 as a bar, to half a cell.
func (l *Look) Share(share float64) string {
	halves := int(math.Round(2 * ShareCells * share))
	return strings.Repeat(l.Bar, halves/2) + strings.Repeat(l.HalfBar, halves%2)
}
