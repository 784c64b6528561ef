package palette_test

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/filter"
	"tachiba/ui/filter/dialogtest"
	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/palette"
	"tachiba/ui/uitest"
)

// commands are those of the key map.
func commands(l *look.Look, k *keys.Map) (all []palette.Command) {
	for _, g := range k.Groups() {
		if g.Title == "help.move" {
			continue
		}
		for i, b := range g.Bindings {
			c := palette.Command{ID: g.IDs[i], Title: b.Help().Desc, Keys: b.Help().Key, Group: l.T(g.Title)}
			c.Readings, c.Alias = palette.Words(l, c.ID)
			all = append(all, c)
		}
	}
	return all
}

func open(lang model.Lang, ascii bool) *palette.Model {
	l, k := uitest.Look(lang, ascii)
	m := palette.New(l, k, commands(l, k))
	m.SetSize(80, 24)
	return m
}

// TestFinds types as people do, in either language, by any system of romaji, with
// letters left out, and takes the first.
func TestFinds(t *testing.T) {
	for _, tt := range []struct {
		lang        model.Lang
		typed, want string
	}{
		{model.Japanese, "書き出し", "export"},
		{model.Japanese, "kakidashi", "export"},
		{model.Japanese, "kakidasi", "export"},
		{model.Japanese, "kakid", "export"},
		{model.Japanese, "かきだ", "export"},
		{model.Japanese, "カキダ", "export"},
		{model.Japanese, "export", "export"},
		{model.Japanese, "ＥＸＰＯＲＴ", "export"},
		{model.Japanese, "exp", "export"}, // before explain and expand
		{model.Japanese, "exprt", "export"},
		{model.Japanese, "csv", "export"},
		{model.Japanese, "jikeiretsu", "timeline"},
		{model.Japanese, "zikeiretu", "timeline"},
		{model.Japanese, "fi-do itiran", "feeds"},
		{model.Japanese, "fiido shutoku", "fetch"},
		{model.Japanese, "fi-do syutoku", "fetch"},
		{model.Japanese, "haishoku", "theme"},
		{model.Japanese, "shiborikomi", "clear"}, // before those that are of the filter
		{model.Japanese, "undo", "undo"},
		{model.Japanese, "ctrl+r", ""}, // keys are pressed, not typed
		{model.English, "cmp", "compare"},
		{model.English, "export", "export"},
		{model.English, "copy cit", "copy"},
		{model.English, "citation copy", "copy"},
		{model.English, "next_topic", "next_topic"},
		{model.English, "screen reader", "linear"},
		{model.English, "hikaku", "compare"},
		{model.English, "比較", "compare"},
		{model.English, "quit", "quit"},
		{model.English, "zzz", ""},
	} {
		got := dialogtest.Press(open(tt.lang, false), append(words(tt.typed), "enter")...)
		if want := (palette.Chosen{ID: tt.want}); tt.want != "" && got != want || tt.want == "" && got != nil {
			t.Errorf("%s: %q takes %+v, want %s", tt.lang, tt.typed, got, tt.want)
		}
	}
}

// words returns the keys that type s.
func words(s string) (keys []string) {
	for i, w := range strings.Fields(s) {
		if i > 0 {
			keys = append(keys, "space")
		}
		keys = append(keys, strings.Split(w, "")...)
	}
	return keys
}

func TestKeys(t *testing.T) {
	for keys, want := range map[string]tea.Msg{
		"enter": palette.Chosen{ID: "compare"}, "down enter": palette.Chosen{ID: "digests"}, "ctrl+n ctrl+n ctrl+p enter": palette.Chosen{ID: "digests"},
		"end enter": palette.Chosen{ID: "interrupt"}, "end home enter": palette.Chosen{ID: "compare"}, "up enter": palette.Chosen{ID: "compare"},
		"esc": filter.Closed{}, "x esc": filter.Closed{}, "q": nil, "zzz ctrl+u enter": palette.Chosen{ID: "compare"}, "down undo enter": palette.Chosen{ID: "undo"},
	} {
		if got := dialogtest.Press(open(model.English, false), strings.Fields(keys)...); got != want {
			t.Errorf("%s: %+v, want %+v", keys, got, want)
		}
	}
}

