// Package feed reads feeds (RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed)
// and lists of subscriptions (OPML). It works on bytes that are already here and
// never opens an address, whatever a document asks for.
package feed

import (
	"encoding/xml"
	"errors"
	"strings"

	"tachiba/data/clean"
	"tachiba/model"
)

// MaxSize is the size in bytes above which Parse refuses a feed.
const MaxSize = 16 << 20

// MaxItems is how many items a Feed keeps: the newest by their day, those of
// unknown day last, and of one day those that come first in the feed.
const MaxItems = 1000

// Feed is what a feed holds.
type Feed struct {
	Title string // one clean line, "" when the feed has none
	Link  string // the site's absolute http(s) address, or ""
	Items []Item // in the feed's order, each ID once
}

// Item is one article of a feed. Title and ID are fit to be shown; HTML and
// Summary are as the feed has them and must be cleaned when they are rendered,
// their links resolved against URL.
type Item struct {
	// ID tells the item from the feed's others and is the same at every reading:
	// its guid, else its URL, else a hash of its title and text. A guid that is
	// too long or not fit to be shown is hashed too.
	ID        string
	URL       string     // absolute http(s), or ""
	Title     string     // one clean line; from the start of the text when the feed has none
	Published model.Date // the day in the item's own time zone, 0 when unknown
	HTML      string     // the whole text as HTML: content:encoded, Atom content, JSON content; or ""
	Summary   string     // the description as HTML, or ""
}

// Parse returns the feed that b encodes. Base is the address it came from: links
// are resolved against xml:base, else the feed's link, else base. ContentType is
// the Content-Type header, "" when there is none; it and the XML declaration only
// count where the bytes themselves don't tell the encoding.
//
// The error is a *model.Problem with Path base: ProblemTooLarge above MaxSize,
// else ProblemNoFeed, with the line where XML breaks.
func Parse(b []byte, base, contentType string) (*Feed, error) {
	if len(b) > MaxSize {
		return nil, &model.Problem{Code: model.ProblemTooLarge, Path: strings.TrimSpace(clean.Line(base))}
	}
	text, err := decode(b, contentType)
	if err != nil {
		return nil, noFeed(base, 0, err)
	}
	if strings.HasPrefix(strings.TrimLeft(text, " \t\r\n"), "{") {
		d, err := readJSON(text)
		if err != nil {
			return nil, noFeed(base, 0, err)
		}
		return d.settle(base), nil
	}
	root, name := findRoot(text)
	read, err := readerOf(name)
	if err == nil {
		err = inspect(text[root:])
	}
	if err != nil {
		return nil, noFeed(base, 0, err)
	}
	d, err := read(text[root:])
	if err != nil {
		return nil, noFeed(base, strings.Count(text[:root], "\n"), err)
	}
	return d.settle(base), nil
}

// readerOf returns the reader for documents with a root of that name.
func readerOf(root string) (func(string) (*draft, error), error) {
	switch root {
	case "rss", "rdf":
		return readRSS, nil
	case "feed":
		return readAtom, nil
	case "html":
		return nil, errors.New("a web page, not a feed")
	case "opml":
		return nil, errors.New("a list of feeds (OPML), not a feed")
	case "":
		return nil, errors.New("neither XML nor JSON")
	}
	return nil, errors.New("XML, but neither RSS nor Atom")
}

// noFeed returns the cause as a problem. Before is how many lines of the document
// the parser was not given.
func noFeed(base string, before int, cause error) *model.Problem {
	p := &model.Problem{Code: model.ProblemNoFeed, Path: strings.TrimSpace(clean.Line(base))}
	p.Line, p.Err = plainCause(cause, before)
	return p
}

// plainCause returns the line of an XML fault, 0 for other errors, and the cause
// without what the document could have put into its text.
func plainCause(cause error, before int) (line int, plain error) {
	text := cause.Error()
	var broken *xml.SyntaxError
	if errors.As(cause, &broken) {
		line, text = broken.Line+before, "broken XML: "+broken.Msg
	}
	return line, errors.New(lineOf(text))
}
