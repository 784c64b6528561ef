package digest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/data/digest"
)

// TestSeeds reads the five real digests, which are other people's text and not
// in the repository.
func TestSeeds(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/seeds/*.txt")
	if len(files) == 0 {
		t.Skip("the real digests (../shared/seeds) are not here")
	}
	type shape struct {
		Sections, Claims, OffTopic, KeyPoints int
		Teaser                                bool
	}
	want := map[string]shape{"000": {2, 6, 0, 3, true}, "001": {3, 9, 0, 3, false}, "002": {3, 9, 3, 3, false}, "003": {2, 6, 0, 3, true}, "004": {3, 9, 0, 3, false}}
	cards := 0
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		d := digest.Parse(strings.TrimSuffix(filepath.Base(f), ".txt"), f, string(text))
		got := shape{Sections: len(d.Sections), KeyPoints: len(d.Outline().KeyPoints), Teaser: len(d.Outline().Teaser) > 0}
		for i, sec := range d.Sections {
			if sec.Heading == "" || sec.Question == "" || sec.Answer == "" {
				t.Errorf("%s: section %d lacks a part: %+v", d.ID, i, sec)
			}
			for j, c := range sec.Cards {
				cards++
				n := len(d.Outline().Sections[i].Claims[j])
				got.Claims += n
				if c.OffTopic {
					got.OffTopic += n
				}
				if c.URL == "" {
					t.Errorf("%s: card without an address: %+v", d.ID, c)
				}
			}
		}
		if diff := cmp.Diff(want[d.ID[:3]], got); diff != "" {
			t.Errorf("%s: %s", d.ID, diff)
		}
		if url := d.Sections[0].Cards[0].URL; d.ID[:3] == "000" && !strings.HasSuffix(url, "-2025-02-12/") {
			t.Errorf("first address of 000 is %s", url)
		}
	}
	if cards != 13 {
		t.Errorf("%d cards, want 13", cards)
	}
}
