package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/shelf"
	"tachiba/ui/uitest"
)

// replaced is a library in which a digest was fetched anew, and is shorter.
type replaced struct {
	*uitest.Library
	now *bool
}

func (l replaced) Digest(ctx context.Context, id string) (*model.Digest, error) {
	d, err := l.Library.Digest(ctx, id)
	if err != nil || !*l.now {
		return d, err
	}
	short := *d
	short.Sentences = d.Sentences[:2]
	return &short, nil
}

// TestReplacedWhileRead reads a digest to its end when a shorter text replaces it.
func TestReplacedWhileRead(t *testing.T) {
	o, now := options(model.English), false
	o.Load, o.Library = nil, replaced{uitest.NewLibrary(), &now}
	a := drive(t, New(t.Context(), o), tea.WindowSizeMsg{Width: 80, Height: 12})
	a = drive(t, a, a.readLedger, "2", "G", "enter", "G")
	long := bare(a)
	now = true
	if a = drive(t, a, a.readLedger); bare(a) == long {
		t.Error("the old text is still shown")
	}
}

// TestCancelledWhileLoading cancels a filter that was tried while digests came.
func TestCancelledWhileLoading(t *testing.T) {
	a := New(t.Context(), options(model.English))
	job, all := a.load, uitest.Digests()
	a = drive(t, a, tea.WindowSizeMsg{Width: 120, Height: 35})
	a, _ = update(a, batchMsg[model.Update]{job: job, updates: []model.Update{{Digests: all[:1], Statements: uitest.Statements(), Progress: model.Progress{Found: 3}}}})
	a = drive(t, a, "a", "space")
	a, _ = update(a, batchMsg[model.Update]{job: job, updates: []model.Update{{Digests: all[1:], Progress: model.Progress{Found: 3, Coded: 3}}}, ended: true})
	if a = drive(t, a, "esc", "2"); a.digests.Len() != 3 || strings.Contains(bare(a), "! bridge-april") {
		t.Errorf("%d digests\n%s", a.digests.Len(), bare(a))
	}
}

// TestFeedsStepInNowhere lets the feeds come when the person does something else.
func TestFeedsStepInNowhere(t *testing.T) {
	for _, meanwhile := range [][]any{{"a", "space"}, {"/", "type:橋"}} {
		l := uitest.NewLibrary()
		a := startLibrary(t, l, model.English, 120, 35)
		l.SetFeeds([]model.Feed{{URL: "https://example.com/feed", Title: "f"}})
		a, feeds := update(a, uitest.Key("F"))
		a = drive(t, a, meanwhile...)
		a = run(t, a, feeds)
		if a = drive(t, a, "esc"); a.filter.Active() || a.busy() {
			t.Errorf("%v, cancelled, leaves %+v", meanwhile, a.filter)
		}
	}
}

// TestSavedFiltersByName chooses one while another program saves one before it.
func TestSavedFiltersByName(t *testing.T) {
	l := uitest.NewLibrary()
	if err := l.SaveFilter(t.Context(), "b", model.Filter{Text: "b"}); err != nil {
		t.Fatal(err)
	}
	a := drive(t, startLibrary(t, l, model.English, 120, 35), "f")
	m := a.readLedger().(ledgerMsg)
	m.filters = []model.SavedFilter{{Name: "a", Filter: model.Filter{Text: "a"}}, m.filters[0]}
	a, _ = update(a, m)
	has(t, a, " a ")
	if a = drive(t, a, "enter"); a.filter.Text != "b" {
		t.Errorf("b was chosen, %q is taken", a.filter.Text)
	}
}

// unopened is a library whose overview is as the store's: without evidence.
type unopened struct{ *uitest.Library }

func (l unopened) Overview(ctx context.Context, lex *model.Lexicon) (*model.Overview, error) {
	o, err := l.Library.Overview(ctx, lex)
	o.Comparison.Selected = model.Evidence{}
	return o, err
}

// TestNotYet asks for what needs the ledger before it has come.
func TestNotYet(t *testing.T) {
	o := options(model.English)
	o.Load, o.Library = nil, unopened{uitest.NewLibrary()}
	for _, key := range []string{"x", "e", "a", "t", "s", "d", "C", "f"} {
		a := drive(t, New(t.Context(), o), tea.WindowSizeMsg{Width: 120, Height: 35}, key)
		if a.dialog != nil || a.message != "Loading…" {
			t.Errorf("%s opens %T and says %q", key, a.dialog, a.message)
		}
	}
}

// TestDatesFollowLoading holds that the counts of periods do.
func TestDatesFollowLoading(t *testing.T) {
	a := New(t.Context(), options(model.English))
	job, all := a.load, uitest.Statements()
	a, _ = update(drive(t, a, tea.WindowSizeMsg{Width: 120, Height: 35}), batchMsg[model.Update]{job: job, updates: []model.Update{{Digests: uitest.Digests(), Statements: all[:4], Progress: model.Progress{Found: 3, Coded: 1}}}})
	a = drive(t, a, "d")
	a, _ = update(a, batchMsg[model.Update]{job: job, updates: []model.Update{{Statements: all[4:], Progress: model.Progress{Found: 3, Coded: 3}}}, ended: true})
	for _, l := range strings.Split(bare(a), "\n") {
		if strings.Contains(l, "all dates") && !strings.Contains(l, "17") {
			t.Error(l)
		}
	}
}

