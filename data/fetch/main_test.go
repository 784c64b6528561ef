package fetch

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"tachiba/model"
)

func TestMain(m *testing.M) {
	log.SetOutput(io.Discard) // net/http tells of servers that break its rules
	goleak.VerifyTestMain(m)
}

// text is what most servers here answer.
const text = "市議会は橋の修理を決めた。"

// clock is a clock that sleeping moves on, without taking time.
type clock struct {
	mu    sync.Mutex
	now   time.Time
	waits []time.Duration
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) sleep(ctx context.Context, d time.Duration) error {
	if d > 0 && ctx.Err() == nil {
		c.mu.Lock()
		c.now = c.now.Add(d)
		c.waits = append(c.waits, d)
		c.mu.Unlock()
	}
	return ctx.Err()
}

// testWorld lets all addresses be reached, knows no proxy and takes no time.
func testWorld() (world, *clock) {
	c := &clock{now: time.Date(2025, 3, 1, 9, 0, 0, 0, time.UTC)}
	return world{
		now: c.Now, sleep: c.sleep, chance: func() float64 { return 0.5 },
		lookup: net.DefaultResolver.LookupNetIP,
		proxy:  func(*url.URL) (*url.URL, error) { return nil, nil },
	}, c
}

// testClient returns a client of the testWorld; change may alter that.
func testClient(t *testing.T, o Options, change func(*world)) *Client {
	t.Helper()
	w, _ := testWorld()
	if change != nil {
		change(&w)
	}
	c := newClient(o, w)
	t.Cleanup(c.Close)
	return c
}

// serve returns the address of a server, and a count of its requests.
func serve(t *testing.T, h http.HandlerFunc) (address string, count *atomic.Int32) {
	t.Helper()
	count = new(atomic.Int32)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		count.Add(1)
		h(w, r)
	}))
	t.Cleanup(s.Close)
	return s.URL, count
}

// serveRaw answers each connection with what h writes, after the request's first
// bytes have come. The connection ends when h returns.
func serveRaw(t *testing.T, h func(net.Conn)) (address string, count *atomic.Int32) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	count = new(atomic.Int32)
	var running sync.WaitGroup
	running.Go(func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			count.Add(1)
			running.Go(func() {
				defer conn.Close()
				if _, err := conn.Read(make([]byte, 4096)); err == nil {
					h(conn)
				}
			})
		}
	})
	t.Cleanup(func() {
		l.Close()
		running.Wait()
	})
	return "http://" + l.Addr().String(), count
}

// get returns the document at address, which must be had.
func get(t *testing.T, c *Client, r Request) *Document {
	t.Helper()
	doc, err := c.Get(t.Context(), r)
	if err != nil {
		t.Fatalf("Get(%s): %v", r.URL, err)
	}
	return doc
}

// refuse returns the problem of getting address, which must have the code.
func refuse(t *testing.T, c *Client, address string, want model.ProblemCode) *model.Problem {
	t.Helper()
	doc, err := c.Get(t.Context(), Request{URL: address})
	var p *model.Problem
	if !errors.As(err, &p) {
		t.Fatalf("Get(%.100s) = %v, %v, want a problem", address, doc, err)
	}
	if p.Code != want {
		t.Errorf("Get(%.100s): %v, want %q", address, err, want)
	}
	return p
}
