package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/agreement"
	"tachiba/ui/columns"
	"tachiba/ui/compare"
	"tachiba/ui/digests"
	"tachiba/ui/plain"
	"tachiba/ui/shifts"
	"tachiba/ui/timeline"
)

// The views that --plain prints.
const (
	viewCompare   = "compare"
	viewSide      = "side" // side by side, topic after topic
	viewDigests   = "digests"
	viewTimeline  = "timeline"
	viewShifts    = "shifts"
	viewAgreement = "agreement"
)

var plainViews = []string{viewCompare, viewSide, viewDigests, viewTimeline, viewShifts, viewAgreement}

// printPlain prints a view as text that reads from top to bottom: for pipes and
// screen readers.
func (a *app) printPlain(cmd *cobra.Command, flags *filterFlags, view string, paths []string) (err error) {
	desk, filter, err := a.prepare(cmd.Context(), flags)
	if err != nil {
		return err
	}
	b, err := a.basis(cmd.Context(), desk, paths, filter)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.close()) }()
	if _, ok := a.streams.Terminal(a.streams.Out); !ok {
		a.sayLeftOut(b.left) // on a terminal the closing lines are enough
	}
	compared := b.ledger.Compare(a.Look.Lexicon, filter)
	if filter.Active() {
		fmt.Fprintln(a.out, a.T("plain.filter", a.FilterWords(filter)))
		fmt.Fprintln(a.out)
	}
	if compared.Shown == 0 && filter.Active() {
		compared.Rows = nil
		fmt.Fprintln(a.out, a.T("plain.no_match"))
		fmt.Fprintln(a.out)
	}
	if err := a.writeLines(a.plainLines(view, b, compared, filter)); err != nil {
		return err
	}
	fmt.Fprint(a.out, a.closing(b, compared))
	return nil
}

// writeLines prints lines with an empty one after each heading's part.
func (a *app) writeLines(lines []plain.Line) error {
	for i, l := range lines {
		if i > 0 && l.Depth == 0 && lines[i-1].Depth > 0 {
			fmt.Fprintln(a.out)
		}
		if _, err := fmt.Fprintln(a.out, l); err != nil {
			return err
		}
	}
	if len(lines) > 0 {
		fmt.Fprintln(a.out)
	}
	return nil
}

// plainLines returns what a view of the interface says as lines.
func (a *app) plainLines(view string, b *basis, compared model.Comparison, filter model.Filter) []plain.Line {
	switch view {
	case viewSide:
		m := columns.New(&a.Look, &a.keys)
		m.SetComparison(compared)
		var lines []plain.Line
		for _, row := range compared.Rows {
			m.Show(row.Topic.ID, "", nil)
			lines = slices.Concat(lines, m.Plain(0))
		}
		return lines
	case viewDigests:
		m := digests.New(&a.Look, &a.keys)
		m.SetSource(b.read)
		m.SetDigests(b.digests, compared.Selected, digests.Shown{Filter: filter})
		return m.Plain(0)
	case viewTimeline:
		m := timeline.New(&a.Look, &a.keys)
		m.SetDigests(b.digests)
		m.SetComparison(compared)
		return m.Plain(0)
	case viewShifts:
		m := shifts.New(&a.Look, &a.keys)
		m.SetComparison(compared)
		return m.Plain(0)
	case viewAgreement:
		m := agreement.New(&a.Look, &a.keys)
		m.SetComparison(compared)
		return m.Plain(0)
	}
	m := compare.New(&a.Look, &a.keys)
	m.SetComparison(compared)
	return m.Plain(0)
}

// closing says what the comparison rests on, and what was left out and why.
func (a *app) closing(rests *basis, compared model.Comparison) string {
	var b strings.Builder
	c := rests.left
	first, last := rests.ledger.Span()
	b.WriteString(a.Basis(len(rests.digests), compared.Total, compared.Shown, first, last) + "\n")
	if c.Samples {
		b.WriteString(a.T("cli.samples") + "\n")
	}
	if len(c.Problems) > 0 {
		b.WriteString(a.T("plain.left_out", len(c.Problems)) + "\n")
		for i := range c.Problems {
			b.WriteString("  " + a.Problem(&c.Problems[i]) + "\n")
		}
	}
	return b.String()
}
