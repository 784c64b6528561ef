package page

import (
	"regexp"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// prune removes the site's furniture from body (menus, asides, share buttons,
// lists of other articles) and tallies what is left. What holds the heading, a
// mark of the layout or two fifths of the text is never furniture.
func prune(body, heading *html.Node) tally {
	p := pruner{heading: heading, total: survey(body).text}
	return p.prune(body)
}

type pruner struct {
	heading *html.Node
	total   int
}

func (p *pruner) prune(n *html.Node) tally {
	var t tally
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		inside := surveyChild(c, p.prune)
		inside.heading = inside.heading || c == p.heading
		if c.Type == html.ElementNode && !inside.heading && !inside.marked() && inside.text*5 < p.total*2 && isFurniture(c, &inside) {
			n.RemoveChild(c)
		} else {
			t.add(inside)
		}
		c = next
	}
	return t
}

// furnitureName is a class or id that names furniture.
var furnitureName = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:` +
	`nav|navi|gnav|navigation|menu|breadcrumbs?|pankuzu|topicpath|sidebar|share|sharing|sns|social|` +
	`related|relation|recommend(?:ed|ation|ations)?|ranking|pickup|popular|tags|` +
	`cookies?|consent|gdpr|banner|advert(?:isement|ising)?|ads?|promo|sponsor(?:ed)?|newsletter|subscribe|copyright` +
	`)(?:$|[\s_-])`)

func isFurniture(n *html.Node, inside *tally) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Aside, atom.Figcaption, atom.Menu:
		return true
	case atom.Ul, atom.Ol, atom.Dl, atom.Div, atom.Section, atom.Table:
		if inside.links >= 3 && inside.linked*10 >= inside.text*7 {
			return true // a list of links
		}
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "role":
			switch a.Val {
			case "navigation", "contentinfo", "complementary", "search", "alertdialog", "dialog", "menu", "menubar", "toolbar":
				return true
			}
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "class", "id":
			if furnitureName.MatchString(a.Val) {
				return true
			}
		}
	}
	return false
}
