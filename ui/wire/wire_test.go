package wire

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/charmbracelet/x/term"
)

var _ term.File = (*Writer)(nil)

const (
	first  = "\x1b[m\x1b[3;1H\x1b[K立場 \x1b[1mNATO\x1b[9G\x1b[m\r\n\x1b[K比較\x1b[5G\r\n\x1b[Kabc"
	second = "\x1b[3;1H\x1b[K立場 \x1b[1mNATO\x1b[9G\x1b[m\r\n\x1b[K比較\x1b[5G\r\n\x1b[Kabc"
)

// write returns what is passed on of each part.
func write(t *testing.T, parts ...string) (passed []string) {
	t.Helper()
	out, w := newSink(false, 20, 10)
	for _, p := range parts {
		if n, err := w.Write([]byte(p)); n != len(p) || err != nil {
			t.Fatalf("wrote %d of %d: %v", n, len(p), err)
		}
		passed = append(passed, string(out.take()))
	}
	return passed
}

// TestRepaint paints rows a second time.
func TestRepaint(t *testing.T) {
	tests := map[string]struct{ before, again, want string }{
		"the same":              {first, second, "\x1b[3;1H\x1b[5;4H"},
		"in a synchronous part": {first, "\x1b[?2026h" + second + "\x1b[?2026l", "\x1b[?2026h\x1b[3;1H\x1b[5;4H\x1b[?2026l"},
		"a pen that stays":      {"\x1b[m\x1b[H\x1b[K\x1b[1mあ\x1b[3G", "\x1b[m\r\x1b[K\x1b[1mあ\x1b[3G", "\x1b[m\r\x1b[3G\x1b[1m"},
		"the pen of a link":     {"\x1b[m\x1b[H\x1b[K\x1b]8;;x\aあ\x1b[3G\x1b]8;;\a", "\r\x1b[K\x1b]8;;x\aあ\x1b[3Gい", "\r\x1b[3G\x1b]8;;\a\x1b]8;;x\aい"},
		"up to the edge":        {"\x1b[m\x1b[H\x1b[K比較比較比較比較比較\r\n", "\x1b[H\x1b[K比較比較比較比較比較\r\n", "\x1b[H\r\n"},
		"the edge at the end":   {"\x1b[m\x1b[H\x1b[K比較比較比較比較比較", "\x1b[H\x1b[K比較比較比較比較比較", "\x1b[H\x1b[K比較比較比較比較比較"},
		"an uncertain end":      {"\x1b[m\x1b[H\x1b[K▲", "\x1b[H\x1b[K▲", "\x1b[H\x1b[K▲"},
		"the last cell":         {"\x1b[m\x1b[10H\x1b[K比較\x1b[?7l.\x1b[?7h\x1b[20G", "\x1b[10H\x1b[K比較\x1b[?7l.\x1b[?7h\x1b[20G", "\x1b[10H\x1b[20G"},
		"a line that grows":     {"\x1b[m\x1b[H\x1b[K比較\r", "\x1b[H\x1b[K比較です\r", "\x1b[H\x1b[5G\x1b[Kです\r"},
		"a line that shrinks":   {"\x1b[m\x1b[H\x1b[K比較です\r", "\x1b[H\x1b[K比較\r", "\x1b[H\x1b[5G\x1b[K\r"},
		"a word in the middle":  {"\x1b[m\x1b[H\x1b[Kaaaaaa比較bbbb\r", "\x1b[H\x1b[Kaaaaaa立場bbbb\r", "\x1b[H\x1b[7G立場\r"},
		"a pen in the middle":   {"\x1b[m\x1b[H\x1b[K比較です\r", "\x1b[H\x1b[K比\x1b[1m較\x1b[mです\r", "\x1b[H\x1b[3G\x1b[1m較\r\x1b[m"},
		"after uncertain cells": {"\x1b[m\x1b[H\x1b[K▲ 比較ですかabcdef\r", "\x1b[H\x1b[K▲ 比べですかabcdef\r", "\x1b[H▲ 比べ\r"},
		"of uncertain cells":    {"\x1b[m\x1b[H\x1b[Kabcdef▲ 比較\r", "\x1b[H\x1b[Kabcdef上 比較\r", "\x1b[H\x1b[7G\x1b[K上 比較\r"},
		"another row":           {first, "\x1b[H\x1b[K立場 \x1b[1mNATO\x1b[9G", "\x1b[H\x1b[K立場 \x1b[1mNATO\x1b[9G"},
		"in another pen":        {first, "\x1b[1m" + second, "\x1b[1m\x1b[3;1H\x1b[K立場 \x1b[1mNATO\x1b[9G\x1b[m\r\n\x1b[5;4H"},
		"from another column":   {first, "\x1b[3;2H\x1b[K立場 \x1b[1mNATO\x1b[9G", ""},
		"combined characters":   {"\x1b[m\x1b[H\x1b[Ke\u0301か\u3099\r", "\x1b[H\x1b[Ke\u0301か\u3099\r", "\x1b[H"},
		"of combined ones":      {"\x1b[m\x1b[H\x1b[Kaaaaaae\u0301か\u3099\r", "\x1b[H\x1b[Kaaaaaae\u0301ka\r", ""},
	}
	for name, tt := range tests {
		if tt.want == "" {
			tt.want = tt.again
		}
		if got := write(t, tt.before, tt.again); got[0] != tt.before || got[1] != tt.want {
			t.Errorf("%s: passed on\n%q, want\n%q", name, got[1], tt.want)
		}
	}
}

