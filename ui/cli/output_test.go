package cli

import (
	"context"
	"strings"
	"testing"
	"unicode"
)

func TestLineCleaner(t *testing.T) {
	var b strings.Builder
	c := newLineCleaner(t.Context(), &b, func(string) string { return "(cleaned)" })
	for _, part := range []string{"plain 文\nbel", "l\a\n", "\x9b raw\n", "c1 \u009b\n", "bidi \u202e\n", "tab\t\n", "zero \u200b\n", "no end"} {
		if _, err := c.Write([]byte(part)); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Flush(); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "plain 文\n"+strings.Repeat("(cleaned)\n", 6)+"no end"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// The short way around the table must not let anything through.
func TestSteers(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Bidi_Control) && !steers(r) {
			t.Errorf("%U passes", r)
		}
	}
}

func TestLineCleanerStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var b strings.Builder
	c := newLineCleaner(ctx, &b, stripControls)
	if _, err := c.Write([]byte("one\n")); err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := c.Write([]byte("two\n")); err == nil {
		t.Error("a line is printed after the end")
	}
}
