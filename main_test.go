package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain builds the program as people get it and puts it on the path. Under
// the race detector each run of it would take ten times as long; what runs side
// by side is tested with it in data and ui.
func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "tachiba-test")
	if err != nil {
		log.Fatal(err)
	}
	name := "tachiba"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", filepath.Join(dir, name), ".").CombinedOutput(); err != nil {
		log.Fatalf("%v\n%s", err, out)
	}
	for key, value := range map[string]string{
		"PATH":            dir + string(os.PathListSeparator) + os.Getenv("PATH"),
		"XDG_DATA_HOME":   filepath.Join(dir, "data"),   // not the library of who runs the tests,
		"XDG_CONFIG_HOME": filepath.Join(dir, "config"), // nor their configuration
	} {
		if err := os.Setenv(key, value); err != nil {
			log.Fatal(err)
		}
	}
	code := m.Run()
	_ = os.RemoveAll(dir) // a temporary folder: the system would clear it too
	os.Exit(code)
}

// TestScripts runs the program as people do, by the scripts in testdata/script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("LC_ALL", "en_US.UTF-8")
			e.Setenv("TERM", "xterm-256color")
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
			w := newWeb()
			e.Defer(w.Close)
			e.Values["web"] = w
			e.Setenv("FEEDS", w.URL)
			sample, err := filepath.Abs(filepath.Join("data", "sample"))
			e.Setenv("SAMPLE", sample)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "harmless": harmless, "hostile": hostile, "bytes": writeBytes, "publish": publish, "unchanged": unchanged,
			"poke": poke, "count": count, "many": many,
		},
	})
}

// exits runs the program and checks its exit code: exits 2 compare --format x
func exits(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec("tachiba", args[1:]...)
	code := 0
	if failed, ok := err.(*exec.ExitError); ok {
		code = failed.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if fmt.Sprint(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// harmless checks that what was last printed can't steer a terminal.
func harmless(ts *testscript.TestScript, _ bool, _ []string) {
	for _, stream := range []string{"stdout", "stderr"} {
		for _, r := range ts.ReadFile(stream) {
			if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == unicode.ReplacementChar) {
				ts.Fatalf("%s holds %U", stream, r)
			}
		}
	}
}

// What a hostile digest tries: set the window's title, write the clipboard, hide
// a link's address, turn text around, in 7 and in 8 bits.
var attacks = strings.Join([]string{
	"\x1b]0;owned\a", "\x1b]52;c;b3duZWQ=\x1b\\", "\x1b]8;;http://evil.example/\x1b\\", "\u202e", "\u2066", "\u009b2J", "\u009d0;owned\u009c", "\x1b[2J\r",
}, "")

// hostile writes a digest with attacks in every part: hostile FILE
func hostile(ts *testscript.TestScript, _ bool, args []string) {
	lines := []string{
		"米ロの" + attacks + "協議", "ルビオ国務長官は" + attacks + "停戦を求めた。", "", "協議の" + attacks + "行方", "米国は何を求めたか" + attacks + "？",
		"停戦。", "トランプ大統領は" + attacks + "停戦を求めている。", "公開日:2025/02/14", "✅ " + attacks + "トランプ大統領はウクライナに停戦を求めた。",
		"さらに読む ⇒" + attacks + "BBC出典/画像元: https://www.bbc.com/" + attacks + "x", "ロシアは" + attacks + "停戦を拒否した。",
	}
	writeFile(ts, args[0], strings.Join(lines, "\n"))
}

// writeBytes writes a file of quoted text, repeated: bytes FILE 3 "\x00a"
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	var n int
	var text string
	if _, err := fmt.Sscanf(strings.Join(args[1:], " "), "%d %q", &n, &text); err != nil {
		ts.Fatalf("%v", err)
	}
	writeFile(ts, args[0], strings.Repeat(text, n))
}

func writeFile(ts *testscript.TestScript, name, text string) {
	name = strings.ReplaceAll(name, "ESC", "\x1b") // a script can't spell it
	if err := os.WriteFile(ts.MkAbs(name), []byte(text), 0o644); err != nil {
		ts.Fatalf("%v", err)
	}
}

// program returns a command that runs the program in a process of its own.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command("tachiba", args...) // TestMain put it on the path
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	return cmd
}

