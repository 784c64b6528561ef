package lexicon

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
)

func TestDefault(t *testing.T) {
	l, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	var actors, topics []string
	for _, a := range l.Lexicon.Actors {
		actors = append(actors, string(a.ID))
		for _, a := range append([]model.Actor{a}, a.Members...) {
			if a.Name.JA == "" || a.Name.EN == "" || a.Reading == "" || len(a.Words) == 0 {
				t.Errorf("actor %s lacks a name, a reading or words", a.ID)
			}
		}
	}
	for _, topic := range l.Lexicon.Topics {
		topics = append(topics, string(topic.ID))
		if topic.Name.JA == "" || topic.Name.EN == "" || topic.Proposition.JA == "" || topic.Proposition.EN == "" || topic.Reading == "" {
			t.Errorf("topic %s lacks a name, a proposition or a reading", topic.ID)
		}
		if slices.ContainsFunc(topic.Words, func(w string) bool { return strings.Contains(w, gap) }) {
			t.Errorf("topic %s shows a word with a gap", topic.ID)
		}
	}
	if diff := cmp.Diff([]string{"US", "RU", "UA", "EU"}, actors); diff != "" {
		t.Error(diff)
	}
	want := []string{
		"nato", "territory", "sanctions", "ceasefire", "negotiations", "inclusion",
		"security", "aid", "minerals", "elections", "energy", "normalisation",
	}
	if diff := cmp.Diff(want, topics); diff != "" {
		t.Error(diff)
	}
	if !l.Lever("sanctions") || l.Lever("nato") || !l.Event(model.Negotiations) || l.Event("none") {
		t.Error("lever or event")
	}
}

func TestLoadMerges(t *testing.T) {
	l, err := Load(filepath.Join("testdata", "own.toml"))
	if err != nil {
		t.Fatal(err)
	}
	base, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	us, _ := l.Lexicon.Actor("US")
	if !slices.Contains(us.Words, "新長官") || slices.Contains(us.Words, "ワシントン") || !slices.Contains(us.Words, "米国") {
		t.Errorf("US has %v", us.Words)
	}
	if _, ok := l.Lexicon.Actor("EU"); ok {
		t.Error("EU is still there")
	}
	if _, ok := l.Lexicon.Actor("CN"); !ok {
		t.Error("CN was not added")
	}
	nato, _ := l.Lexicon.Topic("nato")
	if !slices.Contains(nato.Words, "大西洋同盟入り") || !slices.Contains(nato.Words, "NATO加盟") {
		t.Errorf("nato has %v", nato.Words)
	}
	energy, _ := l.Lexicon.Topic("energy")
	if diff := cmp.Diff([]string{"電力網"}, energy.Words); diff != "" {
		t.Error(diff)
	}
	if l.Version() == base.Version() || base.Version() == "" {
		t.Errorf("versions %q and %q", l.Version(), base.Version())
	}
	again, err := Default()
	if err != nil || again.Version() != base.Version() {
		t.Errorf("version %q, then %q (%v)", base.Version(), again.Version(), err)
	}
}

