package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"tachiba/model"
)

var sizes = [][2]int{{40, 12}, {80, 24}, {120, 35}, {200, 50}}

// screens are the keys that lead to each screen.
var screens = map[string][]any{
	"compare":  nil,
	"columns":  {"right", "right", "enter"},
	"facing":   {"enter", "space", "right", "right", "space"},
	"digests":  {"2"},
	"reader":   {"right", "right", "enter", "enter"},
	"filtered": {"a", "space", "down", "down", "space", "enter", "/", "type:修理", "enter"},
	"empty":    {"/", "type:存在しない", "enter"},
	"picker":   {"t", "down", "space"},
	"dates":    {"d"},
	"help":     {"?"},
	"search":   {"/", "type:通行"},
}

// TestScreens compares every screen, in every size and language, with its golden
// file (go test ./ui -update writes them anew).
func TestScreens(t *testing.T) {
	for name, keys := range screens {
		for _, lang := range []model.Lang{model.Japanese, model.English} {
			for _, size := range sizes {
				t.Run(fmt.Sprintf("%s/%s/%dx%d", name, lang, size[0], size[1]), func(t *testing.T) {
					a := drive(t, start(t, options(lang), size[0], size[1]), keys...)
					checkScreen(t, a)
					golden.RequireEqual(t, bare(a)+"\n")
				})
			}
		}
	}
}

// TestStyledScreens holds colours and signs: dark, light, and ASCII.
func TestStyledScreens(t *testing.T) {
	for _, name := range []string{"compare", "columns", "reader"} {
		t.Run(name+"/light", func(t *testing.T) {
			a := start(t, options(model.Japanese), 80, 24)
			a.setDark(false)
			golden.RequireEqual(t, drive(t, a, screens[name]...).screen())
		})
		t.Run(name+"/dark", func(t *testing.T) {
			golden.RequireEqual(t, drive(t, start(t, options(model.Japanese), 80, 24), screens[name]...).screen())
		})
		t.Run(name+"/ascii", func(t *testing.T) {
			o := options(model.English)
			o.ASCII = true
			golden.RequireEqual(t, bare(drive(t, start(t, o, 80, 24), screens[name]...))+"\n")
		})
	}
}

// checkScreen checks what holds of every screen: as many lines as the terminal
// has, none too wide, none that two ways of counting cells disagree on, and no
// text line that starts with a closing mark.
func checkScreen(t interface{ Errorf(string, ...any) }, a App) {
	lines := strings.Split(bare(a), "\n")
	if len(lines) != a.h {
		t.Errorf("%d lines on a screen of %d", len(lines), a.h)
	}
	for i, l := range lines {
		if ansi.StringWidth(l) > a.w || ansi.StringWidth(l) != ansi.StringWidthWc(l) {
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
	names := []string{"up", "down", "left", "right", "enter", "esc", "tab", "space", "1", "2", "a", "t", "s", "d", "/", "c", "u", "n", "N", "g", "G", "?", "!", "S", "[", "]", "y", "停", "x", "backspace", "pgdown", "pgup"}
	rapid.Check(t, func(r *rapid.T) {
		lang := rapid.SampledFrom([]model.Lang{model.Japanese, model.English}).Draw(r, "lang")
		a := start(t, options(lang), rapid.IntRange(10, 300).Draw(r, "w"), rapid.IntRange(2, 80).Draw(r, "h"))
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
