package fetch

import (
	"context"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// manyHosts is the number of gates from which those without use are forgotten.
const manyHosts = 256

// gates let few requests at a time, and few a second, pass to each host (a name
// or address with its port). Hosts do not wait for each other.
type gates struct {
	world world
	slots int
	rate  rate.Limit

	mu    sync.Mutex
	hosts map[string]*gate
}

// gate is the way to one host.
type gate struct {
	slots   chan struct{}
	limiter *rate.Limiter
	users   int       // who is inside or waits; gates.mu
	until   time.Time // the host asked for quiet until then; gates.mu
}

func newGates(o Options, w world) *gates {
	return &gates{world: w, slots: o.PerHost, rate: rate.Limit(o.Rate), hosts: map[string]*gate{}}
}

// enter waits for a turn at host. The caller must call leave when its request is
// over. The error is ctx's, which ends the waiting at once.
func (g *gates) enter(ctx context.Context, host string) (leave func(), err error) {
	one := g.take(host)
	select {
	case one.slots <- struct{}{}:
	case <-ctx.Done():
		g.putBack(one)
		return nil, ctx.Err()
	}
	leave = func() {
		<-one.slots
		g.putBack(one)
	}
	if err := g.wait(ctx, one); err != nil {
		leave()
		return nil, err
	}
	return leave, nil
}

// wait holds the rate, and then the quiet that the host asked for, which may
// have grown meanwhile.
func (g *gates) wait(ctx context.Context, one *gate) error {
	now := g.world.now()
	turn := one.limiter.ReserveN(now, 1)
	if err := g.world.sleep(ctx, turn.DelayFrom(now)); err != nil {
		turn.CancelAt(g.world.now())
		return err
	}
	for {
		g.mu.Lock()
		quiet := one.until.Sub(g.world.now())
		g.mu.Unlock()
		if quiet <= 0 {
			return ctx.Err()
		}
		if err := g.world.sleep(ctx, quiet); err != nil {
			return err
		}
	}
}

// pause keeps new requests from host for a while.
func (g *gates) pause(host string, d time.Duration) {
	one := g.take(host)
	defer g.putBack(one)
	until := g.world.now().Add(d)
	g.mu.Lock()
	defer g.mu.Unlock()
	if until.After(one.until) {
		one.until = until
	}
}

func (g *gates) take(host string) *gate {
	g.mu.Lock()
	defer g.mu.Unlock()
	one := g.hosts[host]
	if one == nil {
		g.forget()
		// A redirect within a host asks twice for one document, so two may pass at once.
		one = &gate{slots: make(chan struct{}, g.slots), limiter: rate.NewLimiter(g.rate, g.slots)}
		g.hosts[host] = one
	}
	one.users++
	return one
}

func (g *gates) putBack(one *gate) {
	g.mu.Lock()
	defer g.mu.Unlock()
	one.users--
}

// forget drops the gates that hold nobody back. The caller holds mu.
func (g *gates) forget() {
	if len(g.hosts) < manyHosts {
		return
	}
	now := g.world.now()
	for host, one := range g.hosts {
		if one.users == 0 && !one.until.After(now) && one.limiter.TokensAt(now) >= float64(one.limiter.Burst()) {
			delete(g.hosts, host)
		}
	}
}
