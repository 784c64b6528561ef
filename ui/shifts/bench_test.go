package shifts

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
			Digest: fmt.Sprint("d", i/40), Outlet: fmt.Sprint("新聞", r.IntN(30)), Actor: lex.Actors[r.IntN(len(lex.Actors))].ID,
			Topic: lex.Topics[r.IntN(len(lex.Topics))].ID, Stance: model.Stances[r.IntN(3)], Date: date, Confidence: r.Float64(),
			Text: strings.Repeat("市長は橋の修理を年内に終えると説明した", 1+r.IntN(4)) + "。", Cue: "修理",
		}
	}
	return model.NewLedger(list)
}

func BenchmarkView(b *testing.B) {
	lk, k := uitest.Look(model.Japanese, false)
	c := large(100_000).Compare(lk.Lexicon, model.Filter{})
	b.Run("hidden", func(b *testing.B) {
		m := New(lk, k)
		for b.Loop() {
			m.SetComparison(c)
		}
	})
	b.Run("first", func(b *testing.B) {
		m := New(lk, k)
		m.SetSize(200, 50)
		for b.Loop() {
			m.SetComparison(c)
			m.View()
		}
	})
	b.Run("key", func(b *testing.B) {
		m := New(lk, k)
		m.SetSize(200, 50)
		m.SetComparison(c)
		press(&m, "j")
		for b.Loop() {
			press(&m, "j")
			m.View()
		}
	})
	b.Run("bottom", func(b *testing.B) {
		m := New(lk, k)
		m.SetSize(200, 50)
		m.SetComparison(c)
		for b.Loop() {
			press(&m, "g", "G")
			m.View()
		}
	})
}
