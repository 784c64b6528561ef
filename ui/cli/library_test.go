package cli

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tachiba/model"
	"tachiba/ui/lang"
	"tachiba/ui/shelf"
)

// fakeLibrary stands in for a library. What a test does not set panics.
type fakeLibrary struct {
	shelf.Library
	listings []model.Listing
	hits     []model.Hit
	steps    []model.Step
	filters  []model.SavedFilter
	findings []model.Finding
	stop     func() // called between two steps
	err      error
	asked    model.Search
	done     []string
}

func (f *fakeLibrary) Close() error { return nil }
func (f *fakeLibrary) Path() string { return "lib.db" }
func (f *fakeLibrary) Fault() error { return nil }

func (f *fakeLibrary) Count(context.Context) (int, error) { return len(f.listings), f.err }

func (f *fakeLibrary) Ledger(context.Context) (*model.Ledger, []model.Listing, error) {
	return model.NewLedger(statementsOf()), slices.Clone(f.listings), nil
}

func (f *fakeLibrary) Load(_ context.Context, emit func(model.Update)) error {
	emit(model.Update{Digests: digestsOf(), Statements: statementsOf()})
	return nil
}

func (f *fakeLibrary) Search(_ context.Context, ask model.Search) ([]model.Hit, error) {
	f.asked = ask
	if ask.Limit > 0 {
		return f.hits[:min(ask.Limit, len(f.hits))], nil
	}
	return f.hits, nil
}

func (f *fakeLibrary) Code(ctx context.Context, emit func(model.Progress)) error {
	emit(model.Progress{Found: 2})
	return ctx.Err()
}

