package fetch

import (
	"errors"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/idna"

	"tachiba/data/clean"
)

const (
	maxAddress = 8 << 10 // bytes above which an address is refused
	maxShown   = 200     // bytes of such a one that are shown
)

var standardPorts = map[string]string{"http": "80", "https": "443"}

var (
	errNoAddress   = errors.New("it is no address of the web")
	errLongAddress = errors.New("it is too long")
	errScheme      = errors.New("it begins neither with http:// nor with https://")
	errUser        = errors.New("it has a user name or password in it")
	errHost        = errors.New("it names no host")
	errPort        = errors.New("it has no valid port")
)

// parseAddress returns the http or https address s, relative to base where that
// is not nil, in one form (RFC 3986, 6.2): the host in lower-case ASCII, no
// standard port, no fragment. The error says in plain words why it is none.
func parseAddress(base *url.URL, s string) (*url.URL, error) {
	if len(s) > maxAddress {
		return nil, errLongAddress
	}
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil {
		return nil, errNoAddress
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	switch {
	case standardPorts[u.Scheme] == "":
		return nil, errScheme
	case u.User != nil:
		return nil, errUser
	case u.Hostname() == "":
		return nil, errHost
	}
	if err := settleHost(u); err != nil {
		return nil, err
	}
	if u.Path == "" {
		u.Path = "/"
	}
	u.Fragment, u.RawFragment = "", ""
	return u, nil
}

// settleHost writes u's host as it is dialed, so that all that judges or sends it
// sees the same: １２７.０.０.１ is 127.0.0.1 (UTS #46).
func settleHost(u *url.URL) error {
	host, port := u.Hostname(), u.Port()
	if strings.ContainsFunc(host, func(r rune) bool { return r > '~' }) {
		ascii, err := idna.Lookup.ToASCII(host)
		if err != nil || ascii == "" {
			return errHost
		}
		host = ascii
	}
	if port != "" {
		if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 {
			return errPort
		}
	}
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	u.Host = strings.ToLower(host)
	if port != "" && port != standardPorts[u.Scheme] {
		u.Host += ":" + port
	}
	return nil
}

// shown returns address as it may be shown: without a user name and password,
// and not endless.
func shown(address string) string {
	if len(address) > maxAddress {
		return clean.Line(address[:maxShown]) + "…"
	}
	if u, err := url.Parse(address); err == nil && u.User != nil {
		u.User = nil
		address = u.String()
	}
	return clean.Line(address)
}
