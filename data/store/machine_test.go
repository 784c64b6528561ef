package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"tachiba/data/digest"
	"tachiba/model"
)

// held is a digest as the machine's model has it.
type held struct {
	name, source, text string
	digest             model.Digest
	coded              []model.Statement
	coder              string
	read, starred      bool
	removed            int64 // when, 0 for not
	purged             bool
}

// machine is a library beside a model of it in memory.
type machine struct {
	s           *Store
	now         time.Time
	digests     []*held // in the order in which they came
	corrections []model.Correction
	seen        int // digests at the last visit, -1 for none
}

func (m *machine) named(name string) *held {
	i := slices.IndexFunc(m.digests, func(d *held) bool { return d.name == name })
	if i < 0 {
		return nil
	}
	return m.digests[i]
}

// find returns the digest that Put takes an article for.
func (m *machine) find(a Article) *held {
	var same *held
	for _, d := range m.digests {
		if d.source == a.Source {
			return d
		}
		if d.text == a.Text && (same == nil || d.removed < same.removed) {
			same = d
		}
	}
	return same
}

func (d *held) set(a Article) {
	d.source, d.text, d.coded, d.coder, d.removed, d.purged = a.Source, a.Text, nil, "", 0, false
	d.digest = digest.Parse(d.name, a.Source, a.Text)
}

// put is what Put should do.
func (m *machine) put(a Article) (model.Outcome, string) {
	d := m.find(a)
	switch {
	case d == nil:
		d = &held{name: a.Digest.ID}
		if m.named(d.name) != nil {
			sum := sha256.Sum256([]byte(a.Source))
			d.name += "-" + hex.EncodeToString(sum[:4])
		}
		d.set(a)
		m.digests = append(m.digests, d)
		return model.OutcomeAdded, d.name
	case d.removed != 0 && a.Feed != 0:
		return model.OutcomeGone, d.name
	case d.text != a.Text:
		d.set(a)
		return model.OutcomeReplaced, d.name
	case d.purged:
		d.set(a)
		return model.OutcomeAdded, d.name
	case d.removed != 0:
		d.removed = 0
		return model.OutcomeAdded, d.name
	}
	return model.OutcomeSame, d.name
}

// texts are what is put: few, so that the same ones meet.
var texts = func() []string {
	r := rand.New(rand.NewPCG(3, 3))
	return []string{
		"題名\n米国は停戦を求めた。ロシアは停戦を拒否した。",
		"題名\n米国は停戦を求めた。\nロシアは停戦を拒否した。\n欧州は沈黙した。米国は停戦を求めた。",
		madeUp(r, "一"), madeUp(r, "二"), madeUp(r, "三"),
	}
}()

func (m *machine) Put(t *rapid.T) {
	var list []Article
	for range rapid.IntRange(1, 3).Draw(t, "articles") {
		n := rapid.IntRange(0, 5).Draw(t, "source")
		a := article(fmt.Sprint("id", n/2), rapid.SampledFrom(texts).Draw(t, "text")) // two sources with one ID
		a.Source = fmt.Sprint("/source/", n)
		a.Digest = digest.Parse(a.Digest.ID, a.Source, a.Text)
		a.Feed = int64(rapid.IntRange(0, 1).Draw(t, "feed"))
		list = append(list, a)
	}
	got, ids, err := m.s.Put(context.Background(), list)
	if err != nil {
		t.Fatal(err)
	}
	for i, a := range list {
		if want, id := m.put(a); got[i] != want || ids[i] != id {
			t.Fatalf("%s of %s: %s %s, want %s %s", a.Digest.ID, a.Source, got[i], ids[i], want, id)
		}
	}
}

func (m *machine) SetCoded(t *rapid.T) {
	version := rapid.SampledFrom([]string{"1", "2", "3"}).Draw(t, "version")
	limit := rapid.IntRange(1, 4).Draw(t, "limit")
	list, err := m.s.Uncoded(context.Background(), version, 0, limit)
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, d := range m.digests {
		if d.removed == 0 && d.coder != version && len(want) < limit {
			want = append(want, d.name)
		}
	}
	var coded []Coded
	for _, u := range list {
		got = append(got, u.Name)
		d := digest.Parse(u.Name, u.Path, u.Text)
		coded = append(coded, Coded{u, d, codedBy(&d, int(version[0]))})
	}
	if !slices.Equal(got, want) {
		t.Fatalf("%v are not coded, want %v", got, want)
	}
	stale := rapid.IntRange(0, 9).Draw(t, "stale") == 0 && len(coded) > 0
	if stale {
		coded[0].Of.Hash = bytes.Repeat([]byte{1}, 32) // its text is another by now
	}
	if err := m.s.SetCoded(context.Background(), version, coded); err != nil {
		t.Fatal(err)
	}
	for i, c := range coded {
		if d := m.named(c.Of.Name); !stale || i > 0 {
			d.coder, d.coded = version, codedBy(&d.digest, int(version[0]))
		}
	}
}

