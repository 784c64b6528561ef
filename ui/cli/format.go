package cli

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/export"
	"tachiba/ui/markdown"
)

// The output formats.
const (
	formatTable    = "table"
	formatMarkdown = "md"
	formatJSON     = "json"
	formatJSONL    = "jsonl"
	formatCSV      = "csv"
)

// formatFlag adds --format to a command; the first format is the default.
func (a *app) formatFlag(cmd *cobra.Command, value *string, formats ...string) {
	a.choiceFlag(cmd, "format", value, a.T("cli.flag_format", strings.Join(formats, ", ")), formats...)
}

// choiceFlag adds a flag whose value is one of some words, the first by default.
func (a *app) choiceFlag(cmd *cobra.Command, name string, value *string, usage string, words ...string) {
	cmd.Flags().StringVar(value, name, words[0], usage)
	cmd.Flags().Lookup(name).DefValue = "" // the help's text names it
	a.completeOne(cmd, name, words)
	check := cmd.Args
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if check != nil {
			if err := check(cmd, args); err != nil {
				return err
			}
		}
		var choices []choice
		for _, w := range words {
			choices = append(choices, choice{id: w})
		}
		i := slices.IndexFunc(choices, func(c choice) bool { return c.is(*value) })
		if i < 0 {
			return a.unknown(name, *value, choices)
		}
		*value = choices[i].id
		return nil
	}
}

// selecting makes cmd load what its arguments name and print what say makes of it
// and of the filter, in one of the formats.
func (a *app) selecting(cmd *cobra.Command, say func(*model.Collection, model.Filter, string) output, formats ...string) *cobra.Command {
	var flags filterFlags
	var format string
	flags.add(a, cmd)
	a.formatFlag(cmd, &format, formats...)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		c, filter, err := a.selected(cmd, &flags, args)
		if err != nil {
			return err
		}
		return a.print(say(c, filter, format), format)
	}
	return cmd
}

// output is what a command has to say, in the forms that the formats need.
type output struct {
	shown   func() table // for a person
	records func() table // for a program: headings are keys
	value   func() any   // for JSON
	objects func() []any // for JSON Lines
}

// print prints o in one of the formats that the command offers.
func (a *app) print(o output, format string) error {
	switch format {
	case formatMarkdown:
		return o.shown().writeMarkdown(a.out)
	case formatCSV:
		return o.records().writeCSV(a.out)
	case formatJSON:
		return export.WriteJSON(a.out, o.value(), "  ")
	case formatJSONL:
		for _, v := range o.objects() {
			if err := export.WriteJSON(a.out, v, ""); err != nil {
				return err
			}
		}
		return nil
	}
	return a.printTable(o.shown())
}

// printTable prints a table, as wide as the terminal where there is one.
func (a *app) printTable(t table) error {
	width, _ := a.streams.Terminal(a.streams.Out)
	return t.writeText(a.out, width, a.Ellipsis)
}

// writeCSV prints the table as RFC 4180 has it but for the line ends.
func (t table) writeCSV(w io.Writer) error {
	out := export.NewRows(w)
	titles := make([]string, len(t.columns))
	for i, c := range t.columns {
		titles[i] = c.title
	}
	for _, row := range append([][]string{titles}, t.rows...) {
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// writeMarkdown prints the table in GitHub's Markdown.
func (t table) writeMarkdown(w io.Writer) error {
	var b strings.Builder
	for _, c := range t.columns {
		b.WriteString("| " + markdown.Escape(c.title) + " ")
	}
	b.WriteString("|\n")
	for _, c := range t.columns {
		if c.right {
			b.WriteString("| ---: ")
		} else {
			b.WriteString("| --- ")
		}
	}
	b.WriteString("|\n")
	for _, row := range t.rows {
		for i, cell := range row {
			if !t.columns[i].link {
				cell = markdown.Escape(cell)
			}
			b.WriteString("| " + cell + " ")
		}
		b.WriteString("|\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
