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
	latest := make([]model.Date, len(d.Sections))
	for i, sec := range d.Sections {
		for _, c := range sec.Cards {
			out = append(out, cardNotes(c)...)
			latest[i] = max(latest[i], c.Published)
		}
	}
	for _, s := range d.Sentences {
		if t := template.FindString(s.Text); t != "" {
			out = append(out, model.Note{Code: model.NoteTemplate, Line: s.Line, Text: t})
		}
		if s.Role != model.RoleNarrative || s.Section == model.None || !latest[s.Section].Known() || !past.MatchString(s.Text) {
			continue
		}
		if day := fullDay.FindString(s.Text); day != "" && readDate(day) > latest[s.Section] {
			out = append(out, model.Note{Code: model.NoteDateConflict, Line: s.Line, Text: day})
		}
	}
	slices.SortStableFunc(out, func(a, b model.Note) int { return cmp.Compare(a.Line, b.Line) })
	return out
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
