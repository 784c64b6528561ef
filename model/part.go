package model

import (
	"runtime"
	"sync"
)

// part is the comparison of some of the entries, one after the other, in the making.
type part struct {
	*grid
	comparison *Comparison
	places     []int32 // of those selected
}

// part compares the entries from one place up to another, as far as they match.
func (l *Ledger) part(lex *Lexicon, filter Filter, match func(*Entry) bool, from, to int) *part {
	c := NewComparison(lex, filter)
	p := &part{grid: l.grid(&c, lex), comparison: &c}
	news := int(l.Since) < len(l.Digests)
	for at := int32(from); at < int32(to); at++ {
		e := &l.Entries[at]
		if !match(e) {
			continue
		}
		p.places = append(p.places, at)
		fresh := l.New(e)
		if fresh {
			c.New++
		}
		of, alone := p.at(e)
		of.take(at, e, fresh, news)
		alone.take(at, e, fresh, news)
	}
	return p
}

// add adds the part of the entries that come next.
func (p *part) add(next *part) {
	p.places = append(p.places, next.places...)
	p.comparison.New += next.comparison.New
	for i := range p.cells {
		p.cells[i].add(&next.cells[i])
	}
}

// leastPart is how many entries are worth a goroutine of their own.
const leastPart = 1 << 14

// inParts returns what do makes of n things in parts, one for each processor as far
// as that is worth it, in their order.
func inParts[T any](n int, do func(from, to int) T) []T {
	number := max(1, min(runtime.GOMAXPROCS(0), n/leastPart))
	out := make([]T, number)
	var wait sync.WaitGroup
	for i := range number {
		wait.Go(func() { out[i] = do(i*n/number, (i+1)*n/number) })
	}
	wait.Wait()
	return out
}
