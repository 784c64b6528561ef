package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"tachiba/model"
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
	Cells       cells         `json:"cells"`
}

// cells is an object by actor, in the actors' order.
type cells []cell

type cell struct {
	actor    model.ActorID
	Stance   *model.Stance `json:"stance"` // null: no evidence
	Counts   model.Counts  `json:"counts"`
	Newest   model.Date    `json:"newest"`
	Shifted  bool          `json:"shifted"`
	Evidence []statement   `json:"evidence"`
}

// MarshalJSON writes an object whose keys stand in the actors' order.
func (c cells) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, one := range c {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := writeJSON(&b, one.actor, ""); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := writeJSON(&b, one, ""); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

var _ json.Marshaler = cells{}

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
			one := cell{
				actor: c.Actors[i].ID, Counts: p.Counts, Newest: p.Newest, Shifted: p.Shifted,
				Evidence: newStatements(p.Evidence.List()),
			}
			if p.Stance != model.NoEvidence {
				one.Stance = &p.Stance
			}
			t.Cells = append(t.Cells, one)
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
			line = append(line, a.positionCell(p))
		}
		t.rows = append(t.rows, append(line, a.Name(row.Topic.Proposition)))
	}
	return t
}

// positionCell returns sign and word of a position, how many statements carry it,
// and whether it changed.
func (a *app) positionCell(p model.Position) string {
	text := a.stanceWord(p.Stance)
	if n := p.Counts.Of(p.Stance); n > 0 {
		text += fmt.Sprintf(" %d", n)
	}
	if p.Shifted {
		text += " " + a.Shift
	}
	return text
}

func compareRecords(c model.Comparison) table {
	t := table{columns: keys("topic", "actor", "stance", "favor", "against", "conditional", "newest", "shifted")}
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
