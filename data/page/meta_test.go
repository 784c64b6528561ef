package page_test

import (
	"strings"
	"testing"

	"tachiba/model"
)

// body is running text enough for an article.
var body = "<p>" + strings.Repeat("市は橋の修理を年内に終えると説明した。", 10) + "</p>"

func TestTitles(t *testing.T) {
	for name, tt := range map[string]struct{ html, want string }{
		"og:title":               {`<meta property="og:title" content="橋の修理"><title>x</title>`, "橋の修理"},
		"title, bar":             {`<title>橋の修理｜港町新聞</title>`, "橋の修理"},
		"title, known site":      {`<meta property="og:site_name" content="港町新聞"><title>橋の修理 - 港町新聞</title>`, "橋の修理"},
		"title, site in bracket": {`<meta property="og:site_name" content="港町新聞"><title>橋の修理（港町新聞）</title>`, "橋の修理"},
		"title, unknown site":    {`<title>橋の修理 - 市と漁協</title>`, "橋の修理 - 市と漁協"},
		"title is the site":      {`<meta property="og:site_name" content="港町新聞"><title>港町新聞</title>`, "港町新聞"},
		"heading confirms":       {`<title>橋の修理はいつ終わるのか: 社会: 港町</title><h1>橋の修理はいつ終わるのか</h1>`, "橋の修理はいつ終わるのか"},
		"h1 alone":               {`<h1>橋の<em>修理</em></h1>`, "橋の修理"},
		"h1 differs":             {`<meta property="og:title" content="橋の修理"><h1>速報</h1>`, "橋の修理"},
		"JSON-LD":                {`<script type="application/ld+json">[{"@type":["Article"],"headline":"橋の修理"}]</script><title>x</title>`, "橋の修理"},
		"references, controls":   {"<title>橋&amp;港\x1b[31m&#x202e;\n 修理</title>", "橋&港 修理"},
		"none":                   {``, strings.Repeat("市は橋の修理を年内に終えると説明した。", 10)},
	} {
		p := mustParse(t, []byte(tt.html+body), "", "x")
		if p.Title != tt.want || strings.Split(p.Text, "\n")[0] != tt.want || strings.Count(p.Text, "\n"+tt.want+"\n") > 0 {
			t.Errorf("%s: title %q of %q", name, p.Title, p.Text)
		}
	}
}

func TestPublished(t *testing.T) {
	ld := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	for name, tt := range map[string]struct {
		html string
		want model.Date
	}{
		"JSON-LD before meta":       {ld(`{"@type":"NewsArticle","datePublished":"2025-03-04T23:59:00-09:00"}`) + `<meta property="article:published_time" content="2025-01-01">`, 20250304},
		"JSON-LD, another's":        {ld(`{"@type":"ItemList","itemListElement":[{"item":{"@type":"NewsArticle","datePublished":"2020-01-01"}}]}`), 0},
		"JSON-LD, broken":           {ld(`{"@type":"NewsArticle","datePublished":`) + `<meta name="pubdate" content="20250304">`, 20250304},
		"JSON-LD, no text":          {ld(`{"@type":"Article","datePublished":20250304}`), 0},
		"JSON-LD, second script":    {ld(`{"@type":"WebSite"}`) + ld(`{"@type":"BlogPosting","datePublished":"2025/3/4"}`), 20250304},
		"meta, own zone":            {`<meta property="article:published_time" content="2025-03-04T00:30:00+09:00">`, 20250304},
		"meta, not a day":           {`<meta property="article:published_time" content="2025-02-31"><time datetime="2025-03-04">`, 20250304},
		"itemprop":                  {`<meta itemprop="datePublished" content="2025-03-04">`, 20250304},
		"time":                      {`<time>昨日</time><time datetime="2025-03-04 10:00">今日</time>`, 20250304},
		"time of another article":   {`<aside><time datetime="2020-01-01">x</time></aside>`, 0},
		"RFC 5322":                  {`<meta name="date" content="Tue, 04 Mar 2025 23:00:00 -0800">`, 20250304},
		"in words":                  {`<meta name="date" content="March 4, 2025">`, 20250304},
		"in Japanese":               {`<meta name="date" content="2025年3月4日 10時">`, 20250304},
		"too many digits":           {`<meta name="date" content="2025030455">`, 0},
		"none":                      {``, 0},
		"a layout's card, not ours": {`<p>公開日:<time datetime="2025-03-04">2025/03/04</time></p><p>✅ 橋を直す。</p><p>✅ 港も直す。</p>`, 0},
	} {
		if p := mustParse(t, []byte(tt.html+body), "", "x"); p.Published != tt.want {
			t.Errorf("%s: %s", name, p.Published)
		}
	}
}

func TestAddress(t *testing.T) {
	const from = "https://news.example.jp/a/1?b=2#c"
	for name, tt := range map[string]struct{ html, address, want string }{
		"fetched":              {``, from, "https://news.example.jp/a/1?b=2"},
		"canonical":            {`<link rel="Canonical" href="/a/1">`, from, "https://news.example.jp/a/1"},
		"og:url":               {`<meta property="og:url" content="https://news.example.jp/a/1">`, from, "https://news.example.jp/a/1"},
		"another site's":       {`<link rel="canonical" href="https://evil.example/a/1">`, from, "https://news.example.jp/a/1?b=2"},
		"the front page":       {`<link rel="canonical" href="https://news.example.jp/">`, from, "https://news.example.jp/a/1?b=2"},
		"saved file":           {`<link rel="canonical" href="https://news.example.jp/a/1">`, "/home/a/橋.html", "https://news.example.jp/a/1"},
		"saved file, nothing":  {``, "/home/a/橋.html", ""},
		"saved file, relative": {`<link rel="canonical" href="/a/1">`, "橋.html", ""},
		"base":                 {`<base href="https://news.example.jp/z/"><link rel="canonical" href="1">`, from, "https://news.example.jp/z/1"},
		"script":               {`<link rel="canonical" href="javascript:alert(1)">`, "data:text/html,x", ""},
		"password":             {`<link rel="canonical" href="https://a:b@news.example.jp/a/2">`, from, "https://news.example.jp/a/1?b=2"},
		"host in Japanese":     {`<link rel="canonical" href="https://港町.example:8443/橋">`, "x", "https://xn--j6w43m.example:8443/%E6%A9%8B"},
		"turned around":        {"<link rel=\"canonical\" href=\"https://news.example.jp\u202e/a\">", "x", ""},
	} {
		if p := mustParse(t, []byte(tt.html+body), "", tt.address); p.URL != tt.want {
			t.Errorf("%s: %q", name, p.URL)
		}
	}
}

func TestOutlet(t *testing.T) {
	ld := `<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"港町新聞社"}}</script>`
	for html, want := range map[string]string{
		`<meta property="og:site_name" content=" 港町&#10;新聞&#x202e; ">` + ld: "港町 新聞",
		`<meta name="application-name" content="Harbour Post">` + ld:        "Harbour Post",
		ld: "港町新聞社",
		"": "",
	} {
		if p := mustParse(t, []byte(html+body), "", "x"); p.Outlet != want {
			t.Errorf("%s: %q", html, p.Outlet)
		}
	}
}
