package page

import (
	"net/url"
	"regexp"
	"slices"

	readability "codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
)

// articleLines returns the lines of an ordinary article: what readability takes
// for it, or all of the body where that is next to nothing.
func articleLines(doc, body, heading *html.Node, base *url.URL) []string {
	if heading != nil {
		remove(heading)
	}
	if n := readable(doc, base); n != nil {
		if lines := withoutNotices(linesOf(n, base)); enough(lines) {
			return lines
		}
	}
	return withoutNotices(linesOf(body, base))
}

// readable returns what readability takes for the article, nil for none or for
// a page that would keep it busy too long. It leaves doc's text as it is.
func readable(doc *html.Node, base *url.URL) *html.Node {
	if cost(doc, 1) > maxCost {
		return nil
	}
	parser := readability.NewParser()
	parser.CharThresholds = minCharacters
	parser.DisableJSONLD = true
	article, err := parser.ParseAndMutate(doc, base)
	if err != nil {
		return nil
	}
	return article.Node
}

// minCharacters is how long an article must be for readability to be content
// with its first, strictest pass. Its default of 500 is made for English;
// Japanese says as much in less than half.
const minCharacters = 200

// maxCost bounds readability's work, which reads the text of every element again
// for each element around it: bytes of text times depth. Pages of news sites cost
// about one million.
const maxCost = 32 << 20

func cost(n *html.Node, depth int) int {
	total := depth
	if n.Type == html.TextNode {
		total = len(n.Data) * depth
	}
	for c := n.FirstChild; c != nil && total <= maxCost; c = c.NextSibling {
		total += cost(c, depth+1)
	}
	return total
}

// notice is a line that sites put between paragraphs.
var notice = regexp.MustCompile(`^[\[［【(（]?(?:関連(?:記事|リンク|ニュース)|おすすめ(?:記事)?|あわせて読みたい|人気記事|スポンサーリンク|広告|PR|この記事をシェア(?:する)?|シェア(?:する)?|ツイート|` +
	`(?i:advertisement|related articles|share this(?: article)?|read more))[\]］】)）:：]?$`)

// withoutNotices returns the lines without notices and the page's own date.
func withoutNotices(lines []string) []string {
	return trimDate(slices.DeleteFunc(lines, notice.MatchString))
}
