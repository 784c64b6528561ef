package linear

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"tachiba/model"
	"tachiba/ui/plain"
	"tachiba/ui/uitest"
)

type opened struct{ name string }

func lines() []plain.Line {
	s := uitest.Statements()[0]
	return []plain.Line{
		{Text: "橋の修理: 橋を年内に直す"},
		{Text: "市: 賛成、発言 3", Depth: 1, Open: opened{"city"}},
		{Text: "漁業協同組合: 反対。長い一行は端末の幅で折り返され、行の頭に句読点は来ない。", Depth: 1, Statement: &s},
		{Text: "通行料: 橋で通行料を取る"},
	}
}

func list(w, h int) *Model {
	m := New(uitest.Look(model.Japanese, false))
	m.SetSize(w, h)
	m.SetLines(lines(), false)
	return &m
}

func press(m *Model, names ...string) (msg tea.Msg) {
	for _, n := range names {
		if cmd, _ := m.Update(uitest.Key(n)); cmd != nil {
			msg = cmd()
		}
	}
	return msg
}

func TestLines(t *testing.T) {
	m := list(30, 4)
	if msg := press(m, "enter"); msg != (opened{"city"}) {
		t.Errorf("a heading leads to %v, not to the first under it that leads anywhere", msg)
	}
	if msg := press(m, "j", "j", "enter"); msg != nil {
		t.Errorf("a line that leads nowhere leads to %v", msg)
	}
	press(m, "g")
	if msg := press(m, "j", "enter"); msg != (opened{"city"}) {
		t.Errorf("the line leads to %v", msg)
	}
	if _, ok := m.Statement(); ok {
		t.Error("a line without a statement has one")
	}
	press(m, "j")
	if s, ok := m.Statement(); !ok || s.Actor != "FISH" {
		t.Errorf("statement %v %v", s, ok)
	}
	view := strings.Split(ansi.Strip(m.View()), "\n")
	if len(view) != 4 || m.CursorRow() != 0 && !strings.Contains(view[m.CursorRow()], "漁業") {
		t.Errorf("cursor on row %d of\n%s", m.CursorRow(), strings.Join(view, "\n"))
	}
	press(m, "l")
	if !strings.Contains(ansi.Strip(m.View()), "通行料") || m.at != 3 {
		t.Errorf("the next heading is not reached: line %d", m.at)
	}
	press(m, "h")
	if m.at != 0 {
		t.Errorf("the heading before is not reached: line %d", m.at)
	}
	if cmd := m.Click(1); cmd != nil || m.at != 1 {
		t.Errorf("click: line %d", m.at)
	}
	if cmd := m.Click(m.CursorRow()); cmd == nil || cmd() != (opened{"city"}) {
		t.Error("a second click does not open the line")
	}
	m.SetLines(nil, true)
	press(m, "j", "G", "enter")
	if m.View() != "" {
		t.Errorf("without lines: %q", m.View())
	}
}

func TestEveryLineFits(t *testing.T) {
	for w := 10; w < 60; w += 7 {
		for _, line := range strings.Split(list(w, 20).View(), "\n") {
			if got := ansi.StringWidth(line); got > w {
				t.Errorf("%d cells of %d: %q", got, w, ansi.Strip(line))
			}
		}
	}
}
