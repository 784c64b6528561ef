package config_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"tachiba/model"
	"tachiba/ui/config"
	"tachiba/ui/keys"
	"tachiba/ui/lang"
	"tachiba/ui/look"
	"tachiba/ui/style"
)

// places are the parts of a configuration that only say where it stood.
var places = cmpopts.IgnoreUnexported(config.Config{})

const whole = "\ufeff" + `
lang = "EN"
theme = "night"
date = "slash"
ambiguous = "wide"
view = "timeline"
linear = true
ascii = true
filter.actor = "us, ru"

[keys]
up = "W"
sort = ["Ctrl+S", "f5"]
star = []
reject = "d"

[themes."night"]
extends = "dark"
favor = 33
against = "#ff8700 bold"
topic = "accent"

[themes."夜"]
`

func TestParse(t *testing.T) {
	got, problems := config.Parse(whole, "c.toml")
	if len(problems) > 0 {
		t.Errorf("problems: %v", problems)
	}
	want := config.Config{
		Lang: model.English, Theme: "night", Date: look.Slash, Wide: true, View: config.Timeline, Linear: true, ASCII: true,
		Keys:   map[string][]string{"up": {"W"}, "sort": {"ctrl+s", "f5"}, "star": nil, "reject": {"d"}},
		Filter: config.Filter{Actors: []string{"us, ru"}},
		Themes: map[string]style.Own{
			"night": {Extends: style.Dark, Paints: map[style.Role]string{style.Favor: "33", style.Against: "#ff8700 bold", style.Topic: "accent"}},
			"夜":     {Paints: map[style.Role]string{}},
		},
	}
	if d := cmp.Diff(want, got, places); d != "" {
		t.Error(d)
	}
	if c := got.Style(true); c.Name != "night" || !c.Dark || !c.Wide || !c.ASCII || len(c.Own) != 2 {
		t.Errorf("style %+v", c)
	}
	if d := got.Dates(2025); d != (look.Dates{Format: "slash", Year: 2025}) {
		t.Errorf("dates %+v", d)
	}
}

func TestParseFilter(t *testing.T) {
	got, problems := config.Parse(`[filter]
actor = ["us", "米国"]
topic = "nato"
stance = ["favor"]
since = 2025-01-02
until = "2025/3/4"
search = "停戦"
min_confidence = 1`, "c.toml")
	want := config.Filter{
		Actors: []string{"us", "米国"}, Topics: []string{"nato"}, Stances: []string{"favor"},
		Since: 20250102, Until: 20250304, Search: "停戦", MinConfidence: 1,
	}
	if d := cmp.Diff(want, got.Filter); d != "" || len(problems) > 0 {
		t.Error(d, problems)
	}
	p := got.Fault("filter.actor", "one of A; got x")
	if want := (model.Problem{Code: model.ProblemConfig, Path: "c.toml", Line: 2, Key: "filter.actor", Want: "one of A; got x"}); p != want {
		t.Errorf("fault %+v", p)
	}
}

