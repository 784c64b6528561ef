package filter

import (
	"strconv"
	"strings"

	"tachiba/model"
	"tachiba/ui/look"
	"tachiba/ui/text"
)

// Field is a part of the filter that has a chip.
type Field int

// The fields, in the order of their chips.
const (
	Actors Field = iota
	Topics
	Stances
	Days
	Text
	Confidence
	Review
	New
)

// Zone is where a chip stands in its line: the cells [From, To).
type Zone struct {
	Field    Field
	From, To int
}

// minChip is the least room that a chip is worth.
const minChip = 8

// Chips returns the line that shows the filter, in exactly width cells, and where
// each chip stands. What is not filtered says "all" while there is room, and is
// left out where there is none.
func Chips(l *look.Look, f model.Filter, c model.Comparison, width int) (string, []Zone) {
	tally := l.T("filter.tally", c.Shown, c.Total)
	room := width - text.Width(tally) - 2
	chips := []struct{ label, value string }{
		{l.T("filter.actors"), join(f.Actors, l.Actor)},
		{l.T("filter.topics"), join(f.Topics, l.Topic)},
		{l.T("filter.stances"), join(f.Stances, l.Stance)},
		{l.T("filter.days"), days(l, f)},
		{l.T("filter.text"), f.Text},
		{l.T("filter.confidence"), l.Draw(confidence(f))},
		{l.T("filter.review"), review(l, f)},
		{l.T("filter.new"), fresh(l, f)},
	}
	need := 0
	for i, chip := range chips {
		if chip.value == "" && Field(i) < Text {
			need += text.Width(chip.label+": "+l.T("filter.all")) + 3
		}
	}
	var b strings.Builder
	var zones []Zone
	at := 0
	for i, chip := range chips {
		style := l.Chip
		if chip.value == "" {
			if Field(i) >= Text || f.Active() && room < 100 || need > room {
				continue
			}
			chip.value, style = l.T("filter.all"), l.Muted
		}
		gap := 2
		if at == 0 {
			gap = 1
		}
		if room-at-gap < minChip {
			break
		}
		at += gap
		s := text.Truncate(chip.label+": "+chip.value, min(room-at, max(room/2, 2*minChip)), l.Ellipsis)
		zones = append(zones, Zone{Field(i), at, at + text.Width(s)})
		b.WriteString(text.Spaces(gap) + style.Render(s))
		at += text.Width(s)
	}
	if len(zones) == 0 {
		b.WriteString(" " + l.Muted.Render(text.Truncate(l.T("filter.none"), room-1, l.Ellipsis)))
	}
	return l.Fit(b.String(), width-text.Width(tally)-1) + l.Strong.Render(tally) + " ", zones
}

func join[T any](ids []T, name func(T) string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = name(id)
	}
	return strings.Join(names, ", ")
}

func review(l *look.Look, f model.Filter) string {
	if f.Review == model.ReviewAll {
		return ""
	}
	return l.T("filter.review_" + string(f.Review))
}

func fresh(l *look.Look, f model.Filter) string {
	if !f.New {
		return ""
	}
	return l.T("filter.since_visit")
}

func confidence(f model.Filter) string {
	if f.MinConfidence <= 0 {
		return ""
	}
	return "≥ " + strconv.FormatFloat(f.MinConfidence, 'f', -1, 64)
}

func days(l *look.Look, f model.Filter) string {
	var since, until string
	switch {
	case !f.Since.Known() && !f.Until.Known():
		return ""
	case f.Since.Known() && f.Until.Known():
		return l.Span(f.Since, f.Until)
	case f.Since.Known():
		since = l.Date(f.Since) + " "
	default:
		until = " " + l.Date(f.Until)
	}
	return l.Draw(since + "–" + until)
}
