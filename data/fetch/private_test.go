package fetch

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"tachiba/model"
)

func TestPublic(t *testing.T) {
	for _, s := range []string{
		"127.0.0.1:80", "127.255.0.9:80", "[::1]:80", "10.0.0.1:80", "172.16.0.1:443", "172.31.255.255:80", "192.168.1.1:80",
		"169.254.169.254:80", "100.64.0.1:80", "0.0.0.0:80", "0.1.2.3:80", "[::]:80", "224.0.0.1:80", "255.255.255.255:80", "198.18.0.1:80",
		"[fe80::1]:80", "[fe80::1%eth0]:80", "[fc00::1]:80", "[fd00:ec2::254]:80", "[ff02::1]:80", "[::ffff:127.0.0.1]:80",
		"[::ffff:10.0.0.1]:80", "[::127.0.0.1]:80", "[64:ff9b::7f00:1]:80", "[64:ff9b::10.0.0.1]:80", "[64:ff9b:1::808:808]:80",
		"[2002:7f00:1::]:80", "[2001:db8::1]:80", "[2001::1]:80", "[2606:4700::1%eth0]:80",
	} {
		var private *privateError
		if err := public(netip.MustParseAddrPort(s)); !errors.As(err, &private) {
			t.Errorf("%s: %v", s, err)
		}
	}
	for _, s := range []string{"8.8.8.8:80", "8.8.8.8:8080", "172.32.0.1:22", "[2606:4700::1]:443", "[::ffff:8.8.8.8]:80", "[64:ff9b::808:808]:80"} {
		if err := public(netip.MustParseAddrPort(s)); err != nil {
			t.Errorf("%s: %v", s, err)
		}
	}
}

// TestPrivate asks a server on this machine, by what all leads to it.
func TestPrivate(t *testing.T) {
	t.Setenv("NO_PROXY", "*")
	address, count := serve(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(text)) })
	_, port, _ := strings.Cut(strings.TrimPrefix(address, "http://"), ":")
	c := New(Options{})
	defer c.Close()
	for _, host := range []string{"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "１２７.０.０.１", "0.0.0.0"} {
		p := refuse(t, c, "http://"+host+":"+port+"/", model.ProblemPrivate)
		if !strings.HasSuffix(p.Detail(), " is not a public address") {
			t.Errorf("%s: %v", host, p)
		}
	}
	if count.Load() != 0 {
		t.Errorf("%d requests came through", count.Load())
	}
	open := New(Options{AllowPrivate: true})
	defer open.Close()
	if doc := get(t, open, Request{URL: address}); string(doc.Body) != text {
		t.Errorf("body %q", doc.Body)
	}
}

// TestPrivateRedirect lets one server be reached and no other address.
func TestPrivateRedirect(t *testing.T) {
	inside, count := serve(t, func(http.ResponseWriter, *http.Request) {})
	outside, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, inside+"/admin", http.StatusFound)
	})
	allowed := netip.MustParseAddrPort(strings.TrimPrefix(outside, "http://"))
	c := testClient(t, Options{}, func(w *world) {
		w.guard = func(a netip.AddrPort) error {
			if a == allowed {
				return nil
			}
			return public(a)
		}
	})
	p := refuse(t, c, outside, model.ProblemPrivate)
	if want := "redirected to " + inside + ": 127.0.0.1 is not a public address"; p.Detail() != want || p.Path != outside {
		t.Errorf("%v, want %s", p, want)
	}
	if count.Load() != 0 {
		t.Error("the request came through")
	}
}

// proxy serves as a proxy for http on a private address, and counts.
func proxy(t *testing.T) (address *url.URL, count *atomic.Int32) {
	t.Helper()
	s, count := serve(t, func(w http.ResponseWriter, r *http.Request) { _, _ = w.Write([]byte("via proxy " + r.URL.Host)) })
	u, err := url.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return u, count
}

func TestProxy(t *testing.T) {
	names := map[string][]netip.Addr{
		"public.example":  {netip.MustParseAddr("8.8.8.8")},
		"mixed.example":   {netip.MustParseAddr("8.8.8.8"), netip.MustParseAddr("192.168.0.1")},
		"inside.example":  {netip.MustParseAddr("10.0.0.1")},
		"169.254.169.254": {netip.MustParseAddr("169.254.169.254")},
	}
	lookup := func(_ context.Context, _, host string) ([]netip.Addr, error) {
		if a := names[host]; a != nil {
			return a, nil
		}
		return nil, errors.New("no such host")
	}
	through, count := proxy(t)
	behind := testClient(t, Options{}, func(w *world) {
		w.guard, w.lookup = public, lookup
		w.proxy = func(*url.URL) (*url.URL, error) { return through, nil }
	})
	if doc := get(t, behind, Request{URL: "http://public.example:8080/a"}); string(doc.Body) != "via proxy public.example:8080" {
		t.Errorf("body %q", doc.Body)
	}
	count.Store(0)
	for address, want := range map[string]model.ProblemCode{
		"http://mixed.example/":   model.ProblemPrivate,
		"http://inside.example/":  model.ProblemPrivate,
		"https://inside.example/": model.ProblemPrivate,
		"http://169.254.169.254/": model.ProblemPrivate,
		"http://other.example/":   model.ProblemOffline,
	} {
		refuse(t, behind, address, want)
	}
	if count.Load() != 0 {
		t.Errorf("the proxy was asked %d times", count.Load())
	}
}

func TestProxyEnvironment(t *testing.T) {
	through, _ := proxy(t)
	for _, name := range []string{"http_proxy", "NO_PROXY", "no_proxy", "REQUEST_METHOD"} {
		t.Setenv(name, "")
	}
	t.Setenv("HTTP_PROXY", through.String())
	open, closed := New(Options{AllowPrivate: true}), New(Options{})
	defer open.Close()
	defer closed.Close()
	if doc := get(t, open, Request{URL: "http://192.168.7.7/"}); string(doc.Body) != "via proxy 192.168.7.7" {
		t.Errorf("body %q", doc.Body)
	}
	refuse(t, closed, "http://192.168.7.7/", model.ProblemPrivate)
	refuse(t, closed, through.String(), model.ProblemPrivate) // loopback never goes to a proxy

	broken := testClient(t, Options{}, func(w *world) {
		w.proxy = func(*url.URL) (*url.URL, error) { return nil, errors.New("http://me:secret@proxy.example") }
	})
	if p := refuse(t, broken, "http://a.example/", model.ProblemOffline); p.Detail() != errProxy.Error() {
		t.Error(p)
	}
}

// TestReuse holds that a connection made for one client serves no other that
// would have been refused it.
func TestReuse(t *testing.T) {
	s := httptest.NewServer(http.NotFoundHandler())
	defer s.Close()
	open := testClient(t, Options{}, nil)
	refuse(t, open, s.URL, model.ProblemStatus)
	refuse(t, testClient(t, Options{}, func(w *world) { w.guard = public }), s.URL, model.ProblemPrivate)
}
