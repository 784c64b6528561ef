// Package export writes what a person selected as a file: for people to read and
// to print, for spreadsheets, for programs and for the tools of network analysis.
package export

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"time"

	"tachiba/model"
	"tachiba/ui/look"
)

// The formats.
const (
	Markdown = "md"      // the matrix as a table, its evidence in footnotes
	CSV      = "csv"     // a line a statement, for spreadsheets
	JSON     = "json"    // everything, for programs
	HTML     = "html"    // one page that needs nothing else
	GraphML  = "graphml" // the network of actors and concepts
	DNA      = "dna"     // the event list of the Discourse Network Analyzer
	SVG      = "svg"     // a picture
)

// Formats lists the formats in the order in which they are offered.
var Formats = [...]string{Markdown, CSV, JSON, HTML, GraphML, DNA, SVG}

// The pictures that an SVG can show.
const (
	Matrix   = "matrix"
	Timeline = "timeline"
)

// Pictures lists the pictures; the first is shown where none is named.
var Pictures = [...]string{Matrix, Timeline}

// View is what a person selected, and in which words they read it.
type View struct {
	Look       *look.Look
	Comparison model.Comparison // by a ledger: with all its evidence
	Filter     model.Filter     // by which it was made
	Digests    int              // how many it was made from
	Picture    string           // of Pictures, for an SVG; "" for the first
	Made       time.Time        // zero where it is not to be said
	// Fault returns why a statement could not be read after all, nil where it
	// could; it may be nil itself.
	Fault func() error
}

// FileName returns the name suggested for a file of a format, without folder.
func FileName(format, picture string, day time.Time) string {
	name := "tachiba-" + day.Format(time.DateOnly)
	switch format {
	case DNA:
		return name + "-dna.csv"
	case SVG:
		return name + "-" + cmp.Or(picture, Pictures[0]) + ".svg"
	}
	return name + "." + format
}

// Write writes v in a format. It stops with the context's error once that ends,
// and returns an error for a format or picture that there is not. Statements are
// read one by one, so that no more than a page of the file is ever in memory.
func Write(ctx context.Context, w io.Writer, format string, v View) error {
	e := &exporter{View: v, ctx: ctx, out: bufio.NewWriterSize(w, 1<<16)}
	write, ok := map[string]func() error{
		Markdown: e.markdown, CSV: e.csv, JSON: e.json, HTML: e.html, GraphML: e.graphML, DNA: e.dna, SVG: e.svg,
	}[format]
	if !ok {
		return fmt.Errorf("export: no format %q", format)
	}
	if err := errors.Join(write(), ctx.Err()); err != nil {
		return err
	}
	if v.Fault != nil {
		if err := v.Fault(); err != nil {
			return err
		}
	}
	return e.out.Flush()
}

// exporter is the writing of one file. out keeps the first error, so that only
// what would go on for long needs to look at it.
type exporter struct {
	View
	ctx context.Context
	out *bufio.Writer
}

// each yields statements until writing fails or the context ends.
func (e *exporter) each(evidence model.Evidence) iter.Seq2[int, model.Statement] {
	return func(yield func(int, model.Statement) bool) {
		for i := range evidence.Len() {
			if _, failed := e.out.Write(nil); failed != nil || e.ctx.Err() != nil || !yield(i, evidence.At(i)) {
				return
			}
		}
	}
}

// title returns what the file is of.
func (e *exporter) title() string {
	if name := e.Look.Name(e.Look.Lexicon.Name); name != "" {
		return e.Look.T("export.title_of", name)
	}
	return e.Look.T("export.title")
}

// about says what was selected, what it rests on and who made the file: a line
// each.
func (e *exporter) about() []string {
	var out []string
	if e.Filter.Active() {
		out = append(out, e.Look.T("plain.filter", e.Look.FilterWords(e.Filter)))
	}
	first, last := e.span()
	out = append(out, e.Look.Basis(e.Digests, e.Comparison.Total, e.Comparison.Shown, first, last))
	if e.Made.IsZero() {
		return append(out, e.Look.T("export.made"))
	}
	return append(out, e.Look.T("export.made_on", e.Made.Format(time.DateOnly)))
}

// span returns the first and the last known date of what is selected.
func (e *exporter) span() (first, last model.Date) {
	var all model.Days
	for _, row := range e.Comparison.Rows {
		for _, p := range row.Cells {
			all = all.Merge(p.History)
		}
	}
	return span(all)
}

// span returns the first and the last known date of a history, unknown ones where
// it has none.
func span(days model.Days) (first, last model.Date) {
	for _, d := range days {
		if d.Date.Known() {
			first, last = d.Date, max(last, d.Date) // newest first
		}
	}
	return first, last
}

// percent returns a share in hundredths.
func percent(share float64) int { return int(math.Round(100 * share)) }

// place returns where a sentence stands, as compilers do.
func place(s model.Statement) string { return fmt.Sprintf("%s:%d", s.Digest, s.Line) }
