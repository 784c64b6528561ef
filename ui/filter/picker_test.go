package filter_test

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"tachiba/model"
	"tachiba/ui/filter"
	"tachiba/ui/filter/dialogtest"
	"tachiba/ui/uitest"
)

func options() []filter.Option {
	return []filter.Option{
		{ID: "CITY", Label: "市", Reading: "し", Alias: []string{"City"}, Count: 12},
		{ID: "COAST", Label: "沿岸", Reading: "えんがん", Alias: []string{"Coast"}, Count: 1234},
		{ID: "PORT", Label: "港湾局", Reading: "こうわんきょく", Alias: []string{"Port"}, Depth: 1, Count: 3},
		{ID: "FISH", Label: "漁業協同組合", Reading: "ぎょぎょうきょうどうくみあい", Alias: []string{"Fishers"}, Depth: 1},
		{ID: "RAIL", Label: "鉄道", Reading: "てつどう", Alias: []string{"Rail"}, Count: 7, On: true},
	}
}

func picker(lang model.Lang) *filter.Picker {
	l, k := uitest.Look(lang, false)
	p := filter.NewPicker(l, k, "主体で絞り込む", options())
	p.SetSize(80, 24)
	return p
}

func TestPicker(t *testing.T) {
	for _, tt := range []struct {
		keys  string
		want  tea.Msg
		after string // the line under the cursor
	}{
		{"", nil, "市"},
		{"space", filter.Picked{IDs: []string{"CITY", "RAIL"}}, "市"},
		{"down down space", filter.Picked{IDs: []string{"PORT", "RAIL"}}, "港湾局"},
		{"ctrl+n ctrl+n ctrl+p space", filter.Picked{IDs: []string{"COAST", "RAIL"}}, "沿岸"},
		{"tab", filter.Picked{IDs: []string{"CITY", "RAIL"}}, "沿岸"},
		{"tab tab", filter.Picked{IDs: []string{"CITY", "COAST", "RAIL"}}, "港湾局"},
		{"end space", filter.Picked{}, "鉄道"},
		{"pgdown pgup up", nil, "市"},
		{"enter", filter.Closed{Kept: true}, "市"},
		{"down enter", filter.Closed{Kept: true}, "沿岸"},
		{"esc", filter.Closed{Kept: false}, "市"},
		{"q", nil, ""}, // text, which nothing has
		{"j", nil, ""},
		{"zzz space", nil, ""},
		{"zzz enter", filter.Closed{Kept: true}, ""},
		{"zzz esc", nil, "市"}, // empties the query
		{"zzz esc esc", filter.Closed{Kept: false}, "市"},
		{"ctrl+u", filter.Picked{}, "市"}, // all off
		{"zzz ctrl+u", nil, "市"},         // the query first
		{"space ctrl+u enter", filter.Closed{Kept: true}, "市"},

		{"tetsu enter", filter.Closed{Kept: true}, "鉄道"}, // it is on already
		{"kouwan enter", filter.Picked{IDs: []string{"PORT", "RAIL"}, Done: true}, "港湾局"},
		{"kowank enter", filter.Picked{IDs: []string{"PORT", "RAIL"}, Done: true}, "港湾局"},
		{"gyog enter", filter.Picked{IDs: []string{"FISH", "RAIL"}, Done: true}, "漁業協同組合"},
		{"漁業 enter", filter.Picked{IDs: []string{"FISH", "RAIL"}, Done: true}, "漁業協同組合"},
		{"Fish enter", filter.Picked{IDs: []string{"FISH", "RAIL"}, Done: true}, "漁業協同組合"},
		{"ｆｉｓｈ enter", filter.Picked{IDs: []string{"FISH", "RAIL"}, Done: true}, "漁業協同組合"},
		{"kouwan space enter", filter.Closed{Kept: true}, "港湾局"}, // switched by hand
		{"kouwan space", filter.Picked{IDs: []string{"PORT", "RAIL"}}, "港湾局"},
		{"kouwan wide-space", filter.Picked{IDs: []string{"PORT", "RAIL"}}, "港湾局"}, // of an input method
		{"space kouwan enter", filter.Closed{Kept: true}, "港湾局"},
		{"kouwan up space", filter.Picked{IDs: []string{"COAST", "RAIL"}}, "沿岸"}, // above its member
		{"kouwan backspace esc", nil, "港湾局"},
		{"down o", nil, "沿岸"}, // Coast, Port: the cursor stays
		{"down o r", nil, "港湾局"},
		{"ra", nil, "鉄道"},
		{"kyoku", nil, "港湾局"},
		{"kyo", nil, "港湾局"}, // before 協同, as good
	} {
		p := picker(model.Japanese)
		var got tea.Msg
		for key := range strings.FieldsSeq(tt.keys) {
			got = dialogtest.Press(p, strings.Replace(key, "wide-space", "　", 1))
		}
		if !equal(got, tt.want) {
			t.Errorf("%s: %+v, want %+v", tt.keys, got, tt.want)
		}
		if at := under(p); !strings.Contains(at, tt.after) || (at == "") != (tt.after == "") {
			t.Errorf("%s: the cursor is on %q, want %q", tt.keys, at, tt.after)
		}
	}
}

func equal(a, b tea.Msg) bool {
	p, ok := a.(filter.Picked)
	o, both := b.(filter.Picked)
	if !ok || !both {
		return !ok && !both && a == b
	}
	return slices.Equal(p.IDs, o.IDs) && p.Done == o.Done
}

// under returns the line that the cursor is on.
func under(d dialogtest.Dialog) string {
	for line := range strings.Lines(dialogtest.Bare(d)) {
		if strings.Contains(line, "▸") {
			return line
		}
	}
	return ""
}

