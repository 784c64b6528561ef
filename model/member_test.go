package model_test

import (
	"fmt"
	"sync"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
)

// grouped is a lexicon of two actors, one of them a group of three.
var grouped = &model.Lexicon{
	Actors: []model.Actor{{ID: "US"}, {ID: "EU", Members: []model.Actor{
		{ID: "DE", Name: model.Name{JA: "ドイツ"}, Words: []string{"ドイツ", "独", "メルツ", "German"}},
		{ID: "UK", Words: []string{"英国", "英", "スターマー", "UK"}},
		{ID: "EUI", Words: []string{"EU", "カラス", "EU委員会"}},
	}}},
	Topics: []model.Topic{{ID: "nato"}, {ID: "territory"}},
}

func spoken(actor model.ActorID, speaker string, topic model.TopicID, stance model.Stance) model.Statement {
	s := statement(actor, topic, stance, 20250212)
	s.Speaker = speaker
	return s
}

func TestEntryStaysSmall(t *testing.T) {
	if n := unsafe.Sizeof(model.Entry{}); n != 32 {
		t.Errorf("an entry has %d bytes, want 32", n)
	}
}

// TestWhoseMember tells of speakers which member they are.
func TestWhoseMember(t *testing.T) {
	for speaker, want := range map[string]string{
		"ドイツのメルツ首相":      "DE",
		"メルツ独首相":         "DE",
		"英国とドイツ":         "UK", // the first
		"ドイツと英国":         "DE",
		"英仏":             "UK",
		"ＥＵ委員会の報道官":      "EUI", // full width
		"a german envoy": "DE",
		"Germany":        "", // German stands in a longer word
		"Ukraine":        "",
		"the UK's envoy": "UK",
		"カラス上級代表":        "EUI",
		"カラスムギの会":        "",
		"欧州":             "",
		"":               "",
	} {
		list := []model.Statement{spoken("EU", speaker, "nato", model.Favor), spoken("US", speaker, "nato", model.Favor)}
		var got string
		for _, m := range []model.ActorID{"DE", "UK", "EUI"} {
			f := model.Filter{Actors: []model.ActorID{m}}.In(grouped)
			if selected := f.Apply(list); len(selected) > 1 || len(selected) == 1 && selected[0].Actor != "EU" {
				t.Errorf("%q: %s selects %+v", speaker, m, selected)
			} else if len(selected) == 1 {
				got += string(m)
			}
			if speaks := f.Members()["EU"](speaker); speaks != (want == string(m)) {
				t.Errorf("%q is %s: %v", speaker, m, speaks)
			}
		}
		if got != want {
			t.Errorf("%q is %q, want %q", speaker, got, want)
		}
	}
}

var speeches = []model.Statement{
	spoken("EU", "メルツ首相", "nato", model.Favor), spoken("EU", "ドイツ", "nato", model.Favor), spoken("EU", "独外相", "territory", model.Against),
	spoken("EU", "スターマー首相", "nato", model.Against), spoken("EU", "欧州", "nato", model.Against), spoken("EU", "", "nato", model.Conditional),
	spoken("US", "メルツ首相", "nato", model.Conditional),
}

