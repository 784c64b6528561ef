package ui

import (
	"reflect"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// framesPerSecond is how often the screen may be drawn: the most that Bubble Tea
// allows, so that a key waits no longer than 9 ms for its frame.
const framesPerSecond = 120

// While something happens the renderer looks for a new frame so often that a key
// hardly waits for it, and while nothing does, hardly ever.
const (
	awake = 2 * time.Millisecond
	idle  = time.Second
	doze  = 200 * time.Millisecond // without a frame, before it idles
)

// pace slows the renderer's ticker while there is nothing to draw: an interface
// that is left open all day should cost nothing. Bubble Tea (v2.0.10) looks for a
// new frame at every tick of a fixed rate and offers no way to change it, so the
// ticker is taken out of the program by its field's name. Where a version has no
// such field the rate stays as it is.
type pace struct {
	program *tea.Program

	mu     sync.Mutex
	ticker *time.Ticker
	asleep *time.Timer
	fast   bool
}

// frame is called when there may be a new frame.
func (p *pace) frame() {
	if p == nil {
		return // a test draws without a program
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ticker == nil {
		if p.ticker = tickerOf(p.program); p.ticker == nil {
			return // not started yet
		}
		p.asleep = time.AfterFunc(doze, p.sleep)
	}
	if !p.fast {
		p.fast = true
		p.ticker.Reset(awake)
	}
	p.asleep.Reset(doze)
}

func (p *pace) sleep() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fast = false
	p.ticker.Reset(idle)
}

// tickerOf returns the ticker of a program's renderer, nil where there is none.
func tickerOf(p *tea.Program) *time.Ticker {
	field := reflect.ValueOf(p).Elem().FieldByName("ticker")
	if !field.IsValid() || field.Type() != reflect.TypeFor[*time.Ticker]() {
		return nil
	}
	return (*time.Ticker)(field.UnsafePointer())
}
