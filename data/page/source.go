package page

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// A card ends in a source line, "さらに読む ⇒OUTLET出典/画像元: URL". Where the page
// shows the URL as a link only, or shortened, it is written out, since text keeps
// no links.

var (
	sourceStart = regexp.MustCompile(`^(?:さらに読む|(?i:read more))`)
	sourceWords = regexp.MustCompile(`(?:出典\s*/\s*画像元|出典|画像元|Source)\s*[:：]`)
)

// sourceLink is the address that a source line links to.
type sourceLink struct {
	address string
	at      int // the end of the link's text in the line
}

// link notes the address of a link whose text starts at byte at of the line, or
// writes it in place of its own shortened form.
func (w *writer) link(a *html.Node, at int) {
	if at >= len(w.line) || !sourceStart.Match(w.line) {
		return
	}
	href, _ := attribute(a, "href")
	u := webAddress(w.base, href)
	if u == nil {
		return
	}
	text := strings.TrimSpace(string(w.line[at:]))
	switch {
	case shortened(text, u):
		w.space, w.newline = w.line[at] == ' ', false
		w.line = w.line[:at]
		w.text(u.String())
	case w.source.address == "" && !strings.Contains(text, "://"):
		w.source = sourceLink{u.String(), len(w.line)}
	}
}

// shortened tells whether text is the address u without its scheme or its end.
func shortened(text string, u *url.URL) bool {
	bare := func(s string) string {
		for _, scheme := range []string{"https://", "http://", "www."} {
			s = strings.TrimPrefix(s, scheme)
		}
		return s
	}
	short := strings.TrimSuffix(strings.TrimSuffix(bare(text), "..."), "…")
	full := bare(u.String())
	return text != u.String() && strings.Contains(short, ".") && strings.HasPrefix(full, short) &&
		(bare(text) == text || short != bare(text))
}

// complete returns the line with the address of its link: after the words that
// name the source, else after the link's own text or the outlet that follows it.
// Other lines stay as they are.
func (s sourceLink) complete(line string) string {
	if s.address == "" || strings.Contains(line, "://") {
		return line
	}
	at, arrow := s.at, strings.Index(line, "⇒")
	words := sourceWords.FindStringIndex(line)
	switch {
	case words != nil:
		at = words[1]
	case arrow < 0:
		return line // "Read more" of any site
	case arrow >= at:
		at = len(line)
	}
	return line[:at] + " " + s.address + spaceBefore(line[at:])
}

// spaceBefore returns text set apart from the address before it, unless a
// Japanese character does so.
func spaceBefore(text string) string {
	text = strings.TrimLeft(text, " ")
	if text == "" || text[0] >= 0x80 {
		return text
	}
	return " " + text
}
