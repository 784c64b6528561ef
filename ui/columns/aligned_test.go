package columns

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tachiba/model"
	"tachiba/ui/link"
	"tachiba/ui/text"
)

// lineOf returns the first line that holds s, -1 without any.
func lineOf(lines []string, s string) int {
	return slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, s) })
}

// TestAligned holds that what was said on one day stands on one line, under its
// date, which is said once, and that a column that says nothing then is empty.
func TestAligned(t *testing.T) {
	m := view(model.Japanese, 120, 60)
	press(m, "=")
	lines := screen(m)
	for _, date := range []string{"2025-04-20", "2025-04-15", "2025-04-12", "2025-03-04", "日付不明"} {
		if n := strings.Count(strings.Join(lines, "\n"), date); n != 1 {
			t.Errorf("%s is there %d times", date, n)
		}
	}
	for _, pair := range [][2]string{{"橋の修理を急ぐ考え", "最盛期"}, {"市は修理を急ぐ", "市と漁協の考えは"}} {
		if a, b := lineOf(lines, pair[0]), lineOf(lines, pair[1]); a < 0 || a != b {
			t.Errorf("%v stand on lines %d and %d", pair, a, b)
		}
	}
	alone := strings.Split(lines[lineOf(lines, "前倒しを歓迎し")], "│")
	if strings.TrimSpace(strings.Join(alone[:3], "")) != "" {
		t.Errorf("the others say %q on the day", alone)
	}
	if late, early := lineOf(lines, "2025-04-15"), lineOf(lines, "2025-04-12"); late > early {
		t.Errorf("the dates stand on lines %d and %d", late, early)
	}
	press(m, "=")
	if lines = screen(m); lineOf(lines, "2025-04-15") != lineOf(lines, "2025-04-20") {
		t.Error("packed columns do not start at the top")
	}
}

// TestAlignedCursor holds that the cursor goes from a card to the one that faces
// it, or to the nearest before it.
func TestAlignedCursor(t *testing.T) {
	m := view(model.English, 120, 40)
	for _, step := range []struct {
		keys, want string
	}{
		{"=", "CITY 2025-04-20 急ぐ"},
		{"j", "CITY 2025-04-20 国の補助があれば"},
		{"right", "PORT  反対"},                 // it says nothing else
		{"right", "FISH 2025-04-20 受け入れられない"}, // the day's only one
		{"right", "RAIL 2025-04-15 歓迎"},       // the last before
		{"right", "CITY 2025-04-20 国の補助があれば"}, // where the cursor was put last
		{"j j", "CITY 2025-03-04 直す"},
		{"left", "RAIL 2025-04-15 歓迎"}, // there is none before
		{"left", "FISH 2025-03-04 応じられない … 反対"},
		{"G", "FISH 2025-03-04 なら … 受け入れてもよい"},
		{"left left", "CITY 2025-03-04 終える"},
		{"g", "CITY 2025-04-20 急ぐ"},
		{"shift+tab shift+tab pgdown pgdown", "FISH 2025-03-04 なら … 受け入れてもよい"},
		{"pgup", "FISH 2025-04-20 受け入れられない"},
		{"k", "FISH 2025-04-20 受け入れられない"},
	} {
		press(m, strings.Fields(step.keys)...)
		s, _ := m.Statement()
		if got := string(s.Actor) + " " + s.Date.String() + " " + s.Cue; got != step.want {
			t.Errorf("after %s: %s, want %s", step.keys, got, step.want)
		}
	}
}

// TestAlignedByFilter aligns evidence that a filter has put in another order.
func TestAlignedByFilter(t *testing.T) {
	l, all := newLook(model.English, false), statements()
	for i := range all {
		all[i].Confidence = float64(i%7) / 20 // all doubtful
	}
	m := viewOf(l, 300, 60, nil)
	m.SetComparison(model.Compare(l.Lexicon, all, model.Filter{Review: model.ReviewDoubtful}))
	m.Show("repair", "CITY", nil)
	press(m, "=", "g")
	last := model.Date(99999999)
	for range m.evidence(m.col).Len() {
		s, _ := m.Statement()
		if s.Date > last {
			t.Errorf("%s comes after %s", s.Date, last)
		}
		last = s.Date
		press(m, "j")
	}
	if last != 20250304 {
		t.Errorf("the last is of %s", last)
	}
}