// TestMergeMembers adds to a member, replaces one, removes one and adds another.
func TestMergeMembers(t *testing.T) {
	l, err := Parse(`[[actors]]
id = "EU"
reading = "よーろっぱ"
[[actors.members]]
id = "DE"
words = ["新首相"]
without = ["ショルツ"]
[[actors.members]]
id = "FR"
replace = true
name = { ja = "仏国" }
words = ["仏国"]
[[actors.members]]
id = "UK"
remove = true
[[actors.members]]
id = "CH"
name = { ja = "スイス", en = "Switzerland" }
reading = "すいす"
words = ["スイス"]
`, "own.toml")
	if err != nil {
		t.Fatal(err)
	}
	base, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	eu, _ := l.Lexicon.Actor("EU")
	was, _ := base.Lexicon.Actor("EU")
	if len(eu.Members) != len(was.Members) || eu.Reading != "よーろっぱ" || !slices.Equal(eu.Words, was.Words) {
		t.Errorf("%d members, %s", len(eu.Members), eu.Reading)
	}
	de, _ := l.Lexicon.Actor("DE")
	if !slices.Contains(de.Words, "新首相") || slices.Contains(de.Words, "ショルツ") || !slices.Contains(de.Words, "ドイツ") || de.Reading != "どいつ" {
		t.Errorf("DE is %+v", de)
	}
	if diff := cmp.Diff(model.Actor{ID: "FR", Name: model.Name{JA: "仏国"}, Words: []string{"仏国"}}, eu.Members[1]); diff != "" {
		t.Error(diff)
	}
	if _, ok := l.Lexicon.Actor("UK"); ok {
		t.Error("UK is still there")
	}
	if diff := cmp.Diff(model.Actor{ID: "CH", Name: model.Name{JA: "スイス", EN: "Switzerland"}, Reading: "すいす", Words: []string{"スイス"}}, eu.Members[len(eu.Members)-1]); diff != "" {
		t.Error(diff)
	}
	if was, _ := base.Lexicon.Actor("UK"); len(was.Words) == 0 {
		t.Error("the default was changed")
	}
}

// TestVersionIsTheCoders has what was coded stand where only members or readings
// are others.
func TestVersionIsTheCoders(t *testing.T) {
	base, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text string
		same bool
	}{
		{"[[actors]]\nid = \"EU\"\n[[actors.members]]\nid = \"DE\"\nremove = true\n[[actors.members]]\nid = \"CH\"\nname = {ja=\"スイス\"}\nwords = [\"スイス\"]\n", true},
		{"[[actors]]\nid = \"EU\"\nreading = \"よーろっぱ\"\n[[topics]]\nid = \"nato\"\nreading = \"なとう\"\n", true},
		{"[[actors]]\nid = \"EU\"\nwords = [\"スイス国\"]\n", false},
	} {
		// An own file, though it says nothing, leaves the default's examples out.
		none, err := Parse("", "own.toml")
		if err != nil {
			t.Fatal(err)
		}
		l, err := Parse(tt.text, "own.toml")
		if err != nil {
			t.Fatal(err)
		}
		if same := l.Version() == none.Version(); same != tt.same || none.Version() == base.Version() {
			t.Errorf("%s: the version is the same: %v", tt.text, same)
		}
	}
}

func TestLoadAnotherConflict(t *testing.T) {
	l, err := Load(filepath.Join("testdata", "harbour.toml"))
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Lexicon.Actors) != 2 || len(l.Lexicon.Topics) != 1 || l.Name.EN != "Harbour toll" {
		t.Errorf("got %+v", l.Lexicon)
	}
	if len(l.Scan("米国は制裁を求めた")) != 1 { // 求め alone is known here
		t.Errorf("knows words of the default: %v", l.Scan("米国は制裁を求めた"))
	}
}

// memberTOML is an actor X with the beginning of a member.
const memberTOML = "[[actors]]\nid = \"X\"\nname = {ja=\"x\"}\nwords = [\"x\"]\n[[actors.members]]\n"

