package library

import (
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
)

// TestFetch fetches feeds of all kinds again and again: what is known is neither
// asked for nor read anew.
func TestFetch(t *testing.T) {
	s, l := newSite(t), open(t)
	link := func(path string) string { return s.URL + path }
	whole := []entry{{"a1", link("/a1"), "第一回", story("一"), ""}, {"a2", link("/a2"), "第二回", story("二"), ""}}
	s.serve("/rss", kindRSS, `"1"`, rss("港の便り", whole...))
	s.serve("/atom", kindAtom, `"x"`, atom("海の便り", entry{"urn:b1", link("/b1"), "第三回", story("三"), ""}))
	s.serve("/links", kindRSS, `"l"`, rss("見出しだけ", entry{"c1", link("/c1"), "第四回", "", "短い紹介である。"}, entry{"c2", link("/c2"), "第五回", "", ""}))
	s.serve("/c1", kindPage, "", webPage("四"))
	s.serve("/c2", kindPage, "", webPage("五"))
	subscribe(t, l, link("/rss"), link("/atom"), link("/links"))

	if got := total(fetchAll(t, l)); got[model.OutcomeAdded] != 5 || len(got) != 1 {
		t.Fatalf("first: %v", got)
	}
	steps := fetchAll(t, l)
	for _, name := range []string{"港の便り", "海の便り", "見出しだけ"} {
		if step := steps[name]; !step.Unchanged || step.Problem != nil || len(step.Counts) > 0 {
			t.Errorf("second: %+v", step)
		}
	}
	for path, want := range map[string][2]int{"/rss": {2, 1}, "/atom": {2, 1}, "/links": {2, 1}, "/c1": {1, 1}, "/c2": {1, 1}, "/a1": {0, 0}, "/b1": {0, 0}} {
		if asked, bodies := s.counts(path); asked != want[0] || bodies != want[1] {
			t.Errorf("%s: %d requests, %d bodies, want %v", path, asked, bodies, want)
		}
	}
	whole[0].html = story("一の改訂")
	s.serve("/rss", kindRSS, `"2"`, rss("港の便り", append(whole, entry{"a3", link("/a3"), "第六回", story("六"), ""})...))
	s.serve("/links", kindRSS, `"m"`, rss("見出しだけ", entry{"c1", link("/c1"), "第四回", "", ""}))
	steps = fetchAll(t, l)
	if diff := cmp.Diff(map[model.Outcome]int{model.OutcomeReplaced: 1, model.OutcomeSame: 1, model.OutcomeAdded: 1}, steps["港の便り"].Counts); diff != "" {
		t.Errorf("third: %s", diff)
	}
	if asked, _ := s.counts("/c1"); asked != 1 || len(steps["見出しだけ"].Counts) != 0 {
		t.Errorf("third: the page was asked for %d times, %v", asked, steps["見出しだけ"].Counts)
	}
	feeds, err := l.Subscriptions(t.Context())
	if err != nil || len(feeds) != 3 || feeds[0].Digests != 3 || feeds[0].Title != "港の便り" || feeds[0].Site != "https://minato.example/" || feeds[0].Fetched.IsZero() {
		t.Errorf("%+v, %v", feeds, err)
	}
	for _, x := range listing(t, l) {
		if !x.Date.Known() || len(x.Outlets) != 1 {
			t.Errorf("%+v has no date or outlet", x)
		}
	}
	sound(t, l)
}

// TestFetchSome fetches the feeds that are named, and refuses unknown ones.
func TestFetchSome(t *testing.T) {
	s, l := newSite(t), open(t)
	for _, p := range []string{"/1", "/2"} {
		s.serve(p, kindRSS, "", rss(p, entry{p, s.URL + p + "/a", "第一回", story(p), ""}))
		subscribe(t, l, s.URL+p)
	}
	none := func(step model.Step) {}
	if err := l.Fetch(t.Context(), []string{s.URL + "/2"}, none); err != nil {
		t.Fatal(err)
	}
	if asked, _ := s.counts("/1"); asked != 0 || len(listing(t, l)) != 1 {
		t.Errorf("the other feed was asked for %d times", asked)
	}
	if p := model.AsProblem("", l.Fetch(t.Context(), []string{s.URL + "/3"}, none)); p.Code != model.ProblemUnknown {
		t.Error(p)
	}
}

