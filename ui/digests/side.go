package digests

import (
	"strconv"

	"charm.land/lipgloss/v2"

	"tachiba/model"
	"tachiba/ui/reader"
	"tachiba/ui/scroll"
	"tachiba/ui/text"
)

// sideRow is a row beside the text, and what a click on it leads to: a sentence,
// or a digest.
type sideRow struct {
	text     string
	sentence int // none for nothing
	digest   string
}

const (
	none        = -1
	mostRelated = 3 // beside the text; Related has all
	labelRows   = 2 // of a heading or title
	countWidth  = 4
)

// clickSide does what a click on row y beside the text leads to.
func (m *Model) clickSide(y int) {
	rows := m.side()
	if y < 0 || y >= len(rows) {
		return
	}
	if r := rows[y]; r.digest != "" {
		m.Choose(r.digest)
	} else if r.sentence != none {
		m.Jump(r.sentence)
	}
}

// side returns the rows beside the text: the outline, and under it the digests
// that are most related, as many as leave half of the rows to a long outline.
func (m Model) side() []sideRow {
	outline := m.reader.Outline()
	need := min(1+len(outline), m.h/2)
	var related []sideRow
	for n := min(mostRelated, len(m.related)); n > 0 && related == nil; n-- {
		if rows := m.sideRelated(n); len(rows)+1+need <= m.h {
			related = append([]sideRow{{sentence: none}}, rows...)
		}
	}
	return append(m.sideOutline(outline, m.h-len(related)), related...)
}

// sideOutline returns the outline in at most room rows: headings in two rows
// where there is room, and the part around what is being read where there is not
// room for all.
func (m Model) sideOutline(outline []reader.Entry, room int) []sideRow {
	if len(outline) == 0 {
		return nil
	}
	reading := m.reader.Place(outline)
	title := m.look.T("pane.outline")
	var rows []sideRow
	for most := labelRows; most > 0; most-- {
		rows = nil
		for i, e := range outline {
			rows = append(rows, m.sideEntry(e, i == reading, most)...)
		}
		if len(rows) < room {
			break
		}
	}
	if len(rows) >= room {
		_, top := scroll.Keep(reading+1, 0, len(rows), room-1) // what follows stays in sight too
		rows = rows[top:min(top+room-1, len(rows))]
		title += " " + m.look.T("pane.at", reading+1, len(outline))
	}
	return append([]sideRow{m.sideTitle(title)}, rows...)
}

func (m Model) sideTitle(s string) sideRow {
	return sideRow{text: " " + m.look.Title.Render(text.Truncate(s, m.sideWidth()-2, m.look.Ellipsis)), sentence: none}
}

func (m Model) sideEntry(e reader.Entry, reading bool, most int) (rows []sideRow) {
	mark, style := "  ", m.look.Text
	if reading {
		mark, style = m.look.Title.Render(m.look.Fit(m.look.Cursor, 2)), m.look.Title
	}
	width := m.sideWidth() - text.Width(mark) - countWidth - 1
	for i, l := range m.wrap(e.Label, width, most) {
		row := mark + style.Render(l)
		if i == 0 && e.Statements > 0 {
			count := strconv.Itoa(e.Statements)
			row += m.look.Muted.Render(text.Spaces(width-text.Width(l)+countWidth-text.Width(count)) + count)
		}
		rows = append(rows, sideRow{text: row, sentence: e.Sentence})
		mark = "  "
	}
	return rows
}

// sideRelated returns the first n related digests with why they are.
func (m Model) sideRelated(n int) []sideRow {
	rows := []sideRow{m.sideTitle(m.look.T("pane.related"))}
	width := m.sideWidth() - 3
	for _, r := range m.related[:n] {
		add := func(s string, style lipgloss.Style) {
			rows = append(rows, sideRow{text: "  " + style.Render(s), sentence: none, digest: r.ID})
		}
		for _, l := range m.wrap(r.Title, width, labelRows) {
			add(l, m.look.Text)
		}
		add(text.Truncate("  "+r.Why, width, m.look.Ellipsis), m.look.Muted)
	}
	return rows
}

// wrap returns a text in at most most rows; the last one tells where more follows.
func (m Model) wrap(s string, width, most int) []string {
	lines := text.Wrap(model.StripMark(s), width)
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = text.Truncate(lines[most-1]+m.look.Ellipsis, width, m.look.Ellipsis)
	}
	return lines
}
