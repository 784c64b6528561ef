package fetch

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// TestPerHost asks for 12 documents of each of two hosts at once: no more than two
// at a time are under way to either, while the hosts do not wait for each other.
func TestPerHost(t *testing.T) {
	var most [2]atomic.Int32
	both := make(chan struct{}, 2)
	serveHost := func(i int) string {
		var now atomic.Int32
		var once sync.Once
		address, _ := serve(t, func(http.ResponseWriter, *http.Request) {
			n := now.Add(1)
			defer now.Add(-1)
			for {
				m := most[i].Load()
				if n <= m || most[i].CompareAndSwap(m, n) {
					break
				}
			}
			// The first request of each host waits for the other host's.
			once.Do(func() {
				both <- struct{}{}
				for end := time.Now().Add(5 * time.Second); len(both) < 2 && time.Now().Before(end); {
					time.Sleep(time.Millisecond)
				}
				if len(both) < 2 {
					t.Error("one host waits for the other")
				}
			})
			time.Sleep(2 * time.Millisecond)
		})
		return address
	}
	c := testClient(t, Options{}, nil)
	var all sync.WaitGroup
	for _, address := range []string{serveHost(0), serveHost(1)} {
		for i := range 12 {
			all.Go(func() {
				if _, err := c.Get(t.Context(), Request{URL: fmt.Sprintf("%s/%d", address, i)}); err != nil {
					t.Error(err)
				}
			})
		}
	}
	all.Wait()
	for i := range most {
		if n := most[i].Load(); n != 2 {
			t.Errorf("host %d: %d at a time, want 2", i, n)
		}
	}
}

// realGates are gates on the real clock, to be used in a synctest bubble, where
// it takes no time.
func realGates(o Options) *gates {
	return newGates(o.withDefaults(), world{now: time.Now, sleep: sleep})
}

func TestRate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := realGates(Options{Rate: 4})
		begun := time.Now()
		var all sync.WaitGroup
		for range 22 {
			all.Go(func() {
				leave, err := g.enter(t.Context(), "a.example")
				if err != nil {
					t.Error(err)
					return
				}
				leave()
			})
		}
		all.Wait()
		if took := time.Since(begun); took != 5*time.Second { // the first two at once
			t.Errorf("22 requests at 4 a second took %s", took)
		}
	})
}

func TestPause(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := realGates(Options{})
		begun := time.Now()
		g.pause("a.example", 20*time.Second)
		g.pause("a.example", 10*time.Second) // does not shorten it
		time.AfterFunc(19*time.Second, func() { g.pause("a.example", 6*time.Second) })
		for host, want := range map[string]time.Duration{"b.example": 0, "a.example": 25 * time.Second} {
			leave, err := g.enter(t.Context(), host)
			if err != nil {
				t.Fatal(err)
			}
			leave()
			if took := time.Since(begun); want > 0 && took != want {
				t.Errorf("%s: %s, want %s", host, took, want)
			}
		}
	})
}

// TestEnterCanceled ends the wait for a slot, for the rate and for quiet; none
// leaves a slot or a user behind.
func TestEnterCanceled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := realGates(Options{Rate: 0.001})
		leave, err := g.enter(t.Context(), "slot.example")
		if err != nil {
			t.Fatal(err)
		}
		other, err := g.enter(t.Context(), "slot.example")
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			l, err := g.enter(t.Context(), "rate.example")
			if err != nil {
				t.Fatal(err)
			}
			l()
		}
		g.pause("quiet.example", time.Hour)
		for _, host := range []string{"slot.example", "rate.example", "quiet.example"} {
			begun := time.Now()
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			if _, err := g.enter(ctx, host); err != context.DeadlineExceeded {
				t.Errorf("%s: %v", host, err)
			}
			if took := time.Since(begun); took != time.Second {
				t.Errorf("%s: %s", host, took)
			}
			cancel()
		}
		if n := g.hosts["rate.example"].limiter.TokensAt(time.Now()); n < 0 {
			t.Errorf("%v turns: the one given up is still taken", n)
		}
		leave()
		other()
		for host, one := range g.hosts {
			if one.users != 0 || len(one.slots) != 0 {
				t.Errorf("%s: %d users, %d slots taken", host, one.users, len(one.slots))
			}
		}
	})
}

// TestForget holds that gates of hosts long left do not pile up, and that one in
// use stays.
func TestForget(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := realGates(Options{})
		stay, err := g.enter(t.Context(), "stays.example")
		if err != nil {
			t.Fatal(err)
		}
		defer stay()
		for i := range 10 * manyHosts {
			leave, err := g.enter(t.Context(), fmt.Sprintf("%d.example", i))
			if err != nil {
				t.Fatal(err)
			}
			leave()
			time.Sleep(10 * time.Millisecond)
		}
		if n := len(g.hosts); n > manyHosts || g.hosts["stays.example"] == nil {
			t.Errorf("%d gates, %v", n, g.hosts["stays.example"])
		}
	})
}

func BenchmarkEnter(b *testing.B) {
	g := realGates(Options{Rate: 1e12})
	b.ReportAllocs()
	for b.Loop() {
		leave, err := g.enter(b.Context(), "a.example")
		if err != nil {
			b.Fatal(err)
		}
		leave()
	}
}
