package digests

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"tachiba/model"
	"tachiba/ui/link"
	"tachiba/ui/text"
	"tachiba/ui/uitest"
)

// shelf counts how often digests are read from it.
type shelf struct {
	digests []model.Digest
	reads   int
	err     error
}

func (s *shelf) read(id string) (*model.Digest, error) {
	s.reads++
	i := slices.IndexFunc(s.digests, func(d model.Digest) bool { return d.ID == id })
	return &s.digests[i], s.err
}

func (s *shelf) listings() (list []model.Listing) {
	for i := range s.digests {
		list = append(list, s.digests[i].Listing())
	}
	return list
}

// start returns the view of w × h on the test collection, its newest digest, of
// April, first.
func start(lang model.Lang, w, h int) (Model, *shelf) {
	m, s := empty(lang, w, h)
	m.SetDigests(s.listings(), model.NewLedger(uitest.Statements()).All(), Shown{})
	return m, s
}

func empty(l model.Lang, w, h int) (Model, *shelf) {
	look, k := uitest.Look(l, false)
	m, s := New(look, k), &shelf{digests: uitest.Digests()}
	m.SetSource(s.read)
	m.SetSize(w, h)
	return m, s
}

func press(m *Model, names ...string) { uitest.Press(m.Update, names...) }

func bare(m Model) string { return ansi.Strip(m.View()) }

// row returns the line of the view that holds words in its cells from x on.
func row(t *testing.T, m Model, x int, words string) int {
	t.Helper()
	for y, line := range strings.Split(bare(m), "\n") {
		if strings.Contains(ansi.Cut(line, x, m.w), words) {
			return y
		}
	}
	t.Fatalf("no line says %q:\n%s", words, bare(m))
	return 0
}

// TestHiddenReadsNothing hands the view digests over again and again, as a change
// of filters does: nothing is read before it is asked for, and then once.
func TestHiddenReadsNothing(t *testing.T) {
	m, s := start(model.English, 200, 40)
	all := model.NewLedger(uitest.Statements()).All()
	found := Shown{Filter: model.Filter{Text: "通行料"}, Found: model.Find(s.digests, "通行料")}
	m.SetDigests(s.listings(), all, found)
	m.SetSize(120, 30)
	if got := m.Len(); got != 2 || s.reads != 0 {
		t.Errorf("%d digests, %d reads", got, s.reads)
	}
	m.SetDigests(s.listings(), all, Shown{})
	if _, _, ok := m.Sentence(); !ok || s.reads != 1 {
		t.Errorf("the sentence costs %d reads", s.reads)
	}
	m.SetDigests(s.listings(), all, found)
	m.Refresh()
	if s.reads != 4 { // the text, and a sentence for each of the list
		t.Errorf("%d reads", s.reads)
	}
	if !strings.Contains(bare(m), "橋の修理はいつ") || s.reads != 4 {
		t.Errorf("View reads again: %d", s.reads)
	}
}

// TestViewNeedsNoRefresh draws what was just handed over.
func TestViewNeedsNoRefresh(t *testing.T) {
	m, s := start(model.English, 100, 20)
	first := bare(m)
	if !strings.Contains(first, "料金所の前で") {
		t.Errorf("no text:\n%s", first)
	}
	if m.Refresh(); bare(m) != first || s.reads != 2 {
		t.Errorf("%d reads, or it draws otherwise", s.reads)
	}
}

// TestKeepsItsDigest holds that the digest under the cursor stays while others
// come.
func TestKeepsItsDigest(t *testing.T) {
	m, s := empty(model.English, 100, 20)
	m.SetDigests(s.listings()[:1], model.Evidence{}, Shown{})
	press(&m, "tab", "tab")
	m.Choose("bridge-march")
	m.SetDigests(s.listings(), model.Evidence{}, Shown{})
	if d, _ := m.Selected(); d.ID != "bridge-march" || m.Len() != 3 {
		t.Errorf("%s of %d", d.ID, m.Len())
	}
}

func TestUnreadable(t *testing.T) {
	m, s := start(model.English, 100, 20)
	s.err = errors.New("the disk is gone")
	for _, w := range []int{40, 100, 200} {
		m.SetSize(w, 20)
		m.Choose("bridge-april")
		if got := bare(m); !strings.Contains(got, "! the disk is gone") {
			t.Errorf("%d cells:\n%s", w, got)
		}
		if got := m.Plain(0); !strings.Contains(fmt.Sprint(got), "the disk is gone") {
			t.Errorf("plain: %v", got)
		}
	}
}

