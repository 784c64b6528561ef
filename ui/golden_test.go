package ui

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"tachiba/model"
	"tachiba/ui/style"
	"tachiba/ui/uitest"
)

var sizes = [][2]int{{40, 12}, {80, 24}, {120, 35}, {200, 50}}

// rooms are the keys that lead to each view.
var rooms = map[string][]any{
	"compare":   nil,
	"columns":   {"right", "right", "enter"},
	"digests":   {"2"},
	"reader":    {"right", "right", "enter", "enter"},
	"timeline":  {"3", "down", "down"},
	"shifts":    {"4"},
	"agreement": {"5", "right"},
}

// screens are the keys that lead to other screens.
var screens = map[string][]any{
	"facing":     {"enter", "space", "right", "right", "space"},
	"aligned":    {"right", "right", "enter", "="},
	"filtered":   {"a", "space", "down", "down", "space", "enter", "/", "type:修理", "enter"},
	"empty":      {"/", "type:存在しない", "enter"},
	"hidden":     {"S", "a", "down", "space", "enter", "H"},
	"picker":     {"t", "down", "space"},
	"romaji":     {"t", "type:tuukou"},
	"dates":      {"d"},
	"confidence": {"C"},
	"export":     {"x"},
	"help":       {"?"},
	"palette":    {":"},
	"search":     {"/", "type:通行"},
	"outline":    {"2", "enter", "O"},
	"related":    {"2", "L"},
	"unfolded":   {"3", "z", "+"},
	"pair":       {"5", "right", "enter"},
	"lines":      {"P", "down"},
	"linesPick":  {"P", "t"},
}

// TestScreens compares every screen, in every size and language, with its golden
// file (go test ./ui -update writes them anew).
func TestScreens(t *testing.T) {
	for _, set := range []map[string][]any{rooms, screens} {
		for name, keys := range set {
			eachScreen(t, name, func(t *testing.T, lang model.Lang, w, h int) {
				a := drive(t, start(t, options(lang), w, h), keys...)
				checkScreen(t, a)
				golden.RequireEqual(t, bare(a)+"\n")
			})
		}
	}
}

func eachScreen(t *testing.T, name string, do func(t *testing.T, lang model.Lang, w, h int)) {
	for _, lang := range []model.Lang{model.Japanese, model.English} {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s/%s/%dx%d", name, lang, size[0], size[1]), func(t *testing.T) { do(t, lang, size[0], size[1]) })
		}
	}
}

// TestStyledScreens holds every view with its styles: in colour, without, in the
// terminal's own colours, on a light background, and in ASCII.
func TestStyledScreens(t *testing.T) {
	for name, keys := range rooms {
		for _, theme := range []string{style.Default, style.Mono} {
			eachScreen(t, name+"/"+theme, func(t *testing.T, lang model.Lang, w, h int) {
				o := options(lang)
				o.Config.Theme = theme
				golden.RequireEqual(t, drive(t, start(t, o, w, h), keys...).screen())
			})
		}
		for _, theme := range []string{style.Light, style.Contrast, style.ANSI} {
			t.Run(name+"/"+theme, func(t *testing.T) {
				o := options(model.Japanese)
				o.Config.Theme = theme
				golden.RequireEqual(t, drive(t, start(t, o, 80, 24), keys...).screen())
			})
		}
		t.Run(name+"/ascii", func(t *testing.T) {
			o := options(model.English)
			o.Config.ASCII = true
			golden.RequireEqual(t, bare(drive(t, start(t, o, 80, 24), keys...))+"\n")
		})
	}
}

// TestNoColourHasNone holds that the theme without colour sends none.
func TestNoColourHasNone(t *testing.T) {
	for name, keys := range rooms {
		o := options(model.Japanese)
		o.Config.Theme = style.Mono
		if screen := drive(t, start(t, o, 120, 35), keys...).screen(); colour.MatchString(screen) {
			t.Errorf("%s: %q", name, colour.FindString(screen))
		}
	}
}

// colour is a sequence that sets one (ECMA-48, SGR 30 to 49 and 90 to 107).
var colour = regexp.MustCompile(`\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[0-9;:]*m`)

