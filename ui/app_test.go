package ui

import (
	"context"
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"go.uber.org/goleak"

	"tachiba/model"
	"tachiba/ui/uitest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func has(t *testing.T, a App, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(bare(a), w) {
			t.Errorf("the screen lacks %q:\n%s", w, bare(a))
		}
	}
}

// TestFromCellToSentence goes from a cell to its sentence in two keys, and back.
func TestFromCellToSentence(t *testing.T) {
	a := start(t, options(model.English), 120, 35)
	a = drive(t, a, "right", "right", "enter")
	has(t, a, "The bridge is mended this year", "▸ ▼ against  2025-03-04")
	a = drive(t, a, "enter")
	has(t, a, "橋のたもとで", "line 2", "大きく違う")
	if s, _ := a.statement(); s.Line != 2 || s.Actor != "FISH" {
		t.Errorf("at %+v", s)
	}
	a = drive(t, a, "esc")
	has(t, a, "The bridge is mended this year")
	a = drive(t, a, "esc")
	if topic, actor := a.compare.Selected(); a.view != compareView || topic != "repair" || actor != "FISH" {
		t.Errorf("back at view %d, %s, %s", a.view, topic, actor)
	}
}

// TestBackOneLevel leaves the text, then the view, then the filter: a key each.
func TestBackOneLevel(t *testing.T) {
	a := drive(t, start(t, options(model.English), 120, 35), "s", "space", "enter", "2", "enter")
	if a = drive(t, a, "esc"); a.view != digestsView || a.digests.Reading() || !a.filter.Active() {
		t.Error("the first esc does more than leave the text")
	}
	if a = drive(t, a, "esc"); a.view != compareView || !a.filter.Active() {
		t.Error("the second esc does more than leave the view")
	}
	if a = drive(t, a, "esc"); a.filter.Active() {
		t.Error("the third esc does not clear the filter")
	}
}

// TestBackToTheList goes through the list where the digests were opened by their
// key, also from side by side.
func TestBackToTheList(t *testing.T) {
	a := drive(t, start(t, options(model.English), 120, 35), "enter", "2", "enter", "esc")
	if a.view != digestsView || a.digests.Reading() {
		t.Error("esc does not lead to the list")
	}
	if a = drive(t, a, "esc"); a.view != columnsView {
		t.Errorf("esc leads to view %d", a.view)
	}
}

// TestCancelPutsCursorsBack tries a filter that hides what was chosen.
func TestCancelPutsCursorsBack(t *testing.T) {
	a := drive(t, start(t, options(model.English), 120, 35), "2", "j", "/", "type:料金所", "esc")
	has(t, a, "▸ 橋の修理はいつ終わる")
	a = drive(t, a, "1", "j", "enter", "t", "space", "esc")
	if a.columns.Topic() != "toll" {
		t.Errorf("side by side shows %s", a.columns.Topic())
	}
}

// TestClickEndsSearch opens a dialog by mouse while searching: the text is kept,
// and the dialog's Esc undoes the dialog alone.
func TestClickEndsSearch(t *testing.T) {
	a := drive(t, start(t, options(model.English), 120, 35), "a", "space", "enter", "/", "type:橋", tea.MouseClickMsg{X: 3, Y: 1, Button: tea.MouseLeft}, "down", "space", "esc")
	if a.filter.Text != "橋" || len(a.filter.Actors) != 1 || a.searching {
		t.Errorf("filter %+v", a.filter)
	}
}

// TestSearchIsCleaned pastes what digests are cleaned of.
func TestSearchIsCleaned(t *testing.T) {
	o := options(model.English)
	o.Clean = func(s string) string { return strings.ReplaceAll(s, "\u202e", "") }
	a := drive(t, start(t, o, 80, 24), "/", "type:橋\u202e", "enter")
	if a.filter.Text != "橋" {
		t.Errorf("filter %q", a.filter.Text)
	}
}

// TestReadingWhileLoading keeps the text where it was scrolled to.
func TestReadingWhileLoading(t *testing.T) {
	a := drive(t, start(t, options(model.English), 80, 12), "2", "enter", "down", "down", "down")
	before := bare(a)
	a = drive(t, a, batchMsg[model.Update]{job: a.load, updates: []model.Update{{Samples: true}}, ended: true})
	if after := bare(a); after != before {
		t.Errorf("the text moved:\n%s\n%s", before, after)
	}
}

