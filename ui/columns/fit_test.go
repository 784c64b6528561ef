package columns

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"tachiba/model"
)

// TestFits draws every size, order and language along a walk through the view,
// and checks what holds of each screen.
func TestFits(t *testing.T) {
	walk := strings.Fields("j right space = right G right space pgup = ] k tab [ = = space g")
	for _, size := range [][2]int{{40, 8}, {40, 12}, {57, 11}, {80, 20}, {99, 5}, {120, 31}, {200, 46}, {300, 76}} {
		for _, l := range []model.Lang{model.Japanese, model.English} {
			m := view(l, size[0], size[1])
			for i := range walk {
				press(m, walk[i])
				check(t, m, fmt.Sprintf("%s %v after %v", l, size, walk[:i+1]))
			}
		}
	}
}

func check(t *testing.T, m *Model, where string) {
	t.Helper()
	lines := screen(m)
	if len(lines) > m.h {
		t.Errorf("%s: %d lines", where, len(lines))
	}
	cursors := 0
	for _, l := range lines {
		if ansi.StringWidth(l) > m.w || ansi.StringWidth(l) != ansi.StringWidthWc(l) {
			t.Errorf("%s: %d cells: %q", where, ansi.StringWidth(l), l)
		}
		for _, cell := range strings.Split(l, "│") {
			if part := strings.TrimSpace(cell); part != "" && strings.ContainsAny(part[:min(3, len(part))], "、。」）") {
				t.Errorf("%s: a line starts with a closing mark: %q", where, cell)
			}
		}
		cursors += strings.Count(l, m.look.Cursor)
	}
	reading, _, _, _ := m.scrolled()
	if s, ok := m.Statement(); ok && cursors != 1 && reading.skip == 0 {
		t.Errorf("%s: %d cursors in sight, on %s:\n%s", where, cursors, s.Cue, strings.Join(lines, "\n"))
	}
}

// TestASCII holds that the view draws nothing of its own beyond ASCII.
func TestASCII(t *testing.T) {
	for _, keys := range []string{"", "=", "space right space", "= ] ] ]"} {
		m := viewOf(newLook(model.English, true), 80, 24, statements())
		press(m, strings.Fields(keys)...)
		if s := m.View(); strings.ContainsAny(s, "─│▸▲▼◆·⇄●↓…") {
			t.Errorf("%q:\n%s", keys, ansi.Strip(s))
		}
	}
}

// TestWidths holds how many columns there are, and that a sentence stays legible.
func TestWidths(t *testing.T) {
	l := newLook(model.English, false)
	for _, id := range []model.ActorID{"A", "B", "C", "D"} {
		l.Lexicon.Actors = append(l.Lexicon.Actors, model.Actor{ID: id})
	}
	m := viewOf(l, 40, 20, statements())
	for _, tt := range []struct{ width, columns, each int }{
		{40, 1, 40}, {79, 1, 79}, {80, 2, 39}, {119, 2, 59}, {120, 4, 29}, {249, 4, 61}, {250, 5, 49}, {300, 6, 49}, {400, 6, 65}, {900, 6, 83},
	} {
		m.SetSize(tt.width, 20)
		if n := len(m.shown()); n != tt.columns || m.columnWidth(n) != tt.each {
			t.Errorf("%d cells: %d columns of %d", tt.width, n, m.columnWidth(n))
		}
	}
	m.SetSize(40, 20)
	press(m, "right", "right", "right", "right", "right", "right")
	lines := screen(m)
	if !strings.Contains(lines[1], "C .") && !strings.Contains(lines[1], "C ·") || !strings.HasPrefix(lines[1], "…") {
		t.Errorf("the cursor's tab is out of sight: %q", lines[1])
	}
}
