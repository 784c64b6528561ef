package agreement

import (
	"strings"

	"tachiba/ui/text"
)

// View returns the view, h lines of at most w cells.
func (m Model) View() string {
	if !m.paired() {
		lines := []string{""}
		for _, l := range text.Wrap(m.look.T("agreement.alone"), max(m.w-4, 10)) {
			lines = append(lines, "  "+m.look.Text.Render(l))
		}
		return strings.Join(lines[:min(len(lines), m.h)], "\n")
	}
	l := m.layout()
	matrix := m.drawMatrix(l)
	var panel []string
	for _, r := range m.drawPanel(l) {
		panel = append(panel, r.text)
	}
	if l.beside {
		return strings.Join(m.join(l, matrix, panel), "\n")
	}
	lines := matrix
	if l.panel.y > 0 && l.panel.h > 0 {
		lines = append(lines, m.look.Rule(m.w))
	}
	lines = append(lines, panel...)
	return strings.Join(lines[:min(len(lines), m.h)], "\n")
}

// join returns matrix and panel beside each other.
func (m Model) join(l layout, left, right []string) []string {
	lines := make([]string, m.h)
	for y := range lines {
		a, b := "", ""
		if y < len(left) {
			a = left[y]
		}
		if y < len(right) {
			b = right[y]
		}
		lines[y] = m.look.Fit(a, l.matrix.w) + m.look.Faint.Render(m.look.Side) + b
	}
	return lines
}
