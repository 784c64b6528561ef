package feed_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/data/feed"
	"tachiba/model"
)

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// formats is what each fixture says.
var formats = map[string]feed.Feed{
	"rss091.xml": {Title: "港町だより", Link: "http://minato.example/", Items: []feed.Item{
		{ID: "http://minato.example/2025/ami.html", URL: "http://minato.example/2025/ami.html", Title: "漁協、網の共同購入を決める", Summary: "組合は網をまとめて買い、費用を分け合う。"},
		{ID: "http://minato.example/2025/todai.html", URL: "http://minato.example/2025/todai.html", Title: "灯台の公開は四月から"},
	}},
	"rss092.xml": {Title: "山里メモ", Link: "http://yamazato.example/", Items: []feed.Item{
		{ID: "sha256:*", Title: "峠の通行止めは今夜解ける。", Summary: "峠の<b>通行止め</b>は今夜解ける。明日は平常どおり。"},
		{ID: "sha256:*", Title: "朝市は雨でも開く 傘を忘れずに", Summary: "<p>朝市は雨でも開く</p><p>傘を忘れずに</p>"},
	}},
	"rss20.xml": {Title: "川辺新報 & 写真", Link: "https://kawabe.example/", Items: []feed.Item{
		{
			ID: "kawabe-101", URL: "https://kawabe.example/news/101?from=feed", Title: "首相、停戦案を「支持」 と述べる", Published: 20250318,
			HTML: "<p>首相は十八日、停戦案を<strong>支持する</strong>と記者団に述べた。</p>", Summary: "首相は記者団に語った。",
		},
		{ID: "https://kawabe.example/news/102", URL: "https://kawabe.example/news/102", Title: "橋の修理に慎重な県", Published: 20250317, Summary: "県は費用を理由に慎重だ。"},
		{ID: "kawabe-103", Title: "怪しいリンク"},
	}},
	"rdf10.xml": {Title: "調査室ノート", Link: "https://chosa.example/", Items: []feed.Item{{
		ID: "https://chosa.example/n/1", URL: "https://chosa.example/n/1", Title: "制裁の効き目を測る", Published: 20250228,
		HTML: "<p>制裁の効き目は一つの数字では測れない。</p>", Summary: "数字の見方をまとめた。",
	}}},
	"atom10.xml": {Title: "朝の論点", Link: "https://asa.example/blog/", Items: []feed.Item{
		{
			ID: "tag:asa.example,2025:1", URL: "https://asa.example/blog/2025/kamei", Title: "外相、加盟に反対", Published: 20250319,
			HTML: "<p>外相は加盟に反対すると述べた。</p>", Summary: "<p>外相の発言</p>",
		},
		{
			ID: "https://asa.example/blog/2025/qa", URL: "https://asa.example/blog/2025/qa", Title: "Q & A: 三つの問い", Published: 20250318,
			HTML: "問い &lt;1&gt; &amp; &lt;2&gt;",
		},
	}},
	"atom03.xml": {Title: "古い日誌", Link: "http://nisshi.example/", Items: []feed.Item{
		{ID: "tag:nisshi.example,2004:1", URL: "http://nisshi.example/gikai", Title: "議会が始まる", Published: 20040506, HTML: "<p>議会は六日に始まった。</p>"},
	}},
	"feed.json": {Title: "小道の手帖 <試作>", Link: "https://komichi.example/", Items: []feed.Item{
		{ID: "7", URL: "https://komichi.example/p/7", Title: "A < B という話", Published: 20250318, HTML: "<p>比べ方の話。</p>", Summary: "A &lt; B"},
		{
			ID: "https://komichi.example/p/8", URL: "https://komichi.example/p/8", Title: "題のない短信。", Published: 20250317,
			HTML: "題のない短信。<br>\n二行目 &lt;だけ&gt;",
		},
	}},
}

// hashed hides what a hash is, after checking that there is one.
func hashed(f *feed.Feed) *feed.Feed {
	for i, item := range f.Items {
		if rest, ok := strings.CutPrefix(item.ID, "sha256:"); ok && len(rest) == 32 {
			f.Items[i].ID = "sha256:*"
		}
	}
	return f
}

