package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tachiba/model"
)

// comparePlain prints the comparison as text that reads from top to bottom: for
// pipes and screen readers.
func (a *app) comparePlain(cmd *cobra.Command, flags *filterFlags, paths []string) (err error) {
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
		fmt.Fprintln(a.out, a.T("plain.filter", a.filterWords(filter)))
		fmt.Fprintln(a.out)
	}
	if compared.Shown == 0 && filter.Active() {
		compared.Rows = nil
		fmt.Fprintln(a.out, a.T("plain.no_match"))
		fmt.Fprintln(a.out)
	}
	for _, row := range compared.Rows {
		fmt.Fprintln(a.out, a.T("plain.topic", a.Name(row.Topic.Name), a.Name(row.Topic.Proposition)))
		for i, p := range row.Cells {
			if _, err := fmt.Fprint(a.out, a.positionText(compared.Actors[i], p)); err != nil {
				return err
			}
		}
		fmt.Fprintln(a.out)
	}
	fmt.Fprint(a.out, a.closing(b, compared))
	return nil
}

// positionText returns an actor's position in words, and its newest evidence.
func (a *app) positionText(actor model.Actor, p model.Position) string {
	if p.Stance == model.NoEvidence {
		return "  " + a.T("plain.position", a.Name(actor.Name), a.Look.Stance(p.Stance)) + "\n"
	}
	parts := []string{a.Look.Stance(p.Stance), a.statementCount(p.Counts)}
	if p.Newest.Known() {
		parts = append(parts, a.T("plain.newest", p.Newest.String()))
	}
	if p.Shifted {
		parts = append(parts, a.T("plain.shifted"))
	}
	newest := p.Evidence.At(p.Leading())
	outlet := model.OutletName(newest.Outlet, newest.URL)
	if outlet == "" {
		outlet = a.T("plain.digest", newest.Digest)
	}
	source := []string{outlet, a.Date(newest.Date)}
	comma := a.T("plain.comma")
	return "  " + a.T("plain.position", a.Name(actor.Name), strings.Join(parts, comma)) + "\n    " +
		a.T("plain.evidence", a.Quote(model.StripMark(newest.Text)), strings.Join(source, comma)) + "\n"
}

// statementCount returns how many statements there are, and of which stances
// when they differ.
func (a *app) statementCount(c model.Counts) string {
	var each []string
	for _, s := range model.Stances {
		if n := c.Of(s); n > 0 {
			each = append(each, fmt.Sprintf("%s %d", a.Look.Stance(s), n))
		}
	}
	text := a.T("plain.statements", c.Total())
	if len(each) > 1 {
		text += a.T("plain.parentheses", strings.Join(each, a.T("plain.comma")))
	}
	return text
}

// filterWords returns the filter in words.
func (a *app) filterWords(f model.Filter) string {
	var parts []string
	add := func(key string, values []string) {
		if len(values) > 0 {
			parts = append(parts, a.T("plain.of", a.T(key), strings.Join(values, a.T("plain.comma"))))
		}
	}
	add("table.actor", each(f.Actors, a.Actor))
	add("table.topic", each(f.Topics, a.Topic))
	add("table.stance", each(f.Stances, a.Look.Stance))
	if f.Since.Known() {
		add("plain.since", []string{f.Since.String()})
	}
	if f.Until.Known() {
		add("plain.until", []string{f.Until.String()})
	}
	if f.Text != "" {
		add("plain.search", []string{f.Text})
	}
	if f.MinConfidence > 0 {
		add("filter.confidence", []string{fmt.Sprintf("≥ %v", f.MinConfidence)})
	}
	if f.Review != model.ReviewAll {
		parts = append(parts, a.T("selected."+string(f.Review)))
	}
	if f.New {
		parts = append(parts, a.T("selected.new"))
	}
	return strings.Join(parts, a.T("plain.semicolon"))
}

func each[T any](list []T, name func(T) string) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = name(v)
	}
	return out
}

// closing says what the comparison rests on, and what was left out and why.
func (a *app) closing(rests *basis, compared model.Comparison) string {
	var b strings.Builder
	c := rests.left
	parts := []string{a.T("plain.digests", rests.digests), a.T("plain.statements", compared.Total)}
	if compared.Shown != compared.Total {
		parts = append(parts, a.T("plain.shown", compared.Shown))
	}
	switch first, last := rests.ledger.Span(); {
	case first != last:
		parts = append(parts, a.T("plain.dates", first.String(), last.String()))
	case last.Known():
		parts = append(parts, last.String())
	}
	b.WriteString(a.T("plain.basis", strings.Join(parts, a.T("plain.comma"))) + "\n")
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