// TestGrid holds that each card has one row, and that rows go by date.
func TestGrid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := newLook(model.English, false)
		var all []model.Statement
		for range rapid.IntRange(0, 30).Draw(t, "n") {
			all = append(all, model.Statement{
				Actor: l.Lexicon.Actors[rapid.IntRange(0, 3).Draw(t, "actor")].ID, Topic: "repair", Stance: model.Favor, Text: "橋の修理。",
				Date: model.Date(rapid.IntRange(0, 5).Draw(t, "date")), Confidence: rapid.Float64Range(0, 0.49).Draw(t, "sure"),
			})
		}
		m := viewOf(l, 200, 40, nil)
		m.SetComparison(model.Compare(l.Lexicon, all, model.Filter{Review: rapid.SampledFrom([]model.Review{model.ReviewAll, model.ReviewDoubtful}).Draw(t, "review")}))
		m.Show("repair", "CITY", nil)
		g, cards := m.grid(), 0
		last := model.Date(6)
		for row := range g.rows {
			date := g.bands[g.band(row)].date
			if date > last || g.opens(row) != (date < last) {
				t.Fatalf("row %d of %d opens %v after %v", row, g.rows, date, last)
			}
			last = date
			for k := range g.cols {
				if card, ok := g.card(k, row); ok {
					cards++
					if g.rowOf(k, card) != row || m.evidence(g.cols[k]).Date(card) != date {
						t.Fatalf("card %d of %d stands in row %d and %d", card, k, row, g.rowOf(k, card))
					}
				}
			}
		}
		if cards != len(all) {
			t.Fatalf("%d cards of %d", cards, len(all))
		}
	})
}

// TestSight holds that the cursor's row is in sight, that no room is left empty
// that an earlier row would fit in, and that keeping twice changes nothing.
func TestSight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		heights := rapid.SliceOfN(rapid.IntRange(1, 9), 1, 20).Draw(t, "heights")
		room, at := rapid.IntRange(1, 15).Draw(t, "room"), rapid.IntRange(0, len(heights)-1).Draw(t, "at")
		before := sight{rapid.IntRange(0, len(heights)).Draw(t, "top"), rapid.IntRange(0, 20).Draw(t, "skip")}
		height := func(i int) int { return heights[i] }
		s := before.keep(at, len(heights), room, height)
		above := -s.skip
		for _, h := range heights[s.top:at] {
			above += h
		}
		if s.top > at || above > 0 && above+heights[at] > room || s.skip > 0 && (s.top != at || s.skip > heights[at]-room) {
			t.Fatalf("%v in %d lines: %+v does not show row %d", heights, room, s, at)
		}
		rest := 0
		for _, h := range heights[s.top:] {
			rest += h
		}
		if s.top > 0 && heights[at] <= room && rest+heights[s.top-1] <= room {
			t.Fatalf("%v in %d lines: %+v leaves room", heights, room, s)
		}
		if again := s.keep(at, len(heights), room, height); again != s {
			t.Fatalf("%+v became %+v", s, again)
		}
	})
}

