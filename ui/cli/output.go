package cli

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// lineCleaner passes what is written on by whole lines, each cleaned: the one
// door to the outside, so that nothing printed can steer a terminal, whatever a
// file's name, a flag's value or an error's text hold.
type lineCleaner struct {
	ctx   context.Context // a person who stops the program wants no more lines
	mu    sync.Mutex
	out   *bufio.Writer
	clean func(string) string
	rest  []byte // of a line that has no end yet
}

func newLineCleaner(ctx context.Context, w io.Writer, clean func(string) string) *lineCleaner {
	return &lineCleaner{ctx: ctx, out: bufio.NewWriter(w), clean: clean}
}

// Write passes on the lines that are complete; none once the context has ended.
func (c *lineCleaner) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.rest = append(c.rest, p...)
	for {
		line, rest, ok := bytes.Cut(c.rest, []byte("\n"))
		if !ok {
			return len(p), nil
		}
		if err := c.ctx.Err(); err != nil {
			return 0, err
		}
		if _, err := c.out.WriteString(c.cleaned(line) + "\n"); err != nil {
			return 0, err
		}
		c.rest = rest
	}
}

// cleaned cleans a line where it needs it: what was loaded is clean already, and
// measuring each character again would take as long as coding.
func (c *lineCleaner) cleaned(line []byte) string {
	s := string(line)
	if utf8.ValidString(s) && !strings.ContainsFunc(s, steers) {
		return s
	}
	return c.clean(s)
}

// steers tells whether a terminal could do anything with a character but draw
// it. Kana and kanji, most of what is printed, need no table.
func steers(r rune) bool {
	return !(r >= ' ' && r <= '~' || r >= '\u3000' && r <= '\u9fff') && !unicode.IsGraphic(r)
}

// Flush passes on all that is left.
func (c *lineCleaner) Flush() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.rest) > 0 {
		if _, err := c.out.WriteString(c.cleaned(c.rest)); err != nil {
			return err
		}
		c.rest = nil
	}
	return c.out.Flush()
}

// raw is standard output for text of our own that needs its tabs: completions,
// help, the manual page. It keeps the first error, which cobra would drop.
type raw struct {
	w   io.Writer
	err error
}

// Write passes p on as it is.
func (r *raw) Write(p []byte) (int, error) {
	n, err := r.w.Write(p)
	if r.err == nil {
		r.err = err
	}
	return n, err
}
