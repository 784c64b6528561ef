package journey

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestFirstStart puts the welcome away: the next start does not have it.
func TestFirstStart(t *testing.T) {
	state := "XDG_STATE_HOME=" + t.TempDir()
	term := open(t, 80, 24, "--lang en", state)
	term.sees(read, "Welcome. These five digests are samples", "Try: enter opens the sentences", "A adds a file", "esc puts this away")
	term.press("Escape")
	term.lacks("Welcome")
	term.sees("Samples. A adds your own", "US-Russia ties")
	term.press("q")
	term.ended(0)
	term = open(t, 50, 20, "--lang ja", state)
	term.sees(readInJA, "見本です")
	term.lacks("ようこそ")
}

// TestWrongConfiguration starts on a configuration with faults: the program says
// so, tells where each is, and keeps to what is right in it.
func TestWrongConfiguration(t *testing.T) {
	file := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(file, []byte("lang = \"en\"\ntheme = \"dakr\"\n[keys]\nsort = \"Z\"\ndown = \"K\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	term := open(t, 120, 35, "--config "+file)
	term.sees("Z sort", "2 settings of the configuration are wrong (! tells)")
	term.press("!")
	term.sees("What went wrong (2)", "config.toml:2: theme", `"dakr"`, "config.toml:5: keys.down", "prev_sentence")
	term.press("Escape")
	term.lacks("What went wrong")
	term.press("j")
	term.on("Territory") // the key that was not to be changed holds
	term.press("Z")
	term.sees("sorted by how far the actors are apart")
	term.press("?")
	term.types("sort")
	term.sees("> sort", "Z         sort")
	term.press("Escape")
	term.sees("page down")
	term.press("Escape")
	term.lacks("page down")
	term.press("q")
	term.ended(0)

	check := exec.Command(program, "--config", file, "config", "check")
	out, err := check.CombinedOutput()
	if code := check.ProcessState.ExitCode(); code != 1 || !strings.Contains(string(out), "config.toml:2: theme") || !strings.Contains(string(out), "config.toml:5: keys.down") {
		t.Errorf("config check ends with %d (%v):\n%s", code, err, out)
	}
}

// stands waits until the terminal's cursor stands at the start of the line that has
// the text.
func (term terminal) stands(text string) {
	term.t.Helper()
	term.until("has the terminal's cursor on "+text, func(screen string) bool {
		x, y := term.cursor()
		lines := strings.Split(screen, "\n")
		return x == 0 && y < len(lines) && strings.Contains(lines[y], text)
	})
}

// TestPlainLines reads the comparison line by line, as a screen reader does: the
// terminal's cursor stands on what is read, also in what enter opens and after Esc.
func TestPlainLines(t *testing.T) {
	config := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(config, []byte("linear = true\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		w, h                          int
		args, ready, key              string
		topic, position, next, inText string
	}{
		{80, 24, "--lang en", read, "P", "NATO membership: Ukraine joins NATO", "US: against, 4 statements", "Russia: against", "US, NATO membership: against"},
		{50, 20, "--lang ja --config " + config, readInJA, "", "NATO加盟: ウクライナがNATOに加盟する", "米国: 反対、発言 4 件", "ロシア: 反対", "米国、NATO加盟: 反対"},
	} {
		t.Run(fmt.Sprintf("%dx%d", tt.w, tt.h), func(t *testing.T) {
			term := open(t, tt.w, tt.h, tt.args)
			term.sees(tt.ready)
			if tt.key != "" {
				term.press(tt.key)
			}
			term.stands(tt.topic)
			term.lacks("───", "│")
			term.press("j")
			term.stands(tt.position)
			term.press("j", "j")
			term.stands(tt.next)
			term.press("k")
			term.stands("「2014年より前の国境に戻ること")
			term.press("Enter")
			term.stands("✅ 2014年より前の国境に戻ること")
			term.press("j")
			term.stands(tt.inText)
			term.press("Escape")
			term.sees(tt.topic)
			term.stands("「2014年より前の国境に戻ること")
		})
	}
}

// TestPlainInAPipe prints the timeline as plain text: every sentence says where it
// is written.
func TestPlainInAPipe(t *testing.T) {
	out := tachiba(t, "--lang", "en", "--plain", "--view", "timeline")
	for _, want := range []string{"US (by week, newest first)\n", "  week of 2025-02-10: favor 30, against 4, conditional 3", "Russia (by week", "(Negotiations, 時事通信, 2025-02-13)"} {
		if !strings.Contains(out, want) {
			t.Errorf("it lacks %q:\n%s", want, out)
		}
	}
	if strings.Contains(out, "\x1b") || strings.Contains(out, ", , ") {
		t.Errorf("escapes, or sources without a name:\n%s", out)
	}
}

// TestHowWasItRead asks how a statement was read, cites it and opens its source.
func TestHowWasItRead(t *testing.T) {
	for _, tt := range []struct {
		w, h                                                      int
		lang, ready, read, clause, rule, position, copied, opened string
	}{
		{200, 50, "ja", readInJA, "読み取りの経過", "節 ", "(規則: ", "ウクライナ 領土", "引用をクリップボードに送りました", "ブラウザーで開きました: https://www.bbc.com/japanese/articles/czj3zrj73kro"},
		{80, 24, "en", read, "how it was read", "Clause ", "(rules: ", "Ukraine Territory", "citation sent to the clipboard", "opened in the browser: https://www.bbc.com/japanese/articles"},
	} {
		t.Run(fmt.Sprintf("%dx%d", tt.w, tt.h), func(t *testing.T) {
			term := open(t, tt.w, tt.h, "--lang "+tt.lang, "BROWSER=true")
			term.sees(tt.ready)
			term.press("j", "l", "l", "Enter", "j")
			term.on("2025-02-13")
			term.press("p")
			term.sees(tt.read, "「報道によると、ゼレンスキー氏は", tt.clause)
			term.types(tt.position)
			term.sees("> "+tt.position, tt.position+": ", tt.rule)
			term.press("Escape")
			term.sees("「報道によると、ゼレンスキー氏は", tt.clause)
			term.press("Escape")
			term.lacks(tt.rule)
			term.press("y")
			term.sees(tt.copied)
			if copied := term.tmux("show-buffer"); !strings.HasPrefix(copied, "「報道によると、ゼレンスキー氏は") || !strings.Contains(copied, "ゼレンスキー氏 · BBC · 2025-02-13 · https://www.bbc.com/japanese/articles/czj3zrj73kro · 2025-03-18-call:40") {
				t.Errorf("the clipboard holds %q", copied)
			}
			term.press("o")
			term.sees(tt.opened)
		})
	}
}
