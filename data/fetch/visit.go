package fetch

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"tachiba/model"
)

// maxRedirects is how many redirects a try follows.
const maxRedirects = 10

// visit is one Get: what it asks for and the working time that it has left.
type visit struct {
	client         *Client
	start          *url.URL
	etag, modified string
	left           time.Duration
}

// answer is a document, or the place that a redirect leads to.
type answer struct {
	doc       *Document
	location  string
	permanent bool
}

// try asks once and follows the redirects.
func (v *visit) try(ctx context.Context) (*Document, *failure) {
	at, permanent := v.start, true
	seen := map[string]bool{}
	for redirects := 0; ; redirects++ {
		seen[at.String()] = true
		a, fail := v.hop(ctx, at)
		if fail != nil {
			return nil, fail.reached(at, redirects)
		}
		if a.doc != nil {
			if redirects > 0 && permanent {
				a.doc.Permanent = a.doc.URL
			}
			return a.doc, nil
		}
		next, err := parseAddress(at, a.location)
		switch {
		case err != nil:
			return nil, &failure{code: model.ProblemAddress, text: "redirected to " + shown(a.location) + ": " + err.Error()}
		case seen[next.String()]:
			return nil, &failure{code: model.ProblemRedirects, text: "they lead in a circle"}
		case redirects == maxRedirects:
			return nil, &failure{code: model.ProblemRedirects, text: fmt.Sprintf("more than %d", maxRedirects)}
		}
		at, permanent = next, permanent && a.permanent
	}
}

// hop sends one request when its host's turn has come, and reads the answer. Only
// from then on does it use up the visit's time.
func (v *visit) hop(ctx context.Context, at *url.URL) (*answer, *failure) {
	c := v.client
	leave, err := c.gates.enter(ctx, at.Host)
	if err != nil {
		return nil, &failure{code: model.ProblemTimeout}
	}
	defer leave()

	begun := time.Now()
	defer func() { v.left -= time.Since(begun) }()
	ctx, cancel := context.WithTimeout(ctx, v.left)
	defer cancel()

	resp, err := c.net.RoundTrip(v.request(ctx, at))
	if err != nil {
		return nil, c.failed(ctx, err)
	}
	defer resp.Body.Close()
	return v.read(ctx, resp, at)
}

// read turns a response into an answer.
func (v *visit) read(ctx context.Context, resp *http.Response, at *url.URL) (*answer, *failure) {
	c := v.client
	switch resp.StatusCode {
	case http.StatusMovedPermanently, http.StatusPermanentRedirect, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect:
		if location := resp.Header.Get("Location"); location != "" {
			permanent := resp.StatusCode == http.StatusMovedPermanently || resp.StatusCode == http.StatusPermanentRedirect
			return &answer{location: location, permanent: permanent}, nil
		}
	case http.StatusNotModified:
		if v.conditional(at) {
			doc := newDocument(resp, at)
			doc.NotModified = true
			doc.ETag, doc.LastModified = cmp.Or(doc.ETag, v.etag), cmp.Or(doc.LastModified, v.modified)
			return &answer{doc: doc}, nil
		}
	case http.StatusOK, http.StatusNonAuthoritativeInfo:
		body, err := readBody(resp, c.options.MaxSize)
		if err != nil {
			return nil, c.failed(ctx, err)
		}
		doc := newDocument(resp, at)
		doc.Body = body
		return &answer{doc: doc}, nil
	}
	return nil, c.refused(resp, at)
}

func newDocument(resp *http.Response, at *url.URL) *Document {
	return &Document{
		URL:          at.String(),
		ContentType:  fieldValue(resp.Header.Get("Content-Type")),
		ETag:         fieldValue(resp.Header.Get("Etag")),
		LastModified: fieldValue(resp.Header.Get("Last-Modified")),
	}
}
