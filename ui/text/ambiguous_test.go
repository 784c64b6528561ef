package text_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/text/width"

	"tachiba/ui/text"
)

// ambiguous returns the characters of s that take one cell here and two there.
func ambiguous(s string) (out []rune) {
	for _, r := range s {
		if width.LookupRune(r).Kind() == width.EastAsianAmbiguous {
			out = append(out, r)
		}
	}
	return out
}

func TestUnambiguous(t *testing.T) {
	for in, want := range map[string]string{
		"“和平”――賛成…":             `"和平"--賛成⋯`,
		"① 3×4 → ▲":             "➀ 3x4 ⇢ ▴",
		"├── 2025─03":           "+-- 2025-03",
		"\x1b[1m×\x1b[m":        "\x1b[1mx\x1b[m",
		"Москва":                "Mocквa", // not all of it can be had
		"「停戦」、ｶﾀｶﾅ 12% ⇄ ▸ ✓ é": "「停戦」、ｶﾀｶﾅ 12% ⇄ ▸ ✓ e",
	} {
		if got := text.Unambiguous(in); got != want || text.Width(got) != text.Width(in) {
			t.Errorf("Unambiguous(%q) = %q", in, got)
		}
	}
}

// Each character with a look-alike needs one, and has one of a single cell that
// needs none.
func TestLookAlikes(t *testing.T) {
	var have []rune
	for r := rune(0x80); r < 0x10000; r++ {
		in := string(r)
		out := text.Unambiguous(in)
		if out == in {
			continue
		}
		have = append(have, r)
		if len(ambiguous(in)) == 0 {
			t.Errorf("%s (%U) is not ambiguous", in, r)
		}
		if len(ambiguous(out)) > 0 || text.Width(out) != 1 || len([]rune(out)) != 1 {
			t.Errorf("%s becomes %s, which does not help", in, out)
		}
	}
	for _, r := range "…─▲①“×" {
		if !slices.Contains(have, r) {
			t.Errorf("%c has no look-alike", r)
		}
	}
}

// The interface's own words can all be drawn where ambiguous characters are wide.
func TestWordsCanBeUnambiguous(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "lang", "*", "*.toml"))
	if err != nil || len(files) < 10 {
		t.Fatalf("%d catalogues: %v", len(files), err)
	}
	for _, file := range files {
		words, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if left := ambiguous(text.Unambiguous(string(words))); len(left) > 0 {
			t.Errorf("%s: no look-alike for %c", file, left)
		}
	}
}

func BenchmarkUnambiguous(b *testing.B) {
	line := "大統領は「停戦」の条件について述べたが…、合意には至らなかった。 ─── │ 2025-03-18 ▲ favor 3\n"
	screen := ""
	for range 80 {
		screen += line + line + line
	}
	b.SetBytes(int64(len(screen)))
	for b.Loop() {
		text.Unambiguous(screen)
	}
}
