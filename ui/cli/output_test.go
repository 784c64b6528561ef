package cli

import (
	"strings"
	"testing"
	"unicode"
)

func TestLineCleaner(t *testing.T) {
	var b strings.Builder
	c := newLineCleaner(&b, func(string) string { return "(cleaned)" })
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
