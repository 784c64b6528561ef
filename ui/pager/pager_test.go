package pager_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/filter"
	"tachiba/ui/filter/dialogtest"
	"tachiba/ui/pager"
	"tachiba/ui/uitest"
)

func help(lang model.Lang) *pager.Model {
	l, k := uitest.Look(lang, false)
	m := pager.New(l, k, "キー操作", []pager.Line{
		{Text: "移動", Heading: true},
		{Name: "k ↑", Text: "上"},
		{Name: "ctrl+f", Text: "次のページ"},
		{Text: "根拠", Heading: true},
		{Name: "y", Text: "引用をコピー Copy"},
		{Name: "o", Text: "出典をブラウザーで開く。長い説明は次の行に続き、行の頭に句点は来ない。長い説明は次の行に続き、行の頭に句点は来ない。長い説明は次の行に続く"},
		{Heading: true},
		{Text: "見出しのない行"},
	})
	m.SetSize(80, 24)
	return m
}

func TestKeys(t *testing.T) {
	for keys, want := range map[string]tea.Msg{
		"esc": filter.Closed{Kept: true}, "enter": filter.Closed{Kept: true}, "?": filter.Closed{Kept: true},
		"q": nil, "j": nil, "x ?": nil, "x esc": nil, "x esc esc": filter.Closed{Kept: true}, "x ctrl+u ?": filter.Closed{Kept: true}, "x enter": filter.Closed{Kept: true},
	} {
		if got := dialogtest.Press(help(model.Japanese), strings.Fields(keys)...); got != want {
			t.Errorf("%s: %+v, want %+v", keys, got, want)
		}
	}
}

func TestNarrows(t *testing.T) {
	for _, tt := range []struct {
		typed     string
		has, lack []string
	}{
		{"", []string{"移動", "根拠", "見出しのない行", "文字を打って検索", "esc 閉じる"}, nil},
		{"コピー", []string{"> コピー", "根拠", "引用を", "esc 検索を消す"}, []string{"│ 移動", "出典"}},
		{"ＣＯＰＹ", []string{"引用を"}, []string{"出典"}},
		{"根拠", []string{"引用を", "出典"}, []string{"│ 移動"}}, // by the heading
		{"根拠 copy", []string{"引用を"}, []string{"出典"}},
		{"ctrl", []string{"移動", "次のページ"}, []string{"根拠"}},
		{"zzz", []string{"「zzz」に合うものはありません"}, []string{"│ 移動"}},
	} {
		m := help(model.Japanese)
		for word := range strings.FieldsSeq(tt.typed) {
			dialogtest.Press(m, word, "space")
		}
		dialogtest.Press(m, "backspace")
		dialogtest.Has(t, m, tt.has...)
		dialogtest.Lacks(t, m, tt.lack...)
	}
}

// TestMarks holds that what is found stands out.
func TestMarks(t *testing.T) {
	const underlined = ";4m" // before each letter that is marked
	m := help(model.Japanese)
	if n := strings.Count(m.View(), underlined); n > 0 {
		t.Errorf("%d letters are marked without a query", n)
	}
	dialogtest.Press(m, "copy")
	if n := strings.Count(m.View(), underlined); n != len("Copy") {
		t.Errorf("%d letters are marked: %q", n, m.View())
	}
}

func TestScrolls(t *testing.T) {
	m := help(model.English)
	m.SetSize(40, 12)
	dialogtest.Has(t, m, "移動", "lines more")
	dialogtest.Press(m, "down", "down")
	dialogtest.Lacks(t, m, "移動")
	dialogtest.Press(m, "up", "up", "up")
	dialogtest.Has(t, m, "移動")
	dialogtest.Press(m, "end")
	dialogtest.Has(t, m, "見出しのない行", "esc close")
	dialogtest.Lacks(t, m, "more")
	m.Wheel(-99)
	dialogtest.Has(t, m, "移動")
	if got := m.Click(3, 3); got != nil {
		t.Error("a click answers")
	}
}

func TestFits(t *testing.T) {
	m := help(model.Japanese)
	dialogtest.Fits(t, m)
	dialogtest.Press(m, "長い説明は次の行に続き、行の頭に句点は来ない。長い説明は次の行に続き、")
	dialogtest.Fits(t, m)
	if x, y, ok := m.Cursor(); x < 10 || y != 2 || !ok || !m.Typing() {
		t.Errorf("the cursor is at %d, %d", x, y)
	}
}
