package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/rogpeppe/go-internal/testscript"
)

// web is a small news site with feeds.
type web struct {
	*httptest.Server
	edition     atomic.Int64 // of the RSS feed: how many articles it has
	unchanged   atomic.Int64 // how many requests were answered with 304
	conditional atomic.Int64 // how many asked for no more than what changed
}

// articles are those of the RSS feed, in their order.
var articles = []string{
	"<title>停戦をめぐる協議</title><guid>a1</guid><pubDate>Sat, 01 Mar 2025 09:00:00 GMT</pubDate>" +
		"<content:encoded>&lt;p&gt;プーチン大統領は停戦を拒否した。&lt;/p&gt;&lt;p&gt;協議は来週も続く見通しで、各国が行方を見守っている。&lt;/p&gt;</content:encoded>",
	"<title>停戦へ動く</title><guid>a2</guid><pubDate>Tue, 01 Apr 2025 09:00:00 GMT</pubDate>" +
		"<content:encoded>&lt;p&gt;プーチン大統領は停戦を受け入れた。&lt;/p&gt;&lt;p&gt;ロシアは停戦に賛成すると述べた。&lt;/p&gt;" +
		"&lt;p&gt;ペスコフ報道官は停戦を支持すると述べた。&lt;/p&gt;</content:encoded>",
}

func newWeb() *web {
	w := &web{}
	w.edition.Store(1)
	page := func(n, text string) string {
		return `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>第` + n + `報</title>` +
			`<meta property="article:published_time" content="2025-02-0` + n + `T09:00:00Z"><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head>` +
			`<body><nav><a href="/">一覧</a></nav><article><h1>第` + n + `報</h1><p>` + text + `</p><p>第` + n +
			`報の記者は、会場の外で長く待っていた市民にも話を聞き、その声を伝えている。</p><p>会場のまわりでは朝から冷たい雨が降り続き、` +
			`屋台の主人は、客足が戻るまで店を開けておくつもりだと静かに語った。夕方には雨もやみ、橋の上には人の列ができた。</p></article></body></html>`
	}
	texts := []string{
		"トランプ大統領はロシアに停戦を求めた。", "ゼレンスキー大統領は領土の割譲を拒否した。", "欧州連合はウクライナへの支援を続けると表明した。",
		"ルビオ国務長官はウクライナのNATO加盟に反対した。", "ロシアはウクライナのNATO加盟に反対している。",
	}
	mux := http.NewServeMux()
	for i, text := range texts {
		n := fmt.Sprint(i + 1)
		mux.HandleFunc("/"+n+".html", func(out http.ResponseWriter, _ *http.Request) {
			out.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = io.WriteString(out, page(n, text))
		})
	}
	mux.HandleFunc("/rss.xml", func(out http.ResponseWriter, r *http.Request) {
		n := w.edition.Load()
		tag := fmt.Sprintf(`"%d"`, n)
		if r.Header.Get("If-None-Match") != "" {
			w.conditional.Add(1)
		}
		out.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.unchanged.Add(1)
			out.WriteHeader(http.StatusNotModified)
			return
		}
		out.Header().Set("Content-Type", "application/rss+xml; charset=utf-8")
		_, _ = io.WriteString(out, `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>`+
			`<title>橋のたより</title><link>`+w.URL+`/</link><description>見本</description><item>`+strings.Join(articles[:n], "</item><item>")+`</item></channel></rss>`)
	})
	mux.HandleFunc("/atom.xml", func(out http.ResponseWriter, _ *http.Request) {
		out.Header().Set("Content-Type", "application/atom+xml; charset=utf-8")
		_, _ = io.WriteString(out, `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>港の知らせ</title><id>urn:minato</id>`+
			`<updated>2025-03-02T09:00:00Z</updated><entry><title>加盟の是非</title><id>urn:minato:1</id><updated>2025-03-02T09:00:00Z</updated>`+
			`<content type="html">&lt;p&gt;トランプ大統領はウクライナのNATO加盟に反対した。&lt;/p&gt;&lt;p&gt;港では船の往来が続いている。&lt;/p&gt;</content></entry></feed>`)
	})
	mux.HandleFunc("/broken.xml", func(out http.ResponseWriter, _ *http.Request) {
		out.Header().Set("Content-Type", "application/rss+xml")
		_, _ = io.WriteString(out, `<?xml version="1.0"?><rss version="2.0"><channel><title>壊れた`)
	})
	w.Server = httptest.NewUnstartedServer(mux) // all else is 404
	w.Start()                                   // only now: the handlers read its URL
	return w
}

// publish adds an article to the RSS feed.
func publish(ts *testscript.TestScript, _ bool, _ []string) { ts.Value("web").(*web).edition.Add(1) }

// unchanged checks how many requests were answered with 304: unchanged 2
func unchanged(ts *testscript.TestScript, _ bool, args []string) {
	w := ts.Value("web").(*web)
	if got := fmt.Sprint(w.unchanged.Load()); got != args[0] {
		ts.Fatalf("%s answers 304 to %d conditional requests, want %s", got, w.conditional.Load(), args[0])
	}
}

// poke overwrites bytes of a file: poke FILE OFFSET "\x00\x01"
func poke(ts *testscript.TestScript, _ bool, args []string) {
	var at int
	var text string
	if _, err := fmt.Sscanf(strings.Join(args[1:], " "), "%d %q", &at, &text); err != nil {
		ts.Fatalf("%v", err)
	}
	b := []byte(ts.ReadFile(args[0]))
	copy(b[at:], text)
	writeFile(ts, args[0], string(b))
}

// many writes short articles: many FOLDER 60
func many(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.MkdirAll(ts.MkAbs(args[0]), 0o755))
	for i := range n {
		writeFile(ts, filepath.Join(args[0], fmt.Sprintf("%s%d.txt", args[0], i)), fmt.Sprintf("%sの第%d報\n\n橋から第%[2]d報が届いた。", args[0], i))
	}
}

// count checks how many lines were last printed: count 5
func count(ts *testscript.TestScript, _ bool, args []string) {
	if got := strings.Count(ts.ReadFile("stdout"), "\n"); fmt.Sprint(got) != args[0] {
		ts.Fatalf("%d lines, want %s", got, args[0])
	}
}