// TestFits draws the view at many sizes: no line is too wide, none too many.
func TestFits(t *testing.T) {
	for _, lang := range []model.Lang{model.Japanese, model.English} {
		for _, size := range [][2]int{{20, 3}, {40, 8}, {80, 19}, {89, 10}, {90, 10}, {120, 31}, {159, 9}, {160, 8}, {200, 46}, {300, 76}} {
			for _, keys := range [][]string{nil, {"tab"}, {"tab", "n", "n"}, {"j", "j"}} {
				m, _ := start(lang, size[0], size[1])
				press(&m, keys...)
				lines := strings.Split(m.View(), "\n")
				if len(lines) > size[1] {
					t.Errorf("%v %v: %d lines", size, keys, len(lines))
				}
				for _, l := range lines {
					if n := text.Width(l); n > size[0] || strings.HasPrefix(strings.TrimLeft(ansi.Strip(l), " ▸│"), "。") {
						t.Errorf("%v %v: %d cells: %s", size, keys, n, ansi.Strip(l))
					}
				}
			}
		}
	}
}

func TestRelatedAndBack(t *testing.T) {
	m, _ := start(model.English, 100, 20)
	want := []Relative{{"bridge-march", "橋の修理はいつ終わる?港町の会議を追う", "39 days apart · 3 topics in common"}}
	if diff := cmp.Diff(want, m.Related()); diff != "" {
		t.Error(diff)
	}
	press(&m, "tab", "n", "n")
	before := bare(m)
	if !m.Choose("bridge-march") || m.Choose("unknown") {
		t.Fatal("what can be opened")
	}
	if d, _ := m.Selected(); d.ID != "bridge-march" || !m.Reading() {
		t.Errorf("%s is open", d.ID)
	}
	if got := m.Related()[0].ID; got != "bridge-april" {
		t.Errorf("%s is related", got)
	}
	if !m.Back() || bare(m) != before {
		t.Errorf("back at\n%s\nnot\n%s", bare(m), before)
	}
	if !m.Back() || m.Reading() || m.Back() {
		t.Error("back does not lead to the list, and no further")
	}
}

// TestWayBackEnds holds that the list forgets the way, and that a digest that was
// filtered away is no stop on it.
func TestWayBackEnds(t *testing.T) {
	m, s := start(model.English, 100, 20)
	press(&m, "tab")
	m.Choose("bridge-march")
	press(&m, "tab", "tab")
	if m.Back(); m.Reading() {
		t.Error("back from the list's choice leads to another text")
	}
	m.Choose("bridge-march")
	m.Choose("song")
	m.SetDigests(s.listings()[1:], model.Evidence{}, Shown{})
	if m.Back(); m.Reading() {
		d, _ := m.Selected()
		t.Errorf("back leads to %s", d.ID)
	}
}

// TestRelatedIsListed holds that only what the filter leaves can be led to.
func TestRelatedIsListed(t *testing.T) {
	m, s := start(model.English, 100, 20)
	f := model.Filter{Topics: []model.TopicID{"vote"}}
	l := model.NewLedger(uitest.Statements())
	m.SetDigests(s.listings(), l.Compare(uitest.Lexicon(), f).Selected, Shown{Filter: f})
	if got := m.Related(); m.Len() != 1 || got != nil {
		t.Errorf("%v", got)
	}
}

func TestJump(t *testing.T) {
	m, s := start(model.English, 100, 20)
	outline := m.Outline()
	if len(outline) != 2 || outline[1].Label != "料金所の前で" || outline[1].Statements != 7 {
		t.Fatalf("outline %+v", outline)
	}
	m.Jump(outline[1].Sentence)
	if _, i, _ := m.Sentence(); !m.Reading() || i != outline[1].Sentence || m.Place(outline) != 1 {
		t.Errorf("at sentence %d, place %d", i, m.Place(outline))
	}
	m, _ = empty(model.English, 100, 20)
	m.SetDigests(s.listings()[:0], model.Evidence{}, Shown{})
	m.Jump(3)
	if m.Reading() || m.Outline() != nil || m.Related() != nil {
		t.Error("a jump without digests")
	}
}

// TestSide clicks on what stands beside the text of a very wide screen.
func TestSide(t *testing.T) {
	m, _ := start(model.English, 200, 40)
	x := 200 - m.sideWidth()
	if y := row(t, m, x, "Outline"); y != 0 {
		t.Errorf("the outline is in row %d", y)
	}
	row(t, m, x, "▸ Beginning") // the lead's statement is selected
	m.Click(x+5, row(t, m, x, "料金所の前で"))
	if row(t, m, x, "▸ 料金所の前で"); !m.Reading() {
		t.Error("a click on a heading does not lead to the text")
	}
	row(t, m, x, "39 days apart · 3 topics in common")
	m.Click(x+5, row(t, m, x, "Related digests")) // leads nowhere
	m.Click(x+5, 39)
	if d, _ := m.Selected(); d.ID != "bridge-april" {
		t.Errorf("%s is open", d.ID)
	}
	m.Click(x+5, row(t, m, x, "橋の修理はいつ"))
	if d, _ := m.Selected(); d.ID != "bridge-march" {
		t.Errorf("a click on a related digest leads to %s", d.ID)
	}
	m.SetSize(159, 40)
	if strings.Contains(bare(m), "Outline") {
		t.Error("an outline beside a text that it takes the room of")
	}
}

