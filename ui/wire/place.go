package wire

import (
	"strconv"

	"github.com/charmbracelet/x/ansi"
)

const unknown = -1

// place is where text would be drawn next, and how. Rows and columns count from 0.
type place struct {
	row int // unknown or a row of the screen
	// col is unknown after characters that terminals draw in different widths, and
	// where the next character would wrap.
	col   int
	reach int // no less than the column
	pen   pen
}

// computes tells that a token only changes cursor and pen, scrolls nothing and leads
// to a known place, without a look at where the terminal itself is.
func (w *Writer) computes(t token) bool {
	switch t.effect {
	case sgr, link:
		return w.pens.after(w.want.pen, t).known()
	case move:
	default:
		return false
	}
	switch t.final {
	case '\r', 'G', '`', 'H':
		return true
	case '\n':
		return w.want.col >= 0 && w.want.row < w.height-1
	case reverseIndex:
		return w.want.col >= 0 && w.want.row > 0
	case 'A', 'B', 'C', 'D', 'd', '\b':
		return w.want.col >= 0
	}
	return false
}

// move follows a move of the cursor.
func (w *Writer) move(t token) {
	at, n := &w.want, max(t.n[0], 1)
	if w.mode.margins && t.final >= 'A' && t.final <= 'D' { // stopped by the margins, or not
		at.row, at.col, at.reach = unknown, unknown, w.width
		return
	}
	switch t.final {
	case '\r':
		at.col, at.reach = 0, 0
	case 'G', '`':
		w.toColumn(n)
	case 'H':
		at.row = min(n, w.height) - 1
		w.toColumn(max(t.n[1], 1))
	case 'd':
		at.row = min(n, w.height) - 1
	case 'A':
		w.down(-n)
	case 'B':
		w.down(n)
	case '\n', reverseIndex:
		w.line(t)
	case 'C':
		w.right(n)
	case 'D':
		w.right(-n)
	case '\b':
		w.right(-1)
	case '\t':
		at.col, at.reach = unknown, min((at.reach/8+1)*8, w.width-1)
	case 'Z':
		at.col = unknown
	}
}

func (w *Writer) toColumn(n int) {
	w.want.col = min(n, w.width) - 1
	w.want.reach = w.want.col
}

func (w *Writer) down(n int) {
	if w.want.row >= 0 {
		w.want.row = min(max(w.want.row+n, 0), w.height-1)
	}
}

func (w *Writer) right(n int) {
	in := func(x int) int { return min(max(x, 0), w.width-1) }
	if w.want.col >= 0 {
		w.want.col = in(w.want.col + n)
	}
	w.want.reach = in(w.want.reach + n)
}

// advance returns the place after a cluster; its row is unknown when the cluster may
// have wrapped.
func (w *Writer) advance(at place, t token) place {
	most := t.width
	switch {
	case t.effect == repeat:
		most = max(t.n[0], 1) * w.last
	case t.trust == some && w.wide:
		most = 2
	case t.trust == none:
		most = 2 * len([]rune(string(t.bytes)))
	}
	if at.reach += most; t.trust == full && at.col >= 0 {
		at.col += t.width
	} else {
		at.col = unknown
	}
	switch {
	case at.reach > w.width && w.mode.nowrap:
		at.col, at.reach = unknown, w.width
	case at.reach > w.width:
		at.row, at.col = unknown, unknown
	case at.reach == w.width:
		at.col = unknown
	}
	return at
}

// sync puts cursor and pen of the terminal where the renderer believes them to be.
func (w *Writer) sync() {
	if w.behind && w.have != w.want {
		w.jump(w.want.row, w.want.col)
		w.setPen(w.want.pen)
		w.have = w.want
	}
	w.behind = false
}

// jump moves the terminal's cursor to a known place.
func (w *Writer) jump(row, col int) {
	switch {
	case w.have.row == row && w.have.col == col:
		return
	case col < 0: // what follows sets it
		w.out = append(w.out, ansi.VerticalPositionAbsolute(row+1)...)
	case w.have.row == row && col == 0:
		w.out = append(w.out, '\r')
	case w.have.row == row:
		w.out = append(w.out, ansi.CursorHorizontalAbsolute(col+1)...)
	case w.have.row >= 0 && w.have.row+1 == row && col == 0:
		w.out = append(w.out, '\r', '\n')
	case col == 0:
		w.out = append(strconv.AppendInt(append(w.out, "\x1b["...), int64(row+1), 10), 'H')
	default:
		w.out = append(w.out, ansi.CursorPosition(col+1, row+1)...)
	}
	w.have.row, w.have.col, w.have.reach = row, col, col
}

// setPen gives the terminal a pen.
func (w *Writer) setPen(p pen) {
	if w.have.pen.sgr != p.sgr {
		w.out = append(w.out, w.pens.between(w.have.pen.sgr, p.sgr)...)
	}
	if w.have.pen.link != p.link {
		w.out = append(w.out, ansi.ResetHyperlink()...)
		w.out = append(w.out, w.pens.links.list[p.link]...)
	}
	w.have.pen = p
}
