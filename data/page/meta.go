package page

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"tachiba/data/clean"
	"tachiba/model"
)

// meta is what a page says of itself outside its text.
type meta struct {
	named     map[string]string // meta elements by property, name or itemprop in lower case; the first counts
	element   string            // the title element's text
	canonical string
	baseHref  string
	data      linkedData
}

// readMeta reads doc's metadata; it must be called before scripts are removed.
func readMeta(doc *html.Node) *meta {
	m := &meta{named: map[string]string{}}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Namespace != "" {
			continue
		}
		switch n.DataAtom {
		case atom.Meta:
			m.note(n)
		case atom.Title:
			if m.element == "" {
				m.element = inner(n, maxMeta)
			}
		case atom.Link:
			if rel, _ := attribute(n, "rel"); m.canonical == "" && strings.EqualFold(strings.TrimSpace(rel), "canonical") {
				m.canonical, _ = attribute(n, "href")
			}
		case atom.Base:
			if m.baseHref == "" {
				m.baseHref, _ = attribute(n, "href")
			}
		case atom.Script:
			if kind, _ := attribute(n, "type"); strings.EqualFold(strings.TrimSpace(kind), "application/ld+json") && n.FirstChild != nil {
				m.data.read(n.FirstChild.Data)
			}
		}
	}
	return m
}

// maxMeta is how many bytes of a name or title are kept.
const maxMeta = 1000

func (m *meta) note(n *html.Node) {
	content, _ := attribute(n, "content")
	content = oneLine(content)
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop"} {
		name, _ := attribute(n, key)
		for _, name := range strings.Fields(strings.ToLower(name)) {
			if m.named[name] == "" {
				m.named[name] = content
			}
		}
	}
}

// first returns the first value that one of the meta elements named has.
func (m *meta) first(names ...string) string {
	for _, name := range names {
		if v := m.named[name]; v != "" {
			return v
		}
	}
	return ""
}

func (m *meta) outlet() string {
	if name := m.first("og:site_name", "application-name"); name != "" {
		return name
	}
	return m.data.publisher
}

// base returns what the page's links are relative to, nil when unknown.
func (m *meta) base(address string) *url.URL {
	own := webAddress(nil, address)
	if u := webAddress(own, m.baseHref); m.baseHref != "" && u != nil {
		return u
	}
	if own == nil {
		return webAddress(nil, m.canonical) // a saved page
	}
	return own
}

// address returns the page's own address: the one it declares, unless that names
// another site (a page must not pass for another's) or the site's front page (a
// common fault), then the one it was fetched from.
func (m *meta) address(base *url.URL, fetched string) string {
	from := webAddress(nil, fetched)
	for _, declared := range []string{m.canonical, m.named["og:url"]} {
		u := webAddress(base, declared)
		if declared == "" || u == nil {
			continue
		}
		if from == nil || u.Hostname() == from.Hostname() && (len(u.Path) > 1 || len(from.Path) <= 1) {
			return u.String()
		}
	}
	if from == nil {
		return ""
	}
	return from.String()
}

// published returns the day of publication: JSON-LD's, else a meta element's,
// else that of the first time element. The times on a page in the layout are its
// cards'.
func (m *meta) published(body *html.Node, layout bool) model.Date {
	if d := day(m.data.published); d.Known() {
		return d
	}
	for _, name := range []string{
		"article:published_time", "og:published_time", "datepublished", "dcterms.issued", "dc.date.issued",
		"dcterms.date", "dc.date", "pubdate", "publishdate", "date",
	} {
		if d := day(m.named[name]); d.Known() {
			return d
		}
	}
	for n := range body.Descendants() {
		if layout || n.DataAtom != atom.Time {
			continue
		}
		if when, _ := attribute(n, "datetime"); day(when).Known() {
			return day(when)
		}
	}
	return 0
}

// oneLine returns the text cleaned, as one line with single spaces.
func oneLine(s string) string {
	return strings.Join(strings.Fields(clean.Line(head(s, maxMeta))), " ")
}

// head returns the first n bytes of s, or fewer where a character would be cut.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}

// inner returns the text of a node as one line, no more than about limit bytes.
func inner(n *html.Node, limit int) string {
	var w writer
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil && len(w.line) < limit; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				w.text(head(c.Data, limit))
			case c.DataAtom == atom.Br || isBlock(c.DataAtom):
				w.text(" ")
				walk(c)
				w.text(" ")
			case c.Type == html.ElementNode && !unseen(c):
				walk(c)
			}
		}
	}
	walk(n)
	return strings.TrimSpace(clean.Line(string(w.line)))
}