// TestPickerShows holds what narrowing leaves: what is found, with the actor that it
// belongs to, and how many are found.
func TestPickerShows(t *testing.T) {
	p := picker(model.Japanese)
	dialogtest.Has(t, p, "市", "沿岸", "[ ]   港湾局", "[✓] 鉄道", "1,234", " 0 ", "文字を打って絞る", "space 選択", "ctrl+u 全解除")
	dialogtest.Press(p, "port")
	dialogtest.Has(t, p, "> port", "港湾局", "沿岸", "1/5")
	dialogtest.Lacks(t, p, "漁業", "鉄道", "市 ")
	dialogtest.Press(p, "x")
	dialogtest.Has(t, p, "合うものはありません", "0/5")
	if before, after := strings.Count(p.View(), "\n"), strings.Count(picker(model.Japanese).View(), "\n"); before != after {
		t.Errorf("the dialog has %d lines, without a query %d", before, after)
	}
	p.SetSize(40, 12)
	dialogtest.Has(t, p, "space 選択  enter 決定  esc 取消")
	dialogtest.Lacks(t, p, "ctrl+u")
}

func TestPickerCursor(t *testing.T) {
	p := picker(model.Japanese)
	dialogtest.Press(p, "漁e")
	if x, y, ok := p.Cursor(); x != 2+2+3 || y != 2 || !ok {
		t.Errorf("at %d, %d", x, y)
	}
	dialogtest.Press(p, "left")
	if x, _, _ := p.Cursor(); x != 2+2+2 {
		t.Errorf("at %d", x)
	}
	dialogtest.Press(p, strings.Repeat("長", 80))
	dialogtest.Fits(t, p)
}

func TestPickerMouse(t *testing.T) {
	p := picker(model.English)
	if got := dialogtest.Click(t, p, "港湾局"); !equal(got, filter.Picked{IDs: []string{"PORT", "RAIL"}}) {
		t.Errorf("%+v", got)
	}
	for _, words := range []string{"主体で", "> type", "space switch"} {
		if got := dialogtest.Click(t, p, words); got != nil {
			t.Errorf("%s: %+v", words, got)
		}
	}
	p.Wheel(1)
	if at := under(p); !strings.Contains(at, "漁業") {
		t.Errorf("on %q", at)
	}
}

func TestChooser(t *testing.T) {
	l, k := uitest.Look(model.English, true)
	saved := []filter.Option{{ID: "0", Label: "橋", Count: 3, Removable: true}, {ID: "1", Label: "港", On: true, Removable: true}, {ID: "save", Label: "save the present one..."}}
	c := filter.NewChooser(l, k, "Saved filters", saved)
	c.SetSize(80, 24)
	dialogtest.Has(t, c, "  * 港", "up down move")
	for keys, want := range map[string]tea.Msg{
		"enter": filter.Chosen{ID: "0"}, "down space": filter.Chosen{ID: "1"}, "港 enter": filter.Chosen{ID: "1"}, "zzz enter": nil,
		"esc": filter.Closed{}, "ctrl+u": nil, "tab": nil, "D": nil,
		"delete": filter.Removed{ID: "0"}, "down delete": filter.Removed{ID: "1"}, "down down delete": nil, "港 delete": filter.Removed{ID: "1"}, "港 left delete": nil,
	} {
		c := filter.NewChooser(l, k, "Saved filters", saved)
		if got := dialogtest.Press(c, strings.Fields(keys)...); got != want {
			t.Errorf("%s: %+v, want %+v", keys, got, want)
		}
	}
	dialogtest.Has(t, c, "delete remove")
	dialogtest.Press(c, "down", "down")
	dialogtest.Lacks(t, c, "delete remove")
	dialogtest.Press(c, "up")
	c.SetOptions(saved[1:])
	if got := dialogtest.Press(c, "enter"); got != (filter.Chosen{ID: "1"}) {
		t.Errorf("after one was removed: %+v", got)
	}
}

// TestPickerAnyKeys presses keys at random: the cursor is on an option wherever one
// is shown, and what is switched off and on again is what it was.
func TestPickerAnyKeys(t *testing.T) {
	names := []string{"up", "down", "tab", "backspace", "esc", "ctrl+u", "enter", "k", "o", "shi", "組", "left", "delete", "end", "pgdown"}
	rapid.Check(t, func(r *rapid.T) {
		p := picker(model.Japanese)
		p.SetSize(rapid.IntRange(10, 120).Draw(r, "w"), rapid.IntRange(3, 40).Draw(r, "h"))
		for range rapid.IntRange(1, 30).Draw(r, "n") {
			dialogtest.Press(p, rapid.SampledFrom(names).Draw(r, "key"))
			p.View()
		}
		p.SetSize(80, 24)
		before := under(p)
		if (before == "") != strings.Contains(dialogtest.Bare(p), "合うものは") {
			r.Fatalf("no cursor:\n%s", dialogtest.Bare(p))
		}
		if dialogtest.Press(p, "space", "space"); under(p) != before {
			r.Fatalf("%q was %q", under(p), before)
		}
	})
}

func BenchmarkPicker(b *testing.B) {
	l, k := uitest.Look(model.Japanese, false)
	var many []filter.Option
	for range 40 {
		many = append(many, options()...)
	}
	p := filter.NewPicker(l, k, "主体", many)
	p.SetSize(120, 35)
	for b.Loop() {
		dialogtest.Press(p, "kouwan")
		p.View()
		dialogtest.Press(p, "esc")
	}
}
