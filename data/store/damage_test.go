package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"tachiba/model"
)

var damages = flag.Int("damages", 2, "how many libraries are damaged by chance, in each way")

// foreign returns the bytes of another program's database.
func foreign(t *testing.T, queries string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "other.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(queries); err != nil {
		t.Fatal(err)
	}
	db.Close()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func noise(r *rand.Rand, b []byte) {
	for i := range b {
		b[i] = byte(r.Uint32())
	}
}

// TestRefusesOtherFiles opens what is no library: it says so, leaves the bytes as
// they are and nothing beside them.
func TestRefusesOtherFiles(t *testing.T) {
	good := template()
	r := rand.New(rand.NewPCG(1, 2))
	changed := func(change func([]byte)) []byte {
		b := bytes.Clone(good)
		change(b)
		return b
	}
	for name, tt := range map[string]struct {
		b    []byte
		want model.ProblemCode
	}{
		"text":               {[]byte("これは日記です。\n"), model.ProblemLibrary},
		"noise":              {changed(func(b []byte) { noise(r, b) }), model.ProblemLibrary},
		"noise at the head":  {changed(func(b []byte) { noise(r, b[:100]) }), model.ProblemLibrary},
		"noise after magic":  {changed(func(b []byte) { noise(r, b[16:100]) }), model.ProblemLibrary},
		"magic alone":        {good[:16], model.ProblemLibrary},
		"header cut off":     {good[:99], model.ProblemLibrary},
		"header alone":       {good[:100], model.ProblemLibrary},
		"newer":              {changed(func(b []byte) { binary.BigEndian.PutUint32(b[60:], 99) }), model.ProblemNewerLibrary},
		"other program":      {foreign(t, "PRAGMA application_id = 7; PRAGMA user_version = 1; CREATE TABLE x (y)"), model.ProblemLibrary},
		"other, versioned":   {foreign(t, "PRAGMA user_version = 1; CREATE TABLE x (y); INSERT INTO x VALUES (1)"), model.ProblemLibrary},
		"other, unmarked":    {foreign(t, "CREATE TABLE diary (day, text); INSERT INTO diary VALUES (1, 'x')"), model.ProblemLibrary},
		"other, same tables": {foreign(t, "CREATE TABLE digest (id INTEGER PRIMARY KEY)"), model.ProblemLibrary},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "library.db")
			writeFile(t, path, tt.b)
			refused(t, path, tt.want)
			b, err := os.ReadFile(path)
			if err != nil || sha256.Sum256(b) != sha256.Sum256(tt.b) {
				t.Errorf("the file was changed, %v", err)
			}
			alone(t, folder)
			aside, err := SetAside(path, "old")
			if err != nil {
				t.Fatal(err)
			}
			if b, err := os.ReadFile(aside); err != nil || !bytes.Equal(b, tt.b) {
				t.Errorf("what was set aside is another file, %v", err)
			}
			sound(t, openAt(t, path))
			if _, err := SetAside(path, "old"); !errors.Is(err, fs.ErrExist) {
				t.Errorf("set aside over another: %v", err)
			}
		})
	}
}

func refused(t *testing.T, path string, want model.ProblemCode) {
	t.Helper()
	done := make(chan error, 1)
	go func() {
		s, err := Open(context.Background(), path)
		if err == nil {
			s.Close()
		}
		done <- err
	}()
	select {
	case err := <-done:
		problemOf(t, err, want)
	case <-time.After(10 * time.Second):
		t.Fatal("Open hangs")
	}
}

func alone(t *testing.T, folder string) {
	t.Helper()
	if list, err := os.ReadDir(folder); err != nil || len(list) != 1 {
		t.Errorf("there is litter: %v, %v", list, err)
	}
}

