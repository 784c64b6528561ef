package coder

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"tachiba/data/lexicon"
	"tachiba/model"
)

var explain = flag.String("explain", "", "print how this sentence is read")

// TestExplain prints how the sentence given with -explain is read. Without one
// it reads one of its own, whose clauses, holders and words must all be told.
func TestExplain(t *testing.T) {
	if *explain != "" {
		fmt.Print(explanation(t, *explain))
		return
	}
	got := explanation(t, "米国は停戦を求めたが、ロシアは拒否した。")
	for _, want := range []string{"停戦/", `"米国は停戦を求めたが、" who [US]`, `"ロシアは拒否した。" who [RU]`, "拒否:against", "topic:ceasefire stance:favor"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in the explanation:\n%s", want, got)
		}
	}
}

func explanation(t *testing.T, text string) string {
	t.Helper()
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(lex).read(text)
	if err != nil || r == nil {
		t.Fatal(r, err)
	}
	s := newStory()
	r.resolve(s)
	r.findSubjects()
	var b strings.Builder
	for _, k := range r.tokens {
		fmt.Fprintf(&b, "%s/%d ", k.text, k.kind)
	}
	b.WriteByte('\n')
	for i, c := range r.clauses {
		fmt.Fprintf(&b, "clause %d %q who %v %s %.2f\n", c.ending, r.text[c.start:c.end], r.who[i].actors, r.who[i].name, r.who[i].sure)
	}
	for _, p := range r.phrases {
		fmt.Fprintf(&b, "phrase %q role %d actors %v third %v stands %q rel %v\n", p.name, p.role, p.actors, p.third, p.stands, p.relative)
	}
	for _, m := range r.marks {
		fmt.Fprintf(&b, "%s:%s%s%s/%d ", r.text[m.Start:m.End], m.Actor, m.Topic, m.Effect, m.Sign)
	}
	b.WriteByte('\n')
	for _, f := range settle(r.findings(s, model.RoleNarrative)) {
		fmt.Fprintf(&b, "%+v\n", f)
	}
	return b.String()
}
