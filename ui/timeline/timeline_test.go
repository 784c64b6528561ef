package timeline

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"tachiba/model"
	"tachiba/ui/link"
	"tachiba/ui/text"
	"tachiba/ui/uitest"
)

func newModel(words model.Lang, ascii bool) Model {
	return New(uitest.Look(words, ascii))
}

// said are statements of three actors in five weeks: the city contradicts itself in
// the first week, and on one day of the third; the fishers have one without a date;
// the railway says nothing.
func said() []model.Statement {
	say := func(actor model.ActorID, speaker string, topic model.TopicID, stance model.Stance, date model.Date) model.Statement {
		return model.Statement{
			Digest: "d", Actor: actor, Speaker: speaker, Topic: topic, Stance: stance, Date: date, Outlet: "港町新聞", Confidence: 0.8,
			Text: fmt.Sprintf("%sの%sについての考え。", speaker, topic),
		}
	}
	return []model.Statement{
		say("CITY", "市長", "repair", model.Favor, 20250303),
		say("CITY", "副市長", "repair", model.Against, 20250305),
		say("CITY", "市長", "repair", model.Favor, 20250306),
		say("CITY", "市長", "toll", model.Against, 20250317),
		say("CITY", "", "toll", model.Against, 20250317),
		say("CITY", "副市長", "toll", model.Favor, 20250317),
		say("CITY", "市長", "repair", model.Favor, 20250401),
		say("PORT", "港湾局", "toll", model.Conditional, 20250310),
		say("PORT", "港湾局", "toll", model.Conditional, 20250312),
		say("FISH", "組合長", "toll", model.Favor, 20250331),
		say("FISH", "組合長", "repair", model.Against, 0),
	}
}

func listings() []model.Listing {
	return []model.Listing{
		{ID: "c", Title: "通行料で割れる会議", Date: 20250317},
		{ID: "a", Title: "橋の修理はいつ終わる?", Date: 20250303},
		{ID: "b", Title: "漁協の返事を待つ", Date: 20250318},
		{ID: "d", Title: "歌手の新曲"},
	}
}

// shown returns the view of what was said, in English.
func shown(w, h int, ascii bool) Model {
	m := newModel(model.English, ascii)
	m.SetSize(w, h)
	m.SetComparison(model.Compare(uitest.Lexicon(), said(), model.Filter{}))
	m.SetDigests(listings())
	return m
}

// press presses keys, each a character, and returns what the last one leads to.
func press(m *Model, keys string) (msg tea.Msg) {
	for _, r := range keys {
		k := tea.KeyPressMsg{Text: string(r), Code: r}
		if r == '\n' {
			k = tea.KeyPressMsg{Code: tea.KeyEnter}
		}
		msg = nil
		if cmd := m.Update(k); cmd != nil {
			msg = cmd()
		}
	}
	return msg
}

