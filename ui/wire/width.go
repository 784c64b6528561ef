package wire

import (
	"unicode/utf8"

	"golang.org/x/text/width"
)

// trust is how far terminals agree on the cells that a character takes.
type trust uint8

const (
	none trust = iota // several characters that combine, or none that is seen
	some              // one character, drawn in one cell here and in two there
	full
)

// trustIn returns the trust in a cluster's width in cells.
func trustIn(cluster []byte, cells int) trust {
	r, n := utf8.DecodeRune(cluster)
	switch {
	case cells < 1 || n < len(cluster):
		return none
	case certain(r, cells):
		return full
	}
	return some
}

// certain tells that every terminal draws r in so many cells.
func certain(r rune, cells int) bool {
	switch {
	case r < utf8.RuneSelf:
		return cells == 1
	case r >= 0x2300 && r < 0x2400, r >= 0x2600 && r < 0x27C0, r >= 0x2B00 && r < 0x2C00, r >= 0x1F000 && r < 0x20000:
		return false // symbols that may be drawn as emoji
	case r == 'ﾞ' || r == 'ﾟ':
		return false // combine with what stands before them in some terminals
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return cells == 2
	case width.EastAsianNarrow, width.EastAsianHalfwidth:
		return cells == 1
	case width.Neutral: // of the scripts that run from left to right, letter by letter
		return cells == 1 && (r < 0x590 || r >= 0x2000 && r < 0x2600)
	}
	return false
}