func TestProblems(t *testing.T) {
	for name, tt := range map[string]struct {
		text, key string
		line      int
	}{
		"not TOML":         {"name = \n", "", 1},
		"unknown key":      {"\ncolour = 1\n", "colour", 2},
		"unknown in actor": {"[[actors]]\nid = \"US\"\nwrods = []\n", "actors.wrods", 3},
		"wrong type":       {"[[topics]]\nid = \"nato\"\nfor = \"NATO\"\n", "topics.for", 3},
		"number for words": {"third_parties = [1]\n", "third_parties", 1},
		"extends":          {"extends = \"other\"\n", "extends", 1},
		"no actors":        {"extends = \"none\"\n", "actors", 0},
		"no name":          {"[[actors]]\nid = \"X\"\nwords = [\"x\"]\n", "actors[X].name", 2},
		"no words":         {"[[actors]]\nid = \"X\"\nname = {ja=\"x\"}\n", "actors[X].words", 2},
		"no proposition":   {"[[topics]]\nid = \"x\"\nname = {ja=\"x\"}\nfor = [\"x\"]\n", "topics[x].proposition", 2},
		"no topic words":   {"[[topics]]\nid = \"x\"\nname = {ja=\"x\"}\nproposition = {ja=\"x\"}\n", "topics[x].for", 2},
		"no id":            {"[[topics]]\nname = {ja=\"x\"}\nproposition = {ja=\"x\"}\nfor = [\"x\"]\n", "topics[12].id", 0},
		"twice":            {"extends=\"none\"\n[[actors]]\nid=\"A\"\nname={ja=\"a\"}\nwords=[\"a\"]\n[[actors]]\nid=\"A\"\nname={ja=\"a\"}\nwords=[\"a\"]\n[[topics]]\nid=\"t\"\n", "actors[A].id", 7},
		"unknown effect":   {"[[classes]]\nid = \"c\"\neffect = \"up\"\n", "classes[c].effect", 3},
		"empty word":       {"[[actors]]\nid = \"US\"\nwords = [\"\"]\n", "actors[US]", 2},
		"gap at the end":   {"[[topics]]\nid = \"nato\"\nfor = [\"加盟〜\"]\n", "topics[nato]", 2},
		"member, no name":  {memberTOML + "id = \"Y\"\nwords = [\"y\"]\n[[topics]]\nname = {ja=\"z\"}\n", "actors[X].members[Y].name", 6},
		"member, no words": {memberTOML + "id = \"Y\"\nname = {ja=\"y\"}\n", "actors[X].members[Y].words", 6},
		"member, no id":    {memberTOML + "name = {ja=\"y\"}\nwords = [\"y\"]\n", "actors[X].members[0].id", 0},
		"member, gap":      {memberTOML + "id = \"Y\"\nname = {ja=\"y\"}\nwords = [\"y〜z\"]\n", "actors[X].members[Y].words", 8},
		"member, empty":    {memberTOML + "id = \"Y\"\nname = {ja=\"y\"}\nwords = [\"\"]\n", "actors[X].members[Y]", 6},
		"member, unknown":  {memberTOML + "id = \"Y\"\npeople = [\"y\"]\n", "actors.members.people", 7},
		"member, wrong":    {memberTOML + "id = \"Y\"\nwords = \"y\"\n", "actors.members.words", 7},
		"member of actor":  {memberTOML + "id = \"US\"\nname = {ja=\"y\"}\nwords = [\"y\"]\n", "actors[X].members[US].id", 6},
		"member of two":    {memberTOML + "id = \"DE\"\nname = {ja=\"y\"}\nwords = [\"y\"]\n", "actors[X].members[DE].id", 6},
		"member has name":  {"[[actors]]\nid = \"X\"\nwords = [\"x\"]\n[[actors.members]]\nid = \"Y\"\nname = {ja=\"y\"}\nwords = [\"y\"]\n", "actors[X].name", 2},
		"reading":          {"[[actors]]\nid = \"US\"\nreading = \"べいコク\"\n", "actors[US].reading", 3},
		"topic's reading":  {"[[topics]]\nid = \"nato\"\nreading = \"nato\"\n", "topics[nato].reading", 3},
		"example":          {"[[topics]]\nid = \"nato\"\n[[topics.examples]]\ntext = \"x\"\ngives = [\"US nato maybe\"]\n", "topics[nato].examples.gives", 5},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse(tt.text, "own.toml")
			var p *model.Problem
			if !errors.As(err, &p) {
				t.Fatalf("got %v, want a problem", err)
			}
			if p.Code != model.ProblemLexicon || p.Path != "own.toml" || p.Key != tt.key || p.Line != tt.line || p.Want == "" {
				t.Errorf("got %s (line %d, key %q, want %q), want line %d and key %q", p, p.Line, p.Key, p.Want, tt.line, tt.key)
			}
			if said := p.Error(); strings.Contains(said, "struct") || strings.Contains(said, "[]") || strings.Contains(said, "Go ") {
				t.Errorf("a type of Go is named: %s", said)
			}
		})
	}
}

