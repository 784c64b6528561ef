package reader

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"tachiba/model"
	"tachiba/ui/text"
	"tachiba/ui/uitest"
)

// pane returns a pane of w × h in English that has the keys and shows d.
func pane(d *model.Digest, statements []model.Statement, w, h int) Model {
	m := New(uitest.Look(model.English, false))
	m.SetSize(w, h)
	m.SetFocus(true)
	m.Show(d, statements)
	return m
}

// market is a digest with two sections, three cards and statements in the first
// card, the last one and the text after it.
func market() (*model.Digest, []model.Statement) {
	d := &model.Digest{
		ID: "market", Lang: "ja", Title: "市場の移転",
		Sections: []model.Section{
			{Heading: "海辺で", Cards: []model.Card{
				{Outlet: "港町新聞", URL: "https://example.com/1", Published: 20250301, Line: 4},
				{Outlet: "みなとテレビ", Published: 20250302, Line: 7},
			}},
			{Heading: "丘の上で", Cards: []model.Card{{Published: 20250305, Line: 12}}},
		},
		Notes: []model.Note{{Code: model.NoteNoURL, Line: 7}, {Code: model.NoteNoURL, Line: 12}, {Code: model.NoteNoOutlet, Line: 12}},
	}
	for i, s := range []struct {
		role          model.Role
		section, card int
		text          string
	}{
		{model.RoleTitle, -1, -1, "市場の移転"},
		{model.RoleLead, -1, -1, "市場をどこへ移すか。"},
		{model.RoleHeading, 0, -1, "海辺で"},
		{model.RolePublished, 0, 0, "公開日"},
		{model.RoleClaim, 0, 0, "✅ 市長は移転に賛成した。"},
		{model.RoleNarrative, 0, -1, "雨が降っていた。"},
		{model.RolePublished, 0, 1, "公開日"},
		{model.RoleClaim, 0, 1, "✅ 値段は決まっていない。"},
		{model.RoleHeading, 1, -1, "丘の上で"},
		{model.RolePublished, 1, 0, "公開日"},
		{model.RoleClaim, 1, 0, "✅ 漁協は移転に反対した。"},
		{model.RoleNarrative, 1, -1, "鉄道は駅を作るなら賛成する。"},
	} {
		d.Sentences = append(d.Sentences, model.Sentence{Text: s.text, Line: i + 1, Role: s.role, Section: s.section, Card: s.card})
	}
	return d, []model.Statement{
		{Digest: "market", Sentence: 4, Line: 5, Actor: "CITY", Speaker: "市長", Topic: "repair", Stance: model.Favor, Cue: "賛成した", Confidence: 0.9},
		{Digest: "market", Sentence: 10, Line: 11, Actor: "FISH", Topic: "repair", Stance: model.Against, Confidence: 0.3},
		{Digest: "market", Sentence: 11, Line: 12, Actor: "RAIL", Topic: "repair", Stance: model.Conditional, Confidence: 1, Origin: model.Changed},
	}
}

func press(m *Model, names ...string) {
	for _, name := range names {
		m.Update(uitest.Key(name))
	}
}

func lines(m Model) []string { return strings.Split(ansi.Strip(m.View()), "\n") }

// TestGutterCountsWhatStartsThere holds that a row counts the statements of the
// sentences that start in it, not of one that goes on from the row above.
func TestGutterCountsWhatStartsThere(t *testing.T) {
	d := model.Digest{ID: "d", Lang: "ja", Sentences: []model.Sentence{
		{Text: "市は橋の修理を年内に終えると説明した。", Line: 1, Role: model.RoleLead, Section: model.None, Card: model.None},
		{Text: "漁協は反対した。", Line: 1, Role: model.RoleLead, Section: model.None, Card: model.None},
	}}
	m := pane(&d, []model.Statement{
		{Digest: "d", Sentence: 0, Stance: model.Favor},
		{Digest: "d", Sentence: 0, Stance: model.Favor},
		{Digest: "d", Sentence: 1, Stance: model.Against},
	}, 25, 20)
	m.SetFocus(false)
	var marks []string
	for _, line := range lines(m)[1:4] {
		marks = append(marks, strings.TrimSpace(string([]rune(line)[:gutter])))
	}
	if got := strings.Join(marks, ","); got != "▲2,▼," {
		t.Errorf("marks %q in\n%s", got, ansi.Strip(m.View()))
	}
}

