package fetch

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// squeeze returns text as the writer that wrap makes leaves it.
func squeeze(t testing.TB, text string, wrap func(io.Writer) io.WriteCloser) []byte {
	t.Helper()
	var b bytes.Buffer
	w := wrap(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zipped(t testing.TB, text string) []byte {
	return squeeze(t, text, func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) })
}

func zlibbed(t testing.TB, text string) []byte {
	return squeeze(t, text, func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) })
}

func deflated(t testing.TB, text string) []byte {
	return squeeze(t, text, func(w io.Writer) io.WriteCloser {
		f, err := flate.NewWriter(w, flate.DefaultCompression)
		if err != nil {
			t.Fatal(err)
		}
		return f
	})
}

func TestDecode(t *testing.T) {
	long := strings.Repeat(text, 1000)
	z := zipped(t, long)
	wrong := bytes.Clone(z)
	wrong[len(wrong)-6] ^= 1 // the checksum
	tests := map[string]struct {
		encoding string
		body     []byte
		want     string
		err      error
	}{
		"plain":            {"", []byte(long), long, nil},
		"identity":         {"Identity", []byte(long), long, nil},
		"gzip":             {"gzip", z, long, nil},
		"x-gzip":           {" X-GZIP ", z, long, nil},
		"two members":      {"gzip", append(bytes.Clone(z), zipped(t, text)...), long + text, nil},
		"zlib":             {"deflate", zlibbed(t, long), long, nil},
		"bare deflate":     {"deflate", deflated(t, long), long, nil},
		"nothing":          {"", nil, "", nil},
		"gzip, nothing":    {"gzip", nil, "", nil},
		"deflate, nothing": {"deflate", nil, "", nil},
		"one byte":         {"", []byte("x"), "x", nil},
		"gzip, one byte":   {"gzip", []byte("\x1f"), "", errDamaged},
		"gzip cut off":     {"gzip", z[:len(z)-9], "", errDamaged},
		"checksum cut off": {"gzip", z[:len(z)-3], "", errDamaged},
		"wrong checksum":   {"gzip", wrong, "", errDamaged},
		"not gzip":         {"gzip", []byte(long), "", errDamaged},
		"zlib cut off":     {"deflate", zlibbed(t, long)[:40], "", errDamaged},
		"deflate cut off":  {"deflate", deflated(t, long)[:40], "", errDamaged},
		"brotli":           {"br", z, "", errEncoding},
		"gzip twice":       {"gzip, gzip", z, "", errEncoding},
		"too large":        {"", []byte(long + long), "", errTooLarge},
		"gzip too large":   {"gzip", zipped(t, long+long), "", errTooLarge},
		"zlib too large":   {"deflate", zlibbed(t, long+long), "", errTooLarge},
	}
	limit := int64(len(long) + len(text))
	for name, tt := range tests {
		got, err := decode(iotest.HalfReader(bytes.NewReader(tt.body)), tt.encoding, limit)
		if string(got) != tt.want || !errors.Is(err, tt.err) || err != nil && tt.err == nil {
			t.Errorf("%s: %d bytes, %v, want %d, %v", name, len(got), err, len(tt.want), tt.err)
		}
	}
}

// TestDecodeLost holds that a connection's error is told from damage.
func TestDecodeLost(t *testing.T) {
	reset := errors.New("reset")
	for encoding, whole := range map[string][]byte{"": []byte(text), "gzip": zipped(t, text), "deflate": zlibbed(t, text)} {
		for _, n := range []int{0, 1, 20} {
			body := io.MultiReader(bytes.NewReader(whole[:n]), iotest.ErrReader(reset))
			if _, err := decode(body, encoding, 1000); err != reset {
				t.Errorf("%q after %d: %v", encoding, n, err)
			}
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, encoding := range []string{"", "gzip", "deflate", "br"} {
		for _, body := range [][]byte{nil, []byte(text), zipped(f, text), zlibbed(f, text), deflated(f, text), zipped(f, strings.Repeat("x", 9999))} {
			f.Add(encoding, body)
		}
	}
	f.Fuzz(func(t *testing.T, encoding string, body []byte) {
		const limit = 1000
		got, err := decode(bytes.NewReader(body), encoding, limit)
		known := errors.Is(err, errTooLarge) || errors.Is(err, errDamaged) || errors.Is(err, errEncoding)
		if len(got) > limit || err != nil && (got != nil || !known) {
			t.Fatalf("%d bytes, %v", len(got), err)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	body := zipped(b, strings.Repeat(text, 5000))
	b.SetBytes(int64(5000 * len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decode(bytes.NewReader(body), "gzip", defaultMaxSize); err != nil {
			b.Fatal(err)
		}
	}
}
