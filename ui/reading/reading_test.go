package reading_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/pager"
	"tachiba/ui/reading"
	"tachiba/ui/uitest"
)

func newLook(l model.Lang, ascii bool) *look.Look {
	lk, _ := uitest.Look(l, ascii)
	return lk
}

// readings are of a line with two sentences.
var readings = []model.Reading{
	{
		Text: "組合長は、国連が求めても修理に反対した。", Line: 7,
		Words: []model.ReadWord{{Text: "組合長", Kind: "noun"}, {Text: "は", Kind: "topic"}},
		Clauses: []model.ReadClause{
			{Text: "国連が求めても", Ending: "if", Holder: "国連", Sure: 0.7},
			{Text: "修理に反対した。", Ending: "final", Holder: "組合長", Actors: []model.ActorID{"FISH"}, Sure: 0.9},
		},
		Names: []model.ReadName{{Text: "組合長", Actors: []model.ActorID{"FISH"}, Role: "topic"}, {Text: "国連", Third: true, Role: "subject"}},
		Signs: []model.ReadSign{{Text: "修理", Topic: "repair", Sign: 1}, {Text: "先送り", Topic: "repair", Sign: -1}, {Text: "一部だけ", Topic: "repair"}, {Text: "反対", Class: "oppose"}},
		Weighed: []model.Weighed{
			{
				Actor: "FISH", Topic: "repair", Rule: model.Against, Stance: model.Against,
				Chances: map[model.Stance]float64{model.NoEvidence: 0.08, model.Favor: 0.1, model.Against: 0.81, model.Conditional: 0.01},
				Reasons: []model.Reason{{Name: "word|own|repair|反対", Weight: 1.25}, {Name: "role|narrative", Weight: -0.7}, {Name: "rule|against|cue|%|", Weight: 0.6}, {Name: "speaker|", Weight: -0.5}},
			},
			{Actor: "CITY", Topic: "toll", Chances: map[model.Stance]float64{model.NoEvidence: 1}},
		},
	},
	{Text: "市が続けた。", Line: 7, Clauses: []model.ReadClause{{Text: "市が続けた。", Ending: "final", Holder: "市", Actors: []model.ActorID{"CITY"}, Sure: 0.5}, {Text: "。", Ending: "weak"}}},
}

const japanese = `文|「組合長は、国連が求めても修理に反対した。」
語|組合長 / は
名前|組合長 = 漁業協同組合 (主題 (は)) / 国連 = 四者の外 (主語 (が))
節|国連が求めても (国連 = 四者の外、確かさ 0.70、条件)
節|修理に反対した。 (組合長 = 漁業協同組合、確かさ 0.90、文末)
語彙|修理 [橋の修理 +] / 先送り [橋の修理 -] / 一部だけ [橋の修理 +/-] / 反対 [oppose]
# 漁業協同組合 橋の修理: ▼ 反対 (規則: 反対)
確率|発言なし 0.08 / 賛成 0.10 / 反対 0.81 / 条件付き 0.01
+1.25|語: 主体の節 · 橋の修理 · 反対
-0.70|文の役割: 地の文
+0.60|規則: 反対 · 決め手 · %
-0.50|話し手
# 市 通行料: 拾わない (規則: なし)
確率|発言なし 1.00 / 賛成 0.00 / 反対 0.00 / 条件付き 0.00
# 
文|「市が続けた。」
節|市が続けた。 (市、確かさ 0.50、文末)
節|。 (なし、確かさ 0.00、主語を保って続く)
`

func TestLines(t *testing.T) {
	var got strings.Builder
	for _, l := range reading.Lines(newLook(model.Japanese, false), readings) {
		if l.Heading {
			fmt.Fprintln(&got, "# "+l.Text)
		} else {
			fmt.Fprintln(&got, l.Name+"|"+l.Text)
		}
	}
	if got.String() != japanese {
		t.Errorf("got\n%s", got.String())
	}
}

func TestLinesInEnglish(t *testing.T) {
	lines := reading.Lines(newLook(model.English, true), readings)
	for i, want := range map[int]pager.Line{
		0:  {Name: "Sentence", Text: `"組合長は、国連が求めても修理に反対した。"`},
		2:  {Name: "Names", Text: "組合長 = Fishers (topic) / 国連 = a third party (subject)"},
		4:  {Name: "Clause", Text: "修理に反対した。 (組合長 = Fishers, sure 0.90, ends the sentence)"},
		6:  {Text: "Fishers Repair: x against (rules: against)", Heading: true},
		7:  {Name: "Chances", Text: "nothing said 0.08 / favor 0.10 / against 0.81 / conditional 0.01"},
		8:  {Name: "+1.25", Text: "word: the actor's clause, Repair, 反対"},
		12: {Text: "City Toll: not coded (rules: nothing)", Heading: true},
	} {
		if lines[i] != want {
			t.Errorf("line %d: %+v", i, lines[i])
		}
	}
	if nothing := reading.Lines(newLook(model.English, false), nil); len(nothing) != 1 || nothing[0].Text != "There is no sentence to read on this line." {
		t.Errorf("%+v", nothing)
	}
}

// TestDialog shows the lines as the interface does: what belongs to the second
// sentence is under no heading of the first.
func TestDialog(t *testing.T) {
	l := newLook(model.Japanese, false)
	k := keys.New(l.Printer)
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 35}, {300, 80}} {
		m := pager.New(l, &k, "読み取りの経過", reading.Lines(l, readings))
		m.SetSize(size[0], size[1])
		for _, line := range strings.Split(m.View(), "\n") {
			if ansi.StringWidth(line) > size[0] {
				t.Errorf("%v: %q", size, ansi.Strip(line))
			}
		}
	}
	m := pager.New(l, &k, "読み取りの経過", reading.Lines(l, readings))
	m.SetSize(120, 60)
	m.Update(tea.KeyPressMsg{Text: "続けた"})
	if view := ansi.Strip(m.View()); strings.Contains(view, "通行料") || !strings.Contains(view, "「市が続けた。」") {
		t.Errorf("narrowed to\n%s", view)
	}
}
