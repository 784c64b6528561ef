package fetch

import (
	"crypto/x509"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
)

func TestGet(t *testing.T) {
	var got http.Header
	address, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		got = r.Header
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("ETag", `"版1"`)
		w.Header().Set("Last-Modified", "Sat, 01 Mar 2025 09:00:00 GMT")
		_, _ = w.Write([]byte(text))
	})
	doc := get(t, testClient(t, Options{Agent: "tachiba/1.0"}, nil), Request{URL: " " + address + "#top"})
	want := &Document{
		URL: address + "/", ContentType: "text/plain; charset=utf-8", Body: []byte(text),
		ETag: `"版1"`, LastModified: "Sat, 01 Mar 2025 09:00:00 GMT",
	}
	if diff := cmp.Diff(want, doc); diff != "" {
		t.Error(diff)
	}
	wantHeader := http.Header{
		"User-Agent": {"tachiba/1.0"}, "Accept": {accept}, "Accept-Language": {acceptLanguage}, "Accept-Encoding": {"gzip, deflate"},
	}
	if diff := cmp.Diff(wantHeader, got); diff != "" {
		t.Error("header:", diff)
	}
}

func TestConditional(t *testing.T) {
	const etag, modified = `"a"`, "Sat, 01 Mar 2025 09:00:00 GMT"
	var matches []string
	address, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		matches = append(matches, r.Header.Get("If-None-Match")+" "+r.Header.Get("If-Modified-Since"))
		if r.URL.Path == "/new" {
			w.Header().Set("ETag", `"b"`)
		}
		w.WriteHeader(http.StatusNotModified)
	})
	c := testClient(t, Options{}, nil)
	want := &Document{URL: address + "/", NotModified: true, ETag: etag, LastModified: modified}
	if diff := cmp.Diff(want, get(t, c, Request{URL: address, ETag: etag, LastModified: modified})); diff != "" {
		t.Error(diff)
	}
	if doc := get(t, c, Request{URL: address + "/new", ETag: etag}); doc.ETag != `"b"` || doc.LastModified != "" || !doc.NotModified {
		t.Errorf("%+v", doc)
	}
	refuse(t, c, address, model.ProblemStatus) // nobody asked whether it was modified
	// What can't stand in a header is left out.
	if _, err := c.Get(t.Context(), Request{URL: address, ETag: "a\r\nX: y", LastModified: strings.Repeat("x", 2000)}); err == nil {
		t.Error("a 304 without validators is no document")
	}
	if diff := cmp.Diff([]string{etag + " " + modified, etag + " ", " ", " "}, matches); diff != "" {
		t.Error(diff)
	}
}

func TestStatus(t *testing.T) {
	tests := map[string]struct {
		code int
		want string
	}{
		"/gone":     {http.StatusGone, "410 Gone"},
		"/teapot":   {http.StatusTeapot, "418 I'm a teapot"},
		"/nothing":  {http.StatusNoContent, "204 No Content"},
		"/part":     {http.StatusPartialContent, "206 Partial Content"},
		"/strange":  {499, "499"},
		"/nowhere":  {http.StatusFound, "302 Found"}, // without a Location
		"/missing":  {http.StatusNotFound, "404 Not Found"},
		"/accepted": {http.StatusAccepted, "202 Accepted"},
	}
	address, count := serve(t, func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(tests[r.URL.Path].code) })
	c := testClient(t, Options{}, nil)
	for path, tt := range tests {
		if p := refuse(t, c, address+path, model.ProblemStatus); p.Err.Error() != tt.want || p.Path != address+path {
			t.Errorf("%v, want %s", p, tt.want)
		}
	}
	if got := int(count.Load()); got != len(tests) {
		t.Errorf("%d requests, want one each", got)
	}
}

