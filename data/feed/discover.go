package feed

import (
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// maxDiscovered is how many addresses Discover returns at most.
const maxDiscovered = 20

// feedTypes are the media types by which pages announce feeds.
var feedTypes = []string{
	"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
	"application/json", "application/xml", "text/xml", "application/x-rss+xml", "application/x-atom+xml",
}

// Discover returns the absolute http(s) addresses of the feeds that an HTML page
// announces with <link rel="alternate"> (RSS Autodiscovery, WHATWG HTML 4.6.7.1),
// in the page's order, each once, at most 20. Base is the page's address; the
// page's own <base href> goes before it.
func Discover(page []byte, base string) []string {
	text, err := decode(page[:min(len(page), MaxSize)], "")
	if err != nil {
		return nil
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(text))
	if err != nil {
		return nil
	}
	from := parseBase(base)
	if own := resolve(from, doc.Find("base[href]").First().AttrOr("href", "")); own != "" {
		from = parseBase(own)
	}
	var found []string
	doc.Find("link[rel][type][href]").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		if !announces(s.AttrOr("rel", ""), s.AttrOr("type", ""), s.AttrOr("href", "")) {
			return true
		}
		if u := resolve(from, s.AttrOr("href", "")); u != "" && !slices.Contains(found, u) {
			found = append(found, u)
		}
		return len(found) < maxDiscovered
	})
	return found
}

// announces tells whether a link element stands for a feed. WordPress announces
// its programming interface as JSON too, which is none.
func announces(rel, kind, href string) bool {
	kind, _, _ = strings.Cut(strings.ToLower(kind), ";")
	relations := strings.Fields(strings.ToLower(rel))
	return slices.Contains(relations, "alternate") && !slices.Contains(relations, "stylesheet") &&
		slices.Contains(feedTypes, strings.TrimSpace(kind)) && !strings.Contains(href, "/wp-json/")
}
