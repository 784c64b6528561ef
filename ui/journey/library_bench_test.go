//go:build linux

package journey

import (
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var (
	benchLibrary = flag.String("library", "", "the library of BenchmarkLibrary; without it one is made")
	benchDigests = flag.Int("digests", 1000, "how many digests that has")
)

// BenchmarkLibrary starts the program on a coded library in a terminal of
// 120 × 35 and reports the time from start to the first frame with what the
// process has in memory then, and once the ledger has come. What a filter costs
// is measured in data/store.
func BenchmarkLibrary(b *testing.B) {
	path := libraryOf(b)
	var first time.Duration
	var early, late int
	for b.Loop() {
		start := time.Now()
		cmd := exec.Command(program, "--lang", "en", "--library", path)
		cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor")
		tty := onTerminal(b, cmd, 35, 120)
		first += readUntil(b, tty, start, "favor")
		early += resident(b, cmd.Process.Pid)
		time.Sleep(2 * time.Second) // the ledger comes
		late += resident(b, cmd.Process.Pid)
		_, _ = tty.WriteString("\x03")
		go func() { _, _ = io.Copy(io.Discard, tty) }()
		if err := cmd.Wait(); err != nil {
			b.Fatal(err)
		}
		tty.Close()
	}
	n := float64(b.N)
	b.ReportMetric(float64(first.Microseconds())/1000/n, "first-frame-ms")
	b.ReportMetric(float64(early)/1024/n, "first-frame-MiB")
	b.ReportMetric(float64(late)/1024/n, "later-MiB")
	b.ReportMetric(0, "ns/op")
}

// libraryOf returns the path of the library that the flags name.
func libraryOf(b *testing.B) string {
	b.Helper()
	if *benchLibrary != "" {
		return *benchLibrary
	}
	path := filepath.Join(b.TempDir(), "library.db")
	out, err := exec.Command("go", "run", "tachiba/data/library/fill", "-digests", fmt.Sprint(*benchDigests), path).CombinedOutput()
	if err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return path
}

// processor returns the time that a process has had of the processors.
func processor(b *testing.B, pid int) time.Duration {
	b.Helper()
	var total time.Duration
	tasks, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	if err != nil || len(tasks) == 0 {
		b.Fatalf("no tasks of %d: %v", pid, err)
	}
	for _, task := range tasks {
		var ns int64
		if text, err := os.ReadFile(task); err == nil {
			_, _ = fmt.Sscan(string(text), &ns) // nanoseconds on a processor come first
		}
		total += time.Duration(ns)
	}
	return total
}

// resident returns the resident memory of a process in KiB.
func resident(b *testing.B, pid int) (kib int) {
	b.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	if _, err := fmt.Sscan(rest, &kib); err != nil {
		b.Fatal(err)
	}
	return kib
}
