package feed_test

import (
	"fmt"
	"strings"
	"testing"

	"tachiba/data/feed"
)

// paragraph has about 1 KB in UTF-8.
var paragraph = strings.Repeat("市の協議会は十八日、川沿いの橋の修理を来年度に始める案をまとめた。費用の分担をめぐり、県は慎重な姿勢を示している。", 6)

func rssOf(items int) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>川辺新報</title><link>https://kawabe.example/</link>`)
	for i := range items {
		fmt.Fprintf(&b, `<item><title>橋の修理案 第%d報</title><link>https://kawabe.example/news/%d</link><guid isPermaLink="false">kawabe-%d</guid><pubDate>Tue, 18 Mar 2025 09:30:00 +0900</pubDate><dc:creator>川辺太郎</dc:creator><description>修理案の要点</description><content:encoded><![CDATA[<p>%s</p>]]></content:encoded></item>`, i, i, i, paragraph)
		b.WriteByte('\n')
	}
	b.WriteString(`</channel></rss>`)
	return []byte(b.String())
}

func atomOf(items int) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>川辺新報</title><link href="https://kawabe.example/"/>`)
	for i := range items {
		fmt.Fprintf(&b, `<entry><id>tag:kawabe.example,2025:%d</id><title>橋の修理案 第%d報</title><link href="https://kawabe.example/news/%d"/><updated>2025-03-18T09:30:00+09:00</updated><content type="html">&lt;p&gt;%s&lt;/p&gt;</content></entry>`, i, i, i, paragraph)
	}
	b.WriteString(`</feed>`)
	return []byte(b.String())
}

func jsonOf(items int) []byte {
	var b strings.Builder
	b.WriteString(`{"version":"https://jsonfeed.org/version/1.1","title":"川辺新報","items":[`)
	for i := range items {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"id":"%d","url":"https://kawabe.example/news/%d","title":"橋の修理案 第%d報","date_published":"2025-03-18T09:30:00+09:00","content_html":"<p>%s</p>"}`, i, i, i, paragraph)
	}
	b.WriteString(`]}`)
	return []byte(b.String())
}

func BenchmarkParse(b *testing.B) {
	const items = 1000
	for name, in := range map[string][]byte{"rss": rssOf(items), "atom": atomOf(items), "json": jsonOf(items)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				f, err := feed.Parse(in, "https://kawabe.example/feed", "")
				if err != nil || len(f.Items) != items {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(items*b.N)/b.Elapsed().Seconds(), "items/s")
		})
	}
}
