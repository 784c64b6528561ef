package store

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
)

// TestTwoProcessesWrite lets two processes make a library and write to it at
// once.
func TestTwoProcessesWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	a, b := start(t, "work", path, 1, 40, "a"), start(t, "work", path, 2, 40, "b")
	a.wait(t)
	b.wait(t)
	want := state{map[string]digestState{}, map[string]bool{}}
	for _, c := range []*child{a, b} {
		done, begun := c.operations(t)
		if begun != nil || len(done) < 12 {
			t.Errorf("%d operations were done, begun: %v", len(done), begun)
		}
		for _, o := range done {
			want.apply(o)
		}
	}
	s := openAt(t, path)
	got, err := stateOf(s, "")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	whole(t, s)
}

// TestReadsWhileAnotherWrites reads on while another process writes: each state
// that is read is one that was committed.
func TestReadsWhileAnotherWrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	s := openAt(t, path)
	c := start(t, "work", path, 3, 200, "a")
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = c.cmd.Wait() // what it said is looked at below
	}()
	states, alike := map[int]bool{}, 0
	conn, err := s.db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	version := func() (n int) { // changes with each commit of others (SQLite's data_version)
		t.Helper()
		if err := conn.QueryRowContext(t.Context(), "PRAGMA data_version").Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	for reading := true; reading; {
		select {
		case <-ended:
			reading = false // once more
		default:
		}
		before := version()
		l, list := ledger(t, s)
		states[len(l.Entries)] = true
		agrees(t, l, list)
		o, err := s.Overview(t.Context(), lexicon)
		if err != nil {
			t.Fatal(err)
		}
		agreesWithItself(t, o)
		misled := misled(o) // read one by one, later than the overview
		if version() == before {
			if misled != "" {
				t.Error(misled)
			}
			alike++
			if want := l.Compare(lexicon, model.Filter{}); !cmp.Equal(countsOf(&want), countsOf(&o.Comparison)) || o.Digests != len(l.Digests) {
				t.Errorf("an overview of %d digests beside a ledger of %d: %s", o.Digests, len(l.Digests), cmp.Diff(countsOf(&want), countsOf(&o.Comparison)))
			}
		}
		if _, err := s.Search(t.Context(), model.Search{Text: "米国", Filter: model.Filter{Actors: []model.ActorID{"US"}}}); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Find(t.Context(), "米国"); err != nil {
			t.Fatal(err)
		}
		if len(states)%4 == 0 {
			sound(t, s)
		}
		if t.Failed() {
			break
		}
	}
	<-ended
	if done, _ := c.operations(t); len(done) < 12 || !c.cmd.ProcessState.Success() {
		t.Fatalf("%d operations were done: %s", len(done), c.stderr.String())
	}
	if len(states) < 3 || alike == 0 {
		t.Errorf("%d states were read, %d of them twice: nothing was tested", len(states), alike)
	}
	whole(t, s)
}

// agrees holds a ledger against the list of digests that came with it.
func agrees(t *testing.T, l *model.Ledger, list []model.Listing) {
	t.Helper()
	n := make([]int, len(list))
	for _, e := range l.Entries {
		if int(e.Digest) >= len(list) || int(e.Actor) >= len(l.Actors) || int(e.Topic) >= len(l.Topics) || int(e.Outlet) >= len(l.Outlets) {
			t.Fatalf("%+v refers to nothing", e)
		}
		n[e.Digest]++
	}
	for i, x := range list {
		if n[i] != x.Statements || x.ID != l.Digests[i] {
			t.Errorf("%s has %d entries, %d are listed", x.ID, n[i], x.Statements)
		}
	}
}

// agreesWithItself tells whether an overview's numbers belong together.
func agreesWithItself(t *testing.T, o *model.Overview) {
	t.Helper()
	all := 0
	for _, counts := range countsOf(&o.Comparison) {
		all += counts.Total()
	}
	if all != o.Comparison.Total {
		t.Errorf("cells of %d statements in an overview of %d", all, o.Comparison.Total)
	}
}

// misled names a position whose leading statement has another stance, "" for none.
func misled(o *model.Overview) (fault string) {
	for _, row := range o.Comparison.Rows {
		for _, p := range row.Cells {
			if p.Stance != model.NoEvidence && p.Evidence.At(0).Stance != p.Stance {
				fault = fmt.Sprintf("%s is led by %+v", p.Stance, p.Evidence.At(0))
			}
		}
	}
	return fault
}

