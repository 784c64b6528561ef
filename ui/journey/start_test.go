//go:build linux

package journey

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// BenchmarkStart starts the program on the samples in a terminal of 120 × 35 and
// reports the time from start to the first frame, and to the frame in which all
// is coded.
func BenchmarkStart(b *testing.B) {
	var first, coded time.Duration
	for b.Loop() {
		start := time.Now()
		cmd := exec.Command(program, "--lang", "en")
		cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor")
		tty := onTerminal(b, cmd, 35, 120)
		first += readUntil(b, tty, start, "1 Compare")
		coded += readUntil(b, tty, start, "enter")
		if _, err := tty.WriteString("q"); err != nil {
			b.Fatal(err)
		}
		go func() { _, _ = io.Copy(io.Discard, tty) }()
		if err := cmd.Wait(); err != nil {
			b.Fatal(err)
		}
		tty.Close()
	}
	b.ReportMetric(float64(first.Milliseconds())/float64(b.N), "first-frame-ms")
	b.ReportMetric(float64(coded.Milliseconds())/float64(b.N), "coded-ms")
	b.ReportMetric(0, "ns/op")
}

// onTerminal starts cmd on a new pseudo-terminal (pty(7)) and returns our end.
func onTerminal(b *testing.B, cmd *exec.Cmd, rows, cols uint16) *os.File {
	b.Helper()
	ours, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		b.Skip("no pseudo-terminals here: ", err)
	}
	fd := int(ours.Fd())
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		b.Fatal(err)
	}
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err != nil {
		b.Fatal(err)
	}
	if err := unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: rows, Col: cols}); err != nil {
		b.Fatal(err)
	}
	theirs, err := os.OpenFile("/dev/pts/"+strconv.Itoa(n), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		b.Fatal(err)
	}
	defer theirs.Close()
	cmd.Stdin, cmd.Stdout, cmd.Stderr = theirs, theirs, theirs
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	return ours
}

// readUntil reads until the output has the words and returns the time since start.
func readUntil(b *testing.B, tty *os.File, start time.Time, words string) time.Duration {
	b.Helper()
	var seen []byte
	buf := make([]byte, 1<<16)
	for {
		n, err := tty.Read(buf)
		if err != nil {
			b.Fatalf("%v before %q: %q", err, words, seen)
		}
		seen = append(seen, buf[:n]...)
		if bytes.Contains(seen, []byte(words)) {
			return time.Since(start)
		}
	}
}