// TestForgets writes what may change rows between two paintings of them: all is
// painted again.
func TestForgets(t *testing.T) {
	tests := map[string]string{
		"erase below": "\x1b[J", "erase all": "\x1b[2J", "erase above": "\x1b[1J", "erase history": "\x1b[3J",
		"margins": "\x1b[2;5r", "no rows that scroll": "\x1b[5;5r\x1b[r", "lines put in at an unknown place": "\x1b[2;9r\x1b[L\x1b[r",
		"text that wraps": "\x1b[20G12", "wide text that wraps": "\x1b[20G立", "text that may wrap": "\x1b[18Ge\u0301か\u3099",
		"text that wraps in places": "\x1b[3;1H" + strings.Repeat("a", 21),
		"enter the screen":          "\x1b[?1049h", "leave the screen": "\x1b[?1049l", "width of clusters": "\x1b[?2027h",
		"insert mode": "\x1b[4h", "no wrap": "\x1b[?7l",
		"save cursor": "\x1b7", "restore cursor": "\x1b8", "reset": "\x1bc", "soft reset": "\x1b[!p", "line drawing": "\x1b(0", "shift out": "\x0e",
		"origin mode": "\x1b[?6h", "columns": "\x1b[?3h", "left margins": "\x1b[?69h", "modes together": "\x1b[?7;25l", "rectangle": "\x1b[1;1;2;2$z",
		"next line": "\x1b[E", "next line by C1": "\u0085", "vertical tab": "\v", "DCS": "\x1bPq\x1b\\", "APC": "\x1b_G\x1b\\", "text size": "\x1b]66;s=2;a\a",
		"OSC that is cancelled": "\x1b]0;a\x18", "8-bit CSI": "\x9b2J", "invalid UTF-8": "\xe3\x81a", "unknown": "\x1b[5y", "parameters": "\x1b[1;2;3H",
		"repeat what is not known": "\r\x1b[3b", "text at an unknown place": "\x1b[r1",
	}
	for name, between := range tests {
		got := write(t, first, between, second)
		if got[1] != between || got[2] != second {
			t.Errorf("%s: passed on\n%q, want\n%q", name, got[1:], []string{between, second})
		}
	}
}

