package ui

import (
	"context"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"tachiba/model"
	"tachiba/ui/uitest"
)

// opened are the addresses that the app asked to open.
type opened struct{ urls []string }

func (o *opened) open(url string) error {
	o.urls = append(o.urls, url)
	return nil
}

// load emits the test collection: the digests, then all statements.
func load(_ context.Context, emit func(model.Update)) error {
	emit(model.Update{Digests: uitest.Digests(), Progress: model.Progress{Found: 3}, Samples: true})
	emit(model.Update{Statements: uitest.Statements(), Progress: model.Progress{Found: 3, Coded: 3}, Samples: true})
	return nil
}

// explain reads a line as one clause that says nothing.
func explain(_ context.Context, d *model.Digest, line int) (out []model.Reading, _ error) {
	for _, s := range d.Sentences {
		if s.Line == line {
			out = append(out, model.Reading{Text: s.Text, Line: line, Clauses: []model.ReadClause{{Text: s.Text, Ending: "final"}}})
		}
	}
	return out, nil
}

func options(lang model.Lang) Options {
	return Options{Lexicon: uitest.Lexicon(), Load: load, Explain: explain, Lang: lang, Open: func(string) error { return nil }, Clean: func(s string) string { return s }}
}

// start returns the app with everything loaded, at w × h.
func start(t testing.TB, o Options, w, h int) App {
	t.Helper()
	a := New(t.Context(), o)
	return drive(t, a, a.load.start, tea.WindowSizeMsg{Width: w, Height: h})
}

// drive hands the app messages, keys ("enter", "a", "停戦" letter by letter after
// "type:") and commands in turn, and runs the commands that they lead to.
func drive(t testing.TB, a App, steps ...any) App {
	t.Helper()
	for _, step := range steps {
		switch step := step.(type) {
		case string:
			if typed, ok := strings.CutPrefix(step, "type:"); ok {
				for _, r := range typed {
					a = send(t, a, uitest.Key(string(r)))
				}
				continue
			}
			a = send(t, a, uitest.Key(step))
		case func() tea.Msg:
			a = send(t, a, step())
		case tea.Cmd:
			a = run(t, a, step)
		default:
			a = send(t, a, step)
		}
	}
	return a
}

// send runs what a message leads to; blinking cursors and timers are left alone.
func send(t testing.TB, a App, msg tea.Msg) App {
	t.Helper()
	switch msg := msg.(type) {
	case nil, tea.QuitMsg:
		return a
	case tea.BatchMsg:
		for _, cmd := range msg {
			a = run(t, a, cmd)
		}
		return a
	}
	if strings.Contains(reflect.TypeOf(msg).PkgPath(), "cursor") || reflect.TypeOf(msg).Name() == "setClipboardMsg" {
		return a
	}
	m, cmd := a.Update(msg)
	return run(t, m.(App), cmd)
}

func run(t testing.TB, a App, cmd tea.Cmd) App {
	t.Helper()
	if cmd == nil {
		return a
	}
	done := make(chan tea.Msg, 1)
	go func() { done <- cmd() }()
	select {
	case msg := <-done:
		return send(t, a, msg)
	case <-time.After(300 * time.Millisecond): // a blink
		return a
	}
}

// bare returns the screen without styles.
func bare(a App) string { return ansi.Strip(a.screen()) }