func (m *machine) Correct(t *rapid.T) {
	c := model.Correction{Digest: "id2", Line: rapid.IntRange(1, 5).Draw(t, "line"), Sentence: "無い文。", Verdict: rapid.SampledFrom(model.Verdicts[:]).Draw(t, "verdict")}
	code := func(label string) model.Code {
		return model.Code{
			Actor: rapid.SampledFrom(lexicon.Actors).Draw(t, label).ID, Topic: rapid.SampledFrom(lexicon.Topics).Draw(t, label).ID,
			Stance: rapid.SampledFrom(model.Stances[:]).Draw(t, label),
		}
	}
	c.Was, c.Now = code("was"), code("now")
	if len(m.digests) > 0 {
		d := rapid.SampledFrom(m.digests).Draw(t, "digest")
		c.Digest, c.Sentence = d.name, rapid.SampledFrom(d.digest.Sentences).Draw(t, "sentence").Text
		if len(d.coded) > 0 && rapid.Bool().Draw(t, "of a statement") {
			of := rapid.SampledFrom(d.coded).Draw(t, "statement")
			c.Sentence, c.Line, c.Was = of.Text, of.Line, of.Code()
		}
	}
	switch c.Verdict {
	case model.Add:
		c.Was = model.Code{}
	case model.Reject:
		c.Now = model.Code{}
	case model.Accept:
		c.Now = c.Was
	}
	c.By = rapid.SampledFrom([]string{"", "隣の人"}).Draw(t, "by")
	there := slices.ContainsFunc(m.corrections, func(o model.Correction) bool {
		return o.Digest == c.Digest && o.Sentence == c.Sentence && o.Verdict == c.Verdict && o.Was == c.Was && o.Now == c.Now && !o.Undone
	})
	id, err := m.s.Correct(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	if twice := c.By != "" && there; twice != (id == 0) {
		t.Fatalf("%+v has the ID %d, was there: %v", c, id, there)
	} else if !twice {
		c.ID, c.At = id, time.Unix(m.now.Unix(), 0).UTC()
		m.corrections = append(m.corrections, c)
	}
}

func (m *machine) SetUndone(t *rapid.T) {
	undone := rapid.Bool().Draw(t, "undone")
	if len(m.corrections) == 0 {
		m.unknown(t, m.s.SetUndone(context.Background(), 99, undone))
		return
	}
	c := &m.corrections[rapid.IntRange(0, len(m.corrections)-1).Draw(t, "correction")]
	c.Undone = undone
	if err := m.s.SetUndone(context.Background(), c.ID, undone); err != nil {
		t.Fatal(err)
	}
}

func (m *machine) unknown(t *rapid.T, err error) {
	var p *model.Problem
	if !errors.As(err, &p) || p.Code != model.ProblemUnknown {
		t.Fatalf("%v, want a problem of something unknown", err)
	}
}

// some runs do on names of digests; where one is not as wanted, it must refuse
// all, and apply is not called.
func (m *machine) some(t *rapid.T, wanted func(*held) bool, do func([]string) error, apply func(*held)) {
	names := []string{"nothing"}
	for _, d := range m.digests {
		names = append(names, d.name)
	}
	chosen := rapid.SliceOfNDistinct(rapid.SampledFrom(names), 1, min(2, len(names)), rapid.ID[string]).Draw(t, "names")
	all := true
	for _, name := range chosen {
		d := m.named(name)
		all = all && d != nil && wanted(d)
	}
	err := do(chosen)
	if !all {
		m.unknown(t, err)
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range chosen {
		apply(m.named(name))
	}
}

func (m *machine) Remove(t *rapid.T) {
	m.now = m.now.Add(time.Minute)
	m.some(t, func(d *held) bool { return d.removed == 0 }, func(names []string) error { return m.s.Remove(context.Background(), names) },
		func(d *held) { d.removed = m.now.Unix() })
}

func (m *machine) Restore(t *rapid.T) {
	m.some(t, func(d *held) bool { return d.removed != 0 && !d.purged }, func(names []string) error { return m.s.Restore(context.Background(), names) },
		func(d *held) { d.removed = 0 })
}

func (m *machine) Mark(t *rapid.T) {
	mark := func(label string) *bool {
		return rapid.Ptr(rapid.Bool(), true).Draw(t, label)
	}
	marks := model.Marks{Read: mark("read"), Starred: mark("starred")}
	m.some(t, func(d *held) bool { return d.removed == 0 }, func(names []string) error { return m.s.Mark(context.Background(), names, marks) },
		func(d *held) {
			if marks.Read != nil {
				d.read = *marks.Read
			}
			if marks.Starred != nil {
				d.starred = *marks.Starred
			}
		})
}

func (m *machine) Purge(t *rapid.T) {
	m.now = m.now.Add(time.Duration(rapid.IntRange(0, 40).Draw(t, "days")) * 24 * time.Hour)
	if err := m.s.Purge(context.Background()); err != nil {
		t.Fatal(err)
	}
	for _, d := range m.digests {
		if d.removed != 0 && d.removed < m.now.Unix()-keptRemoved {
			d.purged = true
		}
	}
}

func (m *machine) Visit(t *rapid.T) {
	if err := m.s.Visit(context.Background()); err != nil {
		t.Fatal(err)
	}
	m.seen = len(m.digests)
	if at, err := m.s.LastVisit(context.Background()); err != nil || at.Unix() != m.now.Unix() {
		t.Fatalf("the last visit was at %s, %v", at, err)
	}
}

func (m *machine) Reindex(t *rapid.T) {
	if err := m.s.Reindex(context.Background(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
}

// check holds the library against the model.
func (m *machine) check(t *rapid.T) {
	sound(t, m.s)
	l, list, err := m.s.Ledger(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var want []model.Listing
	var statements []model.Statement
	fresh := 0
	for i, d := range m.digests {
		if d.removed != 0 {
			continue
		}
		of := slices.DeleteFunc(slices.Clone(m.corrections), func(c model.Correction) bool { return c.Digest != d.name })
		hold := model.Correct(&d.digest, d.coded, of)
		statements = append(statements, hold...)
		x := d.digest.Listing()
		x.Kept, x.Statements, x.Read, x.Starred, x.New = true, len(hold), d.read, d.starred, m.seen >= 0 && i >= m.seen
		want = append(want, x)
		if x.New {
			fresh += len(hold)
		}
	}
	if diff := cmp.Diff(want, list, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("the list: %s", diff)
	}
	sameStatements(t, statements, l)
	sameOverview(t, m.s, l)
	if c := l.Compare(lexicon, model.Filter{New: true}); c.Shown != fresh {
		t.Errorf("%d statements are new, want %d", c.Shown, fresh)
	}
	got, err := m.s.Corrections(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(m.corrections, got, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(model.Correction{}, "Lost")); diff != "" {
		t.Errorf("the corrections: %s", diff)
	}
}

// TestMachine does by chance what can be done to a library, and to a model of it.
func TestMachine(t *testing.T) {
	fewer(t, 4)
	folder, n := t.TempDir(), 0
	rapid.Check(t, func(r *rapid.T) {
		n++
		s, err := Open(context.Background(), filepath.Join(folder, fmt.Sprint(n, ".db")))
		if err != nil {
			r.Fatal(err)
		}
		defer s.Close()
		if _, err := s.AddFeeds(context.Background(), []model.Feed{{URL: "https://example.com/feed"}}); err != nil {
			r.Fatal(err)
		}
		m := &machine{s: s, now: time.Unix(1_700_000_000, 0), seen: -1}
		s.now = func() time.Time { return m.now }
		steps := 0
		r.Repeat(map[string]func(*rapid.T){
			"put": m.Put, "put again": m.Put, "code": m.SetCoded, "code again": m.SetCoded, "correct": m.Correct, "correct again": m.Correct, "undo": m.SetUndone,
			"remove": m.Remove, "restore": m.Restore, "mark": m.Mark, "purge": m.Purge, "visit": m.Visit, "reindex": m.Reindex,
			"": func(t *rapid.T) {
				if steps++; steps%5 == 0 {
					m.check(t)
				}
			},
		})
		m.check(r)
	})
}

// fewer runs fewer checks of a property than rapid would, unless a number is
// asked for: they are slow.
func fewer(t *testing.T, n int) {
	f := flag.Lookup("rapid.checks")
	if f.Value.String() != f.DefValue {
		return
	}
	if err := f.Value.Set(fmt.Sprint(n)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Value.Set(f.DefValue) })
}