func (f *fakeLibrary) Add(ctx context.Context, _ []string, emit func(model.Step)) error {
	for _, s := range f.steps {
		emit(s)
		if f.stop != nil {
			f.stop()
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return f.err
}

func (f *fakeLibrary) Fetch(ctx context.Context, _ []string, emit func(model.Step)) error {
	return f.Add(ctx, nil, emit)
}

func (f *fakeLibrary) Filters(context.Context) ([]model.SavedFilter, error) { return f.filters, nil }

func (f *fakeLibrary) LastVisit(context.Context) (time.Time, error) { return time.Time{}, nil }

func (f *fakeLibrary) Check(context.Context) ([]model.Finding, error) { return f.findings, nil }

func (f *fakeLibrary) Reindex(_ context.Context, progress func(done, all int)) error {
	progress(1, 2)
	f.done = append(f.done, "reindex")
	f.findings = nil
	return f.err
}

func (f *fakeLibrary) Vacuum(context.Context) error {
	f.done = append(f.done, "vacuum")
	return nil
}

// keeping returns a trial on a library, with the arguments that name it.
func keeping(t *testing.T, l *fakeLibrary) (*trial, func(args ...string) int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "lib.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	tr := &trial{desk: fakeDesk{library: l}, terminal: map[any]int{}}
	return tr, func(args ...string) int { return tr.run(t, append(args, "--library", path)...) }
}

func stepsOf() []model.Step {
	of := func(o model.Outcome) map[model.Outcome]int { return map[model.Outcome]int{o: 1} }
	return []model.Step{
		{Done: 1, All: 3, Name: "a.txt", ID: "a", Counts: of(model.OutcomeAdded)},
		{Done: 2, All: 3, Name: "b.txt", Problem: &model.Problem{Code: model.ProblemEmpty, Path: "b.txt"}},
		{Done: 3, All: 3, Name: "c.txt", ID: "c", Counts: of(model.OutcomeSame)},
	}
}

func TestAddOnATerminal(t *testing.T) {
	tr, run := keeping(t, &fakeLibrary{steps: stepsOf()})
	tr.terminal[&tr.err] = 80
	if code := run("add", "x"); code != 1 {
		t.Errorf("exit %d", code)
	}
	want := eraseLine + "Adding: 1 of 3" + eraseLine + "b.txt: the file is empty\n" + "Adding: 2 of 3" + eraseLine
	if said := tr.err.String(); !strings.HasPrefix(strings.ReplaceAll(said, "\n"+eraseLine, "\n"), want) ||
		!strings.Contains(said, eraseLine+"Coding: 0 of 2 digests"+eraseLine+"1 new, 1 the same\n") || !strings.HasSuffix(said, "tachiba: 1 of 3 could not be added; the rest is in the library\n") {
		t.Errorf("says %q", said)
	}
	if got := tr.out.String(); got != "added: a (a.txt)\nsame: c (c.txt)\n" {
		t.Errorf("prints %q", got)
	}
}

// What was kept before a signal is said, also where nothing else is printed.
func TestAddStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	for _, args := range []string{"add x --lang ja", "fetch --lang ja"} {
		tr, _ := keeping(t, &fakeLibrary{steps: stepsOf(), stop: cancel})
		code := tr.runContext(ctx, append(strings.Fields(args), "--library", t.TempDir())...)
		if code != 130 || !strings.HasSuffix(tr.err.String(), "止めました。ここまでは書庫にあります: 新規 1 件\n") {
			t.Errorf("%s: exit %d, says %q", args, code, tr.err.String())
		}
		ctx, cancel = context.WithCancel(t.Context())
		defer cancel()
	}
	cancel()
}

func TestFetchLines(t *testing.T) {
	feed := func(name string, counts map[model.Outcome]int, problem bool) model.Step {
		s := model.Step{Done: 1, All: 3, Name: name, Counts: counts}
		if problem {
			s.Problem = &model.Problem{Code: model.ProblemTimeout, Path: name}
		}
		return s
	}
	gone := map[model.Outcome]int{model.OutcomeGone: 1, model.OutcomeSame: 4}
	both := map[model.Outcome]int{model.OutcomeAdded: 1200, model.OutcomeReplaced: 2, model.OutcomeSame: 3}
	l := &fakeLibrary{steps: []model.Step{feed("one", both, false), feed("two", gone, true), feed("three", nil, true)}}
	tr, run := keeping(t, l)
	if code := run("fetch"); code != 0 || tr.out.String() != "one: 1,200 new, 2 changed\ntwo: unchanged\n" {
		t.Errorf("exit %d, prints %q", code, tr.out.String())
	}
	if said := tr.err.String(); strings.Count(said, "the server took too long") != 2 {
		t.Errorf("says %q", said)
	}
	for _, tt := range []struct {
		steps []model.Step
		err   error
		says  string
	}{
		{nil, nil, "there are no feeds to fetch"},
		{[]model.Step{{Done: 1, All: 1, Problem: l.steps[2].Problem}}, nil, "the feed could not be fetched"},
		{nil, errDisk, "no space left"},
	} {
		tr, run := keeping(t, &fakeLibrary{steps: tt.steps, err: tt.err})
		if code := run("fetch"); code != 1 || !strings.Contains(tr.err.String(), tt.says) {
			t.Errorf("exit %d, says %q, want %q", code, tr.err.String(), tt.says)
		}
	}
}

// The words that were searched for stand out on a terminal, and there alone.
func TestSearchMarks(t *testing.T) {
	l := &fakeLibrary{hits: []model.Hit{
		{Digest: "one", Line: 3, Text: "赤はＮＡＴＯへの加盟を拒む。\x1b[2J", Date: date("2025-03-01"), URL: "https://example.org/x"},
		{Digest: "two", Line: 4, Text: "✅ NATO は広がる。"},
	}}
	for _, tt := range []struct {
		name    string
		width   int
		env     map[string]string
		painted bool
	}{
		{"a terminal", 60, nil, true},
		{"NO_COLOR", 60, map[string]string{"NO_COLOR": "1"}, false},
		{"a dumb terminal", 60, map[string]string{"TERM": "dumb"}, false},
		{"a pipe", 0, nil, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tr, run := keeping(t, l)
			tr.env = tt.env
			if tt.width > 0 {
				tr.terminal[&tr.out] = tt.width
			}
			if code := run("search", "nato", "加盟"); code != 0 {
				t.Fatalf("exit %d: %s", code, tr.err.String())
			}
			out := tr.out.String()
			if got := strings.Contains(out, "m\uff2e\uff21\uff34\uff2f\x1b["); got != tt.painted {
				t.Errorf("painted: %v\n%q", got, out)
			}
			if strings.Contains(out, "\x1b[2J") {
				t.Errorf("a sentence steers the terminal: %q", out)
			}
			if l.asked.Limit != 51 || l.asked.Text != "nato 加盟" || l.asked.ByRank {
				t.Errorf("asks %+v", l.asked)
			}
		})
	}
	tr, run := keeping(t, l)
	tr.terminal[&tr.err] = 80
	if run("search", "x", "--limit", "1", "--sort", "relevance"); !strings.Contains(tr.err.String(), "these are the first 1: --limit 0 prints all") || !l.asked.ByRank {
		t.Errorf("says %q, asks %+v", tr.err.String(), l.asked)
	}
}