// TestTall reads a card that is taller than the view to its end.
func TestTall(t *testing.T) {
	long := ""
	for i := range 60 {
		long += fmt.Sprintf("%d番目に急ぐ。", i)
	}
	long += "了。"
	all := []model.Statement{
		{Actor: "CITY", Topic: "repair", Stance: model.Favor, Text: long, Date: 20250420, Cue: "急ぐ", Confidence: 0.9},
		{Actor: "CITY", Topic: "repair", Stance: model.Against, Text: "次の文。", Date: 20250419, Confidence: 0.9},
	}
	for _, order := range []string{"", "="} {
		m := viewOf(newLook(model.Japanese, false), 40, 9, all)
		press(m, strings.Fields(order)...)
		seen := 0
		for lines := screen(m); lineOf(lines, "了") < 0; {
			if seen++; seen > 20 {
				t.Fatal("the end does not come in sight")
			}
			press(m, "j")
			last, _, _ := strings.Cut(lines[len(lines)-1], "。")
			if next := screen(m); lineOf(next, last) < 0 || slices.Equal(next, lines) {
				t.Fatalf("%q: %q is followed by %q", order, lines, next)
			}
			lines = screen(m)
			if s, _ := m.Statement(); s.Stance != model.Favor {
				t.Fatalf("%q: the cursor left the card after %d keys", order, seen)
			}
		}
		press(m, "j")
		if s, _ := m.Statement(); s.Stance != model.Against || lineOf(screen(m), "次の文") < 0 {
			t.Errorf("%q: after the end comes %v", order, s.Stance)
		}
		press(m, "k")
		if s, _ := m.Statement(); s.Stance != model.Favor || seen < 2 {
			t.Errorf("%q: the way back leads to %v", order, s.Stance)
		}
	}
}

// TestClick clicks on every line of every column: the card there is the cursor's.
func TestClick(t *testing.T) {
	for _, order := range []string{"", "="} {
		m := view(model.Japanese, 120, 60)
		press(m, strings.Fields(order)...)
		above, width := len(m.head(m.comparison.Rows[0]))+1, m.columnWidth(4)
		for col := range 4 {
			card := -1
			for y, line := range column(screen(m), col, width) {
				if y < above || strings.TrimSpace(line) == "" {
					continue
				}
				if strings.ContainsAny(line, "▲▼◆") {
					card++
				}
				m.Click(col*(width+1)+5, y)
				if m.col != col || m.card(col) != card {
					t.Errorf("%q: a click on %q finds card %d of %d, not %d of %d", order, line, m.card(m.col), m.col, card, col)
				}
				if s, ok := m.Click(col*(width+1)+5, y)().(link.Sentence); !ok || s.Statement.Actor != m.id(col) {
					t.Errorf("%q: a second click on %q opens %v", order, line, s)
				}
			}
			if card+1 != m.evidence(col).Len() {
				t.Errorf("%q: %d cards of column %d are in sight", order, card+1, col)
			}
		}
		m.Click(5, 0)
		if m.Click(5, above+50) != nil || m.Click(119, 59) != nil {
			t.Errorf("%q: a click on nothing opens something", order)
		}
	}
}

// column returns a column of the screen.
func column(lines []string, col, width int) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		if parts := strings.Split(l, "│"); col < len(parts) && text.Width(parts[col]) == width {
			out[i] = parts[col]
		}
	}
	return out
}

func TestClickTab(t *testing.T) {
	m := view(model.English, 40, 12)
	lines := screen(m)
	y := lineOf(lines, "Fishers")
	m.Click(text.Width(lines[y][:strings.Index(lines[y], "Fishers")]), y)
	if m.Actor() != "FISH" || len(m.picked) > 0 {
		t.Errorf("a click on a tab leads to %s", m.Actor())
	}
	m.Click(0, 0)
	m.Click(39, y)
	if m.Actor() != "FISH" {
		t.Errorf("a click beside the tabs leads to %s", m.Actor())
	}
}

func TestWheel(t *testing.T) {
	m := view(model.English, 120, 20)
	m.Wheel(70, 2)
	if s, _ := m.Statement(); s.Actor != "FISH" || s.Cue != "大きく違う" {
		t.Errorf("packed: the wheel leads to %s %s", s.Actor, s.Cue)
	}
	m.Show("repair", "CITY", nil)
	press(m, "=")
	for range 20 {
		m.Wheel(100, 1)
	}
	if s, _ := m.Statement(); s.Actor != "PORT" || s.Date.Known() {
		t.Errorf("aligned: the wheel ends at %s %s", s.Actor, s.Date)
	}
	for range 20 {
		m.Wheel(100, -1)
	}
	if s, _ := m.Statement(); s.Actor != "FISH" || s.Date != 20250420 { // nearest to the column under the mouse
		t.Errorf("aligned: the wheel ends at %s %s", s.Actor, s.Date)
	}
}
