package cli

import (
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/export"
)

// comparison is a comparison as JSON has it.
type comparison struct {
	Actors []model.ActorID `json:"actors"`
	Topics []topicRow      `json:"topics"`
}

type topicRow struct {
	ID          model.TopicID `json:"id"`
	Name        string        `json:"name"`
	Proposition string        `json:"proposition"`
	Cells       export.Cells  `json:"cells"`
}

type cell struct {
	export.Position
	Evidence []export.Statement `json:"evidence"`
}

func (a *app) compareCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "compare [PATH…]", Short: a.T("cli.compare"), Long: a.T("cli.compare_long")}
	var flags filterFlags
	var format string
	flags.add(a, cmd)
	a.formatFlag(cmd, &format, formatTable, formatMarkdown, formatJSON, formatCSV)
	cmd.RunE = func(cmd *cobra.Command, args []string) (err error) {
		desk, filter, err := a.prepare(cmd.Context(), &flags)
		if err != nil {
			return err
		}
		b, err := a.basis(cmd.Context(), desk, args, filter)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, b.close()) }()
		if err := a.sayBasis(b.left); err != nil {
			return err
		}
		compared := b.ledger.Compare(a.Look.Lexicon, filter)
		return a.print(output{
			shown:   func() table { return a.compareTable(compared) },
			records: func() table { return compareRecords(compared) },
			value:   func() any { return a.compareValue(compared) },
		}, format)
	}
	return cmd
}

func (a *app) compareValue(c model.Comparison) comparison {
	out := comparison{Actors: []model.ActorID{}, Topics: []topicRow{}}
	for _, actor := range c.Actors {
		out.Actors = append(out.Actors, actor.ID)
	}
	for _, row := range c.Rows {
		t := topicRow{ID: row.Topic.ID, Name: a.Name(row.Topic.Name), Proposition: a.Name(row.Topic.Proposition)}
		for i, p := range row.Cells {
			t.Cells.Add(c.Actors[i].ID, cell{export.NewPosition(p), newStatements(p.Evidence.List())})
		}
		out.Topics = append(out.Topics, t)
	}
	return out
}

func (a *app) compareTable(c model.Comparison) table {
	t := table{columns: []column{{title: a.T("table.topic")}}}
	for _, actor := range c.Actors {
		t.columns = append(t.columns, column{title: a.Name(actor.Name)})
	}
	t.columns = append(t.columns, column{title: a.T("table.proposition"), spare: true, wrap: true})
	for _, row := range c.Rows {
		line := []string{a.Name(row.Topic.Name)}
		for _, p := range row.Cells {
			line = append(line, a.Position(p))
		}
		t.rows = append(t.rows, append(line, a.Name(row.Topic.Proposition)))
	}
	return t
}

func compareRecords(c model.Comparison) table {
	t := table{columns: keyColumns("topic", "actor", "stance", "favor", "against", "conditional", "newest", "shifted")}
	for _, row := range c.Rows {
		for i, p := range row.Cells {
			t.rows = append(t.rows, []string{
				string(row.Topic.ID), string(c.Actors[i].ID), string(p.Stance), strconv.Itoa(p.Counts.Favor),
				strconv.Itoa(p.Counts.Against), strconv.Itoa(p.Counts.Conditional), p.Newest.String(),
				strconv.FormatBool(p.Shifted),
			})
		}
	}
	return t
}
