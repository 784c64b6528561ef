package library

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tachiba/data/lexicon"
	"tachiba/model"
)

var kills = flag.Int("kills", 8, "how often a process is killed that adds and fetches")

// The environment of a child: its library, and a folder that it adds.
const (
	envPath   = "TACHIBA_TEST_PATH"
	envFolder = "TACHIBA_TEST_FOLDER"
)

// runChild adds files and fetches feeds until it is killed, and tells which
// sources are kept.
func runChild(path string) int {
	lex, err := lexicon.Default()
	if err != nil {
		return 1
	}
	fmt.Println("ready")
	ctx := context.Background()
	l, err := Open(ctx, path, lex, quick)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	for {
		errAdd := l.Add(ctx, []string{os.Getenv(envFolder)}, func(s model.Step) { fmt.Printf("kept %s\n", s.Name) })
		errFetch := l.Fetch(ctx, nil, func(s model.Step) {
			if s.Problem == nil {
				fmt.Printf("fetched %s\n", s.Name)
			}
		})
		if err := errors.Join(errAdd, errFetch); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
}

// TestKilled kills a process that adds files and fetches feeds: what it said to be
// kept is there, and the library is sound.
func TestKilled(t *testing.T) {
	s, folder, r := newSite(t), t.TempDir(), rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	const feeds, files = 12, 60
	for i := range feeds {
		s.handle(fmt.Sprintf("/f%d", i), func(w http.ResponseWriter, q *http.Request) { // another item each time
			n := fmt.Sprint(rand.Uint64())
			fmt.Fprint(w, rss(q.URL.Path, entry{"1", s.URL + q.URL.Path + "/first", "第一回", story(q.URL.Path), ""}, entry{n, s.URL + q.URL.Path + "/" + n, "第" + n, story(n), ""}))
		})
	}
	for i := range files {
		writeFile(t, filepath.Join(folder, fmt.Sprintf("%02d.txt", i)), fmt.Sprintf("題名%d\n米国は第%d案を求めた。", i, i))
	}
	path := filepath.Join(t.TempDir(), "library.db")
	confirmed := map[string]bool{}
	for i := range *kills {
		l := openAt(t, path, quick)
		for k := range feeds {
			subscribe(t, l, fmt.Sprintf("%s/f%d", s.URL, k))
		}
		l.Close()
		for _, line := range strings.Split(killed(t, path, folder, time.Duration(r.IntN(600))*time.Millisecond), "\n") {
			if name, ok := strings.CutPrefix(line, "kept "); ok {
				confirmed[name] = true
			} else if name, ok := strings.CutPrefix(line, "fetched "); ok {
				confirmed[s.URL+strings.TrimPrefix(name, s.URL)+"/first"] = true
			}
		}
		l = openAt(t, path, quick)
		sound(t, l)
		known := map[string]bool{}
		for _, x := range listing(t, l) {
			known[x.Source] = true
			if d, err := l.Digest(t.Context(), x.ID); err != nil || len(d.Sentences) == 0 {
				t.Errorf("%s is empty, %v", x.ID, err)
			}
		}
		for name := range confirmed {
			if !known[name] {
				t.Errorf("%s was confirmed, but is lost", name)
			}
		}
		l.Close()
		if t.Failed() {
			t.Fatalf("at kill %d", i)
		}
	}
	if len(confirmed) == 0 {
		t.Error("nothing was confirmed: nothing was tested")
	}
	t.Logf("%d sources were confirmed", len(confirmed))
}

// killed runs a child and kills it some time after it is ready; it returns the
// whole lines that the child wrote.
func killed(t *testing.T, path, folder string, delay time.Duration) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(filepath.Join(t.TempDir(), fmt.Sprintf("%x", sha256.Sum256([]byte(path)))))
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	var stderr bytes.Buffer
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), envPath+"="+path, envFolder+"="+folder)
	cmd.Stdout, cmd.Stderr = out, &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for begin := time.Now(); time.Since(begin) < 20*time.Second; time.Sleep(5 * time.Millisecond) {
		if info, err := out.Stat(); err == nil && info.Size() > 0 {
			break
		}
	}
	time.Sleep(delay)
	_ = cmd.Process.Kill() // it may have failed
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.Exited() {
		t.Fatalf("the child failed: %v\n%s", err, stderr.String())
	}
	b, err := os.ReadFile(out.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(b[:bytes.LastIndexByte(b, '\n')+1])
}
