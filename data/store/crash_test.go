package store

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// kills is how often a working child is killed, and half as often a migrating one;
// the seed makes the delays.
var (
	kills     = flag.Int("kills", 20, "how often a writing process is killed")
	crashSeed = flag.Int("crash-seed", 0, "seed of the crash tests, 0 for another each time")
)

func chance(t *testing.T) *rand.Rand {
	seed := *crashSeed
	if seed == 0 {
		seed = int(time.Now().UnixNano() % 1e9)
	}
	t.Logf("-crash-seed=%d", seed)
	return rand.New(rand.NewPCG(uint64(seed), 1))
}

// holds tells whether a library is as the confirmed operations left it, with or
// without the one that was begun.
func holds(t *testing.T, s *Store, before state, done []operation, begun *operation, prefix string) state {
	t.Helper()
	want := before.clone()
	for _, o := range done {
		want.apply(o)
	}
	got, err := stateOf(s, prefix)
	if err != nil {
		t.Fatal(err)
	}
	diff := cmp.Diff(want, got)
	if diff != "" && begun != nil {
		want.apply(*begun)
		if cmp.Equal(want, got) {
			return got
		}
	}
	if diff != "" {
		t.Errorf("after %d operations, with %+v begun: %s", len(done), begun, diff)
	}
	return got
}

// TestKilled kills a process that adds, codes, corrects, marks and removes. What
// it said to be done is there; what it had begun is there whole, or not at all.
func TestKilled(t *testing.T) {
	r := chance(t)
	const together = 5 // kills of one library
	confirmed, cut := 0, 0
	for i := 0; i < *kills; i += together {
		path := filepath.Join(t.TempDir(), "library.db")
		before := state{map[string]digestState{}, map[string]bool{}}
		for k := range min(together, *kills-i) {
			c := start(t, "work", path, r.IntN(1<<30), 0, "a")
			c.kill(t, time.Duration(r.IntN(500))*time.Millisecond)
			done, begun := c.operations(t)
			confirmed += len(done)
			if begun != nil {
				cut++
			}
			s, err := Open(context.Background(), path)
			if err != nil {
				t.Fatal(err)
			}
			before = holds(t, s, before, done, begun, "a")
			if k == together-1 {
				whole(t, s)
			} else {
				sound(t, s)
			}
			s.Close()
			if t.Failed() {
				t.Fatalf("at kill %d, %d of its library", i+k, k)
			}
		}
	}
	t.Logf("%d operations were confirmed, %d were cut off", confirmed, cut)
	if confirmed == 0 || cut == 0 {
		t.Errorf("%d operations were confirmed, %d were cut off: no kill met one", confirmed, cut)
	}
}

// later is a migration of the future: it changes every row and makes an index.
const later = `CREATE TABLE note (digest INTEGER PRIMARY KEY, text TEXT NOT NULL);
	INSERT INTO note SELECT id, name FROM digest;
	ALTER TABLE digest ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
	UPDATE digest SET size = (SELECT length(text) FROM body WHERE body.digest = digest.id);
	CREATE INDEX digest_size ON digest(size);`

const evenLater = `UPDATE note SET text = text || '!';`

// future adds migrations until the test ends.
func future(t *testing.T) {
	was := migrations
	t.Cleanup(func() { migrations = was })
	migrations = append(slices.Clone(was), migration{sql: later}, migration{sql: evenLater})
}

// migrateAgain opens an old library by a program of the future.
func migrateAgain(path string, w *worker) error {
	migrations = append(migrations, migration{sql: later}, migration{sql: evenLater})
	fmt.Fprintln(w.log, "ready")
	s, err := Open(context.Background(), path)
	if err != nil {
		return err
	}
	fmt.Fprintln(w.log, "migrated")
	return s.Close()
}

// TestKilledInMigration kills a program while it brings an old library to its own
// version.
func TestKilledInMigration(t *testing.T) {
	r := chance(t)
	old := filepath.Join(t.TempDir(), "old.db")
	before := oldLibrary(t, old, r)
	b, err := os.ReadFile(old)
	if err != nil {
		t.Fatal(err)
	}
	partly := 0
	for i := range *kills / 2 {
		path := filepath.Join(t.TempDir(), "library.db")
		writeFile(t, path, b)
		c := start(t, "migrate", path, 1, 0, "")
		c.kill(t, time.Duration(r.IntN(60))*time.Millisecond)
		func() {
			s, err := Open(context.Background(), path)
			if err != nil {
				problemOf(t, err, "newer_library") // it came to its end
			} else {
				defer s.Close()
				sound(t, s)
				partly++
			}
		}()
		t.Run("again", func(t *testing.T) {
			future(t)
			s := openAt(t, path)
			holds(t, s, before, nil, nil, "")
			if i%5 == 0 {
				whole(t, s)
			} else {
				sound(t, s)
			}
			var version, notes int
			if err := s.db.QueryRow("SELECT count(*) FROM note JOIN digest ON digest.id = note.digest AND note.text = name || '!' WHERE size > 0").Scan(&notes); err != nil || notes != len(before.Digests) {
				t.Errorf("%d of %d digests were migrated, %v", notes, len(before.Digests), err)
			}
			if err := s.db.QueryRow("PRAGMA user_version").Scan(&version); err != nil || version != len(migrations) {
				t.Errorf("version %d, want %d", version, len(migrations))
			}
		})
		if t.Failed() {
			t.Fatalf("at kill %d", i)
		}
	}
	t.Logf("%d of %d were killed before all was migrated", partly, *kills/2)
}
