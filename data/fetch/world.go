package fetch

import (
	"context"
	"crypto/x509"
	"math/rand/v2"
	"net"
	"net/netip"
	"net/url"
	"time"

	"golang.org/x/net/http/httpproxy"
)

// world is what a Client takes from outside: the clock, chance, the network's
// rules. Tests put their own in its place.
type world struct {
	now    func() time.Time
	sleep  func(ctx context.Context, d time.Duration) error // ctx's error if that ends first
	chance func() float64                                   // in [0, 1)
	guard  func(netip.AddrPort) error                       // nil lets all pass
	lookup func(ctx context.Context, network, host string) ([]netip.Addr, error)
	proxy  func(*url.URL) (*url.URL, error) // nil without an error for none
	roots  *x509.CertPool                   // nil for the system's
}

func realWorld(allowPrivate bool) world {
	w := world{
		now: time.Now, sleep: sleep, chance: rand.Float64, guard: public,
		lookup: net.DefaultResolver.LookupNetIP,
		proxy:  httpproxy.FromEnvironment().ProxyFunc(),
	}
	if allowPrivate {
		w.guard = nil
	}
	return w
}

func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
