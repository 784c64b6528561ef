// Package reading says in words how a coder read a sentence: what it took for
// clauses and names, and why it coded what it coded.
package reading

import (
	"fmt"
	"slices"
	"strings"

	"tachiba/model"
	"tachiba/ui/look"
	"tachiba/ui/pager"
)

// Lines returns how sentences were read: of each the sentence, a line for each
// step, and for every actor and topic that it may tell of a heading with what
// was coded, the chances and the reasons under it. A heading without a text ends
// what is under the one before.
func Lines(l *look.Look, readings []model.Reading) []pager.Line {
	if len(readings) == 0 {
		return []pager.Line{{Text: l.T("explain.nothing")}}
	}
	w := words{l}
	var lines []pager.Line
	for i, r := range readings {
		if i > 0 {
			lines = append(lines, pager.Line{Heading: true})
		}
		lines = append(lines, w.steps(r)...)
		for _, c := range r.Weighed {
			lines = append(lines, w.weighed(c)...)
		}
	}
	return lines
}

type words struct{ *look.Look }

// steps returns the sentence and what the grammar and the lexicon made of it.
func (w words) steps(r model.Reading) []pager.Line {
	lines := []pager.Line{{Name: w.T("side.sentence"), Text: w.Quote(r.Text)}}
	add := func(key string, parts []string) {
		if len(parts) > 0 {
			lines = append(lines, pager.Line{Name: w.T(key), Text: w.between(parts)})
		}
	}
	var tokens, names, signs []string
	for _, t := range r.Words {
		tokens = append(tokens, t.Text)
	}
	for _, n := range r.Names {
		names = append(names, n.Text+" = "+w.who(n.Actors, n.Third)+w.T("plain.parentheses", w.T("name_role."+n.Role)))
	}
	for _, s := range r.Signs {
		signs = append(signs, s.Text+" ["+w.sign(s)+"]")
	}
	add("explain.words", tokens)
	add("explain.names", names)
	for _, c := range r.Clauses {
		add("explain.clause", []string{c.Text + w.T("plain.parentheses", strings.Join([]string{
			w.holder(c), fmt.Sprintf("%s %.2f", w.T("explain.sure"), c.Sure), w.T("clause_ends." + c.Ending),
		}, w.T("plain.comma")))})
	}
	add("explain.signs", signs)
	return lines
}

// weighed returns what was coded of an actor and a topic, and why.
func (w words) weighed(c model.Weighed) []pager.Line {
	stance, rule := w.T("explain.not_coded"), w.T("explain.rule_nothing")
	if c.Stance != model.NoEvidence {
		stance = w.Sign(c.Stance) + " " + w.Stance(c.Stance)
	}
	if c.Rule != model.NoEvidence {
		rule = w.T("explain.rule", w.Stance(c.Rule))
	}
	chances := []string{chance(w.T("explain.nothing_said"), c.Chances[model.NoEvidence])}
	for _, s := range model.Stances {
		chances = append(chances, chance(w.Stance(s), c.Chances[s]))
	}
	lines := []pager.Line{
		{Heading: true, Text: fmt.Sprintf("%s %s: %s%s", w.Actor(c.Actor), w.Topic(c.Topic), stance, w.T("plain.parentheses", rule))},
		{Name: w.T("side.chances"), Text: w.between(chances)},
	}
	for _, r := range c.Reasons {
		lines = append(lines, pager.Line{Name: fmt.Sprintf("%+.2f", r.Weight), Text: w.reason(r.Name)})
	}
	return lines
}

// reason says what a feature of the coder looked at; what has no words, such as the
// text's own, is written as it is.
func (w words) reason(name string) string {
	var parts []string
	for part := range strings.SplitSeq(name, "|") {
		switch key := "reason." + part; {
		case part == "":
			continue
		case w.Printer.Has(key):
			part = w.T(key)
		case slices.Contains(model.Stances[:], model.Stance(part)):
			part = w.Stance(model.Stance(part))
		default:
			part = w.Topic(model.TopicID(part))
		}
		parts = append(parts, part)
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return w.T("plain.position", parts[0], w.Join(parts[1:]...))
}

func chance(of string, p float64) string { return fmt.Sprintf("%s %.2f", of, p) }

func (w words) between(parts []string) string { return strings.Join(parts, w.T("explain.between")) }

// holder returns who holds what a clause says: as the text names them, and who
// that is.
func (w words) holder(c model.ReadClause) string {
	who := w.who(c.Actors, c.Holder != "" && len(c.Actors) == 0)
	if c.Holder == "" || slices.ContainsFunc(c.Actors, func(id model.ActorID) bool { return w.Actor(id) == c.Holder }) {
		return who
	}
	return c.Holder + " = " + who
}

// who returns the names of actors; somebody whose wishes are not coded has none.
func (w words) who(actors []model.ActorID, third bool) string {
	if third {
		return w.T("explain.third_party")
	}
	if len(actors) == 0 {
		return w.T("explain.nobody")
	}
	names := make([]string, len(actors))
	for i, id := range actors {
		names[i] = w.Actor(id)
	}
	return w.Join(names...)
}

// sign returns what a word of the lexicon stands for: a class of cues, or a topic
// and whether it is for the proposition, the contrary or a middle way.
func (w words) sign(s model.ReadSign) string {
	if s.Topic == "" {
		return s.Class
	}
	return w.Topic(s.Topic) + " " + map[int]string{1: "+", -1: "-", 0: "+/-"}[s.Sign]
}
