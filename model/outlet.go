package model

import "strings"

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
	if h := Host(address); h != "" {
		return h
	}
	return name
}

// Host returns the host of a web address without www. and port, "" without any.
func Host(address string) string {
	_, rest, ok := strings.Cut(address, "://")
	if !ok {
		return ""
	}
	if i := strings.IndexAny(rest, "/?#:"); i >= 0 {
		rest = rest[:i]
	}
	return strings.TrimPrefix(rest, "www.")
}
