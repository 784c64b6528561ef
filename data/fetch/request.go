package fetch

import (
	"context"
	"net/http"
	"net/url"

	"golang.org/x/net/http/httpguts"
)

// What a request says of itself (RFC 9110, 12.5): feeds first, then pages, in
// Japanese where there is a choice.
const (
	accept         = "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/html;q=0.9, */*;q=0.5"
	acceptLanguage = "ja,en;q=0.8"
	acceptEncoding = "gzip, deflate"
)

// request returns the request for at: nothing in it tells one host about another,
// so there is no Referer, and validators go only to the host they are for.
func (v *visit) request(ctx context.Context, at *url.URL) *http.Request {
	header := http.Header{
		"User-Agent":      {v.client.options.Agent},
		"Accept":          {accept},
		"Accept-Language": {acceptLanguage},
		"Accept-Encoding": {acceptEncoding},
	}
	if v.conditional(at) {
		if v.etag != "" {
			header.Set("If-None-Match", v.etag)
		}
		if v.modified != "" {
			header.Set("If-Modified-Since", v.modified)
		}
	}
	r := &http.Request{Method: http.MethodGet, URL: at, Host: at.Host, Header: header}
	return r.WithContext(ctx)
}

// conditional tells whether a request to at carries validators.
func (v *visit) conditional(at *url.URL) bool {
	return at.Host == v.start.Host && (v.etag != "" || v.modified != "")
}

// maxField is the length in bytes of a header field that is kept and sent back.
const maxField = 1024

// fieldValue returns s if it may stand in a header, "" if it is too long or has
// control characters.
func fieldValue(s string) string {
	if len(s) > maxField || !httpguts.ValidHeaderFieldValue(s) {
		return ""
	}
	return s
}
