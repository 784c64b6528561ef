package library

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/japanese"

	"tachiba/model"
)

// bomb returns n bytes of a feed's beginning, compressed.
func bomb(t *testing.T, n int) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := fmt.Fprint(w, "<rss><channel><title>"); err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, 1<<20)
	for range n >> 20 {
		if _, err := w.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestHostileFeeds fetches feeds that attack beside one that does not: each has
// its problem, which Subscriptions tells, and the good one is in.
func TestHostileFeeds(t *testing.T) {
	s, l := newSite(t), open(t)
	good := rss("良い便り", entry{"1", s.URL + "/a", "第一回", story("一"), ""})
	s.serve("/good", kindRSS, "", good)
	s.serve("/broken", kindRSS, "", good[:len(good)/2])
	s.serve("/page", kindPage, "", webPage("一"))
	s.serve("/empty", kindRSS, "", "")
	s.handle("/500", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) })
	packed := bomb(t, 32<<20)
	s.handle("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(packed)
	})
	s.handle("/drip", func(w http.ResponseWriter, r *http.Request) {
		for range 200 {
			if _, err := w.Write([]byte(" ")); err != nil {
				return
			}
			_ = http.NewResponseController(w).Flush()
			select {
			case <-r.Context().Done():
				return
			case <-time.After(50 * time.Millisecond):
			}
		}
	})
	s.handle("/silent", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	s.serve("/huge", kindRSS, "", good+strings.Repeat(" ", 17<<20))
	s.serve("/entities", kindRSS, "", `<!DOCTYPE rss [<!ENTITY a "ああああああああああ"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]><rss version="2.0"><channel><title>&d;</title><item><title>&d;&d;&d;</title></item></channel></rss>`)
	want := map[string][]model.ProblemCode{
		"/good": nil, "/broken": {model.ProblemNoFeed}, "/page": {model.ProblemNoFeed}, "/empty": {model.ProblemNoFeed}, "/500": {model.ProblemStatus},
		"/bomb": {model.ProblemTooLarge}, "/drip": {model.ProblemTimeout}, "/silent": {model.ProblemTimeout}, "/huge": {model.ProblemTooLarge, model.ProblemTimeout},
		"/entities": nil, "/404": {model.ProblemStatus},
	}
	for path := range want {
		subscribe(t, l, s.URL+path)
	}
	subscribe(t, l, "http://127.0.0.1:1/feed", "file:///etc/passwd")
	want["http://127.0.0.1:1/feed"], want["file:///etc/passwd"] = []model.ProblemCode{model.ProblemOffline}, []model.ProblemCode{model.ProblemAddress}
	begin := time.Now()
	steps := fetchAll(t, l)
	if took := time.Since(begin); took > 30*time.Second {
		t.Errorf("it took %s", took)
	}
	if len(steps) != len(want) || steps[s.URL+"/good"].Counts[model.OutcomeAdded] != 1 {
		t.Errorf("%d steps, the good one: %+v", len(steps), steps[s.URL+"/good"])
	}
	feeds, err := l.Subscriptions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range feeds {
		codes := want[strings.TrimPrefix(f.URL, s.URL)]
		switch {
		case codes == nil && f.Problem != nil:
			t.Errorf("%s: %v", f.URL, f.Problem)
		case codes != nil && (f.Problem == nil || f.Problem.Code != codes[0] && f.Problem.Code != codes[len(codes)-1] || f.Problem.Path != f.URL):
			t.Errorf("%s: %v, want %v", f.URL, f.Problem, codes)
		}
	}
	for _, x := range listing(t, l) {
		if len(x.Title) > 1000 {
			t.Errorf("entities were expanded to a title of %d bytes", len(x.Title))
		}
	}
	sound(t, l)
	s.serve("/broken", kindRSS, "", good)
	fetchAll(t, l)
	if feeds, err := l.Subscriptions(t.Context()); err != nil || len(feeds) != len(want) {
		t.Fatal(err)
	} else {
		for _, f := range feeds {
			if f.URL == s.URL+"/broken" && f.Problem != nil {
				t.Errorf("a mended feed still has its problem: %v", f.Problem)
			}
		}
	}
}

