package ui

import (
	"bytes"
	"context"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
)

// TestPaceFindsTheTicker holds what pace knows of Bubble Tea: a version without
// that field would keep the renderer ticking.
func TestPaceFindsTheTicker(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	a := New(ctx, options(model.English))
	a.pace = &pace{}
	var out bytes.Buffer
	p := tea.NewProgram(a, tea.WithContext(ctx), tea.WithInput(nil), tea.WithOutput(&out), tea.WithWindowSize(80, 24), tea.WithFPS(framesPerSecond))
	a.pace.program = p
	done := make(chan error)
	go func() {
		_, err := p.Run()
		done <- err
	}()
	state := func() (found, fast bool) {
		a.pace.mu.Lock()
		defer a.pace.mu.Unlock()
		return a.pace.ticker != nil, a.pace.fast
	}
	wait := func(want bool, what string) {
		t.Helper()
		for range 1000 {
			if found, fast := state(); found && fast == want {
				return
			}
			time.Sleep(10 * time.Millisecond)
		}
		t.Fatal(what)
	}
	wait(false, "the renderer never idles")
	p.Send(tea.WindowSizeMsg{Width: 100, Height: 30})
	wait(true, "a message does not wake the renderer")
	wait(false, "the renderer does not idle again")
	p.Quit()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}
