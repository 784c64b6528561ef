// Package markdown writes text of others as Markdown that shows it and does
// nothing else.
package markdown

import (
	"net/url"
	"strings"
)

var signs = strings.NewReplacer(`\`, `\\`, "|", `\|`, "`", "\\`", "*", `\*`, "_", `\_`, "<", `\<`, ">", `\>`,
	"[", `\[`, "]", `\]`, "&", `\&`, "~", `\~`, "#", `\#`, "!", `\!`, "+", `\+`, "://", `:\//`, "www.", `www\.`, "\n", " ", "\r", " ")

// Escape returns s as Markdown that shows s, on one line; addresses of the web in it
// do not become links.
func Escape(s string) string { return signs.Replace(s) }

// Link returns a link, or the name alone where the address is not of the web.
func Link(name, address string) string {
	u, ok := Web(address)
	if !ok {
		return Escape(name)
	}
	return "[" + Escape(name) + "](" + ends.Replace(u) + ")"
}

// ends writes what would end a link or a table's cell as percent codes.
var ends = strings.NewReplacer("(", "%28", ")", "%29", "|", "%7C", "<", "%3C", ">", "%3E", " ", "%20", `\`, "%5C")

// Web returns the address as a URL in its usual form, and false where it is not
// of the web: nothing but http and https may become a link.
func Web(address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return "", false
	}
	return u.String(), true
}
