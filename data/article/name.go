package article

import (
	"net/url"
	"path"
	"strings"
	"unicode"

	"tachiba/data/clean"
)

// maxName is the most characters that an ID taken from an address has.
const maxName = 60

// Name returns the ID that a digest has by its address: the last part of the
// path that says something, with the host before it where that is a number or
// "index". Addresses of one text differ; the store keeps their IDs apart.
func Name(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return tidy(address)
	}
	host := strings.TrimPrefix(u.Hostname(), "www.")
	last := path.Base(strings.TrimSuffix(u.Path, "/"))
	last = strings.TrimSuffix(last, path.Ext(last))
	switch {
	case last == "" || last == "." || last == "/" || last == "index":
		last = host
	case strings.ContainsFunc(last, unicode.IsLetter) && len(last) > 3:
	default:
		last = host + "-" + last
	}
	if u.RawQuery != "" {
		last += "-" + u.RawQuery
	}
	return tidy(last)
}

// tidy returns s with what a shell or a list would stumble over as hyphens.
func tidy(s string) string {
	mapped := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("._-", r) {
			return r
		}
		return '-'
	}, clean.Line(s))
	runes := []rune(strings.Trim(mapped, "-."))
	if len(runes) == 0 {
		return "article"
	}
	return strings.Trim(string(runes[:min(len(runes), maxName)]), "-.")
}
