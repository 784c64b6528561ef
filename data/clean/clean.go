// Package clean makes text from outside fit to be shown: it removes what would
// steer a terminal (control characters, escape sequences, bidirectional
// overrides, invisible characters) and settles what terminals draw differently.
// Everything that tachiba loads passes here once.
package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Text returns the cleaned text with as many lines as s has, separated by \n
// (\r\n, and a lone \r where there is no \n, count as line ends). Cleaning
// cleaned text changes nothing.
func Text(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if !strings.Contains(s, "\n") {
		s = strings.ReplaceAll(s, "\r", "\n")
	}
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = cleanLine(line)
	}
	return strings.Join(lines, "\n")
}

// Line returns s cleaned and as one line: for names, paths and messages.
func Line(s string) string {
	return strings.ReplaceAll(Text(s), "\n", " ")
}

// cleanLine repeats a pass until it changes nothing: removing a character can
// join its neighbours to a new escape sequence or a new cluster.
func cleanLine(line string) string {
	for {
		next := pass(line)
		if next == line {
			return line
		}
		line = next
	}
}

func pass(line string) string {
	if plain(line) {
		return line
	}
	line = ansi.Strip(openSequences(sevenBit(line)))
	line = strings.Map(visible, line)
	line = norm.NFC.String(foldKana(line))
	return settleWidths(line)
}

// plain tells whether a line needs no cleaning: ASCII, kana, Han and the usual
// marks, those of the digest layout too, have no other form, and one width everywhere.
func plain(line string) bool {
	for _, r := range line {
		switch {
		case r >= ' ' && r <= '~', r >= '一' && r <= '龥', r >= '　' && r <= '〟', r >= 'ぁ' && r <= 'ゖ', r >= '゛' && r <= 'ヿ', r >= '！' && r <= '～',
			r == '✅', r == '💡', r == '⇒', r == '…', r == '—', r == '–', r == '‘', r == '’', r == '“', r == '”':
		default:
			return false
		}
	}
	return true
}

// sevenBit writes C1 controls as the ESC sequences that they abbreviate (ECMA-48
// 5.3), since ansi.Strip leaves them.
func sevenBit(line string) string {
	if !strings.ContainsFunc(line, func(r rune) bool { return r >= 0x80 && r <= 0x9f }) {
		return line
	}
	var b strings.Builder
	for _, r := range line {
		if r >= 0x80 && r <= 0x9f {
			b.WriteByte(0x1b)
			r -= 0x40
		}
		b.WriteRune(r)
	}
	return b.String()
}

// openSequences removes the opener of a string sequence (OSC, DCS, SOS, PM, APC)
// that the line does not close: otherwise it would swallow the rest of the line.
func openSequences(line string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(line, 0x1b)
		if i < 0 || i+1 == len(line) {
			break
		}
		b.WriteString(line[:i])
		opener, rest := line[i:i+2], line[i+2:]
		if !strings.ContainsAny(opener[1:], "]PX^_") {
			b.WriteString(opener[:1])
			line = line[i+1:]
			continue
		}
		if end := strings.IndexAny(rest, "\a\x1b"); end >= 0 && (rest[end] == '\a' || strings.HasPrefix(rest[end:], "\x1b\\")) {
			b.WriteString(opener + rest[:end+1])
			rest = rest[end+1:]
		}
		line = rest
	}
	b.WriteString(line)
	return b.String()
}

// visible maps spaces of all kinds but the ideographic one to a space and drops
// what has no picture of its own.
func visible(r rune) rune {
	switch {
	case r == '\t' || r == '\v' || r == '\f' || r == '\r' || r == 0x2028 || r == 0x2029:
		return ' '
	case r == '　' || r == utf8.RuneError:
		return r
	case unicode.Is(unicode.Zs, r) || r == 0x2800: // braille blank
		return ' '
	case !unicode.IsGraphic(r), unicode.Is(unicode.Variation_Selector, r), unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r):
		return -1
	}
	return r
}

// foldKana writes half-width kana and their marks in full width (ｱﾞ as ア゙, which
// NFC composes). Other full-width forms stay: the text is quoted as it stands.
func foldKana(line string) string {
	if !strings.ContainsFunc(line, halfKana) {
		return line
	}
	var b strings.Builder
	for _, r := range line {
		if halfKana(r) {
			b.WriteString(width.Widen.String(string(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func halfKana(r rune) bool { return r >= '｡' && r <= 'ﾟ' }

// placeholder stands for a cluster that terminals draw in different widths: the
// geta mark, which Japanese print uses for a missing character.
const placeholder = "〓"

// maxCluster is how many code points a cluster keeps; more are stacked marks.
const maxCluster = 4

// settleWidths replaces clusters on whose width terminals disagree (the layout
// counts clusters, some terminals code points) and cuts stacks of marks.
func settleWidths(line string) string {
	var b strings.Builder
	for g := uniseg.NewGraphemes(line); g.Next(); {
		cluster, runes := g.Str(), g.Runes()
		switch {
		case ansi.StringWidth(cluster) == 0:
			// a mark with nothing to stand on
		case len(runes) > maxCluster && ansi.StringWidth(cluster) == 1:
			b.WriteString(string(runes[:maxCluster]))
		case len(runes) > maxCluster, ansi.StringWidth(cluster) != ansi.StringWidthWc(cluster):
			b.WriteString(placeholder)
		default:
			b.WriteString(cluster)
		}
	}
	return b.String()
}
