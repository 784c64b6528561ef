package feed

import (
	"encoding/json"
	"errors"
	"html"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/atom"
	gofeedjson "github.com/mmcdole/gofeed/json"
	"github.com/mmcdole/gofeed/rss"
)

// draft is a feed as its format has it, before links, titles and IDs are settled.
type draft struct {
	title, link string
	items       []draftItem
}

type draftItem struct {
	guid, title, html, summary string

	links []string   // the first good one counts
	date  string     // as written
	day   *time.Time // what the parser made of it, in UTC
}

// readRSS reads RSS and RDF.
func readRSS(s string) (*draft, error) {
	source, err := (&rss.Parser{}).Parse(strings.NewReader(s))
	if err != nil {
		return nil, err
	}
	// The scan for pictures would parse all HTML twice over.
	f, err := (&gofeed.DefaultRSSTranslator{DisableContentImageScan: true}).Translate(source)
	if err != nil {
		return nil, err
	}
	d := &draft{title: f.Title, link: f.Link}
	for i, item := range f.Items {
		t := translated(item)
		if guid := source.Items[i].GUID; guid != nil && !strings.EqualFold(guid.IsPermalink, "false") {
			t.links = append(t.links, guid.Value)
		}
		d.items = append(d.items, t)
	}
	return d, nil
}

// readAtom reads Atom. A plain content becomes HTML; a plain summary can't be told
// from HTML any more, and reads the same unless it quotes markup.
func readAtom(s string) (*draft, error) {
	source, err := (&atom.Parser{}).Parse(strings.NewReader(s))
	if err != nil {
		return nil, err
	}
	f, err := (&gofeed.DefaultAtomTranslator{}).Translate(source)
	if err != nil {
		return nil, err
	}
	d := &draft{title: f.Title, link: f.Link}
	for i, item := range f.Items {
		t := translated(item)
		t.links = append(t.links, item.GUID)
		if c := source.Entries[i].Content; c != nil && (c.Type == "text" || c.Type == "text/plain") {
			t.html = asHTML(c.Value)
		}
		d.items = append(d.items, t)
	}
	return d, nil
}

func translated(item *gofeed.Item) draftItem {
	t := draftItem{
		guid: item.GUID, title: item.Title, html: item.Content, summary: item.Description,
		links: []string{item.Link}, date: item.Published, day: item.PublishedParsed,
	}
	if t.day == nil && item.UpdatedParsed != nil {
		t.date, t.day = item.Updated, item.UpdatedParsed
	}
	return t
}

// readJSON reads JSON Feed (jsonfeed.org, versions 1.0 and 1.1).
func readJSON(s string) (*draft, error) {
	f, err := (&gofeedjson.Parser{}).Parse(strings.NewReader(s))
	var wrongType *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrongType):
		return nil, errors.New("JSON, but no JSON Feed: wrong type of " + strings.ReplaceAll(wrongType.Field, "alias.", ""))
	case err != nil:
		return nil, errors.New("broken JSON: " + err.Error())
	case f.Items == nil && !strings.Contains(f.Version, "jsonfeed.org"):
		return nil, errors.New("JSON, but no JSON Feed")
	}
	d := &draft{title: html.EscapeString(f.Title), link: f.HomePageURL}
	for _, item := range f.Items {
		if item == nil { // null in the list
			continue
		}
		t := draftItem{
			guid: item.ID, title: html.EscapeString(item.Title), html: item.ContentHTML, summary: asHTML(item.Summary),
			links: []string{item.URL, item.ExternalURL, item.ID}, date: item.DatePublished,
		}
		if t.html == "" {
			t.html = asHTML(item.ContentText)
		}
		if t.date == "" {
			t.date = item.DateModified
		}
		d.items = append(d.items, t)
	}
	return d, nil
}

// asHTML returns a plain text as HTML, with its line ends.
func asHTML(text string) string {
	return strings.ReplaceAll(html.EscapeString(text), "\n", "<br>\n")
}
