package config

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"tachiba/model"
	"tachiba/ui/typo"
)

// reader makes a configuration of what TOML holds and collects what is wrong.
type reader struct {
	Config
	problems []model.Problem
}

// setting is a key of a table, and what takes in its value.
type setting struct {
	key  string
	read func(r *reader, key string, value any)
}

func (r *reader) fault(key, want string) { r.problems = append(r.problems, r.Fault(key, want)) }

// unknown says that a key is none of those that could stand there, and which was
// likely meant.
func (r *reader) unknown(key, word string, valid []string) {
	want := "one of " + strings.Join(valid, ", ")
	if i, ok := typo.Nearest(word, valid); ok {
		want = valid[i]
	}
	p := r.Fault(key, want)
	p.Err = errors.New("unknown key")
	r.problems = append(r.problems, p)
}

// each takes in the settings of a table, "" for the whole text.
func (r *reader) each(path string, value any, known []setting) {
	r.entries(path, value, func(word, key string, v any) {
		i := slices.IndexFunc(known, func(s setting) bool { return s.key == word })
		if i >= 0 {
			known[i].read(r, key, v)
			return
		}
		valid := make([]string, len(known))
		for i, s := range known {
			valid[i] = s.key
		}
		r.unknown(key, word, valid)
	})
}

// entries hands over what a table holds, by its own word and by its whole name.
func (r *reader) entries(path string, value any, take func(word, key string, v any)) {
	table, ok := value.(map[string]any)
	if !ok {
		r.fault(path, "a table")
		return
	}
	for _, word := range slices.Sorted(maps.Keys(table)) {
		key := name(word)
		if path != "" {
			key = path + "." + key
		}
		take(word, key, table[word])
	}
}

func (r *reader) text(key string, value any) (string, bool) {
	s, ok := value.(string)
	if !ok {
		r.fault(key, "a text in quotes")
	}
	return s, ok
}

// texts returns a list of texts, or one text as a list.
func (r *reader) texts(key string, value any) ([]string, bool) {
	if s, ok := value.(string); ok {
		return []string{s}, true
	}
	list, ok := value.([]any)
	out := make([]string, 0, len(list))
	for _, v := range list {
		s, isText := v.(string)
		ok = ok && isText
		out = append(out, s)
	}
	if !ok {
		r.fault(key, "a text in quotes, or a list of them")
	}
	return out, ok
}

func (r *reader) flag(key string, value any) bool {
	b, ok := value.(bool)
	if !ok {
		r.fault(key, "true or false")
	}
	return b
}

// word returns which of the valid words a value is, in whatever case, "" for none.
func (r *reader) word(key string, value any, valid ...string) string {
	s, ok := r.text(key, value)
	if !ok {
		return ""
	}
	i := slices.IndexFunc(valid, func(v string) bool { return model.FoldText(v) == model.FoldText(s) })
	if i < 0 {
		r.fault(key, oneOf(valid, s))
		return ""
	}
	return valid[i]
}

func oneOf(valid []string, got string) string {
	return "one of " + strings.Join(valid, ", ") + instead(got)
}

// instead says what stood where something else was expected, if it is short.
func instead(got any) string {
	switch got := got.(type) {
	case string:
		return "; got " + strconv.Quote(got)
	case int64, float64, bool:
		return fmt.Sprintf("; got %v", got)
	}
	return ""
}
