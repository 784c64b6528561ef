package agreement

import (
	"math"
	"strconv"
	"strings"

	"tachiba/model"
	"tachiba/ui/text"
)

// drawMatrix returns the lines of the matrix: an actor a row and a column, for each
// pair the share of topics on which they agree.
func (m Model) drawMatrix(l layout) []string {
	if l.matrix.h == 0 {
		return nil
	}
	last := min(m.left+l.cols, len(m.comparison.Actors))
	var b strings.Builder
	b.WriteString(text.Spaces(l.name))
	for j := m.left; j < last; j++ {
		a := m.comparison.Actors[j]
		name, style := m.look.Name(a.Name), m.look.Strong
		if l.ids {
			name = m.look.ShortActor(a.ID)
		}
		if j == m.col {
			style = m.look.Title
		}
		b.WriteString(style.Render(m.look.Fit(name, l.cell-1)) + " ")
	}
	lines := []string{b.String()}
	all := m.matrix()
	for i := m.top; i < min(m.top+l.rows, len(all)); i++ {
		b.Reset()
		mark, style := text.Spaces(marker), m.look.Strong
		if i == m.row {
			mark, style = m.look.Fit(m.look.Cursor, marker), m.look.Title
		}
		b.WriteString(style.Render(mark+m.look.Fit(m.look.Name(m.comparison.Actors[i].Name), l.name-marker-1)) + " ")
		for j := m.left; j < last; j++ {
			b.WriteString(m.drawPair(l, all[i][j], i, j))
		}
		lines = append(lines, b.String())
	}
	if left := l.matrix.h - len(lines); l.beside && left > 1 {
		lines = append(lines, "")
		for _, line := range text.Wrap(m.look.T("agreement.legend"), l.matrix.w-marker-1) {
			lines = append(lines, text.Spaces(marker)+m.look.Muted.Render(line))
		}
	}
	return lines[:min(len(lines), l.matrix.h)]
}

// drawPair returns a pair of the matrix in its cells.
func (m Model) drawPair(l layout, c model.Congruence, row, col int) string {
	if row == col {
		return m.look.Faint.Render(m.look.Fit(" "+m.look.Signs.Rule, l.cell))
	}
	style := m.look.Theme.Stance(model.NoEvidence)
	if share, ok := c.Share(); ok {
		style = m.look.Heat(share)
	}
	if row == m.row && col == m.col {
		style = m.look.Selected
	}
	return style.Render(m.look.Fit(m.pairText(c, l.level), l.cell-1)) + " "
}

// pairText returns the share, its figures and a bar, as far as the level has them.
func (m Model) pairText(c model.Congruence, l level) string {
	share, ok := c.Share()
	if !ok {
		s := "   " + m.look.None
		if l > shares {
			s += " " + m.look.T("stance.none_short")
		}
		return s
	}
	percent := m.percent(share)
	s := text.Spaces(len("100%")-text.Width(percent)) + percent
	if l >= figures {
		f := fraction(c)
		s += " " + text.Spaces(m.figuresWidth()-len(f)) + f
	}
	if l == bars {
		s += " " + m.look.Share(share)
	}
	return s
}

func (m Model) percent(share float64) string {
	return m.look.T("agreement.percent", int(math.Round(100*share)))
}

// fraction returns the topics on which two actors agree, of those in common.
func fraction(c model.Congruence) string { return strconv.Itoa(c.Same) + "/" + strconv.Itoa(c.Both) }
