package sample_test

import (
	"bytes"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tachiba/data/digest"
	"tachiba/data/gold"
	"tachiba/data/sample"
	"tachiba/model"
)

// parts are the counts of what a digest has.
type parts struct{ sections, cards, offTopic, claims, keyPoints, teasers int }

func count(d model.Digest) parts {
	p := parts{
		sections:  len(d.Sections),
		keyPoints: len(d.Outline().KeyPoints),
		teasers:   len(d.Outline().Teaser),
	}
	for s, sec := range d.Sections {
		for c, card := range sec.Cards {
			p.cards++
			p.claims += len(d.Outline().Sections[s].Claims[c])
			if card.OffTopic {
				p.offTopic++
			}
		}
	}
	return p
}

func digests() []model.Digest {
	var all []model.Digest
	for _, t := range sample.Texts() {
		all = append(all, digest.Parse(t.ID, t.Name, t.Body))
	}
	return all
}

func TestPartsLoadWhole(t *testing.T) {
	want := map[string]parts{
		"2025-02-14-munich":   {sections: 2, cards: 2, claims: 6, keyPoints: 3, teasers: 1},
		"2025-02-19-riyadh":   {sections: 3, cards: 3, claims: 9, keyPoints: 3},
		"2025-02-25-minerals": {sections: 3, cards: 3, offTopic: 1, claims: 9, keyPoints: 3},
		"2025-03-14-truce":    {sections: 3, cards: 3, claims: 9, keyPoints: 3},
		"2025-03-18-call":     {sections: 2, cards: 2, claims: 6, keyPoints: 3, teasers: 1},
	}
	all := digests()
	if len(all) != len(want) {
		t.Fatalf("%d samples, want %d", len(all), len(want))
	}
	for _, d := range all {
		if got := count(d); got != want[d.ID] {
			t.Errorf("%s has %+v, want %+v", d.ID, got, want[d.ID])
		}
		if d.Title == "" || d.Lead == "" {
			t.Errorf("%s: title %q, lead %q", d.ID, d.Title, d.Lead)
		}
	}
}

func TestSectionsAreComplete(t *testing.T) {
	undated := 0
	for _, d := range digests() {
		for _, s := range d.Sections {
			if s.Heading == "" || s.Question == "" || s.Answer == "" {
				t.Errorf("%s: heading %q, question %q, answer %q", d.ID, s.Heading, s.Question, s.Answer)
			}
			for _, c := range s.Cards {
				if c.Outlet == "" || c.URL == "" {
					t.Errorf("%s:%d: outlet %q, URL %q", d.ID, c.Line, c.Outlet, c.URL)
				}
				if !c.Published.Known() {
					undated++
				}
			}
		}
	}
	if undated != 2 {
		t.Errorf("%d cards without a date, want 2", undated)
	}
}

func TestTextsAreInDateOrder(t *testing.T) {
	byDate := func(a, b model.Digest) int { return int(a.Newest() - b.Newest()) }
	if all := digests(); !slices.IsSortedFunc(all, byDate) {
		t.Error("not in date order")
	}
}

// Every statement of the gold stands in a sentence that is coded, on its line.
func TestGoldFitsTheTexts(t *testing.T) {
	body, err := os.ReadFile("gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := gold.Read(bytes.NewReader(body), "gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	type place struct {
		digest string
		line   int
		text   string
	}
	coded := map[place]bool{}
	for _, d := range digests() {
		for _, s := range d.Sentences {
			coded[place{d.ID, s.Line, s.Text}] = s.Role.Coded() && !d.OffTopic(s)
		}
	}
	type key struct {
		place
		actor model.ActorID
		topic model.TopicID
	}
	seen := map[key]bool{}
	for _, r := range rows {
		k := key{place{r.Digest, r.Line, r.Sentence}, r.Actor, r.Topic}
		if !coded[k.place] {
			t.Errorf("%s:%d: no coded sentence %q", r.Digest, r.Line, r.Sentence)
		}
		if seen[k] {
			t.Errorf("%s:%d: %s on %s twice", r.Digest, r.Line, r.Actor, r.Topic)
		}
		seen[k] = true
	}
	if len(rows) < 200 {
		t.Errorf("%d statements, want 200 or more", len(rows))
	}
}

// source returns the texts that the samples restate, or skips.
func source(t *testing.T) []model.Digest {
	t.Helper()
	const folder = "../../../shared/seeds"
	names, err := filepath.Glob(folder + "/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		t.Skipf("the source texts are not in %s", folder)
	}
	var all []model.Digest
	for _, name := range names {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, digest.Parse(filepath.Base(name), name, string(body)))
	}
	return all
}

func TestSameSourcesAsTheOriginals(t *testing.T) {
	cards := func(all []model.Digest) []string {
		var out []string
		for _, d := range all {
			for _, s := range d.Sections {
				for _, c := range s.Cards {
					out = append(out, c.URL+" "+c.Published.String())
				}
			}
		}
		slices.Sort(out)
		return out
	}
	if want, got := cards(source(t)), cards(digests()); !slices.Equal(got, want) {
		t.Errorf("sources\n%q\nwant\n%q", got, want)
	}
}

// A run this long of the same characters is a copy, not a restatement; names
// and set terms stay below it.
const copied = 16

func TestOwnWords(t *testing.T) {
	runs := map[string]bool{}
	for _, d := range source(t) {
		for _, s := range d.Sentences {
			for run := range windows(s) {
				runs[run] = true
			}
		}
	}
	for _, d := range digests() {
		for _, s := range d.Sentences {
			for run := range windows(s) {
				if runs[run] {
					t.Errorf("%s:%d repeats %q", d.ID, s.Line, run)
					break
				}
			}
		}
	}
}

// windows yields the runs of the sentence's text without whitespace; a source
// line is layout and has none.
func windows(s model.Sentence) iter.Seq[string] {
	var text []rune
	if s.Role != model.RoleSource && s.Role != model.RolePublished {
		text = []rune(strings.Join(strings.Fields(s.Text), ""))
	}
	return func(yield func(string) bool) {
		for i := range max(0, len(text)-copied+1) {
			if !yield(string(text[i : i+copied])) {
				return
			}
		}
	}
}
