package reader

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
)

func TestOutline(t *testing.T) {
	d, statements := market()
	want := []Entry{{"Beginning", 0, 0}, {"海辺で", 2, 1}, {"丘の上で", 8, 2}}
	if diff := cmp.Diff(want, pane(d, statements, 80, 20).Outline()); diff != "" {
		t.Error(diff)
	}
	want = []Entry{{"段落1前半。段落1後半。", 1, 0}, {"段落2前半。段落2後半。", 3, 1}}
	if diff := cmp.Diff(want, pane(article(2), []model.Statement{{Digest: "article", Sentence: 4}}, 80, 20).Outline()); diff != "" {
		t.Error(diff)
	}
	if got := pane(nil, nil, 80, 20).Outline(); got != nil {
		t.Errorf("no digest has %v", got)
	}
}

// TestHeadingOfTwoSentences has a heading that is split after its question mark,
// and none before it.
func TestHeadingOfTwoSentences(t *testing.T) {
	d := &model.Digest{ID: "d", Lang: "en", Sections: []model.Section{{}}}
	for i, s := range []string{"Who pays?", "And when?", "Nobody knows."} {
		role := model.RoleHeading
		if i == 2 {
			role = model.RoleNarrative
		}
		d.Sentences = append(d.Sentences, model.Sentence{Text: s, Line: 1 + i/2, Role: role, Card: model.None})
	}
	if diff := cmp.Diff([]Entry{{"Who pays? And when?", 0, 0}}, pane(d, nil, 80, 20).Outline()); diff != "" {
		t.Error(diff)
	}
}

// TestPlace follows what is selected while it is in sight, else what is read.
func TestPlace(t *testing.T) {
	d, statements := market()
	m := pane(d, statements, 80, 12)
	place := func() string { o := m.Outline(); return o[m.Place(o)].Label }
	if got := place(); got != "Beginning" {
		t.Errorf("with nothing selected in sight: %s", got)
	}
	press(&m, "N", "n")
	if got := place(); got != "海辺で" {
		t.Errorf("on the first statement: %s", got)
	}
	press(&m, "n")
	if got := place(); got != "丘の上で" {
		t.Errorf("on the second: %s", got)
	}
	if m.Wheel(-99); place() != "Beginning" {
		t.Errorf("at the top: %s", place())
	}
	for i, e := range m.Outline() {
		if m.Jump(e.Sentence); m.Place(m.Outline()) != i {
			t.Errorf("after a jump to %s: %s", e.Label, place())
		}
	}
}

// TestJump puts a sentence a third from the top, also one that is in sight, and
// goes on from there.
func TestJump(t *testing.T) {
	d := article(30)
	m := pane(d, []model.Statement{{Digest: "article", Sentence: 1}, {Digest: "article", Sentence: 41}}, 80, 20)
	for range 2 {
		m.Jump(21)
		if first, _, _ := m.span(21); first-m.top != m.textHeight()/3 {
			t.Errorf("in row %d of %d", first-m.top, m.textHeight())
		}
		m.Wheel(2)
	}
	if _, i, ok := m.Sentence(); i != 21 || !ok {
		t.Errorf("sentence %d is selected", i)
	}
	press(&m, "n")
	if _, i, _ := m.Sentence(); i != 41 {
		t.Errorf("n leads to sentence %d", i)
	}
}
