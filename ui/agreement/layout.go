package agreement

import (
	"slices"
	"strconv"

	"tachiba/model"
	"tachiba/ui/look"
	"tachiba/ui/text"
)

// From these sizes on, matrix and panel stand beside each other, and a long matrix
// leaves half of the height to the panel below.
const (
	wide  = 100
	roomy = 16
)

// Cells and lines of the parts.
const (
	marker   = 2
	minName  = 6
	minPanel = 7 // the least height of a panel below that can be worked in
)

// box is a part of the view.
type box struct{ x, y, w, h int }

// layout is where the parts of the view stand. A box without height is not shown.
type layout struct {
	matrix, panel box
	beside        bool
	rows, cols    int // of the matrix, in sight
	name, cell    int // cells of a row's name, and of a pair
	level         level
	ids           bool // the columns' names do not fit
}

// level is how much a pair says.
type level int

const (
	shares  level = iota // the share
	figures              // and the topics that it comes from
	bars                 // and a bar
)

// layout fits matrix and panel into the view: beside each other, else one above the
// other, else the one that has the keys.
func (m Model) layout() layout {
	n := len(m.comparison.Actors)
	l := layout{beside: m.w >= wide}
	if l.beside {
		l = m.columns(l, m.w/2)
		l.matrix = box{0, 0, l.name + l.cols*l.cell, m.h}
		l.panel = box{l.matrix.w + 1, 0, m.w - l.matrix.w - 1, m.h}
	} else {
		l = m.columns(l, m.w)
		l.matrix = box{0, 0, m.w, min(n+1, m.h)}
		if m.h >= roomy {
			l.matrix.h = min(n+1, m.h/2)
		}
		y := l.matrix.h + 1 // below a rule
		l.panel = box{0, y, m.w, max(0, m.h-y)}
		if m.panel && l.panel.h < minPanel {
			l.matrix.h, l.panel = 0, box{0, 0, m.w, m.h}
		}
	}
	l.rows = max(1, min(n, l.matrix.h-1))
	return l
}

// columns fits the matrix into a width: all actors before the figures, the figures
// before the bars.
func (m Model) columns(l layout, w int) layout {
	n := max(len(m.comparison.Actors), 1)
	longest := minName
	for _, a := range m.comparison.Actors {
		longest = max(longest, text.Width(m.look.Name(a.Name)))
	}
	l.name = marker + min(longest, max(minName, w/4)) + 1
	room := max(w-l.name, 1)
	l.cols = max(1, min(n, room/m.cellWidth(shares)))
	for level := bars; level > shares; level-- {
		if m.cellWidth(level)*l.cols <= room {
			l.level = level
			break
		}
	}
	l.cell = min(max(m.cellWidth(l.level), min(longest+1, room/l.cols)), room)
	l.ids = slices.ContainsFunc(m.comparison.Actors, func(a model.Actor) bool { return text.Width(m.look.Name(a.Name)) >= l.cell })
	return l
}

// cellWidth returns the cells that a pair takes, with a space after it.
func (m Model) cellWidth(l level) int {
	w := len("100%") + 1
	if l >= figures {
		w += m.figuresWidth() + 1
	}
	if l == bars {
		w += look.ShareCells + 1
	}
	return w
}

// figuresWidth returns the cells of the longest figures.
func (m Model) figuresWidth() int { return 2*len(strconv.Itoa(len(m.comparison.Rows))) + len("/") }

// pairAt returns the pair at x, y of the view.
func (m Model) pairAt(l layout, x, y int) (row, col int, ok bool) {
	row, col = m.top+y-1, m.left+(x-l.name)/l.cell
	ok = x >= l.name && x < l.name+l.cols*l.cell && y >= 1 && y <= l.rows && l.matrix.h > 0 && row != col
	return row, col, ok && row < len(m.comparison.Actors) && col < len(m.comparison.Actors)
}
