package filter_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"tachiba/model"
	"tachiba/ui/filter"
	"tachiba/ui/text"
	"tachiba/ui/uitest"
)

// TestInputCursor holds that the cursor stays in its window, after what is before
// it, however long and wide the text is.
func TestInputCursor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, width := filter.NewInput(), rapid.IntRange(3, 20).Draw(t, "width")
		in.SetValue(rapid.StringOfN(rapid.RuneFrom([]rune("aé制裁の ")), 0, 30, -1).Draw(t, "value"))
		for range rapid.IntRange(0, 30).Draw(t, "left") {
			in.Update(tea.KeyPressMsg{Code: tea.KeyLeft})
		}
		in.Update(tea.KeyPressMsg{Text: "|"}) // the cursor stands after it
		shown, x := in.Text(width), in.Cursor(width)
		before, _, found := strings.Cut(shown, "|")
		if text.Width(shown) > width || x >= width || !found || text.Width(before)+1 != x {
			t.Fatalf("%q at %d of %d", shown, x, width)
		}
	})
}

func TestInputChanges(t *testing.T) {
	in := filter.NewInput()
	if in.Update(tea.KeyPressMsg{Code: tea.KeyLeft}) || !in.Update(tea.KeyPressMsg{Text: "制裁"}) || in.Value() != "制裁" || !in.AtEnd() {
		t.Errorf("%q", in.Value())
	}
	if in.Update(tea.KeyPressMsg{Code: tea.KeyLeft}) || in.AtEnd() {
		t.Error("moving is no change")
	}
	if !in.Update(tea.PasteMsg{Content: "経済\n"}) || in.Value() != "制経済 裁" {
		t.Errorf("%q", in.Value())
	}
}

func TestHints(t *testing.T) {
	l, _ := uitest.Look(model.English, false)
	for width, want := range map[int]string{30: "enter take  esc cancel        ", 22: "enter take  esc cancel", 21: "enter take           ", 9: "         "} {
		if got := filter.Hints(l, "enter take  esc cancel", width); !strings.Contains(got, strings.TrimSpace(want)) || text.Width(got) != width {
			t.Errorf("%d: %q", width, got)
		}
	}
}
