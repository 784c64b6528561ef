package typo

import "testing"

func TestNearest(t *testing.T) {
	names := []string{"theme", "themes", "", "tie", "停戦"}
	for word, want := range map[string]int{"theme": 0, "THEMS": 1, "htemes": 1, "tei": 3, "停戰": -1, "停戦案": 4, "filter": -1, "": -1, "x": -1} {
		got, ok := Nearest(word, names)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("Nearest(%q) = %d, want %d", word, got, want)
		}
	}
	if _, ok := Nearest("word", nil); ok {
		t.Error("nothing is like a word")
	}
}

func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "ab", 2}, {"abc", "abd", 1}, {"ab", "ba", 1}, {"abcd", "acbd", 1}, {"kitten", "sitting", 3}} {
		if got := distance([]rune(tt.a), []rune(tt.b)); got != tt.want || got != distance([]rune(tt.b), []rune(tt.a)) {
			t.Errorf("distance(%s, %s) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}
