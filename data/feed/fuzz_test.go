package feed_test

import (
	"bytes"
	"errors"
	"net/url"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"tachiba/data/clean"
	"tachiba/data/feed"
	"tachiba/model"
)

// checkLine fails for a line that is not fit to be shown.
func checkLine(t *testing.T, s string) {
	t.Helper()
	if clean.Line(s) != s || strings.Contains(s, "\n") || strings.TrimSpace(s) != s {
		t.Fatalf("not a clean line: %q", s)
	}
}

// checkAddress fails for what is neither "" nor an http(s) address in ASCII.
func checkAddress(t *testing.T, s string) {
	t.Helper()
	if s == "" {
		return
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' }) {
		t.Fatalf("bad address %q: %v", s, err)
	}
}

func checkProblem(t *testing.T, err error, codes ...model.ProblemCode) {
	t.Helper()
	var p *model.Problem
	if !errors.As(err, &p) {
		t.Fatalf("no problem: %v", err)
	}
	for _, code := range codes {
		if p.Code == code {
			checkLine(t, p.Error())
			return
		}
	}
	t.Fatalf("problem %v", p)
}

func FuzzParse(f *testing.F) {
	names, err := os.ReadDir("testdata")
	if err != nil {
		f.Fatal(err)
	}
	for _, n := range names {
		if !n.IsDir() { // testdata/fuzz is the fuzzer's
			f.Add(fixture(f, n.Name()), "https://a.example/feed", "text/xml; charset=utf-8")
		}
	}
	f.Add(encode(f, japaneseEncodings["Shift_JIS"], string(fixture(f, "rss092.xml"))), "", "")
	f.Add(encode(f, japaneseEncodings["UTF-16LE"], string(fixture(f, "atom10.xml"))), ":", "text/xml; charset=x")
	f.Add([]byte(lol()+rss20("<item><title>&lol9;</title></item>")), "https://a.example/", "")
	f.Add([]byte(`{"items":[null,{"id":{},"attachments":[null],"authors":[null]}],"authors":[null]}`), "https://a.example/", "")
	f.Fuzz(func(t *testing.T, b []byte, base, contentType string) {
		got, err := feed.Parse(b, base, contentType)
		if err != nil {
			checkProblem(t, err, model.ProblemNoFeed)
			return
		}
		checkLine(t, got.Title)
		checkAddress(t, got.Link)
		seen := map[string]bool{}
		for _, item := range got.Items {
			checkLine(t, item.ID)
			checkLine(t, item.Title)
			checkAddress(t, item.URL)
			if item.ID == "" || seen[item.ID] || item.Title == "" && item.URL == "" || !utf8.ValidString(item.HTML+item.Summary) {
				t.Fatalf("item %#v", item)
			}
			seen[item.ID] = true
		}
	})
}

func FuzzReadOPML(f *testing.F) {
	f.Add(fixture(f, "list.opml"))
	f.Add(encode(f, japaneseEncodings["EUC-JP"], string(fixture(f, "list.opml"))))
	f.Add([]byte(`<opml><outline text="a" type="x"><outline xmlUrl="feed://a.example"/></opml>`))
	f.Fuzz(func(t *testing.T, b []byte) {
		list, problems, err := feed.ReadOPML(bytes.NewReader(b), "a.opml")
		if err != nil {
			checkProblem(t, err, model.ProblemFeedList)
		}
		for i := range problems {
			checkProblem(t, &problems[i], model.ProblemFeedList)
		}
		for _, s := range list {
			checkLine(t, s.Title)
			checkAddress(t, s.URL)
			checkAddress(t, s.Site)
			if s.Title == "" || s.URL == "" || len(s.Folder) > 16 {
				t.Fatalf("%#v", s)
			}
			for _, name := range s.Folder {
				checkLine(t, name)
			}
		}
		var written bytes.Buffer
		if err := feed.WriteOPML(&written, "a", list); err != nil {
			t.Fatal(err)
		}
		again, problems, err := feed.ReadOPML(&written, "a.opml")
		if err != nil || len(problems) > 0 || len(again) != len(list) {
			t.Fatalf("%d entries read back as %d: %v, %v", len(list), len(again), problems, err)
		}
	})
}

func FuzzDiscover(f *testing.F) {
	f.Add([]byte(`<html><base href="/b/"><link rel="alternate" type="application/rss+xml" href="rss">`), "https://a.example/")
	f.Add([]byte(`<link rel=alternate type=text/xml href=//橋.example?橋>`), "")
	f.Fuzz(func(t *testing.T, page []byte, base string) {
		for _, address := range feed.Discover(page, base) {
			if checkAddress(t, address); address == "" {
				t.Fatal("empty address")
			}
		}
	})
}
