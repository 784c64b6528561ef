package store

import (
	"context"
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"tachiba/data/digest"
	"tachiba/data/store/generate"
	"tachiba/model"
)

// How many digests the large libraries of the benchmarks have. The bars are set
// for 10,000 and, for searches, 100,000.
var (
	benchDigests  = flag.Int("digests", 1000, "digests of the library that is coded")
	benchSearched = flag.Int("searched", 5000, "digests of the library that is searched")
)

// fill puts n digests of a shape into a library, coded or not.
func fill(b *testing.B, s *Store, n int, shape generate.Shape, coded bool) {
	b.Helper()
	g := generate.New(generate.Lexicon, 1, shape)
	const batch = 500
	for i := 0; i < n; i += batch {
		var list []Article
		for k := range min(batch, n-i) {
			text := g.Text()
			id := fmt.Sprintf("digest-%06d", i+k)
			list = append(list, Article{Digest: digest.Parse(id, id, text), Source: id, Text: text})
		}
		if _, _, err := s.Put(context.Background(), list); err != nil {
			b.Fatal(err)
		}
		if coded {
			codeNext(b, s, g, len(list))
		}
	}
}

func codeNext(b *testing.B, s *Store, g *generate.Generator, n int) int {
	b.Helper()
	list, err := s.Uncoded(context.Background(), "1", 0, n)
	if err != nil {
		b.Fatal(err)
	}
	coded := make([]Coded, len(list))
	statements := 0
	for i, u := range list {
		d := digest.Parse(u.Name, u.Path, u.Text)
		coded[i] = Coded{u, d, g.Statements(&d)}
		statements += len(coded[i].Statements)
	}
	b.StartTimer()
	if err := s.SetCoded(context.Background(), "1", coded); err != nil {
		b.Fatal(err)
	}
	b.StopTimer()
	return statements
}

// BenchmarkSetCoded keeps statements of digests that are there.
func BenchmarkSetCoded(b *testing.B) {
	s := open(b)
	g := generate.New(generate.Lexicon, 2, generate.Large)
	statements := 0
	b.StopTimer()
	for i := 0; i < b.N; i++ {
		var list []Article
		for k := range 100 {
			text := g.Text()
			id := fmt.Sprintf("digest-%d-%d", i, k)
			list = append(list, Article{Digest: digest.Parse(id, id, text), Source: id, Text: text})
		}
		if _, _, err := s.Put(context.Background(), list); err != nil {
			b.Fatal(err)
		}
		statements += codeNext(b, s, g, len(list))
	}
	b.ReportMetric(float64(statements)/b.Elapsed().Seconds(), "statements/s")
}

// BenchmarkPut keeps parsed articles of a feed's size, searchable at once.
func BenchmarkPut(b *testing.B) {
	s := open(b)
	g := generate.New(generate.Lexicon, 3, generate.Item)
	b.StopTimer()
	n := 0
	for i := 0; i < b.N; i++ {
		var list []Article
		for k := range 1000 {
			text := g.Text()
			id := fmt.Sprintf("item-%d-%d", i, k)
			list = append(list, Article{Digest: digest.Parse(id, id, text), Source: id, Text: text})
		}
		n += len(list)
		b.StartTimer()
		if _, _, err := s.Put(context.Background(), list); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkLibrary reads a coded library: the overview, the ledger, and filters.
func BenchmarkLibrary(b *testing.B) {
	path := filepath.Join(b.TempDir(), "library.db")
	s := openAt(b, path)
	fill(b, s, *benchDigests, generate.Large, true)
	l, _, err := s.Ledger(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	b.Run(fmt.Sprintf("open+overview/%d", len(l.Entries)), func(b *testing.B) {
		for b.Loop() {
			s := openAt(b, path)
			if _, err := s.Overview(b.Context(), generate.Lexicon); err != nil {
				b.Fatal(err)
			}
			s.Close()
		}
	})
	b.Run("ledger", func(b *testing.B) {
		for b.Loop() {
			if _, _, err := s.Ledger(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
	for name, f := range map[string]model.Filter{
		"all": {}, "actors": {Actors: []model.ActorID{"RU", "UA"}}, "topic": {Topics: []model.TopicID{"topic03"}}, "stance": {Stances: []model.Stance{model.Against}},
		"dates": {Since: 20240601, Until: 20250101}, "sure": {MinConfidence: 0.8}, "doubtful": {Review: model.ReviewDoubtful}, "text": {Text: "停戦"}, "long": {Text: "ゼレンスキー"},
	} {
		b.Run("filter/"+name, func(b *testing.B) {
			for b.Loop() {
				s.last = lastFound{} // typed anew
				l.Compare(generate.Lexicon, f)
			}
		})
	}
}

// BenchmarkSearch asks for the newest fifty of each term, of two characters and
// more, and reports the 95th percentile.
func BenchmarkSearch(b *testing.B) {
	s := open(b)
	fill(b, s, *benchSearched, generate.Item, false)
	terms := []string{"領土", "制裁", "停戦", "捕虜", "選挙", "経済制裁", "平和維持部隊", "ゼレンスキー", "凍結資産の使い道", "交渉の余地は残る", "北大西洋条約機構", "停戦 ロシア", "領土 米国", "無い言葉"}
	var all []time.Duration
	for b.Loop() {
		for _, term := range terms {
			start := time.Now()
			if _, err := s.Search(b.Context(), model.Search{Text: term, Limit: 50}); err != nil {
				b.Fatal(err)
			}
			all = append(all, time.Since(start))
		}
	}
	slices.Sort(all)
	b.ReportMetric(float64(all[len(all)*95/100].Microseconds())/1000, "p95-ms")
	b.ReportMetric(float64(all[len(all)/2].Microseconds())/1000, "p50-ms")
}
