package lexicon

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

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
	for i := range f.Actors {
		if p := checkActor(seen, entryKey("actors", i, string(f.Actors[i].ID)), &f.Actors[i]); p != nil {
			return p
		}
	}
	for i := range f.Topics {
		if p := checkTopic(seen, entryKey("topics", i, string(f.Topics[i].ID)), &f.Topics[i]); p != nil {
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

func checkActor(seen map[string]bool, key string, a *actor) *model.Problem {
	if p := checkName(key, a.Name, a.Reading); p != nil {
		return p
	}
	if len(a.Words)+len(a.People)+len(a.Short) == 0 {
		return &model.Problem{Key: key + ".words", Want: "at least one word that names the actor"}
	}
	if p := checkEntry(seen, "actor", key, string(a.ID), a.Words, a.People, a.Short); p != nil {
		return p
	}
	for i := range a.Members {
		m := &a.Members[i]
		if p := checkMember(seen, key+"."+entryKey("members", i, string(m.ID)), m); p != nil {
			return p
		}
	}
	return nil
}

func checkMember(seen map[string]bool, key string, m *member) *model.Problem {
	if p := checkName(key, m.Name, m.Reading); p != nil {
		return p
	}
	switch {
	case len(m.Words) == 0:
		return &model.Problem{Key: key + ".words", Want: "at least one word of a speaker's name that tells the member"}
	case slices.ContainsFunc(m.Words, func(w string) bool { return strings.Contains(w, gap) }):
		return &model.Problem{Key: key + ".words", Want: "words without " + gap + ", which speakers' names have not"}
	}
	return checkEntry(seen, "actor", key, string(m.ID), m.Words)
}

func checkTopic(seen map[string]bool, key string, t *topic) *model.Problem {
	if p := checkName(key, t.Name, t.Reading); p != nil {
		return p
	}
	switch {
	case t.Proposition == (model.Name{}):
		return &model.Problem{Key: key + ".proposition", Want: "a sentence of which favor and against are said"}
	case len(t.For)+len(t.Contrary)+len(t.Midway) == 0:
		return &model.Problem{Key: key + ".for", Want: "at least one word that names the topic"}
	}
	return checkEntry(seen, "topic", key, string(t.ID), t.For, t.Contrary, t.Midway, t.Doing, t.Not)
}

// checkName checks what an entry is called, in Japanese or English, and how its
// Japanese name is read, where that is told.
func checkName(key string, name model.Name, reading string) *model.Problem {
	if name == (model.Name{}) {
		return &model.Problem{Key: key + ".name", Want: "a name in Japanese or English"}
	}
	if strings.ContainsFunc(reading, func(r rune) bool { return !unicode.Is(unicode.Hiragana, r) && r != 'ー' }) {
		return &model.Problem{Key: key + ".reading", Want: fmt.Sprintf("the Japanese name in hiragana; got %q", reading)}
	}
	return nil
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
// (actors[EU].members[DE].name): that of the key, else that of the entry's id,
// else 0.
func locate(text, key string) int {
	if strings.HasSuffix(key, "]") {
		key += "." // of the entry as a whole
	}
	entries := strings.Split(key, "].")
	field := entries[len(entries)-1]
	list, id := "", ""
	for _, e := range entries[:len(entries)-1] {
		name, of, _ := strings.Cut(e, "[")
		list, id = strings.TrimPrefix(list+"."+name, "."), of
	}
	holder := list // the table that has the field: the entry's, or one inside of it
	if i := strings.LastIndex(field, "."); i >= 0 {
		holder, field = holder+"."+field[:i], field[i+1:]
	}
	isField := regexp.MustCompile(`^\s*` + regexp.QuoteMeta(field) + `\s*=`)
	isID := regexp.MustCompile(`^\s*id\s*=\s*["']` + regexp.QuoteMeta(id) + `["']`)
	found, table, mine := 0, "", list == ""
	for n, line := range strings.Split(text, "\n") {
		trimmed := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(trimmed, "["):
			table = strings.Trim(strings.SplitN(trimmed, "#", 2)[0], "[] ")
			mine = mine && strings.HasPrefix(table, list+".") // an entry's own tables belong to it
		case list != "" && table == list && isID.MatchString(line):
			found, mine = n+1, true
		case mine && table == holder && field != "id" && isField.MatchString(line):
			return n + 1
		}
	}
	return found
}