func TestFilters(t *testing.T) {
	a := start(t, options(model.English), 120, 35)
	a = drive(t, a, "a", "space")
	has(t, a, "6 of 17") // live, the dialog still open
	a = drive(t, a, "esc")
	if a.filter.Active() {
		t.Error("esc kept the filter")
	}
	a = drive(t, a, "a", "space", "enter", "t", "down", "space", "enter", "s", "down", "space", "enter")
	has(t, a, "actors: City", "topics: Toll", "stances: against", "2 of 17")
	a = drive(t, a, "d", "type:2025-04-01", "enter")
	has(t, a, "dates: 2025-04-01", "2 of 17")
	a = drive(t, a, "u", "u")
	has(t, a, "topics: Toll", "undone")
	if len(a.filter.Stances) != 0 {
		t.Error("undo kept the stance")
	}
	a = drive(t, a, "c", "u")
	has(t, a, "actors: City")
	a = drive(t, a, "esc")
	has(t, a, "17 of 17", "filters cleared (u undoes)")
	a = drive(t, a, "c")
	has(t, a, "17 of 17", "there is no filter")
}

func TestSearch(t *testing.T) {
	a := start(t, options(model.Japanese), 80, 24)
	a = drive(t, a, "/", "type:通行料")
	has(t, a, "17件中8件", "/通行料")
	if x := a.View().Cursor.X; x != 8 { // a space, the slash, three wide letters
		t.Errorf("cursor at %d", x)
	}
	a = drive(t, a, "esc")
	has(t, a, "17件中17件")
	a = drive(t, a, "/", "type:q1", "enter")
	has(t, a, "この絞り込みに合う発言はありません")
}

func TestBadDates(t *testing.T) {
	a := start(t, options(model.English), 80, 24)
	a = drive(t, a, "d", "type:2025-02-31", "enter")
	has(t, a, "not a date: 2025-02-31")
	for range 10 {
		a = drive(t, a, "backspace")
	}
	a = drive(t, a, "type:2025/04/01", "tab", "type:2025.03.01", "enter")
	has(t, a, "since is later than until")
	a = drive(t, a, "esc")
	if a.filter.Active() || a.dialog != nil {
		t.Error("esc kept something")
	}
}

func TestInputMethodLetters(t *testing.T) {
	a := drive(t, start(t, options(model.Japanese), 80, 24), "ｊ", "？")
	if topic, _ := a.compare.Selected(); topic != "toll" || a.dialog == nil {
		t.Errorf("full-width letters are no keys: %s", topic)
	}
}

func TestHelpIsSearched(t *testing.T) {
	a := drive(t, start(t, options(model.English), 80, 24), "?", "type:cita")
	has(t, a, "copy citation")
	has(t, drive(t, a, "esc", "type:evid"), "next statement", "open source", "copy citation")
	if strings.Contains(bare(a), "page down") {
		t.Error("help is not narrowed")
	}
	if a = drive(t, a, "esc", "esc"); a.dialog != nil {
		t.Error("help stays")
	}
}

func TestOpenAndCopy(t *testing.T) {
	o, got := options(model.English), opened{}
	o.Open = got.open
	a := drive(t, start(t, o, 120, 35), "down", "right", "o")
	if len(got.urls) != 1 || got.urls[0] != "https://example.com/bridge/0412" {
		t.Errorf("opened %v", got.urls)
	}
	has(t, a, "opened in the browser: https://example.com/bridge/0412")
	a = drive(t, a, "y")
	has(t, a, "citation sent")
	o.Open = func(string) error { return errors.New("no browser") }
	has(t, drive(t, start(t, o, 120, 35), "down", "right", "o"), "could not open", "no browser")
	has(t, drive(t, start(t, o, 120, 35), "right", "o"), "no source address here")
}

func TestCitation(t *testing.T) {
	a := start(t, options(model.English), 80, 24)
	s := uitest.Statements()[3]
	want := "「市長は、橋の修理を年内に終えると説明した。」 市長 · 港町新聞 · 2025-03-04 · https://example.com/bridge/0304 · bridge-march:7"
	if got := a.look.Citation(s); got != want {
		t.Errorf("citation %q", got)
	}
}

func TestMouse(t *testing.T) {
	click := func(x, y int) tea.Msg { return tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft} }
	a := start(t, options(model.English), 120, 35)
	a = drive(t, a, click(50, 5))
	if topic, actor := a.compare.Selected(); topic != "toll" || actor != "PORT" {
		t.Errorf("clicked %s, %s", topic, actor)
	}
	a = drive(t, a, click(50, 5))
	if a.view != columnsView {
		t.Error("a second click does not open")
	}
	a = drive(t, a, click(34, 7))
	if a.view != digestsView {
		t.Errorf("a click on the card leads to view %d", a.view)
	}
	a = drive(t, a, click(17, 0))
	if a.view != compareView {
		t.Error("the tab does not lead home")
	}
	a = drive(t, a, click(3, 1))
	has(t, a, "space switch")
	a = drive(t, a, click(60, 6), click(0, 30))
	if len(a.filter.Actors) != 1 || a.dialog != nil {
		t.Errorf("picked %v", a.filter.Actors)
	}
	a = drive(t, a, "c", "2", tea.MouseWheelMsg{X: 3, Y: 5, Button: tea.MouseWheelDown}, click(60, 15))
	has(t, a, "line 7", "▸ 橋の修理")
}

