// Package keys is the key map: the only place where keys are bound. Help, hints,
// the palette and the configuration are made from it.
package keys

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/ui/lang"
)

// Map is the bindings of the interface, with help in the reader's language.
type Map struct {
	Up, Down, Left, Right, Top, Bottom, PageUp, PageDown, Enter, Back, Switch key.Binding

	Compare, Digests, Timeline, Shifts, Agreement key.Binding

	Sort, Hide, NextTopic, PrevTopic, Pick, Align, Reading, ZoomIn, ZoomOut, Fold key.Binding

	Actors, Topics, Stances, Dates, Sure, Search, Review, New, Saved, Clear, Undo, Redo key.Binding

	Next, Prev, NextSentence, PrevSentence, Outline, Related, Correct, Open, Copy, Export key.Binding

	Add, Fetch, Feeds, Remove, Read, Star key.Binding

	Palette, Linear, Theme, Problems, Help, Quit, Interrupt key.Binding

	Reject key.Binding // in the dialog that corrects
}

// spec is a binding as the key map has it.
type spec struct {
	id    string
	of    func(*Map) *key.Binding
	shown string // how help and hints write the keys
	keys  []string
}

// Group is where bindings hold and what the help calls them.
type Group struct {
	Title    string // key of the message
	Bindings []key.Binding
	// IDs are the bindings' names in the configuration and the palette, in the
	// same order.
	IDs []string
}

// group is a Group as the key map has it.
type group struct {
	title string
	specs []spec
}

const (
	moveTitle   = "help.move"
	dialogTitle = "" // its dialog says these keys
)

