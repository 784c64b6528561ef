package wire

import (
	"slices"

	"github.com/charmbracelet/x/ansi"
)

// maxPen is the length in bytes up to which a pen is followed, maxPens how many are
// kept.
const (
	maxPen  = 256
	maxPens = 4096
)

// pen is how text looks: the index of the SGR sequences since the last reset, which
// are kept as they are and not understood, and that of the hyperlink that is open.
type pen struct{ sgr, link int }

func (p pen) known() bool { return p.sgr >= 0 && p.link >= 0 }

// pens are the sequences that make pens; that of index 0 is none.
type pens struct {
	seqs    []string
	index   map[string]int
	linked  bool // a hyperlink was opened once
	scratch []byte
}

func newPens() pens { return pens{seqs: []string{""}, index: map[string]int{"": 0}} }

// unknown returns the pen after something that may have changed it.
func (p *pens) unknown() pen {
	if p.linked {
		return pen{unknown, unknown}
	}
	return pen{unknown, 0}
}

// after returns the pen after a token that changes it.
func (p *pens) after(from pen, t token) pen {
	switch {
	case t.effect == link && closes(t.bytes):
		from.link = 0
	case t.effect == link:
		p.linked = true
		from.link = p.intern(append(p.scratch[:0], t.bytes...))
	case string(t.bytes) == ansi.ResetStyle || string(t.bytes) == "\x1b[0m":
		from.sgr = 0
	case from.sgr >= 0:
		from.sgr = p.intern(append(append(p.scratch[:0], p.seqs[from.sgr]...), t.bytes...))
	}
	return from
}

// closes tells whether a hyperlink sequence closes the link that is open.
func closes(osc []byte) bool {
	return slices.Contains([]string{"\x1b]8;;\a", "\x1b]8;;\x1b\\"}, string(osc))
}

func (p *pens) intern(seq []byte) int {
	p.scratch = seq
	if i, ok := p.index[string(seq)]; ok {
		return i
	}
	if len(seq) > maxPen || len(p.seqs) == maxPens {
		return unknown
	}
	p.seqs = append(p.seqs, string(seq))
	p.index[string(seq)] = len(p.seqs) - 1
	return len(p.seqs) - 1
}
