// Package wire stands between Bubble Tea and the terminal and leaves out what the
// terminal shows already. Bubble Tea's renderer (ultraviolet) paints each line with
// a Japanese character anew in every frame, changed or not: a screenful for every
// key. A Writer reads what the renderer writes, remembers how each row was painted,
// and passes on only what differs.
//
// It knows the sequences that Bubble Tea writes, and no more. What may change rows
// in another way makes it forget them; after what it does not know at all it passes
// everything on unchanged, until a screen is entered anew.
package wire

import (
	"sync"

	"github.com/charmbracelet/x/term"
)

// Writer is a terminal that drops repaints of what it shows. It is safe for use by
// several goroutines. Whoever looks whether it is a terminal, or asks for its size,
// is answered by the file underneath.
type Writer struct {
	term.File
	size func() (width, height int, err error)
	wide bool

	mu            sync.Mutex
	out           []byte // what this Write passes on
	tail          []byte // the beginning of a sequence that was cut, passed on already
	width, height int
	top, bottom   int // the rows that scroll

	have   place // where the terminal is
	want   place // where the renderer believes it to be
	behind bool  // the terminal is to be put there before anything is drawn
	mode   mode
	pens   pens
	last   int // cells of the character drawn last, 0 when it is not known

	rows  []row // how they were painted
	spare row   // its memory is used for the next row
}

// mode is what makes text do otherwise than it does by default.
type mode struct {
	lost    bool // something unknown was written: nothing is left out any more
	margins bool // only a part of the screen scrolls
	insert  bool // text pushes what follows it to the right
	nowrap  bool // text stays in its row
}

// New returns a Writer on a terminal; wide says that the terminal draws characters of
// ambiguous width (UAX #11) in two cells, where the renderer counts one.
func New(terminal term.File, wide bool) *Writer {
	return newWriter(terminal, wide, func() (int, int, error) { return term.GetSize(terminal.Fd()) })
}

func newWriter(terminal term.File, wide bool, size func() (int, int, error)) *Writer {
	w := &Writer{File: terminal, wide: wide, size: size, pens: newPens()}
	w.want.pen = w.pens.unknown()
	w.forget()
	return w
}

// Write passes p on without what the terminal shows already, and keeps nothing back.
// The error is the terminal's; how much of p has arrived is not known then.
func (w *Writer) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.measure()
	w.out = w.out[:0]
	w.feed(w.rejoin(p))
	if len(w.out) == 0 {
		return len(p), nil
	}
	if _, err := w.File.Write(w.out); err != nil {
		w.lose()
		return 0, err
	}
	return len(p), nil
}

// measure forgets all when the terminal has another size than before.
func (w *Writer) measure() {
	width, height, err := w.size()
	switch {
	case err != nil:
		w.lose()
	case width != w.width || height != w.height:
		w.width, w.height = width, height
		w.rows = make([]row, height)
		w.top, w.bottom = 0, height-1
		w.forget()
	case w.pens.full():
		linked := w.pens.linked
		w.pens = newPens()
		w.pens.linked = linked
		w.want.pen = w.pens.unknown()
		w.forget()
	}
}

func (w *Writer) feed(p []byte) {
	for len(p) > 0 {
		if n := w.repaint(p); n > 0 {
			p = p[n:]
			continue
		}
		t := decode(p)
		if t.effect == cut {
			break
		}
		w.put(t)
		p = p[len(t.bytes):]
	}
	w.sync()
	w.emit(p)
	w.tail = append(w.tail, p...)
}

// maxTail is how much of a sequence that was cut is kept to find its end.
const maxTail = 4096

// rejoin passes on the rest of a sequence that the last Write was cut in, and
// returns what follows it.
func (w *Writer) rejoin(p []byte) []byte {
	if len(w.tail) == 0 {
		return p
	}
	before := len(w.tail)
	joined := append(w.tail, p...)
	w.tail = nil
	switch t := decode(joined); {
	case t.effect == cut:
		w.emit(p)
		if w.tail = joined; len(joined) > maxTail {
			w.tail = nil
			w.lose()
		}
		return nil
	case len(t.bytes) < before: // it was no part of a sequence, after all
		w.lose()
		return p
	default:
		w.emit(joined[before:len(t.bytes)])
		w.apply(t)
		w.forget() // rare, and nothing that would have to be understood in full
		return joined[len(t.bytes):]
	}
}

// put passes a token on. What only moves cursor or pen waits while the terminal is
// not where the renderer believes it to be: sync makes up for all of it at once.
func (w *Writer) put(t token) {
	if w.behind && w.computes(t) {
		w.apply(t)
		return
	}
	w.sync()
	w.apply(t)
	w.emit(t.bytes)
	w.have = w.want
}

func (w *Writer) emit(p []byte) { w.out = append(w.out, p...) }
