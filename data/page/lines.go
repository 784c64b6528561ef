package page

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"tachiba/data/clean"
)

// linesOf returns the text under n, one line a block, cleaned, none empty. Links
// in source lines are resolved against base, which may be nil.
func linesOf(n *html.Node, base *url.URL) []string {
	w := writer{base: base}
	w.node(n)
	w.flush()
	return w.lines
}

// writer lays out text as a browser does: white space collapsed, blocks and br
// on lines of their own.
type writer struct {
	base  *url.URL
	lines []string

	line    []byte // the line being written
	last    rune   // its last character
	space   bool   // white space is due before the next character
	newline bool   // that space holds a line break
	pre     int    // depth of pre elements
	source  sourceLink
}

func (w *writer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		if unseen(n) {
			return
		}
	case html.CommentNode, html.DoctypeNode:
		return
	}
	switch {
	case n.DataAtom == atom.Br:
		w.end()
	case n.DataAtom == atom.Img:
		w.text(emojiOf(n))
	case n.DataAtom == atom.A:
		at, before := len(w.line), len(w.lines)
		w.children(n)
		if len(w.lines) > before {
			at = 0 // a block inside began a new line
		}
		w.link(n, at)
	case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
		w.space = true
		w.children(n)
	case n.DataAtom == atom.Pre:
		w.end()
		w.pre++
		w.children(n)
		w.pre--
		w.end()
	case isBlock(n.DataAtom):
		w.end()
		w.children(n)
		w.end()
	default:
		w.children(n)
	}
}

func (w *writer) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

func (w *writer) text(s string) {
	for _, r := range s {
		switch {
		case r == '\n' && w.pre > 0:
			w.end()
		case r != '　' && unicode.IsSpace(r):
			w.space = true
			w.newline = w.newline || r == '\n' || r == '\r'
		default:
			w.put(r)
		}
	}
}

// put adds a character. A line break of the source between two wide characters
// leaves no space (CSS Text Level 3, section 4.1.3).
func (w *writer) put(r rune) {
	if w.space && len(w.line) > 0 && !(w.newline && wide(w.last) && wide(r)) {
		w.line = append(w.line, ' ')
	}
	w.space, w.newline, w.last = false, false, r
	w.line = utf8.AppendRune(w.line, r)
}

// wide tells whether a character belongs to Japanese running text.
func wide(r rune) bool {
	return r >= 0x3000 && r <= 0x30ff || r >= 0xff01 && r <= 0xffef || unicode.Is(unicode.Han, r)
}

// bareMark is a mark of the layout whose text is still to come: pages put the
// two into blocks of their own.
var bareMark = regexp.MustCompile(`^(?:✅|💡|(?:公開日|Published)\s*[:：]|(?:さらに読む|(?i:read more))\s*⇒)\x{FE0F}?$`)

// bareMarkBytes is more than a bare mark takes.
const bareMarkBytes = 32

// end ends the line, unless it is a mark that waits for its text.
func (w *writer) end() {
	if n := len(w.line); n > 0 && n < bareMarkBytes && bareMark.Match(w.line) {
		w.space, w.newline = true, false
		return
	}
	w.flush()
}

func (w *writer) flush() {
	if len(w.line) > 0 {
		line := strings.TrimSpace(clean.Line(w.source.complete(string(w.line))))
		if line != "" {
			w.lines = append(w.lines, line)
		}
	}
	w.line, w.source = w.line[:0], sourceLink{}
	w.space, w.newline = false, false
}

// emojiOf returns the emoji that a picture stands for: content systems replace
// ✅ by a picture with ✅ as its alternative text.
func emojiOf(img *html.Node) string {
	alt, _ := attribute(img, "alt")
	if n := utf8.RuneCountInString(alt); n == 0 || n > 2 || strings.ContainsFunc(alt, func(r rune) bool { return r < 0x2000 || wide(r) }) {
		return ""
	}
	return alt
}

// plainLines returns the lines of a text without markup, cleaned, none empty.
// Character references in it are resolved: feeds escape even plain text.
func plainLines(text string) []string {
	var out []string
	for _, line := range strings.Split(clean.Text(html.UnescapeString(text)), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
