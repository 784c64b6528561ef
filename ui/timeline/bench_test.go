package timeline

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/uitest"
)

// many returns the comparison of n statements over ten years, and a digest a day.
func many(n int) (model.Comparison, []model.Listing) {
	const days = 3652
	lex := uitest.Lexicon()
	all := make([]model.Statement, n)
	for i := range all {
		all[i] = model.Statement{
			Digest: fmt.Sprint(i % days), Actor: lex.Actors[i%len(lex.Actors)].ID, Topic: lex.Topics[i/7%len(lex.Topics)].ID,
			Stance: model.Stances[i/11%3], Date: model.ByDay.Add(20150101, i%days), Text: "市長は橋の修理を年内に終えると説明した。",
			Speaker: fmt.Sprint("話者", i%9), Outlet: "港町新聞", Confidence: 0.8,
		}
	}
	list := make([]model.Listing, days)
	for i := range list {
		list[i] = model.Listing{ID: fmt.Sprint(i), Title: "橋の修理はいつ終わる?", Date: model.ByDay.Add(20150101, i)}
	}
	return model.NewLedger(all).Compare(lex, model.Filter{}), list
}

func BenchmarkSetComparison(b *testing.B) {
	c, _ := many(100_000)
	m := newModel(model.Japanese, false)
	for b.Loop() {
		m.SetComparison(c)
	}
}

// BenchmarkFirstView measures a frame that has all to compute.
func BenchmarkFirstView(b *testing.B) {
	c, list := many(100_000)
	m := newModel(model.Japanese, false)
	m.SetSize(120, 40)
	for b.Loop() {
		m.SetComparison(c)
		m.SetDigests(list)
		m.View()
	}
}

func BenchmarkView(b *testing.B) {
	c, list := many(100_000)
	for _, size := range [][2]int{{80, 20}, {120, 36}, {300, 76}} {
		for _, zoom := range model.Zooms {
			b.Run(fmt.Sprintf("%dx%d/zoom=%d", size[0], size[1], zoom), func(b *testing.B) {
				m := newModel(model.Japanese, false)
				m.SetComparison(c)
				m.SetDigests(list)
				m.SetSize(size[0], size[1])
				m.zoomTo(zoom)
				for b.Loop() {
					m.View()
				}
			})
		}
	}
}

// BenchmarkUnfold measures unfolding an actor and the frame that shows it.
func BenchmarkUnfold(b *testing.B) {
	c, _ := many(100_000)
	m := newModel(model.Japanese, false)
	m.SetSize(120, 36)
	for b.Loop() {
		m.SetComparison(c)
		m.unfold()
		m.View()
		m.fold(m.lane().Actor)
	}
}

// BenchmarkKey measures a key and the frame that answers it.
func BenchmarkKey(b *testing.B) {
	c, list := many(100_000)
	m := newModel(model.Japanese, false)
	m.SetComparison(c)
	m.SetDigests(list)
	m.SetSize(120, 40)
	for _, press := range "zg" {
		m.Update(tea.KeyPressMsg{Text: string(press), Code: press})
	}
	for b.Loop() {
		m.Update(tea.KeyPressMsg{Text: "l", Code: 'l'})
		m.View()
	}
}
