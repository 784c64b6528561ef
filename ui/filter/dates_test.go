package filter_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/filter"
	"tachiba/ui/filter/dialogtest"
	"tachiba/ui/uitest"
)

func dates(s filter.Span) *filter.Dates {
	l, k := uitest.Look(model.English, false)
	d := filter.NewDates(l, k, s)
	d.SetSize(80, 24)
	return d
}

// read is the days of digests read long after they were written.
var read = filter.Span{First: 20250212, Last: 20250318}

func TestDates(t *testing.T) {
	for _, tt := range []struct {
		keys         string
		since, until model.Date
	}{
		{"enter", 0, 0},
		{"2025-03-01 enter", 20250301, 0},
		{"2025/3/1 tab 2025.3.9 enter", 20250301, 20250309},
		{"2025-02 down 2025-02 enter", 20250201, 20250228},
		{"2024-2 down ２０２４－０２ enter", 20240201, 20240229},
		{"2025 tab 2025 enter", 20250101, 20251231},
		{"2024-12 tab 2024-12 enter", 20241201, 20241231},
		{"2025-03-01 tab tab tab backspace 2 enter", 20250302, 0},
		{"2025-03-01 down shift+tab home delete 3 enter", 30250301, 0},
		{"2025-03-01 ctrl+u enter", 0, 0},

		{"down down enter", 20250312, 0}, // the last seven days: the 12th to the 18th
		{"tab tab down enter", 20250217, 0},
		{"tab tab j j enter", 20241219, 0},
		{"tab tab down down down enter", 20250301, 20250331},
		{"tab tab down down down down enter", 20250201, 20250228},
		{"tab tab end up enter", 20250101, 20251231},
		{"2025 tab tab end enter", 0, 0},
	} {
		if got := dialogtest.Press(dates(read), strings.Fields(tt.keys)...); got != (filter.Dated{Since: tt.since, Until: tt.until}) {
			t.Errorf("%s: %+v, want %s to %s", tt.keys, got, tt.since, tt.until)
		}
	}
}

func TestDatesFaults(t *testing.T) {
	for keys, want := range map[string]string{
		"2025-02-31 enter": "not a date: 2025-02-31", "2025-13 enter": "not a date: 2025-13", "- enter": "not a date: -", "25 enter": "not a date: 25",
		"2025-1-1-1 enter": "not a date", "0000 enter": "not a date: 0000", "2025-04 tab 2025-03 enter": "since is later than until",
	} {
		d := dates(read)
		if got := dialogtest.Press(d, strings.Fields(keys)...); got != nil {
			t.Errorf("%s: %+v", keys, got)
		}
		dialogtest.Has(t, d, want)
		dialogtest.Press(d, "backspace")
		dialogtest.Lacks(t, d, want)
		if got := dialogtest.Press(d, "esc"); got != (filter.Closed{}) {
			t.Errorf("%s: esc: %+v", keys, got)
		}
	}
}

func TestDatesShow(t *testing.T) {
	s := read
	s.Since, s.Visit = 20250301, 20250310
	s.Count = func(since, until model.Date) int { return int(since%100)*1000 + int(until%100) }
	d := dates(s)
	dialogtest.Has(t, d, "2025-03-01", "YYYY-MM-DD", "counted from the newest: 2025-03-18", "last 7 days", "2025-03-12 –   12,000",
		"newest month", "2025-03-01 – 03-31    1,031", "since the last visit   2025-03-10 –   10,000", "all dates")
	if got := dialogtest.Click(t, d, "since the last"); got != (filter.Dated{Since: 20250310}) {
		t.Errorf("clicked: %+v", got)
	}
	none := dates(filter.Span{})
	dialogtest.Has(t, none, "all dates", "no date")
	dialogtest.Lacks(t, none, "last 7 days", "visit")
	dialogtest.Fits(t, none)
	d.Wheel(9)
	dialogtest.Fits(t, d)
	d.SetSize(40, 12)
	if at := under(d); !strings.Contains(at, "all dates") {
		t.Errorf("the cursor is on %q:\n%s", at, dialogtest.Bare(d))
	}
}

func TestDatesCursor(t *testing.T) {
	d := dates(read)
	x, y, ok := d.Cursor()
	if want := 2 + 2 + len("since  "); x != want || y != 2 || !ok || !d.Typing() {
		t.Errorf("at %d, %d, want %d", x, y, want)
	}
	dialogtest.Press(d, "20", "down", "2")
	if x2, y, _ := d.Cursor(); x2 != x+1 || y != 3 {
		t.Errorf("at %d, %d", x2, y)
	}
	dialogtest.Click(t, d, "since")
	if _, y, _ = d.Cursor(); y != 2 {
		t.Errorf("clicked, at line %d", y)
	}
	d.Wheel(1)
	if _, _, ok = d.Cursor(); ok || d.Typing() {
		t.Error("a period is no text")
	}
	d.Update(tea.PasteMsg{Content: "x"})
	dialogtest.Lacks(t, d, "x ")
	dialogtest.Press(d, "shift+tab", "shift+tab")
	d.Update(tea.PasteMsg{Content: "25-01-02"})
	if got := dialogtest.Press(d, "tab", "backspace", "enter"); got != (filter.Dated{Since: 20250102}) {
		t.Errorf("pasted: %+v", got)
	}
}