// TestLongSide has more paragraphs than rows: the one that is read is in sight, and
// the related digests leave half of the rows.
func TestLongSide(t *testing.T) {
	m, s := start(model.Japanese, 160, 16)
	var d model.Digest
	for i := range 60 {
		d.Sentences = append(d.Sentences, model.Sentence{Text: fmt.Sprintf("段落%02d。", i), Line: i + 1, Role: model.RoleNarrative, Section: model.None, Card: model.None})
	}
	d.ID, d.Lang = "bridge-april", "ja"
	s.digests[1] = d
	m.Jump(40)
	x := 160 - m.sideWidth()
	row(t, m, x, "目次 41/60")
	if y := row(t, m, x, "▸ 段落40。"); row(t, m, x, "段落41。") != y+1 {
		t.Errorf("what follows is out of sight:\n%s", bare(m))
	}
	if y := row(t, m, x, "関連する記事"); y < 8 {
		t.Errorf("the outline has %d rows", y)
	}
}

func TestPlainList(t *testing.T) {
	m, s := start(model.English, 100, 20)
	list := s.listings()
	list[0].Kept, list[0].New, list[0].Starred = true, true, true
	m.SetDigests(list, model.NewLedger(uitest.Statements()).All(), Shown{})
	lines := m.Plain(2)
	var got []string
	for _, l := range lines {
		got = append(got, l.String())
	}
	want := []string{
		"3 digests",
		"  通行料で割れる会議、市長は「住民投票も」, 2025-04-12, みなとテレビ, 8 statements, 1 note",
		"  橋の修理はいつ終わる?港町の会議を追う, 2025-03-04, 港町新聞, 9 statements, new, unread, starred",
		"  and 1 more",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if lines[1].Open != (link.Digest{ID: "bridge-april"}) || len(m.Plain(0)) != 4 {
		t.Errorf("%+v", lines[1])
	}
}

func TestPlainText(t *testing.T) {
	m, _ := start(model.English, 100, 20)
	press(&m, "tab")
	lines := m.Plain(1)
	last := lines[len(lines)-1]
	if last.Open != (link.Digest{ID: "bridge-march"}) || last.String() != "  橋の修理はいつ終わる?港町の会議を追う (39 days apart · 3 topics in common)" {
		t.Errorf("%+v", last)
	}
	statements := 0
	for _, l := range lines {
		if l.Statement != nil && l.Depth > 1 { // the sentence has it too
			statements++
		}
	}
	if lines[0].String() != "通行料で割れる会議、市長は「住民投票も」 (2025-04-12, みなとテレビ)" || statements != 8 {
		t.Errorf("%d statements under %s", statements, lines[0])
	}
}

// TestHints names the keys of what has them.
func TestHints(t *testing.T) {
	m, _ := start(model.English, 100, 20)
	first := func() string { return m.Hints()[0].Help().Desc }
	if got := first(); got != "open" {
		t.Errorf("in the list: %s", got)
	}
	if press(&m, "enter"); first() != "next statement" {
		t.Errorf("in the text: %s", first())
	}
	m.Choose("song")
	if got := first(); got == "next statement" {
		t.Error("a text without statements has a next one")
	}
}

func TestMouse(t *testing.T) {
	m, _ := start(model.English, 100, 20)
	m.Click(3, 4)
	if d, _ := m.Selected(); d.ID != "bridge-march" || m.Reading() {
		t.Errorf("a click on the list leads to %s", d.ID)
	}
	m.Wheel(3, -1)
	if d, _ := m.Selected(); d.ID != "bridge-april" {
		t.Errorf("the wheel leads to %s", d.ID)
	}
	m.Click(60, row(t, m, 40, "港湾局は、借り入れ"))
	if s, _ := m.Statement(); !m.Reading() || s.Actor != "PORT" {
		t.Errorf("a click on a sentence leads to %+v", s)
	}
}

// BenchmarkMove goes to the next of 10,000 digests with 400,000 statements and
// draws a very wide screen.
func BenchmarkMove(b *testing.B) {
	const digests, each = 10_000, 40
	lex := uitest.Lexicon()
	var list []model.Listing
	var statements []model.Statement
	one := uitest.Digests()[0]
	for i := range digests {
		x := one.Listing()
		x.ID, x.Date = fmt.Sprint("d", i), model.ByDay.Add(20200101, i%1500)
		list = append(list, x)
		for j := range each {
			statements = append(statements, model.Statement{Digest: x.ID, Sentence: j % len(one.Sentences), Actor: "CITY", Topic: lex.Topics[(i+j)%6].ID, Stance: model.Favor, Date: x.Date})
		}
	}
	m, _ := empty(model.Japanese, 300, 80)
	m.SetSource(func(id string) (*model.Digest, error) {
		d := one
		d.ID = id
		return &d, nil
	})
	m.SetDigests(list, model.NewLedger(statements).All(), Shown{})
	m.Refresh()
	for b.Loop() {
		press(&m, "j")
		_ = m.View()
	}
}
