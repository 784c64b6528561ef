package feed_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/data/feed"
)

func TestDiscover(t *testing.T) {
	const head = `<!DOCTYPE html><html><head><meta charset="euc-jp"><title>川辺新報</title>`
	tests := map[string]struct {
		page string
		want []string
	}{
		"several": {
			head + `<link rel="alternate" type="application/rss+xml" title="記事" href="/feed">
			<link rel="stylesheet" type="text/css" href="a.css"><link rel=ALTERNATE type="Application/Atom+XML; charset=utf-8" href=atom.xml>
			<link rel="alternate" type="application/feed+json" href="https://json.example/feed.json"></head>`,
			[]string{"https://kawabe.example/feed", "https://kawabe.example/news/atom.xml", "https://json.example/feed.json"},
		},
		"base":        {head + `<base href="/b/"><link rel="alternate" type="text/xml" href="rss">`, []string{"https://kawabe.example/b/rss"}},
		"far base":    {head + `<base href="ftp://x/"><link rel="alternate" type="text/xml" href="rss">`, []string{"https://kawabe.example/news/rss"}},
		"in the body": {head + `</head><body><link rel="home alternate" type="application/rss+xml" href="rss?a=1&amp;b=2">`, []string{"https://kawabe.example/news/rss?a=1&b=2"}},
		"twice":       {head + strings.Repeat(`<link rel="alternate" type="application/rss+xml" href="rss">`, 3), []string{"https://kawabe.example/news/rss"}},
		"other kinds": {
			head + `<link rel="alternate" hreflang="en" href="/en"><link rel="alternate" type="application/json+oembed" href="/o">
			<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/1"><link rel="alternate stylesheet" type="text/xml" href="/s">
			<link rel="alternate" type="application/rss+xml" href="javascript:x()"><link rel="self" type="application/rss+xml" href="/self">
			<!-- <link rel="alternate" type="application/rss+xml" href="/hidden"> --><a rel="alternate" type="application/rss+xml" href="/a">x</a>`, nil,
		},
		"no page": {"\x89PNG\x00\x01\x02\x03", nil},
		"empty":   {"", nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := feed.Discover([]byte(tt.page), "https://kawabe.example/news/")
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDiscoverEncoded(t *testing.T) {
	const page = `<html><head><title>橋の修理に慎重な県</title><link rel="alternate" type="application/rss+xml" href="/ニュース"></head></html>`
	for name, e := range japaneseEncodings {
		got := feed.Discover(encode(t, e, page), "https://kawabe.example/")
		if diff := cmp.Diff([]string{"https://kawabe.example/%E3%83%8B%E3%83%A5%E3%83%BC%E3%82%B9"}, got); diff != "" {
			t.Error(name, diff)
		}
	}
}

func TestDiscoverLimit(t *testing.T) {
	var b strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&b, `<link rel="alternate" type="application/rss+xml" href="/%d">`, i)
	}
	if got := feed.Discover([]byte(b.String()), "https://a.example/"); len(got) != 20 || got[19] != "https://a.example/19" {
		t.Error(got)
	}
}
