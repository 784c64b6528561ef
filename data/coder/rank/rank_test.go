package rank

import (
	"bytes"
	"math"
	"strings"
	"testing"
)

// lesson is what is to be learned: "up" is class 1, "down" class 2, both with
// "maybe" class 3, anything else nothing.
func lesson() ([]Example, map[Feature]string) {
	names := map[Feature]string{}
	var out []Example
	add := func(class int, parts ...string) {
		var fs []Feature
		for _, p := range parts {
			f := Of("word", p)
			names[f] = Name("word", p)
			fs = append(fs, f)
		}
		for range 20 {
			out = append(out, Example{fs, class})
		}
	}
	add(0, "bias")
	add(0, "bias", "side")
	add(1, "bias", "up")
	add(2, "bias", "down")
	add(3, "bias", "up", "maybe")
	add(3, "bias", "down", "maybe")
	return out, names
}

var steps = Options{Rounds: 30, Rate: 0.5, Seed: 7}

func TestTrainLearns(t *testing.T) {
	examples, _ := lesson()
	m := Train(examples, steps)
	for _, e := range examples {
		p := m.Classify(e.Features)
		best, sum := 0, 0.0
		for c := range p {
			sum += p[c]
			if p[c] > p[best] {
				best = c
			}
		}
		if best != e.Class || math.Abs(sum-1) > 1e-9 {
			t.Fatalf("class %d, want %d, of %v", best, e.Class, p)
		}
	}
}

func TestTrainIsTheSameInEachRun(t *testing.T) {
	examples, names := lesson()
	var first, second bytes.Buffer
	if err := Train(examples, steps).Write(&first, names); err != nil {
		t.Fatal(err)
	}
	if err := Train(examples, steps).Write(&second, names); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() {
		t.Error("two trainings differ")
	}
}

func TestTrainLeavesOutTheRare(t *testing.T) {
	examples, _ := lesson()
	rare := Of("word", "rare")
	examples = append(examples, Example{[]Feature{rare}, 1})
	o := steps
	o.Often = 2
	if _, ok := Train(examples, o).Of(rare); ok {
		t.Error("a feature seen once has weights")
	}
	if _, ok := Train(examples, steps).Of(rare); !ok {
		t.Error("without the bound it has none")
	}
}

func TestWriteAndRead(t *testing.T) {
	examples, names := lesson()
	m := Train(examples, steps)
	var text bytes.Buffer
	if err := m.Write(&text, names); err != nil {
		t.Fatal(err)
	}
	got, err := Read(&text)
	if err != nil {
		t.Fatal(err)
	}
	if got.Len() != m.Len() || m.Len() == 0 {
		t.Errorf("%d features, want %d", got.Len(), m.Len())
	}
	for f := range names {
		want, known := m.Of(f)
		if have, ok := got.Of(f); have != want || ok != known {
			t.Errorf("%s: %v, want %v", names[f], have, want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for _, text := range []string{"x\n", "-1\n", "1\na\t1\t2\n", "1\na\t1\t2\tx\n", "99999999999\n", "1\na\t1\t2\t3\nb\t1\t2\t3\nc\t1\t2\t3\n"} {
		if _, err := Read(strings.NewReader(text)); err == nil {
			t.Errorf("%q is taken for weights", text)
		}
	}
}

// TestPartsAreApart tells that names are not confused: a|bc is not ab|c.
func TestPartsAreApart(t *testing.T) {
	seen := map[Feature][]string{}
	for _, parts := range [][]string{{"a", "bc"}, {"ab", "c"}, {"abc"}, {"c", "ab"}, {"", "abc"}, {"abc", ""}} {
		f := Of(parts...)
		if other, ok := seen[f]; ok {
			t.Errorf("%q and %q are one feature", other, parts)
		}
		seen[f] = parts
	}
}

func FuzzRead(f *testing.F) {
	f.Add("2\na|b\t1\t-2\t3\nc\t0\t0\t1\n")
	f.Add("")
	f.Add("1\n\t\t\t")
	f.Fuzz(func(t *testing.T, text string) {
		m, err := Read(strings.NewReader(text))
		if err != nil {
			return
		}
		if p := m.Classify([]Feature{Of("a", "b"), Of("c")}); math.IsNaN(p[0]) {
			t.Errorf("no number: %v", p)
		}
	})
}
