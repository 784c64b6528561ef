package fetch

import (
	"net/url"
	"strings"
	"testing"
	"unicode"
)

// FuzzParseAddress holds that an address taken is http or https, has a host and no
// user, and is in its one form already; and that any address can be shown.
func FuzzParseAddress(f *testing.F) {
	for _, s := range []string{"http://a.example/b?c#d", "//b.example", "../x", "https://例え.テスト:443/橋", "http://[fe80::1%25eth0]:80/", "http://u:p@h/", "http:///", "javascript:x", "http://１２７.０.０.１", "\x1b]0;x", "http://a:99999"} {
		f.Add(s)
	}
	base, err := parseAddress(nil, "https://base.example/dir/page")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsFunc(shown(s), unicode.IsControl) {
			t.Fatalf("shown %q", shown(s))
		}
		for _, from := range []*url.URL{nil, base} {
			u, err := parseAddress(from, s)
			if err != nil {
				continue
			}
			if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil || u.Fragment != "" {
				t.Fatalf("%q: %#v", s, u)
			}
			again, err := parseAddress(nil, u.String())
			if err != nil && err != errLongAddress || err == nil && again.String() != u.String() {
				t.Fatalf("%q: %q, then %v, %v", s, u, again, err)
			}
		}
	})
}
