package wire

import (
	"fmt"
	"testing"
)

// TestScrolls moves rows 3 to 5 between two paintings of them: where they are now
// they are not painted again, and what moved in is empty.
func TestScrolls(t *testing.T) {
	const painting = "\x1b[K立場 \x1b[1mNATO\x1b[9G\x1b[m\r\n\x1b[K比較\x1b[5G\r\n\x1b[Kabc"
	tests := map[string]struct {
		between string
		at      int // where row 3 is now
		empty   int // a row that moved in
	}{
		"up":                         {"\x1b[S", 2, 10},
		"down":                       {"\x1b[3T", 6, 3},
		"by a line feed":             {"\x1b[10;1H\n", 2, 10},
		"by a reverse index":         {"\x1b[H\x1bM", 4, 1},
		"lines put in":               {"\x1b[2;1H\x1b[2L", 5, 3},
		"lines taken out":            {"\x1b[2;1H\x1b[M", 2, 10},
		"lines put in below":         {"\x1b[7H\x1b[2L", 3, 8},
		"up in margins":              {"\x1b[2;8r\x1b[8;1H\x1b[S\x1b[1;10r", 2, 8},
		"down in margins":            {"\x1b[3;7r\x1b[3;1H\x1b[2T\x1b[1;10r", 5, 4},
		"by line feeds in margins":   {"\x1b[2;9r\x1b[9;1H\n\x1b[r", 2, 9},
		"by reverse ones in margins": {"\x1b[2;9r\x1b[2;1H\x1bM\x1bM\x1b[r", 5, 3},
		"margins that are left":      {"\x1b[6;9r\x1b[r", 3, 0},
		"above the margins":          {"\x1b[6;9r\x1b[1;1H\x1bM\x1b[r", 3, 0},
		"below the margins":          {"\x1b[6;9r\x1b[10;1H\n\x1b[r", 3, 0},
	}
	for name, tt := range tests {
		place := fmt.Sprintf("\x1b[%d;1H", tt.at)
		again := place + painting
		want := place + fmt.Sprintf("\x1b[%d;4H", tt.at+2)
		if tt.empty > 0 {
			again += fmt.Sprintf("\x1b[%d;1H\x1b[K\r", tt.empty)
			want = place + fmt.Sprintf("\x1b[%dH", tt.empty)
		}
		if got := write(t, first, tt.between, again); got[1] != tt.between || got[2] != want {
			t.Errorf("%s: passed on\n%q, want\n%q", name, got[1:], []string{tt.between, want})
		}
	}
}

// TestScrollsInColour moves rows with a background set, which is what moves in: it is
// painted again.
func TestScrollsInColour(t *testing.T) {
	const row = "\x1b[10;1H\x1b[K\r"
	if got := write(t, first, "\x1b[41m\x1b[S\x1b[m", row); got[2] != row {
		t.Errorf("passed on %q", got[2])
	}
	if got := write(t, first, "\x1b[S", row); got[2] != "\x1b[10;1H" {
		t.Errorf("without, passed on %q", got[2])
	}
}
