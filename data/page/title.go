package page

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// names returns what the metadata calls the article, best first; the site's name
// may still follow the title.
func (m *meta) names() []string {
	var out []string
	for _, name := range []string{m.named["og:title"], m.data.headline, m.named["twitter:title"], m.element} {
		if name != "" {
			out = append(out, name)
		}
	}
	return out
}

// title returns the article's title: the heading's text, else the best name that
// the metadata gives it, without the site's.
func (m *meta) title(heading *html.Node) string {
	if heading != nil {
		return inner(heading, maxMeta)
	}
	if names := m.names(); len(names) > 0 {
		return withoutSite(names[0], m.outlet())
	}
	return ""
}

// heading returns the element of the body that shows the title: the first whose
// text is one of the metadata's names, with or without the site's after it.
// Where none is, the first h1 that isn't the site's name serves if the metadata
// has no title, or if the page is in the layout, which prints its title whole.
// The result may be nil.
func (m *meta) heading(body *html.Node, layout bool) *html.Node {
	names, site := m.names(), squeeze(m.outlet())
	for i, name := range names {
		names[i] = squeeze(name)
	}
	var first *html.Node
	for n := range body.Descendants() {
		if n.Type != html.ElementNode || !isBlock(n.DataAtom) {
			continue
		}
		text := squeeze(inner(n, maxMeta))
		if text == "" || text == site {
			continue
		}
		if slices.ContainsFunc(names, func(name string) bool { return titled(name, text) }) {
			return n
		}
		logo := slices.ContainsFunc(names, func(name string) bool { return strings.HasSuffix(name, text) })
		if n.DataAtom == atom.H1 && first == nil && !logo {
			first = n
		}
	}
	if layout || len(names) == 0 {
		return first
	}
	return nil
}

// separators open the site's name, or a section's, after a title.
var separators = regexp.MustCompile(`^[|｜\-–—:：»・<＜(（【\[／/]`)

// minTitle is the least title in bytes that is told from a site's name by what
// follows it.
const minTitle = 15

// titled tells whether name is the title text, alone or with more after a
// separator. Both are without spaces.
func titled(name, text string) bool {
	rest, ok := strings.CutPrefix(name, text)
	return ok && (rest == "" || len(text) >= minTitle && separators.MatchString(rest))
}

// withoutSite returns a title without the site's name after it: the name itself
// where it is known, else what follows the last vertical bar.
func withoutSite(title, site string) string {
	bare := strings.TrimRight(title, " )）]】")
	if cut, ok := strings.CutSuffix(bare, strings.TrimRight(site, " )）]】")); ok && site != "" {
		if t := strings.TrimRight(cut, " 　|｜-–—:：»・/／(（【["); t != "" && t != cut {
			return t
		}
	}
	if i := strings.LastIndexAny(title, "|｜"); i > 0 {
		if t := strings.TrimSpace(title[:i]); t != "" {
			return t
		}
	}
	return title
}
