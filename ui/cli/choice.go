package cli

import (
	"slices"
	"strings"

	"tachiba/model"
	"tachiba/ui/lang"
	"tachiba/ui/typo"
)

// choice is a value that a flag accepts, and the names that stand for it too.
type choice struct {
	id    string
	names []string
	group []string // names of the choice before, of which this one is a part; nil for none
}

var (
	langChoices   = []choice{{id: string(model.Japanese)}, {id: string(model.English)}}
	stanceChoices = func() (out []choice) {
		ja, en := lang.New(model.Japanese), lang.New(model.English)
		for _, s := range model.Stances {
			key := "stance." + string(s)
			out = append(out, choice{id: string(s), names: []string{ja.T(key), en.T(key)}})
		}
		return out
	}
	reviewChoices = func() (out []choice) {
		ja, en := lang.New(model.Japanese), lang.New(model.English)
		for _, r := range model.Reviews[1:] { // all but all
			key := "selected." + string(r)
			out = append(out, choice{id: string(r), names: []string{ja.T(key), en.T(key)}})
		}
		return out
	}
)

// actorChoices returns the actors, each with its members behind it.
func actorChoices(l *model.Lexicon) (out []choice) {
	for _, a := range l.Actors {
		group := choice{id: string(a.ID), names: []string{a.Name.JA, a.Name.EN}}
		out = append(out, group)
		for _, m := range a.Members {
			out = append(out, choice{string(m.ID), []string{m.Name.JA, m.Name.EN}, group.names})
		}
	}
	return out
}

func topicChoices(l *model.Lexicon) (out []choice) {
	for _, t := range l.Topics {
		out = append(out, choice{id: string(t.ID), names: []string{t.Name.JA, t.Name.EN}})
	}
	return out
}

// pick returns the ids that the values of a flag name, each a list with commas.
// A value that names none gives an error that lists the valid ones.
func (a *app) pick(flag string, values []string, choices []choice) ([]string, error) {
	var ids []string
	for _, word := range split(values) {
		i := slices.IndexFunc(choices, func(c choice) bool { return c.is(word) })
		if i < 0 {
			return nil, a.unknown(flag, word, choices)
		}
		if !slices.Contains(ids, choices[i].id) {
			ids = append(ids, choices[i].id)
		}
	}
	return ids, nil
}

// unknown returns the error for a flag's value that is none of the choices.
func (a *app) unknown(flag, word string, choices []choice) error {
	word = a.Clean(word)
	return &usageError{a.T("cli.unknown_value", flag, word) + a.hint("", word, choices) + a.T("cli.valid", a.list(choices))}
}

func split(values []string) (words []string) {
	for _, v := range values {
		for word := range strings.FieldsFuncSeq(v, func(r rune) bool { return r == ',' || r == '、' || r == '，' }) {
			if word = strings.TrimSpace(word); word != "" {
				words = append(words, word)
			}
		}
	}
	return words
}

// is tells whether the word names the choice, in whatever case or width.
func (c choice) is(word string) bool {
	same := func(name string) bool { return name != "" && model.FoldText(name) == model.FoldText(word) }
	return same(c.id) || slices.ContainsFunc(c.names, same)
}

// list returns the choices with their names in the person's language, parts in
// brackets behind the choice that has them.
func (a *app) list(choices []choice) string {
	var b strings.Builder
	open := false
	for i, c := range choices {
		part := c.group != nil
		switch {
		case part && !open:
			b.WriteString(" [")
		case open && !part:
			b.WriteString("], ")
		case i > 0:
			b.WriteString(", ")
		}
		open = part
		b.WriteString(c.id)
		if name := c.name(a.Lang()); name != "" && model.FoldText(name) != model.FoldText(c.id) {
			b.WriteString(" (" + name + ")")
		}
	}
	if open {
		b.WriteString("]")
	}
	return b.String()
}

// name returns the choice's name in a language, "" where it has none.
func (c choice) name(l model.Lang) string { return nameIn(c.names, l) }

// title returns the choice's name in a language, behind that of what it is part of.
func (c choice) title(l model.Lang) string {
	if c.group == nil {
		return c.name(l)
	}
	return nameIn(c.group, l) + ": " + c.name(l)
}

// nameIn returns one of two names, the Japanese or the English, "" for none.
func nameIn(names []string, l model.Lang) string {
	if len(names) < 2 {
		return ""
	}
	return model.Name{JA: names[0], EN: names[1]}.In(l)
}

// closest returns the id of the choice that is most like a word, and false when
// none is like it.
func closest(word string, choices []choice) (string, bool) {
	var names, of []string
	for _, c := range choices {
		for _, name := range append([]string{c.id}, c.names...) {
			names, of = append(names, name), append(of, c.id)
		}
	}
	i, ok := typo.Nearest(word, names)
	if !ok {
		return "", false
	}
	return of[i], true
}
