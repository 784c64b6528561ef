package text_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"tachiba/ui/text"
)

func TestWrapKinsoku(t *testing.T) {
	tests := []struct {
		in    string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"停戦案を受け入れた。", 20, []string{"停戦案を受け入れた。"}},
		{"停戦案を受け入れた。", 18, []string{"停戦案を受け入れ", "た。"}},
		{"大統領は「停戦」と述べた", 10, []string{"大統領は", "「停戦」と", "述べた"}},
		{"a ceasefire in the air", 11, []string{"a ceasefire", "in the air"}},
		{"https://example.com/long/path", 10, []string{"https://", "example.co", "m/long/", "path"}},
		{"長長長長長、", 10, []string{"長長長長", "長、"}},
	}
	for _, tt := range tests {
		if got := text.Wrap(tt.in, tt.width); !slices.Equal(got, tt.want) {
			t.Errorf("Wrap(%q, %d) = %q, want %q", tt.in, tt.width, got, tt.want)
		}
	}
}

// TestWrapHolds checks what holds of any text: nothing is lost but spaces, no
// line is too wide, and Japanese lines do not start with a closing mark.
func TestWrapHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.TrimSpace(rapid.StringOfN(rapid.RuneFrom([]rune("停戦の案を「」、。ーカっAb1 %（）")), 0, 80, -1).Draw(t, "s"))
		width := rapid.IntRange(8, 40).Draw(t, "width")
		var kept strings.Builder
		for i, line := range text.Wrap(s, width) {
			kept.WriteString(line)
			if text.Width(line) > width {
				t.Fatalf("line %q is wider than %d", line, width)
			}
			if r, _ := utf8.DecodeRuneInString(line); i > 0 && strings.ContainsRune("、。」）", r) && !strings.ContainsAny(s, "A1b% ") &&
				!strings.Contains(s, "、、") && !strings.Contains(s, "。。") && noRun(s, "、。」）ーっ") {
				t.Fatalf("%q at %d: line starts with %q", s, width, r)
			}
		}
		if squeeze(kept.String()) != squeeze(s) {
			t.Fatalf("%q became %q", s, kept.String())
		}
	})
}

// noRun tells that no three of marks follow each other: a run longer than a line
// has to break somewhere.
func noRun(s, marks string) bool {
	n := 0
	for _, r := range s {
		if !strings.ContainsRune(marks, r) {
			n = 0
		} else if n++; n == 3 {
			return false
		}
	}
	return true
}

func squeeze(s string) string { return strings.NewReplacer(" ", "", "　", "").Replace(s) }

// TestWidth compares with the width of clusters: each character alone, and mixtures.
func TestWidth(t *testing.T) {
	for r := rune(0); r <= 0x20000; r++ {
		if s := string(r); text.Width(s) != ansi.StringWidth(s) {
			t.Errorf("%U is %d cells wide, want %d", r, text.Width(s), ansi.StringWidth(s))
		}
	}
	styled := rapid.SampledFrom([]string{"", "\x1b[m", "\x1b[1;38;2;1;2;3m", "\x1b[4:3m", "\x1b[", "\x1b[1", "\x1b[K", "\x1b]8;;x\a"})
	mixed := rapid.StringOf(rapid.OneOf(rapid.RuneFrom([]rune("aZ ~、」ぁヶー漢ａ！\u3099\u309a\u200d\ufe0f👩🇯🇵ｶﾞ한゠▲─…é\u0301\u00ad")), rapid.Rune()))
	rapid.Check(t, func(r *rapid.T) {
		if s := mixed.Draw(r, "text") + styled.Draw(r, "style") + mixed.Draw(r, "more"); text.Width(s) != ansi.StringWidth(s) {
			r.Errorf("%q is %d cells wide, want %d", s, text.Width(s), ansi.StringWidth(s))
		}
	})
}

func TestFit(t *testing.T) {
	for _, tt := range []struct {
		in    string
		width int
		want  string
	}{{"停戦", 6, "停戦  "}, {"停戦案", 5, "停戦…"}, {"停戦案", 4, "停… "}, {"x", 0, ""}, {"停戦", 1, "…"}} {
		if got := text.Fit(tt.in, tt.width, "…"); got != tt.want || text.Width(got) != tt.width {
			t.Errorf("Fit(%q, %d) = %q", tt.in, tt.width, got)
		}
	}
}

func TestRender(t *testing.T) {
	bold := lipgloss.NewStyle().Bold(true)
	s := "米国は停戦案を示した"
	spans := text.Find(s, []string{"停戦", "停戦案", "米国", "案を"}, bold)
	if len(spans) != 2 || s[spans[1].Start:spans[1].End] != "停戦案" {
		t.Fatalf("spans %+v", spans)
	}
	got := text.Render(s, text.Range{Start: 3, End: 15}, lipgloss.NewStyle(), spans)
	if ansi.Strip(got) != "国は停戦" || !strings.Contains(got, "\x1b[1m国") {
		t.Errorf("Render = %q", got)
	}
}

func BenchmarkLongLine(b *testing.B) {
	s := strings.Repeat("停戦と交渉", 50_000) // a line without a full stop
	for b.Loop() {
		text.Merge(text.Find(s, []string{"停戦", "交渉", "戦と"}, lipgloss.NewStyle()))
		text.Lines(s, 60)
		text.Lines(strings.Repeat("a", 200_000), 60)
	}
}

func BenchmarkLines(b *testing.B) {
	s := strings.Repeat("大統領は「停戦」の条件について述べたが、合意には至らなかった。", 6)
	for b.Loop() {
		text.Lines(s, 60)
	}
}
