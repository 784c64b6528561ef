package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"tachiba/model"
)

// filterFlags are the flags that select statements.
type filterFlags struct {
	actors, topics, stances []string
	since, until, search    string
	minConfidence           float64
}

// addSubjects adds the flags that select actors and topics to a command.
func (f *filterFlags) addSubjects(a *app, cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.actors, "actor", nil, a.T("cli.flag_actor"))
	cmd.Flags().StringArrayVar(&f.topics, "topic", nil, a.T("cli.flag_topic"))
	a.completeList(cmd, "actor", func() []choice { return a.lexiconChoices(actorChoices) })
	a.completeList(cmd, "topic", func() []choice { return a.lexiconChoices(topicChoices) })
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
	a.completeList(cmd, "stance", stanceChoices)
	for _, name := range []string{"since", "until", "search", "min-confidence"} {
		a.completeNothing(cmd, name)
	}
}

// filter returns the filter that the flags describe, or a usage error.
func (f *filterFlags) filter(a *app, lex *model.Lexicon) (model.Filter, error) {
	out := model.Filter{Text: a.Clean(f.search), MinConfidence: f.minConfidence}
	if !(f.minConfidence >= 0 && f.minConfidence <= 1) { // nor NaN
		return out, a.usage("cli.bad_confidence", fmt.Sprint(f.minConfidence))
	}
	actors, err := a.pick("actor", f.actors, actorChoices(lex))
	if err != nil {
		return out, err
	}
	topics, err := a.pick("topic", f.topics, topicChoices(lex))
	if err != nil {
		return out, err
	}
	stances, err := a.pick("stance", f.stances, stanceChoices())
	if err != nil {
		return out, err
	}
	out.Actors, out.Topics = ids[model.ActorID](actors), ids[model.TopicID](topics)
	out.Stances = ids[model.Stance](stances)
	if out.Since, err = a.date("since", f.since); err != nil {
		return out, err
	}
	if out.Until, err = a.date("until", f.until); err != nil {
		return out, err
	}
	if out.Since.Known() && out.Until.Known() && out.Since > out.Until {
		return out, a.usage("cli.dates_cross", out.Since.String(), out.Until.String())
	}
	return out, nil
}

func (a *app) date(flag, value string) (model.Date, error) {
	if value == "" {
		return 0, nil
	}
	d, err := model.ParseDate(value)
	if err != nil {
		return 0, a.usage("cli.bad_date", flag, a.Clean(value))
	}
	return d, nil
}

func ids[T ~string](words []string) (out []T) {
	for _, w := range words {
		out = append(out, T(w))
	}
	return out
}
