package timeline

import (
	"strconv"
	"strings"

	"tachiba/model"
	"tachiba/ui/text"
)

// laneLines returns the lines of the lane, or of the note, in row i.
func (m Model) laneLines(p *pen, f frame, i int) []string {
	r := f.rows[i]
	out := make([]string, f.height(i, i+1))
	if r.track == nil {
		out[0] = m.cut(text.Spaces(marker+2) + m.look.Muted.Render(r.note))
		return out
	}
	for line := range out {
		m.nameOf(p, f, r, line == 0, i == f.at)
		marks := r.marks[f.zoom]()
		if len(marks) == 0 {
			if line == 0 {
				p.draw(muted, text.Truncate(m.nothing(r.Lane), m.w-f.name, m.look.Ellipsis))
			}
		} else {
			m.track(p, f, marks, line, i == f.at)
		}
		if out[line] = p.take(); f.name+2*f.edge+f.across > m.w {
			out[line] = m.cut(out[line])
		}
	}
	return out
}

// nameOf draws the cells of the names, blank but on the first line.
func (m Model) nameOf(p *pen, f frame, r row, first, selected bool) {
	if !first {
		p.draw(blank, text.Spaces(f.name))
		return
	}
	mark, ink := text.Spaces(marker), strong
	if r.Person {
		ink = plainText
	}
	if selected {
		mark, ink = m.look.Fit(m.look.Cursor, marker), title
	}
	p.draw(ink, mark+m.look.Fit(m.name(f, r.Lane), f.name-marker-1)+" ")
}

// name returns the name of an actor, or of a person set under it.
func (m Model) name(f frame, l model.Lane) string {
	switch {
	case l.Person && l.Speaker == "":
		return "  " + m.look.T("timeline.unnamed")
	case l.Person:
		return "  " + l.Speaker
	case f.ids:
		return m.look.ShortActor(l.Actor)
	}
	return m.actor(l.Actor)
}

// actor returns the name of an actor of the comparison.
func (m Model) actor(id model.ActorID) string {
	for _, a := range m.comparison.Actors {
		if a.ID == id {
			return m.look.Name(a.Name)
		}
	}
	return string(id)
}

// nothing says that no statement of a lane has a date, and why.
func (m Model) nothing(l model.Lane) string {
	if n := l.Undated(); n > 0 {
		return m.look.T("timeline.undated", n)
	}
	return m.look.Sign(model.NoEvidence) + " " + m.look.Stance(model.NoEvidence)
}

// track draws a line of a lane over the periods in sight: the signs on a line from
// left to right, below them what contradicts them, a hairline through the cursor.
func (m Model) track(p *pen, f frame, marks []mark, line int, selected bool) {
	fill, ink := " ", blank
	if line == 0 {
		fill, ink = m.look.Signs.Rule, faint
	}
	in := f.visible(marks)
	m.more(p, f, line == 0 && marks[0].place < f.left)
	for i := range f.shown {
		used, here := 0, f.left+i == f.place
		switch {
		case len(in) > 0 && in[0].place == f.left+i:
			used = m.sign(p, f, in[0], line, selected && here)
			in = in[1:]
		case here && f.marked:
			p.draw(muted, m.look.Side)
			used = 1
		}
		p.draw(ink, strings.Repeat(fill, f.width(i)-used))
	}
	m.more(p, f, line == 0 && marks[len(marks)-1].place >= f.left+f.shown)
}

// more draws the edge of a lane: whether there is more beyond it.
func (m Model) more(p *pen, f frame, there bool) {
	if there {
		p.draw(muted, m.look.Ellipsis)
	} else {
		p.draw(blank, text.Spaces(f.edge))
	}
}

// sign draws a line of a mark and returns how many cells it took.
func (m Model) sign(p *pen, f frame, k mark, line int, selected bool) (used int) {
	put := func(s model.Stance, counted bool) {
		ink, count := inkOf(s), ""
		if n := k.Counts.Of(s); n > 1 && counted {
			count = strconv.Itoa(n)
		}
		used += p.widths[ink] + len(count)
		if selected {
			ink = chosen
		}
		p.draw(ink, m.look.Sign(s))
		p.draw(ink, count)
	}
	contested := k.Other != model.NoEvidence
	switch {
	case line == 0 && f.lane > 1:
		put(k.Stance, f.counted)
	case line == 0:
		put(k.Stance, f.counted)
		if contested {
			put(k.Other, false)
		}
	case contested:
		put(k.Other, f.counted)
	}
	return used
}
