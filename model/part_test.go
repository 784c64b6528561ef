package model

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"testing"
)

// TestInPartsIsAsInOne compares a ledger large enough for several parts on one
// processor and on four.
func TestInPartsIsAsInOne(t *testing.T) {
	lex := &Lexicon{Actors: []Actor{{ID: "A"}, {ID: "B"}, {ID: "C"}}, Topics: []Topic{{ID: "x"}, {ID: "y"}}}
	random := rand.New(rand.NewPCG(1, 2))
	statements := make([]Statement, 5*leastPart)
	for i := range statements {
		statements[i] = Statement{
			Digest: fmt.Sprint("d", i/40), Line: i % 40, Text: "文", Actor: lex.Actors[random.IntN(3)].ID, Topic: lex.Topics[random.IntN(2)].ID,
			Stance: Stances[random.IntN(3)], Date: ByDay.Add(20200101, random.IntN(300)), Confidence: random.Float64(), Origin: Origins[random.IntN(4)],
		}
		if random.IntN(50) == 0 {
			statements[i].Date = 0
		}
	}
	l := NewLedger(statements)
	l.Since = int32(len(l.Digests) / 2)
	processors := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(processors)
	for _, f := range []Filter{{}, {Stances: []Stance{Favor}}, {Actors: []ActorID{"B"}, MinConfidence: 0.5}, {Review: ReviewDoubtful}, {New: true}, {Since: 20200301, Until: 20200302}} {
		runtime.GOMAXPROCS(1)
		one, places := l.Compare(lex, f), l.Select(f)
		runtime.GOMAXPROCS(4)
		if got := l.Select(f); !reflect.DeepEqual(got, places) {
			t.Errorf("%+v selects %d places in parts, %d in one", f, len(got), len(places))
		}
		parts := l.Compare(lex, f)
		for i, row := range one.Rows {
			for j, want := range row.Cells {
				got := parts.Rows[i].Cells[j]
				if !reflect.DeepEqual(got.Evidence.places, want.Evidence.places) || !reflect.DeepEqual(got.History, want.History) ||
					got.Counts != want.Counts || got.Stance != want.Stance || got.New != want.New || got.Before != want.Before || got.Reviewed != want.Reviewed {
					t.Errorf("%+v: %s on %s: %d places, %+v; in one %d, %+v", f, one.Actors[j].ID, row.Topic.ID, got.Evidence.Len(), got.Counts, want.Evidence.Len(), want.Counts)
				}
			}
		}
		if parts.Shown != one.Shown || parts.New != one.New || !reflect.DeepEqual(parts.Selected.places, one.Selected.places) {
			t.Errorf("%+v: %d shown, %d new; in one %d, %d", f, parts.Shown, parts.New, one.Shown, one.New)
		}
	}
}
