package ui

import (
	"slices"
	"strings"
	"testing"

	"tachiba/model"
)

// ways are the keys that lead from the start to each view.
var ways = map[view][]any{
	compareView: {"1"}, columnsView: {"enter"}, digestsView: {"2"}, timelineView: {"3"}, shiftsView: {"4"}, agreementView: {"5"},
}

// places are keys that lead on inside of a view.
var places = [][]any{{}, {"j"}, {"l"}, {"l", "l", "j"}, {"enter"}, {"-"}, {"n"}, {"]"}, {"enter", "n", "n"}, {"tab", "j"}}

// dull are keys that find nothing to do in the test collection.
var dull = map[string]bool{"compare H": true, "shifts ]": true, "shifts [": true, "agreement [": true}

// TestElsewhere presses each key that only some views know in every view: in those it
// does something, from one place or another, and in the others it does nothing and
// says where it would.
func TestElsewhere(t *testing.T) {
	begin := func(v view) App { return drive(t, start(t, options(model.English), 120, 35), ways[v]...) }
	for v := range ways {
		stays := begin(v)
		if stays.view != v {
			t.Fatalf("%v leads to %s", ways[v], viewNames[stays.view])
		}
		for _, l := range locals {
			key := l.of(stays.keys).Keys()[0]
			name := viewNames[v] + " " + key
			press := func(a App) (changed bool) {
				if a.view != v {
					return false // the place is in another one
				}
				before := a.body()
				a = drive(t, a, key)
				if says := strings.Contains(a.message, " works in: "); says == slices.Contains(l.in, v) {
					t.Errorf("%s: says %q", name, a.message)
				}
				return a.body() != before
			}
			switch {
			case !slices.Contains(l.in, v):
				if press(stays) {
					t.Errorf("%s does something", name)
				}
			case !slices.ContainsFunc(places, func(place []any) bool { return press(drive(t, begin(v), place...)) }) && !dull[name]:
				t.Errorf("%s does nothing", name)
			}
		}
	}
	a := drive(t, start(t, options(model.English), 120, 35), "3", "S")
	has(t, a, "S (sort) works in: Compare (1)")
	a = drive(t, a, "Z")
	has(t, a, "Z is no key here (? lists them)")
	a = drive(t, a, "j")
	if a.message != "" {
		t.Errorf("another key leaves %q", a.message)
	}
}
