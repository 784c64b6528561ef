package page

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tally counts what stands under a node.
type tally struct {
	text    int // bytes of text, without the white space around it
	linked  int // of them in links
	links   int
	claims  int        // ✅
	sources int        // さらに読む ⇒, 次のページを読む ⇒
	dates   int        // 公開日:
	first   *html.Node // the first that shows a mark that only the layout has: 公開日 stands on any news site
	last    *html.Node
	heading bool // the article's own heading is here
}

// layout tells whether the page is in the digest layout: cards, or at least
// claims.
func (t *tally) layout() bool { return t.sources > 0 && t.claims+t.dates > 0 || t.claims > 1 }

func (t *tally) marked() bool { return t.first != nil }

// add adds what stands after.
func (t *tally) add(o tally) {
	t.text += o.text
	t.linked += o.linked
	t.links += o.links
	t.claims += o.claims
	t.sources += o.sources
	t.dates += o.dates
	t.heading = t.heading || o.heading
	if t.first == nil {
		t.first = o.first
	}
	if o.last != nil {
		t.last = o.last
	}
}

// survey tallies what stands under n.
func survey(n *html.Node) tally {
	var t tally
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		t.add(surveyChild(c, survey))
	}
	return t
}

// surveyChild tallies a node by itself and by what inside says of its children.
func surveyChild(n *html.Node, inside func(*html.Node) tally) tally {
	switch {
	case n.Type == html.TextNode:
		return surveyText(n, n.Data)
	case n.DataAtom == atom.Img:
		return surveyText(n, emojiOf(n))
	}
	t := inside(n)
	if n.DataAtom == atom.A {
		t.linked, t.links = t.text, 1
	}
	return t
}

var (
	dateMark = regexp.MustCompile(`^(?:公開日|Published)\s*[:：]`)
	// arrowMark is the arrow after its words, or alone where they are in another
	// element.
	arrowMark = regexp.MustCompile(`^⇒|(?:さらに読む|次のページを読む|(?i:read more|read the next page|next page))\s*⇒`)
	lineMark  = regexp.MustCompile(`^(?:✅|💡|公開日|Published\s*:|さらに読む|次のページ|(?i:read more)\s*⇒)`)
)

func startsWithMark(line string) bool { return lineMark.MatchString(line) }

func surveyText(n *html.Node, text string) tally {
	text = strings.TrimSpace(text)
	t := tally{text: len(text)}
	switch {
	case strings.HasPrefix(text, "✅"):
		t.claims = 1
	case strings.HasPrefix(text, "💡"): // other sites have key points too
	case strings.Contains(text, "⇒") && arrowMark.MatchString(text):
		t.sources = 1
	case dateMark.MatchString(text):
		t.dates = 1
		return t
	default:
		return t
	}
	t.first, t.last = n, n
	return t
}
