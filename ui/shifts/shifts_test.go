package shifts

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"tachiba/model"
	"tachiba/ui/link"
	"tachiba/ui/uitest"
)

// ledger returns the test collection with two more digests, the last of them
// new: 漁協 changes on the repair twice, the second time since the last visit, and
// one source contradicts the others.
func testLedger() *model.Ledger {
	list := uitest.Statements()
	add := func(digest, outlet string, topic model.TopicID, stance model.Stance, date model.Date, text string) {
		list = append(list, model.Statement{
			Digest: digest, Line: 1, Text: text, Actor: "FISH", Speaker: "組合長", Topic: topic, Stance: stance,
			Date: date, Outlet: outlet, Cue: "着工", Confidence: 0.9,
		})
	}
	add("letter", "海の便り", "repair", model.Favor, 20250304, "✅ 組合長は、条件が整えば年内の着工に賛成すると海の便りに話した。")
	add("letter", "海の便り", "toll", model.Against, 20250501, "組合長は、通行料には初めから反対だったと述べた。")
	add("may", "港町新聞", "repair", model.Against, 20250512, "組合長は、工事の音で魚が逃げたとして着工に反対する声明を出した。")
	l := model.NewLedger(list)
	l.Since = int32(slices.Index(l.Digests, "may"))
	return l
}

func view(l model.Lang, w, h int, filter model.Filter) *Model {
	lk, k := uitest.Look(l, false)
	m := New(lk, k)
	m.SetSize(w, h)
	m.SetComparison(testLedger().Compare(lk.Lexicon, filter))
	return &m
}

func press(m *Model, names ...string) tea.Msg { return uitest.Press(m.Update, names...) }

// on returns what the cursor is on: topic, date and stance of its statement.
func on(m *Model) string {
	s, ok := m.Statement()
	if !ok {
		return ""
	}
	return fmt.Sprint(s.Topic, " ", s.Date, " ", s.Stance)
}

func screen(m *Model) []string { return strings.Split(ansi.Strip(m.View()), "\n") }

func TestGroups(t *testing.T) {
	for show, want := range map[string][]string{
		"": {
			"前回の訪問から (1)", "FISH repair 2025-05-12",
			"日付をまたぐ変化 (2)", "FISH toll 2025-05-01", "FISH repair 2025-04-12",
			"同じ日の食い違い (1)", "FISH repair 2025-03-04",
		},
		"space":       {"前回の訪問から (1)", "FISH repair 2025-05-12", "日付をまたぐ変化 (2)", "FISH toll 2025-05-01", "FISH repair 2025-04-12"},
		"space space": {"同じ日の食い違い (1)", "FISH repair 2025-03-04"},
	} {
		m := view(model.Japanese, 80, 24, model.Filter{})
		press(m, strings.Fields(show)...)
		var got []string
		e := m.entries()
		for i := range e.Len() {
			s := e.At(i)
			if e.heads(i) {
				got = append(got, m.title(e, groupOf(s)))
			}
			got = append(got, fmt.Sprint(s.Actor(), " ", s.Topic(), " ", s.Date()))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", show, diff)
		}
	}
}

func TestKeys(t *testing.T) {
	for _, tt := range []struct {
		keys []string
		want string
	}{
		{nil, "repair 2025-05-12 against"},
		{[]string{"h"}, "repair 2025-04-12 favor"},
		{[]string{"h", "l"}, "repair 2025-05-12 against"},
		{[]string{"tab"}, "repair 2025-04-12 favor"},
		{[]string{"tab", "tab"}, "repair 2025-05-12 against"},
		{[]string{"j"}, "toll 2025-05-01 against"},
		{[]string{"j", "h"}, "toll 2025-03-04 favor"},
		{[]string{"G"}, "repair 2025-03-04 favor"},
		{[]string{"G", "h"}, "repair 2025-03-04 against"},
		{[]string{"G", "g", "k"}, "repair 2025-05-12 against"},
		{[]string{"]"}, "toll 2025-05-01 against"},
		{[]string{"]", "]", "]"}, "repair 2025-04-12 favor"},
		{[]string{"G", "["}, "toll 2025-05-01 against"},
		{[]string{"j", "space"}, "toll 2025-05-01 against"},
		{[]string{"j", "space", "space"}, "repair 2025-03-04 favor"},
		{[]string{"space", "space", "space"}, "repair 2025-03-04 favor"},
	} {
		m := view(model.Japanese, 80, 24, model.Filter{})
		press(m, tt.keys...)
		if got := on(m); got != tt.want {
			t.Errorf("%v: on %s, want %s", tt.keys, got, tt.want)
		}
		want, _ := m.Statement()
		if diff := cmp.Diff(link.Sentence{Statement: want}, press(m, "enter")); diff != "" {
			t.Errorf("%v: enter: %s", tt.keys, diff)
		}
	}
}

