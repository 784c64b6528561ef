package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/export"
)

// evaluation is an evaluation as JSON has it: errors only where asked for.
type evaluation struct {
	model.Evaluation
	Errors *[]model.CodingError `json:"errors,omitempty"`
}

func (a *app) evalCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "eval GOLD [PATH…]", Short: a.T("cli.eval"), Long: a.T("cli.eval_long"), Args: a.needGold,
	}
	var flags filterFlags
	var format string
	var withErrors bool
	cmd.Flags().BoolVar(&withErrors, "errors", false, a.T("cli.flag_errors"))
	flags.addSubjects(a, cmd)
	a.formatFlag(cmd, &format, formatTable, formatJSON)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		e, err := a.evaluate(cmd, &flags, args[0], args[1:])
		if err != nil {
			return err
		}
		for _, id := range e.Missing {
			fmt.Fprintln(a.err, a.T("eval.missing", id))
		}
		if format == formatJSON {
			out := evaluation{Evaluation: e}
			out.Missing = list(e.Missing)
			if withErrors {
				out.Errors = new(list(e.Errors))
			}
			return export.WriteJSON(a.out, out, "  ")
		}
		return a.printEvaluation(e, withErrors)
	}
	return cmd
}

// evaluate codes the digests in paths and sets the statements against gold.
// With actors or topics selected the others count on neither side.
func (a *app) evaluate(cmd *cobra.Command, flags *filterFlags, gold string, paths []string) (model.Evaluation, error) {
	rows, err := a.Gold(gold)
	if err != nil {
		return model.Evaluation{}, err
	}
	for i := range rows { // a person's file: clean, as the digests are
		r := &rows[i]
		r.Digest, r.Sentence = a.Clean(r.Digest), a.Clean(r.Sentence)
		r.Actor, r.Topic = model.ActorID(a.Clean(string(r.Actor))), model.TopicID(a.Clean(string(r.Topic)))
	}
	desk, filter, err := a.prepare(cmd.Context(), flags)
	if err != nil {
		return model.Evaluation{}, err
	}
	filter = model.Filter{Actors: filter.Actors, Topics: filter.Topics} // of a saved one too
	c, _, err := a.load(cmd.Context(), desk, paths, filter)
	if err != nil {
		return model.Evaluation{}, err
	}
	if err := errors.Join(a.uncorrected(cmd.Context(), desk, paths, c), a.sayBasis(c)); err != nil {
		return model.Evaluation{}, err
	}
	rows = slices.DeleteFunc(rows, func(r model.GoldRow) bool {
		return !filter.Match(model.Statement{Actor: r.Actor, Topic: r.Topic})
	})
	lex := subjects(a.Look.Lexicon, filter)
	e := model.Evaluate(lex, rows, c.Digests, filter.Apply(c.Statements))
	if e.Digests == 0 {
		return e, errors.New(a.T("eval.nothing"))
	}
	return e, nil
}

// uncorrected puts what the coder said in the place of what a person made of it,
// where the digests are the library's: it is the coder that is measured.
func (a *app) uncorrected(ctx context.Context, desk Desk, paths []string, c *model.Collection) error {
	library, err := a.reading(ctx, desk, paths, model.Filter{})
	if err != nil || library == nil {
		return err
	}
	defer library.Close()
	c.Statements, err = library.Coded(ctx)
	return err
}

// subjects returns the lexicon with the actors and topics that the filter names.
func subjects(lex *model.Lexicon, f model.Filter) *model.Lexicon {
	out := *lex
	if len(f.Actors) > 0 {
		out.Actors = slices.DeleteFunc(slices.Clone(lex.Actors), func(a model.Actor) bool { return !slices.Contains(f.Actors, a.ID) })
	}
	if len(f.Topics) > 0 {
		out.Topics = slices.DeleteFunc(slices.Clone(lex.Topics), func(t model.Topic) bool { return !slices.Contains(f.Topics, t.ID) })
	}
	return &out
}