// screen returns the view without styles and without blanks at the ends of lines.
func screen(m Model) []string {
	lines := strings.Split(ansi.Strip(m.View()), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}

// TestCursor holds where keys lead: the lane, the period and the statement selected.
func TestCursor(t *testing.T) {
	for _, tt := range []struct {
		name, keys, want string
	}{
		{"the newest mark of the first lane", "", "City · 2025-04-01 · 市長 2025-04-01"},
		{"no further than the last", "lll", "City · 2025-04-01 · 市長 2025-04-01"},
		{"back in time", "hh", "City · 2025-03-06 · 市長 2025-03-06"},
		{"to the first", "g", "City · 2025-03-03 · 市長 2025-03-03"},
		{"and before it", "gh", "City · 2025-03-03 · 市長 2025-03-03"},
		{"to the last", "gG", "City · 2025-04-01 · 市長 2025-04-01"},
		{"the mark of another lane that is nearest in time", "hhj", "Port · 2025-03-10 · 港湾局 2025-03-10"},
		{"the time stays", "hhjjkk", "City · 2025-03-06 · 市長 2025-03-06"},
		{"a lane without marks", "jjj", "Rail · no evidence"},
		{"another statement of the mark", "hn", "City · 2025-03-17 ·  2025-03-17"},
		{"the last one of it", "hnnnn", "City · 2025-03-17 · 副市長 2025-03-17"},
		{"and back", "hnnN", "City · 2025-03-17 ·  2025-03-17"},
		{"weeks", "h-", "City · week of 2025-03-17 · 市長 2025-03-17"},
		{"the day stays when the zoom changes", "gl-", "City · week of 2025-03-03 · 副市長 2025-03-05"},
		{"there and back", "gl-+", "City · 2025-03-05 · 副市長 2025-03-05"},
		{"the statement stays too", "hnn--++", "City · 2025-03-17 · 副市長 2025-03-17"},
		{"the newest of another lane's mark", "-gnj", "Port · week of 2025-03-10 · 港湾局 2025-03-12"},
		{"months, and no more", "gl----", "City · 2025-03 · 副市長 2025-03-05"},
		{"days, and no less", "+++", "City · 2025-04-01 · 市長 2025-04-01"},
		{"a person", "zjj", "City · 副市長 · 2025-03-17 · 副市長 2025-03-17"},
		{"with the space bar", " jj", "City · 副市長 · 2025-03-17 · 副市長 2025-03-17"},
		{"folded from within", "zjjz", "City · 2025-04-01 · 市長 2025-04-01"},
		{"past the folded", "zjjzj", "Port · 2025-03-12 · 港湾局 2025-03-12"},
		{"one topic", "]]", "City · 2025-03-17 · 市長 2025-03-17"},
		{"all topics again", "]]]", "City · 2025-04-01 · 市長 2025-04-01"},
		{"the topic before all is the last", "[", "City · 2025-03-17 · 市長 2025-03-17"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := shown(120, 30, false)
			press(&m, tt.keys)
			if got := where(m); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// where tells the lane and the period of the cursor, and who said when what is
// selected.
func where(m Model) string {
	lane := m.fullName(m.lane().Lane)
	mark, ok := m.mark()
	s, found := m.Statement()
	if !ok || !found {
		return lane + " · " + m.look.Stance(model.NoEvidence)
	}
	return lane + " · " + m.period(m.level(), mark.Start) + " · " + s.Speaker + " " + s.Date.String()
}

func TestEnterOpensTheStatement(t *testing.T) {
	m := shown(120, 30, false)
	msg, ok := press(&m, "hnn\n").(link.Sentence)
	if !ok || msg.Statement.Speaker != "副市長" || msg.Statement.Date != 20250317 {
		t.Errorf("%+v", msg)
	}
	if msg := press(&m, "jjj\n"); msg != nil {
		t.Errorf("a lane without marks opens %v", msg)
	}
}

func TestBack(t *testing.T) {
	m := shown(120, 30, false)
	press(&m, "]zj")
	var steps []string
	for m.Back() {
		steps = append(steps, fmt.Sprintf("%s, %d rows", where(m), len(m.rows())))
	}
	want := []string{"City · 2025-04-01 · 市長 2025-04-01, 4 rows", "City · 2025-04-01 · 市長 2025-04-01, 4 rows"}
	if diff := cmp.Diff(want, steps); diff != "" {
		t.Error(diff)
	}
	press(&m, "zjjjj") // an unfolded lane that the cursor has left stays
	if where(m) != "Port · 2025-03-12 · 港湾局 2025-03-12" || m.Back() || len(m.rows()) != 7 {
		t.Errorf("at %s, %d rows", where(m), len(m.rows()))
	}
}

// TestCopies holds that a copy of the view stays as it was.
func TestCopies(t *testing.T) {
	m := shown(80, 20, false)
	press(&m, "z")
	before, kept := m, m.View()
	press(&m, "zjz-]hn")
	if before.View() != kept {
		t.Error("what is done to the view changes its copy")
	}
}

// TestComparisonChanges holds that the cursor stays on its lane and day, as near as
// it can, and that a topic that is gone is not asked for.
func TestComparisonChanges(t *testing.T) {
	m := shown(120, 30, false)
	press(&m, "]]h")
	lex := uitest.Lexicon()
	m.SetComparison(model.Compare(lex, said(), model.Filter{Topics: []model.TopicID{"repair"}}))
	if got := where(m); got != "City · 2025-03-06 · 市長 2025-03-06" {
		t.Errorf("at %q", got)
	}
	if !strings.Contains(screen(m)[0], "The bridge is mended this year") {
		t.Errorf("the head does not say the proposition: %q", screen(m)[0])
	}
	press(&m, "-gn")
	was := where(m)
	more := append(said(), model.Statement{Actor: "CITY", Topic: "repair", Stance: model.Favor, Date: 20250309})
	m.SetComparison(model.Compare(lex, more, model.Filter{Topics: []model.TopicID{"repair"}}))
	if got := where(m); got != was {
		t.Errorf("at %q, and when a newer statement comes at %q", was, got)
	}
	m.SetComparison(model.Compare(lex, nil, model.Filter{}))
	if _, ok := m.Statement(); ok || m.Back() {
		t.Error("something is left of nothing")
	}
}

func TestClick(t *testing.T) {
	lane := func(line string, m Model) int {
		for y, l := range screen(m) {
			if strings.Contains(l, line) {
				return y
			}
		}
		t.Fatalf("no line has %q", line)
		return 0
	}
	m := shown(84, 18, false)
	x := text.Width("  Port         ────────────────")
	if cmd := m.Click(x+1, lane("Port", m)); cmd != nil || where(m) != "Port · 2025-03-10 · 港湾局 2025-03-10" {
		t.Fatalf("beside a mark: %s", where(m))
	}
	if cmd := m.Click(x+1, lane("Port", m)+1); cmd == nil || cmd().(link.Sentence).Statement.Date != 20250310 {
		t.Error("the mark under the cursor does not open")
	}
	m.Click(3, lane("City", m))
	if m.Click(3, lane("City", m)); len(m.rows()) != 7 {
		t.Errorf("the cursor's name unfolds nothing: %s", where(m))
	}
	m.Click(3, lane("副市長", m))
	if where(m) != "City · 副市長 · 2025-03-05 · 副市長 2025-03-05" {
		t.Errorf("a name: %s", where(m))
	}
	press(&m, "l")
	if cmd := m.Click(5, lane("通行料で割れる会議", m)); cmd == nil || cmd().(link.Digest).ID != "c" {
		t.Error("a digest's title opens nothing")
	}
	for _, y := range []int{0, 1, 16, 17, 99} {
		if before := where(m); m.Click(30, y) != nil || where(m) != before {
			t.Errorf("a click on line %d moved to %s", y, where(m))
		}
	}
	m.Wheel(2, 1)
	m.Wheel(60, -1)
	if where(m) != "City · not named · 2025-03-17 ·  2025-03-17" {
		t.Errorf("the wheel moved to %s", where(m))
	}
}

// TestPeople holds that a handful of speakers have lanes at first, and that the others
// are counted where that is not as long; unfolded once more, all have one, then none.
func TestPeople(t *testing.T) {
	for speakers, want := range map[int]string{
		3: "0 1 2 not named", 6: "0 1 2 3 4 5 not named", 7: "0 1 2 3 4 not named and 2 more",
	} {
		all := []model.Statement{{Actor: "CITY", Topic: "toll", Stance: model.Favor, Date: 20250301}}
		for i := range speakers {
			for range 9 - i {
				all = append(all, model.Statement{Actor: "CITY", Topic: "toll", Stance: model.Favor, Date: 20250301, Speaker: fmt.Sprint(i)})
			}
		}
		m := newModel(model.English, false)
		m.SetSize(80, 40)
		m.SetComparison(model.Compare(uitest.Lexicon(), all, model.Filter{Actors: []model.ActorID{"CITY"}}))
		lanes := func() string {
			var names []string
			for _, l := range screen(m)[4 : 4+len(m.rows())-1] {
				name, _, _ := strings.Cut(strings.TrimSpace(l), "  ")
				names = append(names, name)
			}
			return strings.Join(names, " ")
		}
		press(&m, "z")
		if got := lanes(); got != want {
			t.Errorf("%d speakers: %q, want %q", speakers, got, want)
		}
		if press(&m, "z"); speakers == 7 {
			if got := lanes(); got != "0 1 2 3 4 5 6 not named" {
				t.Errorf("all of them: %q", got)
			}
			press(&m, "z")
		}
		if got := lanes(); got != "" {
			t.Errorf("%d speakers, folded: %q", speakers, got)
		}
	}
}

func TestHints(t *testing.T) {
	m := shown(120, 30, false)
	var said []string
	for _, keys := range []string{"", "h-", "-]"} {
		press(&m, keys)
		line := ""
		for _, h := range m.Hints() {
			line += h.Help().Key + " "
		}
		said = append(said, line)
	}
	want := []string{"enter z - ] o y ", "enter z + - ] n o y ", "enter z + ] n o y "}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Error(diff)
	}
}

func TestPlain(t *testing.T) {
	m := shown(0, 0, false)
	press(&m, "]]")
	var got []string
	for _, l := range m.Plain(1) {
		open, ok := l.Open.(link.Sentence)
		if ok != (l.Statement != nil) || ok && open.Statement.Text != l.Statement.Text {
			t.Errorf("%q opens %v", l.Text, l.Open)
		}
		got = append(got, l.String())
	}
	want := []string{
		"Toll: A toll is taken on the bridge",
		"City (by day, newest first)",
		"  2025-03-17: against 2, favor 1, contradictory",
		"    「市長のtollについての考え。」 (Toll, 港町新聞, 2025-03-17)",
		"Port (by day, newest first)",
		"  2025-03-12: conditional 1",
		"    「港湾局のtollについての考え。」 (Toll, 港町新聞, 2025-03-12)",
		"  1 earlier period",
		"Fishers (by day, newest first)",
		"  2025-03-31: favor 1",
		"    「組合長のtollについての考え。」 (Toll, 港町新聞, 2025-03-31)",
		"Rail: no evidence",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	press(&m, "]")
	if all := m.Plain(0); !strings.Contains(fmt.Sprint(all), "1 undated") || len(all) != 1+2*5+1+2*2+1+2*2+1 {
		t.Errorf("%d lines: %v", len(all), all)
	}
}
