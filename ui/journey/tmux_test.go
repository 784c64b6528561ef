// Package journey drives the built program in a real terminal (tmux), as a
// person would.
package journey

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// program is the built binary.
var program string

func TestMain(m *testing.M) {
	if _, err := exec.LookPath("tmux"); err != nil {
		fmt.Println("tmux is not here: the journeys in a real terminal are skipped")
		if os.Getenv("CI") != "" {
			os.Exit(1)
		}
		os.Exit(0)
	}
	dir, err := os.MkdirTemp("", "journey")
	if err != nil {
		panic(err)
	}
	program = filepath.Join(dir, "tachiba")
	if out, err := exec.Command("go", "build", "-o", program, "tachiba").CombinedOutput(); err != nil {
		fmt.Printf("go build: %v\n%s", err, out)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// watchSources looks at every source of the program: go test then knows that a
// kept result is stale when one has changed (go help test, on caching). It counts
// only what a test itself looks at.
func watchSources() {
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && entry.Name() == ".git" {
			return fs.SkipDir
		}
		_, _ = os.Stat(path)
		return err
	})
	if err != nil {
		panic(err)
	}
}

// terminal is a tmux session on a server of its own.
type terminal struct {
	t      *testing.T
	socket string
}

// opened counts the terminals, each on a tmux server of its own.
var opened atomic.Int32

// patience is how long a screen may take to show what a person waits for: the
// dictionary loads beside the interface, slower under the race detector's load.
const patience = 60 * time.Second

// terminalOf opens a terminal of w × h that runs a shell command.
func terminalOf(t *testing.T, w, h int, command string, env ...string) terminal {
	t.Helper()
	watchSources()
	term := terminal{t, "tachiba-" + strconv.Itoa(os.Getpid()) + "-" + strings.ReplaceAll(t.Name(), "/", "-") + "-" + strconv.Itoa(int(opened.Add(1)))}
	args := []string{"-f", "/dev/null", "new-session", "-d", "-x", strconv.Itoa(w), "-y", strconv.Itoa(h)}
	home := t.TempDir()
	for _, e := range append([]string{"LC_ALL=C.UTF-8", "COLORTERM=truecolor", "XDG_DATA_HOME=" + home, "XDG_CONFIG_HOME=" + home, "XDG_STATE_HOME=" + home, "TACHIBA_LIBRARY=", "TACHIBA_CONFIG="}, env...) {
		args = append(args, "-e", e)
	}
	term.tmux(append(args, command)...)
	term.tmux("set-option", "-g", "set-clipboard", "on") // OSC 52 goes to a buffer
	t.Cleanup(func() { _ = exec.Command("tmux", "-L", term.socket, "kill-server").Run() })
	return term
}

// open opens the program in a terminal of w × h.
func open(t *testing.T, w, h int, args string, env ...string) terminal {
	t.Helper()
	return terminalOf(t, w, h, program+" "+args+"; echo ended $?; cat", env...)
}

func (term terminal) tmux(args ...string) string {
	term.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-u", "-L", term.socket}, args...)...).CombinedOutput()
	if err != nil {
		term.t.Fatalf("tmux %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// press presses keys, named as tmux names them.
func (term terminal) press(keys ...string) {
	term.t.Helper()
	for _, k := range keys {
		term.tmux("send-keys", k)
		time.Sleep(30 * time.Millisecond) // Esc and what follows must not become Alt
		if k == "Escape" {
			time.Sleep(120 * time.Millisecond)
		}
	}
}

// screen returns the text on the screen.
func (term terminal) screen() string { return term.tmux("capture-pane", "-p") }

// sees waits until the screen has all the texts.
func (term terminal) sees(texts ...string) {
	term.t.Helper()
	var screen string
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(40 * time.Millisecond) {
		screen = term.screen()
		missing := false
		for _, text := range texts {
			missing = missing || !strings.Contains(screen, text)
		}
		if !missing {
			return
		}
	}
	term.t.Fatalf("the screen never has %q:\n%s", texts, screen)
}

// ended waits until the program has ended with the code.
func (term terminal) ended(code int) {
	term.t.Helper()
	term.sees("ended " + strconv.Itoa(code))
}

// The hint that stands there once all is read, in both languages.
const (
	read     = "? help"
	readInJA = "? ヘルプ"
)

// until waits until the screen is as it should be.
func (term terminal) until(want string, ok func(screen string) bool) {
	term.t.Helper()
	var screen string
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(40 * time.Millisecond) {
		if screen = term.screen(); ok(screen) {
			return
		}
	}
	term.t.Fatalf("the screen never %s:\n%s", want, screen)
}

// lacks waits until the screen has none of the texts.
func (term terminal) lacks(texts ...string) {
	term.t.Helper()
	term.until(fmt.Sprintf("lacks %q", texts), func(screen string) bool {
		for _, text := range texts {
			if strings.Contains(screen, text) {
				return false
			}
		}
		return true
	})
}

// marked returns the lines that the view's cursor stands on.
func marked(screen string) string {
	var lines []string
	for line := range strings.Lines(screen) {
		if strings.Contains(line, "▸") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "")
}

// on waits until the view's cursor stands on lines with the text, and returns them.
func (term terminal) on(text string) (lines string) {
	term.t.Helper()
	term.until("has its cursor on "+text, func(screen string) bool {
		lines = marked(screen)
		return strings.Contains(lines, text)
	})
	return lines
}

// types types a text letter by letter, as it is.
func (term terminal) types(text string) {
	term.t.Helper()
	for _, r := range text {
		term.tmux("send-keys", "-l", string(r))
		time.Sleep(5 * time.Millisecond)
	}
}

// place waits for a text on the screen and returns its first cell, from 0.
func (term terminal) place(text string) (x, y int) {
	term.t.Helper()
	term.until("has "+text, func(screen string) bool {
		for i, line := range strings.Split(screen, "\n") {
			if before, _, ok := strings.Cut(line, text); ok {
				x, y = ansi.StringWidth(before), i
				return true
			}
		}
		return false
	})
	return x, y
}

// click clicks on the first cell of a text on the screen.
func (term terminal) click(text string) { term.mouse(0, text) }

// wheelDown turns the wheel by one notch over a text on the screen.
func (term terminal) wheelDown(text string) { term.mouse(65, text) }

// mouse sends a button of the mouse as terminals tell of it (XTerm Control
// Sequences, extended coordinates: 1006).
func (term terminal) mouse(button int, text string) {
	term.t.Helper()
	x, y := term.place(text)
	term.tmux("send-keys", "-l", fmt.Sprintf("\x1b[<%d;%d;%dM", button, x+1, y+1))
}

// cursor returns the cell that the terminal's own cursor stands on.
func (term terminal) cursor() (x, y int) {
	term.t.Helper()
	if _, err := fmt.Sscan(term.tmux("display-message", "-p", "#{cursor_x} #{cursor_y}"), &x, &y); err != nil {
		term.t.Fatal(err)
	}
	return x, y
}