// TestRecentFirst holds that the order given stands while nothing is typed.
func TestRecentFirst(t *testing.T) {
	l, k := uitest.Look(model.English, false)
	all := commands(l, k)
	i := slices.IndexFunc(all, func(c palette.Command) bool { return c.ID == "theme" })
	recent := append([]palette.Command{all[i]}, slices.Delete(slices.Clone(all), i, i+1)...)
	if got := dialogtest.Press(palette.New(l, k, recent), "enter"); got != (palette.Chosen{ID: "theme"}) {
		t.Errorf("%+v", got)
	}
	if got := dialogtest.Press(palette.New(l, k, recent), "compare", "enter"); got != (palette.Chosen{ID: "compare"}) {
		t.Errorf("%+v", got)
	}
}

// TestCommands holds that every command has a title, a group, and words in both
// languages by which it is found.
func TestCommands(t *testing.T) {
	for _, lang := range []model.Lang{model.Japanese, model.English} {
		l, k := uitest.Look(lang, false)
		all := commands(l, k)
		if len(all) < 40 {
			t.Errorf("only %d commands", len(all))
		}
		for _, c := range all {
			if c.Title == "" || c.Keys == "" || c.Group == "" || len(c.Readings) == 0 || len(c.Alias) < 3 {
				t.Errorf("%+v", c)
			}
			for _, w := range append(slices.Concat(c.Readings, c.Alias), c.Title) {
				if w == "" || strings.HasPrefix(w, "palette.") || strings.HasPrefix(w, "key.") {
					t.Errorf("%s: %s has no word %q", lang, c.ID, w)
				}
			}
		}
	}
}

// underlined is before each letter that is marked.
const underlined = ";4m"

func TestShows(t *testing.T) {
	m := open(model.Japanese, false)
	dialogtest.Has(t, m, "すべての操作", "文字を打って探す", "比較", "画面", "esc 閉じる")
	dialogtest.Fits(t, m)
	m.SetSize(80, 24)
	dialogtest.Press(m, "expo")
	dialogtest.Has(t, m, "> expo", "書き出し  export", " x ")
	if n := strings.Count(m.View(), underlined); n != 4 {
		t.Errorf("%d letters are marked: %q", n, m.View())
	}
	if x, y, ok := m.Cursor(); x != 2+2+4 || y != 2 || !ok || !m.Typing() {
		t.Errorf("the cursor is at %d, %d", x, y)
	}
	dialogtest.Fits(t, m)
	m.SetSize(40, 12)
	dialogtest.Press(m, "qqqqqqqq")
	dialogtest.Has(t, m, "合う操作はありません")
	dialogtest.Fits(t, open(model.English, true))
}

func TestMouse(t *testing.T) {
	m := open(model.English, false)
	if got := dialogtest.Click(t, m, "timeline"); got != (palette.Chosen{ID: "timeline"}) {
		t.Errorf("%+v", got)
	}
	if got := dialogtest.Click(t, m, "All commands"); got != nil {
		t.Errorf("%+v", got)
	}
	m.Wheel(2)
	if got := dialogtest.Press(m, "enter"); got == nil {
		t.Error("nothing under the cursor")
	}
}

func BenchmarkOpen(b *testing.B) {
	l, k := uitest.Look(model.Japanese, false)
	for b.Loop() {
		palette.New(l, k, commands(l, k))
	}
}

func BenchmarkType(b *testing.B) {
	m := open(model.Japanese, false)
	for b.Loop() {
		dialogtest.Press(m, "k")
		m.View()
		dialogtest.Press(m, "backspace")
	}
}
