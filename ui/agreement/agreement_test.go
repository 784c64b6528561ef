package agreement

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
	"tachiba/ui/look"
	"tachiba/ui/plain"
	"tachiba/ui/uitest"
)

// statements is the test collection and more of the port, so that it agrees with
// the city on two topics of four, and on one in May.
func statements() []model.Statement {
	list := uitest.Statements()
	add := func(actor model.ActorID, topic model.TopicID, stance model.Stance, date model.Date, text string) {
		list = append(list, model.Statement{
			Digest: "letter", Line: 1, Text: text, Actor: actor, Topic: topic, Stance: stance,
			Date: date, Outlet: "海の便り", Cue: "港の工事", Confidence: 0.9,
		})
	}
	add("PORT", "harbour", model.Favor, 20250304, "港湾局は港の工事を先にすると述べた。")
	add("PORT", "repair", model.Favor, 20250501, "港湾局は橋の修理を急ぐとした。")
	add("CITY", "harbour", model.Favor, 20250512, "市長は、漁の季節が終わるまで橋の工事を待ち、そのあいだは港の工事を先にするという漁協の案を受け入れると議会で表明した。")
	add("PORT", "harbour", model.Favor, 20250513, "港湾局は改めて港の工事を先にするよう求めた。")
	add("CITY", "loan", model.Against, 20250611, "市長は費用の借り入れを退けた。")
	return list
}

func view(l model.Lang, w, h int) *Model {
	lk, k := uitest.Look(l, false)
	m := New(lk, k)
	m.SetSize(w, h)
	m.SetComparison(model.Compare(lk.Lexicon, statements(), model.Filter{}))
	return &m
}

func press(m *Model, names ...string) tea.Msg { return uitest.Press(m.Update, names...) }

func screen(m *Model) []string { return strings.Split(ansi.Strip(m.View()), "\n") }

// on returns what the cursors are on: the pair, and with the keys in the panel the
// topic, its statement's actor and stance.
func on(m *Model) string {
	s := string(m.actor(m.row) + " " + m.actor(m.col))
	if said, ok := m.Statement(); ok {
		s += fmt.Sprint(": ", said.Topic, " ", said.Actor, " ", said.Stance, " ", said.Date)
	}
	return s
}

func TestKeys(t *testing.T) {
	for _, tt := range []struct{ keys, want string }{
		{"", "CITY PORT"},
		{"l", "CITY FISH"},
		{"h", "CITY PORT"}, // there is nobody to the left but the city itself
		{"j", "FISH PORT"}, // over the port itself
		{"j k", "CITY PORT"},
		{"j h", "FISH CITY"},
		{"j l", "FISH RAIL"},
		{"l l l", "CITY RAIL"},
		{"G", "RAIL PORT"},
		{"G g", "CITY PORT"},
		{"l l G", "RAIL FISH"},
		{"tab", "CITY PORT: repair CITY favor 2025-03-04"},
		{"enter j", "CITY PORT: harbour CITY favor 2025-05-12"},
		{"enter j j", "CITY PORT: toll CITY against 2025-04-12"},
		{"enter G", "CITY PORT: loan CITY against 2025-06-11"},
		{"enter G k g", "CITY PORT: repair CITY favor 2025-03-04"},
		{"] ]", "CITY PORT"},
		{"] ] tab", "CITY PORT: toll CITY against 2025-04-12"},
		{"] ] [ tab", "CITY PORT: harbour CITY favor 2025-05-12"},
		{"tab tab", "CITY PORT"},
		{"tab h", "CITY PORT"},
		{"] tab h l tab", "CITY FISH: harbour CITY favor 2025-05-12"}, // which is common to these two, too
		{"G h tab", "RAIL CITY: toll RAIL against 2025-03-04"},
	} {
		m := view(model.Japanese, 120, 30)
		press(m, strings.Fields(tt.keys)...)
		if got := on(m); got != tt.want {
			t.Errorf("%s: on %s, want %s", tt.keys, got, tt.want)
		}
	}
}

func TestEnter(t *testing.T) {
	m := view(model.Japanese, 120, 30)
	if msg := press(m, "enter"); msg != nil || !m.panel {
		t.Errorf("enter in the matrix leads to %v", msg)
	}
	want := link.Cell{Topic: "harbour", Actor: "CITY", Facing: []model.ActorID{"CITY", "PORT"}}
	if diff := cmp.Diff(tea.Msg(want), press(m, "j", "enter")); diff != "" {
		t.Error(diff)
	}
	if !m.Back() || m.panel || m.Back() {
		t.Error("esc does not lead from the panel to the matrix, and no further")
	}
}

