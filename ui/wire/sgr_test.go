package wire

import (
	"strings"
	"testing"
)

func TestStyleAfter(t *testing.T) {
	tests := []struct {
		params string
		want   style
		ok     bool
	}{
		{"", style{}, true},
		{"1;3;4;7;38;2;1;2;3;48;5;7", style{bold: "1", italic: "3", underline: "4", reverse: "7", foreground: "38;2;1;2;3", background: "48;5;7"}, true},
		{"1;2;22;31;39;101", style{background: "101"}, true},
		{"4:3;58:2::1:2:3;9;5;8", style{underline: "4:3", underlineColour: "58:2::1:2:3", crossed: "9", blink: "5", conceal: "8"}, true},
		{"31;1;0;2", style{faint: "2"}, true},
		{"97;107", style{foreground: "97", background: "107"}, true},
		{"21", style{}, false}, // doubly underlined, or not bold
		{"38;2;1;2", style{}, false},
		{"38;7;1", style{}, false},
		{"1:2", style{}, false},
		{"x", style{}, false},
		{"108", style{}, false},
	}
	for _, tt := range tests {
		got, ok := style{}.after(tt.params)
		if ok != tt.ok || ok && got != tt.want {
			t.Errorf("after %q: %v, %v, want %v, %v", tt.params, got, ok, tt.want, tt.ok)
		}
	}
}

// TestStyleSequence goes from each style to each other.
func TestStyleSequence(t *testing.T) {
	all := []string{"", "1", "2", "1;2", "1;38;2;1;2;3", "38;2;1;2;3", "38;5;9;7", "4;58;5;1", "31;41", "1;2;3;4;5;7;8;9;31;41;58;5;1"}
	for _, from := range all {
		for _, to := range all {
			a, _ := style{}.after(from)
			b, _ := style{}.after(to)
			seq := a.sequence(b)
			got, ok := a.after(strings.TrimSuffix(strings.TrimPrefix(seq, "\x1b["), "m"))
			if seq == "" {
				got, ok = a, true
			}
			if !ok || got != b || len(seq) > len("\x1b[0;m"+to) {
				t.Errorf("from %q to %q: %q makes %v", from, to, seq, got)
			}
		}
	}
}
