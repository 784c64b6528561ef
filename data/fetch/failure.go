package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"syscall"

	"tachiba/data/clean"
	"tachiba/model"
)

// failure is why a try gave no document.
type failure struct {
	code  model.ProblemCode
	text  string // the cause in plain English, may be ""
	again bool   // another try may help
}

// maxText is the length in bytes of a cause that is shown: servers have a say in
// some of them.
const maxText = 300

// problem returns the failure to get address.
func (f *failure) problem(address string) *model.Problem {
	p := &model.Problem{Code: f.code, Path: shown(address)}
	if text := f.text; text != "" {
		p.Err = errors.New(clean.Line(strings.ToValidUTF8(text[:min(len(text), maxText)], "")))
	}
	return p
}

// reached adds where redirects had led, if that is not the address asked for and
// tells something.
func (f *failure) reached(at *url.URL, redirects int) *failure {
	if redirects > 0 && (f.code == model.ProblemPrivate || f.code == model.ProblemOffline) {
		f.text = "redirected to " + at.Scheme + "://" + at.Host + ": " + f.text
	}
	return f
}

// refused returns the failure of a response whose status gives no document. A
// host that asks for a bearable wait gets it from all requests.
func (c *Client) refused(resp *http.Response, at *url.URL) *failure {
	code := resp.StatusCode
	f := &failure{
		code: model.ProblemStatus,
		// The server's own words are not shown.
		text:  strings.TrimSpace(fmt.Sprintf("%d %s", code, http.StatusText(code))),
		again: code == http.StatusTooManyRequests || code >= 500,
	}
	if code == http.StatusTooManyRequests || code == http.StatusServiceUnavailable {
		switch wait := retryAfter(resp.Header, c.world.now()); {
		case wait > c.options.MaxWait:
			f.again = false
		case wait > 0:
			c.gates.pause(at.Host, wait)
		}
	}
	return f
}

// failed returns the failure of a request that ended with err; ctx is its own.
func (c *Client) failed(ctx context.Context, err error) *failure {
	var private *privateError
	var name *net.DNSError
	var timeout interface{ Timeout() bool }
	switch {
	case errors.As(err, &private):
		return &failure{code: model.ProblemPrivate, text: private.Error()}
	case ended(ctx) != nil:
		return &failure{code: model.ProblemTimeout, text: fmt.Sprintf("not complete within %s", c.options.Timeout)}
	case errors.Is(err, errTooLarge):
		return &failure{code: model.ProblemTooLarge, text: fmt.Sprintf("more than %d bytes", c.options.MaxSize)}
	case headersTooLarge(err):
		return &failure{code: model.ProblemTooLarge, text: fmt.Sprintf("its headers have more than %d bytes", maxHeaders)}
	case errors.Is(err, errDamaged), errors.Is(err, errEncoding):
		return &failure{code: model.ProblemUnreadable, text: err.Error()}
	case errors.As(err, &name):
		return &failure{code: model.ProblemOffline, text: plain(err)}
	case errors.As(err, &timeout) && timeout.Timeout():
		return &failure{code: model.ProblemTimeout, text: fmt.Sprintf("no answer within %s", c.options.Patience), again: true}
	}
	return &failure{code: model.ProblemOffline, text: plain(err), again: lost(err)}
}

// headersTooLarge goes by the words of net/http, which has no type for this; a
// test holds that they are still these. Its HTTP/2 only says PROTOCOL_ERROR.
func headersTooLarge(err error) bool {
	return strings.Contains(err.Error(), "server response headers exceeded")
}

// lost tells whether a connection that stood has broken. One that was refused
// would be refused again.
func lost(err error) bool {
	var op *net.OpError
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.As(err, &op) && (op.Op == "read" || op.Op == "write")
}

// plain says err without the addresses and calls of the layers it came through.
func plain(err error) string {
	var name *net.DNSError
	var errno syscall.Errno
	switch {
	case errors.As(err, &name) && name.IsNotFound:
		return "there is no host of that name"
	case errors.As(err, &name):
		return "the name can't be looked up"
	case errors.As(err, &errno):
		return errno.Error()
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return "the connection ended too early"
	}
	return err.Error()
}