func TestCursorStays(t *testing.T) {
	m := view(model.Japanese, 120, 30)
	press(m, "l", "tab", "j")
	was := on(m)
	lex, list := m.look.Lexicon, statements()
	m.SetComparison(model.Compare(lex, list, model.Filter{Actors: []model.ActorID{"CITY", "FISH", "RAIL"}}))
	if got := on(m); got != was {
		t.Errorf("without the port: on %s, was on %s", got, was)
	}
	m.SetComparison(model.Compare(lex, list, model.Filter{Actors: []model.ActorID{"FISH"}}))
	if got := strings.Join(screen(m), ""); !strings.Contains(got, "主体が2者以上必要です") || press(m, "j", "l", "tab", "enter", "]") != nil {
		t.Errorf("one actor: %s", got)
	}
	m.Click(20, 1)
	m.Wheel(20, 1)
	m.SetComparison(model.Comparison{})
	if _, ok := m.Statement(); ok {
		t.Error("nobody says something")
	}
	m.SetComparison(model.Compare(lex, list, model.Filter{}))
	if got := on(m); m.row == m.col {
		t.Errorf("back to all: on %s", got)
	}
}

func TestClick(t *testing.T) {
	for _, size := range [][2]int{{120, 30}, {80, 30}, {40, 30}} {
		m := view(model.English, size[0], size[1])
		lines := screen(m)
		find := func(s string) (x, y int) {
			y = slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, s) })
			if y < 0 {
				t.Fatalf("%v: no %q in\n%s", size, s, strings.Join(lines, "\n"))
			}
			return ansi.StringWidth(lines[y][:strings.Index(lines[y], s)]), y
		}
		x, y := find("100%")
		if cmd := m.Click(x+1, y); cmd != nil || on(m) != "CITY RAIL" {
			t.Errorf("%v: a click on 100%% is on %s", size, on(m))
		}
		m.Click(x+1, y+3)
		if on(m) != "CITY RAIL" {
			t.Errorf("%v: a click on the diagonal is on %s", size, on(m))
		}
		lines = screen(m)
		if x, y = find("Toll"); m.Click(x, y) != nil || on(m) != "CITY RAIL: toll CITY against 2025-04-12" {
			t.Errorf("%v: a click on the toll is on %s", size, on(m))
		}
		want := link.Cell{Topic: "toll", Actor: "CITY", Facing: []model.ActorID{"CITY", "RAIL"}}
		if cmd := m.Click(x, y); cmd == nil || !cmp.Equal(cmd(), tea.Msg(want)) {
			t.Errorf("%v: a second click does not open the topic", size)
		}
		for y := range size[1] + 2 {
			m.Click(size[0]-1, y) // anywhere
		}
	}
	m := view(model.Japanese, 120, 30)
	m.Wheel(5, 1)
	m.Wheel(110, 1)
	press(m, "tab")
	if got := on(m); got != "FISH PORT: repair FISH against 2025-03-04" {
		t.Errorf("the wheel: on %s", got)
	}
}

