package main

import (
	"context"
	"fmt"
	"sync"

	"tachiba/data/coder"
	"tachiba/data/coder/rank"
	"tachiba/data/lexicon"
	"tachiba/model"
)

// cross leaves each digest out once and prints how well it is coded by the
// weights that the others give, beside what the rules do alone.
func cross(lex *lexicon.Lexicon, sets []*set, parts int) error {
	models := make([]*rank.Model, parts)
	var wg sync.WaitGroup
	for part := range models {
		wg.Go(func() {
			models[part] = rank.Train(examples(sets, func(n int) bool { return n%parts != part }), options)
		})
	}
	wg.Wait()
	n := 0
	total := &set{name: "all"}
	var allRules, allRanked []model.Statement
	for _, s := range sets {
		var rules, ranked []model.Statement
		for i := range s.digests {
			for _, by := range []struct {
				c   *coder.Coder
				out *[]model.Statement
			}{{coder.ByRule(lex), &rules}, {coder.With(lex, models[n%parts], *least), &ranked}} {
				found, err := by.c.Code(context.Background(), &s.digests[i])
				if err != nil {
					return err
				}
				*by.out = append(*by.out, found...)
			}
			n++
		}
		report(lex, s, "rules", rules)
		report(lex, s, "ranked", ranked)
		total.rows, total.digests = append(total.rows, s.rows...), append(total.digests, s.digests...)
		allRules, allRanked = append(allRules, rules...), append(allRanked, ranked...)
	}
	report(lex, total, "rules", allRules)
	report(lex, total, "ranked", allRanked)
	return nil
}

func report(lex *lexicon.Lexicon, s *set, by string, coded []model.Statement) {
	e := model.Evaluate(&lex.Lexicon, s.rows, s.digests, coded)
	fmt.Printf("%-12s %-6s triple %.3f (P %.2f R %.2f) pair %.3f against+conditional %.3f without negotiations %.3f cells %.2f\n",
		s.name, by, e.Triples.F1, e.Triples.Precision, e.Triples.Recall, e.Pairs.F1, e.AgainstConditional.F1, e.WithoutNegotiations.F1, e.Cells.Share)
	if by != "ranked" || *show != s.name {
		return
	}
	for _, x := range e.Errors {
		fmt.Printf("%s:%d %s %s %s %s→%s | %s\n", x.Digest, x.Line, x.Kind, x.Actor, x.Topic, x.Expected, x.Got, x.Sentence)
	}
}