func TestLoadNoFile(t *testing.T) {
	_, err := Load(filepath.Join(t.TempDir(), "none.toml"))
	var p *model.Problem
	if !errors.As(err, &p) || p.Code != model.ProblemNotFound || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func TestScan(t *testing.T) {
	l, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text string
		want []string // the words found, with what they name
	}{
		{"NATO加盟国は停戦後に", []string{"NATO加盟国", "停戦後"}},
		{"安全保障会議", []string{"安全保障会議"}},
		{"停戦交渉", []string{"停戦交渉 negotiations"}},
		{"領土の一部返還", []string{"領土の一部返還 territory-"}},
		{"コスタリカ", nil},
		{"thus bus", nil},
		{"カラスムギ", nil},
		{"ｎａｔｏ加盟", []string{"ｎａｔｏ加盟 nato"}},
		{"", nil},
	} {
		var got []string
		for _, m := range l.Scan(tt.text) {
			word := tt.text[m.Start:m.End]
			if m.Topic != "" {
				word += " " + string(m.Topic)
				if m.Sign < 0 {
					word += "-"
				}
			}
			got = append(got, word)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.text, diff)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, name := range []string{"own.toml", "harbour.toml"} {
		text, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add("[[actors]]\nid = \"A\"\nremove = true\n")
	f.Add("[[actors]]\nid=\"A\"\nname={ja=\"甲\"}\nwords=[\"甲\"]\n[[topics]]\nid=\"t\"\nname={ja=\"題\"}\nproposition={ja=\"題\"}\nfor=[\"題〜目\"]\n")
	f.Fuzz(func(t *testing.T, text string) {
		// Alone: building the default anew each time would leave time for little else.
		l, err := Parse("extends = \"none\"\n"+text, "fuzz.toml")
		if err != nil {
			var p *model.Problem
			if !errors.As(err, &p) || p.Error() == "" {
				t.Fatalf("got %v, want a problem", err)
			}
			return
		}
		for _, m := range l.Scan(text) {
			if m.Start < 0 || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("mark %+v outside of the text", m)
			}
		}
	})
}

func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		f, err := parse(defaultTOML, DefaultPath)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := compile(f, defaultTOML, DefaultPath); err != nil {
			b.Fatal(err)
		}
	}
}

// TestExtends tells what a lexicon takes over from the default.
func TestExtends(t *testing.T) {
	const own = "[[actors]]\nid = \"RED\"\nname = { ja = \"赤国\", en = \"Redland\" }\nwords = [\"赤国\"]\n" +
		"[[topics]]\nid = \"toll\"\nname = { ja = \"通行料\", en = \"Toll\" }\nproposition = { ja = \"取る\", en = \"There is one\" }\nfor = [\"通行料\"]\n"
	for extends, want := range map[string]struct {
		actors, marks int // of 赤国の大統領は停戦を拒否した
		foreign       bool
	}{
		"default":  {5, 4, false},
		"language": {1, 3, true},
		"none":     {1, 1, true},
	} {
		l, err := Parse("extends = \""+extends+"\"\n"+own, "own.toml")
		if err != nil {
			t.Fatal(err)
		}
		marks := l.Scan("赤国の大統領は停戦を拒否した")
		if len(l.Lexicon.Actors) != want.actors || len(marks) != want.marks || l.Foreign() != want.foreign {
			t.Errorf("%s: %d actors, %d marks %v, foreign %v; want %+v", extends, len(l.Lexicon.Actors), len(marks), marks, l.Foreign(), want)
		}
	}
}

// TestShort holds that the actors compared have one-character names.
func TestShort(t *testing.T) {
	l, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	var got string
	for _, a := range l.Lexicon.Actors {
		got += a.Short
	}
	if got != "米ロウ欧" {
		t.Errorf("%q", got)
	}
}