// TestItemsWithoutAddress keeps items of two feeds apart that number theirs alike.
func TestItemsWithoutAddress(t *testing.T) {
	s, l := newSite(t), open(t)
	for _, p := range []string{"/1", "/2"} {
		s.serve(p, kindRSS, "", rss("便り"+p, entry{"1", "", "第一回", story(p), ""}))
		subscribe(t, l, s.URL+p)
	}
	if got := total(fetchAll(t, l)); got[model.OutcomeAdded] != 2 || len(got) != 1 {
		t.Errorf("first: %v", got)
	}
	if got := total(fetchAll(t, l)); got[model.OutcomeSame] != 2 || len(got) != 1 {
		t.Errorf("second: %v", got)
	}
}

// TestTwoItemsOfOneAddress keeps the later of two texts that one answer has for
// one address, searchable once.
func TestTwoItemsOfOneAddress(t *testing.T) {
	s, l := newSite(t), open(t)
	s.serve("/f", kindRSS, "", rss("便り", entry{"1", s.URL + "/live", "速報", story("一"), ""}, entry{"2", s.URL + "/live", "速報", story("二"), ""}))
	subscribe(t, l, s.URL+"/f")
	fetchAll(t, l)
	if list := listing(t, l); len(list) != 1 {
		t.Errorf("%d digests", len(list))
	}
	found := 0
	for _, text := range []string{"第一回の会合で", "第二回の会合で"} {
		hits, err := l.Search(t.Context(), model.Search{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		found += len(hits)
	}
	if found != 1 {
		t.Errorf("the texts are found %d times", found)
	}
	sound(t, l)
}

// TestPageThatFailsForNow asks again for a page that could not be had, though its
// feed has not changed since.
func TestPageThatFailsForNow(t *testing.T) {
	s, l := newSite(t), open(t)
	s.serve("/f", kindRSS, `"1"`, rss("便り", entry{"1", s.URL + "/p", "第一回", "", ""}))
	s.handle("/p", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) })
	subscribe(t, l, s.URL+"/f")
	if step := fetchAll(t, l)[s.URL+"/f"]; step.Problem == nil || step.Problem.Code != model.ProblemStatus {
		t.Errorf("%+v", step)
	}
	feeds, err := l.Subscriptions(t.Context())
	if err != nil || feeds[0].Problem != nil {
		t.Errorf("an item's problem is the feed's: %+v, %v", feeds, err)
	}
	s.serve("/p", kindPage, "", webPage("一"))
	if got := total(fetchAll(t, l)); got[model.OutcomeAdded] != 1 {
		t.Errorf("later: %v", got)
	}
	fetchAll(t, l)
	if asked, bodies := s.counts("/f"); asked != bodies+1 {
		t.Errorf("all is kept, but the feed is asked for whole: %d of %d times", bodies, asked)
	}
}

// TestRemovedStaysRemoved fetches what the reader removed: it does not come back,
// and its page is not asked for.
func TestRemovedStaysRemoved(t *testing.T) {
	s, l := newSite(t), open(t)
	s.serve("/p", kindPage, "", webPage("二"))
	s.serve("/f", kindRSS, "", rss("便り", entry{"1", s.URL + "/a", "第一回", story("一"), ""}, entry{"2", s.URL + "/p", "第二回", "", ""}))
	subscribe(t, l, s.URL+"/f")
	fetchAll(t, l)
	for _, x := range listing(t, l) {
		if err := l.Remove(t.Context(), []string{x.ID}); err != nil {
			t.Fatal(err)
		}
	}
	if got := total(fetchAll(t, l)); got[model.OutcomeGone] != 1 || len(got) != 1 {
		t.Errorf("%v", got)
	}
	s.serve("/f", kindRSS, "", rss("便り", entry{"1", s.URL + "/a", "第一回", story("一の改訂"), ""}))
	fetchAll(t, l)
	if asked, _ := s.counts("/p"); asked != 1 || len(listing(t, l)) != 0 {
		t.Errorf("%d digests, the page was asked for %d times", len(listing(t, l)), asked)
	}
	var added model.Step
	if err := l.Add(t.Context(), []string{s.URL + "/p"}, func(step model.Step) { added = step }); err != nil || added.Counts[model.OutcomeAdded] != 1 {
		t.Errorf("by hand: %+v, %v", added, err)
	}
	sound(t, l)
}

