package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/pelletier/go-toml/v2"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/style"
)

// settings are the keys of a configuration.
var settings = []setting{
	{"lang", func(r *reader, key string, v any) {
		r.Lang = model.Lang(r.word(key, v, string(model.Japanese), string(model.English)))
	}},
	{"theme", func(r *reader, key string, v any) { r.Theme, _ = r.text(key, v) }},
	{"ascii", func(r *reader, key string, v any) { r.ASCII = r.flag(key, v) }},
	{"date", func(r *reader, key string, v any) { r.Date = r.word(key, v, look.DateFormats[:]...) }},
	{"ambiguous", func(r *reader, key string, v any) { r.Wide = r.word(key, v, "narrow", "wide") == "wide" }},
	{"view", func(r *reader, key string, v any) { r.View = r.word(key, v, views...) }},
	{"linear", func(r *reader, key string, v any) { r.Linear = r.flag(key, v) }},
	{"filter", func(r *reader, key string, v any) {
		r.each(key, v, filterSettings)
		if f := &r.Filter; f.Since.Known() && f.Until.Known() && f.Since > f.Until {
			r.fault(key+".until", "a date that is not before that of since"+instead(f.Until.String()))
			f.Until = 0
		}
	}},
	{"keys", (*reader).keys},
	{"themes", (*reader).themes},
}

var filterSettings = []setting{
	{"actor", func(r *reader, key string, v any) { r.Filter.Actors, _ = r.texts(key, v) }},
	{"topic", func(r *reader, key string, v any) { r.Filter.Topics, _ = r.texts(key, v) }},
	{"stance", func(r *reader, key string, v any) { r.Filter.Stances, _ = r.texts(key, v) }},
	{"since", func(r *reader, key string, v any) { r.Filter.Since, _ = r.period(key, v) }},
	{"until", func(r *reader, key string, v any) { _, r.Filter.Until = r.period(key, v) }},
	{"search", func(r *reader, key string, v any) { r.Filter.Search, _ = r.text(key, v) }},
	{"min_confidence", func(r *reader, key string, v any) { r.Filter.MinConfidence = r.share(key, v) }},
}

// period returns the first and last day of a date in quotes or as TOML has it, 0
// where it is neither.
func (r *reader) period(key string, value any) (first, last model.Date) {
	if local, ok := value.(toml.LocalDate); ok {
		value = local.String()
	}
	s, _ := value.(string)
	first, last, err := model.ParsePeriod(s)
	if err != nil {
		r.fault(key, "a date as 2025-03-18, a month as 2025-03 or a year"+instead(value))
	}
	return first, last
}

// share returns a number from 0 to 1.
func (r *reader) share(key string, value any) float64 {
	n, ok := value.(float64)
	if whole, isWhole := value.(int64); isWhole {
		n, ok = float64(whole), true
	}
	if !ok || !(n >= 0 && n <= 1) { // nor NaN
		r.fault(key, "a number from 0 to 1"+instead(value))
		return 0
	}
	return n
}

// keys takes in the keys of bindings. Those that clash keep their defaults.
func (r *reader) keys(path string, value any) {
	changed := map[string][]string{}
	r.entries(path, value, func(id, key string, v any) {
		if ids := keys.IDs(); !slices.Contains(ids, id) {
			r.unknown(key, id, ids)
			return
		}
		given, ok := r.texts(key, v)
		if !ok {
			return
		}
		names, want := keys.Check(id, given)
		if want != "" {
			r.fault(key, want)
			return
		}
		changed[id] = names
	})
	settled, clashes := keys.Settle(changed)
	for _, c := range clashes {
		r.fault(path+"."+c.ID, fmt.Sprintf("a key that no other binding has; got %q (%s)", c.Key, c.Other))
	}
	r.Keys = settled
}

// themes takes in the reader's own themes.
func (r *reader) themes(path string, value any) {
	r.Themes = map[string]style.Own{}
	r.entries(path, value, func(name, key string, v any) {
		if strings.ContainsFunc(name, func(c rune) bool { return !unicode.In(c, unicode.L, unicode.N) && c != '-' && c != '_' }) || name == "" {
			r.fault(key, "a name of letters, digits, - and _")
			return
		}
		if style.BuiltIn(name) {
			r.fault(key, "a name that no built-in theme has")
			return
		}
		own := style.Own{Paints: map[style.Role]string{}}
		r.each(key, v, append([]setting{{"extends", func(r *reader, key string, v any) {
			own.Extends = r.word(key, v, style.Names(nil)...)
		}}}, paints(own.Paints)...))
		r.Themes[name] = own
	})
}

// paints are the settings of a theme's roles, which go into out.
func paints(out map[style.Role]string) []setting {
	var list []setting
	for _, role := range style.Roles {
		list = append(list, setting{string(role), func(r *reader, key string, v any) {
			if n, ok := v.(int64); ok {
				v = strconv.FormatInt(n, 10) // a colour by its number
			}
			s, ok := v.(string)
			if !ok || !style.ValidPaint(s) {
				r.fault(key, `a colour ("#005faf", 0 to 255, "none"), "on" another, and bold, faint, underline or reverse; or a role`+instead(v))
				return
			}
			out[role] = s
		}})
	}
	return list
}
