//go:build linux

package journey

import (
	"io"
	"os"
	"os/exec"
	"slices"
	"testing"
	"time"
)

// speeds are the keys that lead to a place, and those pressed there in turn.
var speeds = []struct {
	name string
	way  []string
	keys []string
}{
	{"move/compare", nil, []string{"j", "l", "j", "l", "k", "h", "k", "h"}},
	{"move/side", []string{"\r"}, []string{"j", "j", "l", "k", "k", "h"}},
	{"move/digests", []string{"2"}, []string{"j", "j", "k", "k"}},
	{"move/text", []string{"2", "\r"}, []string{"n", "n", "N", "N"}},
	{"move/timeline", []string{"3"}, []string{"h", "h", "j", "l", "l", "k"}},
	{"move/shifts", []string{"4"}, []string{"j", "j", "k", "k"}},
	{"move/agreement", []string{"5"}, []string{"j", "l", "h", "k"}},
	{"filter/actors", []string{"a"}, []string{" "}},
	{"filter/topics", []string{"t"}, []string{" "}},
	{"filter/stances", []string{"s"}, []string{" "}},
}

// BenchmarkKey presses keys in the program on a library, in a terminal of
// 120 × 35, and reports the time from a key to its frame on the terminal (median
// and 99th percentile) and the bytes that the frame takes:
//
//	go test ./ui/journey -run XXX -bench Key -benchtime 200x -args -library FILE
func BenchmarkKey(b *testing.B) {
	path := libraryOf(b)
	for _, s := range speeds {
		b.Run(s.name, func(b *testing.B) {
			cmd := exec.Command(program, "--lang", "en", "--library", path)
			cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor")
			tty := onTerminal(b, cmd, 35, 120)
			defer tty.Close()
			frames := watch(tty)
			frames.settle(2 * time.Second) // the ledger comes
			for _, k := range s.way {
				frames.press(b, k)
			}
			frames.settle(500 * time.Millisecond)
			var times []time.Duration
			var bytes []int
			for i := 0; b.Loop(); i++ {
				took, n := frames.press(b, s.keys[i%len(s.keys)])
				if n > 0 { // at an edge there is nothing to draw
					times, bytes = append(times, took), append(bytes, n)
				}
			}
			slices.Sort(times)
			slices.Sort(bytes)
			if len(times) > 0 {
				b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "p50-ms")
				b.ReportMetric(float64(times[(len(times)-1)*99/100].Microseconds())/1000, "p99-ms")
				b.ReportMetric(float64(bytes[len(bytes)/2]), "p50-bytes")
				b.ReportMetric(float64(bytes[len(bytes)-1]), "most-bytes")
			}
			b.ReportMetric(0, "ns/op")
			_, _ = tty.WriteString("\x03")
			_ = cmd.Wait()
		})
	}
}

// frames is what a program writes to its terminal, piece by piece.
type frames struct {
	tty    io.Writer
	pieces chan piece
}

type piece struct {
	at time.Time
	n  int
}

func watch(tty *os.File) frames {
	f := frames{tty, make(chan piece, 1024)}
	go func() {
		defer close(f.pieces)
		buf := make([]byte, 1<<16)
		for {
			n, err := tty.Read(buf)
			if err != nil {
				return
			}
			f.pieces <- piece{time.Now(), n}
		}
	}()
	return f
}

// settle waits until nothing has been written for a while, and returns what was
// before: when the first piece came, and the bytes of all.
func (f frames) settle(quiet time.Duration) (first time.Time, bytes int) {
	for {
		select {
		case p, ok := <-f.pieces:
			if !ok {
				return first, bytes
			}
			if bytes == 0 {
				first = p.at
			}
			bytes += p.n
		case <-time.After(quiet):
			return first, bytes
		}
	}
}

// press presses a key and returns the time to its frame and the frame's bytes, 0
// where none came.
func (f frames) press(b *testing.B, key string) (time.Duration, int) {
	start := time.Now()
	if _, err := io.WriteString(f.tty, key); err != nil {
		b.Fatal(err)
	}
	first, n := f.settle(120 * time.Millisecond)
	return first.Sub(start), n
}

// BenchmarkIdle leaves the program alone and reports the share of a processor that
// it takes, in percent.
func BenchmarkIdle(b *testing.B) {
	const watched = 20 * time.Second
	cmd := exec.Command(program, "--lang", "en")
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "XDG_DATA_HOME="+b.TempDir(), "TACHIBA_LIBRARY=")
	tty := onTerminal(b, cmd, 35, 120)
	defer tty.Close()
	watch(tty).settle(3 * time.Second)
	var used time.Duration
	for b.Loop() {
		before := processor(b, cmd.Process.Pid)
		time.Sleep(watched)
		used += processor(b, cmd.Process.Pid) - before
	}
	b.ReportMetric(100*float64(used)/float64(watched)/float64(b.N), "cpu-%")
	b.ReportMetric(0, "ns/op")
	_, _ = tty.WriteString("\x03")
	_ = cmd.Wait()
}
