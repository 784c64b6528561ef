package cli

import (
	"io"
	"strings"

	"tachiba/ui/text"
)

// column is a table's column: its heading and how its cells are set.
type column struct {
	title string
	right bool                                   // numbers: set to the right
	spare bool                                   // left out where the table would not fit otherwise
	wrap  bool                                   // sentences: broken into lines rather than cut
	link  bool                                   // in Markdown the cell is as given: a link made by mdLink
	paint func(cell string, r text.Range) string // styles part r of a wrapped cell, nil for none
}

// table is rows under columns, printed in one of three formats.
type table struct {
	columns []column
	rows    [][]string
}

const (
	gap       = 2  // cells between columns
	narrowest = 6  // cells that shortening leaves to a column
	roomy     = 16 // cells below which no column is shortened for a spare one
)

// writeText prints the table with aligned columns, shortened to a terminal's
// width where width is not 0; what is cut ends with tail.
func (t table) writeText(w io.Writer, width int, tail string) error {
	widths := t.widths()
	if width > 0 {
		for i := len(t.columns) - 1; i >= 0; i-- {
			if t.columns[i].spare && total(shrink(widths, width, roomy)) > width {
				widths[i] = 0
			}
		}
		widths = shrink(widths, width, narrowest)
	}
	titles, rules := make([]string, len(widths)), make([]string, len(widths))
	for i, c := range t.columns {
		titles[i], rules[i] = c.title, strings.Repeat("-", widths[i])
	}
	for _, row := range append([][]string{titles, rules}, t.rows...) {
		for _, line := range t.lines(row, widths, tail) {
			if width > 0 {
				line = text.Truncate(line, width, tail)
			}
			if _, err := io.WriteString(w, line+"\n"); err != nil {
				return err
			}
		}
	}
	return nil
}

// lines returns a row set in columns of these widths; a column of width 0 is
// left out.
func (t table) lines(row []string, widths []int, tail string) []string {
	parts := make([][]string, len(row))
	height := 0
	for i, cell := range row {
		switch {
		case widths[i] == 0:
			continue
		case t.columns[i].wrap:
			parts[i] = t.columns[i].wrapped(cell, widths[i])
		default:
			parts[i] = []string{text.Truncate(cell, widths[i], tail)}
		}
		height = max(height, len(parts[i]))
	}
	out := make([]string, height)
	for n := range out {
		var b strings.Builder
		for i, part := range parts {
			if widths[i] == 0 {
				continue
			}
			cell := ""
			if n < len(part) {
				cell = part[n]
			}
			pad := text.Spaces(widths[i] - text.Width(cell))
			if t.columns[i].right {
				cell, pad = pad+cell, ""
			}
			b.WriteString(cell + pad + text.Spaces(gap))
		}
		out[n] = strings.TrimRight(b.String(), " ")
	}
	return out
}

// wrapped returns the lines of a cell.
func (c column) wrapped(cell string, width int) []string {
	if c.paint == nil {
		return text.Wrap(cell, width)
	}
	var out []string
	for _, r := range text.Lines(cell, width) {
		out = append(out, c.paint(cell, r))
	}
	return out
}

// widths returns the cells that each column takes in full.
func (t table) widths() []int {
	out := make([]int, len(t.columns))
	for i, c := range t.columns {
		out[i] = text.Width(c.title)
	}
	for _, row := range t.rows {
		for i, cell := range row {
			out[i] = max(out[i], text.Width(cell))
		}
	}
	return out
}

func total(widths []int) int {
	sum := -gap
	for _, w := range widths {
		if w > 0 {
			sum += w + gap
		}
	}
	return sum
}

// shrink takes cells from the widest column, one at a time, until the table is
// as wide as it may be or no column is wider than least.
func shrink(widths []int, width, least int) []int {
	out := append([]int(nil), widths...)
	for over := total(out) - width; over > 0; over-- {
		widest := 0
		for i, w := range out {
			if w > out[widest] {
				widest = i
			}
		}
		if out[widest] <= least {
			break
		}
		out[widest]--
	}
	return out
}
