package wire

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// pieces are what a fuzzer puts together: most of what it finds by itself is not
// worth a look.
var pieces = []string{
	"\x1b[m", "\x1b[K", "\x1b[H", "\x1b[3;1H", "\x1b[3;5H", "\r", "\n", "\r\n", "\b", "\t", "\x1bM", "\x1b[A", "\x1b[2B", "\x1b[C", "\x1b[3D", "\x1b[5G", "\x1b[2d", "\x1b[Z",
	"\x1b[1m", "\x1b[38;2;1;2;3m", "\x1b[48;5;3m", "\x1b]8;;http://a/\a", "\x1b]8;;\a", "立場", "比較です", "abc", "a", " ", "▲", "✅", "e\u0301", "👨\u200d👩\u200d👧",
	"\x1b[J", "\x1b[2J", "\x1b[L", "\x1b[M", "\x1b[S", "\x1b[T", "\x1b[P", "\x1b[2X", "\x1b[@", "\x1b[1K", "a\x1b[3b", "\x1b[2;4r", "\x1b[1;6r", "\x1b[4h", "\x1b[4l",
	"\x1b[?7l", "\x1b[?7h", "\x1b[?25l", "\x1b[?2026h", "\x1b[?1049h", "\x1b[?1049l", "\x1b]0;題\a", "\x1b[m\x1b[H\x1b[K立場\r", "\x1b[m\x1b[3;1H\x1b[K比\x1b[1m較\x1b[5G",
}

// TestPieces puts pieces together in ways that no renderer would.
func TestPieces(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var parts [][]byte
		for _, p := range rapid.SliceOf(rapid.SliceOf(rapid.SampledFrom(pieces))).Draw(r, "parts") {
			parts = append(parts, []byte(strings.Join(p, "")))
		}
		compareBytes(r, parts)
	})
}

// FuzzWriter writes anything, cut anywhere. Where the first byte is odd, the others
// choose among the pieces.
func FuzzWriter(f *testing.F) {
	f.Add([]byte{1, 54, 54, 55, 54, 23, 54, 54}, []byte{3, 1, 200})
	f.Add([]byte("\x02"+first+second+"\x9b\xe3\x81"+first+second), []byte{40, 41, 2})
	f.Add([]byte("\x02\x1b[m\x1b[H\x1b[K\x1b]0;\x1b[999999999999;::m\x1b[?h\x1bPq\x18\xc2A\u0085"), []byte{})
	f.Fuzz(func(t *testing.T, data, cuts []byte) {
		if len(data) > 0 && data[0]&1 == 1 {
			var b []byte
			for _, c := range data[1:] {
				b = append(b, pieces[int(c)%len(pieces)]...)
			}
			data = b
		}
		var parts [][]byte
		for _, c := range cuts {
			n := min(len(data), int(c)+1)
			parts, data = append(parts, data[:n]), data[n:]
		}
		compareBytes(t, append(parts, data))
	})
}

// compareBytes writes with a Writer and without, and compares what is seen after
// each part.
func compareBytes(t interface{ Fatalf(string, ...any) }, parts [][]byte) {
	plain, wired := newEmulator(12, 6), newEmulator(12, 6)
	out, w := newSink(false, 12, 6)
	var in, passed []byte
	for _, part := range parts {
		if n, err := w.Write(part); n != len(part) || err != nil {
			t.Fatalf("wrote %d of %d: %v", n, len(part), err)
		}
		got := out.take()
		in, passed = append(in, part...), append(passed, got...)
		if len(w.tail) > maxTail+len(part) {
			t.Fatalf("keeps %d bytes", len(w.tail))
		}
		if bytes.Contains(part, []byte{0x9d}) || !plain.show(part) || !wired.show(got) {
			return // the emulator takes it for the 8-bit OSC wherever it stands, or fails
		}
		check(t, plain, wired, in, passed)
	}
}
