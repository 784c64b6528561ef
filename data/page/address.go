package page

import (
	"net"
	"net/url"
	"strings"

	"golang.org/x/net/idna"

	"tachiba/data/clean"
)

// webAddress returns ref, resolved against base (which may be nil), when it is
// an http or https address fit to be shown and opened, else nil. Its host is in
// ASCII (IDNA, RFC 5891) and it has no fragment.
func webAddress(base *url.URL, ref string) *url.URL {
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil {
		return nil
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	u.Fragment, u.RawFragment = "", ""
	// A name before the host makes an address look like another's.
	if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return nil
	}
	if strings.ContainsFunc(u.Host, func(r rune) bool { return r >= 0x80 }) {
		host, err := idna.Lookup.ToASCII(u.Hostname())
		if err != nil {
			return nil
		}
		if port := u.Port(); port != "" {
			host = net.JoinHostPort(host, port)
		}
		u.Host = host
	}
	if s := u.String(); s != clean.Line(s) || strings.Contains(s, " ") {
		return nil
	}
	return u
}