func TestSavedFilterIsSetOver(t *testing.T) {
	l := &fakeLibrary{hits: []model.Hit{{}}, filters: []model.SavedFilter{{Name: "mine", Filter: model.Filter{
		Actors: []model.ActorID{"RED"}, Since: date("2025-01-01"), Text: "橋", Review: model.ReviewDoubtful, New: true,
	}}}}
	_, run := keeping(t, l)
	if code := run("search", "湖", "--saved", "mine", "--actor", "blue", "--new=false", "--review="); code != 0 {
		t.Fatalf("exit %d", code)
	}
	want := model.Filter{Actors: []model.ActorID{"BLUE"}, Since: date("2025-01-01")}
	if !l.asked.Filter.Equal(want) || l.asked.Text != "湖 橋" {
		t.Errorf("asks %+v", l.asked)
	}
}

func TestWhatIsNew(t *testing.T) {
	l := &fakeLibrary{listings: []model.Listing{{ID: "one"}, {ID: "two", New: true}}}
	tr, run := keeping(t, l)
	if code := run("statements", "--new", "--format", "json"); code != 0 || strings.TrimSpace(tr.out.String()) != "[]" {
		t.Errorf("exit %d, prints %q", code, tr.out.String())
	}
	tr, run = keeping(t, l)
	if code := run("digests", "--new", "--format", "csv"); code != 0 || !strings.Contains(tr.out.String(), "\ntwo,") || strings.Contains(tr.out.String(), "\none,") {
		t.Errorf("exit %d, prints %q", code, tr.out.String())
	}
}

func TestDoctorFindings(t *testing.T) {
	for _, tt := range []struct {
		name     string
		findings []model.Finding
		args     string
		code     int
		prints   string
		says     string
		done     string
	}{
		{"sound", nil, "", 0, "The library is sound (0 digests).\n", "", ""},
		{
			"faults",
			[]model.Finding{{Code: model.FindingSearch, Count: 2}, {Code: model.FindingCells, Count: 1}},
			"", 1,
			"2 sentences do not fit the search index\n1 position does not fit the statements\n", "tachiba doctor --reindex mends them", "",
		},
		{
			"mended",
			[]model.Finding{{Code: model.FindingCodes, Count: 1}},
			"--reindex --vacuum --lang ja", 0,
			"発言の控えと合わない記事 1 本\n索引と集計を作り直しました\n空きを返しました\n書庫に不備はありません (記事 0 本)\n", "", "reindex vacuum",
		},
		{
			"damaged",
			[]model.Finding{{Code: model.FindingDamaged, Count: 1, Detail: "row 3 missing"}},
			"--reindex --vacuum", 1,
			"1 damage in the file (row 3 missing)\n", "the library's file itself is damaged", "",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := &fakeLibrary{findings: tt.findings}
			tr, run := keeping(t, l)
			code := run(append([]string{"doctor"}, strings.Fields(tt.args)...)...)
			if code != tt.code || tr.out.String() != tt.prints || !strings.Contains(tr.err.String(), tt.says) || strings.Join(l.done, " ") != tt.done {
				t.Errorf("exit %d, prints %q, says %q, did %v", code, tr.out.String(), tr.err.String(), l.done)
			}
		})
	}
}

// Every outcome, verdict, finding and selection has a name.
func TestWordsOfTheLibrary(t *testing.T) {
	var names []string
	for _, o := range []model.Outcome{model.OutcomeSame, model.OutcomeAdded, model.OutcomeReplaced, model.OutcomeGone} {
		names = append(names, "add."+string(o), "outcome."+string(o))
	}
	for _, v := range model.Verdicts {
		names = append(names, "corrections."+string(v))
	}
	for _, f := range []model.FindingCode{model.FindingDamaged, model.FindingSearch, model.FindingCodes, model.FindingCells, model.FindingOrphaned} {
		names = append(names, "finding."+string(f))
	}
	for _, r := range model.Reviews[1:] {
		names = append(names, "selected."+string(r))
	}
	for _, l := range []model.Lang{model.Japanese, model.English} {
		for _, name := range names {
			if said := lang.New(l).T(name, 1, 2); said == name || said == "" {
				t.Errorf("%s: %s has no words", l, name)
			}
		}
	}
}

func TestManualNamesEveryCommand(t *testing.T) {
	var tr trial
	if code := tr.run(t, "man", "--lang", "en"); code != 0 {
		t.Fatalf("exit %d", code)
	}
	for _, name := range []string{"feed add", "feed export", "filter save", "corrections import", "doctor", "search", "completion"} {
		if !strings.Contains(tr.out.String(), "fB"+name) {
			t.Errorf("the manual does not name %s", name)
		}
	}
}
