// Package fetch gets documents from the web for feeds and articles. It takes
// addresses and servers for hostile: it speaks http and https only, never
// connects to an address that is not public, reads no more than a limit and
// waits no longer than one. It is polite to servers: few requests at a time to a
// host, conditional ones where it can, and it waits as long as it is told to.
//
// Addresses are judged when a connection is made, after the name was resolved,
// so that neither a redirect nor a name that changes its answer leads inside.
//
// The environment's proxies (HTTP_PROXY, HTTPS_PROXY, NO_PROXY) are used, but a
// proxy resolves names itself. So a name goes to one only when this computer can
// resolve it too and all its addresses are public; what remains is a name that
// answers the proxy differently, against which only the proxy's own rules help.
package fetch

import (
	"context"
	"net/url"
	"time"

	"tachiba/model"
)

// Options are the limits of a Client. A field that is zero or negative has its
// default.
type Options struct {
	AllowPrivate bool          // let loopback, private and link-local addresses be reached
	Agent        string        // User-Agent (RFC 9110, 10.1.5); default "tachiba"
	MaxSize      int64         // bytes of a body after decompression; default 4 MiB
	Patience     time.Duration // for the connection, the TLS handshake and the answer's headers, each; default 15 s
	Timeout      time.Duration // for one Get with its redirects and tries, not counting waits for a turn; default 60 s
	PerHost      int           // requests at a time to a host; default 2
	Rate         float64       // requests a second to a host; default 2
	Tries        int           // how often a request is sent before it fails; default 3
	MaxWait      time.Duration // longest Retry-After that is waited for; default 30 s
}

const (
	defaultAgent    = "tachiba"
	defaultMaxSize  = 4 << 20
	defaultPatience = 15 * time.Second
	defaultTimeout  = time.Minute
	defaultPerHost  = 2
	defaultRate     = 2
	defaultTries    = 3
	defaultMaxWait  = 30 * time.Second
)

// maxMaxSize keeps sums of sizes from overflowing.
const maxMaxSize = 1 << 40

func (o Options) withDefaults() Options {
	if o.Agent == "" {
		o.Agent = defaultAgent
	}
	o.MaxSize = min(positive(o.MaxSize, defaultMaxSize), maxMaxSize)
	o.Patience = positive(o.Patience, defaultPatience)
	o.Timeout = positive(o.Timeout, defaultTimeout)
	o.PerHost = positive(o.PerHost, defaultPerHost)
	o.Rate = positive(o.Rate, defaultRate)
	o.Tries = positive(o.Tries, defaultTries)
	o.MaxWait = positive(o.MaxWait, defaultMaxWait)
	return o
}

func positive[T int | int64 | float64 | time.Duration](value, standard T) T {
	if value > 0 {
		return value
	}
	return standard
}

// Client gets documents. It may be used by many goroutines at once; its
// politeness holds for all of them together. It keeps no cookies.
type Client struct {
	options Options
	world   world
	net     *network
	gates   *gates
}

// New returns a Client with the limits of o.
func New(o Options) *Client { return newClient(o, realWorld(o.AllowPrivate)) }

func newClient(o Options, w world) *Client {
	o = o.withDefaults()
	return &Client{options: o, world: w, net: newNetwork(o, w), gates: newGates(o, w)}
}

// Close ends the connections that are kept for reuse. A Client can be used
// after it all the same.
func (c *Client) Close() { c.net.close() }

// Request names a document, with the validators of an earlier answer for it.
type Request struct {
	URL          string // absolute, http or https, without user name and password
	ETag         string // Document.ETag, or ""
	LastModified string // Document.LastModified, or ""
}

// Document is what a server answered. All of it but URL and Permanent is as the
// server wrote it.
type Document struct {
	URL          string // where it was found after redirects, in ASCII, without fragment
	Permanent    string // the same if there were redirects and all were permanent (301, 308), else "": see Get
	ContentType  string // the field's value, or ""
	Body         []byte // decompressed; nil when NotModified
	ETag         string // validators for the next Request, or ""
	LastModified string
	NotModified  bool // the document is still the one the validators came from
}

// Get returns the document that r names. It follows up to 10 redirects, and
// tries again after 429, 5xx, a timeout or a lost connection. An address in
// Document.Permanent may replace the reader's, once the body turned out to be
// what was expected: the login page of a network redirects too.
//
// The error is ctx's where ctx ended, else a *model.Problem whose Path is r.URL:
//   - ProblemAddress: r.URL or a redirect is no http or https address, or has a user name in it
//   - ProblemPrivate: the host, or that of a redirect, has an address that is not public
//   - ProblemOffline: no such name, no connection, no trusted certificate, a connection that broke off
//   - ProblemTimeout: Patience or Timeout ended
//   - ProblemStatus: an answer other than 200, 203 or an expected 304; Err is as "404 Not Found"
//   - ProblemRedirects: more than 10, or a circle
//   - ProblemTooLarge: a body above MaxSize, or headers above 256 KiB
//   - ProblemUnreadable: an unknown or damaged compression
func (c *Client) Get(ctx context.Context, r Request) (*Document, error) {
	start, err := parseAddress(nil, r.URL)
	if err != nil {
		return nil, (&failure{code: model.ProblemAddress, text: err.Error()}).problem(r.URL)
	}
	v := c.newVisit(start, r)
	for tried := 1; ; tried++ {
		doc, fail := v.try(ctx)
		if fail == nil {
			return doc, nil
		}
		if err := ended(ctx); err != nil {
			return nil, err
		}
		if !fail.again || tried >= c.options.Tries {
			return nil, fail.problem(r.URL)
		}
		if err := c.world.sleep(ctx, backoff(tried, c.world.chance())); err != nil {
			return nil, err
		}
	}
}

// ended returns ctx's error. It looks at the deadline too: a connection that ctx
// bounds can notice it before ctx does.
func ended(ctx context.Context) error {
	if deadline, ok := ctx.Deadline(); ok && !time.Now().Before(deadline) {
		return context.DeadlineExceeded
	}
	return ctx.Err()
}

func (c *Client) newVisit(start *url.URL, r Request) *visit {
	return &visit{
		client: c, start: start, left: c.options.Timeout,
		etag: fieldValue(r.ETag), modified: fieldValue(r.LastModified),
	}
}