// TestForgetsTheRow writes what changes a row alone: it is painted again, and the
// rows beside it are not.
func TestForgetsTheRow(t *testing.T) {
	for _, between := range []string{"a", "立", "\x1b[K", "\x1b[1K", "\x1b[2P", "\x1b[2X", "\x1b[@", "a\x1b[3b", "e\u0301", "\x1b[?7la\x1b[?7h"} {
		got := write(t, first, "\x1b[3;3H"+between, second)
		if want := "\x1b[3;1H\x1b[K立場 \x1b[1mNATO\x1b[9G\x1b[m\r\n\x1b[5;4H"; got[2] != want {
			t.Errorf("%q: passed on\n%q, want\n%q", between, got[2], want)
		}
	}
}

// TestKeeps writes what changes no cell: nothing is painted again.
func TestKeeps(t *testing.T) {
	for _, between := range []string{
		"\x1b[?25l", "\x1b[?25h", "\x1b[?2026h\x1b[?2026l", "\x1b[?1002h\x1b[?1006h", "\x1b[?2004h", "\x1b[?1004h", "\a",
		"\x1b]2;日本の立場\a", "\x1b]2;tachiba\x1b\\", "\x1b]9;4;1;50\a", "\x1b]11;?\a", "\x1b]52;c;5pel\a", "\x1b]8;;\a",
		"\x1b[?2026$p", "\x1b[>4;2m", "\x1b[>1u", "\x1b[=1;1u", "\x1b[<1u", "\x1b[?u", "\x1b[2 q", "\x1b[?5W", "\x1b[c", "\x1b[6n", "\x1b[1m\x1b[m",
		"\x1b[2;2H\x1b[A\x1b[B\x1b[C\x1b[D\x1b[5G\x1b[5`\x1b[4d\t\b\r\n\x1bM\x1b[Z",
	} {
		if got := write(t, first, between, second); got[1] != between || got[2] != "\x1b[3;1H\x1b[5;4H" {
			t.Errorf("%q: passed on %q", between, got[1:])
		}
	}
}

// TestBeginsAnew tells that what was not understood is forgiven when a screen is
// entered.
func TestBeginsAnew(t *testing.T) {
	got := write(t, first, "\x1b(0", second, second, "\x1b[?1049h", first, second)
	if got[3] != second || got[6] != "\x1b[3;1H\x1b[5;4H" {
		t.Errorf("passed on %q", got)
	}
}

// TestUnknownPens paints in pens that are not known: all is painted again.
func TestUnknownPens(t *testing.T) {
	long := "\x1b[m\x1b[H\x1b[K\x1b[38;5;" + strings.Repeat("1", maxPen) + "m立\x1b[m場\r"
	const linked = "\x1b[?1049h\x1b[m\x1b[H\x1b[K立\r"
	for _, s := range []string{long, "\x1b[m\x1b[H\x1b[K\x1b[21m立\r", "\x1b]8;;x\a\x1b[y" + linked + "\x1b[H\x1b[K立\r"} {
		if got := write(t, s, s); got[0] != s || got[1] != s {
			t.Errorf("of %q passed on %q", s, got)
		}
	}
	if got := write(t, "\x1b[y"+linked, "\x1b[H\x1b[K立\r"); got[1] != "\x1b[H" {
		t.Errorf("where no link was ever opened, %q was passed on", got[1])
	}
}

// TestSize forgets all when the terminal was resized, or has no size.
func TestSize(t *testing.T) {
	for _, change := range []func(*sink, *Writer){
		func(s *sink, _ *Writer) { s.width++ },
		func(s *sink, _ *Writer) { s.height-- },
		func(_ *sink, w *Writer) { w.size = func() (int, int, error) { return 0, 0, errors.New("no terminal") } },
	} {
		out, w := newSink(false, 20, 10)
		_, _ = w.Write([]byte(first))
		change(out, w)
		out.Reset()
		if _, _ = w.Write([]byte(second)); out.String() != second {
			t.Errorf("passed on %q", out)
		}
	}
}

