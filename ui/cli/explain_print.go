package cli

import (
	"fmt"
	"strings"

	"tachiba/model"
)

// printReading prints how a sentence was read, a step a paragraph.
func (a *app) printReading(r model.Reading) {
	say := func(key string, parts []string) {
		if len(parts) > 0 {
			fmt.Fprintf(a.out, "%s: %s\n", a.T(key), strings.Join(parts, a.T("explain.between")))
		}
	}
	fmt.Fprintln(a.out, a.Quote(r.Text))
	var words, names, signs []string
	for _, w := range r.Words {
		words = append(words, w.Text)
	}
	for _, n := range r.Names {
		names = append(names, fmt.Sprintf("%s = %s (%s)", n.Text, a.who(n.Actors, n.Third), a.T("name_role."+n.Role)))
	}
	for _, s := range r.Signs {
		signs = append(signs, a.signText(s))
	}
	say("explain.words", words)
	say("explain.names", names)
	for _, c := range r.Clauses {
		fmt.Fprintf(a.out, "%s: %s → %s, %s %.2f, %s\n", a.T("explain.clause"), c.Text, a.who(c.Actors, c.Holder != "" && len(c.Actors) == 0),
			a.T("explain.sure"), c.Sure, a.T("clause_ends."+c.Ending))
	}
	say("explain.signs", signs)
	for _, w := range r.Weighed {
		a.printWeighed(w)
	}
	fmt.Fprintln(a.out)
}

func (a *app) printWeighed(w model.Weighed) {
	stance := a.T("explain.not_coded")
	if w.Stance != model.NoEvidence {
		stance = a.stanceWord(w.Stance)
	}
	rule := a.T("explain.rule_nothing")
	if w.Rule != model.NoEvidence {
		rule = a.T("explain.rule", a.Look.Stance(w.Rule))
	}
	fmt.Fprintf(a.out, "%s %s: %s (%s)\n", a.Actor(w.Actor), a.Topic(w.Topic), stance, rule)
	parts := []string{fmt.Sprintf("%s %.2f", a.T("explain.nothing_said"), w.Chances[model.NoEvidence])}
	for _, s := range []model.Stance{model.Favor, model.Against, model.Conditional} {
		parts = append(parts, fmt.Sprintf("%s %.2f", a.Look.Stance(s), w.Chances[s]))
	}
	fmt.Fprintf(a.out, "  %s\n", strings.Join(parts, a.T("explain.between")))
	for _, r := range w.Reasons {
		fmt.Fprintf(a.out, "  %+.2f %s\n", r.Weight, r.Name)
	}
}

// who returns the names of actors; somebody whose wishes are not coded has none.
func (a *app) who(actors []model.ActorID, third bool) string {
	if third {
		return a.T("explain.third_party")
	}
	if len(actors) == 0 {
		return a.T("explain.nobody")
	}
	names := make([]string, len(actors))
	for i, id := range actors {
		names[i] = a.Actor(id)
	}
	return a.Join(names...)
}

func (a *app) signText(s model.ReadSign) string {
	if s.Topic == "" {
		return s.Text + " [" + s.Class + "]"
	}
	return s.Text + " [" + a.Topic(s.Topic) + " " + map[int]string{1: "+", -1: "-", 0: "±"}[s.Sign] + "]"
}
