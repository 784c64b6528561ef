package feed

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"tachiba/data/clean"
)

const (
	maxRaw     = 4096 // bytes of a title that are looked at
	maxTitle   = 300  // characters that a title keeps
	maxExcerpt = 60   // characters of text that stand for a title
)

// plainLine returns a title, which may hold HTML, as one clean line of text.
func plainLine(title string) string {
	return shorten(plainText(cutBytes(title, maxRaw)), maxTitle)
}

// lineOf returns plain text, a name or a message, as one clean line.
func lineOf(text string) string {
	return shorten(strings.TrimSpace(clean.Line(cutBytes(text, maxRaw))), maxTitle)
}

// firstWords returns the start of an HTML text as a title: its first sentence, or
// what there is room for.
func firstWords(text string) string {
	line := plainText(cutBytes(text, 2*maxRaw))
	if i := strings.Index(line, "。"); i >= 0 {
		line = line[:i+len("。")]
	}
	return shorten(line, maxExcerpt)
}

// plainText returns the text of HTML as one clean line.
func plainText(s string) string {
	if strings.ContainsAny(s, "<&") {
		s = stripTags(s)
	}
	s = strings.Join(strings.FieldsFunc(clean.Line(s), func(r rune) bool { return r == ' ' }), " ")
	return strings.TrimSpace(s)
}

// stripTags returns the text of HTML: without tags, comments, scripts and readings
// over characters (ruby), with a space between blocks. What looks like a tag but
// is none of HTML's is text.
func stripTags(s string) string {
	var b strings.Builder
	hidden := atom.Atom(0) // the element being left out
	for z := html.NewTokenizer(strings.NewReader(s)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return b.String()
		}
		raw := string(z.Raw())
		token := z.Token()
		switch {
		case hidden != 0:
			if kind == html.EndTagToken && token.DataAtom == hidden {
				hidden = 0
			}
		case kind == html.TextToken:
			b.WriteString(token.Data)
		case kind == html.CommentToken || kind == html.DoctypeToken:
		case token.DataAtom == 0:
			b.WriteString(raw)
		case kind == html.StartTagToken && unread(token.DataAtom):
			hidden = token.DataAtom
		case !inline(token.DataAtom):
			b.WriteByte(' ')
		}
	}
}

func unread(a atom.Atom) bool {
	return a == atom.Script || a == atom.Style || a == atom.Rt || a == atom.Rp
}

// inline tells whether text runs through an element without a break.
func inline(a atom.Atom) bool {
	switch a {
	case atom.A, atom.Abbr, atom.B, atom.Big, atom.Bdi, atom.Bdo, atom.Cite, atom.Code, atom.Del, atom.Em, atom.Font,
		atom.I, atom.Ins, atom.Mark, atom.Q, atom.Rb, atom.Rp, atom.Rt, atom.Ruby, atom.S, atom.Small, atom.Span,
		atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.U, atom.Wbr:
		return true
	}
	return false
}

// cutBytes returns the first n bytes of s at most, in whole characters.
func cutBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// shorten returns s with n characters at most, the last an ellipsis where some
// were cut.
func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:n-1])) + "…"
}
