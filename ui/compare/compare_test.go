package compare

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"tachiba/model"
	"tachiba/ui/link"
	"tachiba/ui/uitest"
)

func view(l model.Lang, w, h int, f model.Filter) *Model {
	lk, k := uitest.Look(l, false)
	m := New(lk, k)
	m.SetSize(w, h)
	m.SetComparison(model.Compare(lk.Lexicon, uitest.Statements(), f))
	return &m
}

func topics(m *Model) string {
	var ids []string
	for _, r := range m.rows {
		ids = append(ids, string(r.Topic.ID))
	}
	return strings.Join(ids, " ")
}

func TestOrders(t *testing.T) {
	m := view(model.English, 120, 30, model.Filter{})
	for _, want := range []struct {
		order  Order
		topics string
	}{
		{ByLexicon, "repair toll harbour closure loan vote"},
		{ByDivided, "toll repair harbour closure loan vote"},
		{ByNewest, "repair toll harbour closure loan vote"}, // all of one day, as the lexicon has them
		{ByName, "closure harbour loan vote repair toll"},
		{ByCount, "repair toll harbour closure loan vote"},
	} {
		if m.Order() != want.order || topics(m) != want.topics {
			t.Errorf("%s: %s; want %s: %s", m.Order(), topics(m), want.order, want.topics)
		}
		if topic, _ := m.Selected(); topic != "repair" {
			t.Errorf("%s: the cursor has left its topic for %s", want.order, topic)
		}
		uitest.Press(m.Update, "S")
	}
	if m.Order() != ByLexicon {
		t.Errorf("after the last order comes %s", m.Order())
	}
	m.Sort(ByName)
	if topics(m) != "closure harbour loan vote repair toll" {
		t.Errorf("sorted by name: %s", topics(m))
	}
	ja := view(model.Japanese, 120, 30, model.Filter{})
	ja.Sort(ByName) // 通行料 has a reading, which comes before every kanji
	if !strings.HasPrefix(topics(ja), "toll ") {
		t.Errorf("sorted by reading: %s", topics(ja))
	}
}

func TestHide(t *testing.T) {
	m := view(model.English, 120, 30, model.Filter{Actors: []model.ActorID{"PORT"}})
	if m.Hidden() != 0 || len(m.rows) != 6 {
		t.Fatalf("%d hidden, %d shown", m.Hidden(), len(m.rows))
	}
	uitest.Press(m.Update, "H")
	if m.Hidden() != 4 || topics(m) != "toll loan" || !m.HidesEmpty() {
		t.Errorf("%d hidden: %s", m.Hidden(), topics(m))
	}
	if !strings.Contains(ansi.Strip(m.View()), "Topic (4 hidden)") {
		t.Errorf("it does not say so:\n%s", ansi.Strip(m.View()))
	}
}

// TestHistory holds that a wide cell has a sign a month, the newest at the right.
func TestHistory(t *testing.T) {
	m := view(model.English, 200, 30, model.Filter{})
	lines := strings.Split(ansi.Strip(m.View()), "\n")
	if row := lines[1]; !strings.Contains(row, "▲ favor        3   03-04   ▲ ") || !strings.Contains(row, "▼ against      2 ⇄ 04-12   ▼▲") {
		t.Errorf("repair: %q", row)
	}
	if row := strings.Split(ansi.Strip(view(model.English, 120, 30, model.Filter{}).View()), "\n")[1]; strings.Contains(row, "▼▲") {
		t.Errorf("a narrow cell has a history: %q", row)
	}
}

func TestRowsInSight(t *testing.T) {
	m := view(model.English, 80, 5, model.Filter{})
	if head, _, _ := strings.Cut(ansi.Strip(m.View()), "\n"); !strings.Contains(head, "Topic 1-4/6") {
		t.Errorf("head %q", head)
	}
}

func TestBriefPreview(t *testing.T) {
	m := view(model.Japanese, 120, 35, model.Filter{})
	whole := ansi.Strip(m.View())
	m.SetBrief(true)
	brief := ansi.Strip(m.View())
	if !strings.Contains(brief, "市は修理を急ぐ。") || strings.Contains(brief, "今年のうちに直す。") || !strings.Contains(whole, "今年のうちに直す。") {
		t.Errorf("brief:\n%s", brief)
	}
}

func TestLeads(t *testing.T) {
	m := view(model.English, 120, 35, model.Filter{})
	msg := uitest.Press(m.Update, "l", "l", "enter")
	if open, ok := msg.(link.Cell); !ok || open.Topic != "repair" || open.Actor != "FISH" {
		t.Errorf("enter leads to %+v", msg)
	}
	if s, ok := m.Statement(); !ok || s.Stance != model.Against {
		t.Errorf("the cell's newest statement is %+v", s)
	}
	lines := m.Plain(0)
	if lines[0].Depth != 0 || lines[1].Depth != 1 || lines[2].Depth != 2 || lines[2].Statement == nil {
		t.Errorf("lines %+v", lines[:3])
	}
	if open, ok := lines[1].Open.(link.Cell); !ok || open.Actor != "CITY" {
		t.Errorf("a position leads to %+v", lines[1].Open)
	}
}