// countsOf returns the counts of the cells that have any.
func countsOf(c *model.Comparison) map[[2]string]model.Counts {
	out := map[[2]string]model.Counts{}
	for _, row := range c.Rows {
		for j, p := range row.Cells {
			out[[2]string{string(row.Topic.ID), string(c.Actors[j].ID)}] = p.Counts
		}
	}
	maps.DeleteFunc(out, func(_ [2]string, n model.Counts) bool { return n == model.Counts{} })
	return out
}

// TestSeesWhatAnotherWrote reads by a store that had read before another changed
// the library: new names, and another text under the same key.
func TestSeesWhatAnotherWrote(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	reader, writer := openAt(t, path), openAt(t, path)
	put(t, writer, article("one", "題名\n米国は第一案を求めた。\nロシアは第二案を拒んだ。"))
	add := func(sentence, actor string) {
		t.Helper()
		c := model.Correction{Digest: "one", Line: 2, Sentence: sentence, Verdict: model.Add, Now: model.Code{Actor: model.ActorID(actor), Topic: "nato", Stance: model.Favor}}
		if _, err := writer.Correct(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	see := func(sentence, actor string) {
		t.Helper()
		if hits, err := reader.Search(t.Context(), model.Search{Text: "案", Filter: model.Filter{Actors: []model.ActorID{model.ActorID(actor)}}}); err != nil || len(hits) != 1 {
			t.Errorf("%s: %d hits, %v", actor, len(hits), err)
		}
		o, err := reader.Overview(t.Context(), lexicon)
		if err != nil {
			t.Fatal(err)
		}
		if p := o.Comparison.Cell(model.ActorID(actor), "nato"); p == nil || p.Counts.Favor != 1 {
			t.Errorf("%s is not in the overview: %+v", actor, p)
		}
		l, _ := ledger(t, reader)
		c := l.Compare(lexicon, model.Filter{Actors: []model.ActorID{model.ActorID(actor)}, Text: "案を"})
		if c.Shown != 1 || c.Selected.At(0).Text != sentence {
			t.Errorf("%s: %+v", actor, c.Selected.List())
		}
		if err := reader.Fault(); err != nil {
			t.Error(err)
		}
	}
	add("米国は第一案を求めた。", "US")
	see("米国は第一案を求めた。", "US")
	add("ロシアは第二案を拒んだ。", "RU")
	see("ロシアは第二案を拒んだ。", "RU")
	put(t, writer, article("one", "題名\n米国は第九案を求めた。\nロシアは第二案を拒んだ。"))
	add("米国は第九案を求めた。", "US")
	see("米国は第九案を求めた。", "US")
}

// TestEndedByContext ends writes and reads by their context: the error is the
// context's, and the library is as it was.
func TestEndedByContext(t *testing.T) {
	s := open(t)
	put(t, s, samples()...)
	codeAll(t, s, "1", 0)
	before, err := stateOf(s, "")
	if err != nil {
		t.Fatal(err)
	}
	var many []Article
	for _, a := range samples() {
		for i := range 8 {
			many = append(many, article(a.Digest.ID+string(rune('a'+i)), a.Text+"\n版は"+string(rune('甲'+i))+"である。"))
		}
	}
	cut := 0
	for i := range 12 {
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(i*i)*100*time.Microsecond)
		_, _, err := s.Put(ctx, many)
		if err == nil {
			t.Fatal("all was put in no time")
		}
		if err != context.DeadlineExceeded {
			t.Errorf("Put ended with %v", err)
		}
		cut++
		if err := s.Reindex(ctx, func(int, int) {}); err != context.DeadlineExceeded {
			t.Errorf("Reindex ended with %v", err)
		}
		for what, err := range map[string]error{
			"Ledger": second(s.Ledger(ctx)), "Search": last(s.Search(ctx, model.Search{Text: "の"})), "Check": last(s.Check(ctx)), "Known": last(s.Known(ctx, []string{"x"})),
			"Overview": last(s.Overview(ctx, lexicon)), "Count": last(s.Count(ctx)),
		} {
			if err != context.DeadlineExceeded {
				t.Errorf("%s ended with %v", what, err)
			}
		}
		cancel()
	}
	holds(t, s, before, nil, nil, "")
	whole(t, s)
}

func last[T any](_ T, err error) error { return err }

func second[T, U any](_ T, _ U, err error) error { return err }

// TestOpenAtOnce opens one new library many times at the same moment.
func TestOpenAtOnce(t *testing.T) {
	for range 20 {
		path := filepath.Join(t.TempDir(), "library.db")
		faults := make(chan error)
		for range 8 {
			go func() {
				s, err := Open(context.Background(), path)
				if err == nil {
					err = s.Close()
				}
				faults <- err
			}()
		}
		for range 8 {
			if err := <-faults; err != nil {
				t.Error(err)
			}
		}
	}
}
