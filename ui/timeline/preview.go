package timeline

import (
	"strconv"

	"tachiba/model"
	"tachiba/ui/look"
)

// preview returns what the mark under the cursor rests on: its lane, period and
// stances, the selected statement, then those after it, as many as fit.
func (m Model) preview(f frame) []string {
	var lines []string
	if f.preview >= minPreview {
		lines = append(lines, m.look.Rule(m.w))
	}
	t := m.lane()
	if t == nil {
		return lines
	}
	if !f.marked {
		return append(lines, m.cut(" "+m.look.Strong.Render(m.fullName(t.Lane))+"  "+m.look.Muted.Render(m.nothing(t.Lane))))
	}
	e, selected := m.selection()
	lines = append(lines, m.cut(" "+m.summary(f, t.Lane, selected, e.Len())))
	for i := selected; i < e.Len(); i++ {
		block := m.block(e, i)
		if room := f.preview - len(lines); i == selected {
			block = m.look.Shorten(block, room, m.w-4)
		} else if len(block) > room {
			break
		}
		lines = append(lines, block...)
	}
	return lines
}

// fullName returns the name of an actor, and of the person.
func (m Model) fullName(l model.Lane) string {
	switch {
	case l.Person && l.Speaker == "":
		return m.look.Join(m.actor(l.Actor), m.look.T("timeline.unnamed"))
	case l.Person:
		return m.look.Join(m.actor(l.Actor), l.Speaker)
	}
	return m.actor(l.Actor)
}

// summary tells who, when, which stances how often, which of n statements is
// selected, and on what they contradict each other.
func (m Model) summary(f frame, l model.Lane, at, n int) string {
	s := m.look.Strong.Render(m.fullName(l)) + "  " + m.look.Text.Render(m.period(f.zoom, f.mark.Start)) + " "
	for _, stance := range model.Stances {
		if n := f.mark.Counts.Of(stance); n > 0 {
			s += " " + m.look.Badge(stance) + m.look.Theme.Stance(stance).Render(" "+strconv.Itoa(n))
		}
	}
	if n > 1 {
		s += "  " + m.look.Muted.Render(m.look.T("timeline.step", at+1, n))
	}
	if len(f.mark.Contested) > 0 {
		s += "  " + m.look.Warn.Render(m.contested(f.mark.Mark))
	}
	return s
}

// contested says on which topics the statements of a period contradict each other.
func (m Model) contested(k model.Mark) string {
	if _, one := m.topic(); one {
		return m.look.T("timeline.contested")
	}
	names := make([]string, len(k.Contested))
	for i, id := range k.Contested {
		names[i] = m.look.Topic(id)
	}
	return m.look.T("timeline.contested_on", m.look.Join(names...))
}

// block returns a statement: the sentence, then its stance, topic and source.
func (m Model) block(e model.Evidence, i int) []string {
	s := e.At(i)
	sign := m.look.Theme.Stance(s.Stance).Render(m.look.Fit(m.look.Sign(s.Stance), 2))
	var lines []string
	for _, l := range m.look.Sentence(m.look.Quote(model.StripMark(s.Text)), s.Cues(), min(m.w-4, look.MaxSentence)) {
		lines = append(lines, " "+sign+l)
		sign = "  "
	}
	between := m.look.Muted.Render(m.look.Between)
	meta := m.look.Theme.Stance(s.Stance).Render(m.look.Mark(s)) + between
	if _, one := m.topic(); !one {
		meta += m.look.Theme.Topic.Render(m.look.Topic(s.Topic)) + between
	}
	meta += m.look.Muted.Render(m.look.Join(s.Speaker, m.look.Source(s)))
	if e.New(i) {
		meta += " " + m.look.Accent.Render(m.look.New)
	}
	return append(lines, m.cut("   "+meta))
}