// scrollTo puts the next paragraph that starts with some words first.
func scrollTo(m *Model, words string) {
	for i, r := range m.rows {
		if i >= m.top && r.paragraph >= 0 && strings.HasPrefix(strings.TrimSpace(m.paragraphs[r.paragraph].text), words) {
			m.top = i
			return
		}
	}
	panic(words + " does not follow")
}

// TestRunningHead scrolls through a digest: source and date of what is read stand
// above it, unless the first row says them itself.
func TestRunningHead(t *testing.T) {
	d, statements := market()
	m := pane(d, statements, 80, 12)
	tests := []struct{ first, want string }{
		{"市場の移転", " 港町新聞, みなとテレビ · 2025-03-05 "},
		{"! 3 notes", " 市場の移転 · 港町新聞, みなとテレビ · 2025-03-05 "},
		{"市場をどこへ移すか。", " 市場の移転 · 港町新聞, みなとテレビ · 2025-03-05 "},
		{"海辺で", " 市場の移転 · 港町新聞 · 2025-03-01 "},
		{"── 港町新聞 · 2025-03-01", " 海辺で ─"},
		{"https://example.com/1", " 海辺で · 港町新聞 · 2025-03-01 "},
		{"✅ 市長は移転に賛成した。", " 海辺で · 港町新聞 · 2025-03-01 "},
		{"雨が降っていた。", " 海辺で · 港町新聞 · 2025-03-01 "}, // what it rests on
		{"── みなとテレビ · 2025-03-02", " 海辺で ─"},
		{"! this source has no address", " 海辺で · みなとテレビ · 2025-03-02 "},
		{"✅ 値段は決まっていない。", " 海辺で · みなとテレビ · 2025-03-02 "},
		{"丘の上で", " 市場の移転 · 2025-03-05 "},
		{"── 2025-03-05", " 丘の上で ─"},
	}
	for i, tt := range tests {
		scrollTo(&m, tt.first)
		if got := lines(m); !strings.HasPrefix(got[0], tt.want) {
			t.Errorf("%d: the head is\n%s\nover\n%s", i, got[0], got[1])
		}
	}
}

// TestRunningHeadOfArticle has an article that is no digest of others.
func TestRunningHeadOfArticle(t *testing.T) {
	d := article(9)
	d.Own = model.Card{URL: "https://www.example.com/a", Published: 20250401}
	m := pane(d, nil, 60, 8)
	if got := lines(m)[0]; !strings.HasPrefix(got, " example.com · 2025-04-01 ─") {
		t.Errorf("over the title: %s", got)
	}
	m.Wheel(2)
	if got := lines(m)[0]; !strings.HasPrefix(got, " 橋の話 · example.com · 2025-04-01 ─") {
		t.Errorf("over the text: %s", got)
	}
	d.Own = model.Card{}
	if got := lines(m)[0]; !strings.HasPrefix(got, " 橋の話 · no date ─") {
		t.Errorf("without a source: %s", got)
	}
}

// TestRunningHeadOfSelected holds that a low pane, whose panel has no room for the
// source, tells that of the selected sentence above the text.
func TestRunningHeadOfSelected(t *testing.T) {
	d, statements := market()
	m := pane(d, statements, 60, 9)
	press(&m, "n")
	if got := lines(m)[0]; !strings.HasPrefix(got, " 丘の上で · 2025-03-05 ─") {
		t.Errorf("on another card: %s", got)
	}
}

// TestRunningHeadIsCut drops the section first, then the outlet; the date stays.
func TestRunningHeadIsCut(t *testing.T) {
	d, statements := market()
	for width, want := range map[int]string{
		44: " 海辺で · 港町新聞 · 2025-03-01 ─────── 1/3 ", 34: " 港町新聞 · 2025-03-01 ────── 1/3 ",
		26: " 港町… · 2025-03-01 ─ 1/3 ", 25: " 2025-03-01 ──────── 1/3 ", 16: " 2025-03… ─ 1/3 ",
	} {
		m := pane(d, statements, width, 30)
		scrollTo(&m, "✅ 市長")
		if got := lines(m)[0]; got != want || text.Width(got) != width {
			t.Errorf("%d cells:\n%q, want\n%q", width, got, want)
		}
	}
}