// TestCompareMembers compares groups with their members: each named one has a
// column, and no statement is selected twice.
func TestCompareMembers(t *testing.T) {
	l := model.NewLedger(speeches)
	for _, tt := range []struct {
		named []model.ActorID
		shown int
		want  []string // the columns with their counts on nato
	}{
		{nil, 7, []string{"US {0 0 1}", "EU {2 2 1}"}},
		{[]model.ActorID{"EU"}, 6, []string{"EU {2 2 1}"}},
		{[]model.ActorID{"DE"}, 3, []string{"DE {2 0 0}"}},
		{[]model.ActorID{"UK", "DE"}, 4, []string{"DE {2 0 0}", "UK {0 1 0}"}},
		{[]model.ActorID{"DE", "EU"}, 6, []string{"EU {2 2 1}", "DE {2 0 0}"}},
		{[]model.ActorID{"EUI", "US"}, 1, []string{"US {0 0 1}", "EUI {0 0 0}"}},
	} {
		c := l.Compare(grouped, model.Filter{Actors: tt.named})
		var got []string
		for j, a := range c.Actors {
			p := c.Rows[0].Cells[j]
			got = append(got, fmt.Sprint(a.ID, " ", p.Counts))
			if p.Evidence.Len() != p.Counts.Total() || &c.Rows[0].Cells[j] != c.Cell(a.ID, "nato") {
				t.Errorf("%v: %s has %d sentences for %+v", tt.named, a.ID, p.Evidence.Len(), p.Counts)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || c.Shown != tt.shown || c.Selected.Len() != tt.shown {
			t.Errorf("%v: %d shown, %d selected, want %d; %s", tt.named, c.Shown, c.Selected.Len(), tt.shown, diff)
		}
	}
}

// TestMembersNeedTheirLexicon leaves members out where nothing tells of them.
func TestMembersNeedTheirLexicon(t *testing.T) {
	f := model.Filter{Actors: []model.ActorID{"DE"}}
	if n := len(f.Apply(speeches)); n != 0 {
		t.Errorf("%d statements of a member of nothing", n)
	}
	in := f.In(grouped)
	if n := len(in.Apply(speeches)); n != 3 || !in.Equal(f) || !f.Active() {
		t.Errorf("%d statements, want 3", n)
	}
	if m := (model.Filter{Actors: []model.ActorID{"DE", "EU"}}).In(grouped).Members(); len(m) > 0 {
		t.Errorf("the group is named: %v", m)
	}
	c := model.Collection{Statements: speeches, Digests: []model.Digest{{ID: "d", Sentences: []model.Sentence{{Text: "停戦を求めた。", Section: model.None, Card: model.None}}}}}
	for _, tt := range []struct {
		filter model.Filter
		want   int
	}{{f, 0}, {in, 1}, {model.Filter{Actors: []model.ActorID{"EUI"}}.In(grouped), 0}} {
		if hits := c.Search(model.Search{Text: "停戦", Filter: tt.filter}); len(hits) != tt.want {
			t.Errorf("%v finds %d sentences, want %d", tt.filter.Actors, len(hits), tt.want)
		}
	}
}

func TestTallyCountsMembers(t *testing.T) {
	l := model.NewLedger(speeches)
	for _, tt := range []struct {
		filter model.Filter
		want   map[model.ActorID]int
	}{
		{model.Filter{}, map[model.ActorID]int{"US": 1, "EU": 6}},
		{model.Filter{}.In(grouped), map[model.ActorID]int{"US": 1, "EU": 6, "DE": 3, "UK": 1, "EUI": 0}},
		{model.Filter{Topics: []model.TopicID{"territory"}}.In(grouped), map[model.ActorID]int{"US": 0, "EU": 1, "DE": 1, "UK": 0, "EUI": 0}},
		{model.Filter{Actors: []model.ActorID{"UK", "US"}}.In(grouped), map[model.ActorID]int{"US": 1, "EU": 1, "DE": 0, "UK": 1, "EUI": 0}},
	} {
		if diff := cmp.Diff(tt.want, l.Tally(tt.filter).Actors); diff != "" {
			t.Errorf("%+v: %s", tt.filter, diff)
		}
	}
}

// TestFormerActor compares by a lexicon of which a member was an actor when the
// statements were coded.
func TestFormerActor(t *testing.T) {
	l := model.NewLedger(append([]model.Statement{spoken("DE", "ドイツ", "nato", model.Against)}, speeches...))
	c := l.Compare(grouped, model.Filter{Actors: []model.ActorID{"DE"}})
	if p := c.Cell("DE", "nato"); c.Shown != 4 || p.Counts != (model.Counts{Favor: 2, Against: 1}) || p.Evidence.Len() != 3 {
		t.Errorf("%d shown, %+v", c.Shown, p.Counts)
	}
}

func TestSpeakers(t *testing.T) {
	e := model.NewLedger(speeches).All()
	for i, s := range e.All() {
		if e.Speaker(i) != s.Speaker {
			t.Errorf("%d: %q, want %q", i, e.Speaker(i), s.Speaker)
		}
	}
	lead := model.LeadingEvidence(func() model.Statement { return speeches[1] })
	if got := lead.Speaker(0); got != "ドイツ" {
		t.Errorf("the leading statement: %q", got)
	}
}

// TestTooManySpeakers has one speaker more than entries tell apart.
func TestTooManySpeakers(t *testing.T) {
	var list []model.Statement
	for i := range model.MaxSpeakers {
		list = append(list, model.Statement{Digest: "d", Line: i, Speaker: fmt.Sprint("話者", i)})
	}
	list = append(list, list[0], list[7])
	l := model.NewLedger(list)
	if len(l.Speakers) != model.MaxSpeakers || l.Speakers[0] != "" {
		t.Fatalf("%d speakers, the first is %q", len(l.Speakers), l.Speakers[0])
	}
	for _, e := range l.Entries {
		want := list[e.Key].Speaker
		if e.Key == model.MaxSpeakers-1 { // "" is one of them
			want = ""
		}
		if got := l.Speakers[e.Speaker]; got != want {
			t.Errorf("%d: %q, want %q", e.Key, got, want)
		}
	}
}

// TestMembersBesideEachOther asks one ledger by two lexicons at once.
func TestMembersBesideEachOther(t *testing.T) {
	other := *grouped
	other.Actors = []model.Actor{{ID: "EU", Members: []model.Actor{{ID: "DE", Words: []string{"スターマー"}}}}}
	l := model.NewLedger(speeches)
	var done sync.WaitGroup
	for _, tt := range []struct {
		lex  *model.Lexicon
		want int
	}{{grouped, 3}, {&other, 1}, {grouped, 3}, {&other, 1}} {
		done.Go(func() {
			for range 200 {
				if c := l.Compare(tt.lex, model.Filter{Actors: []model.ActorID{"DE"}}); c.Shown != tt.want {
					t.Errorf("%d shown, want %d", c.Shown, tt.want)
				}
			}
		})
	}
	done.Wait()
}

func TestLexiconKnowsMembers(t *testing.T) {
	if a, ok := grouped.Actor("DE"); !ok || a.Name.JA != "ドイツ" {
		t.Errorf("%+v, %v", a, ok)
	}
	if a, ok := grouped.Actor("EU"); !ok || len(a.Members) != 3 {
		t.Errorf("%+v, %v", a, ok)
	}
	if a, ok := grouped.Actor("FR"); ok {
		t.Errorf("%+v", a)
	}
}

// BenchmarkMembers reads twenty thousand speakers for the first time.
func BenchmarkMembers(b *testing.B) {
	var list []model.Statement
	for i := range 20_000 {
		list = append(list, model.Statement{Actor: "EU", Speaker: fmt.Sprintf("第%d委員会のメルツ首相", i)})
	}
	f := model.Filter{Actors: []model.ActorID{"DE"}}
	l := model.NewLedger(list)
	for b.Loop() {
		lex := *grouped // another each time
		l.Tally(f.In(&lex))
	}
}
