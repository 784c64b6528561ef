package model

import (
	"math/rand/v2"
	"slices"
)

// score counts the pairs that of selects, and among them the right ones.
func score(pairs []pair, of, right func(pair) bool) Score {
	var s Score
	for _, p := range pairs {
		if of(p) {
			s.count(p.gold != NoEvidence, p.got != NoEvidence, right(p))
		}
	}
	return s.rated()
}

// scoreStances is the score of the triples that have one of some stances.
func scoreStances(pairs []pair, stances ...Stance) Score {
	var s Score
	for _, p := range pairs {
		gold, got := slices.Contains(stances, p.gold), slices.Contains(stances, p.got)
		s.count(gold, got, gold && p.right())
	}
	return s.rated()
}

func (s *Score) count(gold, coded, right bool) {
	for n, is := range map[*int]bool{&s.Gold: gold, &s.Coded: coded, &s.Right: right} {
		if is {
			*n++
		}
	}
}

// rated returns the score with its ratios.
func (s Score) rated() Score {
	s.Precision, s.Recall = ratio(s.Right, s.Coded), ratio(s.Right, s.Gold)
	s.F1 = ratio(2*s.Right, s.Gold+s.Coded)
	return s
}

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

func (s Share) rated() Share {
	s.Share = ratio(s.Right, s.Total)
	return s
}

// cells compares the matrices of gold and coded, cell by cell.
func cells(lex *Lexicon, pairs []pair) Share {
	matrix := func(stance func(pair) Stance) []Row {
		var statements []Statement
		for _, p := range pairs {
			if s := stance(p); s != NoEvidence {
				statements = append(statements, Statement{Actor: p.actor, Topic: p.topic, Stance: s, Date: p.date})
			}
		}
		return Compare(lex, statements, Filter{}).Rows
	}
	gold := matrix(func(p pair) Stance { return p.gold })
	got := matrix(func(p pair) Stance { return p.got })
	var s Share
	for i := range gold {
		for j := range gold[i].Cells {
			s.Total++
			if gold[i].Cells[j].Stance == got[i].Cells[j].Stance {
				s.Right++
			}
		}
	}
	return s.rated()
}

func cellsByDigest(lex *Lexicon, pairs []pair, digests int) Share {
	var sum Share
	for _, own := range byDigest(pairs, digests) {
		s := cells(lex, own)
		sum.Right += s.Right
		sum.Total += s.Total
	}
	return sum.rated()
}

func byDigest(pairs []pair, digests int) [][]pair {
	out := make([][]pair, digests)
	for _, p := range pairs {
		out[p.digest] = append(out[p.digest], p)
	}
	return out
}

func confusion(pairs []pair) []ConfusionRow {
	var rows []ConfusionRow
	for _, gold := range append(slices.Clone(Stances[:]), NoEvidence) {
		row := ConfusionRow{Gold: gold}
		for _, p := range pairs {
			switch {
			case p.gold != gold:
			case p.got == NoEvidence:
				row.None++
			default:
				row.Add(p.got, 1)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// bands divides the coded pairs by confidence; the last band holds 1 too.
func bands(pairs []pair) []Band {
	edges := []float64{0, 0.5, 0.7, 0.85, 1}
	out := make([]Band, len(edges)-1)
	for i := range out {
		b := Band{From: edges[i], To: edges[i+1]}
		for _, p := range pairs {
			if p.got == NoEvidence || p.confidence < b.From || p.confidence >= b.To && i < len(out)-1 {
				continue
			}
			b.Total++
			if p.right() {
				b.Right++
			}
		}
		b.Share = b.rated()
		out[i] = b
	}
	return out
}

// bootstrap returns the 2.5th and the 97.5th percentile of the triple F1 over
// drawn sets of digests. Digests, not statements, are drawn: statements of one
// digest stand and fall together.
func bootstrap(pairs []pair, digests int) Interval {
	if digests == 0 {
		return Interval{}
	}
	own := make([]Score, digests)
	for i, p := range byDigest(pairs, digests) {
		own[i] = score(p, anyPair, pair.right)
	}
	const draws = 1000
	random := rand.New(rand.NewPCG(1, 2))
	f1 := make([]float64, draws)
	for i := range f1 {
		var s Score
		for range own {
			drawn := own[random.IntN(digests)]
			s.Gold += drawn.Gold
			s.Coded += drawn.Coded
			s.Right += drawn.Right
		}
		f1[i] = s.rated().F1
	}
	slices.Sort(f1)
	return Interval{Low: f1[draws*25/1000], High: f1[draws*975/1000-1]}
}
