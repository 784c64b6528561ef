package agreement

import (
	"strconv"

	"tachiba/model"
	"tachiba/ui/text"
)

// countsFrom is the width of the panel from which stances have their whole name and
// a count.
const countsFrom = 56

// columns is the cells of a topic's line, and whether it has counts.
type columns struct {
	topic, stance int
	counted       bool
}

// topicColumns fits topics and stances into the width of the panel.
func (m Model) topicColumns(w int) columns {
	c := columns{counted: w >= countsFrom}
	for _, s := range model.Stances {
		c.stance = max(c.stance, text.Width(m.stance(s, c)))
	}
	most := 0
	for _, t := range m.topics() {
		c.topic = max(c.topic, text.Width(m.look.Topic(t.Topic)))
		if c.counted {
			most = max(most, m.count(m.row, t.Topic, t.A), m.count(m.col, t.Topic, t.B))
		}
	}
	if c.counted {
		c.stance += 1 + len(strconv.Itoa(most))
	}
	c.topic = max(1, min(c.topic, w-marker-2*(c.stance+1)-1))
	return c
}

// stance returns sign and name of a stance, short where there is no room for
// counts.
func (m Model) stance(s model.Stance, c columns) string {
	if c.counted {
		return m.look.Sign(s) + " " + m.look.Stance(s)
	}
	return m.look.Sign(s) + " " + m.look.ShortStance(s)
}

// count returns how many statements carry an actor's position.
func (m Model) count(actor int, topic model.TopicID, s model.Stance) int {
	return m.comparison.Cell(m.actor(actor), topic).Counts.Of(s)
}

// columnNames returns the heading of the stances: whose they are.
func (m Model) columnNames(c columns, w int) panelRow {
	s := text.Spaces(marker + c.topic + 1)
	for _, actor := range []int{m.row, m.col} {
		name := m.name(actor)
		if text.Width(name) > c.stance {
			name = m.look.ShortActor(m.actor(actor))
		}
		s += m.look.Muted.Render(m.look.Fit(name, c.stance)) + " "
	}
	return panelRow{text.Truncate(s, w, ""), -1}
}

// topicList returns the topics under their headings.
func (m Model) topicList(c columns, w int) (rows []panelRow) {
	at, cursor := 0, m.at()
	for _, g := range m.groups() {
		if len(g.topics) == 0 {
			continue
		}
		rows = append(rows, m.line(m.look.Strong.Render(g.heading), w))
		for _, t := range g.topics {
			rows = append(rows, panelRow{text.Truncate(m.topicLine(t, c, at == cursor), w, m.look.Ellipsis), at})
			at++
		}
	}
	return rows
}

// topicLine returns a topic with both stances.
func (m Model) topicLine(t model.CommonTopic, c columns, selected bool) string {
	mark, tone, style := text.Spaces(marker), m.look.Muted, m.look.Text
	if selected { // also while the pair is chosen: keys change the topic there too
		mark = m.look.Fit(m.look.Cursor, marker)
	}
	if selected && m.panel {
		tone, style = m.look.Title, m.look.Selected
	}
	line := tone.Render(mark) + style.Render(m.look.Fit(m.look.Topic(t.Topic), c.topic)) + " "
	for _, side := range []struct {
		actor  int
		stance model.Stance
	}{{m.row, t.A}, {m.col, t.B}} {
		s := m.stance(side.stance, c)
		if c.counted {
			n := strconv.Itoa(m.count(side.actor, t.Topic, side.stance))
			s = m.look.Fit(s, c.stance-len(n)) + n
		}
		line += m.look.Theme.Stance(side.stance).Render(m.look.Fit(s, c.stance)) + " "
	}
	return line
}
