// Package article turns documents into digests: files, web pages, and items of
// feeds. A page that holds the digest layout becomes a digest of the sources
// that it sums up; any other is an article that rests on itself.
package article

import (
	"cmp"
	"mime"
	"path/filepath"
	"slices"
	"strings"

	"tachiba/data/charset"
	"tachiba/data/clean"
	"tachiba/data/digest"
	"tachiba/data/feed"
	"tachiba/data/fetch"
	"tachiba/data/files"
	"tachiba/data/page"
	"tachiba/model"
)

// Article is a document that was read.
type Article struct {
	Digest model.Digest
	Source string // absolute path, or address
	Text   string // what Digest was parsed from, cleaned
}

// Parse returns the digest of a text. Own is what the text rests on where it
// sums up no sources: it is dropped where it does.
func Parse(id, source, text string, own model.Card) model.Digest {
	d := digest.Parse(id, source, text)
	if !slices.ContainsFunc(d.Sections, func(s model.Section) bool { return len(s.Cards) > 0 }) {
		d.Own = own
	}
	return d
}

// File reads a file: HTML as a page, anything else as text. The problem is nil
// or says why it can't be used.
func File(f files.File) (Article, *model.Problem) {
	source := f.Path
	if full, err := filepath.Abs(f.Path); err == nil {
		source = full
	}
	b, problem := files.Bytes(f.Path)
	if problem == nil {
		problem = foreign(b, clean.Line(f.Path))
	}
	if problem != nil {
		return Article{}, problem
	}
	if !files.IsPage(f.Path) {
		text, problem := files.Decode(f.Path, b)
		if problem != nil {
			return Article{}, problem
		}
		return parsed(f.ID, source, clean.Line(f.Path), text, model.Card{})
	}
	p, err := page.Parse(b, "", f.Path)
	if err != nil {
		return Article{}, model.AsProblem(clean.Line(f.Path), err)
	}
	return parsed(f.ID, source, clean.Line(f.Path), p.Text, model.Card{Outlet: p.Outlet, URL: p.URL, Published: p.Published})
}

// Web reads a document of the web.
func Web(doc *fetch.Document) (Article, *model.Problem) {
	address := clean.Line(doc.URL)
	if problem := foreign(doc.Body, address); problem != nil {
		return Article{}, problem
	}
	kind, _, err := mime.ParseMediaType(doc.ContentType)
	if err == nil && strings.HasPrefix(kind, "text/") && kind != "text/html" && kind != "text/xml" {
		text, _, err := charset.Decode(doc.Body)
		if err != nil {
			return Article{}, &model.Problem{Code: model.ProblemBinary, Path: address}
		}
		return parsed(Name(doc.URL), doc.URL, address, text, model.Card{URL: doc.URL})
	}
	p, err := page.Parse(doc.Body, doc.ContentType, doc.URL)
	if err != nil {
		return Article{}, model.AsProblem(address, err)
	}
	source := cmp.Or(p.URL, doc.URL)
	return parsed(Name(source), source, address, p.Text, model.Card{Outlet: p.Outlet, URL: source, Published: p.Published})
}

// Item reads an item of a feed by what the feed holds of it.
func Item(it *feed.Item, outlet string) (Article, *model.Problem) {
	source := cmp.Or(it.URL, it.ID)
	text := page.Fragment(it.Title, cmp.Or(it.HTML, it.Summary), it.URL)
	return parsed(Name(source), source, clean.Line(source), text, model.Card{Outlet: outlet, URL: it.URL, Published: it.Published})
}

// parsed returns the article of a text, or a problem where it has nothing that
// could be coded.
func parsed(id, source, shown, text string, own model.Card) (Article, *model.Problem) {
	text = clean.Text(text)
	d := Parse(id, shown, text, own)
	if digest.Empty(&d) {
		return Article{}, &model.Problem{Code: model.ProblemNoDigest, Path: shown}
	}
	return Article{Digest: d, Source: source, Text: text}, nil
}
