package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"tachiba/model"
)

// fillUp puts digests until there is no room, and returns the problem.
func fillUp(s *Store, r *rand.Rand, prefix string) (n int, err error) {
	for ; n < 10_000; n++ {
		name := fmt.Sprintf("%s%05d", prefix, n)
		text := "題名" + name + "\n" + strings.Repeat("報告は長く続き、", 1000+r.IntN(2000)) + "終わる。"
		if _, _, err := s.Put(context.Background(), []Article{article(name, text)}); err != nil {
			return n, err
		}
	}
	return n, nil
}

// TestFullDisk fills a small file system: what does not fit is refused whole, and
// all works again once there is room.
func TestFullDisk(t *testing.T) {
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=4m"); err != nil {
		t.Skipf("a small file system can't be mounted: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, 0); err != nil {
			t.Errorf("unmount: %v", err)
		}
	})
	path, ballast := filepath.Join(folder, "library.db"), filepath.Join(folder, "ballast")
	writeFile(t, ballast, make([]byte, 1<<20))
	r := rand.New(rand.NewPCG(1, 1))
	before := oldLibrary(t, path, r)
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { s.Close() }()
	n, err := fillUp(s, r, "full")
	problemOf(t, err, model.ProblemFull)
	if n == 0 {
		t.Error("nothing fitted")
	}
	checkFull := func(when string) {
		t.Helper()
		got, err := stateOf(s, "full")
		if err != nil || len(got.Digests) != n {
			t.Errorf("%s: %d digests, %d were put, %v", when, len(got.Digests), n, err)
		}
		got, err = stateOf(s, "")
		if err != nil {
			t.Fatal(err)
		}
		for name, want := range before.Digests {
			if got.Digests[name] != want {
				t.Errorf("%s: %s is %+v, want %+v", when, name, got.Digests[name], want)
			}
		}
		sound(t, s)
	}
	checkFull("full")
	err = s.Backup(t.Context(), filepath.Join(folder, "copy.db"))
	problemOf(t, err, model.ProblemFull)
	if Exists(filepath.Join(folder, "copy.db")) {
		t.Error("half a backup is left")
	}
	if err := s.Vacuum(t.Context()); err != nil {
		problemOf(t, err, model.ProblemFull)
	}
	checkFull("after a vacuum")
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	checkFull("with room again")
	put(t, s, article("last", "題名\n米国は第一案を求めた。"))
	whole(t, s)
}

// workLimited puts digests until a file may not grow any more, then with that
// limit lifted.
func workLimited(path string, w *worker) error {
	s, err := Open(context.Background(), path)
	if err != nil {
		return err
	}
	defer s.Close()
	signal.Ignore(syscall.SIGXFSZ)
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	lifted := limit.Cur
	limit.Cur = 1 << 20
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	n, err := fillUp(s, w.r, w.prefix)
	var p *model.Problem
	if !errors.As(err, &p) || p.Code != model.ProblemFull {
		return fmt.Errorf("after %d digests: %w", n, err)
	}
	limit.Cur = lifted
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	if _, _, err := s.Put(context.Background(), []Article{article("last", "題名\n米国は第一案を求めた。")}); err != nil {
		return err
	}
	fmt.Fprintln(w.log, n)
	return nil
}

// TestFileMayNotGrow is TestFullDisk by a limit of the process, where nothing can
// be mounted.
func TestFileMayNotGrow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	c := start(t, "limited", path, 1, 0, "full")
	c.wait(t)
	s := openAt(t, path)
	got, err := stateOf(s, "")
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.TrimSpace(c.stdout.all.String()); fmt.Sprint(len(got.Digests)-1) != want || want == "0" {
		t.Errorf("%d digests, %s were put before it was full", len(got.Digests)-1, want)
	}
	whole(t, s)
}