// TestRefusesWhatIsNoFile opens places where no library can be.
func TestRefusesWhatIsNoFile(t *testing.T) {
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	writeFile(t, in("file"), []byte("x"))
	for _, err := range []error{
		os.Mkdir(in("folder"), 0o700), os.Symlink(in("loop"), in("loop")), syscall.Mkfifo(in("pipe"), 0o600),
		os.Symlink(in("folder"), in("to folder")), os.Mkdir(in("closed"), 0o000),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for path, want := range map[string]model.ProblemCode{
		in("folder"): model.ProblemNotAFile, in("to folder"): model.ProblemNotAFile, in("pipe"): model.ProblemNotAFile, "/dev/null": model.ProblemNotAFile,
		in("loop"): model.ProblemUnreadable, in("file/library.db"): model.ProblemUnreadable,
	} {
		t.Run(filepath.Base(path), func(t *testing.T) { refused(t, path, want) })
	}
	t.Run("closed", func(t *testing.T) {
		if os.Getuid() == 0 {
			t.Skip("nothing is closed to root")
		}
		refused(t, in("closed/library.db"), model.ProblemPermission)
	})
}

// TestEmptyFileIsANewLibrary opens what a program killed at its first step leaves.
func TestEmptyFileIsANewLibrary(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	writeFile(t, path, nil)
	s := openAt(t, path)
	put(t, s, article("one", "題名\n米国は第一案を求めた。"))
	whole(t, s)
}

// TestDamaged cuts libraries off and overwrites pages of them: nothing panics or
// hangs, each error says that the library is damaged, and opening changes nothing.
func TestDamaged(t *testing.T) {
	good := template()
	const page = 4096
	r := chance(t)
	for way, damage := range map[string]func() []byte{
		"cut off":  func() []byte { return good[:100+r.IntN(len(good)-100)] },
		"one page": func() []byte { b := bytes.Clone(good); noise(r, b[page*(1+r.IntN(len(b)/page-1)):][:page]); return b },
		"zeros":    func() []byte { b := bytes.Clone(good); clear(b[page*(1+r.IntN(len(b)/page-1)):][:page]); return b },
		"anywhere": func() []byte {
			b := bytes.Clone(good)
			n := 100 + r.IntN(len(b)-200)
			noise(r, b[n:n+1+r.IntN(99)])
			return b
		},
		"all after": func() []byte { b := bytes.Clone(good); noise(r, b[page+r.IntN(len(b)-page):]); return b },
	} {
		t.Run(way, func(t *testing.T) {
			named := 0
			for range *damages {
				b := damage()
				path := filepath.Join(t.TempDir(), "library.db")
				writeFile(t, path, b)
				s, err := Open(context.Background(), path)
				if err != nil {
					problemOf(t, err, model.ProblemLibrary, model.ProblemNewerLibrary)
				}
				if now, err := os.ReadFile(path); err != nil || !bytes.Equal(b, now) {
					t.Errorf("opening changed the file, %v", err)
				}
				if s == nil {
					named++
					continue
				}
				if damagedSays(t, s) {
					named++
				}
				s.Close()
			}
			t.Logf("%d of %d damages were named", named, *damages)
			if way != "anywhere" && way != "all after" && named < *damages*2/3 {
				t.Errorf("%d of %d damages were named", named, *damages)
			}
		})
	}
}

// damagedSays reads and writes a damaged library by all means and returns whether
// Check found the damage.
func damagedSays(t *testing.T, s *Store) bool {
	t.Helper()
	ctx := context.Background()
	faults, err := s.Check(ctx)
	if err != nil {
		t.Errorf("Check: %v", err)
	}
	l, list, err := s.Ledger(ctx)
	errs := []error{err}
	if err == nil {
		for _, f := range []model.Filter{{}, {Text: "第一"}, {Actors: []model.ActorID{"US"}}, {New: true}} {
			c := l.Compare(lexicon, f)
			for _, m := range c.Selected.All() {
				_ = m.Text
			}
		}
		errs = append(errs, s.Fault())
		for _, x := range list {
			errs = append(errs, last(s.Digest(ctx, x.ID)))
		}
	}
	errs = append(errs, last(s.Overview(ctx, lexicon)), last(s.Search(ctx, model.Search{Text: "米国"})), last(s.Search(ctx, model.Search{Text: "第", ByRank: true})),
		last(s.Find(ctx, "ロシア")), last(s.Corrections(ctx)), last(s.Feeds(ctx)), last(s.Filters(ctx)), last(s.Uncoded(ctx, "9", 0, 100)),
		s.Load(ctx, func(model.Update) {}), last(s.LastVisit(ctx)), last(s.Count(ctx)), last(s.Known(ctx, []string{"x"})))
	_, _, err = s.Put(ctx, []Article{article("new", madeUp(rand.New(rand.NewPCG(1, 1)), "new")), article("00001", "題名\n別の文がここにある。")})
	errs = append(errs, err, last(s.Correct(ctx, model.Correction{Digest: "00002", Sentence: "00002の前文がここに立つ。", Verdict: model.Add, Now: model.Code{Actor: "US", Topic: "nato", Stance: model.Favor}})),
		s.Visit(ctx), s.Reindex(ctx, func(int, int) {}), s.Purge(ctx))
	for i, err := range errs {
		var p *model.Problem
		if err != nil && (!errors.As(err, &p) || p.Code != model.ProblemLibrary && p.Code != model.ProblemUnknown) {
			t.Errorf("%d: %T %v", i, err, fmt.Sprint(err))
		}
	}
	for _, f := range faults {
		if f.Code == model.FindingDamaged {
			return true
		}
	}
	return false
}