// TestMoved follows a feed that moved for good, and not one that did for now.
func TestMoved(t *testing.T) {
	s, l := newSite(t), open(t)
	s.serve("/new", kindRSS, "", rss("便り", entry{"1", s.URL + "/a", "第一回", story("一"), ""}))
	s.serve("/new2", kindRSS, "", rss("便り二", entry{"1", s.URL + "/b", "第二回", story("二"), ""}))
	s.handle("/old", http.RedirectHandler("/new", http.StatusMovedPermanently).ServeHTTP)
	s.handle("/now", http.RedirectHandler("/new2", http.StatusFound).ServeHTTP)
	s.handle("/login", http.RedirectHandler("/hotspot", http.StatusMovedPermanently).ServeHTTP)
	s.serve("/hotspot", kindPage, "", webPage("九"))
	subscribe(t, l, s.URL+"/old", s.URL+"/now", s.URL+"/login")
	fetchAll(t, l)
	feeds, err := l.Subscriptions(t.Context())
	if err != nil || len(feeds) != 3 || feeds[0].URL != s.URL+"/new" || feeds[1].URL != s.URL+"/now" || feeds[2].URL != s.URL+"/login" || feeds[2].Problem == nil {
		t.Errorf("%+v, %v", feeds, err)
	}
	subscribe(t, l, s.URL+"/old") // again: the two must not become one address
	fetchAll(t, l)
	if feeds, err := l.Subscriptions(t.Context()); err != nil || len(feeds) != 4 || feeds[3].URL != s.URL+"/old" || feeds[3].Problem != nil {
		t.Errorf("%+v, %v", feeds, err)
	}
}

// TestSubscribe finds the feed of a page, and says where there is none.
func TestSubscribe(t *testing.T) {
	s, l := newSite(t), open(t)
	s.serve("/f", kindRSS, "", rss("便り", entry{"1", s.URL + "/a", "第一回", story("一"), ""}))
	s.serve("/", kindPage, "", `<html><head><link rel="alternate" type="application/rss+xml" href="/f"></head><body>港</body></html>`)
	s.serve("/circle", kindPage, "", `<html><head><link rel="alternate" type="application/rss+xml" href="/circle"></head></html>`)
	s.serve("/none", kindPage, "", webPage("一"))
	f, added, err := l.Subscribe(t.Context(), s.URL+"/", "", []string{"港"})
	if err != nil || !added || f.URL != s.URL+"/f" || f.Title != "便り" {
		t.Errorf("%+v, %v, %v", f, added, err)
	}
	if f, added, err := l.Subscribe(t.Context(), s.URL+"/f", "別名", nil); err != nil || added || f.Title != "別名" {
		t.Errorf("again: %+v, %v, %v", f, added, err)
	}
	feeds, err := l.Subscriptions(t.Context())
	if err != nil || len(feeds) != 1 || feeds[0].Title != "別名" || len(feeds[0].Folder) != 1 {
		t.Errorf("%+v, %v", feeds, err)
	}
	for path, want := range map[string]model.ProblemCode{"/circle": model.ProblemNoFeed, "/none": model.ProblemNoFeed, "/404": model.ProblemStatus} {
		if _, _, err := l.Subscribe(t.Context(), s.URL+path, "", nil); model.AsProblem("", err).Code != want {
			t.Errorf("%s: %v", path, err)
		}
	}
	if _, _, err := l.Subscribe(t.Context(), "no address", "", nil); model.AsProblem("", err).Code != model.ProblemAddress {
		t.Error(err)
	}
}
