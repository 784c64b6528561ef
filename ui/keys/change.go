package keys

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"tachiba/ui/lang"
)

// Clash is a change that is not made, since another binding has one of its keys.
type Clash struct {
	ID    string // of the binding that keeps its default
	Key   string
	Other string // the binding that has the key
}

var (
	// typing are the bindings that hold while a person types text too.
	typing = []string{"enter", "back", "switch", "interrupt"}
	// needed are the bindings without which a person would be stuck.
	needed = []string{"enter", "back", "interrupt"}
	// leaving are the bindings that hold in a dialog beside its own and the movements.
	leaving = []string{"quit", "interrupt"}
)

// placed is a binding with the title of its group.
type placed struct {
	spec
	title string
}

// all returns the key map as one list.
func all() (out []placed) {
	for _, g := range groups {
		for _, s := range g.specs {
			out = append(out, placed{s, g.title})
		}
	}
	return out
}

// IDs returns the names of all bindings in the order of the key map.
func IDs() []string {
	var out []string
	for _, s := range all() {
		out = append(out, s.id)
	}
	return out
}

// Default returns the keys that a binding has where nothing changes them, nil for
// an unknown one.
func Default(id string) []string {
	for _, s := range all() {
		if s.id == id {
			return slices.Clone(s.keys)
		}
	}
	return nil
}

// Check returns the keys that a person gives a binding as Bubble Tea names them.
// Where they can't be its keys, want says what could be, else it is "".
func Check(id string, given []string) (names []string, want string) {
	if len(given) == 0 && slices.Contains(needed, id) {
		return nil, "at least one key: without it there is no way out"
	}
	for _, g := range given {
		name, ok := Name(g)
		switch {
		case !ok:
			return nil, fmt.Sprintf("a key like k, G, ctrl+x, alt+x, f1, enter or space; got %q", g)
		case alias(name):
			return nil, fmt.Sprintf("a key that terminals do not send as tab, enter or esc; got %q", g)
		case writes(name) && slices.Contains(typing, id):
			return nil, fmt.Sprintf("a key that writes nothing, since it holds while text is typed; got %q", g)
		case !slices.Contains(names, name):
			names = append(names, name)
		}
	}
	return names, ""
}

// Settle returns those of the changes (keys by binding, as Check returns them) that
// can be made together, and a clash for each of the others. Of two changes that
// take the same key, the one that stands first in the key map is made.
func Settle(changed map[string][]string) (map[string][]string, []Clash) {
	settled := maps.Clone(changed)
	var clashes []Clash
	for {
		c, ok := clash(settled)
		if !ok {
			return settled, clashes
		}
		clashes = append(clashes, c)
		delete(settled, c.ID) // its default may clash with another change: once more
	}
}

// clash returns the first change that can't be made beside what stands.
func clash(changed map[string][]string) (Clash, bool) {
	list := all()
	for i, a := range list {
		for _, b := range list[:i] {
			k, ok := shared(a.held(changed), b.held(changed))
			if !ok || !together(a, b) {
				continue
			}
			if _, ok := changed[a.id]; !ok {
				a, b = b, a
			}
			return Clash{a.id, k, b.id}, true
		}
	}
	return Clash{}, false
}

// held returns the keys of a binding after the changes.
func (s spec) held(changed map[string][]string) []string {
	if k, ok := changed[s.id]; ok {
		return k
	}
	return s.keys
}

func shared(a, b []string) (string, bool) {
	for _, k := range a {
		if slices.Contains(b, k) {
			return k, true
		}
	}
	return "", false
}

// together tells whether two bindings hold at once. The keys of a dialog share the
// screen with those that move in it and leave it, and no others.
func together(a, b placed) bool {
	inDialog := func(p placed) bool {
		return p.title == dialogTitle || p.title == moveTitle || slices.Contains(leaving, p.id)
	}
	if a.title == dialogTitle || b.title == dialogTitle {
		return inDialog(a) && inDialog(b)
	}
	return true
}

// Bind returns the key map with changes that Settle let through, and the help
// texts of p, whose messages name these keys from now on. Each binding answers to
// its Command too.
func Bind(p *lang.Printer, changed map[string][]string) Map {
	var m Map
	says := sayer{p, map[string][]string{}}
	for _, s := range all() {
		held, shown := s.held(changed), s.shown
		if _, ok := changed[s.id]; ok {
			shown = Show(held)
		}
		says.held[s.id] = held
		held = append(slices.Clone(held), commandKey(s.id))
		*s.of(&m) = key.NewBinding(key.WithKeys(held...), key.WithHelp(shown, p.T("key."+s.id)))
	}
	p.Fill(says.say)
	return m
}

// arrows are how help writes the arrow keys.
var arrows = map[string]string{"up": "↑", "down": "↓", "left": "←", "right": "→"}

// Show returns keys as help and hints write them.
func Show(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = cmp.Or(arrows[n], n)
	}
	return strings.Join(out, " ")
}
