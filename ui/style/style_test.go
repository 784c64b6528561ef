package style

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"charm.land/lipgloss/v2"
	"golang.org/x/text/width"

	"tachiba/model"
	"tachiba/ui/text"
)

func TestParsePaint(t *testing.T) {
	plain := lipgloss.NewStyle()
	for in, want := range map[string]lipgloss.Style{
		"":                  plain,
		"none":              plain,
		"#005FAF bold":      plain.Foreground(lipgloss.Color("#005faf")).Bold(true),
		"16 on 153":         plain.Foreground(lipgloss.Color("16")).Background(lipgloss.Color("153")),
		"on 4":              plain.Background(lipgloss.Color("4")),
		"reverse  faint":    plain.Reverse(true).Faint(true),
		"none on #ffffff":   plain.Background(lipgloss.Color("#ffffff")),
		"3 underline":       plain.Foreground(lipgloss.Color("3")).Underline(true).UnderlineSpaces(true),
		"7 on none reverse": plain.Foreground(lipgloss.Color("7")).Reverse(true),
	} {
		p, ok := parsePaint(in)
		if got := p.style().Render("a b"); !ok || got != want.Render("a b") || !ValidPaint(in) {
			t.Errorf("%q: %q, want %q", in, got, want.Render("a b"))
		}
	}
	for _, in := range []string{"red", "#12345", "#gggggg", "256", "-1", "1 2", "bold 1", "1 on", "1 on bold", "on", "italic", "1 on 2 on 3"} {
		if _, ok := parsePaint(in); ok || ValidPaint(in) {
			t.Errorf("%q is taken", in)
		}
	}
	if !ValidPaint("accent") {
		t.Error("a role does not stand for its paint")
	}
}

func TestFor(t *testing.T) {
	mine := map[string]Own{
		"night": {Extends: Dark, Paints: map[Role]string{Favor: "33 bold", Topic: "against"}},
		"bare":  {Paints: map[Role]string{Muted: "none"}},
	}
	rendered := func(s lipgloss.Style) string { return s.Render("x") }
	dark := For(Choice{Name: Dark})
	night := For(Choice{Name: "night", Own: mine})
	for _, tt := range []struct {
		name      string
		got, want lipgloss.Style
	}{
		{"a paint of its own", night.Stance(model.Favor), lipgloss.NewStyle().Foreground(lipgloss.Color("33")).Bold(true)},
		{"another role's", night.Topic, dark.Stance(model.Against)},
		{"the extended theme's", night.Actor, dark.Actor},
		{"of the default theme", For(Choice{Name: "bare", Own: mine, Dark: true}).Title, For(Choice{Dark: true}).Title},
		{"a plain one", For(Choice{Name: "bare", Own: mine}).Muted, lipgloss.NewStyle()},
		{"an unknown theme", For(Choice{Name: "nothing"}).Title, For(Choice{}).Title},
		{"light on a dark terminal", For(Choice{Name: Light, Dark: true}).Accent, For(Choice{}).Accent},
	} {
		if rendered(tt.got) != rendered(tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, rendered(tt.got), rendered(tt.want))
		}
	}
	if got, want := Names(mine), []string{"default", "light", "dark", "contrast", "mono", "ansi", "bare", "night"}; !slices.Equal(got, want) {
		t.Errorf("names %q", got)
	}
	for _, name := range builtIn {
		for _, dark := range []bool{false, true} {
			if rendered(For(Choice{Name: name, Dark: dark}).Selected) == "x" {
				t.Errorf("%s: what is selected looks like all else", name)
			}
		}
	}
}

func TestHeat(t *testing.T) {
	theme := For(Choice{Dark: true})
	for share, step := range map[float64]int{-1: 0, 0: 0, 0.19: 0, 0.2: 1, 0.5: 2, 0.79: 3, 0.8: 4, 1: 4, 7: 4} {
		if got := theme.Heat(share).Render("x"); got != theme.heat[step].Render("x") {
			t.Errorf("Heat(%v) = %q, want step %d", share, got, step)
		}
	}
	theme.Heat(math.NaN()) // of no topics: not to be drawn, but no panic
}

// No sign is drawn in two cells by a terminal for which ambiguous width is wide,
// and none is missing.
func TestSigns(t *testing.T) {
	for name, choice := range map[string]Choice{"unicode": {}, "ascii": {ASCII: true}, "wide": {Wide: true}, "both": {ASCII: true, Wide: true}} {
		signs := reflect.ValueOf(For(choice).Signs)
		for i := range signs.NumField() {
			sign := signs.Field(i).String()
			if sign == "" {
				t.Errorf("%s: no sign for %s", name, signs.Type().Field(i).Name)
			}
			for _, r := range sign {
				if choice.Wide && width.LookupRune(r).Kind() == width.EastAsianAmbiguous || choice.ASCII && r > '~' {
					t.Errorf("%s: %s is %s", name, signs.Type().Field(i).Name, sign)
				}
			}
		}
	}
}

func TestDraw(t *testing.T) {
	const words = "↑ 2025 – …"
	for _, tt := range []struct {
		choice       Choice
		draw, screen string
	}{
		{Choice{}, words, words},
		{Choice{ASCII: true}, "up 2025 - ..", words},
		{Choice{Wide: true}, "⇡ 2025 - ⋯", "⇡ 2025 - ⋯"},
	} {
		theme := For(tt.choice)
		if theme.Draw(words) != tt.draw || theme.Screen(words) != tt.screen || tt.choice.Wide && text.Width(theme.Screen(words)) != text.Width(words) {
			t.Errorf("%+v: draws %q, shows %q", tt.choice, theme.Draw(words), theme.Screen(words))
		}
	}
}
