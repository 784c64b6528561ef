package wire

import "bytes"

// erase is how the renderer begins to paint a line anew: at its first column, in the
// default pen.
const erase = "\x1b[K"

// maxRow is the length in bytes up to which the painting of a row is kept.
const maxRow = 1 << 14

// row is how a row of the screen was painted, and that nothing else has changed it.
type row struct {
	known bool
	paint []byte // from erase to the last cell
	cells []cell // empty when they can't be told apart
	cols  int    // how many columns they take, as the renderer counts
	after place  // where the cursor was left
}

// cell is a character of a painting.
type cell struct {
	from, to int // its bytes in the painting
	col      int
	trust    trust
	pen      pen
}

func (r *row) text(i int) []byte { return r.paint[r.cells[i].from:r.cells[i].to] }

// same tells whether cell i of a row and cell j of another look alike.
func (r *row) same(i int, o *row, j int) bool {
	return r.cells[i].pen == o.cells[j].pen && bytes.Equal(r.text(i), o.text(j))
}

// repaint passes on what is new in the painting of a row that p begins with, and
// returns the painting's length; it is 0 where p begins with something else.
func (w *Writer) repaint(p []byte) int {
	at := w.want
	if w.mode != (mode{}) || at.row < 0 || at.col != 0 || at.pen != (pen{}) || !bytes.HasPrefix(p, []byte(erase)) {
		return 0
	}
	old := &w.rows[at.row]
	if old.known && bytes.HasPrefix(p, old.paint) && old.ends(p[len(old.paint):]) {
		w.want, w.behind, w.last = old.after, true, 0
		return len(old.paint)
	}
	r, ok := w.read(p)
	if !ok {
		return 0
	}
	if !w.amend(old, &r, p[len(r.paint):]) {
		w.sync()
		w.emit(r.paint)
		w.want, w.have = r.after, r.after
	}
	w.last = 0
	*old, w.spare = r, *old
	return len(r.paint)
}

// read returns the row whose painting p begins with, and false when the painting may
// wrap or is otherwise not worth to be kept.
func (w *Writer) read(p []byte) (r row, ok bool) {
	at, end, nowrap, plain, sure := w.want, len(erase), false, true, true
	r = row{known: true, cells: w.spare.cells[:0], after: at}
	for i := end; i < len(p); {
		t := decode(p[i:])
		last := i + len(t.bytes)
		switch t.effect {
		case text:
			r.cells = append(r.cells, cell{i, last, r.cols, t.trust, at.pen})
			plain, sure = plain && t.trust != none, sure && at.pen.known()
			at, end = w.advance(at, t), last
			r.cols += t.width
			r.after = at
		case wrap: // around the last cell of the screen
			nowrap, plain, sure = !t.on, false, sure && at.pen.known()
			end, r.after = last, at
		case sgr, link:
			at.pen = w.pens.after(at.pen, t)
		default:
			last = len(p)
		}
		i = last
	}
	if r.paint = append(w.spare.paint[:0], p[:end]...); !plain {
		r.cells = r.cells[:0]
	}
	w.spare = row{paint: r.paint, cells: r.cells}
	return r, sure && !nowrap && r.after.row >= 0 && end <= maxRow
}

// ends tells whether the painting is complete, given what follows it, and the cursor
// either known after it or set to a column by what follows.
func (r *row) ends(p []byte) bool {
	for len(p) > 0 {
		t := decode(p)
		switch t.effect {
		case sgr, link:
			p = p[len(t.bytes):]
			continue
		case text, wrap, repeat, cut:
			return false
		case move:
			if t.final == '\r' || t.final == 'G' || t.final == '`' || t.final == 'H' {
				return true
			}
		}
		break
	}
	return r.after.col >= 0
}
