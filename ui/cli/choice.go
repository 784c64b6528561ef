package cli

import (
	"slices"
	"strings"

	"tachiba/model"
	"tachiba/ui/lang"
)

// choice is a value that a flag accepts, and the names that stand for it too.
type choice struct {
	id    string
	names []string
}

var (
	langChoices   = []choice{{id: string(model.Japanese)}, {id: string(model.English)}}
	stanceChoices = func() (out []choice) {
		ja, en := lang.New(model.Japanese), lang.New(model.English)
		for _, s := range model.Stances {
			key := "stance." + string(s)
			out = append(out, choice{string(s), []string{ja.T(key), en.T(key)}})
		}
		return out
	}
	reviewChoices = func() (out []choice) {
		ja, en := lang.New(model.Japanese), lang.New(model.English)
		for _, r := range model.Reviews[1:] { // all but all
			key := "selected." + string(r)
			out = append(out, choice{string(r), []string{ja.T(key), en.T(key)}})
		}
		return out
	}
)

func actorChoices(l *model.Lexicon) (out []choice) {
	for _, a := range l.Actors {
		out = append(out, choice{string(a.ID), []string{a.Name.JA, a.Name.EN}})
	}
	return out
}

func topicChoices(l *model.Lexicon) (out []choice) {
	for _, t := range l.Topics {
		out = append(out, choice{string(t.ID), []string{t.Name.JA, t.Name.EN}})
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

// list returns the choices with their names in the person's language.
func (a *app) list(choices []choice) string {
	var words []string
	for _, c := range choices {
		word := c.id
		if name := c.name(a.Lang()); name != "" && model.FoldText(name) != model.FoldText(c.id) {
			word += " (" + name + ")"
		}
		words = append(words, word)
	}
	return strings.Join(words, ", ")
}

// name returns the choice's name in a language, "" where it has none.
func (c choice) name(l model.Lang) string {
	if len(c.names) < 2 {
		return ""
	}
	return model.Name{JA: c.names[0], EN: c.names[1]}.In(l)
}

// closest returns the id of the choice that is most like a word, and false when
// none is like it: half of its characters would have to change.
func closest(word string, choices []choice) (string, bool) {
	best, id := 1.0, ""
	typed := []rune(model.FoldText(word))
	for _, c := range choices {
		for _, name := range append([]string{c.id}, c.names...) {
			valid := []rune(model.FoldText(name))
			if len(valid) == 0 {
				continue
			}
			share := float64(distance(typed, valid)) / float64(max(len(typed), len(valid)))
			if share < best {
				best, id = share, c.id
			}
		}
	}
	return id, best < 0.5
}

// distance is the number of characters to insert, delete, replace or swap with
// the next one that turns a into b (optimal string alignment).
func distance(a, b []rune) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			differ := 1
			if a[i-1] == b[j-1] {
				differ = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+differ)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
