package page

import (
	"net/url"
	"regexp"
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// layoutLines returns the lines of a digest: all the text of the smallest element
// that holds its marks and its heading, from the heading on, heading left out.
// Readability isn't asked: it drops cards, which are short and full of links.
func layoutLines(body, heading *html.Node, found tally, base *url.URL) []string {
	marked := common(found.first, found.last)
	if heading == nil {
		return trimDate(linesOf(enclosing(body, marked), base))
	}
	root := common(marked, heading)
	dropBefore(root, heading)
	dropAfter(root, marked)
	remove(heading)
	return trimDate(linesOf(root, base))
}

// common returns the smallest element that holds both nodes.
func common(a, b *html.Node) *html.Node {
	path := map[*html.Node]bool{}
	for ; a != nil; a = a.Parent {
		path[a] = a.Type == html.ElementNode
	}
	for !path[b] {
		b = b.Parent
	}
	return b
}

// enclosing returns the article or main element around n, else body: without a
// heading nothing else tells where the text above the first mark begins.
func enclosing(body, n *html.Node) *html.Node {
	for a := n; a != nil; a = a.Parent {
		if a.DataAtom == atom.Article || a.DataAtom == atom.Main {
			return a
		}
	}
	return body
}

// dropBefore removes what stands before the heading under root, save what holds
// marks.
func dropBefore(root, heading *html.Node) {
	for n := heading; n != root; n = n.Parent {
		for s := n.PrevSibling; s != nil; {
			before := s.PrevSibling
			if t := surveyChild(s, survey); !t.marked() {
				remove(s)
			}
			s = before
		}
	}
}

// dropAfter removes what follows the part of root that holds all marks, where
// that part is most of the text and what follows is built differently: the
// site's own. A close in the same kind of element stays.
func dropAfter(root, marked *html.Node) {
	if marked == root {
		return
	}
	for marked.Parent != root {
		marked = marked.Parent
	}
	part, whole := survey(marked), survey(root)
	if marked.DataAtom != atom.Main && marked.DataAtom != atom.Article && part.text*5 < whole.text*3 {
		return
	}
	for s := marked.NextSibling; s != nil; {
		next := s.NextSibling
		if s.Type == html.ElementNode && !alike(s, marked) {
			remove(s)
		}
		s = next
	}
}

func alike(a, b *html.Node) bool {
	classA, _ := attribute(a, "class")
	classB, _ := attribute(b, "class")
	return a.Data == b.Data && classA == classB
}

var dateOnly = regexp.MustCompile(`^(?:(?:公開|更新|配信|掲載|投稿)(?:日時)?[:：\s]*|(?i:posted|updated)(?: on)?[:\s]*)?\d{4}[年/.-]\s?\d{1,2}[月/.-]\s?\d{1,2}日?[\s\d:：時分()（）月火水木金土日曜]*$`)

// trimDate drops the page's own date above the text, which else would be its
// lead. 公開日: is a card's.
func trimDate(lines []string) []string {
	for i := range min(len(lines), 2) {
		if dateOnly.MatchString(lines[i]) {
			return slices.Delete(lines, i, i+1)
		}
	}
	return lines
}