var groups = []group{
	{moveTitle, []spec{
		{"up", func(m *Map) *key.Binding { return &m.Up }, "k ↑", []string{"k", "up"}},
		{"down", func(m *Map) *key.Binding { return &m.Down }, "j ↓", []string{"j", "down"}},
		{"left", func(m *Map) *key.Binding { return &m.Left }, "h ←", []string{"h", "left"}},
		{"right", func(m *Map) *key.Binding { return &m.Right }, "l →", []string{"l", "right"}},
		{"top", func(m *Map) *key.Binding { return &m.Top }, "g", []string{"g", "home"}},
		{"bottom", func(m *Map) *key.Binding { return &m.Bottom }, "G", []string{"G", "end"}},
		{"page_up", func(m *Map) *key.Binding { return &m.PageUp }, "ctrl+b", []string{"ctrl+b", "pgup", "ctrl+u"}},
		{"page_down", func(m *Map) *key.Binding { return &m.PageDown }, "ctrl+f", []string{"ctrl+f", "pgdown", "ctrl+d"}},
		{"enter", func(m *Map) *key.Binding { return &m.Enter }, "enter", []string{"enter"}},
		{"back", func(m *Map) *key.Binding { return &m.Back }, "esc", []string{"esc"}},
		{"switch", func(m *Map) *key.Binding { return &m.Switch }, "tab", []string{"tab", "shift+tab"}},
	}},
	{"help.views", []spec{
		{"compare", func(m *Map) *key.Binding { return &m.Compare }, "1", []string{"1"}},
		{"digests", func(m *Map) *key.Binding { return &m.Digests }, "2", []string{"2"}},
		{"timeline", func(m *Map) *key.Binding { return &m.Timeline }, "3", []string{"3"}},
		{"shifts", func(m *Map) *key.Binding { return &m.Shifts }, "4", []string{"4"}},
		{"agreement", func(m *Map) *key.Binding { return &m.Agreement }, "5", []string{"5"}},
		{"sort", func(m *Map) *key.Binding { return &m.Sort }, "S", []string{"S"}},
		{"hide", func(m *Map) *key.Binding { return &m.Hide }, "H", []string{"H"}},
		{"next_topic", func(m *Map) *key.Binding { return &m.NextTopic }, "]", []string{"]"}},
		{"prev_topic", func(m *Map) *key.Binding { return &m.PrevTopic }, "[", []string{"["}},
		{"pick", func(m *Map) *key.Binding { return &m.Pick }, "space", []string{"space"}},
		{"align", func(m *Map) *key.Binding { return &m.Align }, "=", []string{"="}},
		{"reading", func(m *Map) *key.Binding { return &m.Reading }, "p", []string{"p"}},
		{"zoom_in", func(m *Map) *key.Binding { return &m.ZoomIn }, "+", []string{"+"}},
		{"zoom_out", func(m *Map) *key.Binding { return &m.ZoomOut }, "-", []string{"-"}},
		{"fold", func(m *Map) *key.Binding { return &m.Fold }, "z", []string{"z"}},
	}},
	{"help.filter", []spec{
		{"actors", func(m *Map) *key.Binding { return &m.Actors }, "a", []string{"a"}},
		{"topics", func(m *Map) *key.Binding { return &m.Topics }, "t", []string{"t"}},
		{"stances", func(m *Map) *key.Binding { return &m.Stances }, "s", []string{"s"}},
		{"dates", func(m *Map) *key.Binding { return &m.Dates }, "d", []string{"d"}},
		{"sure", func(m *Map) *key.Binding { return &m.Sure }, "C", []string{"C"}},
		{"search", func(m *Map) *key.Binding { return &m.Search }, "/", []string{"/"}},
		{"review", func(m *Map) *key.Binding { return &m.Review }, "r", []string{"r"}},
		{"new", func(m *Map) *key.Binding { return &m.New }, "w", []string{"w"}},
		{"saved", func(m *Map) *key.Binding { return &m.Saved }, "f", []string{"f"}},
		{"clear", func(m *Map) *key.Binding { return &m.Clear }, "c", []string{"c"}},
		{"undo", func(m *Map) *key.Binding { return &m.Undo }, "u", []string{"u"}},
		{"redo", func(m *Map) *key.Binding { return &m.Redo }, "ctrl+r", []string{"ctrl+r"}},
	}},
	{"help.evidence", []spec{
		{"next", func(m *Map) *key.Binding { return &m.Next }, "n", []string{"n"}},
		{"prev", func(m *Map) *key.Binding { return &m.Prev }, "N", []string{"N"}},
		{"next_sentence", func(m *Map) *key.Binding { return &m.NextSentence }, "J", []string{"J"}},
		{"prev_sentence", func(m *Map) *key.Binding { return &m.PrevSentence }, "K", []string{"K"}},
		{"outline", func(m *Map) *key.Binding { return &m.Outline }, "O", []string{"O"}},
		{"related", func(m *Map) *key.Binding { return &m.Related }, "L", []string{"L"}},
		{"correct", func(m *Map) *key.Binding { return &m.Correct }, "e", []string{"e"}},
		{"open", func(m *Map) *key.Binding { return &m.Open }, "o", []string{"o"}},
		{"copy", func(m *Map) *key.Binding { return &m.Copy }, "y", []string{"y"}},
		{"export", func(m *Map) *key.Binding { return &m.Export }, "x", []string{"x"}},
	}},
	{"help.library", []spec{
		{"add", func(m *Map) *key.Binding { return &m.Add }, "A", []string{"A"}},
		{"fetch", func(m *Map) *key.Binding { return &m.Fetch }, "R", []string{"R"}},
		{"feeds", func(m *Map) *key.Binding { return &m.Feeds }, "F", []string{"F"}},
		{"read", func(m *Map) *key.Binding { return &m.Read }, "m", []string{"m"}},
		{"star", func(m *Map) *key.Binding { return &m.Star }, "*", []string{"*"}},
		{"remove", func(m *Map) *key.Binding { return &m.Remove }, "D", []string{"D", "delete"}},
	}},
	{"help.program", []spec{
		{"palette", func(m *Map) *key.Binding { return &m.Palette }, "ctrl+p :", []string{"ctrl+p", ":"}},
		{"linear", func(m *Map) *key.Binding { return &m.Linear }, "P", []string{"P"}},
		{"theme", func(m *Map) *key.Binding { return &m.Theme }, "T", []string{"T"}},
		{"problems", func(m *Map) *key.Binding { return &m.Problems }, "!", []string{"!"}},
		{"help", func(m *Map) *key.Binding { return &m.Help }, "?", []string{"?"}},
		{"quit", func(m *Map) *key.Binding { return &m.Quit }, "q", []string{"q"}},
		{"interrupt", func(m *Map) *key.Binding { return &m.Interrupt }, "ctrl+c", []string{"ctrl+c"}},
	}},
	{dialogTitle, []spec{
		{"reject", func(m *Map) *key.Binding { return &m.Reject }, "x", []string{"x"}},
	}},
}

// New returns the key map that nothing changes: see Bind.
func New(p *lang.Printer) Map { return Bind(p, nil) }

// Groups returns every binding in the order of the help.
func (m Map) Groups() []Group {
	var out []Group
	for _, g := range groups {
		if g.title == dialogTitle {
			continue
		}
		one := Group{Title: g.title}
		for _, s := range g.specs {
			one.Bindings = append(one.Bindings, *s.of(&m))
			one.IDs = append(one.IDs, s.id)
		}
		out = append(out, one)
	}
	return out
}

// Knows tells whether a key is bound to anything.
func (m Map) Knows(press tea.KeyPressMsg) bool {
	return slices.ContainsFunc(all(), func(s placed) bool { return s.title != dialogTitle && key.Matches(press, *s.of(&m)) })
}
