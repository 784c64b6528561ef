package timeline

import (
	"strconv"

	"tachiba/ui/text"
)

// events returns the line that tells in which periods there are digests.
func (m Model) events(p *pen, f frame) string {
	p.draw(muted, m.look.Fit(text.Spaces(marker)+m.look.T("timeline.digests"), f.name-1)+text.Spaces(1+f.edge))
	for i := range f.shown {
		n := len(m.calendar().in(f.zoom, m.chart().day(f.zoom, f.left+i)))
		here, sign, ink := f.left+i == f.place && f.marked, "", muted
		switch {
		case n > 0:
			sign = m.look.Unread
			if count := strconv.Itoa(n); n > 1 && f.counted && len(count) < f.cell {
				sign += count
			}
			if here {
				ink = title
			}
		case here:
			sign = m.look.Side
		}
		p.draw(ink, sign)
		p.draw(blank, text.Spaces(f.width(i)-text.Width(sign)))
	}
	return m.cut(p.take())
}

// atCursor returns the digests of the period under the cursor.
func (m Model) atCursor(f frame) calendar {
	if !f.marked {
		return nil
	}
	return m.calendar().in(f.zoom, f.mark.Start)
}

// titles returns the line that names the newest digest of the period under the
// cursor, and tells how many others there are.
func (m Model) titles(f frame) string {
	digests := m.atCursor(f)
	if len(digests) == 0 {
		return ""
	}
	newest, others := digests[len(digests)-1], ""
	if n := len(digests) - 1; n > 0 {
		others = "  " + m.look.Muted.Render(m.look.T("timeline.more_digests", n))
	}
	name := text.Spaces(marker) + m.look.Muted.Render(m.look.Date(newest.Date)) + "  " + m.look.Text.Render(newest.Title)
	return m.cut(text.Truncate(name, m.w-text.Width(others)-1, m.look.Ellipsis) + others)
}