// A reader who has enough ends the program quietly: tachiba | head -1
func TestClosedPipe(t *testing.T) {
	for _, args := range [][]string{{"--plain"}, {"statements", "--format", "jsonl"}, {"completion", "bash"}} {
		cmd := program(t, args...)
		var said bytes.Buffer
		cmd.Stderr = &said
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if err := out.Close(); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); err != nil || said.Len() > 0 {
			t.Errorf("%v: %v, says %q", args, err, said.String())
		}
	}
}

// Ctrl+C during coding ends the program at once, with nothing half printed.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("windows has no SIGINT to send")
	}
	dir := t.TempDir()
	text, err := os.ReadFile(filepath.Join("data", "sample", "digests", "2025-03-18-call.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 2000 { // more than can be coded before the signal
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, sent := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		cmd := program(t, "statements", dir)
		var out, said bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(500 * time.Millisecond)
		if err := cmd.Process.Signal(sent); err != nil {
			t.Fatal(err)
		}
		begin := time.Now()
		_ = cmd.Wait()
		if code := cmd.ProcessState.ExitCode(); code != 130 || out.Len()+said.Len() > 0 {
			t.Errorf("%v: exit %d, prints %d bytes, says %q", sent, code, out.Len(), said.String())
		}
		// Loading the dictionary can't be stopped; a busy machine takes its time.
		if waited := time.Since(begin); waited > 10*time.Second {
			t.Errorf("%v: ended after %v", sent, waited)
		}
	}
}

// What tachiba add said to be kept is kept, wherever a signal stops it.
func TestInterruptedAdd(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("windows has no SIGINT to send")
	}
	dir, library := t.TempDir(), filepath.Join(t.TempDir(), "library.db")
	for i := range 3000 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)), fmt.Appendf(nil, "第%d報\n\nロシアは停戦を拒否した。", i), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := program(t, "add", dir, "--library", library)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	told := 0
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if told++; told == 1 {
			if err := cmd.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 130 || !strings.Contains(said.String(), "stopped; in the library so far: ") || told == 0 || told == 3000 {
		t.Errorf("exit %d after %d lines, says %q", code, told, said.String())
	}
	list, err := program(t, "list", "--library", library, "--format", "jsonl").Output()
	if kept := bytes.Count(list, []byte("\n")); err != nil || kept < told {
		t.Errorf("%d of %d digests are kept: %v", kept, told, err)
	}
	if sound, err := program(t, "doctor", "--library", library).CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, sound)
	}
}

// tachiba fetch --every goes on until it is stopped, and stops while it waits.
func TestFetchEvery(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("windows has no SIGINT to send")
	}
	w := newWeb()
	defer w.Close()
	library := filepath.Join(t.TempDir(), "library.db")
	if said, err := program(t, "feed", "add", w.URL+"/rss.xml", "--allow-private", "--library", library).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	cmd := program(t, "fetch", "--every", "1s", "--allow-private", "--library", library)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var told []string
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if told = append(told, lines.Text()); len(told) == 2 {
			if err := cmd.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = cmd.Wait()
	want := []string{"橋のたより: 1 new", "橋のたより: unchanged"}
	if code := cmd.ProcessState.ExitCode(); code != 130 || !slices.Equal(told, want) || w.unchanged.Load() != 1 {
		t.Errorf("exit %d, prints %q, %d answers 304", code, told, w.unchanged.Load())
	}
}

func TestRunLooksUpTheEnvironmentItIsGiven(t *testing.T) {
	var out bytes.Buffer
	if code := run(t.Context(), []string{"help"}, strings.NewReader(""), &out, io.Discard, []string{"LANG=C", "LANG=ja_JP.UTF-8"}); code != 0 {
		t.Fatalf("exit %d", code)
	}
	if !strings.Contains(out.String(), "使い方") {
		t.Errorf("not in Japanese: %s", out.String())
	}
}

func TestBrowseRefuses(t *testing.T) {
	for _, address := range []string{"file:///etc/passwd", "javascript:alert(1)", "-h", "", "ht\x7ftp://x"} {
		if err := browse(address); err == nil {
			t.Errorf("%q would be opened", address)
		}
	}
}
