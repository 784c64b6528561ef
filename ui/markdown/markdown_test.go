package markdown_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tachiba/ui/markdown"
)

func TestLink(t *testing.T) {
	for _, tt := range []struct{ name, address, want string }{
		{"a", "https://x.org/(b)|c", "[a](https://x.org/%28b%29%7Cc)"},
		{"a](http://evil)", "https://x.org", `[a\](http:\//evil)](https://x.org)`},
		{"a", "javascript:alert(1)", "a"},
		{"a", "https:", "a"},
		{"", "", ""},
	} {
		if got := markdown.Link(tt.name, tt.address); got != tt.want {
			t.Errorf("Link(%q, %q) = %q, want %q", tt.name, tt.address, got, tt.want)
		}
	}
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"案を|示す*。":           `案を\|示す\*。`,
		"<b>&amp; `x` [^1]": "\\<b\\>\\&amp; \\`x\\` \\[^1\\]",
		"www.example.com":   `www\.example.com`,
		"一行\n二行\r三行":        "一行 二行 三行",
	} {
		if got := markdown.Escape(in); got != want {
			t.Errorf("Escape(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestEscapeKeepsText checks that no sign keeps its meaning and no text is lost.
func TestEscapeKeepsText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("停戦a |*_`<>[]()&~#!\\:/w."))).Draw(t, "s")
		escaped := markdown.Escape(s)
		var shown strings.Builder
		for i := 0; i < len(escaped); i++ {
			switch c := escaped[i]; {
			case c == '\\':
				i++
				shown.WriteByte(escaped[i])
			case strings.IndexByte("|*_`<>[]&~#!", c) >= 0:
				t.Fatalf("%q: %q stands unescaped in %q", s, c, escaped)
			default:
				shown.WriteByte(c)
			}
		}
		if shown.String() != s {
			t.Fatalf("%q shows as %q", s, shown.String())
		}
	})
}
