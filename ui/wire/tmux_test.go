package wire

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// sessions is how many programs run in the real terminal.
const sessions = 30

// TestTmux compares what a real terminal shows with a Writer and without.
func TestTmux(t *testing.T) {
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("tmux is not here: what a real terminal shows is not compared")
	}
	const width, height = 60, 16
	session := rapid.Custom(func(r *rapid.T) [2][]byte { return record(r, width, height) })
	terminal := openTmux(t, width, height)
	for i := range sessions {
		streams := session.Example(i)
		want, wantCursor := terminal.show(streams[0])
		got, gotCursor := terminal.show(streams[1])
		for y := range height {
			for x := range width {
				if w, g := want.CellAt(x, y), got.CellAt(x, y); !w.Equal(g) {
					t.Fatalf("%d: row %d, column %d: got %v, want %v\nin  %q\nout %q", i, y, x, g, w, streams[0], streams[1])
				}
			}
		}
		if gotCursor != wantCursor {
			t.Errorf("%d: the cursor is at %s, want %s", i, gotCursor, wantCursor)
		}
	}
}

// record draws frames and returns what the renderer wrote and what was passed on.
func record(r *rapid.T, width, height int) [2][]byte {
	s := newScreen("tmux-256color", width, height)
	out, w := newSink(false, width, height)
	var in []byte
	for range rapid.IntRange(3, 10).Draw(r, "frames") {
		s.mutate(r)
		frame := s.frame(false)
		in = append(in, frame...)
		_, _ = w.Write(frame)
	}
	return [2][]byte{in, out.take()}
}

// tmux is a server of its own.
type tmux struct {
	t             *testing.T
	dir           string
	width, height int
	shown         int
}

func openTmux(t *testing.T, width, height int) *tmux {
	m := &tmux{t: t, dir: t.TempDir(), width: width, height: height}
	m.run("new-session", "-d", "-x", strconv.Itoa(m.width), "-y", strconv.Itoa(m.height), "sleep 600")
	m.run("set-option", "-g", "status", "off")
	t.Cleanup(func() { m.run("kill-server") })
	return m
}

func (m *tmux) run(args ...string) string {
	m.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-u", "-S", filepath.Join(m.dir, "socket"), "-f", "/dev/null"}, args...)...).CombinedOutput()
	if err != nil {
		m.t.Fatalf("tmux %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// show returns the cells and the cursor of a terminal that gets b. The terminal is
// raw, as Bubble Tea has it.
func (m *tmux) show(b []byte) (uv.ScreenBuffer, string) {
	m.t.Helper()
	m.shown++
	name := "show" + strconv.Itoa(m.shown)
	path := filepath.Join(m.dir, name)
	if err := os.WriteFile(path, slices.Concat(b, []byte(ansi.SetWindowTitle(name))), 0o600); err != nil {
		m.t.Fatal(err)
	}
	m.run("new-session", "-d", "-s", name, "-x", strconv.Itoa(m.width), "-y", strconv.Itoa(m.height), "stty raw -echo; cat "+path+"; sleep 600")
	for m.run("display-message", "-p", "-t", name, "#{pane_title}") != name+"\n" {
		time.Sleep(5 * time.Millisecond)
	}
	// Drawn, so that a space is a space, whether it was written or what was there erased.
	cells := uv.NewScreenBuffer(m.width, m.height)
	uv.NewStyledString(m.run("capture-pane", "-e", "-N", "-p", "-t", name)).Draw(cells, cells.Bounds())
	cursor := m.run("display-message", "-p", "-t", name, "#{cursor_x},#{cursor_y} #{cursor_flag} #{alternate_on}")
	m.run("kill-session", "-t", name)
	return cells, cursor
}
