package cli

import (
	"strconv"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/export"
	"tachiba/ui/markdown"
)

// newStatements returns statements as JSON has them.
func newStatements(list []model.Statement) []export.Statement {
	out := make([]export.Statement, len(list))
	for i, s := range list {
		out[i] = export.NewStatement(s)
	}
	return out
}

func (a *app) statementsCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "statements [PATH…]", Short: a.T("cli.statements"), Long: a.T("cli.statements_long")}
	return a.selecting(cmd, func(c *model.Collection, filter model.Filter, format string) output {
		list := filter.Apply(c.Statements)
		return output{
			shown:   func() table { return a.statementTable(list, format == formatMarkdown) },
			records: func() table { return statementRecords(list) },
			value:   func() any { return newStatements(list) },
			objects: func() []any { return objects(newStatements(list)) },
		}
	}, formatTable, formatMarkdown, formatJSON, formatJSONL, formatCSV)
}

func objects[T any](list []T) []any {
	out := make([]any, len(list))
	for i, v := range list {
		out[i] = v
	}
	return out
}

func (a *app) statementTable(list []model.Statement, link bool) table {
	t := table{columns: []column{
		{title: a.T("table.date")},
		{title: a.T("table.actor")},
		{title: a.T("table.stance")},
		{title: a.T("table.topic")},
		{title: a.T("table.sentence"), wrap: true},
		{title: a.T("table.outlet"), link: link},
		{title: a.T("table.place"), spare: true},
	}}
	for _, s := range list {
		outlet := model.OutletName(s.Outlet, s.URL)
		if link {
			outlet = markdown.Link(outlet, s.URL)
		}
		t.rows = append(t.rows, []string{
			a.dateCell(s.Date), a.Actor(s.Actor), a.stanceWord(s.Stance), a.Topic(s.Topic),
			model.StripMark(s.Text), outlet, place(s.Digest, s.Line),
		})
	}
	return t
}

// place returns where a sentence stands, as compilers do.
func place(digest string, line int) string { return digest + ":" + strconv.Itoa(line) }

func statementRecords(list []model.Statement) table {
	t := table{columns: keyColumns("digest", "line", "sentence", "role", "actor", "speaker", "topic", "stance", "date",
		"outlet", "url", "cue", "confidence", "origin")}
	for _, s := range newStatements(list) {
		t.rows = append(t.rows, []string{
			s.Digest, strconv.Itoa(s.Line), s.Sentence, string(s.Role), string(s.Actor), s.Speaker, string(s.Topic),
			string(s.Stance), s.Date.String(), s.Outlet, s.URL, s.Cue, strconv.FormatFloat(s.Confidence, 'f', -1, 64), s.Origin,
		})
	}
	return t
}

// keyColumns returns columns for records.
func keyColumns(names ...string) []column {
	out := make([]column, len(names))
	for i, name := range names {
		out[i].title = name
	}
	return out
}
