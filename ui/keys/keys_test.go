package keys_test

import (
	"maps"
	"slices"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/lang"
)

func TestName(t *testing.T) {
	for given, want := range map[string]string{
		"k": "k", "G": "G", "?": "?", "+": "+", "ｊ": "j", "ü": "ü", "あ": "あ",
		"space": "space", " ": "space", "　": "space", "Enter": "enter", "return": "enter", "escape": "esc", "PageUp": "pgup", "f12": "f12", "del": "delete",
		"ctrl+x": "ctrl+x", "Ctrl+X": "ctrl+x", "ctrl++": "ctrl++", "alt+X": "alt+shift+x", "shift+alt+ctrl+up": "ctrl+alt+shift+up",
		"shift+a": "A", "shift+tab": "shift+tab", "super+k": "super+k",
		"": "", "ctl+x": "", "ctrl+": "", "kk": "", "f99": "", "shift+1": "", "ctrl": "", "\x1b": "", "\u202e": "",
	} {
		if got, ok := keys.Name(given); got != want || ok != (want != "") {
			t.Errorf("Name(%q) = %q, %v; want %q", given, got, ok, want)
		}
	}
}

// A name that is taken is what a press of that key is called.
func TestNameIsWhatIsPressed(t *testing.T) {
	for given, press := range map[string]tea.KeyPressMsg{
		"Shift+G": {Code: 'g', ShiftedCode: 'G', Text: "G", Mod: tea.ModShift},
		"alt+X":   {Code: 'x', Mod: tea.ModAlt | tea.ModShift},
		" ":       {Code: tea.KeySpace, Text: " "},
		"return":  {Code: tea.KeyEnter},
		"Ctrl+W":  {Code: 'w', Mod: tea.ModCtrl},
	} {
		if name, _ := keys.Name(given); name != press.String() {
			t.Errorf("%q is called %q, pressed %q", given, name, press.String())
		}
	}
}

func TestCheck(t *testing.T) {
	for _, tt := range []struct {
		id    string
		given []string
		names []string
		want  string
	}{
		{"up", []string{"w", "Up", "up"}, []string{"w", "up"}, ""},
		{"sort", nil, nil, ""},
		{"back", nil, nil, "at least one key: without it there is no way out"},
		{"up", []string{"ctl+k"}, nil, `a key like k, G, ctrl+x, alt+x, f1, enter or space; got "ctl+k"`},
		{"up", []string{"k", "Ctrl+I"}, nil, `a key that terminals do not send as tab, enter or esc; got "Ctrl+I"`},
		{"enter", []string{"o"}, nil, `a key that writes nothing, since it holds while text is typed; got "o"`},
		{"enter", []string{"space"}, nil, `a key that writes nothing, since it holds while text is typed; got "space"`},
		{"enter", []string{"ctrl+j", "enter"}, []string{"ctrl+j", "enter"}, ""},
	} {
		names, want := keys.Check(tt.id, tt.given)
		if !slices.Equal(names, tt.names) || want != tt.want {
			t.Errorf("Check(%s, %q) = %q, %q", tt.id, tt.given, names, want)
		}
	}
}

func TestSettle(t *testing.T) {
	type changes = map[string][]string
	for name, tt := range map[string]struct {
		changed, settled changes
		clashes          []keys.Clash
	}{
		"none":              {nil, nil, nil},
		"free key":          {changes{"up": {"f5"}}, changes{"up": {"f5"}}, nil},
		"another's default": {changes{"up": {"j", "up"}}, changes{}, []keys.Clash{{"up", "j", "down"}}},
		"exchanged":         {changes{"up": {"j", "up"}, "down": {"k", "down"}}, changes{"up": {"j", "up"}, "down": {"k", "down"}}, nil},
		"made free":         {changes{"up": {"t"}, "topics": {}}, changes{"up": {"t"}, "topics": {}}, nil},
		"same new key":      {changes{"up": {"f5"}, "sort": {"f5"}}, changes{"up": {"f5"}}, []keys.Clash{{"sort", "f5", "up"}}},
		// topics can't have a, so it keeps t, which up wanted.
		"one after another": {changes{"up": {"t"}, "topics": {"a"}}, changes{}, []keys.Clash{{"topics", "a", "actors"}, {"up", "t", "topics"}}},
		"dialog's own":      {changes{"reject": {"d"}}, changes{"reject": {"d"}}, nil},
		"dialog's movement": {changes{"reject": {"l"}}, changes{}, []keys.Clash{{"reject", "l", "right"}}},
		"dialog's way out":  {changes{"reject": {"q"}}, changes{}, []keys.Clash{{"reject", "q", "quit"}}},
	} {
		before := maps.Clone(tt.changed)
		settled, clashes := keys.Settle(tt.changed)
		if d := cmp.Diff(tt.settled, settled); d != "" {
			t.Errorf("%s: settled %s", name, d)
		}
		if d := cmp.Diff(tt.clashes, clashes); d != "" {
			t.Errorf("%s: clashes %s", name, d)
		}
		if !cmp.Equal(before, tt.changed) {
			t.Errorf("%s: the changes given were changed", name)
		}
	}
}

// The key map as it comes has no clash, and each of its keys is one that can be sent.
func TestDefaults(t *testing.T) {
	given := map[string][]string{}
	for _, id := range keys.IDs() {
		names, want := keys.Check(id, keys.Default(id))
		if want != "" || !slices.Equal(names, keys.Default(id)) {
			t.Errorf("%s: %q, expected %s", id, names, want)
		}
		given[id] = names
	}
	if len(given) != len(keys.IDs()) || len(given) < 50 {
		t.Errorf("%d bindings by %d names", len(keys.IDs()), len(given))
	}
	if settled, clashes := keys.Settle(given); len(clashes) > 0 || len(settled) != len(given) {
		t.Errorf("clashes: %v", clashes)
	}
	if keys.Default("nothing") != nil {
		t.Error("an unknown binding has keys")
	}
}

func TestBind(t *testing.T) {
	p := lang.New(model.English)
	m := keys.Bind(p, map[string][]string{"up": {"w", "up"}, "star": {}})
	if press := (tea.KeyPressMsg{Code: 'w', Text: "w"}); !key.Matches(press, m.Up) || m.Up.Help().Key != "w ↑" || m.Up.Help().Desc != "up" {
		t.Errorf("up is %q, said %q", m.Up.Keys(), m.Up.Help())
	}
	if press := (tea.KeyPressMsg{Code: 'k', Text: "k"}); key.Matches(press, m.Up) {
		t.Error("up still has its default")
	}
	if star := (tea.KeyPressMsg{Code: '*', Text: "*"}); key.Matches(star, m.Star) || !key.Matches(keys.Command("star"), m.Star) || m.Star.Help().Key != "" || m.Star.Help().Desc == "" {
		t.Errorf("star is %q, said %q", m.Star.Keys(), m.Star.Help())
	}
	if d := cmp.Diff(keys.New(p).PageUp.Help(), m.PageUp.Help()); d != "" {
		t.Errorf("what is not changed is said otherwise: %s", d)
	}
	for _, g := range m.Groups() {
		if g.Title == "" || len(g.IDs) != len(g.Bindings) {
			t.Errorf("group %+v", g)
		}
	}
}