func TestProblems(t *testing.T) {
	o := options(model.English)
	o.Load = func(ctx context.Context, emit func(model.Update)) error {
		emit(model.Update{Problems: []model.Problem{{Code: model.ProblemBinary, Path: "a.png.txt"}, {Code: model.ProblemEmpty, Path: "b.txt"}}})
		return load(ctx, emit)
	}
	a := start(t, o, 80, 24)
	has(t, a, "2 left out (! shows why)")
	has(t, drive(t, a, "!"), "a.png.txt: not a text file", "b.txt: the file is empty")
}

func TestEmptyStates(t *testing.T) {
	o := options(model.English)
	o.Load = func(context.Context, func(model.Update)) error { return nil }
	has(t, start(t, o, 80, 24), "No digest could be read")
	o.Load = func(_ context.Context, emit func(model.Update)) error {
		emit(model.Update{Problems: []model.Problem{{Code: model.ProblemNotFound, Path: "nowhere"}}})
		return nil
	}
	has(t, start(t, o, 80, 24), "! nowhere: not found: check the path")
	o.Load = func(_ context.Context, emit func(model.Update)) error {
		emit(model.Update{Digests: uitest.Digests()})
		return nil
	}
	has(t, start(t, o, 80, 24), "No sentence in these digests takes a stance")
	has(t, New(t.Context(), options(model.English)), "Loading")
	o.Load = func(context.Context, func(model.Update)) error { return errors.New("no dictionary") }
	has(t, drive(t, start(t, o, 80, 24), "down"), "loading failed: no dictionary")
}

// TestStop stops coding: what has come stays.
func TestStop(t *testing.T) {
	o := options(model.English)
	o.Load = func(ctx context.Context, emit func(model.Update)) error {
		emit(model.Update{Digests: uitest.Digests(), Statements: uitest.Statements()[:9], Progress: model.Progress{Found: 3, Coded: 1}})
		<-ctx.Done()
		return ctx.Err()
	}
	a := New(t.Context(), o)
	m, next := a.Update(a.load.start())
	a = m.(App)
	has(t, a, "coding 1 of 3 (esc stops)", "9 of 9")
	if a.View().ProgressBar == nil {
		t.Error("no progress bar")
	}
	a = drive(t, a, "esc")
	has(t, a, "stopped: 1 of 3 digests are coded")
	none := New(t.Context(), o)
	none.data.Digests, none.data.Progress.Found = uitest.Digests(), 3
	has(t, drive(t, none, "esc", "down"), "Stopped before anything was coded")
	a = drive(t, a, next, "down")
	has(t, a, "9 of 9", "? help")
}

func TestQuit(t *testing.T) {
	for _, k := range []string{"q", "ctrl+c"} {
		a := start(t, options(model.English), 80, 24)
		if _, cmd := a.Update(uitest.Key(k)); cmd == nil || cmd() != (tea.QuitMsg{}) {
			t.Errorf("%s does not quit", k)
		}
	}
}

// TestKeysInARow holds that a key finds what the one before it led to, however
// quickly it follows: no message of our own is waited for between them.
func TestKeysInARow(t *testing.T) {
	a := start(t, options(model.English), 120, 35)
	for _, name := range []string{"a", "space", "enter", "t", "space", "enter", "enter", "enter"} {
		m, _ := a.Update(uitest.Key(name))
		a = m.(App)
	}
	if len(a.filter.Actors) != 1 || len(a.filter.Topics) != 1 || a.view != digestsView {
		t.Errorf("%+v in view %d:\n%s", a.filter, a.view, bare(a))
	}
}

// TestOpenPickerFollowsLoading opens a picker before anything is coded.
func TestOpenPickerFollowsLoading(t *testing.T) {
	early := New(t.Context(), options(model.English))
	early = drive(t, early, tea.WindowSizeMsg{Width: 120, Height: 35}, "a", early.load.start)
	late := drive(t, start(t, options(model.English), 120, 35), "a")
	if bare(early) != bare(late) {
		t.Errorf("the picker is behind:\n%s", bare(early))
	}
}

// TestTabsLeadHome goes through the tabs: esc leads home at once.
func TestTabsLeadHome(t *testing.T) {
	a := drive(t, start(t, options(model.English), 120, 35), "5", "4", "3", "esc")
	if a.view != compareView {
		t.Errorf("esc leads to view %d", a.view)
	}
}

// TestLinearOpensDigests holds that the lines follow what enter opens.
func TestLinearOpensDigests(t *testing.T) {
	a := drive(t, start(t, options(model.English), 120, 35), "2", "P", "down", "enter")
	has(t, a, "通行料をめぐって市と港湾局が対立した。")
	has(t, drive(t, a, "esc"), "橋の修理はいつ終わる")
}
