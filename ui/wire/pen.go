package wire

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// maxPen is the length in bytes up to which a sequence that changes a pen is followed,
// maxPens how many styles and hyperlinks are kept.
const (
	maxPen  = 1024
	maxPens = 4096
)

// pen is how text looks: the indices of its style and of the hyperlink that is open.
type pen struct{ sgr, link int }

func (p pen) known() bool { return p.sgr >= 0 && p.link >= 0 }

// pens are the styles and hyperlinks that were written; index 0 is none.
type pens struct {
	styles  kept[style]
	links   kept[string]
	changes map[change]int // known already
	linked  bool           // a hyperlink was opened once
}

// change is a style and the sequence that changes it.
type change struct {
	from int
	seq  string
}

func newPens() pens {
	p := pens{changes: map[change]int{}}
	p.styles.index(style{})
	p.links.index("")
	return p
}

// full tells that no more are kept.
func (p *pens) full() bool {
	return max(len(p.styles.list), len(p.links.list), len(p.changes)) >= maxPens
}

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
		if p.linked, from.link = true, unknown; len(t.bytes) <= maxPen {
			from.link = p.links.index(string(t.bytes))
		}
	case len(t.bytes) > maxPen:
		from.sgr = unknown
	default:
		from.sgr = p.restyled(from.sgr, t.bytes)
	}
	return from
}

// restyled returns the style after an SGR sequence.
func (p *pens) restyled(from int, seq []byte) int {
	if to, ok := p.changes[change{from, string(seq)}]; ok {
		return to
	}
	s := change{from, string(seq)}
	params := strings.TrimSuffix(strings.TrimPrefix(s.seq, "\x1b["), "m")
	var before style
	if from >= 0 {
		before = p.styles.list[from]
	} else if params != "" && params != "0" {
		return unknown
	}
	to := unknown
	if after, ok := before.after(params); ok {
		to = p.styles.index(after)
	}
	if len(p.changes) < maxPens {
		p.changes[s] = to
	}
	return to
}

// between returns the sequence that turns a style, which may be unknown, into another.
func (p *pens) between(from, to int) string {
	if from < 0 {
		return ansi.ResetStyle + style{}.sequence(p.styles.list[to])
	}
	return p.styles.list[from].sequence(p.styles.list[to])
}

// closes tells whether a hyperlink sequence closes the link that is open.
func closes(osc []byte) bool {
	return slices.Contains([]string{"\x1b]8;;\a", "\x1b]8;;\x1b\\"}, string(osc))
}

// kept is a list of values, each once.
type kept[T comparable] struct {
	list []T
	at   map[T]int
}

// index returns where v is in the list, and unknown when there is no more room.
func (k *kept[T]) index(v T) int {
	if i, ok := k.at[v]; ok {
		return i
	}
	if len(k.list) == maxPens {
		return unknown
	}
	if k.at == nil {
		k.at = map[T]int{}
	}
	k.list = append(k.list, v)
	k.at[v] = len(k.list) - 1
	return len(k.list) - 1
}
