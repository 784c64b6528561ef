package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// parseTree returns the document of a page. html.Parse refuses more than 512
// open elements; such a page is parsed again without its nesting.
func parseTree(text string) (*html.Node, error) {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return html.Parse(strings.NewReader(flatten(text)))
	}
	return doc, nil
}

// parseFragment returns the nodes of a piece of HTML under one node.
func parseFragment(text string) *html.Node {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(text), body)
	if err != nil {
		// Flat HTML can't nest too deep, and a strings.Reader has no error.
		nodes, _ = html.ParseFragment(strings.NewReader(flatten(text)), body)
	}
	for _, n := range nodes {
		body.AppendChild(n)
	}
	return body
}

// flatten returns the HTML with all blocks as paragraphs, which never nest, and
// without inline elements save links.
func flatten(text string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(text))
	raw := false  // inside an element whose text is no text of the page
	open := false // at the start of a paragraph
	for {
		kind := z.Next()
		token := z.Raw()
		switch kind {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if !raw {
				b.Write(token)
				open = false
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			start := kind == html.StartTagToken
			raw = false
			written := string(token) // TagName lower-cases it in place
			name, _ := z.TagName()
			switch a := atom.Lookup(name); a {
			case atom.Title, atom.A, atom.H1, atom.Meta, atom.Link, atom.Base:
				b.WriteString(written)
				open = false
			case atom.Script, atom.Style, atom.Textarea, atom.Iframe, atom.Noscript, atom.Noembed, atom.Noframes, atom.Xmp:
				raw = start
			default:
				if !open && (a == atom.Br || isBlock(a)) {
					b.WriteString("<p>")
					open = true
				}
			}
		}
	}
}

// isBlock tells whether an element stands on lines of its own (HTML Living
// Standard, section 15.3, display: block and list-item; table rows too).
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd,
		atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup,
		atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre,
		atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Tfoot, atom.Thead, atom.Tr, atom.Ul:
		return true
	}
	return false
}

// element returns the first element of that name under n, or nil.
func element(n *html.Node, name string) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name {
			return d
		}
	}
	return nil
}

// attribute returns the value of an element's attribute and whether it has it.
func attribute(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val, true
		}
	}
	return "", false
}

func remove(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}
