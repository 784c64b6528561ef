package wire

// apply follows what a token does.
func (w *Writer) apply(t token) {
	if w.mode.lost && t.effect < margins {
		return
	}
	switch t.effect {
	case inert:
	case text:
		w.drawn(t)
		if w.last = t.width; t.trust != full {
			w.last = 0
		}
	case repeat:
		if w.drawn(t); w.last == 0 {
			w.forget() // what is drawn is not known
		}
	case inRow:
		w.touch()
	case move:
		w.move(t)
	case sgr, link:
		w.want.pen = w.pens.after(w.want.pen, t)
	case scroll:
		w.scroll(t)
	case widths:
		w.forget()
	case margins:
		w.setMargins(t)
	case insert:
		w.mode.insert = t.on
	case wrap:
		w.mode.nowrap = !t.on
	case screens:
		w.mode.lost = false
		w.want.pen = w.pens.unknown()
		w.forget()
	default:
		w.lose()
	}
}

// drawn follows text.
func (w *Writer) drawn(t token) {
	w.touch()
	if w.want = w.advance(w.want, t); w.want.row < 0 {
		w.forget()
	}
}

// touch forgets the row that the cursor is in.
func (w *Writer) touch() {
	if w.want.row < 0 {
		w.forgetRows()
		return
	}
	w.rows[w.want.row].known = false
}

func (w *Writer) forgetRows() {
	for i := range w.rows {
		w.rows[i].known = false
	}
}

// forget forgets the rows and where the cursor is.
func (w *Writer) forget() {
	w.forgetRows()
	w.want.row, w.want.col, w.want.reach = unknown, unknown, w.width
	w.have = w.want
}

// lose gives up until a screen is entered.
func (w *Writer) lose() {
	w.mode.lost = true
	w.want.pen = w.pens.unknown()
	w.forget()
}