// TestCut writes in two parts: nothing waits for the second one.
func TestCut(t *testing.T) {
	long := "\x1b]52;c;" + strings.Repeat("a", 3*maxTail) + "\a"
	for _, s := range []string{first + "立\x1b[3;4H\x1b[1;38;2;1;2;3m\x1b]8;;http://a/\aか\x1b]8;;\x1b\\", long} {
		for at := 0; at < len(s); at += 1 + len(s)/200 {
			out, w := newSink(false, 20, 10)
			for _, part := range []string{s[:at], s[at:]} {
				_, _ = w.Write([]byte(part))
				if got := string(out.take()); got != part {
					t.Fatalf("of %q %q was passed on", part, got)
				}
			}
			if cap(w.tail) > len(s) {
				t.Fatalf("keeps %d bytes", cap(w.tail))
			}
		}
	}
	if got := write(t, first, long[:maxTail], long[maxTail:2*maxTail], long[2*maxTail:], second); got[4] != second {
		t.Errorf("after a sequence that is too long %q was passed on", got[4])
	}
	if got := write(t, first, "\x1b[3", "J", second); got[3] != second {
		t.Errorf("after a sequence in two parts %q was passed on", got[3])
	}
}

// TestPensEnd writes in more pens than are kept.
func TestPensEnd(t *testing.T) {
	out, w := newSink(false, 20, 10)
	_, _ = w.Write([]byte(first))
	for i := range 2 * maxPens {
		_, _ = fmt.Fprintf(w, "\x1b[m\x1b[H\x1b[K\x1b[38;2;1;%d;%dm立場\r", i/256, i%256)
	}
	if n := max(len(w.pens.styles.list), len(w.pens.changes)); n > maxPens {
		t.Errorf("keeps %d pens", n)
	}
	out.Reset()
	_, _ = w.Write([]byte(first))
	_, _ = w.Write([]byte(second))
	if got := string(out.take()); !strings.HasSuffix(got, "\x1b[3;1H\x1b[5;4H") {
		t.Errorf("passed on %q", got)
	}
}

// broken is a terminal that went away.
type broken struct{ sink }

var errGone = errors.New("gone")

func (broken) Write([]byte) (int, error) { return 0, errGone }

func TestTerminalGone(t *testing.T) {
	w := newWriter(&broken{}, false, func() (int, int, error) { return 20, 10, nil })
	if n, err := w.Write([]byte(first)); n != 0 || !errors.Is(err, errGone) {
		t.Errorf("wrote %d: %v", n, err)
	}
}

// TestNoTerminal passes on everything to what is a file.
func TestNoTerminal(t *testing.T) {
	f, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	w := New(f, false)
	_, _ = w.Write([]byte(first))
	_, _ = w.Write([]byte(second))
	if err := w.Close(); err != nil {
		t.Error(err)
	}
	if got, _ := os.ReadFile(f.Name()); string(got) != first+second {
		t.Errorf("the file holds %q", got)
	}
}

// TestUnknownColumn moves on from a row whose last cells terminals draw in different
// widths, by moves that keep the column.
func TestUnknownColumn(t *testing.T) {
	const before = "\x1b[m\x1b[3;1H\x1b[Kabcdef▲\x1b[4;1H"
	for _, again := range []string{
		"\x1b[3;1H\x1b[Kabcdeg▲\n\b\b\x1b[1Kx", "\x1b[3;1H\x1b[Kabcdeg▲\x1b[B\x1b[D\x1b[1Kx", "\x1b[3;1H\x1b[Kabcdeg▲\x1b[A\bx", "\x1b[3;1H\x1b[Kabcdeg▲\x1b[5d\bx",
		"\x1b[3;1H\x1b[Kabcdef▲\n\b\b\x1b[1Kx",
	} {
		out, w := newSink(false, 20, 10)
		plain, wired := newEmulator(20, 10), newEmulator(20, 10)
		for _, p := range []string{before, again} {
			_, _ = w.Write([]byte(p))
			got := out.take()
			plain.show([]byte(p))
			wired.show(got)
			check(t, plain, wired, []byte(p), got)
		}
	}
}
