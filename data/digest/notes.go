package digest

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"tachiba/model"
)

var (
	fullDay  = regexp.MustCompile(`\d{4}年\d{1,2}月\d{1,2}日`)
	past     = regexp.MustCompile(`た[。」]?$`)
	template = regexp.MustCompile(`[（(](?i:chapter|section|part)[-\s]?\d+[^）)]*[）)]|\{\{[^}]*\}\}`)
)

// notes returns the faults of the digest itself that a reader should know of, in
// the order of lines.
func notes(d *model.Digest, out []model.Note) []model.Note {
	for i, sec := range d.Sections {
		for _, c := range sec.Cards {
			out = append(out, cardNotes(c)...)
		}
		for _, s := range d.Sentences {
			if s.Section != i || s.Role != model.RoleNarrative {
				continue
			}
			day := fullDay.FindString(s.Text)
			if latest := newestOf(sec); day != "" && latest.Known() && readDate(day) > latest && past.MatchString(s.Text) {
				out = append(out, model.Note{Code: model.NoteDateConflict, Line: s.Line, Text: day})
			}
		}
	}
	for _, s := range d.Sentences {
		if t := template.FindString(s.Text); t != "" {
			out = append(out, model.Note{Code: model.NoteTemplate, Line: s.Line, Text: t})
		}
	}
	slices.SortStableFunc(out, func(a, b model.Note) int { return cmp.Compare(a.Line, b.Line) })
	return out
}

func newestOf(sec model.Section) model.Date {
	var date model.Date
	for _, c := range sec.Cards {
		date = max(date, c.Published)
	}
	return date
}

func cardNotes(c model.Card) []model.Note {
	var out []model.Note
	add := func(missing bool, code model.NoteCode) {
		if missing {
			out = append(out, model.Note{Code: code, Line: c.Line})
		}
	}
	add(c.OffTopic, model.NoteOffTopic)
	add(!c.Published.Known(), model.NoteNoDate)
	add(strings.TrimSpace(c.Outlet) == "", model.NoteNoOutlet)
	add(c.URL == "", model.NoteNoURL)
	return out
}
