package feed

import (
	"fmt"
	"net/url"
	"strings"
)

// maxAddress is the length in bytes from which an address is taken for none.
const maxAddress = 4096

// parseBase returns the address to resolve others against, nil when it is no
// absolute http or https address.
func parseBase(base string) *url.URL {
	u, err := url.Parse(strings.TrimSpace(base))
	if err != nil || !web(u) {
		return nil
	}
	return u
}

func web(u *url.URL) bool {
	return (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != ""
}

// resolve returns link as an absolute http or https address in ASCII, resolved
// against base, which may be nil; "" when it is none.
func resolve(base *url.URL, link string) string {
	link = strings.TrimSpace(link)
	if link == "" || len(link) > maxAddress {
		return ""
	}
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if !web(u) {
		return ""
	}
	u.RawQuery = escapeQuery(u.RawQuery)
	if s := u.String(); len(s) <= maxAddress {
		return s
	}
	return ""
}

// escapeQuery writes in percent what does not belong in a query (RFC 3986, 3.4):
// net/url leaves queries as they are.
func escapeQuery(query string) string {
	if !strings.ContainsFunc(query, outsideQuery) {
		return query
	}
	var b strings.Builder
	for i := range len(query) {
		if c := query[i]; outsideQuery(rune(c)) {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

func outsideQuery(r rune) bool {
	return r <= ' ' || r >= 0x7f || strings.ContainsRune("\"<>\\^`{|}", r)
}
