package timeline

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"tachiba/model"
	"tachiba/ui/text"
)

func TestScreens(t *testing.T) {
	for _, tt := range []struct {
		name  string
		w, h  int
		ascii bool
		keys  string
		want  []string
	}{
		{"narrow and low", 40, 9, false, "", []string{
			" 2025-03-03 – 04-01 · 1 undated",
			"           03-03      03-17       03-31",
			"▸ City     ▲2▼────────▼2▲─────────▲─────",
			"  Port     ─────◆2────────────────│─────",
			"  Fishers  ───────────────────────▲─────",
			"  Rail     · no evidence",
			"  Digests  •          •2          │",
			" City  week of 2025-03-31  ▲ favor 1",
			" ▲ 「市長のrepairについての考え。」",
		}},
		{"one topic, by month", 70, 14, false, "]-", []string{
			" Repair  The bridge is mended this year",
			" by month · 2025-03-03 – 04-01 · 1 undated",
			"               2025-03                 04",
			"▸ City         ▲2▼─────────────────────▲───────────────────────",
			"  Port         · no evidence",
			"  Fishers      1 undated",
			"  Rail         · no evidence",
			"  Digests      •3                      │",
			"",
			strings.Repeat("─", 70),
			" City  2025-04  ▲ favor 1",
			" ▲ 「市長のrepairについての考え。」",
			"   ▲ favor · 市長 · 港町新聞 · 2025-04-01",
			"",
		}},
		{"by day, unfolded, on a contradiction", 84, 18, true, "hz", []string{
			" 6 topics                                     by day, 2025-03-03 - 04-01, 1 undated",
			"  1-6/7        03-03           03-10           03-17           03-24           03-31",
			"> City         +---x-+-------------------------x2--------------------------------+--",
			"                                               +",
			"    市長       +-----+-------------------------x---------------------------------+--",
			"    副市長     ----x---------------------------+------------------------------------",
			"    not named  --------------------------------x------------------------------------",
			"  Port         ----------------~---~-----------|------------------------------------",
			"                                               |",
			"  Fishers      --------------------------------|-------------------------------+----",
			"                                               |",
			"  Digests      o                               o o",
			"  2025-03-17  通行料で割れる会議",
			strings.Repeat("-", 84),
			" City  2025-03-17  + favor 1 x against 2  1 of 3  contradictory on Toll",
			` x "市長のtollについての考え。"`,
			"   x against, Toll, 市長, 港町新聞, 2025-03-17",
			"",
		}},
		{"days beyond the edge", 40, 8, false, "+", []string{
			" 2025-03-27 – 04-01 · 1 undated",
			"            03-27             03-31",
			"▸ City     …──────────────────────▲────",
			"  Port     …──────────────────────│────",
			"  Fishers   ──────────────────▲───│────",
			"  Rail     · no evidence",
			" City  2025-04-01  ▲ favor 1",
			" ▲ 「市長のrepairについての考え。」",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := shown(tt.w, tt.h, tt.ascii)
			press(&m, tt.keys)
			if diff := cmp.Diff(strings.Join(tt.want, "\n"), strings.Join(screen(m), "\n")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestPages holds that a page is as many periods as are in sight, and that the
// screen follows the cursor.
func TestPages(t *testing.T) {
	c, _ := many(50_000)
	m := newModel(model.English, false)
	m.SetSize(100, 20)
	m.SetComparison(c)
	press(&m, "+++")
	first := m.frame()
	for _, tt := range []struct {
		code  rune
		moved int
	}{{tea.KeyPgUp, -first.shown}, {tea.KeyPgUp, -2 * first.shown}, {tea.KeyPgDown, -first.shown}} {
		m.Update(tea.KeyPressMsg{Code: tt.code})
		f := m.frame()
		if moved := f.place - first.place; max(moved-tt.moved, tt.moved-moved) > 3 || // the city speaks each fourth day
			f.place < f.left || f.place >= f.left+f.shown {
			t.Errorf("moved by %d to %d, want %d, in sight from %d on: %d", moved, f.place, tt.moved, f.left, f.shown)
		}
	}
}

// TestAnySize holds that every size has its lines, none of them too wide, in every
// state.
func TestAnySize(t *testing.T) {
	wide, list := many(2000)
	for _, w := range []int{1, 5, 12, 40, 63, 120, 300} {
		for _, h := range []int{1, 3, 8, 13, 20, 80} {
			for i, ascii := range []bool{false, true} {
				m := shown(w, h, ascii)
				for j, keys := range []string{"", "z", "jj-", "+h", "]", "--", "G", "jjj"} {
					if press(&m, keys); j == 4 {
						m.SetComparison(wide)
						m.SetDigests(list)
					}
					lines := strings.Split(m.View(), "\n")
					if len(lines) != h {
						t.Fatalf("%dx%d after %q: %d lines", w, h, keys, len(lines))
					}
					for y, l := range lines {
						if n := text.Width(l); n > w && w >= 12 {
							t.Errorf("%dx%d, %d, after %q: line %d has %d cells: %q", w, h, i, keys, y, n, ansi.Strip(l))
						}
					}
				}
			}
		}
	}
}

// TestLabelsKeepApart holds that the dates of the axis have a space between, and
// stand over their periods.
func TestLabelsKeepApart(t *testing.T) {
	c, _ := many(5000)
	for w := 30; w < 250; w += 7 {
		m := newModel(model.English, false)
		m.SetComparison(c)
		m.SetSize(w, 20)
		for _, keys := range []string{"", "g", "+hhh", "+", "ggl"} {
			press(&m, keys)
			f := m.frame()
			end := -1
			labels := m.labels(f)
			for _, l := range labels {
				if l.at <= end || l.at != f.x(l.place-f.left) {
					t.Errorf("%d cells, after %q: %+v", w, keys, labels)
				}
				end = l.at + len(l.text)
			}
			if len(labels) == 0 {
				t.Errorf("%d cells, after %q: no label", w, keys)
			}
		}
	}
}
