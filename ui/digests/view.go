package digests

import (
	"strings"

	"tachiba/ui/text"
)

// From these widths on list and text stand beside each other, and the outline
// beside both.
const (
	wide  = 90
	wider = 160
)

func (m Model) beside() bool { return m.w >= wide }

func (m Model) listWidth() int {
	if m.w < wider {
		return max(30, min(m.w/3, 52))
	}
	return min(m.w/4, 72)
}

// sideWidth returns the cells of the outline, 0 where there is none.
func (m Model) sideWidth() int {
	if m.w < wider {
		return 0
	}
	return min(m.w/5, 60)
}

func (m Model) textWidth() int {
	switch {
	case !m.beside():
		return m.w
	case m.sideWidth() == 0:
		return m.w - m.listWidth() - 1
	}
	return m.w - m.listWidth() - m.sideWidth() - 2
}

func (m Model) overList(x int) bool {
	if m.beside() {
		return x <= m.listWidth()
	}
	return !m.reading
}

func (m Model) overSide(x int) bool { return m.sideWidth() > 0 && x >= m.w-m.sideWidth() }

// View returns the view, h lines of at most w cells.
func (m Model) View() string {
	m.Refresh()
	if !m.beside() {
		if m.reading {
			return m.text()
		}
		list := m.drawList(m.w)
		return strings.Join(list[:min(len(list), m.h)], "\n")
	}
	list, body := m.drawList(m.listWidth()), strings.Split(m.text(), "\n")
	var side []sideRow
	if m.sideWidth() > 0 {
		side = m.side()
	}
	edge := m.look.Faint.Render(m.look.Side)
	lines := make([]string, m.h)
	for y := range lines {
		line := m.look.Fit(at(list, y), m.listWidth()) + edge + at(body, y)
		if m.sideWidth() > 0 {
			line = m.look.Fit(line, m.w-m.sideWidth()-1) + edge
			if y < len(side) {
				line += side[y].text
			}
		}
		lines[y] = line
	}
	return strings.Join(lines, "\n")
}

// text returns the reading pane, or why the digest can't be read.
func (m Model) text() string {
	if m.fault == nil {
		return m.reader.View()
	}
	var lines []string
	for _, l := range text.Wrap("! "+m.look.Error(m.fault), min(m.textWidth()-2, 80)) {
		lines = append(lines, " "+m.look.Warn.Render(l))
	}
	return strings.Join(lines, "\n")
}

// at returns a line, "" below the last one.
func at(lines []string, y int) string {
	if y < len(lines) {
		return lines[y]
	}
	return ""
}
