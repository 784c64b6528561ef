package cli

import (
	"fmt"
	"io"
	"time"

	"tachiba/model"
	"tachiba/ui/text"
)

// bar is a line on the terminal that tells how far something has come.
type bar struct {
	app   *app
	w     io.Writer // nil where standard error is no terminal
	width int
	last  time.Time
	drawn bool
}

// eraseLine goes to the line's start and erases it (ECMA-48 EL).
const eraseLine = "\r\x1b[K"

func (a *app) progress() *bar {
	b := &bar{app: a}
	if width, ok := a.streams.Terminal(a.streams.Err); ok && a.streams.Env("TERM") != "dumb" {
		b.w, b.width = a.streams.Err, width
	}
	return b
}

// show draws how far coding has come.
func (b *bar) show(p model.Progress) {
	if p.Found > 0 {
		b.say("cli.coding", p.Coded, p.Found)
	}
}

// say draws a message, at most ten times a second.
func (b *bar) say(key string, args ...any) {
	if b.w == nil || time.Since(b.last) < 100*time.Millisecond {
		return
	}
	b.last, b.drawn = time.Now(), true
	line := b.app.T(key, args...)
	if b.width > 0 { // 0: unknown
		line = text.Truncate(line, b.width-1, "")
	}
	fmt.Fprint(b.w, eraseLine+line)
}

// erase takes the line away, for others to be printed; the next message is drawn
// at once.
func (b *bar) erase() {
	if b.drawn {
		fmt.Fprint(b.w, eraseLine)
	}
	b.drawn, b.last = false, time.Time{}
}
