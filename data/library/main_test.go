package library

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"tachiba/data/fetch"
	"tachiba/data/lexicon"
	"tachiba/model"
)

// TestMain runs the tests, or a child of TestKilled.
func TestMain(m *testing.M) {
	log.SetOutput(io.Discard) // net/http tells of servers that break its rules
	if path := os.Getenv(envPath); path != "" {
		os.Exit(runChild(path))
	}
	goleak.VerifyTestMain(m)
}

// quick are limits that keep the tests from waiting.
var quick = Options{AllowPrivate: true, Fetch: fetch.Options{Rate: 10_000, PerHost: 8, Tries: 1, Patience: 500 * time.Millisecond, Timeout: 2 * time.Second}}

func openAt(t testing.TB, path string, o Options) *Library {
	t.Helper()
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	l, err := Open(context.Background(), path, lex, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func open(t testing.TB) *Library {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "library.db"), quick)
}

// site is a server whose documents a test changes, and which counts what it sends.
type site struct {
	*httptest.Server
	mu     sync.Mutex
	pages  map[string]http.HandlerFunc
	asked  map[string]int
	bodies map[string]int // answers other than 304
}

func newSite(t testing.TB) *site {
	s := &site{pages: map[string]http.HandlerFunc{}, asked: map[string]int{}, bodies: map[string]int{}}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		h := s.pages[r.URL.Path]
		s.asked[r.URL.Path]++
		s.mu.Unlock()
		if h == nil {
			http.NotFound(w, r)
			return
		}
		h(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// handle sets what is at a path.
func (s *site) handle(path string, h http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[path] = h
}

// serve sets a document with a tag, "" for none.
func (s *site) serve(path, kind, tag, body string) {
	s.handle(path, func(w http.ResponseWriter, r *http.Request) {
		if tag != "" {
			w.Header().Set("ETag", tag)
			if r.Header.Get("If-None-Match") == tag {
				w.WriteHeader(http.StatusNotModified)
				return
			}
		}
		s.mu.Lock()
		s.bodies[path]++
		s.mu.Unlock()
		w.Header().Set("Content-Type", kind)
		fmt.Fprint(w, body)
	})
}

func (s *site) counts(path string) (asked, bodies int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.asked[path], s.bodies[path]
}

const (
	kindRSS  = "application/rss+xml"
	kindAtom = "application/atom+xml"
	kindPage = "text/html; charset=utf-8"
)

// entry is an item of a feed.
type entry struct{ guid, link, title, html, summary string }

func tagged(name, text string) string {
	if text == "" {
		return ""
	}
	return "<" + name + "><![CDATA[" + text + "]]></" + name + ">"
}

func rss(title string, items ...entry) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>` + tagged("title", title) + `<link>https://minato.example/</link>`)
	for _, e := range items {
		b.WriteString("<item>" + tagged("title", e.title) + tagged("link", e.link) + `<guid isPermaLink="false">` + e.guid + "</guid>" + "<pubDate>Thu, 20 Mar 2025 09:00:00 +0900</pubDate>" +
			tagged("content:encoded", e.html) + tagged("description", e.summary) + "</item>")
	}
	return b.String() + "</channel></rss>"
}

func atom(title string, items ...entry) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>` + title + `</title>`)
	for _, e := range items {
		b.WriteString("<entry><title>" + e.title + `</title><link href="` + e.link + `"/><id>` + e.guid + "</id><updated>2025-03-21T09:00:00+09:00</updated>" +
			`<content type="html"><![CDATA[` + e.html + "]]></content></entry>")
	}
	return b.String() + "</feed>"
}

// story is the running text of an article about what is numbered.
func story(number string) string {
	return "<p>第" + number + "回の会合で、米国の代表は港の使用料を下げる案に賛成すると述べた。</p><p>ロシアの代表はその案に反対し、次の会合まで返事を待つように求めた。双方は来週また会う。</p>"
}

func webPage(number string) string {
	return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>第` + number + `回の会合</title></head><body><article><h1>第` + number + `回の会合</h1>` + story(number) + story(number+"補") + `</article></body></html>`
}

// subscribe adds feeds without asking for them.
func subscribe(t testing.TB, l *Library, addresses ...string) {
	t.Helper()
	for _, a := range addresses {
		if _, err := l.AddFeeds(t.Context(), []model.Feed{{URL: a}}); err != nil {
			t.Fatal(err)
		}
	}
}

// fetchAll fetches all feeds and returns the steps by name.
func fetchAll(t testing.TB, l *Library) map[string]model.Step {
	t.Helper()
	steps := map[string]model.Step{}
	if err := l.Fetch(t.Context(), nil, func(s model.Step) { steps[s.Name] = s }); err != nil {
		t.Fatal(err)
	}
	return steps
}

// total returns what became of all documents of some steps.
func total(steps map[string]model.Step) map[model.Outcome]int {
	out := map[model.Outcome]int{}
	for _, s := range steps {
		for o, n := range s.Counts {
			out[o] += n
		}
	}
	return out
}

func sound(t testing.TB, l *Library) {
	t.Helper()
	faults, err := l.Check(context.Background())
	if err != nil || len(faults) > 0 {
		t.Errorf("%+v, %v", faults, err)
	}
}

func listing(t testing.TB, l *Library) []model.Listing {
	t.Helper()
	_, list, err := l.Ledger(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return list
}
