package reader

import (
	"cmp"
	"slices"
	"strings"

	"tachiba/model"
	"tachiba/ui/text"
)

// The pane has a running head from headFrom rows on, with words beside its
// numbers from wordsFrom cells on. Below panelFrom rows the panel does not name
// the source of the selected sentence, so the head does.
const (
	headFrom  = 8
	wordsFrom = 60
	panelFrom = 12
)

func (m Model) headHeight() int {
	if m.h < headFrom {
		return 0
	}
	return 1
}

// running returns the running head: section, outlet and date of what is being
// read, and which statement the cursor is on. Where there is not room for all,
// the date stays longest.
func (m Model) running() string {
	right := m.tally()
	room := m.blockWidth() - text.Width(right) - 5 // a space at both ends, and a rule between two
	take := func(s string, least int) string {
		cut := text.Truncate(s, room, m.look.Ellipsis)
		if cut == "" || text.Width(cut) < min(least, text.Width(s)) {
			return ""
		}
		room -= text.Width(cut) + text.Width(m.look.Between)
		return cut
	}
	title, outlet, date := m.where()
	date, outlet, title = take(date, 1), take(outlet, 5), take(title, 9)
	parts := slices.DeleteFunc([]string{m.look.Muted.Render(title), m.look.Accent.Render(outlet), m.look.Accent.Render(date)},
		func(s string) bool { return text.Width(s) == 0 })
	left := text.Spaces(m.margin()) + " " + strings.Join(parts, m.look.Faint.Render(m.look.Between)) + " "
	if right != "" {
		right = " " + right + " "
	}
	return left + m.look.Rule(m.margin()+m.blockWidth()-text.Width(left)-text.Width(right)) + right
}

// tally returns how many notes the digest has where there is room, and the place
// of the cursor among the statements or what was found.
func (m Model) tally() string {
	at, beside, notes := "reader.at", "pane.beside", ""
	if m.blockWidth() < wordsFrom {
		at, beside = "pane.at", "pane.beside_short"
	} else if n := len(m.digest.Notes); n > 0 {
		notes = m.look.Warn.Render(m.look.T("digests.notes", n))
	}
	if len(m.found) > 0 && at == "reader.at" {
		at = "reader.hit"
	}
	place := ""
	if len(m.stops) > 0 {
		place = m.look.T(at, m.at+1, len(m.stops))
		if m.free != none {
			place = m.look.T(beside, len(m.stops))
		}
		place = m.look.Muted.Render(place)
	}
	return m.look.Join(notes, place)
}

// where returns what the running head says: not what the paragraph that it is of
// says itself.
func (m Model) where() (title, outlet, date string) {
	p, ok := m.read()
	if !ok {
		return "", "", ""
	}
	d, s := m.digest, m.digest.Sentences[p.first]
	switch p.kind {
	case ofTitle:
	case ofHeading:
		title = d.Title
	case ofCard:
		return cmp.Or(m.heading(p.first), d.Title), "", ""
	default:
		title = cmp.Or(m.heading(p.first), d.Title)
	}
	if s.Section == model.None {
		return title, strings.Join(d.Listing().Outlets, ", "), m.look.Date(d.Newest())
	}
	c := d.SourceOf(s)
	outlet = model.OutletName(c.Outlet, c.URL)
	if c.OffTopic {
		outlet = m.look.Join(m.look.T("reader.off_topic"), outlet)
	}
	return title, outlet, m.look.Date(d.Date(s))
}

// read returns the paragraph that is being read: the first in sight, or in a low
// pane that of the selected sentence.
func (m Model) read() (paragraph, bool) {
	if i, ok := m.sentence(); ok && m.h < panelFrom && m.inSight(i) {
		at := slices.IndexFunc(m.paragraphs, func(p paragraph) bool {
			return slices.ContainsFunc(p.sentences, func(s part) bool { return s.sentence == i })
		})
		return m.paragraphs[at], true
	}
	for _, r := range m.rows[min(m.top, len(m.rows)):] {
		if r.paragraph >= 0 {
			return m.paragraphs[r.paragraph], true
		}
	}
	return paragraph{}, false
}

// heading returns the heading under which a sentence stands, "" for none.
func (m Model) heading(sentence int) string {
	for i := sentence; i >= 0; i-- {
		if m.digest.Sentences[i].Role == model.RoleHeading {
			return m.lineAt(i)
		}
	}
	return ""
}
