package ui

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"tachiba/model"
	"tachiba/ui/shelf"
	"tachiba/ui/uitest"
)

// startLibrary returns the app on a library, with all of it read.
func startLibrary(t testing.TB, l *uitest.Library, lang model.Lang, w, h int) App {
	t.Helper()
	o := options(lang)
	o.Load, o.Library = nil, l
	a := New(t.Context(), o)
	a = drive(t, a, tea.WindowSizeMsg{Width: w, Height: h})
	return drive(t, a, a.readLedger)
}

// TestFirstFrameOfALibrary shows the overview before the ledger has come.
func TestFirstFrameOfALibrary(t *testing.T) {
	o := options(model.English)
	o.Load, o.Library = nil, uitest.NewLibrary()
	a := drive(t, New(t.Context(), o), tea.WindowSizeMsg{Width: 120, Height: 35})
	checkScreen(t, a)
	early := bare(a)
	a = drive(t, a, a.readLedger)
	for _, words := range []string{"3 digests", "17 statements", "17 of 17", "favor"} {
		if has(t, a, words); !contains(early, words) {
			t.Errorf("the first frame lacks %q:\n%s", words, early)
		}
	}
}

func contains(screen, words string) bool { return strings.Contains(screen, words) }

// librarySteps are what a person does on a library, and what the screen then has.
var librarySteps = []struct {
	name string
	keys []any
	has  []string
	not  []string
}{
	{"star", []any{"2", "*"}, []string{"starred", "★"}, nil},
	{"star and undo", []any{"2", "*", "u"}, []string{"undone"}, []string{"★"}},
	{"star, undo, redo", []any{"2", "*", "u", "ctrl+r"}, []string{"★", "redone"}, nil},
	{"opening reads", []any{"2", "enter", "esc"}, nil, []string{"• 2025-04-12"}},
	{"unread again", []any{"2", "enter", "esc", "m"}, []string{"• 2025-04-12", "marked as unread"}, nil},
	{"remove", []any{"2", "D"}, []string{"2 digests", "removed (u undoes)"}, []string{"8 of"}},
	{"remove and undo", []any{"2", "D", "u"}, []string{"3 digests", "17 of 17"}, nil},
	{"change a stance", []any{"enter", "e", "down", "down", "right", "enter"}, []string{"changed (u undoes)", "✓"}, nil},
	{"change and undo", []any{"enter", "e", "down", "down", "right", "enter", "u"}, []string{"undone"}, []string{"✓"}},
	{"accept", []any{"enter", "e", "enter"}, []string{"accepted (u undoes)", "✓"}, nil},
	{"reject", []any{"enter", "e", "x"}, []string{"16 of 16"}, nil},
	{"reject and undo", []any{"enter", "e", "x", "u"}, []string{"17 of 17"}, nil},
	{"add to a sentence without", []any{"2", "enter", "J", "e", "enter"}, []string{"added (u undoes)"}, nil},
	{"add a second", []any{"enter", "e", "tab", "right", "enter"}, []string{"18 of 18"}, nil},
	{"cancelled", []any{"enter", "e", "down", "right", "esc"}, []string{"17 of 17"}, []string{"✓"}},
	{"only doubtful", []any{"r"}, []string{"1 of 17", "least sure first"}, nil},
	{"only corrected", []any{"enter", "e", "enter", "r", "r"}, []string{"1 of 17", "corrected by a person"}, nil},
	{"all again", []any{"r", "r", "r"}, []string{"17 of 17"}, nil},
	{"nothing new", []any{"w"}, []string{"0 of 17"}, nil},
	{"add", []any{"A", "type:news.txt", "enter"}, []string{"1 new, 0 changed, 0 known", "4 digests"}, nil},
	{"add nothing", []any{"A", "enter"}, []string{"3 digests"}, nil},
	{"add, cancelled", []any{"A", "type:x", "esc"}, []string{"3 digests"}, nil},
	{"no feeds", []any{"R"}, []string{"no feeds yet"}, nil},
	{"save a filter", []any{"t", "space", "enter", "f", "enter", "type:橋", "enter", "c", "f", "enter"}, []string{"filter “橋”", "topics: Repair"}, nil},
	{"no filters", []any{"f"}, []string{"no saved filters"}, nil},
	{"search the text", []any{"2", "/", "type:秘密", "enter"}, []string{"search: 秘密", "まだ秘密"}, nil},
	{"search, then actors", []any{"/", "type:通行料", "enter", "a", "space", "enter"}, []string{"3 of 17"}, nil},
	{"nothing to redo", []any{"ctrl+r"}, []string{"nothing to redo"}, nil},
}

func TestLibrarySteps(t *testing.T) {
	for _, tt := range librarySteps {
		t.Run(tt.name, func(t *testing.T) {
			a := drive(t, startLibrary(t, uitest.NewLibrary(), model.English, 120, 35), tt.keys...)
			checkScreen(t, a)
			for _, words := range tt.has {
				has(t, a, words)
			}
			for _, words := range tt.not {
				if contains(bare(a), words) {
					t.Errorf("the screen has %q:\n%s", words, bare(a))
				}
			}
		})
	}
}

