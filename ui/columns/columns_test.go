package columns

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/lang"
	"tachiba/ui/link"
	"tachiba/ui/look"
	"tachiba/ui/uitest"
)

// sentences are what the actors say of the repair on more days than the shared
// collection has.
var sentences = []struct {
	actor  model.ActorID
	date   model.Date
	stance model.Stance
	cue    string
	text   string
}{
	{"CITY", 20250420, model.Favor, "急ぐ", "市長は、橋の修理を急ぐ考えを改めて示した。"},
	{"CITY", 20250420, model.Conditional, "国の補助があれば", "市長は、国の補助があれば夜間の修理も検討すると述べ、港湾局と協議を続ける方針を明らかにした。"},
	{"FISH", 20250420, model.Against, "受け入れられない", "組合長は、漁の最盛期にかかる修理は受け入れられないと強い調子で語った。"},
	{"RAIL", 20250415, model.Favor, "歓迎", "鉄道は修理の前倒しを歓迎した。"},
	{"PORT", 0, model.Against, "反対", "港湾局は修理に反対した。"},
}

func statements() []model.Statement {
	all := uitest.Statements()
	for i, s := range sentences {
		all = append(all, model.Statement{
			Digest: "bridge-late", Sentence: i, Line: i + 1, Text: s.text, Role: model.RoleNarrative, Actor: s.actor, Speaker: "報道官",
			Topic: "repair", Stance: s.stance, Date: s.date, Outlet: "港町新聞", Cue: s.cue, Confidence: 0.9,
		})
	}
	return all
}

func newLook(l model.Lang, ascii bool) *look.Look {
	lk, _ := uitest.Look(l, ascii)
	return lk
}

func view(l model.Lang, w, h int) *Model { return viewOf(newLook(l, false), w, h, statements()) }

func viewOf(l *look.Look, w, h int, all []model.Statement) *Model {
	k := keys.New(l.Printer)
	m := New(l, &k)
	m.SetSize(w, h)
	m.SetComparison(model.Compare(l.Lexicon, all, model.Filter{}))
	m.Show("repair", "CITY", nil)
	return &m
}

// press drives the view as keys do, and returns what the last one asks for.
func press(m *Model, names ...string) tea.Msg { return uitest.Press(m.Update, names...) }

// screen returns the view's lines without styles.
func screen(m *Model) []string { return strings.Split(ansi.Strip(m.View()), "\n") }

// actors returns the actors whose columns are in sight.
func actors(m *Model) (out []model.ActorID) {
	for _, col := range m.shown() {
		out = append(out, m.id(col))
	}
	return out
}

func TestChoose(t *testing.T) {
	m := view(model.English, 120, 30)
	for _, step := range []struct {
		keys   string
		picked []model.ActorID
		shown  []model.ActorID
		cursor model.ActorID
	}{
		{"space", ids("CITY"), ids("CITY", "PORT", "FISH", "RAIL"), "CITY"},
		{"right right space", ids("CITY", "FISH"), ids("CITY", "FISH"), "FISH"},
		{"tab", ids("CITY", "FISH"), ids("CITY", "FISH"), "CITY"},
		{"shift+tab", ids("CITY", "FISH"), ids("CITY", "FISH"), "FISH"},
		{"right", ids("CITY", "FISH"), ids("CITY", "FISH", "RAIL"), "RAIL"}, // on its way to be chosen
		{"space", ids("CITY", "FISH", "RAIL"), ids("CITY", "FISH", "RAIL"), "RAIL"},
		{"right space", ids("FISH", "RAIL"), ids("CITY", "FISH", "RAIL"), "CITY"},
		{"tab", ids("FISH", "RAIL"), ids("FISH", "RAIL"), "FISH"},
		{"space", ids("RAIL"), ids("CITY", "PORT", "FISH", "RAIL"), "FISH"},
	} {
		press(m, strings.Fields(step.keys)...)
		if !slices.Equal(m.picked, step.picked) || !slices.Equal(actors(m), step.shown) || m.Actor() != step.cursor {
			t.Fatalf("after %s: %v chosen, %v shown, cursor on %s", step.keys, m.picked, actors(m), m.Actor())
		}
	}
	if !m.Back() || m.Back() || len(m.picked) > 0 {
		t.Errorf("back leaves %v chosen", m.picked)
	}
}

func ids(s ...model.ActorID) []model.ActorID { return s }

// TestChooseOneMore holds that a fifth choice replaces the first.
func TestChooseOneMore(t *testing.T) {
	l := newLook(model.English, false)
	l.Lexicon.Actors = append(l.Lexicon.Actors, model.Actor{ID: "SHIP", Name: model.Name{EN: "Ships"}})
	m := viewOf(l, 300, 30, statements())
	press(m, "space", "right", "space", "right", "space", "right", "space", "right", "space")
	if !slices.Equal(m.picked, ids("PORT", "FISH", "RAIL", "SHIP")) || m.Actor() != "SHIP" {
		t.Errorf("%v chosen", m.picked)
	}
}