// TestHostilePages fetches pages that attack, linked by a feed and by hand.
func TestHostilePages(t *testing.T) {
	s, l := newSite(t), open(t)
	s.serve("/huge", kindPage, "", webPage("一")+strings.Repeat("<p>港。</p>", 10<<20/14))
	s.serve("/picture", "image/png", "", "\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR")
	s.serve("/login", kindPage, "", "<html><body><form>入る</form></body></html>")
	s.serve("/good", kindPage, "", webPage("二"))
	var items []entry
	for _, p := range []string{"/huge", "/picture", "/login", "/good"} {
		items = append(items, entry{p, s.URL + p, "", "", ""})
	}
	s.serve("/f", kindRSS, "", rss("便り", items...))
	subscribe(t, l, s.URL+"/f")
	if step := fetchAll(t, l)[s.URL+"/f"]; step.Problem == nil || step.Counts[model.OutcomeAdded] != 1 {
		t.Errorf("%+v", step)
	}
	for path, want := range map[string]model.ProblemCode{"/huge": model.ProblemTooLarge, "/picture": model.ProblemBinary, "/login": model.ProblemNoArticle, "/404": model.ProblemStatus} {
		var steps []model.Step
		if err := l.Add(t.Context(), []string{s.URL + path}, func(s model.Step) { steps = append(steps, s) }); err != nil || len(steps) != 1 || steps[0].Problem == nil || steps[0].Problem.Code != want {
			t.Errorf("%s: %+v, %v", path, steps, err)
		}
	}
	sound(t, l)
}

// TestLyingEncoding fetches Shift_JIS that says to be UTF-8.
func TestLyingEncoding(t *testing.T) {
	s, l := newSite(t), open(t)
	in := func(text string) string {
		b, err := japanese.ShiftJIS.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	s.serve("/f", "application/rss+xml; charset=utf-8", "", in(rss("港の便り", entry{"1", s.URL + "/a", "第一回", story("一"), ""}, entry{"2", s.URL + "/p", "", "", ""})))
	s.serve("/p", kindPage, "", in(webPage("二")))
	subscribe(t, l, s.URL+"/f")
	fetchAll(t, l)
	for _, text := range []string{"第一回の会合で", "第二回の会合で"} {
		if hits, err := l.Search(t.Context(), model.Search{Text: text}); err != nil || len(hits) != 1 {
			t.Errorf("%s: %d hits, %v", text, len(hits), err)
		}
	}
}

// TestPrivateIsRefused asks for addresses of this computer without leave: nothing
// is sent.
func TestPrivateIsRefused(t *testing.T) {
	s := newSite(t)
	o := quick
	o.AllowPrivate = false
	l := openAt(t, filepath.Join(t.TempDir(), "library.db"), o)
	s.serve("/f", kindRSS, "", rss("便り", entry{"1", s.URL + "/a", "第一回", story("一"), ""}))
	subscribe(t, l, s.URL+"/f")
	steps := fetchAll(t, l)
	if step := steps[s.URL+"/f"]; step.Problem == nil || step.Problem.Code != model.ProblemPrivate {
		t.Errorf("%+v", steps)
	}
	if _, _, err := l.Subscribe(t.Context(), s.URL+"/f", "", nil); model.AsProblem("", err).Code != model.ProblemPrivate {
		t.Error(err)
	}
	if err := l.Add(t.Context(), []string{s.URL + "/f"}, func(step model.Step) {
		if step.Problem == nil || step.Problem.Code != model.ProblemPrivate {
			t.Errorf("%+v", step)
		}
	}); err != nil {
		t.Error(err)
	}
	if asked, _ := s.counts("/f"); asked != 0 {
		t.Errorf("%d requests came", asked)
	}
}