func TestBack(t *testing.T) {
	m := view(model.Japanese, 80, 24, model.Filter{})
	if m.Back() {
		t.Error("there is nothing to go back to")
	}
	press(m, "space", "space")
	if !m.Back() || m.show != all || m.Back() {
		t.Error("all are not listed again")
	}
}

// TestCursorStays checks that the cursor stays on its shift when a filter takes
// others out, and that it is somewhere when its own is gone.
func TestCursorStays(t *testing.T) {
	m := view(model.Japanese, 80, 24, model.Filter{})
	press(m, "j", "j")
	l := testLedger()
	m.SetComparison(l.Compare(m.look.Lexicon, model.Filter{Topics: []model.TopicID{"repair"}}))
	if got := on(m); got != "repair 2025-04-12 favor" {
		t.Errorf("without the toll: on %s", got)
	}
	m.SetComparison(l.Compare(m.look.Lexicon, model.Filter{Topics: []model.TopicID{"toll"}}))
	if got := on(m); got != "toll 2025-05-01 against" {
		t.Errorf("without the repair: on %s", got)
	}
	m.SetComparison(l.Compare(m.look.Lexicon, model.Filter{Actors: []model.ActorID{"RAIL"}}))
	if _, ok := m.Statement(); ok || press(m, "j", "G", "]", "enter") != nil {
		t.Error("without shifts the cursor is on one")
	}
	m.SetComparison(l.Compare(m.look.Lexicon, model.Filter{}))
	if got := on(m); got != "repair 2025-04-12 favor" {
		t.Errorf("back to all: on %s", got)
	}
	for range 2 {
		m.SetSize(40, 8)
		press(m, "G")
		m.SetComparison(l.Compare(m.look.Lexicon, model.Filter{Topics: []model.TopicID{"repair"}}))
		m.Update(tea.KeyPressMsg{Code: tea.KeyPgUp}) // before it is drawn
		m.SetComparison(l.Compare(m.look.Lexicon, model.Filter{}))
		m.Update(tea.KeyPressMsg{Code: tea.KeyPgDown})
	}
}

// TestASCII checks that the view's own words are ASCII where it draws with that.
func TestASCII(t *testing.T) {
	lk, k := uitest.Look(model.English, true)
	m := New(lk, k)
	m.SetSize(100, 40)
	m.SetComparison(testLedger().Compare(lk.Lexicon, model.Filter{}))
	for _, r := range m.rows() {
		own := r.place == onNeither
		if i := strings.IndexFunc(ansi.Strip(r.text), func(c rune) bool { return c > '~' }); own && i >= 0 {
			t.Errorf("%q", r.text)
		}
	}
}

func TestClick(t *testing.T) {
	m := view(model.Japanese, 120, 30, model.Filter{})
	lines := screen(m)
	y := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "初めから反対") })
	if cmd := m.Click(10, y); cmd != nil || on(m) != "toll 2025-03-04 favor" {
		t.Errorf("the left half: on %s", on(m))
	}
	if cmd := m.Click(90, y); cmd != nil || on(m) != "toll 2025-05-01 against" {
		t.Errorf("the right half: on %s", on(m))
	}
	want, _ := m.Statement()
	if cmd := m.Click(90, y); cmd == nil || !cmp.Equal(cmd(), tea.Msg(link.Sentence{Statement: want})) {
		t.Error("a second click does not open the sentence")
	}
	if cmd := m.Click(0, 0); cmd != nil || on(m) != "toll 2025-05-01 against" {
		t.Error("a click on the head moves the cursor")
	}
	m.Wheel(0, 1)
	if on(m) != "repair 2025-04-12 favor" {
		t.Errorf("the wheel: on %s", on(m))
	}
	narrow := view(model.Japanese, 60, 24, model.Filter{})
	y = slices.IndexFunc(screen(narrow), func(l string) bool { return strings.Contains(l, "2025-04-12") })
	if narrow.Click(10, y); on(narrow) != "repair 2025-04-12 favor" {
		t.Errorf("the older one above: on %s", on(narrow))
	}
}