// counting counts how often it codes.
type counting struct {
	*uitest.Library
	n *int
}

func (l counting) Code(context.Context, func(model.Progress)) error { *l.n++; return nil }

// TestAddedAsCodingEnds adds a digest between coding's last look and its end.
func TestAddedAsCodingEnds(t *testing.T) {
	o, n := options(model.English), 0
	o.Load, o.Library = nil, counting{uitest.NewLibrary(), &n}
	a := drive(t, New(t.Context(), o), tea.WindowSizeMsg{Width: 120, Height: 35})
	a, code := update(a, a.readLedger())
	end := code()
	a, _ = update(a, a.add([]string{"news.txt"})())
	if a, _ = update(a, end); a.coding == nil {
		t.Errorf("coded %d times, and the digest added is not coded", n)
	}
}

// TestStoppedJobHandsOver stops a job that emits what it was at.
func TestStoppedJobHandsOver(t *testing.T) {
	for range 200 {
		j := newJob(t.Context(), func(ctx context.Context, emit func(int)) error {
			<-ctx.Done()
			emit(1)
			return ctx.Err()
		})
		time.AfterFunc(time.Millisecond, j.cancel)
		m := j.start().(batchMsg[int])
		got := len(m.updates)
		for !m.ended {
			m = j.next().(batchMsg[int])
			got += len(m.updates)
		}
		if got != 1 {
			t.Fatal("what was done when it was stopped is lost")
		}
	}
}

// TestNoLibraryCanBeMade says why.
func TestNoLibraryCanBeMade(t *testing.T) {
	o := options(model.English)
	o.NewLibrary = func(context.Context) (shelf.Library, error) {
		return nil, &model.Problem{Code: model.ProblemFull, Path: "library.db"}
	}
	o.Load = func(_ context.Context, emit func(model.Update)) error {
		emit(model.Update{Digests: uitest.Digests(), Samples: true})
		return nil
	}
	a := drive(t, start(t, o, 120, 35), "A", "type:news.txt", "enter")
	has(t, a, "no room left on the disk")
}

// TestReplacesOnlyWhatWasAskedOf names a second file after one that was there.
func TestReplacesOnlyWhatWasAskedOf(t *testing.T) {
	dir := t.TempDir()
	first, second := filepath.Join(dir, "a.md"), filepath.Join(dir, "sub", "b.md")
	write := func(path, text string) {
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write(first, "old")
	a := start(t, options(model.English), 120, 35)
	a = drive(t, a, "x", "enter", "ctrl+u", "type:"+first, "enter")
	a = drive(t, a, "ctrl+u", "type:"+second, "enter") // there is no such folder
	if err := os.Mkdir(filepath.Dir(second), 0o777); err != nil {
		t.Fatal(err)
	}
	write(second, "precious")
	a = drive(t, a, "enter")
	if b, _ := os.ReadFile(second); string(b) != "precious" {
		t.Errorf("replaced without a question: %q", a.message)
	}
	has(t, a, "There is a file of that name")
}

// TestNothingThereToAdd types a path that is none: it is asked for again, nothing else
// changes.
func TestNothingThereToAdd(t *testing.T) {
	o := options(model.English)
	o.Stat = func(path string) error { return &os.PathError{Op: "stat", Path: path, Err: os.ErrNotExist} }
	made := false
	o.NewLibrary = func(context.Context) (shelf.Library, error) {
		made = true
		return uitest.NewLibrary(), nil
	}
	a := drive(t, start(t, o, 120, 35), "A", "type:nwes.txt", "enter")
	has(t, a, "nwes.txt: not found", "> nwes.txt")
	if a = drive(t, a, "esc"); made || a.contents.digests != 3 || a.dialog != nil {
		t.Errorf("library made: %v, %d digests", made, a.contents.digests)
	}
}

// TestNoticeGoesOnceRead reads what was left out.
func TestNoticeGoesOnceRead(t *testing.T) {
	o := options(model.English)
	o.Load = func(_ context.Context, emit func(model.Update)) error {
		emit(model.Update{Digests: uitest.Digests(), Statements: uitest.Statements(), Problems: []model.Problem{{Code: model.ProblemNotFound, Path: "x.txt"}}})
		return nil
	}
	a := start(t, o, 120, 35)
	has(t, a, "1 left out")
	a = drive(t, a, "!")
	has(t, a, "x.txt")
	if a = drive(t, a, "esc"); strings.Contains(bare(a), "1 left out") {
		t.Error("the notice stays")
	}
	a = drive(t, a, "!")
	has(t, a, "x.txt")
}

// TestLinearEnter opens what a line or those under it lead to, and says where nothing
// does.
func TestLinearEnter(t *testing.T) {
	a := drive(t, start(t, options(model.English), 120, 35), "P", "4", "enter")
	if a.view == shiftsView && a.message != "nothing to open here" {
		t.Errorf("enter does nothing and says %q", a.message)
	}
	a = drive(t, start(t, options(model.English), 120, 35), "P", "enter", "enter")
	if a.view != digestsView {
		t.Errorf("a heading with sentences opens none: %q\n%s", a.message, bare(a))
	}
}
