// Package config reads the reader's configuration: language, theme, keys, what the
// interface starts with, and how dates and signs are drawn.
package config

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"tachiba/model"
	"tachiba/ui/look"
	"tachiba/ui/style"
)

// The names of the views that the interface can start with, the default one first.
const (
	Compare   = "compare"
	Digests   = "digests"
	Timeline  = "timeline"
	Shifts    = "shifts"
	Agreement = "agreement"
)

var views = []string{Compare, Digests, Timeline, Shifts, Agreement}

// Config is a configuration. The zero one has all the defaults.
type Config struct {
	Lang   model.Lang           // "": the locale's
	Theme  string               // one of style.Names(Themes), "" the default
	Themes map[string]style.Own // the reader's own, by name
	// Keys are the keys of bindings that differ from the key map, by the binding's
	// id, as keys.Bind takes them.
	Keys   map[string][]string
	View   string // one of the views that --plain prints, "" is Compare
	Linear bool
	ASCII  bool
	Date   string // one of look.DateFormats, "" the first
	Wide   bool   // the terminal draws characters of ambiguous width in two cells
	Filter Filter

	path  string
	lines map[string]int // of the settings
}

// Filter is what the interface selects at its start. Its words are those that the
// flags take; whether there are such actors and topics is for the caller.
type Filter struct {
	Actors, Topics, Stances []string
	Since, Until            model.Date
	Search                  string
	MinConfidence           float64
}

// Parse returns the configuration that text holds, and what is wrong with it by
// line, at path, which must be fit to be shown. A setting with a fault keeps its
// default, and so do all where text is no TOML.
func Parse(text, path string) (Config, []model.Problem) {
	text = strings.TrimPrefix(text, "\ufeff") // as some editors begin a file
	r := reader{Config: Config{path: path}}
	var tree map[string]any
	if err := toml.Unmarshal([]byte(text), &tree); err != nil {
		return r.Config, []model.Problem{broken(err, path)}
	}
	r.lines = lines([]byte(text))
	r.each("", tree, settings)
	if names := style.Names(r.Themes); r.Theme != "" && !slices.Contains(names, r.Theme) {
		r.fault("theme", oneOf(names, r.Theme))
		r.Theme = ""
	}
	slices.SortStableFunc(r.problems, func(a, b model.Problem) int { return cmp.Compare(a.Line, b.Line) })
	return r.Config, r.problems
}

// broken says where a text stops being TOML.
func broken(err error, path string) model.Problem {
	p := model.Problem{Code: model.ProblemConfig, Path: path, Want: "TOML", Err: err}
	var wrong *toml.DecodeError
	if errors.As(err, &wrong) {
		p.Line, _ = wrong.Position()
		p.Key = name(wrong.Key()...)
	}
	return p
}

// Fault returns the problem that a setting ("filter.actor") has not got what was
// expected of it.
func (c Config) Fault(key, want string) model.Problem {
	return model.Problem{Code: model.ProblemConfig, Path: c.path, Line: c.lines[key], Key: key, Want: want}
}

// Style returns what the theme is made of, on a dark or light background.
func (c Config) Style(dark bool) style.Choice {
	return style.Choice{Name: c.Theme, Own: c.Themes, Dark: dark, ASCII: c.ASCII, Wide: c.Wide}
}

// Dates returns how dates are written in a year.
func (c Config) Dates(year int) look.Dates { return look.Dates{Format: c.Date, Year: year} }
