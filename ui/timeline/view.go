package timeline

import (
	"strings"

	"tachiba/model"
	"tachiba/ui/text"
)

// View returns the view, h lines of at most w cells.
func (m Model) View() string {
	f := m.frame()
	p := m.newPen()
	lines := append(m.head(f), m.axis(p, f))
	for i := f.top; i < f.end; i++ {
		lines = append(lines, m.laneLines(p, f, i)...)
	}
	if f.events > 0 {
		lines = append(lines, m.events(p, f))
	}
	if f.titles > 0 {
		lines = append(lines, m.titles(f))
	}
	if f.preview > 0 {
		lines = append(lines, m.preview(f)...)
	}
	lines = append(lines, make([]string, max(0, m.h-len(lines)))...)
	return strings.Join(lines[:max(m.h, 0)], "\n")
}

// title returns the topic and its proposition, or how many topics there are.
func (m Model) title() string {
	if topic, ok := m.topic(); ok {
		return m.look.Title.Render(m.look.Name(topic.Name)) + "  " + m.look.Text.Render(m.look.Name(topic.Proposition))
	}
	return m.look.Strong.Render(m.look.T("timeline.topics", len(m.comparison.Rows)))
}

// head returns the title, and the length of the periods, the days in sight and how
// many statements have none, as far as there is room.
func (m Model) head(f frame) []string {
	zoom, span, undated, title := m.zoomName(f.zoom), "", "", m.title()
	if f.periods > 0 {
		span = m.look.Span(m.span(f))
	}
	if n := m.chart().undated; n > 0 {
		undated = m.look.T("timeline.undated", n)
	}
	status := m.look.Join(zoom, span, undated)
	if text.Width(status) > m.w-2 {
		status = m.look.Join(span, undated)
	}
	room := m.w - text.Width(status) - gap
	if _, one := m.topic(); f.lines.head == 2 || !one && text.Width(title) > room {
		lines := []string{m.cut(" " + title), m.cut(" " + m.look.Muted.Render(status))}
		return lines[len(lines)-f.lines.head:]
	}
	if room < min(text.Width(title), m.w/3) {
		status = m.look.Join(zoom, undated)
		room = m.w - text.Width(status) - gap
	}
	return []string{m.cut(" " + m.look.Fit(title, max(room, 0)) + "  " + m.look.Muted.Render(status))}
}

// gap is the spaces around title and status on one line.
const gap = 4

func (m Model) cut(s string) string { return text.Truncate(s, m.w, m.look.Ellipsis) }

// zoomName returns what the length of the periods is called.
func (m Model) zoomName(z model.Zoom) string {
	switch z {
	case model.ByDay:
		return m.look.T("timeline.by_day")
	case model.ByWeek:
		return m.look.T("timeline.by_week")
	}
	return m.look.T("timeline.by_month")
}

// period returns what a period is called.
func (m Model) period(z model.Zoom, start model.Date) string {
	switch {
	case !start.Known():
		return m.look.T("date.unknown")
	case z == model.ByWeek:
		return m.look.T("timeline.week", m.look.Date(start))
	case z == model.ByMonth:
		return start.String()[:len("2006-01")]
	}
	return m.look.Date(start)
}
