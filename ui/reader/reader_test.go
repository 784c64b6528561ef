package reader

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/lang"
	"tachiba/ui/look"
	"tachiba/ui/style"
	"tachiba/ui/uitest"
)

// TestGutterCountsWhatStartsThere holds that a row counts the statements of the
// sentences that start in it, not of one that goes on from the row above.
func TestGutterCountsWhatStartsThere(t *testing.T) {
	l := &look.Look{Theme: style.New(true, false), Printer: lang.New(model.English), Lexicon: uitest.Lexicon()}
	k := keys.New(l.Printer)
	d := model.Digest{ID: "d", Lang: "ja", Sentences: []model.Sentence{
		{Text: "市は橋の修理を年内に終えると説明した。", Line: 1, Role: model.RoleLead, Section: model.None, Card: model.None},
		{Text: "漁協は反対した。", Line: 1, Role: model.RoleLead, Section: model.None, Card: model.None},
	}}
	m := New(l, &k)
	m.SetSize(25, 20)
	m.Show(&d, []model.Statement{
		{Digest: "d", Sentence: 0, Stance: model.Favor},
		{Digest: "d", Sentence: 0, Stance: model.Favor},
		{Digest: "d", Sentence: 1, Stance: model.Against},
	})
	var marks []string
	for _, line := range strings.Split(ansi.Strip(m.View()), "\n")[:3] {
		marks = append(marks, strings.TrimSpace(string([]rune(line)[:gutter])))
	}
	if got := strings.Join(marks, ","); got != "▲2,▼," {
		t.Errorf("marks %q in\n%s", got, ansi.Strip(m.View()))
	}
}
