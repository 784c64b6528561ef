package clean_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"tachiba/data/clean"
)

func TestText(t *testing.T) {
	tests := map[string]struct{ in, want string }{
		"plain":                 {"停戦 ceasefire", "停戦 ceasefire"},
		"window title":          {"\x1b]0;pwned\aキーウ", "キーウ"},
		"clipboard":             {"a\x1b]52;c;ZXZpbA==\x1b\\b", "ab"},
		"hyperlink retargeted":  {"\x1b]8;;http://evil.example\x1b\\BBC\x1b]8;;\x1b\\", "BBC"},
		"open OSC keeps text":   {"\x1b]0;停戦案", "0;停戦案"},
		"colour":                {"\x1b[31m赤\x1b[0m", "赤"},
		"C1 CSI":                {"\u009b31m赤", "赤"},
		"C1 OSC":                {"\u009d0;t\u009c赤", "赤"},
		"backspace and NUL":     {"a\bb\x00c", "abc"},
		"carriage return":       {"本物\r偽物\n次", "本物 偽物\n次"},
		"CRLF":                  {"一\r\n二", "一\n二"},
		"lone CR":               {"一\r二", "一\n二"},
		"bidi override":         {"a\u202etxt.exe\u202cb", "atxt.exeb"},
		"bidi isolate":          {"\u2066x\u2069", "x"},
		"zero width":            {"停\u200b戦\u2060\ufeff", "停戦"},
		"tag characters":        {"旗\U000e0067\U000e007f", "旗"},
		"soft hyphen":           {"a\u00adb", "ab"},
		"Hangul filler":         {"a\u3164b", "ab"},
		"invalid UTF-8":         {"a\xffb", "a\uFFFDb"},
		"half-width kana":       {"ﾌﾟｰﾁﾝ｡", "プーチン。"},
		"full-width ASCII kept": {"ＮＡＴＯ（加盟）？", "ＮＡＴＯ（加盟）？"},
		"decomposed kana":       {"か\u3099", "が"},
		"variation selector":    {"⚠\ufe0f注意", "⚠注意"},
		"stacked marks":         {"a" + strings.Repeat("\u0301", 40), "á\u0301\u0301\u0301"},
		"broken sequence":       {"\x1b\u200b[31m赤", "[31m赤"},
		"tab":                   {"a\tb", "a b"},
		"no-break space":        {"a\u00a0b", "a b"},
		"ideographic space":     {"一　二", "一　二"},
		"marks of the layout":   {"✅ 💡 🚩 📘 ⇒", "✅ 💡 🚩 📘 ⇒"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := clean.Text(tt.in); got != tt.want {
				t.Errorf("Text(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestLine(t *testing.T) {
	if got := clean.Line("a\nb\x1b[2Jc"); got != "a bc" {
		t.Errorf("Line = %q", got)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"停戦\n\x1b]0;x\a", "\x1b]8;;\x1b\\", "か\u3099ﾊﾟ", "👨\u200d👩", "🇯🇵🇺🇸", "\u009d\u009c", "e\u0301\u0301\u0301\u0301\u0301", "\x1b\x1b]\x1b\\"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := clean.Text(s)
		if !utf8.ValidString(got) {
			t.Fatalf("invalid UTF-8: %q", got)
		}
		for _, r := range got {
			if r != '\n' && (!unicode.IsGraphic(r) || unicode.Is(unicode.Cf, r)) {
				t.Fatalf("%q leaves %U in %q", s, r, got)
			}
		}
		if again := clean.Text(got); again != got {
			t.Fatalf("not idempotent: %q then %q", got, again)
		}
		for _, line := range strings.Split(got, "\n") {
			if ansi.StringWidth(line) != ansi.StringWidthWc(line) {
				t.Fatalf("terminals disagree on %q: %d, %d", line, ansi.StringWidth(line), ansi.StringWidthWc(line))
			}
		}
		if strings.Contains(s, "\n") && strings.Count(strings.ToValidUTF8(s, ""), "\n") != strings.Count(got, "\n") {
			t.Fatalf("lines of %q changed: %q", s, got)
		}
	})
}
