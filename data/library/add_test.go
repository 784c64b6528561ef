package library

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/data/sample"
	"tachiba/model"
)

func writeFile(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// add adds names and returns the steps by name.
func add(t testing.TB, l *Library, names ...string) map[string]model.Step {
	t.Helper()
	steps, n := map[string]model.Step{}, 0
	err := l.Add(t.Context(), names, func(s model.Step) {
		if n++; s.Done != n || s.All < n {
			t.Errorf("step %d of %d is the %d.", s.Done, s.All, n)
		}
		steps[s.Name] = s
	})
	if err != nil {
		t.Fatal(err)
	}
	return steps
}

// TestAdd adds files, folders, pages and addresses, and says what is not there.
func TestAdd(t *testing.T) {
	s, l := newSite(t), open(t)
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	for i, text := range sample.Texts() {
		writeFile(t, in(fmt.Sprintf("texts/%d/%s", i%2, text.Name)), text.Body)
	}
	writeFile(t, in("page.html"), webPage("一"))
	writeFile(t, in("plain.txt"), "題名\n米国は第一案を求めた。\nロシアは拒んだ。")
	writeFile(t, in("empty.txt"), " \n")
	writeFile(t, in("binary.txt"), "\x00\x01\x02\xff\xfe\x00\x80\x00")
	s.serve("/a/1", kindPage, "", webPage("二"))
	s.serve("/text", "text/plain; charset=utf-8", "", "題名\n米国は第二案を求めた。")
	steps := add(t, l, in("texts"), in("page.html"), in("plain.txt"), in("empty.txt"), in("binary.txt"), in("none.txt"), s.URL+"/a/1", s.URL+"/text", s.URL+"/404", "gopher://x/")
	if n := total(steps)[model.OutcomeAdded]; n != 5+2+2 {
		t.Errorf("%d were added: %+v", n, steps)
	}
	for name, want := range map[string]model.ProblemCode{
		in("empty.txt"): model.ProblemEmpty, in("binary.txt"): model.ProblemBinary, in("none.txt"): model.ProblemNotFound, s.URL + "/404": model.ProblemStatus, "gopher://x/": model.ProblemAddress,
	} {
		if p := steps[name].Problem; p == nil || p.Code != want || steps[name].ID != "" {
			t.Errorf("%s: %+v", name, steps[name])
		}
	}
	again := add(t, l, folder, s.URL+"/a/1")
	if diff := cmp.Diff(map[model.Outcome]int{model.OutcomeSame: 8}, total(again)); diff != "" {
		t.Error(diff)
	}
	writeFile(t, in("plain.txt"), "題名\n米国は第三案を求めた。")
	if step := add(t, l, in("plain.txt"))[in("plain.txt")]; step.Counts[model.OutcomeReplaced] != 1 || step.ID != steps[in("plain.txt")].ID {
		t.Errorf("%+v", step)
	}
	sound(t, l)
}

// TestOnePageTwice adds a page by two addresses, from a file and from a feed.
func TestOnePageTwice(t *testing.T) {
	s, l := newSite(t), open(t)
	s.serve("/one", kindPage, "", webPage("一"))
	s.serve("/two", kindPage, "", webPage("一"))
	s.serve("/f", kindRSS, "", rss("便り", entry{"1", s.URL + "/one", "第一回の会合", "", ""}, entry{"2", s.URL + "/three", "第一回の会合", story("一") + story("一補"), ""}))
	file := filepath.Join(t.TempDir(), "copy.html")
	writeFile(t, file, webPage("一"))
	subscribe(t, l, s.URL+"/f")
	got := total(add(t, l, s.URL+"/one", s.URL+"/two", file, s.URL+"/one#part"))
	if got[model.OutcomeAdded] != 1 || got[model.OutcomeSame] != 3 {
		t.Errorf("%v", got)
	}
	fetchAll(t, l)
	if list := listing(t, l); len(list) != 1 {
		t.Errorf("%+v", list)
	}
	sound(t, l)
}

// TestCancelled ends adding and fetching in the middle: what was confirmed is
// kept, the error is the context's, and the next time brings the rest.
func TestCancelled(t *testing.T) {
	s, l := newSite(t), open(t)
	var names []string
	for i := range 30 {
		name := filepath.Join(t.TempDir(), fmt.Sprintf("%02d.txt", i))
		writeFile(t, name, fmt.Sprintf("題名%d\n米国は第%d案を求めた。", i, i))
		names = append(names, name)
	}
	for i := range 20 {
		p := fmt.Sprintf("/f%d", i)
		s.serve(p, kindRSS, `"1"`, rss(p, entry{"1", s.URL + p + "/a", "第" + p, story(p), ""}))
		subscribe(t, l, s.URL+p)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := l.Add(ctx, names, func(model.Step) { t.Error("something was added") }); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	confirmed := map[string]bool{}
	ctx, cancel = context.WithCancel(t.Context())
	n := 0
	err := l.Fetch(ctx, nil, func(step model.Step) {
		confirmed[step.Name] = true
		if n++; n == 3 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || n < 3 || n == 20 {
		t.Errorf("%d feeds, %v", n, err)
	}
	known := map[string]bool{}
	for _, x := range listing(t, l) {
		known[x.Source] = true
	}
	for name := range confirmed {
		if !known[name+"/a"] {
			t.Errorf("%s was confirmed, but is lost", name)
		}
	}
	sound(t, l)
	fetchAll(t, l)
	if list := listing(t, l); len(list) != 20 {
		t.Errorf("%d of 20 articles came in the end", len(list))
	}
	cancel()
	sound(t, l)
}

// TestFeedLists takes subscriptions in and out.
func TestFeedLists(t *testing.T) {
	l, other := open(t), open(t)
	list := []model.Feed{
		{URL: "https://minato.example/feed?a=1&b=2", Title: "港 & 海", Site: "https://minato.example/", Folder: []string{"国内", "港"}},
		{URL: "https://umi.example/atom.xml", Title: "海"},
	}
	if _, err := l.AddFeeds(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := l.ExportFeeds(t.Context(), &b, "購読"); err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{2, 0} {
		added, problems, err := other.ImportFeeds(t.Context(), bytes.NewReader(b.Bytes()), "list.opml")
		if err != nil || added != want || len(problems) > 0 {
			t.Errorf("%d: %d, %v, %v", i, added, problems, err)
		}
	}
	a, err := l.Subscriptions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c, err := other.Subscriptions(t.Context())
	if diff := cmp.Diff(a, c, cmp.Transformer("folder", func(l []string) string { return strings.Join(l, "/") })); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if _, _, err := other.ImportFeeds(t.Context(), strings.NewReader("<html>"), "list.opml"); model.AsProblem("", err).Code != model.ProblemFeedList {
		t.Error(err)
	}
}

// TestCorrectionLists takes corrections out of one library and into another: they
// hold there, and come in once.
func TestCorrectionLists(t *testing.T) {
	l, other := open(t), open(t)
	file := filepath.Join(t.TempDir(), "one.txt")
	writeFile(t, file, "題名\n米国は第一案を求めた。\nロシアは第一案を拒んだ。")
	add(t, l, file)
	code := model.Code{Actor: "US", Topic: "nato", Stance: model.Favor}
	changed := code
	changed.Stance = model.Against
	for _, c := range []model.Correction{
		{Digest: "one", Line: 2, Sentence: "米国は第一案を求めた。", Verdict: model.Add, Now: code},
		{Digest: "one", Line: 2, Sentence: "米国は第一案を求めた。", Verdict: model.Change, Was: code, Now: changed},
	} {
		if _, err := l.Correct(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	id, err := l.Correct(t.Context(), model.Correction{Digest: "one", Line: 3, Sentence: "ロシアは第一案を拒んだ。", Verdict: model.Add, Now: code})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.SetUndone(t.Context(), id, true); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if n, err := l.ExportCorrections(t.Context(), &b); err != nil || n != 2 {
		t.Errorf("%d, %v", n, err)
	}
	for i, want := range []int{2, 0} {
		if added, err := other.ImportCorrections(t.Context(), bytes.NewReader(b.Bytes()), "team.jsonl"); err != nil || added != want {
			t.Errorf("%d: %d, %v", i, added, err)
		}
	}
	if added, err := l.ImportCorrections(t.Context(), bytes.NewReader(b.Bytes()), "own.jsonl"); err != nil || added != 0 {
		t.Errorf("its own: %d, %v", added, err)
	}
	if added, err := other.ImportCorrections(t.Context(), strings.NewReader(b.String()+"{}\n"), "broken.jsonl"); added != 0 || model.AsProblem("", err).Code != model.ProblemCorrections {
		t.Errorf("%d, %v", added, err)
	}
	add(t, other, file) // they waited for it
	ledger, _, err := other.Ledger(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(ledger.Entries) != 1 || ledger.Entries[0].StanceOf() != model.Against {
		t.Errorf("%+v", ledger.Entries)
	}
	sound(t, other)
}

// TestCode codes with the real coder, once: a second time there is nothing to do.
func TestCode(t *testing.T) {
	l := open(t)
	file := filepath.Join(t.TempDir(), "one.txt")
	writeFile(t, file, sample.Texts()[0].Body)
	add(t, l, file)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := l.Code(ctx, func(model.Progress) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	var p model.Progress
	tell := func(now model.Progress) { p = now }
	if err := l.Code(t.Context(), tell); err != nil || !p.Done || p.Coded != 1 || p.Found != 1 {
		t.Fatalf("%+v, %v", p, err)
	}
	if err := l.Code(t.Context(), tell); err != nil || !p.Done || p.Coded != 0 {
		t.Errorf("again: %+v, %v", p, err)
	}
	if ledger, _, err := l.Ledger(t.Context()); err != nil || len(ledger.Entries) == 0 {
		t.Errorf("nothing was coded, %v", err)
	}
	sound(t, l)
}
