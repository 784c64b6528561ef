// Package page turns a web page, or the HTML of a feed's entry, into the plain
// text of its article: one line a block, the first line its title. A page in the
// digest layout keeps every line of that layout, in order.
package page

import (
	"bytes"
	"errors"
	"strings"

	"golang.org/x/net/html"

	"tachiba/data/clean"
	"tachiba/model"
)

// MaxSize is the size in bytes above which Parse refuses a page. Pages of news
// sites have up to one million.
const MaxSize = 4 << 20

// maxTags is how many < a page may have: each can become a node of some hundred
// bytes. Pages of news sites have some thousands.
const maxTags = 150_000

// Page is what a web page says. All of it has passed data/clean.
type Page struct {
	Title     string     // one line; "" when the page has none
	Text      string     // lines separated by \n, none empty, the first is Title where there is one; fit for digest.Parse
	Outlet    string     // the site's name as it gives it, "" when it doesn't
	Published model.Date // the day in the zone the page writes it in; 0 when unknown
	URL       string     // absolute, http or https, without fragment; "" when unknown
}

// Parse returns the article of the page that b holds. contentType is that of the
// HTTP header and may be ""; address is where the page comes from, a URL or the
// path of a file. A text without markup is taken line by line. The error is a
// *model.Problem about address: ProblemBinary for what is no text,
// ProblemTooLarge for more than MaxSize bytes or tags without end,
// ProblemNoArticle for a page without running text.
func Parse(b []byte, contentType, address string) (*Page, error) {
	fail := func(code model.ProblemCode, err error) (*Page, error) {
		return nil, &model.Problem{Code: code, Path: clean.Line(address), Err: err}
	}
	if len(b) > MaxSize || bytes.Count(b, []byte("<")) > maxTags {
		return fail(model.ProblemTooLarge, nil)
	}
	text, err := decode(b, contentType)
	if err != nil {
		return fail(model.ProblemBinary, nil)
	}
	if !hasMarkup(text) {
		if p := plainPage(text, address); p != nil {
			return p, nil
		}
		return fail(model.ProblemNoArticle, nil)
	}
	doc, err := parseTree(text)
	if err != nil {
		return fail(model.ProblemNoArticle, err)
	}
	p, err := read(doc, address)
	if err != nil {
		return fail(model.ProblemNoArticle, nil)
	}
	return p, nil
}

var errNoArticle = errors.New("no article")

// read returns the article in doc, which it takes apart. The error is
// errNoArticle.
func read(doc *html.Node, address string) (*Page, error) {
	m := readMeta(doc)
	removeUnseen(doc)
	body := element(doc, "body")
	if body == nil {
		return nil, errNoArticle
	}
	base := m.base(address)
	found := survey(body)
	heading := m.heading(body, found.layout())
	found = prune(body, heading)

	p := &Page{Title: m.title(heading), Outlet: m.outlet(), URL: m.address(base, address)}
	p.Published = m.published(body, found.layout())
	var lines []string
	if found.layout() {
		lines = layoutLines(body, heading, found, base)
		if heading == nil && len(lines) > 0 && !startsWithMark(lines[0]) {
			p.Title = "" // the layout opens with its title
		}
	} else {
		lines = articleLines(doc, body, heading, base)
	}
	if !found.layout() && !enough(lines) {
		return nil, errNoArticle
	}
	p.Title, p.Text = compose(p.Title, lines)
	return p, nil
}

// compose returns the lines under their title, which is the first of them where
// none is given.
func compose(title string, lines []string) (string, string) {
	if title == "" && len(lines) > 0 {
		title = lines[0]
	}
	if len(lines) > 0 && sameText(title, lines[0]) {
		lines = lines[1:]
	}
	if title != "" {
		lines = append([]string{title}, lines...)
	}
	return title, strings.Join(lines, "\n")
}

// plainPage returns the page of a text without markup, nil when it is empty.
func plainPage(text, address string) *Page {
	title, body := compose("", plainLines(text))
	if body == "" {
		return nil
	}
	p := &Page{Title: title, Text: body}
	if u := webAddress(nil, address); u != nil {
		p.URL = u.String()
	}
	return p
}

// enoughWeight is the least running text that makes an article, in half-width
// characters: two lines of a Japanese newspaper's brief.
const enoughWeight = 120

// enough tells whether lines hold running text: a login wall or an error page
// has less.
func enough(lines []string) bool {
	weight := 0
	for _, line := range lines {
		for _, r := range line {
			weight++
			if wide(r) {
				weight++
			}
		}
	}
	return weight >= enoughWeight
}

// sameText tells whether two lines differ in nothing but spaces.
func sameText(a, b string) bool { return squeeze(a) == squeeze(b) }

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
