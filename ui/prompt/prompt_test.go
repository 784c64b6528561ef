package prompt_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/filter"
	"tachiba/ui/filter/dialogtest"
	"tachiba/ui/prompt"
	"tachiba/ui/uitest"
)

func ask() *prompt.Model {
	l, k := uitest.Look(model.Japanese, false)
	return prompt.New(l, k, "add", "書庫に加える", "ファイル、フォルダー、またはページのアドレス (https://…)")
}

func TestAnswers(t *testing.T) {
	for keys, want := range map[string]tea.Msg{
		"enter": prompt.Answered{ID: "add"}, "esc": filter.Closed{}, "q": nil, "記事.txt enter": prompt.Answered{ID: "add", Text: "記事.txt"},
		"space a space b space enter": prompt.Answered{ID: "add", Text: "a b"}, "abc left backspace enter": prompt.Answered{ID: "add", Text: "ac"},
		"abc ctrl+u x enter": prompt.Answered{ID: "add", Text: "x"}, "abc esc": filter.Closed{}, "up down ctrl+n": nil,
	} {
		if got := dialogtest.Press(ask(), strings.Fields(keys)...); got != want {
			t.Errorf("%s: %+v, want %+v", keys, got, want)
		}
	}
	m := ask()
	m.Update(tea.PasteMsg{Content: "https://example.com/"})
	if got := dialogtest.Press(m, "enter"); got != (prompt.Answered{ID: "add", Text: "https://example.com/"}) {
		t.Errorf("pasted: %+v", got)
	}
}

func TestShows(t *testing.T) {
	m := ask()
	dialogtest.Fits(t, m)
	m.SetSize(80, 24)
	dialogtest.Press(m, "新聞a")
	dialogtest.Has(t, m, "書庫に加える", "> 新聞a", "(https://…)", "enter 決定")
	if x, y, ok := m.Cursor(); x != 2+2+5 || y != 2 || !ok || !m.Typing() {
		t.Errorf("the cursor is at %d, %d", x, y)
	}
	dialogtest.Press(m, strings.Repeat("長い名前", 40))
	dialogtest.Fits(t, m)
	if m.Click(3, 3) != nil {
		t.Error("a click answers")
	}
}
