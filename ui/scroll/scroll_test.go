package scroll_test

import (
	"testing"

	"tachiba/ui/scroll"
)

func TestKeep(t *testing.T) {
	for _, tt := range []struct{ at, top, n, visible, wantAt, wantTop int }{
		{0, 0, 0, 5, 0, 0},  // nothing
		{-1, 0, 9, 5, 0, 0}, // above the first
		{20, 0, 9, 5, 8, 4}, // below the last
		{3, 0, 9, 5, 3, 0},  // in sight
		{5, 0, 9, 5, 5, 1},  // just out of it
		{2, 4, 9, 5, 2, 2},  // above it
		{8, 8, 9, 5, 8, 4},  // no empty places at the end
		{4, 4, 5, 10, 4, 0}, // all in sight
	} {
		if at, top := scroll.Keep(tt.at, tt.top, tt.n, tt.visible); at != tt.wantAt || top != tt.wantTop {
			t.Errorf("Keep(%d, %d, %d, %d) = %d, %d", tt.at, tt.top, tt.n, tt.visible, at, top)
		}
	}
}
