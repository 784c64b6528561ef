package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"syscall"
	"time"
)

const (
	maxHeaders  = 256 << 10 // bytes of an answer's headers
	idleTimeout = 30 * time.Second
	maxIdle     = 32 // connections kept for reuse
)

var (
	errProxy   = errors.New("the proxy of the environment can't be used")
	errUnknown = errors.New("this computer can't look the name up, so the proxy is not asked for it")
)

// network sends requests, straight to public addresses or through a proxy.
type network struct {
	world    world
	patience time.Duration
	direct   *http.Transport // connects to what the guard lets pass
	proxied  *http.Transport // connects to proxies only, which may well be private
}

func newNetwork(o Options, w world) *network {
	direct, proxied := transport(o.Patience, w), transport(o.Patience, w)
	direct.DialContext = (&net.Dialer{Timeout: o.Patience, Control: w.control}).DialContext
	proxied.DialContext = (&net.Dialer{Timeout: o.Patience}).DialContext
	proxied.Proxy = func(r *http.Request) (*url.URL, error) { return w.proxy(r.URL) }
	return &network{world: w, patience: o.Patience, direct: direct, proxied: proxied}
}

func transport(patience time.Duration, w world) *http.Transport {
	return &http.Transport{
		TLSClientConfig:        &tls.Config{RootCAs: w.roots},
		ForceAttemptHTTP2:      true, // what a dialer or TLS settings of one's own turn off
		DisableCompression:     true, // its decompression has no limit
		TLSHandshakeTimeout:    patience,
		ResponseHeaderTimeout:  patience,
		MaxResponseHeaderBytes: maxHeaders,
		MaxIdleConns:           maxIdle,
		IdleConnTimeout:        idleTimeout,
	}
}

// RoundTrip sends one request without following redirects.
func (n *network) RoundTrip(r *http.Request) (*http.Response, error) {
	proxy, err := n.world.proxy(r.URL)
	switch {
	case err != nil:
		return nil, errProxy
	case proxy == nil:
		return n.direct.RoundTrip(r)
	}
	if err := n.public(r.Context(), r.URL.Hostname()); err != nil {
		return nil, err
	}
	return n.proxied.RoundTrip(r)
}

// public returns an error unless all addresses of host, a name or an address,
// pass the guard.
func (n *network) public(ctx context.Context, host string) error {
	if n.world.guard == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, n.patience)
	defer cancel()
	addresses, err := n.world.lookup(ctx, "ip", host)
	if err != nil || len(addresses) == 0 {
		return errUnknown
	}
	for _, a := range addresses {
		if err := n.world.guard(netip.AddrPortFrom(a, 0)); err != nil {
			return err
		}
	}
	return nil
}

// control is a net.Dialer's: it sees each address just before it is connected to.
func (w world) control(_, address string, _ syscall.RawConn) error {
	if w.guard == nil {
		return nil
	}
	a, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	return w.guard(a)
}

func (n *network) close() {
	n.direct.CloseIdleConnections()
	n.proxied.CloseIdleConnections()
}
