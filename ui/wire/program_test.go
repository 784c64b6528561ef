package wire

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"pgregory.net/rapid"
)

// show is a program that shows what it is sent.
type show struct{ view tea.View }

func (show) Init() tea.Cmd { return nil }

func (s show) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if v, ok := msg.(tea.View); ok {
		s.view = v
	}
	return s, nil
}

func (s show) View() tea.View { return s.view }

// recorder keeps what is written to a Writer, and compares what is seen.
type recorder struct {
	mu           sync.Mutex
	w            *Writer
	out          *sink
	plain, wired emulator
	in, passed   []byte
	frames       int
	at           chan struct{} // something was written
}

func (r *recorder) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	_, _ = r.w.Write(p)
	got := r.out.take()
	r.in, r.passed = append(r.in, p...), append(r.passed, got...)
	r.plain.show(p)
	r.wired.show(got)
	r.frames++
	select {
	case r.at <- struct{}{}:
	default:
	}
	return len(p), nil
}

// TestProgram runs Bubble Tea itself, which clears the screen, is resized and leaves
// the terminal to others for a while.
func TestProgram(t *testing.T) {
	const width, height = 60, 16
	out, w := newSink(false, width, height)
	r := &recorder{w: w, out: out, plain: newEmulator(width, height), wired: newEmulator(width, height), at: make(chan struct{}, 1)}
	in, keys := io.Pipe()
	defer keys.Close()
	p := tea.NewProgram(show{}, tea.WithOutput(r), tea.WithInput(in), tea.WithWindowSize(width, height), tea.WithColorProfile(colorprofile.TrueColor), tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithFPS(120))
	done := make(chan error)
	go func() {
		_, err := p.Run()
		done <- err
	}()
	s := newScreen("", width, height)
	views := rapid.Custom(func(r *rapid.T) tea.View {
		s.mutate(r)
		v := tea.NewView(strings.Join(s.lines, "\n"))
		v.AltScreen, v.WindowTitle = true, "題"
		if s.cursor != nil {
			v.Cursor = tea.NewCursor(s.cursor.X, s.cursor.Y)
		}
		return v
	})
	for i := range 60 {
		switch {
		case i == 20:
			p.Send(tea.ClearScreen())
		case i == 30:
			r.mu.Lock()
			out.width, out.height = 50, 20
			r.plain.Resize(50, 20)
			r.wired.Resize(50, 20)
			r.mu.Unlock()
			p.Send(tea.WindowSizeMsg{Width: 50, Height: 20})
		case i == 40:
			if err := p.ReleaseTerminal(); err != nil {
				t.Fatal(err)
			}
			if err := p.RestoreTerminal(); err != nil {
				t.Fatal(err)
			}
		}
		p.Send(views.Example(i))
		select {
		case <-r.at:
		case <-time.After(50 * time.Millisecond): // nothing has changed
		}
		r.mu.Lock()
		check(t, r.plain, r.wired, nil, nil)
		r.mu.Unlock()
	}
	p.Quit()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	check(t, r.plain, r.wired, nil, nil)
	if bytes.Equal(r.in, r.passed) || r.frames < 30 {
		t.Errorf("of %d bytes in %d frames %d were passed on", len(r.in), r.frames, len(r.passed))
	}
}
