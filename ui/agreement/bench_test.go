package agreement

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"tachiba/model"
	"tachiba/ui/uitest"
)

// large returns n statements of all actors and topics over ten years.
func large(n int) *model.Ledger {
	lex, r := uitest.Lexicon(), rand.New(rand.NewPCG(1, 1))
	list := make([]model.Statement, n)
	for i := range list {
		date, _ := model.MakeDate(2016+r.IntN(10), 1+r.IntN(12), 1+r.IntN(28))
		list[i] = model.Statement{
			Digest: fmt.Sprint("d", i/40), Actor: lex.Actors[r.IntN(len(lex.Actors))].ID, Topic: lex.Topics[r.IntN(len(lex.Topics))].ID,
			Stance: model.Stances[r.IntN(3)], Date: date, Text: strings.Repeat("市長は橋の修理を年内に終えると説明した", 1+r.IntN(4)) + "。", Cue: "修理",
		}
	}
	return model.NewLedger(list)
}

func BenchmarkView(b *testing.B) {
	lk, k := uitest.Look(model.Japanese, false)
	c := large(100_000).Compare(lk.Lexicon, model.Filter{})
	m := New(lk, k)
	m.SetSize(200, 50)
	b.Run("hidden", func(b *testing.B) {
		for b.Loop() {
			m.SetComparison(c)
		}
	})
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			m.SetComparison(c)
			m.View()
		}
	})
	b.Run("pair", func(b *testing.B) {
		for b.Loop() {
			press(&m, "l", "h")
			m.View()
		}
	})
	b.Run("topic", func(b *testing.B) {
		press(&m, "tab")
		for b.Loop() {
			press(&m, "j", "k")
			m.View()
		}
	})
}