func TestShow(t *testing.T) {
	m := view(model.English, 120, 30)
	m.Show("toll", "PORT", ids("PORT", "RAIL", "gone"))
	if s, ok := m.Statement(); !ok || s.Actor != "PORT" || s.Topic != "toll" || !slices.Equal(actors(m), ids("PORT", "RAIL")) {
		t.Errorf("%v shown, cursor on %v", actors(m), s)
	}
	m.Show("repair", "FISH", nil)
	if s, _ := m.Statement(); s.Stance != model.Against || len(actors(m)) != 4 {
		t.Errorf("%v shown, cursor on %v: not the newest that carries the position", actors(m), s)
	}
	m.SetComparison(model.Compare(uitest.Lexicon(), statements(), model.Filter{Actors: ids("RAIL"), Topics: []model.TopicID{"vote"}}))
	if _, ok := m.Statement(); ok || m.Topic() != "vote" || m.Actor() != "RAIL" {
		t.Errorf("a filter leaves %s and %s", m.Topic(), m.Actor())
	}
	m.SetComparison(model.Comparison{})
	if press(m, "j", "l", "space", "=", "]", "enter") != nil || m.View() != "" || m.Plain(0) != nil || m.Click(3, 3) != nil {
		t.Error("a comparison of nothing is drawn")
	}
	m.Wheel(1, 1)
}

func TestOpen(t *testing.T) {
	m := view(model.Japanese, 120, 30)
	if msg, ok := press(m, "j", "enter").(link.Sentence); !ok || msg.Statement.Stance != model.Conditional || msg.Statement.Digest != "bridge-late" {
		t.Errorf("enter leads to %v", msg)
	}
	m.Show("vote", "RAIL", nil)
	if msg := press(m, "enter"); msg != nil {
		t.Errorf("an empty column leads to %v", msg)
	}
	press(m, "]")
	if m.Topic() != "repair" {
		t.Errorf("after the last topic comes %s", m.Topic())
	}
}

func TestMarks(t *testing.T) {
	m := view(model.Japanese, 80, 24)
	for _, tt := range []struct{ sentence, cue, want string }{
		{"市長は橋の修理を急ぐ。", "急ぐ", "修理:topic 急ぐ:cue"},
		{"修理を急ぐと言い、修理を急いだ。", "を急ぐ", "修理:topic を急ぐ:cue 修理:topic"},
		{"修理に反対した。", "修理に反対", "修理に反対:cue"},
		{"補修理由を述べた。", "理由", "理由:cue"}, // a cue that overlaps a term
		{"橋は直る。", "", ""},
	} {
		var got []string
		for _, s := range m.spans(tt.sentence, model.Statement{Cue: tt.cue}) {
			kind := "topic"
			if s.Style.GetUnderline() {
				kind = "cue"
			}
			got = append(got, tt.sentence[s.Start:s.End]+":"+kind)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: marked %v, want %s", tt.sentence, got, tt.want)
		}
	}
	l := newLook(model.Japanese, false)
	l.Lexicon.Topics[0].Words = []string{"橋"}
	if got := viewOf(l, 80, 24, nil).spans("橋は直る。", model.Statement{}); len(got) > 0 {
		t.Errorf("a single character is marked: %v", got)
	}
}

func TestPlain(t *testing.T) {
	m := view(model.English, 120, 30)
	press(m, "space", "right", "right", "space")
	var got strings.Builder
	for _, l := range m.Plain(2) {
		fmt.Fprintln(&got, l)
		if s, ok := l.Open.(link.Sentence); ok != (l.Statement != nil) || ok && s.Statement != *l.Statement {
			t.Errorf("%q leads to %v", l, l.Open)
		}
	}
	want := `Repair: The bridge is mended this year
  City: favor, 4 of 5
    favor, 2025-04-20, 報道官, 港町新聞: 「市長は、橋の修理を急ぐ考えを改めて示した。」
    conditional, 2025-04-20, 報道官, 港町新聞: 「市長は、国の補助があれば夜間の修理も検討すると述べ、港湾局と協議を続ける方針を明らかにした。」
    and 3 more
  Fishers: against, 3 of 5, changed over time
    against, 2025-04-20, 報道官, 港町新聞: 「組合長は、漁の最盛期にかかる修理は受け入れられないと強い調子で語った。」
    favor?, 2025-04-12, 組合長, みなとテレビ: 「組合長は港の工事を先にするよう重ねて求めた。」
    and 3 more
`
	if got.String() != want {
		t.Errorf("got\n%s", got.String())
	}
	m.Show("vote", "CITY", nil)
	if lines := m.Plain(0); len(lines) != 6 || lines[3].String() != "  Port: no evidence" {
		t.Errorf("%v", lines)
	}
}

func TestHints(t *testing.T) {
	m := view(model.English, 80, 24)
	k := keys.New(lang.New(model.English))
	for _, b := range []key.Binding{k.Enter, k.Pick, k.Align, k.Reading, k.NextTopic} {
		if !slices.ContainsFunc(m.Hints(), func(h key.Binding) bool { return h.Help() == b.Help() }) {
			t.Errorf("no hint for %s", b.Help().Desc)
		}
	}
}
