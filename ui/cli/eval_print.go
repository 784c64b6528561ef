package cli

import (
	"fmt"
	"strconv"

	"tachiba/model"
)

// printEvaluation prints an evaluation as a few tables.
func (a *app) printEvaluation(e model.Evaluation, withErrors bool) error {
	fmt.Fprintln(a.out, a.T("eval.basis", e.Digests, e.Sentences, e.Triples.Gold))
	if e.Unmatched > 0 {
		fmt.Fprintln(a.out, a.T("eval.unmatched", e.Unmatched))
	}
	fmt.Fprintln(a.out, a.T("eval.interval", ratio(e.Triples.F1), ratio(e.Interval.Low), ratio(e.Interval.High)))
	fmt.Fprintln(a.out, a.T("eval.cells", share(e.Cells), share(e.CellsByDigest)))
	type part struct {
		title string
		table table
	}
	parts := []part{
		{a.T("eval.overall"), a.scoreTable(a.overall(e))},
		{a.T("eval.actors"), a.scoreTable(scored(e.Actors, func(s model.ActorScore) score { return score{a.Actor(s.Actor), s.Score} }))},
		{a.T("eval.topics"), a.scoreTable(scored(e.Topics, func(s model.TopicScore) score { return score{a.Topic(s.Topic), s.Score} }))},
		{a.T("eval.stances"), a.scoreTable(scored(e.Stances, func(s model.StanceScore) score { return score{a.stanceWord(s.Stance), s.Score} }))},
		{a.T("eval.confusion"), a.confusionTable(e.Confusion)},
		{a.T("eval.bands"), a.bandTable(e.Bands)},
		{a.T("eval.baselines"), a.baselineTable(e)},
	}
	if withErrors {
		parts = append(parts, part{a.T("eval.errors", len(e.Errors)), a.errorTable(e.Errors)})
	}
	for _, p := range parts {
		fmt.Fprintf(a.out, "\n%s\n", p.title)
		if err := a.printTable(p.table); err != nil {
			return err
		}
	}
	return nil
}

// score is a score with what it is of.
type score struct {
	of string
	model.Score
}

func scored[T any](list []T, of func(T) score) []score {
	out := make([]score, len(list))
	for i, v := range list {
		out[i] = of(v)
	}
	return out
}

func (a *app) overall(e model.Evaluation) []score {
	return []score{
		{a.T("eval.triples"), e.Triples},
		{a.T("eval.pairs"), e.Pairs},
		{a.T("eval.against_conditional"), e.AgainstConditional},
		{a.T("eval.without_negotiations"), e.WithoutNegotiations},
	}
}

func (a *app) scoreTable(scores []score) table {
	t := table{columns: append([]column{{}}, a.numbers("eval.gold", "eval.coded", "eval.right",
		"eval.precision", "eval.recall", "eval.f1")...)}
	for _, s := range scores {
		t.rows = append(t.rows, []string{
			s.of, strconv.Itoa(s.Gold), strconv.Itoa(s.Coded), strconv.Itoa(s.Right),
			ratio(s.Precision), ratio(s.Recall), ratio(s.F1),
		})
	}
	return t
}

// numbers returns columns of numbers with headings of the catalogue.
func (a *app) numbers(keys ...string) []column {
	out := make([]column, len(keys))
	for i, key := range keys {
		out[i] = column{title: a.T(key), right: true}
	}
	return out
}

func ratio(r float64) string { return strconv.FormatFloat(r, 'f', 3, 64) }

func share(s model.Share) string { return fmt.Sprintf("%d/%d (%s)", s.Right, s.Total, ratio(s.Share)) }

func (a *app) confusionTable(rows []model.ConfusionRow) table {
	t := table{columns: []column{{title: a.T("eval.gold_or_coded")}}}
	for _, s := range append(model.Stances[:], model.NoEvidence) {
		t.columns = append(t.columns, column{title: a.stanceWord(s), right: true})
	}
	for _, r := range rows {
		t.rows = append(t.rows, []string{
			a.stanceWord(r.Gold), strconv.Itoa(r.Favor), strconv.Itoa(r.Against), strconv.Itoa(r.Conditional), strconv.Itoa(r.None),
		})
	}
	return t
}

func (a *app) bandTable(bands []model.Band) table {
	t := table{columns: append([]column{{title: a.T("eval.confidence")}}, a.numbers("eval.right", "eval.coded", "eval.precision")...)}
	for _, b := range bands {
		t.rows = append(t.rows, []string{
			fmt.Sprintf("%.2f-%.2f", b.From, b.To), strconv.Itoa(b.Right), strconv.Itoa(b.Total), ratio(b.Share.Share),
		})
	}
	return t
}

func (a *app) baselineTable(e model.Evaluation) table {
	t := table{columns: append([]column{{}}, a.numbers("eval.triples_f1", "eval.pairs_f1", "eval.cells_right")...)}
	for _, r := range []struct {
		name string
		model.Baseline
	}{
		{a.T("eval.this"), model.Baseline{Triples: e.Triples, Pairs: e.Pairs, Cells: e.Cells}},
		{a.T("eval.majority"), e.Majority},
		{a.T("eval.cooccurrence"), e.Cooccurrence},
	} {
		t.rows = append(t.rows, []string{r.name, ratio(r.Triples.F1), ratio(r.Pairs.F1), share(r.Cells)})
	}
	return t
}

func (a *app) errorTable(list []model.CodingError) table {
	t := table{columns: []column{
		{title: a.T("table.place")},
		{title: a.T("eval.error")},
		{title: a.T("table.actor")},
		{title: a.T("table.topic")},
		{title: a.T("eval.expected")},
		{title: a.T("eval.got")},
		{title: a.T("eval.cue")},
		{title: a.T("table.sentence"), wrap: true},
	}}
	for _, e := range list {
		t.rows = append(t.rows, []string{
			place(e.Digest, e.Line), a.T("eval." + string(e.Kind)), a.Actor(e.Actor), a.Topic(e.Topic),
			a.stanceWord(e.Expected), a.stanceWord(e.Got), e.Cue, e.Sentence,
		})
	}
	return t
}
