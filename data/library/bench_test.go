package library

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"tachiba/data/fetch"
	"tachiba/data/lexicon"
	"tachiba/data/store/generate"
	"tachiba/model"
)

// BenchmarkFetch loads 10,000 articles of ten feeds of a real server into a new
// library, searchable at once, coding aside: what a feed reader does.
func BenchmarkFetch(b *testing.B) {
	const feeds, items = 10, 1000
	bodies := make([]string, feeds)
	g := generate.New(generate.Lexicon, 1, generate.Item)
	for i := range bodies {
		var s strings.Builder
		fmt.Fprintf(&s, `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Feed %d</title><link>https://example.com/</link><description>-</description>`, i)
		for k := range items {
			title, text, _ := strings.Cut(g.Story(), "\n")
			fmt.Fprintf(&s, "<item><title>%s</title><link>https://example.com/%d/%d</link><pubDate>Thu, 20 Mar 2025 09:00:00 +0900</pubDate><content:encoded><![CDATA[<p>%s</p>]]></content:encoded></item>",
				title, i, k, strings.ReplaceAll(text, "\n", "</p><p>"))
		}
		bodies[i] = s.String() + "</channel></rss>"
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var i int
		_, _ = fmt.Sscanf(r.URL.Path, "/%d", &i)
		fmt.Fprint(w, bodies[i])
	}))
	defer server.Close()
	lex, err := lexicon.Load("")
	if err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	for i := range b.N {
		b.StopTimer()
		l, err := Open(b.Context(), filepath.Join(b.TempDir(), fmt.Sprint(i)), lex, Options{AllowPrivate: true, Fetch: fetch.Options{Rate: 1000}})
		if err != nil {
			b.Fatal(err)
		}
		for k := range feeds {
			if _, err := l.AddFeeds(b.Context(), []model.Feed{{URL: fmt.Sprintf("%s/%d", server.URL, k)}}); err != nil {
				b.Fatal(err)
			}
		}
		b.StartTimer()
		added := 0
		if err := l.Fetch(b.Context(), nil, func(s model.Step) { added += s.Counts[model.OutcomeAdded] }); err != nil || added != feeds*items {
			b.Fatal(added, err)
		}
		b.StopTimer()
		l.Close()
	}
	b.ReportMetric(feeds*items*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}
