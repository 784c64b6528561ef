package fetch

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
)

// TestRetry gives one answer after the other, then the document.
func TestRetry(t *testing.T) {
	type reply struct {
		code  int
		after string
	}
	tests := map[string]struct {
		replies []reply
		want    model.ProblemCode
		waits   []time.Duration
		sent    int32
	}{
		"none":           {nil, "", nil, 1},
		"once":           {[]reply{{503, ""}}, "", []time.Duration{time.Second}, 2},
		"twice":          {[]reply{{500, ""}, {502, ""}}, "", []time.Duration{time.Second, 2 * time.Second}, 3},
		"thrice":         {[]reply{{500, ""}, {502, ""}, {504, ""}}, model.ProblemStatus, []time.Duration{time.Second, 2 * time.Second}, 3},
		"Retry-After":    {[]reply{{429, "7"}}, "", []time.Duration{time.Second, 6 * time.Second}, 2},
		"date":           {[]reply{{503, "Sat, 01 Mar 2025 09:00:10 GMT"}}, "", []time.Duration{time.Second, 9 * time.Second}, 2},
		"past date":      {[]reply{{503, "Sat, 01 Mar 2025 08:00:00 GMT"}}, "", []time.Duration{time.Second}, 2},
		"not understood": {[]reply{{503, "soon"}}, "", []time.Duration{time.Second}, 2},
		"longest":        {[]reply{{429, "30"}}, "", []time.Duration{time.Second, 29 * time.Second}, 2},
		"too long":       {[]reply{{429, "31"}}, model.ProblemStatus, nil, 1},
		"far too long":   {[]reply{{503, "99999999999999999999"}}, "", []time.Duration{time.Second}, 2},
		"not found":      {[]reply{{404, "5"}}, model.ProblemStatus, nil, 1},
		"forbidden":      {[]reply{{403, ""}}, model.ProblemStatus, nil, 1},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var sent atomic.Int32
			address, count := serve(t, func(w http.ResponseWriter, _ *http.Request) {
				if n := int(sent.Add(1)); n <= len(tt.replies) {
					w.Header().Set("Retry-After", tt.replies[n-1].after)
					w.WriteHeader(tt.replies[n-1].code)
				}
			})
			world, clock := testWorld()
			c := newClient(Options{Rate: 100}, world)
			defer c.Close()
			if tt.want == "" {
				get(t, c, Request{URL: address})
			} else {
				refuse(t, c, address, tt.want)
			}
			if diff := cmp.Diff(tt.waits, clock.waits); diff != "" || count.Load() != tt.sent {
				t.Errorf("%d sent; waits: %s", count.Load(), diff)
			}
		})
	}
}

// TestRetryLost loses the first connection, which need not be the server's fault.
func TestRetryLost(t *testing.T) {
	var first atomic.Bool
	address, _ := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		if first.CompareAndSwap(false, true) {
			w.Header().Set("Content-Length", "100")
			_, _ = w.Write([]byte("cut"))
			panic(http.ErrAbortHandler)
		}
		_, _ = w.Write([]byte(text))
	})
	if doc := get(t, testClient(t, Options{}, nil), Request{URL: address}); string(doc.Body) != text {
		t.Errorf("body %q", doc.Body)
	}
}

func TestNotThere(t *testing.T) {
	s := httptest.NewServer(http.NotFoundHandler())
	s.Close()
	p := refuse(t, testClient(t, Options{}, func(w *world) { w.sleep = noRetry(t) }), s.URL, model.ProblemOffline)
	if p.Detail() != "connection refused" {
		t.Errorf("detail %q", p.Detail())
	}
	for want, err := range map[string]error{
		"there is no host of that name": &net.DNSError{IsNotFound: true, Name: "a.example", Server: "192.168.0.1"},
		"the name can't be looked up":   &net.DNSError{IsTimeout: true},
	} {
		c := testClient(t, Options{}, nil)
		if f := c.failed(t.Context(), &net.OpError{Op: "dial", Err: err}); f.code != model.ProblemOffline || f.text != want || f.again {
			t.Errorf("%+v, want %s", f, want)
		}
	}
}

func noRetry(t *testing.T) func(context.Context, time.Duration) error {
	return func(_ context.Context, d time.Duration) error {
		if d > 0 {
			t.Errorf("waited %s to try again", d)
		}
		return nil
	}
}

// TestCancel ends the context in each kind of wait.
func TestCancel(t *testing.T) {
	address, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/again":
			w.WriteHeader(http.StatusServiceUnavailable)
		case "/quiet":
			w.Header().Set("Retry-After", "3600")
			w.WriteHeader(http.StatusTooManyRequests)
		case "/body":
			_ = http.NewResponseController(w).Flush()
			<-r.Context().Done()
		case "/headers":
			<-r.Context().Done()
		}
	})
	for _, path := range []string{"/again", "/quiet", "/body", "/headers"} {
		for name, expire := range map[string]bool{"canceled": false, "expired": true} {
			t.Run(path+" "+name, func(t *testing.T) {
				c := testClient(t, Options{MaxWait: 2 * time.Hour}, func(w *world) {
					w.now, w.sleep, w.chance = time.Now, sleep, func() float64 { return 0.999 }
				})
				ctx, cancel := context.WithCancel(t.Context())
				want := context.Canceled
				if expire {
					ctx, cancel = context.WithTimeout(t.Context(), 50*time.Millisecond)
					want = context.DeadlineExceeded
				} else {
					time.AfterFunc(50*time.Millisecond, cancel)
				}
				defer cancel()
				begun := time.Now()
				if doc, err := c.Get(ctx, Request{URL: address + path}); !errors.Is(err, want) {
					t.Errorf("%v, %v, want %v", doc, err, want)
				}
				if took := time.Since(begun); took > 10*time.Second {
					t.Errorf("took %s", took)
				}
			})
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := testClient(t, Options{}, nil).Get(ctx, Request{URL: address}); err != context.Canceled {
		t.Errorf("ended before: %v", err)
	}
}

func TestBackoff(t *testing.T) {
	for _, tt := range []struct {
		tried  int
		chance float64
		want   time.Duration
	}{{1, 0, 500 * time.Millisecond}, {1, 0.5, time.Second}, {2, 0.5, 2 * time.Second}, {3, 0, 2 * time.Second}, {1000, 0.5, 1024 * time.Second}} {
		if got := backoff(tt.tried, tt.chance); got != tt.want {
			t.Errorf("backoff(%d, %v) = %s, want %s", tt.tried, tt.chance, got, tt.want)
		}
	}
}

func FuzzRetryAfter(f *testing.F) {
	for _, s := range []string{"", "0", "120", "-1", "4294967295", "99999999999999999999", "Sat, 01 Mar 2025 09:00:10 GMT", "Saturday, 01-Mar-25 09:00:10 GMT", "Sat Mar  1 09:00:10 2025", "Fri, 31 Dec 9999 23:59:59 GMT"} {
		f.Add(s)
	}
	now := time.Date(2025, 3, 1, 9, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, s string) {
		if got := retryAfter(http.Header{"Retry-After": {s}}, now); got < 0 || got > 366*24*time.Hour {
			t.Fatalf("%q: %s", s, got)
		}
	})
}