// TestLibraryScreens compares the screens that only a library has with their
// golden files.
func TestLibraryScreens(t *testing.T) {
	for name, keys := range map[string][]any{
		"new":     nil,
		"list":    {"2"},
		"columns": {"right", "right", "enter"},
		"review":  {"enter", "e"},
		"prompt":  {"A", "type:https://example.com/"},
		"found":   {"2", "/", "type:橋", "enter"},
		"feeds":   {"F"},
	} {
		for _, lang := range []model.Lang{model.Japanese, model.English} {
			for _, size := range sizes {
				t.Run(fmt.Sprintf("%s/%s/%dx%d", name, lang, size[0], size[1]), func(t *testing.T) {
					l := uitest.NewLibrary()
					l.Seen = 1
					l.SetFeeds([]model.Feed{
						{URL: "https://example.com/feed", Title: "港町新聞", Digests: 2},
						{URL: "https://example.com/broken", Title: "みなとテレビ", Folder: []string{"港"}, Problem: &model.Problem{Code: model.ProblemTimeout, Path: "https://example.com/broken"}},
					})
					a := drive(t, startLibrary(t, l, lang, size[0], size[1]), keys...)
					checkScreen(t, a)
					golden.RequireEqual(t, bare(a)+"\n")
				})
			}
		}
	}
}

func TestLibraryFails(t *testing.T) {
	l := uitest.NewLibrary()
	l.Err = &model.Problem{Code: model.ProblemFull, Path: "library.db", Err: errors.New("disk full")}
	for _, keys := range [][]any{{"2", "*"}, {"2", "D"}, {"enter", "e", "enter"}, {"A", "type:x", "enter"}} {
		a := drive(t, startLibrary(t, l, model.English, 120, 35), keys...)
		has(t, a, "no room left on the disk")
		if len(a.past) > 0 {
			t.Errorf("%v: what failed can be undone", keys)
		}
	}
}

// TestQuitIsAVisit holds that what was shown is not new the next time.
func TestQuitIsAVisit(t *testing.T) {
	l := uitest.NewLibrary()
	a := startLibrary(t, l, model.English, 80, 24)
	_, cmd := a.Update(uitest.Key("q"))
	// tea.Sequence hides its commands: they are a slice of tea.Cmd.
	for list := reflect.ValueOf(cmd()); list.Kind() == reflect.Slice && list.Len() > 0; list = list.Slice(1, list.Len()) {
		list.Index(0).Interface().(tea.Cmd)()
	}
	if !l.Visited {
		t.Error("no visit")
	}
}

func TestAnyKeysOnALibrary(t *testing.T) {
	names := []string{"up", "down", "left", "right", "enter", "esc", "tab", "space", "1", "2", "a", "t", "s", "/", "c", "u", "ctrl+r", "n", "N", "J", "K", "r", "w", "f", "A", "R", "F", "D", "m", "*", "e", "x", "橋", "backspace"}
	rapid.Check(t, func(r *rapid.T) {
		l := uitest.NewLibrary()
		l.Seen = rapid.IntRange(0, 3).Draw(r, "seen")
		a := startLibrary(t, l, rapid.SampledFrom([]model.Lang{model.Japanese, model.English}).Draw(r, "lang"), rapid.IntRange(10, 250).Draw(r, "w"), rapid.IntRange(2, 60).Draw(r, "h"))
		for range rapid.IntRange(1, 14).Draw(r, "n") {
			a = drive(t, a, rapid.SampledFrom(names).Draw(r, "key"))
			checkScreen(r, a)
		}
	})
}

func TestStopFetching(t *testing.T) {
	a := startLibrary(t, uitest.NewLibrary(), model.English, 80, 24)
	cmd := a.startSteps(func(ctx context.Context, emit func(model.Step)) error {
		emit(model.Step{Done: 1, All: 2, Name: "one", Counts: map[model.Outcome]int{model.OutcomeAdded: 3}})
		<-ctx.Done()
		return ctx.Err()
	})
	m, next := a.Update(cmd())
	a = m.(App)
	has(t, a, "1 of 2")
	a.goBack()
	m, _ = a.Update(next())
	a = m.(App)
	has(t, a, "3 new")
}

// TestFirstAddMakesALibrary adds while the samples are shown: the library takes
// their place.
func TestFirstAddMakesALibrary(t *testing.T) {
	l := uitest.NewLibrary()
	o := options(model.English)
	o.NewLibrary = func(context.Context) (shelf.Library, error) { return l, nil }
	a := start(t, o, 120, 35)
	has(t, a, "These digests are samples")
	a = drive(t, a, "A", "type:news.txt", "enter")
	has(t, a, "4 digests")
	if contains(bare(a), "samples") {
		t.Errorf("the samples are still said to be there:\n%s", bare(a))
	}
}
