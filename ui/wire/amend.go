package wire

import (
	"bytes"
	"slices"
)

// amend changes row old, which the terminal shows, into r by what lies between the
// cells that both begin and end with; rest follows the painting. It does nothing and
// returns false where that would not be shorter or not be safe.
//
// Characters that terminals draw in different widths make the columns after them
// uncertain. So a change never begins after one, and what follows a change stays
// only when the change keeps them all in their places.
func (w *Writer) amend(old, r *row, rest []byte) bool {
	if !old.known || len(old.cells) == 0 || len(r.cells) == 0 {
		return false
	}
	ends := r.ends(rest)
	head := old.head(r)
	tail := 0
	if ends {
		tail = old.tail(r, head)
	}
	if head == len(r.cells) && head == len(old.cells) {
		if ends {
			w.want, w.behind = r.after, true
		}
		return ends
	}
	out, have := len(w.out), w.have
	w.change(r, head, len(r.cells)-tail)
	if len(w.out)-out >= len(r.paint) {
		w.out, w.have = w.out[:out], have
		return false
	}
	w.want, w.behind = r.after, true
	return true
}

// change paints the cells of a row from one up to another, or, when that is the end,
// all from the first one.
func (w *Writer) change(r *row, from, to int) {
	col := r.cols
	if from < len(r.cells) {
		col = r.cells[from].col
	}
	w.jump(r.after.row, col)
	if to == len(r.cells) {
		w.setPen(pen{})
		w.out = append(w.out, erase...)
	}
	if from == to {
		return
	}
	w.setPen(r.cells[from].pen)
	w.emit(r.paint[r.cells[from].from:r.cells[to-1].to])
	if to == len(r.cells) {
		w.have = r.after
		return
	}
	w.have = place{row: r.after.row, col: unknown, reach: r.cells[to].col, pen: r.cells[to-1].pen}
}

// head returns how many cells both rows begin with, up to the first one whose width
// is uncertain.
func (r *row) head(o *row) int {
	n := 0
	for n < len(r.cells) && n < len(o.cells) && r.cells[n].trust == full && r.same(n, o, n) {
		n++
	}
	return n
}

// tail returns how many cells after the head both rows end with, 0 when they do not
// stand at the same columns for certain.
func (r *row) tail(o *row, head int) int {
	if r.cols != o.cols {
		return 0
	}
	n, most := 0, min(len(r.cells), len(o.cells))-head
	for n < most && r.same(len(r.cells)-1-n, o, len(o.cells)-1-n) {
		n++
	}
	if !slices.EqualFunc(r.uncertain(head, n), o.uncertain(head, n), func(i, j int) bool {
		return r.cells[i].col == o.cells[j].col && bytes.Equal(r.text(i), o.text(j))
	}) {
		return 0
	}
	return n
}

// uncertain returns the cells between head and tail whose width is.
func (r *row) uncertain(head, tail int) []int {
	var list []int
	for i := head; i < len(r.cells)-tail; i++ {
		if r.cells[i].trust != full {
			list = append(list, i)
		}
	}
	return list
}
