package page

import (
	"regexp"
	"strings"

	"golang.org/x/net/html/atom"

	"tachiba/data/clean"
)

// Fragment returns the text of one article's HTML, as feeds carry it: title, then
// one line a block, each cleaned, none empty. Nothing of it is judged to be
// furniture. Text without markup is taken line by line. Links in source lines
// are resolved against address, the article's own, where it is of the web. The
// result is "" when there is neither a title nor text, and fit for digest.Parse.
func Fragment(title, html, address string) string {
	var lines []string
	if hasMarkup(html) {
		lines = linesOf(parseFragment(html), webAddress(nil, address))
	} else {
		lines = plainLines(html)
	}
	_, text := compose(joinLines(plainLines(title)), lines)
	return text
}

// joinLines returns the lines as one.
func joinLines(lines []string) string {
	var w writer
	for i, line := range lines {
		if i > 0 {
			w.text("\n")
		}
		w.text(line)
	}
	return clean.Line(string(w.line))
}

var tag = regexp.MustCompile(`<(?:!--|/?([A-Za-z][A-Za-z0-9]*)(?:[\s/][^<>]*)?>|!(?i:doctype)\s)`)

// hasMarkup tells whether text holds an element of HTML: "<NHK>" is none.
func hasMarkup(text string) bool {
	for {
		m := tag.FindStringSubmatchIndex(text)
		if m == nil {
			return false
		}
		if m[2] < 0 || atom.Lookup([]byte(strings.ToLower(text[m[2]:m[3]]))) != 0 {
			return true
		}
		text = text[m[1]:]
	}
}
