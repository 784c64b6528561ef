package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unseen tells whether an element holds nothing that a reader of the page sees
// as its text: scripts, forms' controls, pictures, hidden elements, and the
// readings over ruby, which would stand inside the words.
func unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Rt, atom.Rp, atom.Rtc, atom.Head, atom.Meta,
		atom.Iframe, atom.Noframes, atom.Object, atom.Embed, atom.Svg, atom.Math, atom.Canvas, atom.Audio, atom.Video,
		atom.Button, atom.Select, atom.Datalist, atom.Input, atom.Textarea, atom.Progress, atom.Meter:
		return true
	case atom.Dialog:
		_, open := attribute(n, "open")
		return !open
	}
	return isHidden(n)
}

// visuallyHidden are the class names by which sites hide what they say to
// screen readers only.
var visuallyHidden = []string{"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"}

func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			style := strings.ToLower(squeeze(a.Val))
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		case "class":
			if slices.ContainsFunc(strings.Fields(a.Val), func(c string) bool { return slices.Contains(visuallyHidden, c) }) {
				return true
			}
		}
	}
	return false
}

// removeUnseen removes what is unseen, the head and comments from doc. With the
// title element gone, readability leaves headings alone: it would take them for
// the title again by their Latin words only (NATO), which are few in Japanese.
func removeUnseen(doc *html.Node) {
	for c := doc.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.CommentNode || c.Type == html.ElementNode && unseen(c) {
			doc.RemoveChild(c)
		} else {
			removeUnseen(c)
		}
		c = next
	}
}
