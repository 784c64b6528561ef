package agreement

import (
	"slices"

	"tachiba/model"
	"tachiba/ui/look"
	"tachiba/ui/text"
)

// From these heights of the panel on it has a heading for its columns, and the
// sentences of the topic under the cursor.
const (
	headed = 9
	spoken = 22
)

const (
	minMonths = 2 // the rows of months worth a heading of their own
	maxLines  = 2 // of a sentence
)

// panelRow is a line of the panel, with the place of the topic that it is of, -1
// for none.
type panelRow struct {
	text  string
	topic int
}

// panel is the parts of the panel. The list scrolls, the others stand still.
type panel struct {
	head, list, tail []panelRow
	visible          int // rows of the list in sight
}

// drawPanel returns the lines of the panel.
func (m Model) drawPanel(l layout) []panelRow {
	if l.panel.h <= 0 {
		return nil
	}
	p := m.parts(l)
	first := m.firstRow(p)
	list := slices.Clone(p.list[first:min(first+p.visible, len(p.list))])
	m.sayMore(list, first, len(p.list)-first-len(list), l.panel.w)
	rows := append(p.head, list...)
	rows = append(rows, p.tail...)
	return rows[:min(len(rows), l.panel.h)]
}

// parts returns the parts of the panel: the pair, the topics that unite and divide
// it, what both said on the one under the cursor, and its months.
func (m Model) parts(l layout) panel {
	w, h := l.panel.w, l.panel.h
	var p panel
	p.head = m.panelTitle(w)
	if h < minPanel {
		p.head = append(p.head, m.summaries(w)...)
		return p
	}
	c := m.topicColumns(w)
	p.list = m.topicList(c, w)
	if h >= headed && len(p.list) > 0 {
		p.head = append(p.head, m.columnNames(c, w))
	}
	room := h - len(p.head)
	if h >= spoken {
		p.tail = m.sentences(w)
		room -= len(p.tail)
	}
	if p.visible = min(len(p.list), room); p.visible == len(p.list) {
		p.tail = append(p.tail, m.months(w, room-p.visible)...)
	}
	return p
}

// sayMore puts how many rows stand above and below into the first and the last row
// in sight, where the list is cut.
func (m Model) sayMore(list []panelRow, above, below, w int) {
	if len(list) < 3 {
		return // the cursor would not be seen
	}
	if above > 0 && list[0].topic >= 0 { // a heading stays
		list[0] = m.line(m.look.Muted.Render(m.look.T("agreement.above", above+1)), w)
	}
	if below > 0 {
		list[len(list)-1] = m.line(m.look.Muted.Render(m.look.More+" "+m.look.T("agreement.below", below+1)), w)
	}
}

// firstRow returns the first row of the list in sight, its cursor's among them.
func (m Model) firstRow(p panel) int {
	at := m.at()
	for i, r := range p.list {
		if r.topic == at {
			return max(0, min(i-p.visible/2, len(p.list)-p.visible))
		}
	}
	return 0
}

// topicAt returns the place of the topic at x, y of the view.
func (m Model) topicAt(l layout, x, y int) (int, bool) {
	x, y = x-l.panel.x, y-l.panel.y
	rows := m.drawPanel(l)
	if x < 0 || y < 0 || y >= len(rows) {
		return 0, false
	}
	return rows[y].topic, rows[y].topic >= 0
}

// line returns a row of the panel that is of no topic.
func (m Model) line(s string, w int) panelRow {
	return panelRow{text.Truncate(" "+s, w, m.look.Ellipsis), -1}
}

// panelTitle returns the pair with its share, and what that is the share of.
func (m Model) panelTitle(w int) []panelRow {
	pair := m.pair()
	title := m.look.Title.Render(m.look.T("agreement.pair", m.name(m.row), m.name(m.col)))
	share, ok := pair.Share()
	if !ok {
		return []panelRow{m.line(title, w), m.line(m.look.Muted.Render(m.look.T("agreement.nothing_common")), w)}
	}
	title += "  " + m.look.Heat(share).Render(" "+m.percent(share)+" ") + " " + m.look.Share(share)
	counts := m.look.T("agreement.common", pair.Same, pair.Both)
	if pair.OneSided > 0 {
		counts = m.look.Join(counts, m.look.T("agreement.one_sided", pair.OneSided))
	}
	return []panelRow{m.line(title, w), m.line(m.look.Muted.Render(counts), w)}
}

func (m Model) name(actor int) string { return m.look.Name(m.comparison.Actors[actor].Name) }

// group is topics with their heading.
type group struct {
	heading string
	topics  []model.CommonTopic
}

// groups returns the topics that unite the pair and those that divide it.
func (m Model) groups() [2]group {
	p := m.pair()
	return [...]group{{m.look.T("agreement.unite", len(p.Unite)), p.Unite}, {m.look.T("agreement.divide", len(p.Divide)), p.Divide}}
}

// summaries returns the groups, a line for each.
func (m Model) summaries(w int) (rows []panelRow) {
	for _, g := range m.groups() {
		var names []string
		for _, t := range g.topics {
			names = append(names, m.look.Topic(t.Topic))
		}
		if len(names) > 0 {
			rows = append(rows, m.line(m.look.Strong.Render(g.heading)+"  "+m.look.List(names...), w))
		}
	}
	return rows
}

// sentences returns the topic under the cursor and the newest statements that carry
// both positions on it.
func (m Model) sentences(w int) (rows []panelRow) {
	all := m.topics()
	if len(all) == 0 {
		return nil
	}
	topic, _ := m.look.Lexicon.Topic(all[m.at()].Topic)
	rows = []panelRow{{"", -1}, m.line(m.look.Strong.Render(m.look.Name(topic.Name))+"  "+m.look.Name(topic.Proposition), w)}
	for _, actor := range []int{m.row, m.col} {
		if s, ok := m.leading(actor, topic.ID); ok {
			rows = append(rows, m.said(actor, s, w)...)
		}
	}
	return rows
}

// said returns a statement in few lines.
func (m Model) said(actor int, s model.Statement, w int) []panelRow {
	head := m.look.Theme.Stance(s.Stance).Render(m.look.Mark(s)) + " " + m.name(actor)
	rows := []panelRow{m.line(head+"  "+m.look.Muted.Render(m.look.Join(s.Speaker, m.look.Source(s))), w)}
	lines := m.look.Sentence(model.StripMark(s.Text), s.Cues(), min(w-4, look.MaxSentence))
	for i, l := range lines[:min(len(lines), maxLines)] {
		line := "   " + l
		if i == maxLines-1 && len(lines) > maxLines {
			line = text.Truncate(line, w-1-text.Width(m.look.Ellipsis), "") + m.look.Ellipsis
		}
		rows = append(rows, panelRow{line, -1})
	}
	return rows
}
