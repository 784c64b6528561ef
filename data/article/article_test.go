package article

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tachiba/data/feed"
	"tachiba/data/fetch"
	"tachiba/data/files"
	"tachiba/model"
)

func TestForeign(t *testing.T) {
	for text, want := range map[string]error{
		"<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel></channel></rss>": errFeed, "\ufeff<feed xmlns=\"http://www.w3.org/2005/Atom\"/>": errFeed,
		"<rdf:RDF>": errFeed, "<?xml version='1.0'?><opml version='2.0'/>": errOPML, "{\"digest\":\"d\"}\n{\"digest\":\"e\"}\n": errData, "[1, 2]": errData,
		"<html><body>停戦</body></html>": nil, "停戦の報告\nロシアは拒んだ。": nil, "[注] 停戦の報告": nil, "": nil, "{": nil,
	} {
		p := foreign([]byte(text), "name")
		if (p == nil) != (want == nil) || p != nil && (p.Err != want || p.Path != "name") {
			t.Errorf("%q: %v, want %v", text, p, want)
		}
	}
}

func TestName(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.example.com/news/2025/ceasefire-talks.html": "ceasefire-talks", "https://example.com/": "example.com", "https://example.com/news/12345": "example.com-12345",
		"https://example.com/a/index.html": "example.com", "https://example.com/article?id=7": "article-id-7", "https://example.com/停戦の話": "停戦の話", "urn:uuid:1": "urn-uuid-1", "": "article",
		"https://example.com/" + strings.Repeat("長", 100): strings.Repeat("長", maxName),
	} {
		if got := Name(address); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}

const plainPage = `<html><head><title>停戦の報告 | 港町新聞</title><meta property="og:site_name" content="港町新聞"><meta property="article:published_time" content="2025-03-04T09:00:00+09:00"></head>
<body><article><h1>停戦の報告</h1><p>ロシアは停戦の提案を拒否したと、関係者が述べた。会談は今週も続く見通しだという。</p><p>米国は早期の停戦を求めている。欧州も支持すると表明した。ウクライナは領土の割譲を拒む考えを改めて示した。</p></article></body></html>`

// TestOwnSource holds that an article which sums up no sources rests on itself, and
// a digest on its cards.
func TestOwnSource(t *testing.T) {
	a, p := Web(&fetch.Document{URL: "https://example.com/news/truce", ContentType: "text/html", Body: []byte(plainPage)})
	if p != nil {
		t.Fatal(p)
	}
	d := &a.Digest
	if d.ID != "truce" || d.Own.Outlet != "港町新聞" || d.Own.Published != 20250304 || d.Newest() != 20250304 {
		t.Errorf("%s %+v %s", d.ID, d.Own, d.Newest())
	}
	for _, s := range d.Sentences {
		if source := d.SourceOf(s); source.URL != "https://example.com/news/truce" || d.Date(s) != 20250304 {
			t.Errorf("%+v rests on %+v", s, source)
		}
	}
	digest := "題名\n前文がある。\n見出し\n何が問われるか?\n答え\n公開日:2025/03/05\n✅ 米国は停戦を求めた。\nさらに読む ⇒ みなと新聞出典/画像元: https://example.com/1\n"
	parsed := Parse("d", "d.txt", digest, model.Card{URL: "https://example.com/own", Published: 20240101})
	if parsed.Own != (model.Card{}) || parsed.Newest() != 20250305 {
		t.Errorf("a digest rests on %+v of %s", parsed.Own, parsed.Newest())
	}
}

func TestFileAndItem(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"page.html": plainPage, "feed.xml": "<?xml version=\"1.0\"?><rss/>", "words.txt": "挨拶"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	a, p := File(files.File{Path: filepath.Join(dir, "page.html"), ID: "page"})
	if p != nil || a.Digest.Title != "停戦の報告" || a.Source != filepath.Join(dir, "page.html") {
		t.Errorf("%+v, %v", a.Digest, p)
	}
	for name, code := range map[string]model.ProblemCode{"feed.xml": model.ProblemNoArticle, "none.txt": model.ProblemNotFound} {
		if _, p := File(files.File{Path: filepath.Join(dir, name), ID: name}); p == nil || p.Code != code {
			t.Errorf("%s: %v, want %s", name, p, code)
		}
	}
	item := &feed.Item{ID: "1", URL: "https://example.com/story", Title: "停戦の知らせ", Published: 20250306, HTML: "<p>ロシアは停戦を拒否した。</p>"}
	a, p = Item(item, "通信")
	if p != nil || a.Digest.Title != "停戦の知らせ" || a.Digest.Own.Outlet != "通信" || a.Digest.Newest() != 20250306 || a.Source != item.URL {
		t.Errorf("%+v, %v", a.Digest, p)
	}
}