// Each fault is named by line and key with what was expected, and all else holds.
func TestFaults(t *testing.T) {
	for _, tt := range []struct {
		text string
		line int
		key  string
		want string
	}{
		{"\nlang = \"fr\"", 2, "lang", `one of ja, en; got "fr"`},
		{"lang = 3", 1, "lang", "a text in quotes"},
		{"\n\nlnag = \"en\"", 3, "lnag", "lang"},
		{"colour = 1", 1, "colour", "one of lang, theme, ascii, date, ambiguous, view, linear, filter, keys, themes"},
		{"theme = \"drak\"", 1, "theme", `one of default, light, dark, contrast, mono, ansi; got "drak"`},
		{"ascii = \"yes\"", 1, "ascii", "true or false"},
		{"date = \"us\"", 1, "date", `one of iso, slash, short, japanese, english; got "us"`},
		{"ambiguous = 2", 1, "ambiguous", "a text in quotes"},
		{"view = \"columns\"", 1, "view", `one of compare, digests, timeline, shifts, agreement; got "columns"`},
		{"filter = \"us\"", 1, "filter", "a table"},
		{"[[filter]]\nactor = \"us\"", 1, "filter", "a table"},
		{"filter = { actor = [\"us\", 3] }", 1, "filter.actor", "a text in quotes, or a list of them"},
		{"[filter]\n# of when\nsince = \"soon\"", 3, "filter.since", `a date as 2025-03-18, a month as 2025-03 or a year; got "soon"`},
		{"[filter]\nsince = 2025-02-30", 2, "", "TOML"},
		{"[filter]\nsince = 2025-03-01T10:00:00", 2, "filter.since", "a date as 2025-03-18, a month as 2025-03 or a year"},
		{"[filter]\nuntil = 2025-02-01\nsince = 2025-02-02", 2, "filter.until", `a date that is not before that of since; got "2025-02-01"`},
		{"[filter]\nmin_confidence = 1.5", 2, "filter.min_confidence", "a number from 0 to 1; got 1.5"},
		{"[filter]\nmin_confidence = nan", 2, "filter.min_confidence", "a number from 0 to 1; got NaN"},
		{"filter.stnce = \"favor\"", 1, "filter.stnce", "stance"},
		{"[keys]\npage-up = \"b\"", 2, "keys.page-up", "page_up"},
		{"[keys]\n'up\x1b' = \"b\"", 2, `keys."up\x1b"`, "TOML"},
		{"[keys]\n\"page_up\\u001b\\u202e\" = \"b\"", 2, `keys."page_up\x1b\u202e"`, "page_up"},
		{"[keys]\nup = \"ctl+x\"", 2, "keys.up", `a key like k, G, ctrl+x, alt+x, f1, enter or space; got "ctl+x"`},
		{"[keys]\nup = 1", 2, "keys.up", "a text in quotes, or a list of them"},
		{"[keys]\ntop = \"f5\"\nup = \"j\"", 3, "keys.up", `a key that no other binding has; got "j" (down)`},
		{"[themes.dark]\ntext = 1", 1, "themes.dark", "a name that no built-in theme has"},
		{"[themes.\"a b\"]\ntext = 1", 1, `themes."a b"`, "a name of letters, digits, - and _"},
		{"[themes.a]\nextends = \"b\"\n[themes.b]", 2, "themes.a.extends", `one of default, light, dark, contrast, mono, ansi; got "b"`},
		{"[themes.a]\nfavor = 256", 2, "themes.a.favor", "a colour (\"#005faf\", 0 to 255, \"none\"), \"on\" another, and bold, faint, underline or reverse; or a role; got \"256\""},
		{"[themes.a]\nfavour = 2", 2, "themes.a.favour", "favor"},
		{"themes = 1", 1, "themes", "a table"},
		{"lang = \"ja\"\nlang = \"en\"", 2, "lang", "TOML"},
		{"\nlang = ja", 2, "", "TOML"},
		{"a = [\n1\n", 3, "", "TOML"},
	} {
		sound := "linear = true\n"
		got, problems := config.Parse(sound+tt.text, "c.toml")
		if tt.want == "TOML" {
			if len(problems) != 1 || problems[0].Line < tt.line || problems[0].Want != "TOML" || got.Linear {
				t.Errorf("%q: %v, %+v", tt.text, problems, got)
			}
			continue
		}
		if len(problems) != 1 {
			t.Errorf("%q: %d problems: %v", tt.text, len(problems), problems)
			continue
		}
		p := problems[0]
		if p.Code != model.ProblemConfig || p.Path != "c.toml" || p.Line != tt.line+1 || p.Key != tt.key || p.Want != tt.want {
			t.Errorf("%q: line %d, key %s, want %s", tt.text, p.Line, p.Key, p.Want)
		}
		if !got.Linear {
			t.Errorf("%q: what is sound does not hold: %+v", tt.text, got)
		}
	}
}

