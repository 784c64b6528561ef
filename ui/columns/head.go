package columns

import (
	"slices"
	"strconv"
	"strings"

	"tachiba/model"
	"tachiba/ui/text"
)

// roomy is the least height whose head may take more than a line.
const roomy = 10

// head returns the topic and its proposition, and where not all actors are in
// sight, their tabs.
func (m Model) head(row model.Row) []string {
	lines := m.title(row.Topic)
	if m.tabbed() {
		s, _ := m.tabs()
		lines = append(lines, s)
	}
	if m.h >= roomy {
		lines = append(lines, m.look.Rule(m.w))
	}
	return lines
}

// title returns topic and proposition, on two lines where one is too short.
func (m Model) title(t model.Topic) []string {
	name := m.look.Name(t.Name)
	s := name + "  " + m.look.Name(t.Proposition)
	ranges := []text.Range{{Start: 0, End: len(s)}}
	if m.h >= roomy {
		ranges = text.Lines(s, m.w-2)
	}
	if len(ranges) > 2 {
		ranges = []text.Range{ranges[0], {Start: ranges[1].Start, End: len(s)}}
	}
	lines := make([]string, len(ranges))
	for i, r := range ranges {
		line := text.Render(s, r, m.look.Text, []text.Span{{Range: text.Range{Start: 0, End: len(name)}, Style: m.look.Title}})
		lines[i] = text.Truncate(" "+line, m.w, m.look.Ellipsis)
	}
	return lines
}

// tabbed tells whether an actor is out of sight.
func (m Model) tabbed() bool { return len(m.shown()) < len(m.comparison.Actors) }

// tab is where an actor's tab stands: the cells [from, to).
type tab struct{ col, from, to int }

// tabs returns the line of all actors, as many as fit round the cursor's, and
// where they stand.
func (m Model) tabs() (string, []tab) {
	labels, all := m.labels(func(a model.Actor) string { return m.look.Name(a.Name) })
	if all > m.w {
		labels, all = m.labels(func(a model.Actor) string { return m.look.ShortActor(a.ID) })
	}
	first, to, before := 0, 0, ""
	if all > m.w {
		before = m.look.Ellipsis
		for _, l := range labels[:m.col+1] {
			to += text.Width(l)
		}
		for ; first < m.col && to > m.w-2*text.Width(before); first++ {
			to -= text.Width(labels[first])
		}
		if first == 0 {
			before = ""
		}
	}
	var b strings.Builder
	b.WriteString(m.look.Muted.Render(before))
	at, shown := text.Width(before), m.shown()
	var tabs []tab
	for col, label := range labels[first:] {
		col += first
		style := m.look.Muted
		switch {
		case col == m.col:
			style = m.look.Selected
		case slices.Contains(shown, col):
			style = m.look.Strong
		}
		b.WriteString(style.Render(label))
		tabs = append(tabs, tab{col, at, at + text.Width(label)})
		at += text.Width(label)
	}
	return text.Truncate(b.String(), m.w, m.look.Ellipsis), tabs
}

// labels returns the labels of all actors and the cells that they take.
func (m Model) labels(name func(model.Actor) string) (labels []string, all int) {
	for col, a := range m.comparison.Actors {
		label := " " + m.named(a, name(a)) + " " + m.look.Sign(m.position(col).Stance) + " "
		labels = append(labels, label)
		all += text.Width(label)
	}
	return labels, all
}

// named returns an actor's name with the sign of those chosen.
func (m Model) named(a model.Actor, name string) string {
	if slices.Contains(m.picked, a.ID) {
		return m.look.Picked + " " + name
	}
	return name
}

// columnHead returns an actor and the position, as much as fits of what it rests
// on.
func (m Model) columnHead(col, width int) string {
	a, p := m.comparison.Actors[col], m.position(col)
	style := m.look.Strong
	if col == m.col {
		style = m.look.Title
	}
	badge := m.look.Badge(p.Stance)
	name := m.named(a, m.look.Name(a.Name))
	if text.Width(name)+text.Width(badge)+2 > width {
		badge = m.look.Theme.Stance(p.Stance).Render(m.look.Sign(p.Stance) + " " + m.look.ShortStance(p.Stance))
	}
	head := " " + style.Render(text.Truncate(name, width-2-text.Width(badge), m.look.Ellipsis)) + " " + badge
	add := func(s string) {
		if text.Width(head)+1+text.Width(s) <= width {
			head += " " + s
		}
	}
	if p.Shifted || p.Moved() {
		add(m.look.Warn.Render(m.look.Shift))
	}
	if p.New > 0 {
		add(m.look.Accent.Render(m.look.New + strconv.Itoa(p.New)))
	}
	if n := p.Evidence.Len(); n > 0 {
		add(m.look.Muted.Render(m.share(p)))
	}
	return m.look.Fit(head, width)
}

// share returns how many of a position's statements carry it.
func (m Model) share(p model.Position) string {
	return m.look.T("columns.share", p.Counts.Of(p.Stance), p.Evidence.Len())
}