func TestParseFormats(t *testing.T) {
	for name, want := range formats {
		t.Run(name, func(t *testing.T) {
			got, err := feed.Parse(fixture(t, name), "https://base.example/feed", "")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(&want, hashed(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParseNoFeed(t *testing.T) {
	tests := map[string]struct {
		in, cause string
		line      int
	}{
		"empty":       {"", "neither XML nor JSON", 0},
		"text":        {"停戦案について", "neither XML nor JSON", 0},
		"picture":     {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x01\x02\x03\x04", "not a text", 0},
		"web page":    {"<!DOCTYPE html>\n<html><head><title>川辺</title></head><body><br><p>橋</body></html>", "a web page, not a feed", 0},
		"list":        {string(`<opml version="2.0"/>`), "a list of feeds (OPML), not a feed", 0},
		"other XML":   {"<urlset></urlset>", "XML, but neither RSS nor Atom", 0},
		"other JSON":  {`{"error":"no"}`, "JSON, but no JSON Feed", 0},
		"JSON types":  {`{"version":"https://jsonfeed.org/version/1","items":[{"title":[1]}]}`, "JSON, but no JSON Feed: wrong type of items.title", 0},
		"cut JSON":    {`{"items":[{"title":"橋`, "broken JSON: unexpected end of JSON input", 0},
		"cut RSS":     {"<?xml version=\"1.0\"?>\n<rss>\n<channel><item>\n<title>橋", "broken XML: unexpected EOF", 4},
		"bare <":      {rss20("\n<item><title>a < b</title></item>"), "broken XML: expected element name after <", 2},
		"escape code": {"<rss><channel></\u202e\u009bx></rss>", "broken XML: ", 1},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f, err := feed.Parse([]byte(tt.in), "https://a.example/\x1b[2J", "")
			var p *model.Problem
			if f != nil || !errors.As(err, &p) || p.Code != model.ProblemNoFeed || p.Line != tt.line || p.Path != "https://a.example/" {
				t.Fatalf("%v, %#v", f, err)
			}
			if tt.cause == "broken XML: " && strings.ContainsAny(p.Error(), "\u202e\u009b") || !strings.HasPrefix(p.Detail(), tt.cause) {
				t.Errorf("cause %q, want %q", p.Detail(), tt.cause)
			}
		})
	}
}

// TestParseLenient holds what readers forgive: faults that feeds have in the wild.
func TestParseLenient(t *testing.T) {
	tests := map[string]struct{ in, title string }{
		"space before":      {"\n\n  <?xml version='1.0'?>" + rss20("<item><title>橋</title></item>"), "橋"},
		"unknown entity":    {rss20("<item><title>橋&nbsp;と&foo;川 & 山</title></item>"), "橋 と&foo;川 & 山"},
		"unclosed inside":   {rss20("<item><title>橋<br>と川</title></item>"), "橋 と川"},
		"controls":          {rss20("<item><title>橋\x08と\x1b[31m川\x00\uffff</title></item>"), "橋と[31m川"},
		"control entities":  {rss20("<item><title>橋&#8;と&#x1B;川&#xFFFF;</title></item>"), "橋と川"},
		"entity as escape":  {rss20("<item><title>橋&amp;#27;]0;x&amp;#7;と川</title></item>"), "橋と川"},
		"several lines":     {rss20("<item><title>\n 橋の\n  修理\t案　二 </title></item>"), "橋の 修理 案　二"},
		"not a tag":         {rss20("<item><title>&lt;独自&gt;橋 &lt;NATO&gt; 1 &lt; 2 &lt;i&gt;今&lt;/i&gt;</title></item>"), "<独自>橋 <NATO> 1 < 2 今"},
		"ruby and script":   {rss20("<item><title><![CDATA[<ruby>橋<rp>(</rp><rt>はし</rt><rp>)</rp></ruby>の<script>x()</script>案]]></title></item>"), "橋の案"},
		"long":              {rss20("<item><title>" + strings.Repeat("橋", 2000) + "</title></item>"), strings.Repeat("橋", 299) + "…"},
		"title of the text": {rss20("<item><description>&lt;p&gt;" + strings.Repeat("橋", 100) + "&lt;/p&gt;</description></item>"), strings.Repeat("橋", 59) + "…"},
		"entity bomb":       {lol() + rss20("<item><title>a&lol9;&far;b</title></item>"), "a&lol9;&far;b"},
		"upper case":        {"<RSS><channel><item><title>橋</title></item></channel></RSS>", "橋"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f, err := feed.Parse([]byte(tt.in), "https://a.example/", "")
			if err != nil || len(f.Items) != 1 || f.Items[0].Title != tt.title {
				t.Fatalf("%v, %v, want %q", f, err, tt.title)
			}
		})
	}
}
