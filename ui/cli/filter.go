package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tachiba/model"
)

// filterFlags are the flags that select statements.
type filterFlags struct {
	given *pflag.FlagSet // tells which of them were given

	actors, topics, stances     []string
	since, until, search, saved string
	review                      string
	minConfidence               float64
	fresh                       bool
}

// addSubjects adds the flags that select actors and topics to a command.
func (f *filterFlags) addSubjects(a *app, cmd *cobra.Command) {
	f.given = cmd.Flags()
	cmd.Flags().StringArrayVar(&f.actors, "actor", nil, a.T("cli.flag_actor"))
	cmd.Flags().StringArrayVar(&f.topics, "topic", nil, a.T("cli.flag_topic"))
	cmd.Flags().StringVar(&f.saved, "saved", "", a.T("cli.flag_saved"))
	a.completeList(cmd, "actor", func() []choice { return a.lexiconChoices(actorChoices) })
	a.completeList(cmd, "topic", func() []choice { return a.lexiconChoices(topicChoices) })
	a.complete(cmd, "saved", func(string) (out []cobra.Completion) {
		for _, c := range a.fromLibrary(cmd, filterChoices) {
			out = append(out, a.Clean(c.id))
		}
		return out
	}, cobra.ShellCompDirectiveNoFileComp)
}

// add adds all filter flags to a command.
func (f *filterFlags) add(a *app, cmd *cobra.Command) {
	f.addSubjects(a, cmd)
	cmd.Flags().StringArrayVar(&f.stances, "stance", nil, a.T("cli.flag_stance"))
	cmd.Flags().StringVar(&f.since, "since", "", a.T("cli.flag_since"))
	cmd.Flags().StringVar(&f.until, "until", "", a.T("cli.flag_until"))
	cmd.Flags().StringVar(&f.search, "search", "", a.T("cli.flag_search"))
	cmd.Flags().Float64Var(&f.minConfidence, "min-confidence", 0, a.T("cli.flag_min_confidence"))
	cmd.Flags().Lookup("min-confidence").DefValue = "" // all
	cmd.Flags().StringVar(&f.review, "review", "", a.T("cli.flag_review"))
	cmd.Flags().BoolVar(&f.fresh, "new", false, a.T("cli.flag_new"))
	a.completeList(cmd, "stance", stanceChoices)
	a.completeList(cmd, "review", reviewChoices)
	for _, name := range []string{"since", "until", "search", "min-confidence"} {
		a.completeNothing(cmd, name)
	}
}

// filter returns the filter that the flags describe: the saved one that they
// name, with the parts that the others set.
func (f *filterFlags) filter(ctx context.Context, a *app, desk Desk) (model.Filter, error) {
	var out model.Filter
	var err error
	if f.given.Changed("saved") {
		if out, err = a.savedFilter(ctx, desk, a.Clean(f.saved)); err != nil {
			return out, err
		}
	}
	for _, set := range []func(*app, *model.Lexicon, *model.Filter) error{f.setSubjects, f.setDates, f.setRest} {
		if err := set(a, desk.Lexicon(), &out); err != nil {
			return out, err
		}
	}
	if out.Since.Known() && out.Until.Known() && out.Since > out.Until {
		return out, a.usage("cli.dates_cross", out.Since.String(), out.Until.String())
	}
	return out.In(desk.Lexicon()), nil
}

func (f *filterFlags) setSubjects(a *app, lex *model.Lexicon, out *model.Filter) error {
	if f.given.Changed("actor") {
		actors, err := a.pick("actor", f.actors, actorChoices(lex))
		if err != nil {
			return err
		}
		out.Actors = ids[model.ActorID](actors)
	}
	if f.given.Changed("topic") {
		topics, err := a.pick("topic", f.topics, topicChoices(lex))
		if err != nil {
			return err
		}
		out.Topics = ids[model.TopicID](topics)
	}
	if f.given.Changed("stance") {
		stances, err := a.pick("stance", f.stances, stanceChoices())
		if err != nil {
			return err
		}
		out.Stances = ids[model.Stance](stances)
	}
	return nil
}

func (f *filterFlags) setDates(a *app, _ *model.Lexicon, out *model.Filter) (err error) {
	if f.given.Changed("since") {
		if out.Since, _, err = a.period("since", f.since); err != nil {
			return err
		}
	}
	if f.given.Changed("until") {
		_, out.Until, err = a.period("until", f.until)
	}
	return err
}

func (f *filterFlags) setRest(a *app, _ *model.Lexicon, out *model.Filter) error {
	if f.given.Changed("search") {
		out.Text = a.Clean(f.search)
	}
	if f.given.Changed("min-confidence") {
		if !(f.minConfidence >= 0 && f.minConfidence <= 1) { // nor NaN
			return a.usage("cli.bad_confidence", fmt.Sprint(f.minConfidence))
		}
		out.MinConfidence = f.minConfidence
	}
	if f.given.Changed("new") {
		out.New = f.fresh
	}
	if !f.given.Changed("review") {
		return nil
	}
	reviews, err := a.pick("review", []string{f.review}, reviewChoices())
	if err != nil {
		return err
	}
	if len(reviews) > 1 {
		return a.usage("cli.flag_invalid", "--review", a.Clean(f.review)) // no statement is both
	}
	out.Review = model.ReviewAll
	for _, r := range reviews {
		out.Review = model.Review(r)
	}
	return nil
}

// savedFilter returns the filter that the library keeps under a name.
func (a *app) savedFilter(ctx context.Context, desk Desk, name string) (model.Filter, error) {
	library, err := a.keptLibrary(ctx, desk)
	if err != nil {
		return model.Filter{}, err
	}
	defer library.Close()
	filters, err := library.Filters(ctx)
	for _, f := range filters {
		if f.Name == name {
			return f.Filter, err
		}
	}
	if err == nil {
		err = a.nearest(ctx, library, &model.Problem{Code: model.ProblemUnknown, Path: name}, filterChoices)
	}
	return model.Filter{}, err
}

// period returns the first and last day of what a flag says; both are unknown for "".
func (a *app) period(flag, value string) (first, last model.Date, err error) {
	if value == "" {
		return 0, 0, nil
	}
	if first, last, err = model.ParsePeriod(value); err != nil {
		return 0, 0, a.usage("cli.bad_date", flag, a.Clean(value))
	}
	return first, last, nil
}

func ids[T ~string](words []string) (out []T) {
	for _, w := range words {
		out = append(out, T(w))
	}
	return out
}
