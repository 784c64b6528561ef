package journey

import (
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// samples are the texts of the sample digests, to be served and saved as pages.
func samples(t *testing.T) (texts []string) {
	t.Helper()
	files, err := filepath.Glob("../../data/sample/digests/*.txt")
	if err != nil || len(files) != 5 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(b))
	}
	return texts
}

// page returns a text as a web page of a paragraph a line.
func page(text string) string {
	title, rest, _ := strings.Cut(strings.TrimSpace(text), "\n")
	var b strings.Builder
	fmt.Fprintf(&b, "<!doctype html><html lang=ja><meta charset=utf-8><title>%s</title><body><nav>メニュー</nav><article><h1>%[1]s</h1>", html.EscapeString(title))
	for line := range strings.SplitSeq(rest, "\n") {
		if strings.TrimSpace(line) != "" {
			fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(line))
		}
	}
	return b.String() + "</article></body></html>"
}

const item = "<item><title>%s</title><link>%s/%s</link><guid>%[2]s/%[3]s</guid><pubDate>Thu, 20 Mar 2025 09:00:00 +0900</pubDate><content:encoded><![CDATA[%[4]s]]></content:encoded></item>"

// server serves two pages and two feeds.
func server(t *testing.T, texts []string) *httptest.Server {
	t.Helper()
	var s *httptest.Server
	s = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/page-three":
			fmt.Fprint(w, page(texts[2]))
		case "/feed-one", "/feed-two":
			w.Header().Set("Content-Type", "application/rss+xml")
			name := strings.TrimPrefix(r.URL.Path, "/feed-")
			fmt.Fprintf(w, `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>港町通信 %s</title><link>%s</link><description>-</description>`, name, s.URL)
			fmt.Fprintf(w, item, "前線の町からの報告 "+name, s.URL, "story-"+name, "<p>ロシアは停戦の提案を拒否した。</p><p>ウクライナのゼレンスキー大統領は、領土の割譲は受け入れられないと述べた。"+name+"</p>")
			fmt.Fprint(w, "</channel></rss>")
		default:
			http.NotFound(w, r)
		}
	}))
	s.Start() // only now: the handler reads its URL
	t.Cleanup(s.Close)
	return s
}

// tachiba runs a command of the program.
func tachiba(t *testing.T, args ...string) string {
	t.Helper()
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return string(out)
}

// TestComeBackTomorrow adds five pages, subscribes to two feeds, reads, stars,
// corrects, searches, quits, comes back, and finds it all.
func TestComeBackTomorrow(t *testing.T) {
	texts := samples(t)
	web := server(t, texts)
	dir := t.TempDir()
	library := filepath.Join(dir, "library.db")
	var pages []string
	for i, text := range texts {
		name := filepath.Join(dir, fmt.Sprintf("page-%d.html", i))
		if err := os.WriteFile(name, []byte(page(text)), 0o600); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, name)
	}
	args := "--lang en --allow-private --library " + library

	term := open(t, 120, 35, args)
	term.sees("The library is empty", "A add")
	for i, name := range []string{pages[0], pages[1], web.URL + "/page-three", pages[3], pages[4]} {
		term.press("A")
		term.sees("Add to the library")
		term.tmux("send-keys", "-l", name)
		term.press("Enter")
		term.sees(fmt.Sprintf("%d digest", i+1))
	}
	term.press("q")
	term.ended(0)

	for _, name := range []string{"one", "two"} {
		tachiba(t, "--lang", "en", "--library", library, "--allow-private", "feed", "add", web.URL+"/feed-"+name)
	}
	term = open(t, 120, 35, args)
	term.sees("5 digests", "NATO membership")
	term.press("R")
	term.sees("7 digests", "2 new")
	term.press("F")
	term.sees("港町通信 one", "港町通信 two", "last fetched")
	term.press("Escape", "2")
	term.sees("前線の町からの報告")
	term.press("j", "*")
	term.sees("starred", "★")
	term.press("Enter")
	term.press("Escape", "1", "Enter")
	term.sees("▼ against", "Ukraine joins NATO")
	term.press("e")
	term.sees("Correct", "coded with a confidence")
	term.press("j", "j", "l", "Enter")
	term.sees("changed (u undoes)", "◆ conditional✓")
	term.press("u")
	term.sees("undone", "▼ against")
	term.press("C-r")
	term.sees("redone", "◆ conditional✓")
	term.press("2", "/", "割譲")
	term.sees("/割譲", "前線の町からの報告")
	term.press("Enter", "q")
	term.ended(0)

	term = open(t, 120, 35, args)
	term.sees("7 digests", "NATO membership", "enter open")
	term.press("Enter")
	term.sees("◆ conditional✓")
	term.press("2")
	term.sees("★")
	term.press("r")
	term.sees("uncertain, least sure first")
	term.press("r")
	term.sees("1 of", "corrected by a person")
	term.press("q")
	term.ended(0)
	if out := tachiba(t, "--lang", "en", "--library", library, "doctor"); !strings.Contains(out, "sound") {
		t.Errorf("doctor: %s", out)
	}
}

// TestKilledInTheMiddle kills the program while it codes: what was added stays.
func TestKilledInTheMiddle(t *testing.T) {
	dir := t.TempDir()
	library := filepath.Join(dir, "library.db")
	for i, text := range samples(t) {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("page-%d.txt", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	term := open(t, 120, 35, "--lang en --library "+library)
	term.sees("The library is empty")
	term.press("A")
	term.tmux("send-keys", "-l", dir)
	term.press("Enter")
	term.sees("5 digests")
	term.tmux("kill-server")
	term = open(t, 120, 35, "--lang en --library "+library)
	term.sees("5 digests", "favor", "enter open")
	term.press("q")
	term.ended(0)
}
