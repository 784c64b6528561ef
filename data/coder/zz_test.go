package coder

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"

	"tachiba/data/lexicon"
	"tachiba/model"
)

func TestEx(t *testing.T) {
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	b, _ := os.ReadFile(os.Getenv("EX"))
	ok, n := 0, 0
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		text, want, _ := strings.Cut(line, "|")
		r, err := New(lex).read(text)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		cues := ""
		if r != nil {
			s := newStory()
			r.resolve(s)
			r.findSubjects()
			for _, f := range settle(r.findings(s, model.RoleNarrative)) {
				got = append(got, fmt.Sprintf("%s %s %s", f.actor, f.topic, f.stance))
				cues += fmt.Sprintf(" [%s %.2f]", f.cue, f.confidence)
			}
		}
		w := strings.Split(want, ";")
		if want == "" {
			w = nil
		}
		sort.Strings(w)
		sort.Strings(got)
		n++
		if fmt.Sprint(w) == fmt.Sprint(got) {
			ok++
		} else {
			fmt.Println(text, "\n   want", w, "\n   got ", got, cues)
		}
	}
	fmt.Println(ok, "of", n)
}