func TestAddress(t *testing.T) {
	tests := map[string]struct {
		address, want string
		err           error
	}{
		"plain":            {"http://a.example/b?c=d", "http://a.example/b?c=d", nil},
		"upper case":       {"HTTPS://A.Example/B", "https://a.example/B", nil},
		"standard port":    {"https://a.example:443", "https://a.example/", nil},
		"other port":       {"https://a.example:80/", "https://a.example:80/", nil},
		"empty port":       {"http://a.example:/", "http://a.example/", nil},
		"IPv6":             {"http://[2001:DB8::1]:80/", "http://[2001:db8::1]/", nil},
		"Japanese":         {"https://例え.テスト/橋#上", "https://xn--r8jz45g.xn--zckzah/%E6%A9%8B", nil},
		"full-width":       {"http://１２７.０.０.１/", "http://127.0.0.1/", nil},
		"ideographic dot":  {"http://a。example/", "http://a.example/", nil},
		"no scheme":        {"a.example/feed", "", errScheme},
		"nothing":          {"", "", errScheme},
		"file":             {"file:///etc/passwd", "", errScheme},
		"script":           {"javascript:alert(1)", "", errScheme},
		"no host":          {"http:///feed", "", errHost},
		"opaque":           {"http:a.example", "", errHost},
		"port alone":       {"http://:80/", "", errHost},
		"user":             {"http://me@a.example/", "", errUser},
		"password":         {"http://me:secret@a.example/", "", errUser},
		"large port":       {"http://a.example:65536/", "", errPort},
		"port 0":           {"http://a.example:0/", "", errPort},
		"control":          {"http://a.example/\x1b[31m", "", errNoAddress},
		"no name":          {"http://日本\u202e/", "", errHost},
		"full-width slash": {"http://a.example／b/", "", errHost},
		"long":             {"http://a.example/" + strings.Repeat("x", 9000), "", errLongAddress},
	}
	for name, tt := range tests {
		u, err := parseAddress(nil, tt.address)
		if err != tt.err || err == nil && u.String() != tt.want {
			t.Errorf("%s: %v, %v, want %q, %v", name, u, err, tt.want, tt.err)
		}
	}
}

// TestShown holds that problems name the address, fit for a terminal and without
// secrets.
func TestShown(t *testing.T) {
	c := testClient(t, Options{}, nil)
	for address, want := range map[string]string{
		"http://me:secret@a.example/b":                "http://a.example/b",
		"http://a.example/\x1b]0;x\a\u202eb":          "http://a.example/b",
		"ftp://a.example/" + strings.Repeat("x", 1e6): "ftp://a.example/" + strings.Repeat("x", 184) + "…",
	} {
		if p := refuse(t, c, address, model.ProblemAddress); p.Path != want || p.Err == nil {
			t.Errorf("Path %.300q, want %q", p.Path, want)
		}
	}
}

func TestTLS(t *testing.T) {
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var n int
		_, _ = fmt.Sscanf(r.URL.Path, "/headers/%d", &n)
		for i := range n {
			w.Header().Set(fmt.Sprintf("X-%d", i), strings.Repeat("x", 1000))
		}
		_, _ = w.Write([]byte(r.Proto))
	}))
	s.EnableHTTP2 = true
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	defer s.Close()

	p := refuse(t, testClient(t, Options{}, nil), s.URL, model.ProblemOffline)
	if !strings.Contains(p.Detail(), "certificate") {
		t.Errorf("detail %q", p.Detail())
	}
	c := testClient(t, Options{}, func(w *world) {
		w.roots = x509.NewCertPool()
		w.roots.AddCert(s.Certificate())
	})
	if doc := get(t, c, Request{URL: s.URL}); string(doc.Body) != "HTTP/2.0" {
		t.Errorf("spoke %s", doc.Body)
	}
	get(t, c, Request{URL: s.URL + "/headers/200"})
	refuse(t, c, s.URL+"/headers/1000", model.ProblemOffline)                     // see headersTooLarge
	refuse(t, c, strings.Replace(s.URL, "https", "http", 1), model.ProblemStatus) // 400 from net/http's server
}
