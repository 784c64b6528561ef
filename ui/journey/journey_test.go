package journey

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestWhereDoesTheUSStandOnNATO filters to an actor and a topic, opens the topic
// side by side, opens the sentence in its digest, and goes back.
func TestWhereDoesTheUSStandOnNATO(t *testing.T) {
	term := open(t, 120, 35, "--lang en")
	term.sees(read)
	term.sees("These five digests are samples", "NATO membership", "5 digests")
	term.press("a", "Space")
	term.sees("[✓] US")
	term.press("Enter", "t", "Space", "Enter", "s", "Down", "Space", "Enter")
	term.sees("actors: US", "topics: NATO membership", "stances: against")
	term.press("Enter")
	term.sees("Ukraine joins NATO", "▼ against", "BBC")
	term.press("Enter")
	term.sees("www.bbc.com/japanese/articles", "line 35", "against US NATO membership")
	term.press("y")
	term.sees("citation sent to the clipboard")
	if copied := term.tmux("show-buffer"); !strings.Contains(copied, "BBC · 2025-02-14 · https://www.bbc.com/") {
		t.Errorf("the clipboard holds %q", copied)
	}
	term.press("Escape")
	term.sees("Ukraine joins NATO")
	term.press("Escape", "c")
	term.sees("filters cleared")
	term.press("q")
	term.ended(0)
}

// TestJapaneseOnASmallScreen does it in Japanese at 80 × 24, types Japanese into
// the search, and undoes.
func TestJapaneseOnASmallScreen(t *testing.T) {
	term := open(t, 80, 24, "", "LC_ALL=ja_JP.UTF-8")
	term.sees("enter 開く")
	term.sees("ようこそ", "見本です", "NATO加盟", "米国")
	term.press("/", "鉱物資源")
	term.sees("/鉱物資源", "検索: 鉱物資源")
	term.press("Enter", "u")
	term.sees("元に戻しました", "すべて")
	term.press("2", "Enter", "n")
	term.sees("行目")
	term.press("Escape", "Escape")
	term.sees("隔たり")
	term.press("C-c")
	term.ended(0)
}

// TestResize shrinks and widens the terminal: no line breaks.
func TestResize(t *testing.T) {
	term := open(t, 120, 35, "--lang en")
	term.sees("enter open")
	for _, size := range [][2]string{{"40", "12"}, {"200", "50"}, {"50", "20"}, {"80", "24"}} {
		term.tmux("resize-window", "-x", size[0], "-y", size[1])
		term.sees("1 Compare", "NATO", "enter open")
		for _, line := range strings.Split(term.screen(), "\n") {
			if w := ansi.StringWidth(line); w > atoi(size[0]) {
				t.Errorf("%v: %d cells: %q", size, w, line)
			}
		}
	}
}

func atoi(s string) int {
	n := 0
	for _, r := range s {
		n = n*10 + int(r-'0')
	}
	return n
}

// TestWithoutColour holds that NO_COLOR leaves no colour.
func TestWithoutColour(t *testing.T) {
	term := open(t, 80, 24, "--lang en", "NO_COLOR=1")
	term.sees(read, "NATO membership")
	if styled := term.tmux("capture-pane", "-p", "-e"); strings.Contains(styled, "\x1b[38") || strings.Contains(styled, "\x1b[3"+"1m") {
		t.Errorf("colours in spite of NO_COLOR: %q", styled)
	}
}

// TestHostileDigest opens a digest that tries to steer the terminal.
func TestHostileDigest(t *testing.T) {
	dir := t.TempDir()
	text := "\x1b]0;OWNED\a米国の\u202e停戦案\n\n米国は停戦を求めた。\x1b]52;c;T1dORUQ=\a\x1b]8;;https://evil.example\aここ\x1b]8;;\a\x1b[2J\x9b2J\n\nロシアは停戦に反対した。\n"
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "b\x1b[2J.txt"), []byte{0, 1}, 0o644); err != nil {
		t.Fatal(err)
	}
	term := open(t, 80, 24, "--lang en "+dir)
	term.sees("enter open")
	term.sees("1 left out", "Ceasefire")
	term.press("2", "Enter")
	term.sees("米国の停戦案", "米国は停戦を求めた。", "ここ")
	if title := term.tmux("display-message", "-p", "#{pane_title}"); strings.Contains(title, "OWNED") {
		t.Errorf("the digest set the title: %q", title)
	}
	term.press("!")
	term.sees("b.txt: not a text file")
}

// TestPipe prints plain text where there is no terminal, and ends when the reader
// does.
func TestPipe(t *testing.T) {
	out, err := exec.Command("sh", "-c", program+" --lang en | head -3").CombinedOutput()
	if err != nil || strings.Contains(string(out), "\x1b") || strings.Count(string(out), "\n") != 3 {
		t.Errorf("%v: %q", err, out)
	}
}
