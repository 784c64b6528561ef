package model

import (
	"maps"
	"slices"
)

// Congruence is on how many topics two actors take the same stance, of those on
// which both have evidence: discourse network analysis joins actors by congruence
// where they agree and by conflict where they do not (Leifeld and Haunss,
// "Political Discourse Networks and the Conflict over Software Patents in Europe",
// 2012; Leifeld, "Discourse Network Analysis", 2017). The stance is the dominant
// one; conditional is one of its own, the same as neither favor nor against.
type Congruence struct{ Same, Both int }

// Share returns the share of the topics in common on which the two agree, from 0
// to 1. It returns false where there is none: no evidence is no disagreement.
func (c Congruence) Share() (float64, bool) {
	if c.Both == 0 {
		return 0, false
	}
	return float64(c.Same) / float64(c.Both), true
}

// add counts a topic with the stances that both actors take on it.
func (c *Congruence) add(a, b Stance) {
	if a == NoEvidence || b == NoEvidence {
		return
	}
	c.Both++
	if a == b {
		c.Same++
	}
}

// Congruence returns that of each pair, by the places of both in Actors. It is
// the zero one of an actor with itself.
func (c *Comparison) Congruence() [][]Congruence {
	out := make([][]Congruence, len(c.Actors))
	for i := range out {
		out[i] = make([]Congruence, len(c.Actors))
		for j := range i {
			for _, row := range c.Rows {
				out[i][j].add(row.Cells[i].Stance, row.Cells[j].Stance)
			}
			out[j][i] = out[i][j]
		}
	}
	return out
}

// Agreement is what unites and divides two actors.
type Agreement struct {
	Congruence
	Unite, Divide []CommonTopic     // in the order of rows
	OneSided      int               // topics on which only one of them has evidence
	Months        []MonthCongruence // newest first
}

// CommonTopic is a topic on which both actors have evidence, with their dominant
// stances.
type CommonTopic struct {
	Topic TopicID
	A, B  Stance
}

// MonthCongruence is that by the statements of one month alone. There is one for
// each month in which either actor said something; undated statements are in none.
type MonthCongruence struct {
	Month Date // its first day
	Congruence
}

// Agreement returns what unites and divides two actors by their places in Actors.
func (c *Comparison) Agreement(a, b int) Agreement {
	var out Agreement
	months := map[Date]Congruence{}
	for _, row := range c.Rows {
		p, q := row.Cells[a], row.Cells[b]
		out.add(p.Stance, q.Stance)
		common := CommonTopic{row.Topic.ID, p.Stance, q.Stance}
		switch {
		case (p.Stance == NoEvidence) != (q.Stance == NoEvidence):
			out.OneSided++
		case p.Stance == NoEvidence:
		case p.Stance == q.Stance:
			out.Unite = append(out.Unite, common)
		default:
			out.Divide = append(out.Divide, common)
		}
		addMonths(months, p.History.By(ByMonth), q.History.By(ByMonth))
	}
	delete(months, 0)
	for _, month := range slices.Backward(slices.Sorted(maps.Keys(months))) {
		out.Months = append(out.Months, MonthCongruence{month, months[month]})
	}
	return out
}

// addMonths counts one topic in each of the months that two histories have.
func addMonths(months map[Date]Congruence, a, b Days) {
	add := func(month Date, p, q Stance) {
		s := months[month]
		s.add(p, q)
		months[month] = s
	}
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0].Date > b[0].Date:
			add(a[0].Date, a[0].Stance(), NoEvidence)
			a = a[1:]
		case len(a) == 0 || b[0].Date > a[0].Date:
			add(b[0].Date, NoEvidence, b[0].Stance())
			b = b[1:]
		default:
			add(a[0].Date, a[0].Stance(), b[0].Stance())
			a, b = a[1:], b[1:]
		}
	}
}