// TestTally counts the statements, from whatever sentence.
func TestTally(t *testing.T) {
	d, statements := market()
	m := pane(d, statements, 80, 20)
	for _, tt := range []struct{ key, want string }{{"", "3 notes · coded 1/3 "}, {"n", "coded 2/3 "}, {"J", "coded 3/3 "}, {"n", "coded 1/3 "}, {"J", "coded –/3 "}} {
		if tt.key != "" {
			press(&m, tt.key)
		}
		if got := lines(m)[0]; !strings.HasSuffix(got, tt.want) {
			t.Errorf("%q leads to %s", tt.key, got)
		}
	}
	m.SetSize(40, 20)
	if got := lines(m)[0]; !strings.HasSuffix(got, "─ –/3 ") {
		t.Errorf("a narrow pane says %s", got)
	}
	if m = pane(d, statements, 80, 7); strings.Contains(lines(m)[0], "2025") {
		t.Error("a pane of seven rows has a running head")
	}
	if got := lines(pane(article(1), nil, 80, 20))[0]; !strings.HasSuffix(got, "──") {
		t.Errorf("without statements: %s", got)
	}
}

// TestFaultsFirst holds that the kinds of notes stand before the text.
func TestFaultsFirst(t *testing.T) {
	d, statements := market()
	want := "! 3 notes: 2 sources without an address, 1 source without an outlet"
	if got := strings.TrimSpace(lines(pane(d, statements, 80, 20))[2]); got != want {
		t.Errorf("%q", got)
	}
	d.Notes = nil
	if got := ansi.Strip(pane(d, statements, 80, 20).View()); strings.Contains(got, "!") {
		t.Errorf("notes where there are none:\n%s", got)
	}
}

// TestReadingWidth holds that no line of text has more than forty full-width
// characters, and that a pane wider than that has the text in its middle.
func TestReadingWidth(t *testing.T) {
	d := article(4)
	for i := range d.Sentences {
		d.Sentences[i].Text = strings.Repeat("長い文の続き", 30)
	}
	statements := []model.Statement{{Digest: "article", Sentence: 1, Actor: "CITY", Topic: "repair", Speaker: strings.Repeat("長", 90)}}
	for _, w := range []int{20, 40, 80, 85, 86, 120, 166, 300} {
		for y, line := range lines(pane(d, statements, w, 30)) {
			bare := strings.TrimSpace(strings.TrimLeft(line, " ▸·"))
			if n := text.Width(bare); text.Width(line) > w || n > 85 || strings.HasPrefix(bare, "長い") && n > 80 {
				t.Errorf("%d cells: line %d has %d:\n%s", w, y, n, line)
			}
			if left := text.Width(line) - text.Width(strings.TrimLeft(line, " ")); line != "" && left < (w-85)/2 {
				t.Errorf("%d cells: line %d starts at %d", w, y, left)
			}
		}
	}
}

// TestPanelOfAnySentence tells source and date also where nothing is coded.
func TestPanelOfAnySentence(t *testing.T) {
	d, statements := market()
	for sentence, want := range map[int][2]string{
		4: {"▲ favor City Repair  市長 · cue “賛成した”", "line 5 · 港町新聞 · 2025-03-01"},
		7: {"no statement in this sentence (e adds one)", "line 8 · みなとテレビ · 2025-03-02"},
		8: {"no statements are coded in this line", "line 9 · 2025-03-05"},
	} {
		m := pane(d, statements, 80, 20)
		m.Select(sentence)
		got := lines(m)
		if a, b := strings.TrimSpace(got[18]), strings.TrimSpace(got[19]); a != want[0] || b != want[1] {
			t.Errorf("sentence %d: %q, %q", sentence, a, b)
		}
	}
}

// TestClickUnderTheHead selects what is clicked, not what stands a row above.
func TestClickUnderTheHead(t *testing.T) {
	d, statements := market()
	m := pane(d, statements, 80, 30)
	for y, line := range lines(m) {
		if strings.Contains(line, "市長は移転に賛成した。") {
			m.Jump(11)
			m.top = 0
			m.Click(10, y)
		}
	}
	if _, i, _ := m.Sentence(); i != 4 {
		t.Errorf("sentence %d is selected", i)
	}
	if m.Click(10, 0); m.at != 0 {
		t.Error("a click on the running head selects")
	}
}

// article is a text of n paragraphs without headings.
func article(n int) *model.Digest {
	d := &model.Digest{ID: "article", Lang: "ja", Title: "橋の話", Sections: []model.Section{{}}}
	d.Sentences = []model.Sentence{{Text: "橋の話", Line: 1, Role: model.RoleTitle, Section: model.None, Card: model.None}}
	for i := range n {
		for _, half := range []string{"前半。", "後半。"} {
			d.Sentences = append(d.Sentences, model.Sentence{Text: fmt.Sprint("段落", i+1, half), Line: i + 2, Role: model.RoleNarrative, Card: model.None})
		}
	}
	return d
}
