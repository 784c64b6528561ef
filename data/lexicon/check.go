package lexicon

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"tachiba/model"
)

// check returns what keeps a lexicon from being used, nil when nothing does.
func check(f *file) *model.Problem {
	if len(f.Actors) == 0 {
		return &model.Problem{Key: "actors", Want: "at least one actor"}
	}
	if len(f.Topics) == 0 {
		return &model.Problem{Key: "topics", Want: "at least one topic"}
	}
	seen := map[string]bool{}
	for i, a := range f.Actors {
		key := entryKey("actors", i, string(a.ID))
		switch {
		case a.Name == (model.Name{}):
			return &model.Problem{Key: key + ".name", Want: "a name in Japanese or English"}
		case len(a.Words)+len(a.People)+len(a.Short) == 0:
			return &model.Problem{Key: key + ".words", Want: "at least one word that names the actor"}
		}
		if p := checkEntry(seen, "actor", key, string(a.ID), a.Words, a.People, a.Short); p != nil {
			return p
		}
	}
	for i, t := range f.Topics {
		key := entryKey("topics", i, string(t.ID))
		switch {
		case t.Name == (model.Name{}):
			return &model.Problem{Key: key + ".name", Want: "a name in Japanese or English"}
		case t.Proposition == (model.Name{}):
			return &model.Problem{Key: key + ".proposition", Want: "a sentence of which favor and against are said"}
		case len(t.For)+len(t.Contrary)+len(t.Midway) == 0:
			return &model.Problem{Key: key + ".for", Want: "at least one word that names the topic"}
		}
		if p := checkEntry(seen, "topic", key, string(t.ID), t.For, t.Contrary, t.Midway, t.Doing, t.Not); p != nil {
			return p
		}
	}
	for i, c := range f.Classes {
		key := entryKey("classes", i, c.ID)
		if !slices.Contains(Effects, c.Effect) {
			return &model.Problem{Key: key + ".effect", Want: oneOf(Effects)}
		}
		if p := checkEntry(seen, "class", key, c.ID, c.Words); p != nil {
			return p
		}
	}
	return checkExamples(f)
}

func entryKey(list string, i int, id string) string {
	if id == "" {
		return fmt.Sprintf("%s[%d]", list, i)
	}
	return fmt.Sprintf("%s[%s]", list, id)
}

func checkEntry(seen map[string]bool, kind, key, id string, lists ...[]string) *model.Problem {
	if id == "" || strings.ContainsAny(id, " \t\n,") {
		return &model.Problem{Key: key + ".id", Want: "an id without spaces or commas"}
	}
	if seen[kind+id] {
		return &model.Problem{Key: key + ".id", Want: "an id that no other " + kind + " has"}
	}
	seen[kind+id] = true
	for _, w := range slices.Concat(lists...) {
		before, after, gapped := strings.Cut(w, gap)
		if strings.TrimSpace(w) == "" || gapped && (before == "" || after == "" || strings.Contains(after, gap)) {
			return &model.Problem{Key: key, Want: fmt.Sprintf("words that are not empty, with at most one %s inside; got %q", gap, w)}
		}
	}
	return nil
}

func checkExamples(f *file) *model.Problem {
	check := func(key string, examples []Example) *model.Problem {
		for _, e := range examples {
			for _, g := range e.Gives {
				part := strings.Fields(g)
				if len(part) != 3 || !slices.ContainsFunc(f.Actors, func(a actor) bool { return string(a.ID) == part[0] }) ||
					!slices.ContainsFunc(f.Topics, func(t topic) bool { return string(t.ID) == part[1] }) ||
					!slices.Contains(model.Stances[:], model.Stance(part[2])) {
					return &model.Problem{Key: key + ".examples.gives", Want: fmt.Sprintf(`"ACTOR TOPIC STANCE" with known ids; got %q`, g)}
				}
			}
		}
		return nil
	}
	for i, t := range f.Topics {
		if p := check(entryKey("topics", i, string(t.ID)), t.Examples); p != nil {
			return p
		}
	}
	for i, c := range f.Classes {
		if p := check(entryKey("classes", i, c.ID), c.Examples); p != nil {
			return p
		}
	}
	return nil
}

func oneOf(effects []Effect) string {
	words := make([]string, len(effects))
	for i, e := range effects {
		words[i] = string(e)
	}
	return "one of " + strings.Join(words, ", ")
}

// locate returns the line on which a lexicon's text has the key of a problem
// (actors[US].name): that of the key, else that of the entry's id, else 0.
func locate(text, key string) int {
	entry, field, _ := strings.Cut(key, "].")
	list, id, inList := strings.Cut(strings.TrimSuffix(entry, "]"), "[")
	if !inList {
		list, field = "", entry
	}
	if i := strings.LastIndex(field, "."); i >= 0 {
		field = field[i+1:]
	}
	isField := regexp.MustCompile(`^\s*` + regexp.QuoteMeta(field) + `\s*=`)
	isID := regexp.MustCompile(`^\s*id\s*=\s*["']` + regexp.QuoteMeta(id) + `["']`)
	found, table, mine := 0, "", false
	for n, line := range strings.Split(text, "\n") {
		trimmed := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(trimmed, "["):
			table = strings.Trim(strings.SplitN(trimmed, "#", 2)[0], "[] ")
			mine = mine && table != list // an entry's own tables belong to it
		case !inList && table == "" && isField.MatchString(line):
			return n + 1
		case inList && table == list && isID.MatchString(line):
			found, mine = n+1, true
		case mine && field != "id" && isField.MatchString(line):
			return n + 1
		}
	}
	return found
}
