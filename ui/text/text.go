// Package text measures, wraps and cuts text by terminal cells. Its input is
// plain text on one line, cleaned when it was loaded; styles come after.
package text

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// Range is the bytes [Start, End) of a text.
type Range struct{ Start, End int }

// Width returns the cells that s takes; styles take none.
func Width(s string) int {
	cells := 0
	for i := 0; i < len(s); {
		if n := styleLength(s[i:]); n > 0 {
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		w := plainWidth(r)
		if w == 0 {
			return ansi.StringWidth(s)
		}
		cells += w
		i += n
	}
	return cells
}

// styleLength returns the length of the SGR sequence that s begins with, 0 for none.
func styleLength(s string) int {
	if !strings.HasPrefix(s, "\x1b[") {
		return 0
	}
	end := 2 + strings.IndexFunc(s[2:], func(r rune) bool { return (r < '0' || r > '9') && r != ';' && r != ':' })
	if end < 2 || s[end] != 'm' {
		return 0
	}
	return end + 1
}

// plainWidth returns the cells of a character that neither combines with others nor
// steers the terminal, 0 for all that might. Most text has no others, and is
// measured many times faster so than by its clusters.
func plainWidth(r rune) int {
	switch {
	case r >= ' ' && r <= '~',
		r > 0xA0 && r <= 0xFF && r != 0xAD, // Latin letters, ·
		r >= 0x2010 && r <= 0x2027,         // dashes, quotation marks, …
		r >= 0x2190 && r <= 0x21FF,         // arrows
		r >= 0x2500 && r <= 0x25FC:         // boxes, blocks, ▲
		return 1
	case r >= 0x3001 && r <= 0x3029, // 、 。 and brackets
		r >= 0x3041 && r <= 0x3096, r >= 0x30A1 && r <= 0x30FE, // kana
		r >= 0x4E00 && r <= 0x9FFF, // kanji
		r >= 0xFF01 && r <= 0xFF5E: // full-width letters
		return 2
	}
	return 0
}

// Truncate returns s cut to at most width cells, with tail at the end where
// something was cut. A wide character is never cut in half.
func Truncate(s string, width int, tail string) string {
	if width <= 0 {
		return ""
	}
	if Width(s) <= width {
		return s
	}
	if Width(tail) > width {
		tail = ""
	}
	return ansi.Truncate(s, width, tail)
}

// Fit returns s in exactly width cells: cut with tail, or padded on the right.
func Fit(s string, width int, tail string) string {
	s = Truncate(s, width, tail)
	return s + Spaces(width-Width(s))
}

// Spaces returns n spaces, "" for n below one.
func Spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }

// Lines returns where s breaks into lines of at most width cells, by the line
// breaking rules of Unicode (UAX #14): no line starts with 、。」 or ends with 「.
// Words too long for a line are cut. Spaces at a line's end belong to no line.
// It returns one empty range for an empty text.
func Lines(s string, width int) []Range {
	width = max(width, 2) // a wide character must fit
	var out []Range
	start, end, cells := 0, 0, 0 // the open line [start, end) and its cells
	rest, state := s, -1
	for rest != "" {
		var segment string
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		trimmed := strings.TrimRight(segment, " 　")
		left := Width(trimmed) // cells still to be placed
		if cells > 0 && cells+left > width {
			out = append(out, Range{start, end})
			start, cells = len(s)-len(rest)-len(segment), 0
			end = start
		}
		for cells+left > width { // only at a line's start
			n, w := cut(trimmed, width-cells)
			out = append(out, Range{start, start + n})
			start, left = start+n, left-w
			end, trimmed, segment = start, trimmed[n:], segment[n:]
		}
		cells += left + Width(segment[len(trimmed):])
		if trimmed != "" {
			end = len(s) - len(rest) - len(segment) + len(trimmed)
		}
	}
	if end > start || len(out) == 0 {
		out = append(out, Range{start, end})
	}
	return out
}

// noStart are the characters that may not start a line (JIS X 4051, 行頭禁則).
const noStart = "、。，．,.!?！？)）」』】〕〉》】’”:;：；ーァィゥェォッャュョヮぁぃぅぇぉっゃゅょゎ々ヽヾ…‥・"

// cut returns how many bytes of s fit width cells, at least one cluster, and
// their cells; it goes back one where the rest would start with a character that
// may not.
func cut(s string, width int) (n, cells int) {
	end, before, last := 0, 0, 0
	rest, state := s, -1
	for rest != "" {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		w := Width(cluster)
		if end > 0 && cells+w > width {
			if r, _ := utf8.DecodeRuneInString(cluster); strings.ContainsRune(noStart, r) && before > 0 {
				return before, cells - last
			}
			return end, cells
		}
		before, last = end, w
		end += len(cluster)
		cells += w
	}
	return end, cells
}

// Wrap returns the lines of s at width cells, as Lines breaks them.
func Wrap(s string, width int) []string {
	ranges := Lines(s, width)
	out := make([]string, len(ranges))
	for i, r := range ranges {
		out[i] = s[r.Start:r.End]
	}
	return out
}
