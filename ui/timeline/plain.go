package timeline

import (
	"fmt"
	"slices"

	"tachiba/model"
	"tachiba/ui/link"
	"tachiba/ui/plain"
)

// Plain returns the view as lines: of each lane its periods, newest first, with the
// newest sentence; of a lane at most most periods, all for 0.
func (m Model) Plain(most int) []plain.Line {
	z := m.level()
	var lines []plain.Line
	if topic, ok := m.topic(); ok {
		lines = append(lines, plain.Line{Text: m.look.T("plain.topic", m.look.Name(topic.Name), m.look.Name(topic.Proposition))})
	}
	for _, r := range m.rows() {
		if r.track == nil {
			lines = append(lines, plain.Line{Depth: 1, Text: r.note})
			continue
		}
		lines = append(lines, m.plainLane(z, *r.track, most)...)
	}
	return lines
}

func (m Model) plainLane(z model.Zoom, t track, most int) []plain.Line {
	marks := t.marks[z]()
	if len(marks) == 0 && t.Undated() == 0 {
		return []plain.Line{{Text: m.look.T("plain.position", m.fullName(t.Lane), m.look.Stance(model.NoEvidence))}}
	}
	lines := []plain.Line{{Text: m.look.T("timeline.lane", m.fullName(t.Lane), m.zoomName(z))}}
	shown := len(marks)
	if most > 0 {
		shown = min(shown, most)
	}
	for _, k := range slices.Backward(marks[len(marks)-shown:]) {
		text := m.look.T("plain.position", m.period(z, k.Start), m.plainMark(k.Mark))
		lines = append(lines, m.plainPeriod(text, t.In(z, k.Start))...)
	}
	if n := len(marks) - shown; n > 0 {
		lines = append(lines, plain.Line{Depth: 1, Text: m.look.T("timeline.more_periods", n)})
	}
	if n := t.Undated(); n > 0 {
		lines = append(lines, m.plainPeriod(m.look.T("timeline.undated", n), t.In(z, 0))...)
	}
	return lines
}

// plainMark tells the stance of a mark, how many statements take each, and on what
// they contradict each other.
func (m Model) plainMark(k model.Mark) string {
	parts := []string{fmt.Sprintf("%s %d", m.look.Stance(k.Stance), k.Counts.Of(k.Stance))}
	for _, s := range model.Stances {
		if n := k.Counts.Of(s); n > 0 && s != k.Stance {
			parts = append(parts, fmt.Sprintf("%s %d", m.look.Stance(s), n))
		}
	}
	if len(k.Contested) > 0 {
		parts = append(parts, m.contested(k))
	}
	return m.look.List(parts...)
}

// plainPeriod returns a line for a period, and one for its newest sentence.
func (m Model) plainPeriod(text string, e model.Evidence) []plain.Line {
	if e.Len() == 0 {
		return []plain.Line{{Depth: 1, Text: text}}
	}
	s := e.At(0)
	source := m.look.List(m.look.Topic(s.Topic), m.look.Outlet(s), m.look.Date(s.Date))
	sentence := m.look.T("plain.evidence", m.look.Quote(model.StripMark(s.Text)), source)
	open := link.Sentence{Statement: s}
	return []plain.Line{
		{Depth: 1, Text: text, Open: open, Statement: &s},
		{Depth: 2, Text: sentence, Open: open, Statement: &s},
	}
}
