package wire

import "slices"

// setMargins follows the sequence that sets the rows which scroll (DECSTBM) and
// sends the cursor home, or, in some terminals, leaves it.
func (w *Writer) setMargins(t token) {
	top, bottom := max(t.n[0], 1)-1, t.n[1]-1
	if bottom < 0 || bottom >= w.height {
		bottom = w.height - 1
	}
	w.mode.margins = top > 0 || bottom < w.height-1
	w.top, w.bottom = top, bottom
	if top >= bottom { // some terminals take no notice of it
		w.forgetRows()
	}
	w.want.row, w.want.col, w.want.reach = unknown, unknown, w.width
}

// line follows a move by a line, which scrolls at the first and at the last row of
// those that do.
func (w *Writer) line(t token) {
	by, edge := 1, w.bottom
	if t.final == reverseIndex {
		by, edge = -1, w.top
	}
	switch at := &w.want; {
	case at.row < 0:
		w.forgetRows()
	case at.row == edge:
		w.shift(w.top, w.bottom, by)
	default:
		at.row = min(max(at.row+by, 0), w.height-1)
	}
}

// scroll follows a sequence that moves rows or empties them.
func (w *Writer) scroll(t token) {
	n, from := max(t.n[0], 1), w.want.row
	switch t.final {
	case 'S':
		w.shift(w.top, w.bottom, n)
	case 'T':
		w.shift(w.top, w.bottom, -n)
	case 'L', 'M':
		w.want.col = unknown // lines put in or taken out move it in some terminals
		if t.final == 'L' {
			n = -n
		}
		if from < w.top || from > w.bottom {
			w.forgetRows()
			return
		}
		w.shift(from, w.bottom, n)
	default:
		w.forgetRows()
	}
}

// shift follows that the rows from top to bottom have moved up by n, or down by -n.
// What moves in is empty, in the pen's background.
func (w *Writer) shift(top, bottom, n int) {
	if bottom >= len(w.rows) || top >= bottom {
		w.forgetRows()
		return
	}
	part := w.rows[top : bottom+1]
	size := min(max(n, -n), len(part))
	blank := part[:size]
	if n > 0 {
		rotate(part, size)
		blank = part[len(part)-size:]
	} else {
		rotate(part, len(part)-size)
	}
	for i := range blank {
		blank[i] = row{known: w.want.pen == pen{}, paint: append(blank[i].paint[:0], erase...), cells: blank[i].cells[:0]}
	}
	for i := range part {
		part[i].after.row = top + i
	}
}

// rotate moves the first n rows behind the others.
func rotate(rows []row, n int) {
	slices.Reverse(rows[:n])
	slices.Reverse(rows[n:])
	slices.Reverse(rows)
}
