package wire

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// effect is what a token does to a terminal.
type effect uint8

const (
	other  effect = iota // something that is not known here
	cut                  // the token's end is missing
	text                 // draws a character
	move                 // moves the cursor
	sgr                  // changes how text looks
	link                 // opens or closes a hyperlink
	inert                // changes neither cells nor cursor nor what comes after
	inRow                // changes cells of the cursor's row
	repeat               // draws the last character again
	scroll               // changes cells of any row
	widths               // changes how wide characters are

	// What follows lasts, and is followed also when all else is lost.
	margins // sets the rows that scroll
	insert  // sets whether text pushes what follows it
	wrap    // sets whether text wraps at the end of the row
	screens // goes to the alternate screen or leaves it
)

// reverseIndex stands for ESC M among the finals of moves.
const reverseIndex = 'M'

// token is a control sequence, or a character with all that combines with it.
type token struct {
	bytes  []byte
	effect effect
	final  byte   // the final byte or the control character
	n      [2]int // its parameters, 0 where they are missing
	on     bool   // a mode is set, not reset
	width  int    // of text, in cells
	trust  trust  // in the width of text
}

// decode returns the first token of b, which holds some.
func decode(b []byte) token {
	switch c := b[0]; {
	case c == ansi.ESC && len(b) > 1 && b[1] == ']':
		return operatingSystem(b)
	case c >= utf8.RuneSelf && !utf8.FullRune(b):
		return token{bytes: b, effect: cut}
	case c == '\r', c == '\n', c == '\b', c == '\t':
		return token{bytes: b[:1], effect: move, final: c}
	case c == ansi.BEL:
		return token{bytes: b[:1], effect: inert}
	}
	seq, width, _, state := ansi.DecodeSequence(b, ansi.NormalState, nil)
	switch {
	case state != ansi.NormalState:
		return token{bytes: b, effect: cut}
	case len(seq) > 2 && seq[0] == ansi.ESC && seq[1] == '[':
		return control(seq)
	case string(seq) == ansi.ReverseIndex:
		return token{bytes: seq, effect: move, final: reverseIndex}
	case printable(seq):
		return token{bytes: seq, effect: text, width: width, trust: trustIn(seq, width)}
	}
	return token{bytes: seq}
}

func printable(seq []byte) bool {
	r, _ := utf8.DecodeRune(seq)
	return !unicode.IsControl(r) && utf8.Valid(seq)
}

// operatingSystem returns the OSC sequence that b begins with. DecodeSequence ends
// one at the byte 0x9C, which is a part of many a Japanese character.
func operatingSystem(b []byte) token {
	end := bytes.IndexAny(b[2:], "\a\x1b\x18\x1a")
	switch end += 2; {
	case end < 2, b[end] == ansi.ESC && end+1 == len(b):
		return token{bytes: b, effect: cut}
	case b[end] == ansi.BEL:
		end++
	case b[end] == ansi.ESC && b[end+1] == '\\':
		end += 2
	default:
		return token{bytes: b[:end]}
	}
	t := token{bytes: b[:end]}
	number, _, _ := bytes.Cut(b[2:end], []byte(";"))
	switch string(bytes.TrimRight(number, "\a\x1b\\")) {
	case "8":
		t.effect = link
	case "0", "1", "2", "9", "10", "11", "12", "22", "52", "110", "111", "112":
		t.effect = inert // title, progress, colours, pointer, clipboard
	}
	return t
}

// control returns the CSI sequence seq as a token.
func control(seq []byte) token {
	t := token{bytes: seq, final: seq[len(seq)-1]}
	body := seq[2 : len(seq)-1]
	prefix, inter := byte(0), byte(0)
	if len(body) > 0 && body[0] >= '<' && body[0] <= '?' {
		prefix, body = body[0], body[1:]
	}
	if last := len(body) - 1; last >= 0 && body[last] < '0' {
		inter, body = body[last], body[:last]
	}
	params, ok := numbers(body)
	copy(t.n[:], params)
	switch {
	case t.final == 'm' && prefix == 0 && inter == 0:
		t.effect = sgr // whatever its parameters are: they are never read
	case !ok:
	case prefix == '?' && inter == 0 && (t.final == 'h' || t.final == 'l'):
		t.on = t.final == 'h'
		t.effect = privateMode(params)
	case prefix == 0 && inter == 0:
		t.effect = plainControl(t.final, params)
		t.on = t.final == 'h'
	case slices.Contains(quiet, string([]byte{prefix, inter, t.final})):
		t.effect = inert
	}
	return t
}

// quiet are sequences with a prefix or an intermediate byte that ask something or
// set up keyboard, cursor shape and tab stops: prefix, intermediate, final.
var quiet = []string{
	"?$p", "\x00$p", "?\x00u", ">\x00u", "<\x00u", "=\x00u", ">\x00m", ">\x00q", ">\x00c", "=\x00c", "?\x00n", "\x00 q", "?\x00W",
}

func plainControl(final byte, params []int) effect {
	if len(params) > 2 {
		return other
	}
	switch final {
	case 'A', 'B', 'C', 'D', 'G', 'H', 'Z', '`', 'd':
		return move
	case 'K', 'P', 'X', '@':
		return inRow
	case 'b':
		return repeat
	case 'J', 'L', 'M', 'S', 'T':
		return scroll
	case 'r':
		return margins
	case 'c', 'n':
		return inert
	case 'h', 'l':
		if len(params) == 1 && params[0] == 4 {
			return insert
		}
	}
	return other
}

func privateMode(modes []int) effect {
	if len(modes) == 1 {
		switch modes[0] {
		case 7:
			return wrap
		case 1049:
			return screens
		case 2027:
			return widths
		}
	}
	for _, m := range modes {
		switch m {
		case 1, 12, 25, 1000, 1002, 1003, 1004, 1006, 2004, 2026, 2031, 2048:
		default:
			return other
		}
	}
	return inert
}

// numbers reads the parameters of a control sequence; ok is false when they are of
// another kind than Bubble Tea writes.
func numbers(b []byte) (params []int, ok bool) {
	if len(b) == 0 {
		return nil, true
	}
	n := 0
	for _, c := range b {
		switch {
		case c >= '0' && c <= '9' && n < 10000:
			n = 10*n + int(c-'0')
		case c == ';' && len(params) < 8:
			params, n = append(params, n), 0
		default:
			return nil, false
		}
	}
	return append(params, n), true
}