func TestEmpty(t *testing.T) {
	lk, k := uitest.Look(model.English, false)
	for _, tt := range []struct {
		name       string
		comparison model.Comparison
		keys       string
		want       string
	}{
		{"a filter", testLedger().Compare(lk.Lexicon, model.Filter{Actors: []model.ActorID{"RAIL"}}), "", "The filters leave out 18 statements; c clears them."},
		{"one date", model.Compare(lk.Lexicon, uitest.Statements()[:3], model.Filter{}), "", "A adds some"},
		{"no contradiction", model.Compare(lk.Lexicon, uitest.Statements(), model.Filter{}), "space space", "No sources contradict each other on one day. space shows all."},
		{"an overview", model.Comparison{Shown: 3, Total: 3}, "", "Loading"},
	} {
		m := New(lk, k)
		m.SetSize(160, 20)
		m.SetComparison(tt.comparison)
		press(&m, strings.Fields(tt.keys)...)
		if got := strings.Join(screen(&m), "\n"); !strings.Contains(got, tt.want) {
			t.Errorf("%s: %s", tt.name, got)
		}
		if got := m.Plain(0); !strings.Contains(got[len(got)-1].Text, tt.want) {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// TestFits draws the view at many sizes: every line fits, and the entry under the
// cursor is in sight.
func TestFits(t *testing.T) {
	if got := view(model.English, 0, 0, model.Filter{}).View(); got != "" {
		t.Errorf("without a size: %q", got)
	}
	for _, l := range []model.Lang{model.Japanese, model.English} {
		for _, ascii := range []bool{false, true} {
			lk, k := uitest.Look(l, ascii)
			c := testLedger().Compare(lk.Lexicon, model.Filter{})
			for _, w := range []int{40, 60, 80, 99, 100, 300} {
				for _, h := range []int{7, 9, 10, 16, 40} {
					m := New(lk, k)
					m.SetSize(w, h)
					m.SetComparison(c)
					for range 5 {
						checkFits(t, m, w, h)
						press(&m, "j")
					}
				}
			}
		}
	}
}

func checkFits(t *testing.T, m Model, w, h int) {
	t.Helper()
	m = m.settled()
	rows := m.rows()
	if len(rows) > h {
		t.Errorf("%d×%d: %d lines", w, h, len(rows))
	}
	seen := 0
	for _, r := range rows {
		if n := ansi.StringWidth(r.text); n > w {
			t.Errorf("%d×%d: %d cells: %q", w, h, n, ansi.Strip(r.text))
		}
		if r.entry == m.at && r.text != "" {
			seen++
		}
	}
	want := 0
	for _, r := range m.entry(m.entries(), m.at) {
		if r.text != "" {
			want++
		}
	}
	for i := range m.entries().Len() {
		if rows, height := len(m.entry(m.entries(), i)), m.height(m.entries(), i); rows != height {
			t.Errorf("%d×%d: entry %d has %d rows, measured as %d", w, h, i, rows, height)
		}
	}
	if seen != want {
		t.Errorf("%d×%d: %d of %d lines of the entry under the cursor are in sight", w, h, seen, want)
	}
}

func TestScreen(t *testing.T) {
	want := []string{
		" すべて 4  変化 3  食い違い 1   *新着 1",
		" 前回の訪問から (1)",
		"▸ 漁業協同組合 · 橋の修理  ▲ 賛成 → ▼ 反対 *         2025-04-12 – 05-12  30日後",
		"  ▲ 賛成? 1件  2025-04-12  組合長 · みなとテレビ",
		"    組合長は港の工事を先にするよう重ねて求めた。",
		"▸ ▼ 反対 1件  2025-05-12*  組合長 · 港町新聞",
		"    組合長は、工事の音で魚が逃げたとして着工に反対する声明を出した。",
		"",
		" 日付をまたぐ変化 (2)",
		"  漁業協同組合 · 通行料  ▲ 賛成 → ▼ 反対             2025-03-04 – 05-01  58日後",
	}
	got := screen(view(model.Japanese, 80, 20, model.Filter{}))
	if diff := cmp.Diff(want, got[:len(want)]); diff != "" {
		t.Error(diff)
	}
}

func TestPlain(t *testing.T) {
	m := view(model.English, 80, 20, model.Filter{})
	var got []string
	for _, l := range m.Plain(1) {
		got = append(got, l.String())
	}
	want := []string{
		"Since the last visit (1)",
		"  Fishers on Repair: favor → against (2025-04-12 – 05-12  30 days later)",
		"    2025-04-12 favor, 1 statement: 「組合長は港の工事を先にするよう重ねて求めた。」 (組合長 · みなとテレビ)",
		"    2025-05-12 against, 1 statement: 「組合長は、工事の音で魚が逃げたとして着工に反対する声明を出した。」 (組合長 · 港町新聞)",
		"Changes over time (2)",
		"  Fishers on Toll: favor → against (2025-03-04 – 05-01  58 days later)",
		"    2025-03-04 favor, 1 statement: 「漁協の組合長は、通行料を取るなら修理を受け入れてもよいと述べた。」 (組合長 · 港町新聞)",
		"    2025-05-01 against, 1 statement: 「組合長は、通行料には初めから反対だったと述べた。」 (組合長 · 海の便り)",
		"  and 1 more",
		"Contradictions on one day (1)",
		"  Fishers on Repair: against / favor (2025-03-04  one day, two sources)",
		"    2025-03-04 against, 2 of 4 statements: 「漁協は、港の工事が終わらないうちは橋の修理に応じられないとして、年内の着工に反対した。」 (漁協 · 港町新聞)",
		"    2025-03-04 favor, 1 of 4 statements: 「組合長は、条件が整えば年内の着工に賛成すると海の便りに話した。」 (組合長 · 海の便り)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, l := range m.Plain(0) {
		if opens := l.Open != nil; opens != (l.Depth > 0) || opens && l.Open.(link.Sentence).Statement.Text != l.Statement.Text {
			t.Errorf("%s leads to %v", l, l.Open)
		}
	}
}