// checkScreen checks what holds of every screen: as many lines as the terminal
// has, none too wide, none that two ways of counting cells disagree on, and no
// text line that starts with a closing mark.
func checkScreen(t interface{ Errorf(string, ...any) }, a App) {
	lines := strings.Split(bare(a), "\n")
	if len(lines) != a.h {
		t.Errorf("%d lines on a screen of %d", len(lines), a.h)
	}
	for i, l := range lines {
		if ansi.StringWidth(l) != a.w || ansi.StringWidth(l) != ansi.StringWidthWc(l) {
			t.Errorf("line %d takes %d or %d of %d cells: %q", i, ansi.StringWidth(l), ansi.StringWidthWc(l), a.w, l)
		}
		if a.dialog != nil {
			continue // it cuts the lines that it stands over
		}
		for _, part := range strings.Split(l, "│") {
			if s := strings.TrimLeft(part, " "); strings.HasPrefix(s, "、") || strings.HasPrefix(s, "。") || strings.HasPrefix(s, "」") {
				t.Errorf("line %d starts with a closing mark: %q", i, part)
			}
		}
	}
}

// TestAnyKeysAnySize presses keys at random on screens of random sizes.
func TestAnyKeysAnySize(t *testing.T) {
	t.Chdir(t.TempDir()) // an export may be written
	names := []string{"up", "down", "left", "right", "enter", "esc", "tab", "space", "1", "2", "a", "t", "s", "d", "/", "c", "u", "n", "N", "g", "G", "?", "!", "S", "[", "]", "y", "停", "x", "backspace", "pgdown", "pgup", "3", "4", "5", "H", "p", "=", "+", "-", "z", "O", "L", "C", "P", "T", ":", "J", "K", "w", "r", "type:修理", "type:tuukou", "type:ﾊﾝ角🚢"}
	rapid.Check(t, func(r *rapid.T) {
		lang := rapid.SampledFrom([]model.Lang{model.Japanese, model.English}).Draw(r, "lang")
		o := options(lang)
		o.Filter = drawFilter(r)
		o.Config.Theme = rapid.SampledFrom(style.Names(nil)).Draw(r, "theme")
		o.Config.ASCII = rapid.Bool().Draw(r, "ascii")
		o.Config.Linear = rapid.Bool().Draw(r, "linear")
		a := start(t, o, rapid.IntRange(10, 300).Draw(r, "w"), rapid.IntRange(2, 80).Draw(r, "h"))
		for range rapid.IntRange(1, 12).Draw(r, "n") {
			switch rapid.IntRange(0, 9).Draw(r, "kind") {
			case 0:
				a = drive(t, a, tea.WindowSizeMsg{Width: rapid.IntRange(10, 300).Draw(r, "w"), Height: rapid.IntRange(2, 80).Draw(r, "h")})
			case 1:
				a = drive(t, a, tea.MouseClickMsg{X: rapid.IntRange(0, 299).Draw(r, "x"), Y: rapid.IntRange(0, 79).Draw(r, "y"), Button: tea.MouseLeft})
			case 2:
				a = drive(t, a, tea.MouseWheelMsg{X: rapid.IntRange(0, 299).Draw(r, "x"), Y: 5, Button: tea.MouseWheelDown})
			default:
				a = drive(t, a, rapid.SampledFrom(names).Draw(r, "key"))
			}
			checkScreen(r, a)
		}
	})
}

// drawFilter draws a filter, at times one that selects nothing.
func drawFilter(r *rapid.T) (f model.Filter) {
	lex := uitest.Lexicon()
	for _, a := range lex.Actors {
		if rapid.IntRange(0, 3).Draw(r, "actor") == 0 {
			f.Actors = append(f.Actors, a.ID)
		}
	}
	for _, t := range lex.Topics {
		if rapid.IntRange(0, 3).Draw(r, "topic") == 0 {
			f.Topics = append(f.Topics, t.ID)
		}
	}
	f.Stances = rapid.SampledFrom([][]model.Stance{nil, {model.Favor}, {model.Against, model.Conditional}}).Draw(r, "stances")
	f.Since = rapid.SampledFrom([]model.Date{0, 0, 20250310, 20300101}).Draw(r, "since")
	f.Text = rapid.SampledFrom([]string{"", "", "橋", "存在しない語", `"市長は、"`}).Draw(r, "text")
	return f
}
