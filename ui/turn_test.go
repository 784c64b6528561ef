package ui

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/uitest"
)

// update hands the app a message; what it leads to is left to the caller.
func update(a App, msg tea.Msg) (App, tea.Cmd) {
	m, cmd := a.Update(msg)
	return m.(App), cmd
}

// TestKeysQuickerThanTheLibrary presses keys before what the ones before began is done:
// each finds what they left.
func TestKeysQuickerThanTheLibrary(t *testing.T) {
	for _, tt := range []struct {
		keys    []string
		starred bool
		digests int
	}{
		{[]string{"*", "*"}, false, 3},
		{[]string{"*", "*", "*"}, true, 3},
		{[]string{"*", "D", "u"}, true, 3},
		{[]string{"*", "D", "u", "u"}, false, 3},
		{[]string{"*", "u", "ctrl+r", "D"}, false, 2}, // the starred one is gone
	} {
		a := drive(t, startLibrary(t, uitest.NewLibrary(), model.English, 120, 35), "2")
		var cmds []tea.Cmd
		for _, k := range tt.keys {
			var cmd tea.Cmd
			a, cmd = update(a, uitest.Key(k))
			cmds = append(cmds, cmd)
		}
		for _, cmd := range cmds {
			a = run(t, a, cmd)
		}
		if star := strings.Contains(bare(a), "★"); star != tt.starred || a.contents.digests != tt.digests {
			t.Errorf("%v: star %v, %d digests, want %v, %d; %q", tt.keys, star, a.contents.digests, tt.starred, tt.digests, a.message)
		}
	}
}

// TestLeavesWhenAllIsKept quits while changes wait for their turn: they are kept first.
func TestLeavesWhenAllIsKept(t *testing.T) {
	l := uitest.NewLibrary()
	a := drive(t, startLibrary(t, l, model.English, 120, 35), "2")
	d, _ := a.digests.Selected()
	a, star := update(a, uitest.Key("*"))
	a, remove := update(a, uitest.Key("m"))
	a, quit := update(a, uitest.Key("q"))
	if remove != nil || quit != nil || a.message != "keeping what was done before leaving…" {
		t.Fatalf("not in turn: %q", a.message)
	}
	a = run(t, a, star)
	_, listings, err := l.Ledger(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, is := range listings {
		if is.ID == d.ID && (!is.Starred || is.Read == d.Read) {
			t.Errorf("%+v", is)
		}
	}
	if len(a.writing.waiting) > 0 {
		t.Error("it does not quit")
	}
	a, _ = update(drive(t, startLibrary(t, l, model.English, 120, 35), "2"), uitest.Key("*"))
	a, _ = update(a, uitest.Key("q"))
	if _, quit = update(a, uitest.Key("ctrl+c")); quit == nil {
		t.Error("asked twice, it waits")
	}
}

// TestFailedUndo undoes while the library can't be written: it can be tried again.
func TestFailedUndo(t *testing.T) {
	l := uitest.NewLibrary()
	a := drive(t, startLibrary(t, l, model.English, 120, 35), "2", "*", "D")
	l.Err = errors.New("locked")
	a = drive(t, a, "u")
	l.Err = nil
	a = drive(t, a, "u")
	if a.contents.digests != 3 || !strings.Contains(bare(a), "★") {
		t.Errorf("%d digests: %q", a.contents.digests, a.message)
	}
	l.Err = errors.New("locked")
	a = drive(t, a, "D")
	l.Err = nil
	if a = drive(t, a, "u"); strings.Contains(bare(a), "★") {
		t.Errorf("what failed is undone before what was done: %q", a.message)
	}
}

// TestLedgersOutOfOrder takes in a ledger that is older than what was done since.
func TestLedgersOutOfOrder(t *testing.T) {
	a := startLibrary(t, uitest.NewLibrary(), model.English, 120, 35)
	read := a.reread()
	old := read()
	a = drive(t, a, "2", "D", old)
	if a.contents.digests != 2 {
		t.Errorf("the removed digest is back: %d", a.contents.digests)
	}
	a = drive(t, startLibrary(t, uitest.NewLibrary(), model.English, 120, 35), "2")
	read = a.reread()
	old = read()
	a = drive(t, a, "enter", "esc", old)
	if d, _ := a.digests.Selected(); !d.Read || a.asked != a.taken {
		t.Errorf("read: %v; ledger %d of %d", d.Read, a.taken, a.asked)
	}
}
