package fetch

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"tachiba/model"
)

// TestRedirect asks for /301-302-… and is sent on with these codes one by one.
func TestRedirect(t *testing.T) {
	address, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		code, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "-")
		if n, err := strconv.Atoi(code); err == nil {
			w.Header().Set("Location", "/"+rest+"#part")
			w.WriteHeader(n)
			return
		}
		if r.Header.Get("Referer") != "" || r.Header.Get("Cookie") != "" {
			t.Errorf("header %v", r.Header)
		}
		_, _ = w.Write([]byte(text))
	})
	tests := map[string]bool{ // permanent
		"301": true, "308": true, "301-308": true,
		"302": false, "303": false, "307": false, "301-302": false, "307-301": false, "": false,
	}
	c := testClient(t, Options{}, nil)
	for codes, permanent := range tests {
		want := ""
		if permanent {
			want = address + "/"
		}
		doc := get(t, c, Request{URL: address + "/" + codes})
		if doc.URL != address+"/" || doc.Permanent != want || string(doc.Body) != text {
			t.Errorf("%s: %+v", codes, doc)
		}
	}
}

func TestRedirectLimit(t *testing.T) {
	address, count := serve(t, func(w http.ResponseWriter, r *http.Request) {
		var n int
		if _, err := fmt.Sscanf(r.URL.Path, "/%d", &n); err == nil && n > 0 {
			http.Redirect(w, r, fmt.Sprintf("/%d", n-1), http.StatusFound)
		}
	})
	c := testClient(t, Options{}, nil)
	get(t, c, Request{URL: address + "/10"})
	count.Store(0)
	refuse(t, c, address+"/11", model.ProblemRedirects)
	if count.Load() != 11 {
		t.Errorf("%d requests", count.Load())
	}
}

func TestRedirectRefused(t *testing.T) {
	targets := map[string]struct {
		location string
		want     model.ProblemCode
	}{
		"/self":    {"/self", model.ProblemRedirects},
		"/part":    {"/part#x", model.ProblemRedirects},
		"/circle":  {"/circle2", model.ProblemRedirects},
		"/circle2": {"/circle", model.ProblemRedirects},
		"/file":    {"file:///etc/passwd", model.ProblemAddress},
		"/ftp":     {"ftp://a.example/", model.ProblemAddress},
		"/user":    {"http://me:secret@127.0.0.1/", model.ProblemAddress},
		"/bad":     {"http://[::1/\u202e", model.ProblemAddress},
		"/long":    {"/" + strings.Repeat("x", 10000), model.ProblemAddress},
	}
	address, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", targets[r.URL.Path].location)
		w.WriteHeader(http.StatusMovedPermanently)
	})
	c := testClient(t, Options{}, nil)
	for path, tt := range targets {
		p := refuse(t, c, address+path, tt.want)
		if tt.want == model.ProblemRedirects && p.Detail() != "they lead in a circle" {
			t.Errorf("%s: followed too far: %v", path, p)
		}
		if p.Path != address+path || p.Err == nil || len(p.Error()) > 500 || strings.Contains(p.Error(), "secret") || strings.Contains(p.Error(), "\u202e") {
			t.Errorf("%s: %q", path, p.Error())
		}
	}
}

// TestRedirectValidators holds that validators go to the host they are for, and
// to no other.
func TestRedirectValidators(t *testing.T) {
	answer := func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") != "" || r.Header.Get("If-Modified-Since") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		_, _ = w.Write([]byte(text))
	}
	other, _ := serve(t, answer)
	address, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/within":
			http.Redirect(w, r, "/feed", http.StatusFound)
		case "/across":
			http.Redirect(w, r, other, http.StatusFound)
		default:
			answer(w, r)
		}
	})
	c := testClient(t, Options{}, nil)
	for path, notModified := range map[string]bool{"/within": true, "/across": false} {
		doc := get(t, c, Request{URL: address + path, ETag: `"a"`, LastModified: "Sat, 01 Mar 2025 09:00:00 GMT"})
		if doc.NotModified != notModified || doc.Permanent != "" {
			t.Errorf("%s: %+v", path, doc)
		}
	}
}
