package coder

import (
	"flag"
	"fmt"
	"testing"

	"tachiba/data/lexicon"
	"tachiba/model"
)

var explain = flag.String("explain", "", "print how this sentence is read")

func TestExplain(t *testing.T) {
	if *explain == "" {
		t.Skip("no sentence given with -explain")
	}
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(lex).read(*explain)
	if err != nil || r == nil {
		t.Fatal(r, err)
	}
	s := newStory()
	r.resolve(s)
	r.findSubjects()
	for _, k := range r.tokens {
		fmt.Printf("%s/%d ", k.text, k.kind)
	}
	fmt.Println()
	for i, c := range r.clauses {
		fmt.Printf("clause %d %q who %v %s %.2f\n", c.ending, r.text[c.start:c.end], r.who[i].actors, r.who[i].name, r.who[i].sure)
	}
	for _, p := range r.phrases {
		fmt.Printf("phrase %q role %d actors %v third %v stands %q rel %v\n", p.name, p.role, p.actors, p.third, p.stands, p.relative)
	}
	for _, m := range r.marks {
		fmt.Printf("%s:%s%s%s/%d ", r.text[m.Start:m.End], m.Actor, m.Topic, m.Effect, m.Sign)
	}
	fmt.Println()
	for _, f := range settle(r.findings(s, model.RoleNarrative)) {
		fmt.Printf("%+v\n", f)
	}
}
