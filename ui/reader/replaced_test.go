package reader

import (
	"slices"
	"strings"
	"testing"

	"tachiba/model"
	"tachiba/ui/uitest"
)

func replacedPane(t *testing.T) (Model, []model.Digest) {
	l, k := uitest.Look(model.English, false)
	m := New(l, k)
	m.SetSize(100, 30)
	m.SetFocus(true)
	return m, uitest.Digests()
}

func short(d model.Digest) model.Digest {
	d.Sentences = slices.Clone(d.Sentences[:3])
	return d
}

// TestReplacedByAShorterText replaces the digest that was scrolled down.
func TestReplacedByAShorterText(t *testing.T) {
	m, ds := replacedPane(t)
	m.SetSize(60, 9)
	m.Show(&ds[0], nil)
	m.Update(uitest.Key("G"))
	s := short(ds[0])
	m.Show(&s, nil)
	if n := strings.Count(m.View(), "\n"); n > 9 {
		t.Errorf("%d lines", n)
	}
}

// TestReplacedUnderTheCursor replaces the digest whose last sentences the cursor is in.
func TestReplacedUnderTheCursor(t *testing.T) {
	m, ds := replacedPane(t)
	m.Show(&ds[0], uitest.Statements()[:1])
	for range 9 {
		m.Update(uitest.Key("J"))
	}
	s := short(ds[0])
	list := slices.Clone(uitest.Statements()[:1])
	list[0].Confidence = 0.9
	m.Show(&s, list)
	if _, i, ok := m.Sentence(); ok && i >= len(s.Sentences) || m.View() == "" {
		t.Errorf("the cursor is on sentence %d of %d", i, len(s.Sentences))
	}
}

// TestTextChanged replaces a digest by one with the same statements.
func TestTextChanged(t *testing.T) {
	m, ds := replacedPane(t)
	m.Show(&ds[0], nil)
	d := ds[0]
	d.Sentences = slices.Clone(d.Sentences)
	for i := range d.Sentences {
		d.Sentences[i].Text = "新しい本文。"
	}
	before := m.View()
	m.Show(&d, nil)
	if m.View() == before {
		t.Error("the text is the old one")
	}
}

// TestFindFromAnySentence goes to what was found, wherever the cursor was.
func TestFindFromAnySentence(t *testing.T) {
	m, ds := replacedPane(t)
	m.SetSize(60, 9)
	m.Show(&ds[0], nil)
	m.Find([]string{"鉄道"}, []int{len(ds[0].Sentences) - 1})
	a, _ := m.sentence()
	m, ds = replacedPane(t)
	m.SetSize(60, 9)
	m.Show(&ds[0], nil)
	m.Update(uitest.Key("J"))
	m.Find([]string{"鉄道"}, []int{len(ds[0].Sentences) - 1})
	b, _ := m.sentence()
	if a != b {
		t.Errorf("found from the start %d, after J %d", a, b)
	}
}
