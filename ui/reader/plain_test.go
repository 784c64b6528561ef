package reader

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
)

func TestPlain(t *testing.T) {
	d, statements := market()
	m := pane(d, statements, 0, 0) // whatever the size
	var got []string
	var told []model.Statement
	lines := m.Plain()
	for i, l := range lines {
		got = append(got, l.String())
		switch {
		case l.Statement == nil:
		case l.Depth == 2:
			told = append(told, *l.Statement)
		case *l.Statement != *lines[i+1].Statement:
			t.Errorf("%q stands on %v, not on the first that it says", l.Text, *l.Statement)
		}
	}
	want := []string{
		"市場の移転 (2025-03-05, 港町新聞, みなとテレビ)",
		"  3 notes: 2 sources without an address, 1 source without an outlet",
		"  市場をどこへ移すか。",
		"海辺で",
		"  Source: 港町新聞 · 2025-03-01",
		"  https://example.com/1",
		"  ✅ 市長は移転に賛成した。",
		"    City, Repair: favor (市長, cue “賛成した”)",
		"  雨が降っていた。",
		"  Source: みなとテレビ · 2025-03-02",
		"  Note: this source has no address to open",
		"  ✅ 値段は決まっていない。",
		"丘の上で",
		"  Source: 2025-03-05",
		"  ✅ 漁協は移転に反対した。",
		"    Fishers, Repair: against (uncertain)",
		"  Note: this source has no address to open",
		"  Note: this source names no outlet",
		"  鉄道は駅を作るなら賛成する。",
		"    Rail, Repair: conditional (checked by a person)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(statements, told); diff != "" {
		t.Error(diff)
	}
	if got := pane(nil, nil, 80, 20).Plain(); got != nil {
		t.Errorf("no digest has %v", got)
	}
}