func TestScreen(t *testing.T) {
	want := []string{
		"               市             港湾局         漁業協同組合   鉄道",
		"▸ 市            ─              50% 2/4 ██▌    33% 1/3 █▌    100% 1/1 █████",
		"  港湾局        50% 2/4 ██▌    ─              33% 1/3 █▌      0% 0/1",
		"  漁業協同組合  33% 1/3 █▌     33% 1/3 █▌     ─               0% 0/1",
		"  鉄道         100% 1/1 █████   0% 0/1         0% 0/1        ─",
		"────────────────────────────────────────────────────────────────────────────────",
		" 市 – 港湾局   50%  ██▌",
		" 共通の論点 4 のうち 2 で一致 · 一方だけに根拠 1",
		"           市           港湾局",
		" 一致 (2)",
		"▸ 橋の修理 ▲ 賛成     3 ▲ 賛成     1",
		"  港の工事 ▲ 賛成     1 ▲ 賛成     2",
		" 隔たり (2)",
		"  通行料   ▼ 反対     2 ◆ 条件付き 1",
		"  借り入れ ▼ 反対     1 ▲ 賛成     1",
		"",
		" 月ごと (4)",
		"  2025-03    · なし        2025-04   0% 0/1         2025-05 100% 1/1 █████",
		"  2025-06    · なし",
	}
	m := view(model.Japanese, 80, 20)
	press(m, "tab")
	got := screen(m)
	for i := range got {
		got[i] = strings.TrimRight(got[i], " ")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestOverview checks that the view needs no more of a library than can be shown
// at once: positions with their histories, and their leading statements.
func TestOverview(t *testing.T) {
	lk, k := uitest.Look(model.English, false)
	o, err := uitest.NewLibrary().Overview(t.Context(), lk.Lexicon)
	if err != nil {
		t.Fatal(err)
	}
	m := New(lk, k)
	m.SetSize(120, 40)
	m.SetComparison(o.Comparison)
	press(&m, "l", "tab")
	if got := on(&m); got != "CITY FISH: repair CITY favor 2025-03-04" {
		t.Errorf("on %s", got)
	}
	if got := strings.Join(screen(&m), "\n"); !strings.Contains(got, "2025-04 ") {
		t.Errorf("no months:\n%s", got)
	}
}

// TestNoEvidence checks that a pair without a topic in common has no figure: it is
// not a pair that agrees on nothing.
func TestNoEvidence(t *testing.T) {
	lk, k := uitest.Look(model.English, true)
	m := New(lk, k)
	m.SetSize(80, 20)
	m.SetComparison(model.Compare(lk.Lexicon, uitest.Statements(), model.Filter{Topics: []model.TopicID{"vote", "loan", "closure"}}))
	got := strings.Join(screen(&m), "\n")
	if strings.Contains(got, "%") || strings.Contains(got, "/") || !strings.Contains(got, ". none") || !strings.Contains(got, "there is no figure") {
		t.Error(got)
	}
	if i := strings.IndexFunc(got, func(c rune) bool { return c > '~' }); i >= 0 {
		t.Errorf("not ASCII: %s", got[i:])
	}
	if press(&m, "tab", "enter", "j") != nil || m.panel {
		t.Error("a panel without topics has the keys")
	}
}

// TestFits draws the view at many sizes: every line fits, and what the cursors are
// on is in sight.
func TestFits(t *testing.T) {
	if got := view(model.English, 0, 0).View(); got != "" {
		t.Errorf("without a size: %q", got)
	}
	for _, l := range []model.Lang{model.Japanese, model.English} {
		for _, ascii := range []bool{false, true} {
			lk, k := uitest.Look(l, ascii)
			many := *lk
			many.Lexicon = crowd()
			for _, lk := range []*look.Look{lk, &many} {
				c := model.Compare(lk.Lexicon, statements(), model.Filter{})
				for _, w := range []int{40, 55, 80, 99, 100, 300} {
					for _, h := range []int{7, 8, 9, 15, 16, 24, 50} {
						m := New(lk, k)
						m.SetSize(w, h)
						m.SetComparison(c)
						checkFits(t, &m, w, h)
						press(&m, "G", "l", "l", "l", "l")
						checkFits(t, &m, w, h)
						press(&m, "g", "tab", "j", "j", "j")
						checkFits(t, &m, w, h)
					}
				}
			}
		}
	}
}

// crowd returns the test lexicon with more actors than fit on a small screen.
func crowd() *model.Lexicon {
	lex := uitest.Lexicon()
	for i := range 20 {
		lex.Actors = append(lex.Actors, model.Actor{ID: model.ActorID(fmt.Sprint("X", i)), Name: model.Name{JA: "町内会の代表", EN: "Neighbours"}})
	}
	return lex
}

func checkFits(t *testing.T, m *Model, w, h int) {
	t.Helper()
	lines := strings.Split(m.View(), "\n")
	if len(lines) > h {
		t.Errorf("%d×%d: %d lines", w, h, len(lines))
	}
	for _, line := range lines {
		if n := ansi.StringWidth(line); n > w {
			t.Errorf("%d×%d: %d cells: %q", w, h, n, ansi.Strip(line))
		}
	}
	l := m.layout()
	if l.matrix.h > 0 && (m.row < m.top || m.row >= m.top+l.rows || m.col < m.left || m.col >= m.left+l.cols) {
		t.Errorf("%d×%d: pair %d %d is not among rows from %d and columns from %d", w, h, m.row, m.col, m.top, m.left)
	}
	if m.panel && !slices.ContainsFunc(m.drawPanel(l), func(r panelRow) bool { return r.topic == m.at() }) {
		t.Errorf("%d×%d: the topic %d is not in sight", w, h, m.at())
	}
}

func TestPlain(t *testing.T) {
	m := view(model.English, 80, 20)
	var got []string
	lines := m.Plain(0)
	for _, l := range lines {
		got = append(got, l.String())
	}
	want := []string{
		"City – Port: 50% (they agree on 2 of 4 common topics)",
		"  united on Repair: both favor",
		"  united on Harbour works: both favor",
		"  divided on Toll: City against, Port conditional",
		"  divided on Loan: City against, Port favor",
		"  by month (4): 2025-06 no evidence, 2025-05 100% (1/1), 2025-04 0% (0/1), 2025-03 no evidence",
	}
	if diff := cmp.Diff(want, got[:len(want)]); diff != "" {
		t.Error(diff)
	}
	if headings := slices.DeleteFunc(slices.Clone(lines), func(l plain.Line) bool { return l.Depth > 0 }); len(headings) != 6 {
		t.Errorf("%d pairs", len(headings))
	}
	if diff := cmp.Diff(tea.Msg(link.Cell{Topic: "toll", Actor: "CITY", Facing: []model.ActorID{"CITY", "PORT"}}), lines[3].Open); diff != "" {
		t.Error(diff)
	}
	if s := lines[3].Statement; s == nil || s.Actor != "CITY" || s.Topic != "toll" {
		t.Errorf("the line tells of %v", s)
	}
	short := m.Plain(1)
	if n := len(short); n != 5 || short[2].Text != "and 3 more" || short[n-1].Text != "and 5 more" {
		t.Errorf("at most one of each: %v", short)
	}
	if on(m) != "CITY PORT" {
		t.Errorf("the cursor has moved to %s", on(m))
	}
}
