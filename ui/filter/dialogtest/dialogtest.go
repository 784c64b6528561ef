// Package dialogtest drives dialogs in tests as a person would, and holds what is
// the same of all of them.
package dialogtest

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"tachiba/ui/uitest"
)

// Dialog is what every dialog is.
type Dialog interface {
	Update(tea.Msg) tea.Cmd
	View() string
	SetSize(w, h int)
	Click(x, y int) tea.Cmd
	Wheel(n int)
	Typing() bool
	Cursor() (x, y int, ok bool)
}

// Press presses keys one after the other, and returns what the dialog answers to
// the last: nil where that is nothing. A word that is no key is typed letter by
// letter.
func Press(d Dialog, names ...string) (answer tea.Msg) {
	for _, name := range names {
		if k := uitest.Key(name); k.Text != name {
			answer = run(d.Update(k))
			continue
		}
		for _, r := range name {
			answer = run(d.Update(tea.KeyPressMsg{Code: r, Text: string(r)}))
		}
	}
	return answer
}

// Click clicks on the first line of the dialog that has the words, and returns the
// answer.
func Click(t testing.TB, d Dialog, words string) tea.Msg {
	t.Helper()
	for y, line := range strings.Split(Bare(d), "\n") {
		if strings.Contains(line, words) {
			return run(d.Click(4, y))
		}
	}
	t.Fatalf("no line has %q:\n%s", words, Bare(d))
	return nil
}

func run(cmd tea.Cmd) tea.Msg {
	if cmd == nil {
		return nil
	}
	return cmd()
}

// Bare returns the dialog without styles.
func Bare(d Dialog) string { return ansi.Strip(d.View()) }

// Has holds that the dialog shows the words.
func Has(t testing.TB, d Dialog, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(Bare(d), w) {
			t.Errorf("the dialog lacks %q:\n%s", w, Bare(d))
		}
	}
}

// Lacks holds that the dialog does not show the words.
func Lacks(t testing.TB, d Dialog, words ...string) {
	t.Helper()
	for _, w := range words {
		if strings.Contains(Bare(d), w) {
			t.Errorf("the dialog has %q:\n%s", w, Bare(d))
		}
	}
}

// Fits holds that the dialog stays inside of screens of all sizes, that its lines
// are equally wide, and that the terminal's cursor stands inside of its frame.
func Fits(t testing.TB, d Dialog) {
	t.Helper()
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 35}, {300, 80}, {20, 8}} {
		d.SetSize(size[0], size[1])
		lines := strings.Split(Bare(d), "\n")
		if len(lines) > size[1] && size[1] >= 12 {
			t.Errorf("%v: %d lines", size, len(lines))
		}
		for _, l := range lines {
			if w := ansi.StringWidth(l); w > size[0] || w != ansi.StringWidth(lines[0]) || w != ansi.StringWidthWc(l) {
				t.Errorf("%v: %d cells, in the frame %d: %q", size, w, ansi.StringWidth(lines[0]), l)
			}
		}
		if x, y, ok := d.Cursor(); ok && (y < 1 || y >= len(lines)-1 || x < 1 || x >= ansi.StringWidth(lines[0])-1) {
			t.Errorf("%v: the cursor stands at %d, %d of\n%s", size, x, y, Bare(d))
		}
	}
}
