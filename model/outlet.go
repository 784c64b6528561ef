package model

import (
	"net/url"
	"strings"
)

// OutletName returns the short name of an outlet: the site's name without the
// slogan after it, or, when the digest names none or says only "news site", the
// host of its address.
func OutletName(outlet, address string) string {
	name := outlet
	if i := strings.IndexAny(name, ":："); i > 0 {
		name = name[:i]
	}
	for _, sep := range []string{" 経済", "　", " | ", " - ", " – "} {
		name, _, _ = strings.Cut(name, sep)
	}
	name = strings.TrimSpace(name)
	if name != "" && name != "ニュースサイト" {
		return name
	}
	if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
		return strings.TrimPrefix(u.Hostname(), "www.")
	}
	return name
}