// Faults come in the order of lines, and what has one keeps its default.
func TestManyFaults(t *testing.T) {
	got, problems := config.Parse(`theme = "mine"
view = "nothing"
date = "short"
[themes.mine]
favor = "red"
accent = 3
[keys]
up = "kk"
down = "f5"
[filter]
actor = ["us"]
until = "x"`, "c.toml")
	var at []string
	for _, p := range problems {
		at = append(at, fmt.Sprintf("%d %s", p.Line, p.Key))
	}
	if want := []string{"2 view", "5 themes.mine.favor", "8 keys.up", "12 filter.until"}; !slices.Equal(at, want) {
		t.Errorf("problems %q", at)
	}
	want := config.Config{
		Theme: "mine", Date: look.Short, Keys: map[string][]string{"down": {"f5"}}, Filter: config.Filter{Actors: []string{"us"}},
		Themes: map[string]style.Own{"mine": {Paints: map[style.Role]string{style.Accent: "3"}}},
	}
	if d := cmp.Diff(want, got, places); d != "" {
		t.Error(d)
	}
}

// What was expected is said in Japanese too.
func TestFaultsInJapanese(t *testing.T) {
	p := lang.New(model.Japanese)
	_, problems := config.Parse(`lnag = 1
ascii = 1
filter = { until = "x", min_confidence = 2, actor = 1 }
keys = { up = "", enter = "o", back = [], down = "ctrl+m", sort = "q" }
themes = { dark = {}, "a b" = {}, mine = { text = "red" } }`, "c.toml")
	if len(problems) != 13 {
		t.Errorf("%d problems: %v", len(problems), problems)
	}
	for i := range problems {
		said := p.Problem(&problems[i])
		_, want, _ := strings.Cut(said, "。正しくは: ")
		if want, _, _ = strings.Cut(want, " ("); regexp.MustCompile(`^[ -~]*$`).MatchString(want) && want != "lang" {
			t.Errorf("not in Japanese: %s", said)
		}
	}
}

// setting is a line of the default text that sets something once its # is gone.
var setting = regexp.MustCompile(`(?m)^#(\[|[a-z_0-9]+ +=|[a-z_0-9]+ =)`)

func TestDefault(t *testing.T) {
	for _, l := range []model.Lang{model.Japanese, model.English} {
		text := config.Default(lang.New(l))
		got, problems := config.Parse(text, "c.toml")
		if d := cmp.Diff(config.Config{}, got, places); d != "" || len(problems) > 0 {
			t.Errorf("%s: the text changes something: %s %v", l, d, problems)
		}
		all, problems := config.Parse(setting.ReplaceAllString(text, "$1"), "c.toml")
		if len(problems) > 0 || all.Lang != l || len(all.Filter.Actors) == 0 || len(all.Themes) != 1 {
			t.Errorf("%s: what it shows is wrong: %v", l, problems)
		}
		for _, id := range keys.IDs() {
			if !slices.Equal(all.Keys[id], keys.Default(id)) {
				t.Errorf("%s: %s has the keys %q", l, id, all.Keys[id])
			}
		}
		for _, word := range slices.Concat(style.Names(nil), look.DateFormats[:], []string{"compare", "digests", "timeline", "shifts", "agreement"}) {
			if !strings.Contains(text, word) {
				t.Errorf("%s: nothing is said of %s", l, word)
			}
		}
		for _, role := range style.Roles {
			if !strings.Contains(text, string(role)) && !strings.HasPrefix(string(role), "heat") {
				t.Errorf("%s: nothing is said of the role %s", l, role)
			}
		}
		for line := range strings.SplitSeq(text, "\n") {
			if line != "" && line[0] != '#' {
				t.Errorf("%s: %q is no comment", l, line)
			}
		}
	}
}

// Whatever text there is, it is read without a panic, and each fault has a place.
func TestParseHolds(t *testing.T) {
	parts := rapid.SampledFrom([]string{
		"lang", "keys", "themes", "filter", "up", "=", ".", "\"", "'''", "[", "]", "[[", "]]", "{", "}", ",", "\n", "\r\n", "1", "true", "\"k\"", "2025-01-01", "#", "\x00", "\xff", "停戦",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(parts, 0, 30).Draw(t, "parts"), "")
		_, problems := config.Parse(text, "c.toml")
		for _, p := range problems {
			if p.Code != model.ProblemConfig || p.Want == "" || p.Line == 0 && p.Want != "TOML" {
				t.Fatalf("%q: %+v", text, p)
			}
		}
	})
}
